#include "client/activities/when_edit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QIntValidator>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/activities/clock_edit.h"
#include "client/core/office_time.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/label.h"
#include "common/vn/date_text.h"

namespace banhang::client {

namespace {

constexpr int kSecondsPerMinute = 60;
constexpr int kDefaultLength = 3600;
constexpr int kMaxMinutes = 24 * 60;
constexpr int kMinutesWidth = 48;
constexpr int kDayWidth = 128;

/// Also the words of vn::parseDate: mai, t4, 3 ngày nữa.
std::optional<QDate> readDay(const QString& text)
{
    const QDate today = officeNow().date();
    const auto day = vn::parseDate(text.toStdString(), {today.year(), today.month(), today.day()});
    return day ? std::optional(QDate(day->year, day->month, day->day)) : std::nullopt;
}

DateEdit* makeDay(const QString& name)
{
    auto* day = new DateEdit(officeNow);
    day->setParse(readDay);
    day->setAccessibleName(name);
    updateWithLook(day, [day] { day->setFixedWidth(scaled(kDayWidth)); });
    return day;
}

} // namespace

WhenEdit::WhenEdit(QWidget* parent)
    : QWidget(parent),
      m_day(makeDay(tr("Day"))),
      m_start(new ClockEdit),
      m_dash(new Label(QStringLiteral("–"), TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_end(new ClockEdit),
      m_lastDay(makeDay(tr("Last day"))),
      m_wholeDays(new QCheckBox(tr("Whole day"))),
      m_minutes(new QLineEdit),
      m_unit(new Label(tr("minutes"), TextSize::Body, TextWeight::Regular, Tone::Quiet))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_start->setAccessibleName(tr("Beginning"));
    m_end->setAccessibleName(tr("End"));
    m_minutes->setAccessibleName(tr("How many minutes it took"));
    m_minutes->setValidator(new QIntValidator(0, kMaxMinutes, m_minutes));
    updateWithLook(m_minutes, [this] { m_minutes->setFixedWidth(scaled(kMinutesWidth)); });
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_day, m_start, m_dash, m_end, m_lastDay, m_wholeDays, m_minutes, m_unit})
        row->addWidget(part);
    row->addStretch(1);
    setFocusProxy(m_day);
    connect(m_day, &DateEdit::dateChanged, this, &WhenEdit::changed);
    connect(m_lastDay, &DateEdit::dateChanged, this, &WhenEdit::changed);
    connect(m_start, &ClockEdit::timeChanged, this, &WhenEdit::keepLength);
    connect(m_end, &ClockEdit::timeChanged, this, [this] {
        if (m_start->time().isValid() && m_end->time().isValid())
            m_length = m_start->time().secsTo(m_end->time());
        emit changed();
    });
    connect(m_wholeDays, &QCheckBox::clicked, this, [this] {
        applyShape();
        emit changed();
    });
    connect(m_minutes, &QLineEdit::textEdited, this, &WhenEdit::changed);
    applyShape();
}

void WhenEdit::setShape(Shape shape)
{
    m_shape = shape;
    applyShape();
}

void WhenEdit::applyShape()
{
    const bool isStretch = m_shape == Shape::Stretch;
    const bool isWhole = isStretch && m_wholeDays->isChecked();
    m_wholeDays->setVisible(isStretch);
    m_lastDay->setVisible(isWhole);
    m_start->setVisible(!isWhole);
    m_end->setVisible(isStretch && !isWhole);
    m_dash->setVisible(isStretch);
    m_minutes->setVisible(m_shape == Shape::Past);
    m_unit->setVisible(m_shape == Shape::Past);
}

void WhenEdit::setValues(const v1::Activity& activity)
{
    const auto start = activityStart(activity);
    m_day->setDate(activityDay(activity));
    m_start->setTime(start.isValid() ? start.time() : QTime());
    const auto end = activityEnd(activity);
    m_length = activity.has_end_time() ? static_cast<int>(start.secsTo(end)) : 0;
    m_end->setTime(activity.has_end_time() ? end.time() : QTime());
    m_wholeDays->setChecked(activity.has_day());
    m_lastDay->setDate(activity.has_last_day() ? toDay(activity.last_day()) : QDate());
    m_minutes->setText(activity.duration_seconds() > 0
                           ? QString::number((activity.duration_seconds() + 59) / kSecondsPerMinute)
                           : QString());
    applyShape();
}

int WhenEdit::minutes() const
{
    return m_minutes->text().toInt();
}

void WhenEdit::read(v1::Activity& activity) const
{
    activity.clear_start_time();
    activity.clear_end_time();
    activity.clear_day();
    activity.clear_last_day();
    const auto day = m_day->date();
    if (m_shape == Shape::Past && minutes() * kSecondsPerMinute != (activity.duration_seconds() + 59) / 60 * 60)
        activity.set_duration_seconds(minutes() * kSecondsPerMinute);
    if (!day)
        return;
    const QTime start = m_start->time();
    const bool isWhole = m_shape == Shape::Stretch && m_wholeDays->isChecked();
    if (isWhole || !start.isValid()) {
        *activity.mutable_day() = toDate(*day);
        const auto last = m_lastDay->date();
        if (isWhole && last && *last > *day)
            *activity.mutable_last_day() = toDate(*last);
        return;
    }
    const auto begins = officeTime(*day, start);
    *activity.mutable_start_time() = toTimestamp(begins);
    const QTime end = m_end->time();
    if (m_shape != Shape::Stretch || !end.isValid())
        return;
    // An end before the beginning is on the next day.
    const auto ends = officeTime(end > start ? *day : day->addDays(1), end);
    *activity.mutable_end_time() = toTimestamp(ends);
}

void WhenEdit::moveTo(const QDateTime& start)
{
    m_day->setDate(start.date());
    m_start->setTime(start.time());
    keepLength();
}

void WhenEdit::setDuration(int seconds)
{
    if (m_minutes->text().isEmpty())
        m_minutes->setText(QString::number(std::max(1, (seconds + kSecondsPerMinute - 1) / kSecondsPerMinute)));
}

void WhenEdit::keepLength()
{
    const QTime start = m_start->time();
    if (start.isValid() && m_shape == Shape::Stretch)
        m_end->setTime(start.addSecs(m_length > 0 ? m_length : kDefaultLength));
    emit changed();
}

QWidget* WhenEdit::wrongField() const
{
    if (m_day->isWrong() || (!m_day->date() && m_shape != Shape::Term))
        return m_day;
    if (m_start->isVisibleTo(this) && (m_start->isWrong() || (!m_start->time().isValid() && m_shape != Shape::Term)))
        return m_start;
    return m_end->isVisibleTo(this) && m_end->isWrong() ? m_end : nullptr;
}

} // namespace banhang::client
