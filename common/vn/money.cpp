#include "common/vn/money.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace banhang::vn {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::int64_t kThousand = 1'000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

std::string groupedDigits(std::uint64_t value)
{
    std::string digits = std::to_string(value);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ".");
    }
    return digits;
}

/// `value` with `decimals` digits behind the comma, zeros at the end dropped.
std::string withFraction(std::uint64_t value, int decimals)
{
    while (decimals > 0 && value % 10 == 0) {
        value /= 10;
        --decimals;
    }
    std::uint64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    std::string result = groupedDigits(value / scale);
    if (decimals > 0) {
        const std::string fraction = std::to_string(value % scale);
        result += "," + std::string(static_cast<std::size_t>(decimals) - fraction.size(), '0') + fraction;
    }
    return result;
}

std::string_view sign(std::int64_t value)
{
    return value < 0 ? "-" : "";
}

/// `value` in `unit`s with three figures, or empty if rounding reaches `limit` units.
std::string threeFigures(std::uint64_t value, std::uint64_t unit, std::uint64_t limit)
{
    const int decimals = value >= 100 * unit ? 0 : value >= 10 * unit ? 1 : 2;
    std::uint64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const std::uint64_t step = unit / scale;
    const std::uint64_t rounded = value / step + (value % step >= step - step / 2 ? 1 : 0);
    return limit != 0 && rounded >= limit * scale ? std::string() : withFraction(rounded, decimals);
}

/// A decimal number as typed: `mantissa` / 10^`decimals`.
struct Decimal
{
    std::int64_t mantissa = 0;
    int decimals = 0;
};

bool allDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isAsciiDigit);
}

/// Groups of three behind `separator`, the first one shorter or equal.
std::optional<std::string> withoutGroups(std::string_view text, char separator)
{
    std::string digits;
    for (bool first = true;; first = false) {
        const auto end = text.find(separator);
        const auto group = text.substr(0, end);
        if (!allDigits(group) || (first ? end != std::string_view::npos && group.size() > 3 : group.size() != 3)) {
            return std::nullopt;
        }
        digits += group;
        if (end == std::string_view::npos) {
            return digits;
        }
        text.remove_prefix(end + 1);
    }
}

/// A number as typed: separators of groups and of the fraction told apart by place.
std::optional<Decimal> readDecimal(std::string_view text)
{
    constexpr std::size_t kMaxDigits = 17;
    std::string_view fraction;
    const auto last = text.find_last_of(".,");
    if (last != std::string_view::npos) {
        const auto tail = text.substr(last + 1);
        const bool twoKinds = text.find(text[last] == '.' ? ',' : '.') != std::string_view::npos;
        const bool afterZero = text.substr(0, last) == "0"; // no group of thousands
        if (tail.size() <= 2 || afterZero || (twoKinds && text.find(text[last]) == last)) {
            fraction = tail;
            text = text.substr(0, last);
            if (!allDigits(fraction)) {
                return std::nullopt;
            }
        }
    }
    const char separator = text.find(',') != std::string_view::npos ? ',' : '.';
    const auto whole = withoutGroups(text, separator);
    if (!whole || whole->size() + fraction.size() > kMaxDigits) {
        return std::nullopt;
    }
    return Decimal{std::strtoll((*whole + std::string(fraction)).c_str(), nullptr, 10),
                   static_cast<int>(fraction.size())};
}

std::optional<std::int64_t> times(const Decimal& number, std::int64_t unit)
{
    std::int64_t scale = 1;
    for (int i = 0; i < number.decimals; ++i) {
        scale *= 10;
    }
    const std::int64_t whole = number.mantissa / scale;
    const std::int64_t part = number.mantissa % scale;
    // 10^17 * 10^9 would not fit 64 bits, so the common tens go first.
    std::int64_t rest = unit;
    for (; scale > 1 && rest > 1; scale /= 10) {
        rest /= 10;
    }
    if (whole > kMaxMoney / unit || part % scale != 0) {
        return std::nullopt;
    }
    const std::int64_t value = whole * unit + part / scale * rest;
    return value <= kMaxMoney ? std::optional(value) : std::nullopt;
}

/// 0 for a word that is no unit.
std::int64_t unitOf(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 11> kUnits = {{{"ty", kBillion},
                                                                                          {"ti", kBillion},
                                                                                          {"b", kBillion},
                                                                                          {"trieu", kMillion},
                                                                                          {"tr", kMillion},
                                                                                          {"m", kMillion},
                                                                                          {"nghin", kThousand},
                                                                                          {"ngan", kThousand},
                                                                                          {"ng", kThousand},
                                                                                          {"n", kThousand},
                                                                                          {"k", kThousand}}};
    const auto it = std::ranges::find(kUnits, word, &std::pair<std::string_view, std::int64_t>::first);
    return it == kUnits.end() ? 0 : it->second;
}

struct Scanner
{
    std::string_view rest;

    std::string_view take(bool number)
    {
        rest = trim(rest);
        const auto isNumberByte = [](char c) { return isAsciiDigit(c) || c == '.' || c == ','; };
        const auto end = std::ranges::find_if(rest, [&](char c) { return isNumberByte(c) != number || c == ' '; });
        const auto part = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
        rest.remove_prefix(part.size());
        return part;
    }
};

/// The digits behind a unit: of the next decimal place if short ("1tr2", "2 tỷ 5"), whole thousandths if three.
std::optional<std::int64_t> readTail(std::string_view digits, std::int64_t unit)
{
    if (!allDigits(digits) || digits.size() > 3) {
        return std::nullopt;
    }
    Decimal tail{std::strtoll(std::string(digits).c_str(), nullptr, 10), static_cast<int>(digits.size())};
    return times(tail, unit);
}

std::string withoutCurrency(std::string_view text)
{
    std::string folded = fold(tidy(text));
    for (const std::string_view word : {"₫", "vnd", "dong", "d"}) {
        if (folded.ends_with(word)) {
            folded.resize(folded.size() - word.size());
            break;
        }
    }
    return std::string(trim(folded));
}

/// "6,55 ty", "2 ty 5", "1 ty 200 tr": units in falling order, each behind its number.
std::optional<std::int64_t> readAmount(std::string_view text)
{
    Scanner scanner{text};
    std::int64_t total = 0;
    std::int64_t lastUnit = 0;
    while (!trim(scanner.rest).empty()) {
        const std::string_view number = scanner.take(true);
        const std::string_view word = scanner.take(false);
        const std::int64_t unit = word.empty() ? 1 : unitOf(word);
        const auto decimal = readDecimal(number);
        if (!decimal || unit == 0 || (lastUnit != 0 && unit >= lastUnit)) {
            return std::nullopt;
        }
        const bool tail = word.empty() && lastUnit != 0;
        const auto value = tail ? readTail(number, lastUnit) : times(*decimal, unit);
        if (!value) {
            return std::nullopt;
        }
        total += *value;
        lastUnit = unit;
    }
    return lastUnit != 0 && total <= kMaxMoney ? std::optional(total) : std::nullopt;
}

} // namespace

std::string formatNumber(std::int64_t value)
{
    return std::string(sign(value)) + groupedDigits(magnitude(value));
}

std::string formatMoney(std::int64_t minor, std::string_view currency)
{
    if (currency == "VND") {
        return formatNumber(minor) + std::string(kNoBreakSpace) + "₫";
    }
    constexpr std::uint64_t kHundredths = 100;
    const std::uint64_t amount = magnitude(minor);
    const std::string cents = std::to_string(kHundredths + amount % kHundredths).substr(1);
    return std::string(sign(minor)) + groupedDigits(amount / kHundredths) + "," + cents + std::string(kNoBreakSpace) +
           std::string(currency);
}

std::string shortMoney(std::int64_t dong)
{
    const std::uint64_t amount = magnitude(dong);
    const std::string head(sign(dong));
    if (amount < kMillion) {
        return head + groupedDigits(amount);
    }
    if (amount < kBillion) {
        const std::string millions = threeFigures(amount, kMillion, kThousand);
        if (!millions.empty()) {
            return head + millions + std::string(kNoBreakSpace) + "tr";
        }
    }
    return head + threeFigures(std::max<std::uint64_t>(amount, kBillion), kBillion, 0) + std::string(kNoBreakSpace) +
           "tỷ";
}

std::string formatPercent(std::int64_t hundredthsOfPercent)
{
    return std::string(sign(hundredthsOfPercent)) + withFraction(magnitude(hundredthsOfPercent), 2) +
           std::string(kNoBreakSpace) + "%";
}

std::optional<std::int64_t> parseMoney(std::string_view text)
{
    std::string amount = withoutCurrency(text);
    const bool negative = amount.starts_with('-');
    const auto value = readAmount(std::string_view(amount).substr(negative ? 1 : 0));
    return value && negative ? std::optional(-*value) : value;
}

} // namespace banhang::vn
