#include "client/ics/moments.h"

#include <array>
#include <string_view>

namespace banhang::ics {

namespace {

/// Names of Windows, which Outlook writes, for zones that Vietnamese offices deal with; from CLDR's windowsZones
/// (Unicode licence).
constexpr std::array<std::pair<std::string_view, const char*>, 18> kWindowsZones{{
    {"SE Asia Standard Time", "Asia/Bangkok"},
    {"Singapore Standard Time", "Asia/Singapore"},
    {"China Standard Time", "Asia/Shanghai"},
    {"Taipei Standard Time", "Asia/Taipei"},
    {"Tokyo Standard Time", "Asia/Tokyo"},
    {"Korea Standard Time", "Asia/Seoul"},
    {"India Standard Time", "Asia/Kolkata"},
    {"Arabian Standard Time", "Asia/Dubai"},
    {"AUS Eastern Standard Time", "Australia/Sydney"},
    {"GMT Standard Time", "Europe/London"},
    {"Romance Standard Time", "Europe/Paris"},
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"Russian Standard Time", "Europe/Moscow"},
    {"Eastern Standard Time", "America/New_York"},
    {"Central Standard Time", "America/Chicago"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"UTC", "Etc/UTC"},
}};

icaltimezone* builtinZone(const char* name)
{
    for (const auto& [windows, iana] : kWindowsZones)
        if (windows == name)
            return icaltimezone_get_builtin_timezone(iana);
    if (icaltimezone* zone = icaltimezone_get_builtin_timezone(name); zone != nullptr)
        return zone;
    return icaltimezone_get_builtin_timezone_from_tzid(name);
}

} // namespace

Moment momentAt(std::int64_t epoch)
{
    const std::int64_t local = epoch + kOfficeOffset;
    const std::int64_t second = (local % kSecondsPerDay + kSecondsPerDay) % kSecondsPerDay;
    return {false, vn::fromDays((local - second) / kSecondsPerDay), second};
}

Moment wholeDay(const vn::Date& day)
{
    return {true, day, 0};
}

void setTimestamp(std::int64_t epoch, google::protobuf::Timestamp& timestamp)
{
    timestamp.set_seconds(epoch);
    timestamp.set_nanos(0);
}

icaltimetype toIcal(const Moment& moment)
{
    icaltimetype time = icaltime_null_time();
    time.year = moment.day.year;
    time.month = moment.day.month;
    time.day = moment.day.day;
    time.is_date = moment.isDay ? 1 : 0;
    time.hour = static_cast<int>(moment.second / 3600);
    time.minute = static_cast<int>(moment.second / 60 % 60);
    time.second = static_cast<int>(moment.second % 60);
    return time;
}

icaltimetype toIcalUtc(std::int64_t epoch)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(epoch), 0, icaltimezone_get_utc_timezone());
}

icaltimezone* Zones::of(icalproperty* property, const icaltimetype& time, bool& isKnown) const
{
    isKnown = true;
    if (icaltime_is_utc(time) != 0)
        return icaltimezone_get_utc_timezone();
    icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char* name = parameter == nullptr ? nullptr : icalparameter_get_tzid(parameter);
    if (name == nullptr || time.is_date != 0)
        return nullptr;
    icaltimezone* zone = icalcomponent_get_timezone(m_calendar, name);
    if (zone == nullptr)
        zone = builtinZone(name);
    isKnown = zone != nullptr;
    return zone;
}

Moment momentOf(const icaltimetype& time, icaltimezone* zone)
{
    if (time.is_date != 0)
        return wholeDay({time.year, time.month, time.day});
    if (zone != nullptr)
        return momentAt(icaltime_as_timet_with_zone(time, zone));
    const vn::Date day{time.year, time.month, time.day};
    return momentAt(vn::toDays(day) * kSecondsPerDay + std::int64_t{time.hour} * 3600 + std::int64_t{time.minute} * 60 +
                    time.second - kOfficeOffset);
}

} // namespace banhang::ics
