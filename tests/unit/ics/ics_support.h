// Reading calendar files as if it were Wednesday, 18 November 2026.
#pragma once

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "client/ics/file_reading.h"
#include "client/ics/moments.h"

namespace banhang::ics {

constexpr vn::Date kToday{2026, 11, 18};

inline CalendarFile read(const std::string& text)
{
    const std::atomic_bool stop = false;
    return readCalendar(text, kToday, stop);
}

inline CalendarFile readSample(const std::string& name)
{
    std::ifstream file(std::string(BANHANG_ICS_FILES) + "/" + name, std::ios::binary);
    return read({std::istreambuf_iterator<char>(file), {}});
}

/// One entry of the file; an empty one when there is none of that UID.
inline Entry entryOf(const CalendarFile& file, const std::string& uid)
{
    for (const Entry& entry : file.entries)
        if (entry.uid == uid)
            return entry;
    return {};
}

/// A file with one component of these lines.
inline std::string fileWith(const std::string& lines, const std::string& kind = "VEVENT")
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:" + kind + "\r\nUID:one\r\nDTSTAMP:20261101T000000Z\r\n" + lines +
           "END:" + kind + "\r\nEND:VCALENDAR\r\n";
}

inline Entry readOne(const std::string& lines, const std::string& kind = "VEVENT")
{
    return read(fileWith(lines, kind)).entries.at(0);
}

/// "2026-11-20 09:00" in Viet Nam; without the time for a whole day.
inline std::string at(const v1::Activity& activity)
{
    if (activity.has_day())
        return vn::formatIsoDate(dateOf(activity.day()));
    const Moment moment = momentAt(activity.start_time().seconds());
    char clock[16];
    std::snprintf(clock, sizeof clock, " %02d:%02d", static_cast<int>(moment.second / 3600),
                  static_cast<int>(moment.second / 60 % 60));
    return vn::formatIsoDate(moment.day) + clock;
}

inline std::int64_t minutesOf(const v1::Activity& activity)
{
    return (activity.end_time().seconds() - activity.start_time().seconds()) / 60;
}

} // namespace banhang::ics
