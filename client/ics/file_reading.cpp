#include "client/ics/file_reading.h"

#include <algorithm>
#include <map>
#include <optional>

#include "client/ics/entry_fields.h"
#include "client/ics/recurring.h"
#include "common/vn/utf8.h"

namespace banhang::ics {

namespace {

constexpr std::size_t kMaxUidLength = 400;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// How often a line begins with `start`, in any case.
std::size_t countLines(std::string_view text, std::string_view start)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        const std::string_view line = text.substr(at, start.size());
        count += std::ranges::equal(line, start, [](char a, char b) { return (a & ~0x20) == (b & ~0x20); }) ? 1 : 0;
        if (text.find('\n', at) == std::string_view::npos)
            break;
    }
    return count;
}

/// On which lines entries begin, from 1 on.
std::vector<int> entryLines(std::string_view text)
{
    std::vector<int> lines;
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, next - at);
        ++number;
        if (countLines(line, "BEGIN:VEVENT") + countLines(line, "BEGIN:VTODO") > 0)
            lines.push_back(number);
        at = next + 1;
    }
    return lines;
}

/// With the ends of what the text leaves open: the parser gives nothing of a file that is cut.
std::string closed(std::string_view text)
{
    constexpr std::string_view kBegin = "BEGIN:";
    constexpr std::string_view kEnd = "END:";
    std::vector<std::string_view> open;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('\n', at), text.size());
        const std::string_view line = vn::trim(text.substr(at, next - at));
        if (line.starts_with(kBegin))
            open.push_back(line.substr(kBegin.size()));
        else if (line.starts_with(kEnd) && !open.empty())
            open.pop_back();
        at = next + 1;
    }
    std::string whole(text);
    for (auto name = open.rbegin(); name != open.rend(); ++name)
        whole += "\r\n" + std::string(kEnd) + std::string(*name);
    return whole + "\r\n";
}

/// FNV-1a: the same for the same text on every machine.
std::string fingerprint(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return std::to_string(hash);
}

/// Who writes entries without a UID, or with an endless one, gets one that is made of the entry.
std::string uidOf(icalcomponent* component)
{
    const char* given = icalcomponent_get_uid(component);
    std::string uid = given == nullptr ? std::string() : vn::tidy(given);
    if (!uid.empty() && uid.size() <= kMaxUidLength)
        return uid;
    const OwnedText text(icalcomponent_as_ical_string_r(component));
    return "entry-" + fingerprint(uid.empty() && text ? std::string_view(text.get()) : uid);
}

struct Group
{
    icalcomponent* master = nullptr;
    std::vector<icalcomponent*> changed; ///< with a RECURRENCE-ID
};

/// In the order of the file.
struct Groups
{
    Group& of(const std::string& uid)
    {
        const auto [place, isNew] = byUid.emplace(uid, order.size());
        if (isNew)
            order.emplace_back(uid, Group{});
        return order[place->second].second;
    }

    std::map<std::string, std::size_t> byUid;
    std::vector<std::pair<std::string, Group>> order;
};

int sequenceOf(icalcomponent* component)
{
    return icalcomponent_get_sequence(component);
}

void sortIn(icalcomponent* component, Groups& groups)
{
    Group& group = groups.of(uidOf(component));
    if (icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY) != nullptr)
        group.changed.push_back(component);
    else if (group.master == nullptr || sequenceOf(component) >= sequenceOf(group.master))
        group.master = component;
}

Obstacle statusOf(icalcomponent* component)
{
    switch (icalcomponent_get_status(component)) {
    case ICAL_STATUS_CANCELLED:
        return Obstacle::Cancelled;
    case ICAL_STATUS_COMPLETED:
        return Obstacle::Done;
    default:
        return Obstacle::None;
    }
}

/// The latest word of the author on one component or several.
void readAge(icalcomponent* component, Entry& entry)
{
    entry.sequence = std::max<std::int64_t>(entry.sequence, sequenceOf(component));
    icalproperty* property = icalcomponent_get_first_property(component, ICAL_LASTMODIFIED_PROPERTY);
    const icaltimetype time = property == nullptr ? icaltime_null_time() : icalproperty_get_lastmodified(property);
    if (icaltime_is_null_time(time) == 0)
        entry.modified = std::max(entry.modified, momentOf(time, icaltimezone_get_utc_timezone()).epoch());
}

class Reading
{
public:
    Reading(const vn::Date& today, const std::atomic_bool& stop, std::vector<int> lines, CalendarFile& file)
        : m_today(today), m_stop(stop), m_lines(std::move(lines)), m_file(file)
    {
    }

    void read(icalcomponent* calendar)
    {
        eachProperty(calendar, ICAL_X_PROPERTY, [this](icalproperty* property) {
            const char* name = icalproperty_get_x_name(property);
            if (name != nullptr && std::string_view(name) == "X-WR-CALNAME" && m_file.name.empty())
                m_file.name = vn::tidy(icalproperty_get_value_as_string(property));
        });
        Groups groups;
        for (icalcomponent* inner = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT); inner != nullptr;
             inner = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
            const icalcomponent_kind kind = icalcomponent_isa(inner);
            if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT) {
                m_lineOf.emplace(inner, m_lineOf.size() < m_lines.size() ? m_lines[m_lineOf.size()] : 0);
                sortIn(inner, groups);
            } else if (kind != ICAL_VTIMEZONE_COMPONENT)
                ++m_file.otherComponents;
        }
        const Zones zones(calendar);
        for (const auto& [uid, group] : groups.order)
            add(uid, group, zones);
    }

private:
    void add(const std::string& uid, const Group& group, const Zones& zones)
    {
        if (m_stop)
            throw FileError(FileError::Reason::Stopped);
        if (group.master != nullptr && isRecurring(group.master)) {
            addEntry(uid, group.master, &group.changed, zones);
            return;
        }
        if (group.master != nullptr)
            addEntry(uid, group.master, nullptr, zones);
        // Days of something that comes again, sent alone: an invitation to one of them.
        for (icalcomponent* one : group.changed)
            addEntry(uid + "/" + icaltime_as_ical_string(icalcomponent_get_recurrenceid(one)), one, nullptr, zones);
    }

    void addEntry(const std::string& uid, icalcomponent* component, const std::vector<icalcomponent*>* changed,
                  const Zones& zones)
    {
        Entry& entry = m_file.entries.emplace_back();
        entry.uid = uid;
        entry.line = m_lineOf.at(component);
        entry.damagedLines = icalcomponent_count_errors(component);
        readAge(component, entry);
        if (changed != nullptr)
            for (icalcomponent* one : *changed)
                readAge(one, entry);
        const auto times = timesOf(component, zones, entry);
        const bool isTask = icalcomponent_isa(component) == ICAL_VTODO_COMPONENT;
        entry.activity = activityOf(component, times.value_or(Times{}), entry);
        if (!times) {
            // A task may do without a term.
            setTimes({}, {}, entry.activity);
            entry.activity.clear_start_time();
            entry.activity.clear_reminder_lead_minutes();
        }
        entry.obstacle = statusOf(component);
        if (entry.obstacle != Obstacle::None)
            return;
        if (!times)
            entry.obstacle = !isTask || changed != nullptr ? Obstacle::Damaged : Obstacle::None;
        else if (isTooLong(*times))
            entry.obstacle = Obstacle::TooLong;
        else if (changed != nullptr)
            fillSeries(component, *changed, zones, *times, m_today, entry);
        else if (vn::addDays(times->begin.day, times->begin.isDay ? static_cast<int>(times->length) : 0) < m_today)
            entry.remarks.insert(Remark::Past);
        if (!entry.isSeries)
            entry.activity.set_ics_uid(uid);
    }

    vn::Date m_today;
    const std::atomic_bool& m_stop;
    const std::vector<int> m_lines;
    std::map<const icalcomponent*, int> m_lineOf; ///< they come in the order of the file
    CalendarFile& m_file;
};

} // namespace

CalendarFile readCalendar(std::string_view text, const vn::Date& today, const std::atomic_bool& stop)
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    const std::size_t calendars = countLines(text.substr(0, kMaxFileBytes), "BEGIN:VCALENDAR");
    if (calendars == 0)
        throw FileError(FileError::Reason::NoCalendar);
    if (text.size() > kMaxFileBytes || countLines(text, "BEGIN:VEVENT") + countLines(text, "BEGIN:VTODO") > kMaxEntries)
        throw FileError(FileError::Reason::TooLarge);
    icalerror_set_errors_are_fatal(0);
    const OwnedComponent root(icalparser_parse_string(closed(text).c_str()));
    if (!root)
        throw FileError(FileError::Reason::NoCalendar);
    CalendarFile file;
    file.isCut = countLines(text, "END:VCALENDAR") < calendars;
    file.damagedLines = icalcomponent_count_errors(root.get());
    Reading reading(today, stop, entryLines(text), file);
    if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT) {
        reading.read(root.get());
    } else {
        for (icalcomponent* each = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
             each != nullptr; each = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
            reading.read(each);
    }
    return file;
}

} // namespace banhang::ics
