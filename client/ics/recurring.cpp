#include "client/ics/recurring.h"

#include <algorithm>
#include <limits>
#include <set>

#include "client/ics/rules.h"

namespace banhang::ics {

namespace {

/// From the first day on. The server makes the days of so long a time ahead; what differs later is not known yet
/// anyway.
constexpr int kHorizonDays = 400;
constexpr std::size_t kMaxSlots = 200;
constexpr std::size_t kComparedDays = 60;
constexpr int kMaxOwnOccurrences = 400;
constexpr int kMaxCount = 1000;
/// Each day of sixty years.
constexpr int kMaxWalk = 22'000;

/// One day of the rule.
struct Slot
{
    Moment begin{};
    bool isLeftOut = false;
};

/// The days that EXDATE names, by moment or by day in the zone of the file.
class LeftOut
{
public:
    LeftOut(icalcomponent* master, const Zones& zones)
    {
        eachProperty(master, ICAL_EXDATE_PROPERTY, [&](icalproperty* property) {
            const icaltimetype time = icalproperty_get_exdate(property);
            bool isKnown = true;
            if (time.is_date != 0)
                m_days.insert({time.year, time.month, time.day});
            else
                m_moments.insert(momentOf(time, zones.of(property, time, isKnown)).epoch());
        });
    }

    bool contains(const icaltimetype& local, const Moment& moment) const
    {
        return m_days.contains({local.year, local.month, local.day}) || m_moments.contains(moment.epoch());
    }

private:
    std::set<std::int64_t> m_moments;
    std::set<vn::Date> m_days;
};

/// Walks over the days of the rule.
struct Walked
{
    std::vector<Slot> slots;
    int passed = 0;      ///< days before today
    int shift = 0;       ///< from the day in the zone of the file to that in Viet Nam
    bool goesOn = false; ///< beyond the slots
};

/// The last moment of a rule; what is not said is far away.
std::int64_t endOf(const icalrecurrencetype& rule, const Times& times)
{
    if (icaltime_is_null_time(rule.until) != 0)
        return std::numeric_limits<std::int64_t>::max();
    if (rule.until.is_date != 0 && !times.begin.isDay) {
        icaltimetype end = rule.until;
        end.is_date = 0;
        end.hour = 23;
        end.minute = 59;
        end.second = 59;
        return momentOf(end, times.zone).epoch();
    }
    if (times.begin.isDay)
        return wholeDay({rule.until.year, rule.until.month, rule.until.day}).epoch();
    icaltimezone* zone = icaltime_is_utc(rule.until) != 0 ? icaltimezone_get_utc_timezone() : times.zone;
    return momentOf(rule.until, zone).epoch();
}

Walked walk(icalrecurrencetype rule, const Times& times, const LeftOut& leftOut, const vn::Date& today)
{
    Walked walked;
    const std::int64_t end = endOf(rule, times);
    rule.until = icaltime_null_time();
    icaltimetype start = times.local;
    start.zone = nullptr;
    const OwnedWalk iterator(icalrecur_iterator_new(rule, start));
    vn::Date horizon{};
    bool isKept = false;
    for (int i = 0; iterator && i < kMaxWalk; ++i) {
        const icaltimetype local = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(local) != 0 || !vn::isValid({local.year, local.month, local.day}))
            break;
        const Moment moment = momentOf(local, times.zone);
        if (moment.epoch() > end)
            break;
        if (moment.day < today) {
            ++walked.passed;
            continue;
        }
        // Up to the first day that is kept, however far it lies.
        if (isKept && (walked.slots.size() >= kMaxSlots || moment.day > horizon)) {
            walked.goesOn = true;
            break;
        }
        if (walked.slots.empty()) {
            horizon = vn::addDays(moment.day, kHorizonDays);
            walked.shift = static_cast<int>(vn::toDays(moment.day) - vn::toDays({local.year, local.month, local.day}));
        }
        walked.slots.push_back({moment, leftOut.contains(local, moment)});
        isKept = isKept || !walked.slots.back().isLeftOut;
    }
    return walked;
}

bool isSameDayTwice(const std::vector<Slot>& slots)
{
    return std::ranges::adjacent_find(slots, {}, [](const Slot& slot) { return slot.begin.day; }) != slots.end();
}

/// How the rule ends, by the days that were walked over; the days of the rule are counted from the first slot.
bool setEnd(const icalrecurrencetype& rule, const Times& times, const Walked& walked, bool isCut,
            v1::Recurrence& recurrence)
{
    const Moment& last = walked.slots.back().begin;
    if (isCut || (!walked.goesOn && rule.count == 0 && icaltime_is_null_time(rule.until) == 0)) {
        setDate(last.day, *recurrence.mutable_until_day());
    } else if (rule.count > 0) {
        if (rule.count - walked.passed > kMaxCount)
            return false;
        recurrence.set_count(rule.count - walked.passed);
    } else if (walked.goesOn && icaltime_is_null_time(rule.until) == 0) {
        const Moment end = momentAt(endOf(rule, times));
        const bool isEarlier = end.second < walked.slots.front().begin.second;
        setDate(vn::addDays(end.day, isEarlier ? -1 : 0), *recurrence.mutable_until_day());
    }
    return true;
}

v1::Activity& addException(const v1::Activity& activity, const vn::Date& slot, v1::Series& series)
{
    v1::Activity& exception = *series.add_exceptions() = activity;
    setDate(slot, *exception.mutable_series_slot());
    return exception;
}

bool isCancelled(icalcomponent* component)
{
    return icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED;
}

/// The day of the rule that a component changes; nothing for one that is over, or that the rule does not have.
std::optional<vn::Date> slotOf(icalcomponent* component, const Zones& zones, const Walked& walked,
                               const vn::Date& today)
{
    icalproperty* property = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY);
    const icaltimetype time = icalproperty_get_recurrenceid(property);
    bool isKnown = true;
    const Moment moment = momentOf(time, zones.of(property, time, isKnown));
    if (moment.day < today)
        return std::nullopt;
    for (const Slot& slot : walked.slots)
        if (slot.begin.epoch() == moment.epoch() || (moment.isDay && slot.begin.day == moment.day))
            return slot.begin.day;
    const bool isBeyond = walked.goesOn && moment.day > walked.slots.back().begin.day;
    return isBeyond ? std::optional(moment.day) : std::nullopt;
}

/// Single days that are changed or called off. Those days.
std::set<vn::Date> takeChanged(const std::vector<icalcomponent*>& changed, const Zones& zones, const Walked& walked,
                               const vn::Date& today, Entry& entry)
{
    std::set<vn::Date> taken;
    for (icalcomponent* component : changed) {
        icalproperty* id = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY);
        if (icalproperty_get_first_parameter(id, ICAL_RANGE_PARAMETER) != nullptr)
            entry.obstacle = Obstacle::Rule;
        const auto slot = slotOf(component, zones, walked, today);
        if (!slot || !taken.insert(*slot).second)
            continue;
        if (isCancelled(component)) {
            setDate(*slot, *entry.series.add_left_out_days());
            continue;
        }
        const auto times = timesOf(component, zones, entry);
        if (!times || isTooLong(*times)) {
            entry.obstacle = Obstacle::Damaged;
            return taken;
        }
        v1::Activity activity = activityOf(component, *times, entry);
        if (activity.title().empty())
            activity.set_title(entry.activity.title());
        addException(activity, *slot, entry.series);
    }
    return taken;
}

} // namespace

bool isRecurring(icalcomponent* master)
{
    return icalcomponent_get_first_property(master, ICAL_RRULE_PROPERTY) != nullptr ||
           icalcomponent_get_first_property(master, ICAL_RDATE_PROPERTY) != nullptr;
}

void fillSeries(icalcomponent* master, const std::vector<icalcomponent*>& changed, const Zones& zones,
                const Times& times, const vn::Date& today, Entry& entry)
{
    entry.isSeries = true;
    const int rules = icalcomponent_count_properties(master, ICAL_RRULE_PROPERTY);
    if (icalcomponent_count_properties(master, ICAL_RDATE_PROPERTY) > 0) {
        entry.obstacle = Obstacle::ExtraDays;
        return;
    }
    if (rules != 1 || icalcomponent_count_properties(master, ICAL_EXRULE_PROPERTY) > 0) {
        entry.obstacle = Obstacle::Rule;
        return;
    }
    const auto rule = icalproperty_get_rrule(icalcomponent_get_first_property(master, ICAL_RRULE_PROPERTY));
    const Walked walked = walk(rule, times, LeftOut(master, zones), today);
    if (std::ranges::all_of(walked.slots, &Slot::isLeftOut)) {
        entry.obstacle = Obstacle::Over;
        return;
    }
    const Moment first = walked.slots.front().begin;
    const auto recurrence = recurrenceOf(rule, first.day, walked.shift);
    const auto isShifted = [&](const Slot& slot) { return slot.begin.second != first.second; };
    const bool isCut = walked.goesOn && std::ranges::any_of(walked.slots, isShifted);
    entry.series.set_ics_uid(entry.uid);
    setTimes(times, first, entry.activity);
    *entry.series.mutable_pattern() = entry.activity;
    if (recurrence)
        *entry.series.mutable_recurrence() = *recurrence;
    if (!recurrence || isSameDayTwice(walked.slots) ||
        !setEnd(rule, times, walked, isCut, *entry.series.mutable_recurrence())) {
        entry.obstacle = Obstacle::Rule;
        return;
    }
    entry.hasMoreDays = walked.goesOn || walked.slots.size() > kComparedDays;
    if (walked.passed > 0)
        entry.remarks.insert(Remark::BeginsToday);
    if (isCut)
        entry.remarks.insert(Remark::EndsEarly);
    const std::set<vn::Date> taken = takeChanged(changed, zones, walked, today, entry);
    for (const Slot& slot : walked.slots) {
        if (entry.days.size() < kComparedDays)
            entry.days.push_back(slot.begin.day);
        if (taken.contains(slot.begin.day))
            continue;
        if (slot.isLeftOut)
            setDate(slot.begin.day, *entry.series.add_left_out_days());
        else if (isShifted(slot))
            setTimes(times, slot.begin, addException(entry.activity, slot.begin.day, entry.series));
    }
    if (entry.series.left_out_days_size() > kMaxOwnOccurrences || entry.series.exceptions_size() > kMaxOwnOccurrences)
        entry.obstacle = Obstacle::Rule;
}

} // namespace banhang::ics
