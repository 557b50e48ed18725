#include "client/workday/team_period.h"

#include <QAbstractButton>
#include <QHBoxLayout>

#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/segmented.h"

namespace banhang::client {

TeamPeriod::TeamPeriod(QWidget* parent)
    : QWidget(parent),
      m_length(new Segmented),
      m_text(new Label({}, TextSize::Body, TextWeight::Medium)),
      m_day(officeNow().date()),
      m_today(m_day)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_length->addChoice(Day, {}, tr("Day"));
    m_length->addChoice(Week, {}, tr("Week"));
    m_length->addChoice(Month, {}, tr("Month"));
    auto* before = makeIconButton(QStringLiteral("chevron-left"), tr("Before"), QKeySequence(Qt::ALT | Qt::Key_Left));
    auto* behind = makeIconButton(QStringLiteral("chevron-right"), tr("After"), QKeySequence(Qt::ALT | Qt::Key_Right));
    row->addWidget(m_length);
    row->addWidget(before);
    row->addWidget(m_text);
    row->addWidget(behind);
    connect(m_length, &Segmented::chosen, this, [this] { move(0); });
    connect(before, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(behind, &QAbstractButton::clicked, this, [this] { move(1); });
    show();
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &TeamPeriod::onDateChanged);
}

DayStretch TeamPeriod::stretchOf(const QDate& day, Length length)
{
    switch (length) {
    case Week: {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        return {monday, monday.addDays(6)};
    }
    case Month: {
        const QDate first(day.year(), day.month(), 1);
        return {first, first.addMonths(1).addDays(-1)};
    }
    default:
        return {day, day};
    }
}

DayStretch TeamPeriod::stretch() const
{
    return stretchOf(m_day, static_cast<Length>(m_length->current()));
}

void TeamPeriod::goToToday()
{
    m_today = officeNow().date();
    m_day = m_today;
    show();
}

void TeamPeriod::onDateChanged(const QDate& today)
{
    if (m_day == m_today)
        m_day = today;
    m_today = today;
    show();
    emit changed();
}

void TeamPeriod::move(int steps)
{
    switch (m_length->current()) {
    case Week:
        m_day = m_day.addDays(qint64{7} * steps);
        break;
    case Month:
        m_day = m_day.addMonths(steps);
        break;
    default:
        m_day = m_day.addDays(steps);
    }
    show();
    emit changed();
}

void TeamPeriod::show()
{
    const auto days = stretch();
    if (m_length->current() == Month)
        m_text->setText(tr("%1/%2").arg(days.first.month()).arg(days.first.year()));
    else if (days.first == days.last)
        m_text->setText(namedDay(days.first, m_today));
    else
        m_text->setText(QStringLiteral("%1 – %2").arg(nearDay(days.first, m_today), nearDay(days.last, m_today)));
}

} // namespace banhang::client
