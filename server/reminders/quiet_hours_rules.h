// When a person wants to be left alone.
#pragma once

#include <optional>

namespace banhang::server {

constexpr int kMinutesOfDay = 24 * 60;

/// Minutes since midnight in Viet Nam, the end not included; they may span midnight. Equal = never.
struct QuietHours
{
    int fromMinute = 0;
    int toMinute = 0;
};

/// Minutes from `minuteOfDay` to the end of the quiet hours that it lies in; nothing outside of them.
std::optional<int> minutesUntilEnd(const QuietHours& quiet, int minuteOfDay);

} // namespace banhang::server
