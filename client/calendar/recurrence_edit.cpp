#include "client/calendar/recurrence_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>

#include "client/core/office_time.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kMaxInterval = 99;
constexpr int kMaxTimes = 1000;
constexpr int kDefaultTimes = 10;
constexpr int kShortestMonth = 28;
constexpr int kLast = -1;

int nthOf(const QDate& day)
{
    return (day.day() - 1) / 7 + 1;
}

} // namespace

RecurrenceEdit::RecurrenceEdit(QWidget* parent)
    : QWidget(parent),
      m_often(new QComboBox),
      m_interval(new QSpinBox),
      m_weekdayRow(new QWidget),
      m_monthDay(new QComboBox),
      m_monthEnd(new QCheckBox(tr("Shorter months: on their last day"))),
      m_end(new QComboBox),
      m_count(new QSpinBox),
      m_until(new DateEdit(officeNow))
{
    m_often->addItems({tr("Every day"), tr("Every week"), tr("Every month"), tr("Every year"), tr("Every lunar month"),
                       tr("Every lunar year")});
    m_often->setAccessibleName(tr("How often"));
    m_interval->setRange(1, kMaxInterval);
    m_interval->setPrefix(tr("every ", "before a number: every 2nd week"));
    m_interval->setAccessibleName(tr("Interval"));
    m_end->addItems({tr("Without an end"), tr("After a number of times"), tr("Until a day")});
    m_end->setAccessibleName(tr("End"));
    m_count->setRange(1, kMaxTimes);
    m_count->setValue(kDefaultTimes);
    m_count->setSuffix(tr(" times", "after a number"));
    m_count->setAccessibleName(tr("Number of times"));
    m_until->setAccessibleName(tr("Last day"));
    m_monthDay->setAccessibleName(tr("Day of the month"));
    auto* days = new QHBoxLayout(m_weekdayRow);
    days->setContentsMargins(0, 0, 0, 0);
    const QDate monday(2026, 11, 16);
    for (std::size_t i = 0; i < m_weekdays.size(); ++i) {
        const QString near = nearDay(monday.addDays(static_cast<int>(i)), monday);
        m_weekdays[i] = new QCheckBox(near.left(near.indexOf(QLatin1Char(' '))));
        days->addWidget(m_weekdays[i]);
        connect(m_weekdays[i], &QCheckBox::toggled, this, &RecurrenceEdit::edited);
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_often, 0, 0);
    grid->addWidget(m_interval, 0, 1);
    grid->addWidget(m_weekdayRow, 1, 0, 1, 2);
    grid->addWidget(m_monthDay, 2, 0, 1, 2);
    grid->addWidget(m_monthEnd, 3, 0, 1, 2);
    grid->addWidget(m_end, 4, 0);
    grid->addWidget(m_count, 4, 1);
    grid->addWidget(m_until, 4, 1);
    grid->setColumnStretch(0, 1);
    for (QComboBox* box : {m_often, m_monthDay, m_end})
        connect(box, &QComboBox::activated, this, [this] {
            applyOften();
            emit edited();
        });
    for (QSpinBox* box : {m_interval, m_count})
        connect(box, &QSpinBox::valueChanged, this, &RecurrenceEdit::edited);
    connect(m_monthEnd, &QCheckBox::toggled, this, &RecurrenceEdit::edited);
    connect(m_until, &DateEdit::dateChanged, this, &RecurrenceEdit::edited);
}

RecurrenceEdit::Often RecurrenceEdit::often() const
{
    return static_cast<Often>(m_often->currentIndex());
}

bool RecurrenceEdit::isLunar() const
{
    return often() == Often::LunarMonthly || often() == Often::LunarYearly;
}

void RecurrenceEdit::applyOften()
{
    const bool isMonthly = often() == Often::Monthly;
    m_weekdayRow->setVisible(often() == Often::Weekly);
    m_monthDay->setVisible(isMonthly);
    m_monthEnd->setVisible((isMonthly || often() == Often::Yearly) && m_firstDay.day() > kShortestMonth &&
                           (!isMonthly || m_monthDay->currentData().toInt() == 0));
    const auto end = static_cast<End>(m_end->currentIndex());
    m_count->setVisible(end == End::Count);
    m_until->setVisible(end == End::Day);
}

/// What "the same day each month" can mean for the first day; the data is `nth`, 0 = by number.
void RecurrenceEdit::fillMonthDays()
{
    m_monthDay->clear();
    const QString weekday = QLocale().toString(m_firstDay, QStringLiteral("dddd"));
    m_monthDay->addItem(tr("On day %1").arg(m_firstDay.day()), 0);
    m_monthDay->addItem(tr("On %1 number %2 of the month", "weekday, number").arg(weekday).arg(nthOf(m_firstDay)),
                        nthOf(m_firstDay));
    if (m_firstDay.day() + 7 > m_firstDay.daysInMonth())
        m_monthDay->addItem(tr("On the last %1 of the month", "weekday").arg(weekday), kLast);
}

void RecurrenceEdit::setRule(const v1::Recurrence& rule, const QDate& firstDay)
{
    const QSignalBlocker blocker(this);
    m_firstDay = firstDay;
    const bool isYearly = rule.frequency() == v1::FREQUENCY_YEARLY;
    const Often often = rule.is_lunar() ? (isYearly ? Often::LunarYearly : Often::LunarMonthly)
                        : rule.frequency() == v1::FREQUENCY_UNSPECIFIED
                            ? Often::Weekly
                            : static_cast<Often>(rule.frequency() - v1::FREQUENCY_DAILY);
    m_often->setCurrentIndex(static_cast<int>(often));
    m_interval->setValue(std::max(rule.interval(), 1));
    for (std::size_t i = 0; i < m_weekdays.size(); ++i) {
        const int weekday = static_cast<int>(i) + 1;
        const bool isNamed =
            std::find(rule.weekdays().begin(), rule.weekdays().end(), weekday) != rule.weekdays().end();
        m_weekdays[i]->setChecked(isNamed || (rule.weekdays().empty() && weekday == firstDay.dayOfWeek()));
    }
    fillMonthDays();
    m_monthDay->setCurrentIndex(std::max(0, m_monthDay->findData(rule.nth())));
    m_monthEnd->setChecked(rule.is_month_end_kept());
    m_end->setCurrentIndex(static_cast<int>(rule.count() > 0       ? End::Count
                                            : rule.has_until_day() ? End::Day
                                                                   : End::Never));
    m_count->setValue(rule.count() > 0 ? rule.count() : kDefaultTimes);
    m_until->setDate(rule.has_until_day() ? toDay(rule.until_day()) : firstDay.addMonths(3));
    applyOften();
}

v1::Recurrence RecurrenceEdit::rule() const
{
    v1::Recurrence rule;
    const Often often = this->often();
    rule.set_frequency(often == Often::LunarMonthly ? v1::FREQUENCY_MONTHLY
                       : often == Often::LunarYearly
                           ? v1::FREQUENCY_YEARLY
                           : static_cast<v1::Frequency>(static_cast<int>(often) + v1::FREQUENCY_DAILY));
    rule.set_is_lunar(isLunar());
    rule.set_interval(m_interval->value());
    if (often == Often::Weekly)
        for (std::size_t i = 0; i < m_weekdays.size(); ++i)
            if (m_weekdays[i]->isChecked())
                rule.add_weekdays(static_cast<int>(i) + 1);
    if (often == Often::Monthly && m_monthDay->currentData().toInt() != 0) {
        rule.set_nth(m_monthDay->currentData().toInt());
        rule.set_nth_weekday(m_firstDay.dayOfWeek());
    }
    rule.set_is_month_end_kept(!m_monthEnd->isHidden() && m_monthEnd->isChecked());
    if (static_cast<End>(m_end->currentIndex()) == End::Count)
        rule.set_count(m_count->value());
    const auto until = m_until->date();
    if (static_cast<End>(m_end->currentIndex()) == End::Day && until)
        *rule.mutable_until_day() = toDate(*until);
    return rule;
}

} // namespace banhang::client
