// Reads a line such as "gọi chị Lan Thiên Ân 14h30 thứ Tư tới": what, with whom, when. Knows no screen and no server.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "common/vn/date.h"

namespace banhang::client {

/// What a line says; what it does not say is left empty.
struct QuickLine
{
    v1::ActivityKind kind = v1::ACTIVITY_KIND_TASK;
    std::string channelKey; ///< talks, and appointments to meet somebody
    bool isCallback = false;
    std::string title; ///< as typed: the verb, with what it is about; empty for a mere "gọi chị Lan"
    std::string whom;  ///< as typed: "chị Lan Thiên Ân"; may be empty
    std::string whole; ///< all of it but time and day: the title when `whom` is nobody that is known
    std::optional<vn::Date> day;
    std::optional<int> minute;    ///< of the day
    std::optional<int> endMinute; ///< of "14h-15h30"
};

/// Words come with or without marks, in any order behind the first one. Without a verb that it knows the line is a
/// task, and only what stands behind "@", behind a form of address, or in capitals at its end is a name. Times: 14h30,
/// 14:30, 9 giờ rưỡi, 2h chiều, sáng (9:00), 14h-15h30; days as vn::parseDate, and "thứ Tư tới", "thứ Tư này", "ngày
/// 25".
QuickLine parseQuickLine(std::string_view text, const vn::Date& today);

/// The words to look a customer up by, best first: all of them without the form of address, then ever fewer from the
/// front, since people say who before where ("Lan Thiên Ân", "Thiên Ân").
std::vector<std::string> searchesFor(const std::string& whom);

} // namespace banhang::client
