#include "client/calendar/calendar_item.h"

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

constexpr int kMinutesOfDay = 24 * 60;

int minuteOf(const QDateTime& moment, const QDate& day)
{
    const qint64 seconds = officeTime(day, QTime(0, 0)).secsTo(moment);
    return static_cast<int>(std::clamp<qint64>(seconds / 60, 0, kMinutesOfDay));
}

} // namespace

int CalendarItem::startMinute(const QDate& day) const
{
    return minuteOf(start, day);
}

int CalendarItem::endMinute(const QDate& day) const
{
    return minuteOf(end, day);
}

CalendarItem calendarItem(const v1::Activity& activity, const PicklistCache& picklists)
{
    CalendarItem item{.id = activity.id()};
    item.start = activityStart(activity);
    item.end = activityEnd(activity);
    item.firstDay = activityDay(activity);
    item.lastDay = activityLastDay(activity);
    // Midnight itself belongs to the day before it.
    if (item.start.isValid() && item.end > item.start && item.end.time() == QTime(0, 0))
        item.lastDay = item.end.date().addDays(-1);
    item.isWholeDay = !item.start.isValid();
    item.title = activityTitle(activity, picklists);
    item.detail = activityWhom(activity);
    item.shortTitle = activity.title().empty() && !item.detail.isEmpty()
                          ? QStringLiteral("%1 %2").arg(item.title, item.detail)
                          : item.title;
    item.iconName = activityIcon(activity);
    item.isPlanned = isPlanned(activity);
    item.isDone = activity.state() == v1::ACTIVITY_STATE_DONE;
    item.isReminded = item.isPlanned && activity.reminder_lead_minutes_size() > 0;
    item.isRepeated = activity.series_id() != 0;
    item.people.append(activity.owner_user_id());
    for (const auto person : activity.participant_user_ids())
        item.people.append(person);
    item.activity = std::make_shared<const v1::Activity>(activity);
    return item;
}

bool isClash(const CalendarItem& one, const CalendarItem& other)
{
    if (one.id == other.id || !one.isPlanned || !other.isPlanned || !one.takesTime() || !other.takesTime())
        return false;
    if (one.start >= other.end || other.start >= one.end)
        return false;
    return std::any_of(one.people.begin(), one.people.end(),
                       [&other](qint64 person) { return other.people.contains(person); });
}

} // namespace banhang::client
