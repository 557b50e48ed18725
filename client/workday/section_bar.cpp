#include "client/workday/section_bar.h"

#include <QHBoxLayout>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kSide = 12;
constexpr int kMargin = 5; // above and below a small button

} // namespace

QHBoxLayout* addSectionBar(QVBoxLayout* column)
{
    auto* bar = new Pane(Pane::Ground::Alt);
    bar->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(kSide, kMargin, kSide, kMargin);
    row->setSpacing(8);
    const auto grow = [bar] {
        bar->setMinimumHeight(smallHeight(QFontMetrics(textFont(TextSize::Body))) + 2 * kMargin);
    };
    grow();
    QObject::connect(&Look::instance(), &Look::changed, bar, grow);
    column->addWidget(bar);
    return row;
}

} // namespace banhang::client
