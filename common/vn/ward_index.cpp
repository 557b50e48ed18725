#include "common/vn/ward_index.h"

#include "common/vn/fold.h"
#include "common/vn/spelling.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <tuple>

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

/// A leading "phường", "P.", "P15" and so on leaves the name.
void dropKind(std::vector<std::string>& words)
{
    static constexpr std::array<std::array<std::string_view, 2>, 4> kLong = {
        {{"thi", "tran"}, {"dac", "khu"}, {"phuong", ""}, {"xa", ""}}};
    static constexpr std::array<std::string_view, 5> kShort = {"p", "f", "x", "tt", "dk"};
    if (words.empty()) {
        return;
    }
    for (const auto& kind : kLong) {
        const std::size_t count = kind[1].empty() ? 1 : 2;
        if (words.size() > count && words[0] == kind[0] && (count == 1 || words[1] == kind[1])) {
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
            return;
        }
    }
    if (words.size() > 1 && std::ranges::find(kShort, words[0]) != kShort.end()) {
        words.erase(words.begin());
    } else if (words[0].size() > 1 && (words[0][0] == 'p' || words[0][0] == 'f') &&
               std::all_of(words[0].begin() + 1, words[0].end(), isAsciiDigit)) {
        words[0] = withoutZeros(words[0].substr(1));
    }
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

WardIndex::WardIndex(const Units& units) : m_units(units)
{
    const auto addPlace = [](std::string& place, std::string_view text) { place += " " + foldedName(text); };
    for (const Unit& unit : units.all()) {
        if (unit.level != UnitLevel::Ward || (!unit.isCurrent() && !unit.isValidOn(kLastDayOfOldUnits))) {
            continue;
        }
        Entry entry{&unit, wardNameKey(unit.name), {}};
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
}

const WardIndex& WardIndex::builtin()
{
    static const WardIndex index(Units::builtin());
    return index;
}

/// Smaller is better: whole name, head of the name, words of it; doubled so that equal marks come between.
int WardIndex::rank(const Entry& entry, std::span<const std::string> words, std::string_view marked) const
{
    for (const std::string& word : words) {
        if (!hasWordStarting(entry.name, word) && !hasWordStarting(entry.place, word)) {
            return kNoMatch;
        }
    }
    const std::string typed = join({words.begin(), words.end()}, " ");
    const bool whole = typed == entry.name || (typed + " ").starts_with(entry.name + " ");
    const int place = whole ? 0 : entry.name.starts_with(typed) ? 1 : 2;
    const std::string name = toLower(entry.unit->name);
    const bool sameMarks = name.starts_with(marked) || marked.starts_with(name);
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

std::vector<WardHit> WardIndex::search(std::string_view text, std::size_t limit) const
{
    std::vector<std::string> words = nameWords(text);
    dropKind(words);
    if (words.empty()) {
        return {};
    }
    const std::string marked = toLower(houseSpelling(tidy(text)));
    std::vector<std::tuple<int, bool, std::size_t, std::uint32_t>> found; // rank, old, length of name, entry
    const auto begin = std::ranges::lower_bound(m_words, words[0], {}, &std::pair<std::string, std::uint32_t>::first);
    for (auto it = begin; it != m_words.end() && it->first.starts_with(words[0]); ++it) {
        const Entry& entry = m_entries[it->second];
        if (const int value = rank(entry, words, marked); value != kNoMatch) {
            found.emplace_back(value, !entry.unit->isCurrent(), entry.name.size(), it->second);
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<WardHit> hits;
    for (const auto& [value, old, length, index] : found) {
        if (hits.size() == limit) {
            break;
        }
        WardHit hit = hitOf(*m_entries[index].unit);
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
