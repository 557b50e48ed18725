#include "client/calendar/lunar_panel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "client/calendar/notable_days.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kDays = 4;

} // namespace

LunarPanel::LunarPanel(QWidget* parent) : QWidget(parent), m_rows(new QGridLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, 8);
    layout->setSpacing(6);
    layout->addWidget(new Label(tr("Lunar days to come"), TextSize::Second, TextWeight::Strong, Tone::Quiet));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setVerticalSpacing(3);
    m_rows->setHorizontalSpacing(4);
    m_rows->setColumnStretch(0, 1);
    layout->addLayout(m_rows);
}

void LunarPanel::setToday(const QDate& today)
{
    if (today == m_today)
        return;
    m_today = today;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const NotableDay& each : lunarDaysToCome(today, kDays)) {
        const int row = m_rows->rowCount();
        auto* name = new Label(each.name);
        name->setElided(true);
        m_rows->addWidget(name, row, 0);
        m_rows->addWidget(
            new Label(each.day.toString(QStringLiteral("dd/MM")), TextSize::Body, TextWeight::Regular, Tone::Quiet),
            row, 1, Qt::AlignRight);
    }
}

} // namespace banhang::client
