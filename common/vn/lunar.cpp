#include "common/vn/lunar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

namespace banhang::vn {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kZoneDays = 7.0 / 24;              // UTC+7
constexpr double kSynodicMonth = 29.530588853;      // mean days from new moon to new moon
constexpr double kFirstNewMoon = 2415021.076998695; // Julian day of the new moon of 1900-01-01, numbered 0
constexpr std::int64_t kUnixEpochJulianDay = 2440588;
constexpr int kWinterSolstice = 9; // sector of 30 degrees that the sun enters at the solstice

std::int64_t julianDay(const Date& date)
{
    return toDays(date) + kUnixEpochJulianDay;
}

Date fromJulianDay(std::int64_t day)
{
    return fromDays(day - kUnixEpochJulianDay);
}

double sine(double degrees)
{
    return std::sin(degrees * kDegree);
}

/// Periodic terms of the new moon: `sun` and `moon` are mean anomalies, `latitude` the moon's argument of latitude.
double newMoonCorrection(double sun, double moon, double latitude, double centuries)
{
    return (0.1734 - 0.000393 * centuries) * sine(sun) + 0.0021 * sine(2 * sun) - 0.4068 * sine(moon) +
           0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon) + 0.0104 * sine(2 * latitude) - 0.0051 * sine(sun + moon) -
           0.0074 * sine(sun - moon) + 0.0004 * sine(2 * latitude + sun) - 0.0004 * sine(2 * latitude - sun) -
           0.0006 * sine(2 * latitude + moon) + 0.0010 * sine(2 * latitude - moon) + 0.0005 * sine(2 * moon + sun);
}

/// Dynamical minus universal time, in days; `t` in centuries since 1900.
double deltaT(double t)
{
    if (t < -11) {
        return 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t * t * t - 0.000000081 * t * t * t * t;
    }
    return -0.000278 + 0.000265 * t + 0.000262 * t * t;
}

/// Julian day on whose local calendar day the new moon `number` (0 = January 1900) falls.
std::int64_t newMoonDay(int number)
{
    const double k = number;
    const double t = k / 1236.85;
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 +
                        0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
    const double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
    const double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
    const double latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
    const double moment = mean + newMoonCorrection(sun, moon, latitude, t) - deltaT(t);
    return static_cast<std::int64_t>(std::floor(moment + 0.5 + kZoneDays));
}

/// Twelfth of the ecliptic (0 = spring equinox) that the sun stands in at the local midnight beginning `day`.
int sunSector(std::int64_t day)
{
    const double t = (static_cast<double>(day) - 0.5 - kZoneDays - 2451545.0) / 36525;
    const double t2 = t * t;
    const double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
    const double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
    const double longitude = mean + (1.914600 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
                             (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly);
    return static_cast<int>(std::floor((longitude - 360 * std::floor(longitude / 360)) / 30));
}

/// Number of the new moon that begins month 11, the one with the winter solstice, of the Gregorian year.
int month11(int year)
{
    const double days = static_cast<double>(julianDay({year, 12, 31})) - 2415021;
    const int number = static_cast<int>(std::floor(days / kSynodicMonth));
    return sunSector(newMoonDay(number)) >= kWinterSolstice ? number - 1 : number;
}

/// The twelve or thirteen months from month 11 of `year` - 1 to month 10 of `year`.
class SolsticeYear
{
public:
    explicit SolsticeYear(int year) : m_year(year)
    {
        const int first = month11(year - 1);
        const int count = month11(year) - first;
        for (int i = 0; i <= count; ++i) {
            m_starts.push_back(newMoonDay(first + i));
        }
        constexpr int kCommonMonths = 12;
        if (count > kCommonMonths) {
            m_leapIndex = 1;
            while (m_leapIndex + 2 < m_starts.size() &&
                   sunSector(m_starts[m_leapIndex]) != sunSector(m_starts[m_leapIndex + 1])) {
                ++m_leapIndex;
            }
        }
    }

    std::size_t count() const { return m_starts.size() - 1; }
    std::int64_t start(std::size_t index) const { return m_starts[index]; }
    int days(std::size_t index) const { return static_cast<int>(m_starts[index + 1] - m_starts[index]); }

    LunarDate at(std::int64_t day) const
    {
        const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), day);
        const auto index = static_cast<std::size_t>(next - m_starts.begin()) - 1;
        LunarDate date = month(index);
        date.day = static_cast<int>(day - m_starts[index]) + 1;
        return date;
    }

    /// Day 0 of the month at `index`.
    LunarDate month(std::size_t index) const
    {
        const bool afterLeap = m_leapIndex != 0 && index >= m_leapIndex;
        const int ordinal = 11 + static_cast<int>(index) - (afterLeap ? 1 : 0);
        LunarDate date;
        date.year = ordinal <= 12 ? m_year - 1 : m_year;
        date.month = (ordinal - 1) % 12 + 1;
        date.leap = m_leapIndex != 0 && index == m_leapIndex;
        return date;
    }

private:
    int m_year;
    std::size_t m_leapIndex = 0; // 0: none, as month 11 itself is never the repeated one
    std::vector<std::int64_t> m_starts;
};

struct MonthSpan
{
    std::int64_t start = 0;
    int days = 0;
};

std::optional<MonthSpan> findMonth(int year, int month, bool leap)
{
    const SolsticeYear months(month >= 11 ? year + 1 : year);
    for (std::size_t i = 0; i < months.count(); ++i) {
        if (months.month(i) == LunarDate{year, month, 0, leap}) {
            return MonthSpan{months.start(i), months.days(i)};
        }
    }
    return std::nullopt;
}

std::string monthName(const LunarDate& date)
{
    static constexpr std::array<std::string_view, 12> kNames = {"Giêng", "Hai", "Ba",   "Tư",   "Năm",      "Sáu",
                                                                "Bảy",   "Tám", "Chín", "Mười", "Mười Một", "Chạp"};
    return "tháng " + std::string(kNames[static_cast<std::size_t>(date.month - 1)]) + (date.leap ? " nhuận" : "");
}

} // namespace

LunarDate toLunar(const Date& date)
{
    const std::int64_t day = julianDay(date);
    const bool afterMonth11 = day >= newMoonDay(month11(date.year));
    return SolsticeYear(afterMonth11 ? date.year + 1 : date.year).at(day);
}

std::optional<Date> toSolar(const LunarDate& date)
{
    const auto month = findMonth(date.year, date.month, date.leap);
    if (!month || date.day < 1 || date.day > month->days) {
        return std::nullopt;
    }
    return fromJulianDay(month->start + date.day - 1);
}

int lunarMonthDays(int year, int month, bool leap)
{
    const auto found = findMonth(year, month, leap);
    return found ? found->days : 0;
}

int leapMonthOf(int year)
{
    for (int month = 1; month <= 12; ++month) {
        if (findMonth(year, month, true)) {
            return month;
        }
    }
    return 0;
}

Date tetOf(int year)
{
    return toSolar({year, 1, 1, false}).value_or(Date{}); // every year has a first month
}

Date nextLunarAnniversary(int month, int day, bool leap, const Date& from)
{
    // The lunar year of January and February may still be the one before.
    for (int year = from.year - 1;; ++year) {
        const bool asLeap = leap && lunarMonthDays(year, month, true) > 0;
        const int kept = std::min(day, lunarMonthDays(year, month, asLeap));
        const auto date = toSolar({year, month, kept, asLeap});
        if (date && *date >= from) {
            return *date;
        }
    }
}

std::string canChiOf(int year)
{
    static constexpr std::array<std::string_view, 10> kCan = {"Canh", "Tân",  "Nhâm", "Quý", "Giáp",
                                                              "Ất",   "Bính", "Đinh", "Mậu", "Kỷ"};
    static constexpr std::array<std::string_view, 12> kChi = {"Thân", "Dậu", "Tuất", "Hợi", "Tý",  "Sửu",
                                                              "Dần",  "Mão", "Thìn", "Tỵ",  "Ngọ", "Mùi"};
    return std::string(kCan[static_cast<std::size_t>(year % 10)]) + " " +
           std::string(kChi[static_cast<std::size_t>(year % 12)]);
}

std::string lunarDayName(const LunarDate& date)
{
    constexpr int kFullMoon = 15;
    constexpr int kLastOfFirstTen = 10;
    const std::string day = std::to_string(date.day);
    const std::string name = date.day == kFullMoon ? "rằm" : date.day <= kLastOfFirstTen ? "mồng " + day : day;
    return name + " " + monthName(date);
}

std::string formatLunarShort(const LunarDate& date)
{
    return std::to_string(date.day) + "/" + std::to_string(date.month) + (date.leap ? " nhuận" : "");
}

} // namespace banhang::vn
