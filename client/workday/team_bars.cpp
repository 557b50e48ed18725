#include "client/workday/team_bars.h"

#include <QPainter>

#include <array>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/workday/team_rows.h"

namespace banhang::client {

namespace {

constexpr int kBarHeight = 10;
constexpr int kMargin = 8;
constexpr int kSquare = 8;
constexpr int kGap = 5;
constexpr int kBetween = 14;

struct Part
{
    QColor color;
    QString name;
    int TeamRow::*amount;
};

/// In the order of the bar: what is well first.
std::array<Part, 4> parts()
{
    const auto& colors = theme();
    return {Part{colors.ok, TeamLegend::tr("done"), &TeamRow::done},
            Part{colors.accent, TeamLegend::tr("planned"), &TeamRow::planned},
            Part{colors.warnBorder, TeamLegend::tr("missed"), &TeamRow::missed},
            Part{colors.err, TeamLegend::tr("forgotten"), &TeamRow::forgotten}};
}

} // namespace

TeamBarDelegate::TeamBarDelegate(const TeamRowsModel* model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

void TeamBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& colors = theme();
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool hasFocus = option.state & QStyle::State_Active;
    painter->fillRect(option.rect, isChosen ? (hasFocus ? colors.sel : colors.selInactive) : colors.base);
    painter->setPen(colors.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int largest = m_model->largestTotal();
    if (largest == 0)
        return;
    const auto& row = m_model->row(index.row());
    const QRect area = option.rect.adjusted(scaled(kMargin), 0, -scaled(kMargin), 0);
    const int top = area.center().y() - scaled(kBarHeight) / 2;
    int before = 0;
    for (const auto& part : parts()) {
        const int after = before + row.*part.amount;
        // From the sums, so that rounding leaves neither gaps nor overlaps.
        const int left = area.left() + area.width() * before / largest;
        const int right = area.left() + area.width() * after / largest;
        if (right > left)
            painter->fillRect(QRect(left, top, right - left, scaled(kBarHeight)), part.color);
        before = after;
    }
}

TeamLegend::TeamLegend(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Look::instance(), &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize TeamLegend::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Second));
    int width = 0;
    for (const auto& part : parts())
        width += scaled(kSquare + kGap + kBetween) + metrics.horizontalAdvance(part.name);
    return {width, metrics.height()};
}

void TeamLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont font = textFont(TextSize::Second);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    int x = 0;
    for (const auto& part : parts()) {
        painter.fillRect(QRect(x, height() / 2 - scaled(kSquare) / 2, scaled(kSquare), scaled(kSquare)), part.color);
        x += scaled(kSquare + kGap);
        painter.setPen(theme().text2);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, part.name);
        x += metrics.horizontalAdvance(part.name) + scaled(kBetween);
    }
}

} // namespace banhang::client
