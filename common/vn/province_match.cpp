#include "common/vn/province_match.h"

#include "common/vn/fold.h"
#include "common/vn/unit_data.h"
#include "common/vn/utf8.h"

#include <algorithm>

namespace banhang::vn {

namespace {

/// "ba ria - vung tau" and "bariavungtau" are one: folded, only letters and digits.
std::string squeezed(std::string_view text)
{
    return join(foldWords(text), "");
}

bool isKindBefore(std::string_view word)
{
    return word == "tinh" || word == "tp" || word == "t";
}

bool isKindBehind(std::string_view word)
{
    return word == "province" || word == "city";
}

/// Without "Tỉnh", "Thành phố", "TP", "T." before the name and "Province", "City" behind it.
std::string bareName(std::string_view text)
{
    std::vector<std::string> words = foldWords(text);
    if (words.size() > 2 && words[0] == "thanh" && words[1] == "pho") {
        words.erase(words.begin(), words.begin() + 2);
    } else if (words.size() > 1 && isKindBefore(words.front())) {
        words.erase(words.begin());
    }
    if (words.size() > 1 && isKindBehind(words.back())) {
        words.pop_back();
    }
    return join(words, "");
}

} // namespace

ProvinceMatcher::ProvinceMatcher(const Units& units)
{
    for (const Unit& unit : units.all()) {
        if (unit.level != UnitLevel::Province) {
            continue;
        }
        const auto now = units.current(unit);
        ProvinceMatch& match = m_byName[squeezed(unit.name)];
        if (match.unit == nullptr || unit.isCurrent()) {
            match = {&unit, now.empty() ? nullptr : now.front()};
        }
    }
    std::string_view lines = builtinProvinceAliases();
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        const auto comma = line.find(',');
        // The short names are those of the provinces before the reform.
        const Unit* unit =
            comma == std::string_view::npos ? nullptr : units.findOld(UnitLevel::Province, line.substr(comma + 1));
        if (unit != nullptr) {
            m_byName.try_emplace(squeezed(line.substr(0, comma)), m_byName[squeezed(unit->name)]);
        }
    }
}

const ProvinceMatcher& ProvinceMatcher::builtin()
{
    static const ProvinceMatcher matcher(Units::builtin());
    return matcher;
}

ProvinceMatch ProvinceMatcher::match(std::string_view text) const
{
    for (const std::string& name : {squeezed(text), bareName(text)}) {
        if (const auto it = m_byName.find(name); it != m_byName.end()) {
            return it->second;
        }
    }
    return {};
}

} // namespace banhang::vn
