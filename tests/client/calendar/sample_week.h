// The week of 16 November 2026 as the pictures of the design show it: Lê Quang Minh's work, and some of his
// colleagues'.
#pragma once

#include "tests/client/calendar/fake_calendar.h"

namespace banhang::test {

constexpr std::int64_t kMinh = 11;
constexpr std::int64_t kDiep = 12;
constexpr std::int64_t kBaoTri = 13;
constexpr std::int64_t kFirstMeeting = 101;  ///< 14:30 with anh Hải, clashes with the next one
constexpr std::int64_t kSecondMeeting = 102; ///< 15:00
constexpr std::int64_t kTeamMeeting = 103;   ///< 10:00, comes again
constexpr std::int64_t kUntimedTask = 201;

/// Wednesday, 09:42.
QDateTime sampleNow();
void fillSampleWeek(CalendarMemory& memory);

} // namespace banhang::test
