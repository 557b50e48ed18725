// Administrative units of Viet Nam as dated data: the 63 provinces and their wards, the 34 since 2025-07-01, and which
// became which.
#pragma once

#include "common/vn/date.h"

#include <compare>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

enum class UnitLevel {
    Province,
    Ward, ///< phường, xã, thị trấn, đặc khu, and before the reform five island districts without wards
};

/// One unit during one stretch of time. Codes are used again with a new meaning (26740 was Bến Nghé and is Sài Gòn), so
/// a code means something only together with a day or with "old list" and "present list".
/// Lifetime: the texts belong to the Units that the row came from.
struct Unit
{
    UnitLevel level = UnitLevel::Province;
    std::string_view code;
    std::string_view kind;       ///< "Tỉnh", "Thành phố", "Phường", "Xã", "Thị trấn", "Đặc khu"
    std::string_view name;       ///< "Cầu Giấy", "15"
    std::string_view province;   ///< code of a ward's province, valid in the same time
    std::string_view district;   ///< "Quận Cầu Giấy"; wards of the old list only
    Date validFrom;              ///< {0,0,0}: since before our lists begin
    Date validTo;                ///< last day; {0,0,0}: still valid
    std::string_view successors; ///< codes of the units that took over, separated by spaces

    bool isCurrent() const { return validTo == Date{}; }
    bool isValidOn(const Date& day) const { return validFrom <= day && (isCurrent() || day <= validTo); }

    /// "Phường Cầu Giấy", "Thành phố Hà Nội".
    std::string fullName() const;

    /// "P. Cầu Giấy", "X. Tân Lập", "TT. Sa Pa"; provinces without their kind ("Hà Nội"), but "TP. Hồ Chí Minh".
    std::string shortName() const;
};

/// The last day of the old list: 63 provinces, districts, 10,040 wards.
constexpr Date kLastDayOfOldUnits{2025, 6, 30};

/// An immutable set of units. Thread: any.
class Units
{
public:
    /// The lists built into the program. Loaded at the first call (some 10 ms).
    static const Units& builtin();

    /// Reads the format of data/units.csv. Throws: std::invalid_argument naming the line.
    static Units parse(std::string csv);

    /// This set with the lines of an update file put in: a line with the level, code and first day of a known row
    /// replaces it; a later first day ends the row before it. Throws: as parse().
    Units updated(const std::string& csv) const;

    std::span<const Unit> all() const { return m_units; }

    /// nullptr if the code meant nothing on that day.
    const Unit* find(UnitLevel level, std::string_view code, const Date& day) const;

    /// In the list as it was until kLastDayOfOldUnits.
    const Unit* findOld(UnitLevel level, std::string_view code) const { return find(level, code, kLastDayOfOldUnits); }

    /// In the present list: the row without an end.
    const Unit* findCurrent(UnitLevel level, std::string_view code) const;

    /// By code, which runs from north to south.
    std::vector<const Unit*> provinces(const Date& day) const;
    std::vector<const Unit*> wards(std::string_view provinceCode, const Date& day) const;

    /// The present units that took over from `unit`: itself if it is current; several if a ward was divided, and then
    /// only a person can tell which. Follows later changes too.
    std::vector<const Unit*> current(const Unit& unit) const;

    /// The units of the old list that became `unit` wholly or in part.
    std::vector<const Unit*> formerOf(const Unit& unit) const;

    /// The province that a ward lies in, in the same time; for a province itself.
    const Unit* provinceOf(const Unit& unit) const;

private:
    Units() = default;
    void readLines(std::string_view csv);
    void put(const Unit& unit);
    void sortRows();
    std::span<const Unit> rowsOf(UnitLevel level, std::string_view code) const;

    std::vector<std::shared_ptr<const std::string>> m_texts;
    std::vector<Unit> m_units; ///< by level, code, validFrom
};

} // namespace banhang::vn
