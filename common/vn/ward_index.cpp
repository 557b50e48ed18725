#include "common/vn/ward_index.h"

#include "common/vn/fold.h"
#include "common/vn/spelling.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace banhang::vn {

namespace {

constexpr int kNoMatch = -1;

std::string withoutZeros(std::string word)
{
    if (word.size() > 1 && std::ranges::all_of(word, isAsciiDigit)) {
        word.erase(0, std::min(word.find_first_not_of('0'), word.size() - 1));
    }
    return word;
}

std::vector<std::string> nameWords(std::string_view text)
{
    std::vector<std::string> words = foldWords(text);
    std::ranges::transform(words, words.begin(), withoutZeros);
    return words;
}

/// A leading "phường", "P.", "P15" and so on leaves the name; false if there is none.
bool dropKind(std::vector<std::string>& words)
{
    static constexpr std::array<std::array<std::string_view, 2>, 4> kLong = {
        {{"thi", "tran"}, {"dac", "khu"}, {"phuong", ""}, {"xa", ""}}};
    static constexpr std::array<std::string_view, 5> kShort = {"p", "f", "x", "tt", "dk"};
    for (const auto& kind : kLong) {
        const std::size_t count = kind[1].empty() ? 1 : 2;
        if (words.size() > count && words[0] == kind[0] && (count == 1 || words[1] == kind[1])) {
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
            return true;
        }
    }
    if (words.size() > 1 && std::ranges::find(kShort, words[0]) != kShort.end()) {
        words.erase(words.begin());
        return true;
    }
    const bool joined = words[0].size() > 1 && (words[0][0] == 'p' || words[0][0] == 'f') &&
                        std::all_of(words[0].begin() + 1, words[0].end(), isAsciiDigit);
    if (joined) {
        words[0] = withoutZeros(words[0].substr(1));
    }
    return joined;
}

bool hasWordStarting(std::string_view text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

} // namespace

std::string wardNameKey(std::string_view name)
{
    return join(nameWords(name), " ");
}

std::string districtNameKey(std::string_view district)
{
    static constexpr std::array<std::string_view, 8> kKinds = {"thanh pho ", "thi xa ", "quan ", "huyen ",
                                                               "tp ",        "tx ",     "q ",    "h "};
    std::string key = wardNameKey(district);
    for (const std::string_view kind : kKinds) {
        if (key.starts_with(kind)) {
            return key.substr(kind.size());
        }
    }
    return key;
}

WardIndex::WardIndex(const Units& units) : m_units(units)
{
    const auto addPlace = [](std::string& place, std::string_view text) { place += " " + foldedName(text); };
    for (const Unit& unit : units.all()) {
        if (unit.level != UnitLevel::Ward || (!unit.isCurrent() && !unit.isValidOn(kLastDayOfOldUnits))) {
            continue;
        }
        Entry entry{&unit, wardNameKey(unit.name), toLower(unit.name), {}};
        addDistrict(unit);
        addPlace(entry.place, unit.district);
        if (const Unit* province = units.provinceOf(unit)) {
            addPlace(entry.place, province->name);
            for (const Unit* now : units.current(*province)) {
                if (now->name != province->name) {
                    addPlace(entry.place, now->name);
                }
            }
        }
        const auto index = static_cast<std::uint32_t>(m_entries.size());
        for (const std::string_view word : splitSpaces(entry.name)) {
            m_words.emplace_back(std::string(word), index);
        }
        m_entries.push_back(std::move(entry));
    }
    std::ranges::sort(m_words);
    std::ranges::sort(m_districts);
}

const WardIndex& WardIndex::builtin()
{
    static const WardIndex index(Units::builtin());
    return index;
}

void WardIndex::addDistrict(const Unit& unit)
{
    const auto sameDistrict = [&unit](const auto& other) {
        return other.second->district == unit.district && other.second->province == unit.province;
    };
    // Wards come by code, so those of a district mostly stand together; a few repeats do no harm.
    if (!unit.district.empty() && (m_districts.empty() || !sameDistrict(m_districts.back()))) {
        m_districts.emplace_back(districtNameKey(unit.district), &unit);
    }
}

/// Smaller is better: whole name, head of the name, words of it; doubled so that equal marks come between.
int WardIndex::rank(const Entry& entry, const Query& query)
{
    for (const std::string& word : query.words) {
        if (!hasWordStarting(entry.name, word) && !hasWordStarting(entry.place, word)) {
            return kNoMatch;
        }
    }
    const bool head = query.folded.starts_with(entry.name);
    const bool whole = head && (query.folded.size() == entry.name.size() || query.folded[entry.name.size()] == ' ');
    const int place = whole ? 0 : entry.name.starts_with(query.folded) ? 1 : 2;
    const bool sameMarks = entry.lower.starts_with(query.marked) || query.marked.starts_with(entry.lower);
    return place * 2 + (sameMarks ? 0 : 1);
}

WardHit WardIndex::hitOf(const Unit& unit) const
{
    if (unit.isCurrent()) {
        return {&unit, nullptr, {}};
    }
    auto now = m_units.current(unit);
    if (now.size() == 1) {
        return {now.front(), &unit, {}};
    }
    return {nullptr, &unit, std::move(now)};
}

void WardIndex::collect(const Query& query, std::vector<Found>& found) const
{
    const std::string& first = query.words.front();
    const auto begin = std::ranges::lower_bound(m_words, first, {}, &std::pair<std::string, std::uint32_t>::first);
    for (auto it = begin; it != m_words.end() && it->first.starts_with(first); ++it) {
        const Entry& entry = m_entries[it->second];
        if (const int value = rank(entry, query); value != kNoMatch) {
            found.push_back({value, !entry.unit->isCurrent(), entry.name.size(), it->second});
        }
    }
}

std::vector<WardHit> WardIndex::search(std::string_view text, std::size_t limit) const
{
    std::vector<std::string> words = nameWords(text);
    if (words.empty()) {
        return {};
    }
    const std::string marked = toLower(houseSpelling(tidy(text)));
    std::vector<Found> found;
    collect({words, join(words, " "), marked}, found);
    // "phuong son" may be Phượng Sơn as well as a ward Sơn...
    if (dropKind(words)) {
        collect({words, join(words, " "), marked}, found);
    }
    std::ranges::sort(found);
    std::vector<WardHit> hits;
    std::set<const Unit*> seen;
    for (const Found& one : found) {
        if (hits.size() == limit) {
            break;
        }
        const Unit* unit = m_entries[one.entry].unit;
        if (!seen.insert(unit).second) {
            continue;
        }
        WardHit hit = hitOf(*unit);
        const bool repeated = hit.was != nullptr && std::ranges::any_of(hits, [&hit](const WardHit& other) {
                                  return other.ward == hit.ward && hit.ward != nullptr && other.was == nullptr &&
                                         other.ward->name == hit.was->name;
                              });
        if (!repeated) {
            hits.push_back(std::move(hit));
        }
    }
    return hits;
}

std::vector<const Unit*> WardIndex::districtsNamed(std::string_view key) const
{
    std::vector<const Unit*> found;
    for (const auto& row :
         std::ranges::equal_range(m_districts, key, {}, &std::pair<std::string, const Unit*>::first)) {
        found.push_back(row.second);
    }
    return found;
}

std::vector<const Unit*> WardIndex::named(std::string_view name) const
{
    const std::string key = wardNameKey(name);
    const std::string first = key.substr(0, key.find(' '));
    std::vector<const Unit*> found;
    const auto range = std::ranges::equal_range(m_words, first, {}, &std::pair<std::string, std::uint32_t>::first);
    for (const auto& [word, index] : range) {
        const Unit* unit = m_entries[index].unit;
        if (m_entries[index].name == key && std::ranges::find(found, unit) == found.end()) {
            found.push_back(unit);
        }
    }
    return found;
}

} // namespace banhang::vn
