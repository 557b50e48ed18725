#include "common/match/words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "common/match/syllable.h"

namespace banhang::match {

namespace {

/// A slip in a word shorter than this makes another word as often as not.
constexpr std::size_t kLongEnoughForSlips = 3;
constexpr std::size_t kLongEnoughForTwoSlips = 6;
/// "Ng." for Nguyễn, "Th." for Thị.
constexpr std::size_t kMaxInitialLength = 2;

bool isInitialOf(std::string_view shorter, std::string_view longer)
{
    return shorter.size() <= kMaxInitialLength && shorter.size() < longer.size() && longer.starts_with(shorter) &&
           (shorter.size() == 1 || longer.size() > shorter.size() + 1) && !isSyllable(shorter);
}

bool isOneLetter(std::string_view word)
{
    return word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
}

bool areInitials(std::string_view mine, std::string_view theirs)
{
    if (isOneLetter(mine) || isOneLetter(theirs))
        return mine.front() == theirs.front() && mine.size() != theirs.size();
    return isInitialOf(mine, theirs) || isInitialOf(theirs, mine);
}

enum class Similarity { None, Equal, Slip, Doubtful, Initial };

class Pairing
{
public:
    Pairing(const Words& mine, const Words& theirs, const WordShares& shares)
        : m_mine(mine), m_theirs(theirs), m_shares(shares)
    {
        m_result.mine.assign(mine.size(), -1);
        m_result.theirs.assign(theirs.size(), -1);
    }

    Alignment find()
    {
        pair([](const std::string& a, const std::string& b) { return a == b; },
             [this](std::size_t, std::size_t) { ++m_result.equal; });
        pair(
            [](const std::string& a, const std::string& b) {
                return std::min(a.size(), b.size()) >= kLongEnoughForSlips && isOneSlipApart(a, b);
            },
            [this](std::size_t i, std::size_t j) {
                ++(isUsual(m_mine[i]) && isUsual(m_theirs[j]) ? m_result.doubtful : m_result.slips);
            });
        pair(
            [](const std::string& a, const std::string& b) {
                return std::min(a.size(), b.size()) >= kLongEnoughForTwoSlips && areTwoSlipsApart(a, b);
            },
            [this](std::size_t, std::size_t) { ++m_result.slips; });
        pair([](const std::string& a, const std::string& b) { return areInitials(a, b); },
             [this](std::size_t, std::size_t) { ++m_result.initials; });
        int last = -1;
        for (const int index : m_result.mine)
            if (index >= 0) {
                m_result.isOrdered = m_result.isOrdered && index > last;
                last = index;
            }
        return std::move(m_result);
    }

private:
    bool isUsual(const std::string& word) const { return isSyllable(word) || m_shares.isListed(word); }

    /// Words at the same place first, so that "Van Van An" pairs up as it stands.
    template <typename Fits, typename Count>
    void pair(Fits fits, Count count)
    {
        const auto tryPair = [&](std::size_t i, std::size_t j) {
            if (m_result.mine[i] >= 0 || m_result.theirs[j] >= 0 || !fits(m_mine[i], m_theirs[j]))
                return;
            m_result.mine[i] = static_cast<int>(j);
            m_result.theirs[j] = static_cast<int>(i);
            count(i, j);
        };
        for (std::size_t i = 0; i < std::min(m_mine.size(), m_theirs.size()); ++i)
            tryPair(i, i);
        for (std::size_t i = 0; i < m_mine.size(); ++i)
            for (std::size_t j = 0; j < m_theirs.size(); ++j)
                tryPair(i, j);
    }

    const Words& m_mine;
    const Words& m_theirs;
    const WordShares& m_shares;
    Alignment m_result;
};

} // namespace

bool isOneSlipApart(std::string_view mine, std::string_view theirs)
{
    if (mine.size() > theirs.size())
        std::swap(mine, theirs);
    if (theirs.size() - mine.size() > 1)
        return false;
    std::size_t at = 0;
    while (at < mine.size() && mine[at] == theirs[at])
        ++at;
    if (mine.size() != theirs.size())
        return mine.substr(at) == theirs.substr(at + 1);
    if (at == mine.size() || mine.substr(at + 1) == theirs.substr(at + 1))
        return true;
    return at + 1 < mine.size() && mine[at] == theirs[at + 1] && mine[at + 1] == theirs[at] &&
           mine.substr(at + 2) == theirs.substr(at + 2);
}

bool areTwoSlipsApart(std::string_view mine, std::string_view theirs)
{
    // Damerau's distance (optimal string alignment), row by row; of each only what lies so near the diagonal that no
    // more than two slips lead there.
    constexpr int kMaxEdits = 2;
    constexpr int kWidth = 2 * kMaxEdits + 1;
    constexpr int kFar = kMaxEdits + 1;
    const int rows = static_cast<int>(mine.size());
    const int columns = static_cast<int>(theirs.size());
    if (std::abs(rows - columns) > kMaxEdits)
        return false;
    using Band = std::array<int, kWidth>; // place d is column i + d - kMaxEdits
    const Band nothing{kFar, kFar, kFar, kFar, kFar};
    Band before = nothing;
    Band last = nothing;
    for (int d = kMaxEdits; d < kWidth; ++d)
        last[static_cast<std::size_t>(d)] = d - kMaxEdits;
    const auto letter = [](std::string_view text, int at) { return text[static_cast<std::size_t>(at)]; };
    const auto at = [](const Band& band, int d) {
        return d < 0 || d >= kWidth ? kFar : band[static_cast<std::size_t>(d)];
    };
    for (int i = 1; i <= rows; ++i) {
        Band row = nothing;
        for (int d = 0; d < kWidth; ++d) {
            const int j = i + d - kMaxEdits;
            if (j < 0 || j > columns)
                continue;
            int best = std::min(at(last, d + 1), at(row, d - 1)) + 1;
            if (j > 0)
                best = std::min(best, at(last, d) + (letter(mine, i - 1) != letter(theirs, j - 1) ? 1 : 0));
            if (i > 1 && j > 1 && letter(mine, i - 1) == letter(theirs, j - 2) &&
                letter(mine, i - 2) == letter(theirs, j - 1))
                best = std::min(best, at(before, d) + 1);
            row[static_cast<std::size_t>(d)] = std::min(best, kFar);
        }
        before = std::exchange(last, row);
    }
    return at(last, columns - rows + kMaxEdits) <= kMaxEdits;
}

Alignment align(const Words& mine, const Words& theirs, const WordShares& shares)
{
    return Pairing(mine, theirs, shares).find();
}

} // namespace banhang::match
