// Times of calendar files by the clock of the office, which has no summer time.
#pragma once

#include <cstdint>
#include <string>

#include "banhang/v1/activities.pb.h"
#include "client/ics/ical_handles.h"
#include "common/day_message.h"

namespace banhang::ics {

constexpr const char* kOfficeZone = "Asia/Ho_Chi_Minh";
constexpr std::int64_t kOfficeOffset = std::int64_t{7} * 3600;
constexpr std::int64_t kSecondsPerDay = 86'400;

/// A whole day, or a moment with the day and the second of the day that it falls on in Viet Nam.
struct Moment
{
    bool isDay = false;
    vn::Date day{};
    std::int64_t second = 0;

    /// Since 1970 UTC; of a day its midnight in Viet Nam.
    std::int64_t epoch() const { return vn::toDays(day) * kSecondsPerDay + second - kOfficeOffset; }
    friend bool operator==(const Moment&, const Moment&) = default;
};

Moment momentAt(std::int64_t epoch);
Moment wholeDay(const vn::Date& day);

void setTimestamp(std::int64_t epoch, google::protobuf::Timestamp& timestamp);

/// As a file has it: local time of the office, or a day.
icaltimetype toIcal(const Moment& moment);
icaltimetype toIcalUtc(std::int64_t epoch);

/// Finds the zones that the properties of one file name: those that it describes, else those of this machine, also by
/// the names that Windows gives them. `calendar` must outlive it.
class Zones
{
public:
    explicit Zones(icalcomponent* calendar) : m_calendar(calendar) {}

    /// Null for times that float, and for zones that nobody knows; `isKnown` tells the two apart.
    icaltimezone* of(icalproperty* property, const icaltimetype& time, bool& isKnown) const;

private:
    icalcomponent* m_calendar;
};

/// In the zone, or in that of the office for null.
Moment momentOf(const icaltimetype& time, icaltimezone* zone);

} // namespace banhang::ics
