#include "client/ics/entry_fields.h"

#include <algorithm>
#include <array>

#include "client/email/plain_text.h"
#include "common/vn/utf8.h"

namespace banhang::ics {

namespace {

// What an activity holds.
constexpr std::size_t kMaxTitleLength = 200;
constexpr std::size_t kMaxPlaceLength = 300;
constexpr std::size_t kMaxTextLength = 20'000;
constexpr int kMaxLeads = 5;
constexpr std::int64_t kMaxLeadMinutes = 40'320;
constexpr std::int64_t kMaxDays = 31;
/// Days are reminded of before this hour.
constexpr std::int64_t kHourOfDays = 8;
constexpr int kHighest = 4; ///< priorities 1 to 4 are high, 6 to 9 low
constexpr int kMiddle = 5;

icalproperty* propertyOf(icalcomponent* component, icalproperty_kind kind)
{
    return icalcomponent_get_first_property(component, kind);
}

struct Read
{
    Moment moment{};
    icaltimetype local{};
    icaltimezone* zone = nullptr;
};

std::optional<Read> readTime(icalcomponent* component, icalproperty_kind kind, const Zones& zones, Entry& entry)
{
    icalproperty* property = propertyOf(component, kind);
    icalvalue* value = property == nullptr ? nullptr : icalproperty_get_value(property);
    if (value == nullptr)
        return std::nullopt;
    const icaltimetype time = icalvalue_get_datetimedate(value);
    if (icaltime_is_null_time(time) != 0 || icaltime_is_valid_time(time) == 0 ||
        !vn::isValid({time.year, time.month, time.day}))
        return std::nullopt;
    bool isKnown = true;
    icaltimezone* zone = zones.of(property, time, isKnown);
    if (!isKnown)
        entry.remarks.insert(Remark::ZoneUnknown);
    return Read{momentOf(time, zone), time, zone};
}

/// Of days the end is the day after the last one.
std::int64_t lengthTo(const Moment& begin, const Moment& end)
{
    if (begin.isDay)
        return std::max<std::int64_t>(0, vn::toDays(end.day) - vn::toDays(begin.day) - 1);
    return std::max<std::int64_t>(0, end.epoch() - begin.epoch());
}

std::int64_t givenLength(icalcomponent* component, const Moment& begin)
{
    icalproperty* property = propertyOf(component, ICAL_DURATION_PROPERTY);
    if (property == nullptr)
        return 0;
    const std::int64_t seconds = std::max(0, icaldurationtype_as_int(icalproperty_get_duration(property)));
    return begin.isDay ? std::max<std::int64_t>(0, seconds / kSecondsPerDay - 1) : seconds;
}

/// A task is due at its end; with both on one day it takes the time between.
std::optional<Times> timesOfTask(icalcomponent* component, const Zones& zones, Entry& entry)
{
    const auto due = readTime(component, ICAL_DUE_PROPERTY, zones, entry);
    const auto start = readTime(component, ICAL_DTSTART_PROPERTY, zones, entry);
    if (!due && !start)
        return std::nullopt;
    const Read& begin =
        start && (!due || (!start->moment.isDay && !due->moment.isDay && start->moment.day == due->moment.day &&
                           start->moment.second < due->moment.second))
            ? *start
            : *due;
    const std::int64_t length = due && start && &begin == &*start ? lengthTo(begin.moment, due->moment) : 0;
    return Times{begin.moment, length, begin.local, begin.zone};
}

std::string cut(std::string text, std::size_t most, Entry& entry)
{
    if (vn::characterCount(text) <= most)
        return text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < most; ++i)
        vn::nextCodePoint(text, at);
    text.resize(at);
    entry.remarks.insert(Remark::Cut);
    return text;
}

std::string textOf(icalcomponent* component, icalproperty_kind kind)
{
    icalproperty* property = propertyOf(component, kind);
    const char* text = property == nullptr ? nullptr : icalproperty_get_value_as_string(property);
    icalvalue* value = property == nullptr ? nullptr : icalproperty_get_value(property);
    if (value != nullptr && icalvalue_isa(value) == ICAL_TEXT_VALUE)
        text = icalvalue_get_text(value);
    return text == nullptr ? std::string() : std::string(text);
}

bool isHtml(const std::string& text)
{
    return std::ranges::any_of(std::array{"<br", "<p>", "<p ", "<div", "<html", "<a href"},
                               [&](const char* mark) { return text.find(mark) != std::string::npos; });
}

std::string longTextOf(icalcomponent* component, Entry& entry)
{
    std::string text = textOf(component, ICAL_DESCRIPTION_PROPERTY);
    text = isHtml(text) ? email::plainText(text) : vn::toNfc(text);
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
    text = vn::trim(text);
    if (const std::string url = vn::tidy(textOf(component, ICAL_URL_PROPERTY));
        !url.empty() && text.find(url) == std::string::npos)
        text += (text.empty() ? "" : "\n") + url;
    return cut(text, kMaxTextLength, entry);
}

/// Seconds from the beginning to the alarm, most often negative.
std::optional<std::int64_t> offsetOf(icalcomponent* alarm, const Times& times)
{
    icalproperty* property = propertyOf(alarm, ICAL_TRIGGER_PROPERTY);
    icalproperty* action = propertyOf(alarm, ICAL_ACTION_PROPERTY);
    if (property == nullptr || (action != nullptr && icalproperty_get_action(action) == ICAL_ACTION_NONE))
        return std::nullopt;
    const icaltriggertype trigger = icalproperty_get_trigger(property);
    if (icaltime_is_null_time(trigger.time) == 0)
        return momentOf(trigger.time, icaltimezone_get_utc_timezone()).epoch() - times.begin.epoch();
    icalparameter* related = icalproperty_get_first_parameter(property, ICAL_RELATED_PARAMETER);
    const bool isFromEnd = related != nullptr && icalparameter_get_related(related) == ICAL_RELATED_END;
    return icaldurationtype_as_int(trigger.duration) + (isFromEnd && !times.begin.isDay ? times.length : 0);
}

void readLeads(icalcomponent* component, const Times& times, v1::Activity& activity, Entry& entry)
{
    const std::int64_t base = times.begin.isDay ? kHourOfDays * 3600 : 0;
    for (icalcomponent* alarm = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT); alarm != nullptr;
         alarm = icalcomponent_get_next_component(component, ICAL_VALARM_COMPONENT)) {
        const auto offset = offsetOf(alarm, times);
        if (!offset)
            continue;
        auto& leads = *activity.mutable_reminder_lead_minutes();
        const std::int64_t minutes = (base - *offset) / 60;
        if (std::find(leads.begin(), leads.end(), minutes) != leads.end())
            continue;
        if (base < *offset || minutes > kMaxLeadMinutes || leads.size() == kMaxLeads)
            entry.remarks.insert(Remark::AlarmsLeftOut);
        else
            leads.Add(static_cast<int>(minutes));
    }
}

v1::Priority priorityOf(icalcomponent* component)
{
    icalproperty* property = propertyOf(component, ICAL_PRIORITY_PROPERTY);
    const int value = property == nullptr ? 0 : icalproperty_get_priority(property);
    if (value == 0)
        return v1::PRIORITY_UNSPECIFIED;
    return value <= kHighest ? v1::PRIORITY_HIGH : value == kMiddle ? v1::PRIORITY_NORMAL : v1::PRIORITY_LOW;
}

} // namespace

std::optional<Times> timesOf(icalcomponent* component, const Zones& zones, Entry& entry)
{
    if (icalcomponent_isa(component) == ICAL_VTODO_COMPONENT)
        return timesOfTask(component, zones, entry);
    const auto start = readTime(component, ICAL_DTSTART_PROPERTY, zones, entry);
    if (!start)
        return std::nullopt;
    const auto end = readTime(component, ICAL_DTEND_PROPERTY, zones, entry);
    const std::int64_t length = end && end->moment.isDay == start->moment.isDay ? lengthTo(start->moment, end->moment)
                                                                                : givenLength(component, start->moment);
    return Times{start->moment, length, start->local, start->zone};
}

bool isTooLong(const Times& times)
{
    return times.begin.isDay ? times.length >= kMaxDays : times.length > kMaxDays * kSecondsPerDay;
}

void setTimes(const Times& times, const Moment& begin, v1::Activity& activity)
{
    activity.clear_start_time();
    activity.clear_end_time();
    activity.clear_day();
    activity.clear_last_day();
    if (begin.isDay) {
        setDate(begin.day, *activity.mutable_day());
        if (times.length > 0)
            setDate(vn::addDays(begin.day, static_cast<int>(times.length)), *activity.mutable_last_day());
        return;
    }
    setTimestamp(begin.epoch(), *activity.mutable_start_time());
    if (times.length > 0)
        setTimestamp(begin.epoch() + times.length, *activity.mutable_end_time());
}

v1::Activity activityOf(icalcomponent* component, const Times& times, Entry& entry)
{
    v1::Activity activity;
    const bool isTask = icalcomponent_isa(component) == ICAL_VTODO_COMPONENT;
    activity.set_kind(isTask ? v1::ACTIVITY_KIND_TASK : v1::ACTIVITY_KIND_APPOINTMENT);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_title(cut(vn::tidy(textOf(component, ICAL_SUMMARY_PROPERTY)), kMaxTitleLength, entry));
    if (activity.title().empty())
        entry.remarks.insert(Remark::Untitled);
    activity.set_place(cut(vn::tidy(textOf(component, ICAL_LOCATION_PROPERTY)), kMaxPlaceLength, entry));
    activity.set_preparation(longTextOf(component, entry));
    if (isTask)
        activity.set_priority(priorityOf(component));
    setTimes(times, times.begin, activity);
    readLeads(component, times, activity, entry);
    return activity;
}

} // namespace banhang::ics
