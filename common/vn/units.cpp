#include "common/vn/units.h"

#include "common/vn/date_text.h"
#include "common/vn/unit_data.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace banhang::vn {

namespace {

constexpr std::size_t kColumns = 9;
using Fields = std::array<std::string_view, kColumns>;

auto keyOf(const Unit& unit)
{
    return std::tuple(unit.level, unit.code);
}

[[noreturn]] void refuse(std::size_t line, const std::string& why)
{
    throw std::invalid_argument("units, line " + std::to_string(line) + ": " + why);
}

Fields splitLine(std::string_view line, std::size_t number)
{
    Fields fields;
    for (std::size_t i = 0; i < kColumns; ++i) {
        const auto comma = line.find(',');
        if ((comma == std::string_view::npos) != (i + 1 == kColumns)) {
            refuse(number, "expected 9 columns");
        }
        fields[i] = line.substr(0, comma);
        line.remove_prefix(i + 1 == kColumns ? line.size() : comma + 1);
    }
    return fields;
}

Date readDay(std::string_view text, std::size_t line)
{
    if (text.empty()) {
        return {};
    }
    const bool iso = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const auto day = iso ? parseDate(text, {}, YearHint::Past) : std::nullopt;
    if (!day) {
        refuse(line, "not a day: " + std::string(text));
    }
    return *day;
}

Unit readUnit(std::string_view line, std::size_t number)
{
    const Fields fields = splitLine(line, number);
    if ((fields[0] != "p" && fields[0] != "w") || fields[1].empty() || fields[2].empty() || fields[3].empty()) {
        refuse(number, "level p or w, code, kind and name are needed");
    }
    Unit unit;
    unit.level = fields[0] == "p" ? UnitLevel::Province : UnitLevel::Ward;
    unit.code = fields[1];
    unit.kind = fields[2];
    unit.name = fields[3];
    unit.province = fields[4];
    unit.district = fields[5];
    unit.validFrom = readDay(fields[6], number);
    unit.validTo = readDay(fields[7], number);
    unit.successors = fields[8];
    if (unit.level == UnitLevel::Ward && unit.province.empty()) {
        refuse(number, "a ward needs its province");
    }
    return unit;
}

std::string_view shortKind(std::string_view kind)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kKinds = {{{"Phường", "P."},
                                                                                             {"Xã", "X."},
                                                                                             {"Thị trấn", "TT."},
                                                                                             {"Đặc khu", "ĐK."},
                                                                                             {"Huyện", "H."},
                                                                                             {"Thành phố", "TP."}}};
    const auto it = std::ranges::find(kKinds, kind, &std::pair<std::string_view, std::string_view>::first);
    return it == kKinds.end() ? kind : it->second;
}

} // namespace

std::string Unit::fullName() const
{
    return std::string(kind) + " " + std::string(name);
}

std::string Unit::shortName() const
{
    // A city named after a person is not called by the bare name.
    if (level == UnitLevel::Province && name != "Hồ Chí Minh") {
        return std::string(name);
    }
    return std::string(shortKind(kind)) + " " + std::string(name);
}

const Units& Units::builtin()
{
    static const Units units = parse(std::string(builtinUnits()));
    return units;
}

Units Units::parse(std::string csv)
{
    Units units;
    units.m_texts.push_back(std::make_shared<const std::string>(std::move(csv)));
    units.readLines(*units.m_texts.back());
    units.sortRows();
    return units;
}

Units Units::updated(const std::string& csv) const
{
    const Units update = parse(csv);
    Units result = *this;
    result.m_texts.insert(result.m_texts.end(), update.m_texts.begin(), update.m_texts.end());
    for (const Unit& unit : update.m_units) {
        result.put(unit);
    }
    result.sortRows();
    return result;
}

void Units::readLines(std::string_view csv)
{
    for (std::size_t number = 1; !csv.empty(); ++number) {
        const auto end = std::min(csv.find('\n'), csv.size());
        std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        const bool head = number == 1 && line.starts_with("level,");
        if (!head && !line.empty()) {
            m_units.push_back(readUnit(line, number));
        }
    }
}

void Units::put(const Unit& unit)
{
    for (Unit& known : m_units) {
        if (keyOf(known) != keyOf(unit)) {
            continue;
        }
        if (known.validFrom == unit.validFrom) {
            known = unit;
            return;
        }
        if (known.isCurrent() && known.validFrom < unit.validFrom) {
            known.validTo = addDays(unit.validFrom, -1);
            known.successors = unit.code;
        }
    }
    m_units.push_back(unit);
}

void Units::sortRows()
{
    std::ranges::sort(m_units, {},
                      [](const Unit& unit) { return std::tuple_cat(keyOf(unit), std::tuple(unit.validFrom)); });
}

std::span<const Unit> Units::rowsOf(UnitLevel level, std::string_view code) const
{
    const auto range = std::ranges::equal_range(m_units, std::tuple(level, code), {}, keyOf);
    return {range.begin(), range.end()};
}

const Unit* Units::find(UnitLevel level, std::string_view code, const Date& day) const
{
    for (const Unit& unit : rowsOf(level, code)) {
        if (unit.isValidOn(day)) {
            return &unit;
        }
    }
    return nullptr;
}

const Unit* Units::findCurrent(UnitLevel level, std::string_view code) const
{
    for (const Unit& unit : rowsOf(level, code)) {
        if (unit.isCurrent()) {
            return &unit;
        }
    }
    return nullptr;
}

std::vector<const Unit*> Units::provinces(const Date& day) const
{
    std::vector<const Unit*> found;
    for (const Unit& unit : m_units) {
        if (unit.level == UnitLevel::Province && unit.isValidOn(day)) {
            found.push_back(&unit);
        }
    }
    return found;
}

std::vector<const Unit*> Units::wards(std::string_view provinceCode, const Date& day) const
{
    std::vector<const Unit*> found;
    for (const Unit& unit : m_units) {
        if (unit.level == UnitLevel::Ward && unit.province == provinceCode && unit.isValidOn(day)) {
            found.push_back(&unit);
        }
    }
    return found;
}

std::vector<const Unit*> Units::current(const Unit& unit) const
{
    if (unit.isCurrent()) {
        return {&unit};
    }
    std::vector<const Unit*> found;
    const Date nextDay = addDays(unit.validTo, 1);
    for (const std::string_view code : splitSpaces(unit.successors)) {
        const Unit* successor = find(unit.level, code, nextDay);
        if (successor == nullptr) {
            continue;
        }
        for (const Unit* now : current(*successor)) {
            if (std::ranges::find(found, now) == found.end()) {
                found.push_back(now);
            }
        }
    }
    return found;
}

namespace {

/// A present unit and one that it came from.
using Former = std::pair<const Unit*, const Unit*>;

std::vector<Former> formersOfAll(const Units& units)
{
    std::vector<Former> formers;
    for (const Unit& old : units.all()) {
        if (old.isCurrent() || !old.isValidOn(kLastDayOfOldUnits)) {
            continue;
        }
        for (const Unit* now : units.current(old)) {
            formers.emplace_back(now, &old);
        }
    }
    std::ranges::sort(formers);
    return formers;
}

std::vector<const Unit*> formersIn(const std::vector<Former>& formers, const Unit& unit)
{
    std::vector<const Unit*> found;
    for (const auto& [now, old] : std::ranges::equal_range(formers, &unit, {}, &Former::first)) {
        found.push_back(old);
    }
    return found;
}

} // namespace

std::vector<const Unit*> Units::formerOf(const Unit& unit) const
{
    if (this != &builtin()) {
        return formersIn(formersOfAll(*this), unit);
    }
    // Each save asks for it, and walking ten thousand wards took longer than all else of a save together.
    static const std::vector<Former> formers = formersOfAll(builtin());
    return formersIn(formers, unit);
}

const Unit* Units::provinceOf(const Unit& unit) const
{
    if (unit.level == UnitLevel::Province) {
        return &unit;
    }
    const Unit* now = unit.isCurrent() ? findCurrent(UnitLevel::Province, unit.province) : nullptr;
    return now != nullptr ? now
                          : find(UnitLevel::Province, unit.province, unit.isCurrent() ? unit.validFrom : unit.validTo);
}

} // namespace banhang::vn
