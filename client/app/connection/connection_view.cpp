#include "client/app/connection/connection_view.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "client/app/connection/connection_log.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kIconSize = 14;
constexpr int kShown = 30;

void addPoint(QGridLayout* lines, const QString& iconName, Tone iconTone, const QString& text, Tone textTone)
{
    const int line = lines->rowCount();
    auto* words = new Label(text, TextSize::Second, TextWeight::Regular, textTone);
    words->setWordWrap(true);
    lines->addWidget(new IconLabel(iconName, iconTone, kIconSize), line, 0, Qt::AlignTop);
    lines->addWidget(words, line, 1);
}

QGridLayout* makeLines()
{
    auto* lines = new QGridLayout;
    lines->setHorizontalSpacing(12);
    lines->setVerticalSpacing(4);
    lines->setColumnStretch(1, 1);
    return lines;
}

} // namespace

ConnectionView::ConnectionView(const ConnectionLog& log, QWidget* parent)
    : QWidget(parent), m_log(log), m_lines(makeLines())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(6);
    column->addWidget(new Label(tr("While there is no connection"), TextSize::Second, TextWeight::Strong, Tone::Quiet));
    auto* points = makeLines();
    addPoint(points, QStringLiteral("check"), Tone::Ok, tr("See what is loaded; log talks; enter and edit customers"),
             Tone::Normal);
    addPoint(points, QStringLiteral("minus"), Tone::Hint,
             tr("Not available: finding what is not loaded, exporting to Excel, importing, merging"), Tone::Quiet);
    column->addLayout(points);
    column->addSpacing(4);
    column->addWidget(new Label(tr("Connection log"), TextSize::Second, TextWeight::Strong, Tone::Quiet));
    column->addLayout(m_lines);
    column->addStretch(1);
    connect(&m_log, &ConnectionLog::changed, this, &ConnectionView::fill);
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &ConnectionView::fill);
    fill();
}

void ConnectionView::fill()
{
    while (auto* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto now = officeNow();
    int line = 0;
    for (const auto& event : m_log.events()) {
        auto* time = new Label(shortMoment(event.at, now), TextSize::Second, TextWeight::Regular, Tone::Quiet);
        time->setToolTip(exactMoment(event.at));
        auto* words = new Label(connectionEventText(event), TextSize::Second, TextWeight::Regular, Tone::Quiet);
        words->setWordWrap(true);
        m_lines->addWidget(time, line, 0, Qt::AlignTop);
        m_lines->addWidget(words, line, 1);
        if (++line == kShown)
            break;
    }
    if (line == 0)
        m_lines->addWidget(new Label(tr("The connection has held since the program was started"), TextSize::Second,
                                     TextWeight::Regular, Tone::Hint),
                           0, 0, 1, 2);
}

} // namespace banhang::client
