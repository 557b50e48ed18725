#include "client/ics/file_writing.h"

#include <set>

#include "client/ics/moments.h"
#include "client/ics/rules.h"
#include "common/vn/utf8.h"

namespace banhang::ics {

namespace {

constexpr int kSecondsPerMinute = 60;
constexpr int kHourOfDays = 8;

/// The office's clock as the format describes it: one offset, for ever.
constexpr const char* kZone =
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

void addText(icalcomponent* component, icalproperty* (*make)(const char*), const std::string& text)
{
    if (!text.empty())
        icalcomponent_add_property(component, make(text.c_str()));
}

void addTime(icalcomponent* component, icalproperty* property, const Moment& moment)
{
    if (moment.isDay)
        icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
    else
        icalproperty_add_parameter(property, icalparameter_new_tzid(kOfficeZone));
    icalcomponent_add_property(component, property);
}

std::optional<Moment> beginOf(const v1::Activity& activity)
{
    if (activity.has_start_time())
        return momentAt(activity.start_time().seconds());
    if (activity.has_day())
        return wholeDay(dateOf(activity.day()));
    return std::nullopt;
}

/// Of days the end is the day after the last one.
std::optional<Moment> endOf(const v1::Activity& activity)
{
    if (activity.has_end_time())
        return momentAt(activity.end_time().seconds());
    if (activity.has_day())
        return wholeDay(vn::addDays(dateOf(activity.has_last_day() ? activity.last_day() : activity.day()), 1));
    return std::nullopt;
}

void addAlarms(icalcomponent* component, const v1::Activity& activity, const std::string& title)
{
    const int base = activity.has_day() ? kHourOfDays * 3600 : 0;
    for (const int lead : activity.reminder_lead_minutes()) {
        icalcomponent* alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
        icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
        addText(alarm, icalproperty_new_description, title);
        icalcomponent_add_property(alarm,
                                   icalproperty_new_trigger(icaltriggertype_from_int(base - lead * kSecondsPerMinute)));
        icalcomponent_add_component(component, alarm);
    }
}

icalproperty_status statusOf(const v1::Activity& activity, bool isTask)
{
    if (activity.state() == v1::ACTIVITY_STATE_CANCELLED)
        return ICAL_STATUS_CANCELLED;
    if (!isTask)
        return ICAL_STATUS_CONFIRMED;
    return activity.state() == v1::ACTIVITY_STATE_DONE ? ICAL_STATUS_COMPLETED : ICAL_STATUS_NEEDSACTION;
}

void addPriority(icalcomponent* component, v1::Priority priority)
{
    if (priority != v1::PRIORITY_UNSPECIFIED)
        icalcomponent_add_property(component, icalproperty_new_priority(priority == v1::PRIORITY_HIGH  ? 1
                                                                        : priority == v1::PRIORITY_LOW ? 9
                                                                                                       : 5));
}

void addTimes(icalcomponent* component, const v1::Activity& activity, bool isTask, bool needsStart)
{
    const auto begin = beginOf(activity);
    if (!begin)
        return;
    const auto end = endOf(activity);
    if (isTask) {
        const bool takesTime = !begin->isDay && end && end->day == begin->day;
        if (takesTime || needsStart)
            addTime(component, icalproperty_new_dtstart(toIcal(*begin)), *begin);
        const Moment due = takesTime ? *end : *begin;
        return addTime(component, icalproperty_new_due(toIcal(due)), due);
    }
    addTime(component, icalproperty_new_dtstart(toIcal(*begin)), *begin);
    if (end)
        addTime(component, icalproperty_new_dtend(toIcal(*end)), *end);
}

} // namespace

struct FileWriter::Parts
{
    OwnedComponent calendar;
    std::int64_t now = 0;
    Wording wording;
    std::set<std::string> uids;

    icalcomponent* make(const v1::Activity& activity, const std::string& uid, bool needsStart)
    {
        const bool isTask = activity.kind() == v1::ACTIVITY_KIND_TASK;
        icalcomponent* component = icalcomponent_new(isTask ? ICAL_VTODO_COMPONENT : ICAL_VEVENT_COMPONENT);
        addText(component, icalproperty_new_uid, uid);
        icalcomponent_add_property(component, icalproperty_new_dtstamp(toIcalUtc(now)));
        if (activity.has_update_time())
            icalcomponent_add_property(component,
                                       icalproperty_new_lastmodified(toIcalUtc(activity.update_time().seconds())));
        icalcomponent_add_property(component, icalproperty_new_sequence(static_cast<int>(activity.version())));
        addTimes(component, activity, isTask, needsStart);
        const std::string title = wording.title(activity);
        addText(component, icalproperty_new_summary, title);
        addText(component, icalproperty_new_location, activity.place());
        addText(component, icalproperty_new_description, wording.text(activity));
        icalcomponent_add_property(component, icalproperty_new_status(statusOf(activity, isTask)));
        if (isTask)
            addPriority(component, activity.priority());
        else if (!activity.has_end_time())
            icalcomponent_add_property(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        if (activity.state() <= v1::ACTIVITY_STATE_PLANNED)
            addAlarms(component, activity, title);
        icalcomponent_add_component(calendar.get(), component);
        return component;
    }
};

FileWriter::FileWriter(const std::string& name, std::int64_t now, Wording wording)
    : m_parts(new Parts{OwnedComponent(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)), now, std::move(wording), {}})
{
    icalcomponent* calendar = m_parts->calendar.get();
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//banhang//banhang//VI"));
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    if (!name.empty()) {
        icalproperty* named = icalproperty_new_x(name.c_str());
        icalproperty_set_x_name(named, "X-WR-CALNAME");
        icalcomponent_add_property(calendar, named);
    }
    icalcomponent_add_component(calendar, icalparser_parse_string(kZone));
}

FileWriter::~FileWriter() = default;

void FileWriter::add(const v1::Activity& activity)
{
    if (m_parts->uids.insert(activity.ics_uid()).second)
        m_parts->make(activity, activity.ics_uid(), false);
}

void FileWriter::add(const v1::Series& series)
{
    const auto begin = beginOf(series.pattern());
    if (!begin)
        return;
    const auto rule = ruleText(series.recurrence(), begin->day, begin->isDay, begin->second);
    if (!rule || !m_parts->uids.insert(series.ics_uid()).second)
        return;
    v1::Activity pattern = series.pattern();
    pattern.set_version(series.version());
    icalcomponent* master = m_parts->make(pattern, series.ics_uid(), true);
    icalcomponent_add_property(master, icalproperty_new_rrule(icalrecurrencetype_from_string(rule->c_str())));
    const auto inSeries = [&](const v1::Date& day) { return Moment{begin->isDay, dateOf(day), begin->second}; };
    for (const v1::Date& day : series.left_out_days())
        addTime(master, icalproperty_new_exdate(toIcal(inSeries(day))), inSeries(day));
    for (const v1::Activity& exception : series.exceptions()) {
        icalcomponent* changed = m_parts->make(exception, series.ics_uid(), true);
        addTime(changed, icalproperty_new_recurrenceid(toIcal(inSeries(exception.series_slot()))),
                inSeries(exception.series_slot()));
    }
}

int FileWriter::count() const
{
    return static_cast<int>(m_parts->uids.size());
}

std::string FileWriter::text() const
{
    const OwnedText text(icalcomponent_as_ical_string_r(m_parts->calendar.get()));
    return text ? text.get() : std::string();
}

} // namespace banhang::ics
