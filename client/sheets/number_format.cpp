#include "client/sheets/number_format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace banhang::client {

namespace {

constexpr double kWhole = 1e15;
/// Excel believes that 1900 had a 29 February, its day 60; earlier days are off by one.
constexpr double kFirstTrueDay = 61;

} // namespace

bool isBuiltInDayFormat(std::size_t id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
}

bool isDayFormat(std::string_view code)
{
    bool quoted = false;
    bool bracketed = false;
    bool hasDayOrYear = false;
    for (std::size_t i = 0; i < code.size() && (quoted || code[i] != ';'); ++i) {
        const char c = code[i];
        if (quoted || bracketed) {
            quoted = quoted && c != '"';
            bracketed = bracketed && c != ']';
            continue;
        }
        quoted = c == '"';
        bracketed = c == '[';
        if (c == '\\' || c == '_' || c == '*')
            ++i;
        else
            hasDayOrYear = hasDayOrYear || c == 'd' || c == 'D' || c == 'y' || c == 'Y';
    }
    return hasDayOrYear;
}

vn::Date dayOfSerial(double serial, const vn::Date& origin)
{
    constexpr double kLast = 2'958'465; // 31/12/9999
    if (!(serial >= 1) || serial > kLast)
        return {};
    const bool isBefore = origin.year == 1899 && serial < kFirstTrueDay;
    return vn::fromDays(vn::toDays(origin) + static_cast<std::int64_t>(serial) + (isBefore ? 1 : 0));
}

std::string numberText(double number)
{
    if (!std::isfinite(number))
        return {};
    std::array<char, 64> text{};
    if (number == std::floor(number) && std::abs(number) < kWhole) {
        const auto end = std::to_chars(text.data(), text.data() + text.size(), static_cast<long long>(number));
        return {text.data(), end.ptr};
    }
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end.ptr};
}

} // namespace banhang::client
