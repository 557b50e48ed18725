#include "common/match/name_levels.h"

#include <algorithm>
#include <array>

#include "common/vn/utf8.h"

namespace banhang::match {

namespace {

/// Chance numbers of other customers between "next to nobody", "a few" and "many".
constexpr std::array kFew = {0.3, 4.0};
/// What more of the organisations have (trades, places) does not tell which one it is, alone or all together.
constexpr double kCommonWord = 0.02;
constexpr double kCommonTogether = 0.004;
/// A slip or an initial makes a word agree with that many times more customers.
constexpr double kSlipReach = 8;
constexpr double kInitialShare = 0.2;

class NameComparison
{
public:
    NameComparison(const Record& mine, const Record& theirs, const WordShares& shares)
        : m_mine(mine), m_theirs(theirs), m_shares(shares), m_pairs(align(mine.name, theirs.name, shares))
    {
    }

    Level level() const { return m_mine.kind == Kind::Person ? ofPersons() : ofOrganisations(); }

private:
    Level graded(NameLevel first) const
    {
        const double others = expectedOthers();
        const auto step = others < kFew[0] ? 0 : others < kFew[1] ? 1 : 2;
        return static_cast<Level>(static_cast<int>(first) + step);
    }

    static Level plain(NameLevel level) { return static_cast<Level>(level); }

    bool isOrganisation() const { return m_mine.kind == Kind::Organisation; }

    const std::string& theirsOf(std::size_t i) const
    {
        return m_theirs.name[static_cast<std::size_t>(m_pairs.mine[i])];
    }

    double shareOfPair(std::size_t i) const
    {
        const std::string& mine = m_mine.name[i];
        const std::string& theirs = theirsOf(i);
        if (mine == theirs)
            return m_shares.of(mine);
        if (std::min(mine.size(), theirs.size()) <= 2)
            return kInitialShare;
        return std::min(1.0, std::max(m_shares.of(mine), m_shares.of(theirs)) * kSlipReach);
    }

    /// "thuong mai" is one thing said: its words do not come independently of each other.
    bool isPhrase(const Words& words, std::size_t i) const
    {
        return isOrganisation() && i + 1 < words.size() && m_shares.isListed(words[i] + " " + words[i + 1]);
    }

    /// The part of customers that by chance have all that agrees.
    double shareOfAgreement() const
    {
        double share = 1;
        for (std::size_t i = 0; i < m_pairs.mine.size(); ++i) {
            if (m_pairs.mine[i] < 0)
                continue;
            const bool isPair = isPhrase(m_mine.name, i) && m_pairs.mine[i + 1] == m_pairs.mine[i] + 1 &&
                                m_mine.name[i] == theirsOf(i) && m_mine.name[i + 1] == theirsOf(i + 1);
            share *= isPair ? m_shares.of(m_mine.name[i] + " " + m_mine.name[i + 1]) : shareOfPair(i);
            i += isPair ? 1 : 0;
        }
        return share;
    }

    double expectedOthers() const { return m_shares.customers() * shareOfAgreement(); }

    bool isWhole() const { return m_pairs.mineLeft() == 0 && m_pairs.theirsLeft() == 0; }

    bool isJoinedAlike() const
    {
        constexpr std::size_t kLongEnough = 7;
        const std::string mine = vn::join(m_mine.name, "");
        return mine.size() >= kLongEnough && isOneSlipApart(mine, vn::join(m_theirs.name, ""));
    }

    bool isJoinedSame() const { return vn::join(m_mine.name, "") == vn::join(m_theirs.name, ""); }

    /// Words under other marks count only where both names have marks at all.
    bool hasOtherMarks() const
    {
        if (m_mine.marked.empty() || m_theirs.marked.empty())
            return false;
        for (std::size_t i = 0; i < m_pairs.mine.size(); ++i) {
            const int at = m_pairs.mine[i];
            if (at >= 0 && m_mine.name[i] == m_theirs.name[static_cast<std::size_t>(at)] &&
                m_mine.marked[i] != m_theirs.marked[static_cast<std::size_t>(at)])
                return true;
        }
        return false;
    }

    NameLevel wholeLevel() const
    {
        if (m_pairs.doubtful > 0)
            return NameLevel::OneLetter;
        if (m_pairs.slips > 0)
            return NameLevel::Mistyped;
        if (m_pairs.initials > 0)
            return NameLevel::Shortened;
        if (hasOtherMarks())
            return NameLevel::OtherMarks;
        return m_pairs.isOrdered ? NameLevel::Same : NameLevel::Reordered;
    }

    /// Family or given name, whichever end, must be among the words that agree.
    Level ofPersons() const
    {
        if (isJoinedSame())
            return graded(m_pairs.isOrdered && isWhole() && hasOtherMarks() ? NameLevel::OtherMarks : NameLevel::Same);
        if (isWhole())
            return graded(wholeLevel());
        if (isJoinedAlike())
            return graded(NameLevel::Mistyped);
        const bool isOneSided = m_pairs.mineLeft() == 0 || m_pairs.theirsLeft() == 0;
        if (isOneSided && m_pairs.pairs() >= 2) {
            if (m_pairs.doubtful > 0)
                return graded(NameLevel::OneLetter);
            return graded(m_pairs.slips > 0 ? NameLevel::Mistyped : NameLevel::Shortened);
        }
        if (isOneSided && m_pairs.equal == 1)
            return graded(NameLevel::Related);
        if (m_pairs.equal + m_pairs.slips >= 2)
            return graded(NameLevel::Related);
        return plain(m_pairs.equal + m_pairs.slips > 0 ? NameLevel::Partly : NameLevel::Different);
    }

    /// A word left over that is neither common nor a part of a common phrase: another customer's distinctive name.
    bool hasDistinctiveLeft(const Words& words, const std::vector<int>& pairs) const
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool isInPhrase = isPhrase(words, i) || (i > 0 && isPhrase(words, i - 1));
            if (pairs[i] < 0 && !isInPhrase && m_shares.of(words[i]) <= kCommonWord)
                return true;
        }
        return false;
    }

    Level ofOrganisations() const
    {
        if (isJoinedSame())
            return graded(NameLevel::Same);
        if (isWhole())
            return graded(wholeLevel());
        if (isJoinedAlike())
            return graded(NameLevel::Mistyped);
        if (shareOfAgreement() > kCommonTogether)
            return plain(m_pairs.equal + m_pairs.slips > 0 ? NameLevel::Partly : NameLevel::Different);
        const bool isOneSided = m_pairs.mineLeft() == 0 || m_pairs.theirsLeft() == 0;
        if (!isOneSided || m_pairs.doubtful > 0)
            return graded(NameLevel::Related);
        const bool isMoreThanTrades =
            hasDistinctiveLeft(m_mine.name, m_pairs.mine) || hasDistinctiveLeft(m_theirs.name, m_pairs.theirs);
        if (isMoreThanTrades)
            return graded(NameLevel::Related);
        return graded(m_pairs.slips > 0 ? NameLevel::Mistyped : NameLevel::Shortened);
    }

    const Record& m_mine;
    const Record& m_theirs;
    const WordShares& m_shares;
    Alignment m_pairs;
};

} // namespace

Level compareNames(const Record& mine, const Record& theirs, const WordShares& shares)
{
    if (mine.name.empty() || theirs.name.empty())
        return kUnknown;
    // Pairing takes the first fitting word, so the sides are put in one order.
    const bool isInOrder = mine.name <= theirs.name;
    return NameComparison(isInOrder ? mine : theirs, isInOrder ? theirs : mine, shares).level();
}

} // namespace banhang::match
