#include "common/vn/holidays.h"

#include "common/vn/lunar.h"
#include "common/vn/unit_data.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace banhang::vn {

namespace {

/// A row of the data: one day of each year of a span.
struct Rule
{
    Holiday day{};
    int month = 0;
    int dayOfMonth = 0; ///< 0 = the last of a lunar month, which has 29 or 30
    int fromYear = 0;   ///< solar, or lunar years
    int toYear = 0;
};

constexpr int kNoEnd = 9999;

std::string_view cut(std::string_view& line)
{
    const auto comma = line.find(',');
    const std::string_view cell = line.substr(0, comma);
    line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
    return cell;
}

int number(std::string_view cell, int whenEmpty)
{
    int value = whenEmpty;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

Rule readRule(std::string_view line)
{
    Rule rule;
    rule.day.key = cut(line);
    rule.day.isLunar = cut(line) == "lunar";
    rule.month = number(cut(line), 1);
    rule.dayOfMonth = number(cut(line), 0);
    rule.day.length = number(cut(line), 1);
    rule.fromYear = number(cut(line), kFirstYear);
    rule.toYear = number(cut(line), kNoEnd);
    rule.day.isOff = cut(line) == "off";
    rule.day.vietnamese = cut(line);
    rule.day.english = cut(line);
    return rule;
}

std::vector<Rule> readRules()
{
    std::vector<Rule> rules;
    std::string_view text = builtinHolidays();
    text.remove_prefix(text.find('\n') + 1);
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        rules.push_back(readRule(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    return rules;
}

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all = readRules();
    return all;
}

std::optional<Date> dayIn(const Rule& rule, int year)
{
    if (year < rule.fromYear || year > rule.toYear)
        return std::nullopt;
    if (!rule.day.isLunar)
        return Date{year, rule.month, rule.dayOfMonth};
    const int day = rule.dayOfMonth != 0 ? rule.dayOfMonth : lunarMonthDays(year, rule.month, false);
    return toSolar({year, rule.month, day, false});
}

} // namespace

std::vector<Holiday> holidaysBetween(const Date& first, const Date& last)
{
    std::vector<Holiday> found;
    // The lunar year of the first weeks is the one before; Tết of the last year may begin after it.
    for (int year = first.year - 1; year <= last.year; ++year)
        for (const Rule& rule : rules()) {
            const auto day = dayIn(rule, year);
            if (!day || *day > last || addDays(*day, rule.day.length - 1) < first)
                continue;
            found.push_back(rule.day);
            found.back().first = *day;
        }
    std::ranges::stable_sort(found, {}, &Holiday::first);
    return found;
}

} // namespace banhang::vn
