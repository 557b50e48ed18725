// Words of names: how alike two are, how they pair up, and how common each is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/match/record.h"

namespace banhang::match {

/// One letter added, lost or changed, or two neighbours swapped; equal texts too. Both texts are folded.
bool isOneSlipApart(std::string_view mine, std::string_view theirs);

/// Up to two such slips, wherever they stand.
bool areTwoSlipsApart(std::string_view mine, std::string_view theirs);

/// The part of customers whose name has a word, for the words that more than a few have.
class WordShares
{
public:
    WordShares() = default;
    /// `customers`: how many the shares were counted on.
    WordShares(std::unordered_map<std::string, double> shares, double customers)
        : m_shares(std::move(shares)), m_customers(customers)
    {
    }

    double customers() const { return m_customers; }
    const std::unordered_map<std::string, double>& all() const { return m_shares; }

    /// Of a word that is not in the list: as if one or two customers had it.
    double of(const std::string& word) const
    {
        const auto found = m_shares.find(word);
        return found != m_shares.end() ? found->second : kUnlisted / (m_customers + kUnlisted);
    }
    bool isListed(const std::string& word) const { return m_shares.contains(word); }

private:
    static constexpr double kUnlisted = 1.5;

    std::unordered_map<std::string, double> m_shares;
    double m_customers = 0;
};

/// How the words of two names pair up, each with at most one of the other side: equal ones first, then slips, then
/// initials.
struct Alignment
{
    int equal = 0;
    int slips = 0;    ///< one letter apart, and one of the two no usual word
    int doubtful = 0; ///< one letter apart, but both are words of their own: Lan and Loan
    int initials = 0;
    bool isOrdered = true;
    /// Index on the other side, -1 for a word without counterpart.
    std::vector<int> mine;
    std::vector<int> theirs;

    int pairs() const { return equal + slips + doubtful + initials; }
    int mineLeft() const { return static_cast<int>(mine.size()) - pairs(); }
    int theirsLeft() const { return static_cast<int>(theirs.size()) - pairs(); }
};
Alignment align(const Words& mine, const Words& theirs, const WordShares& shares);

} // namespace banhang::match
