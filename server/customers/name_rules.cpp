#include "server/customers/name_rules.h"

#include <algorithm>

namespace banhang::server {

namespace {

/// A slip in a name shorter than this often makes another name ("Lan", "Loan").
constexpr std::size_t kLongEnoughForSlips = 8;
constexpr std::size_t kFewestCommonWords = 2;

std::string joined(const Words& words)
{
    std::string text;
    for (const std::string& word : words)
        text += word;
    return text;
}

Words sorted(Words words)
{
    std::ranges::sort(words);
    return words;
}

bool agreesWithInitial(std::string_view mine, std::string_view theirs)
{
    return mine == theirs || (mine.size() == 1 && theirs.starts_with(mine)) ||
           (theirs.size() == 1 && mine.starts_with(theirs));
}

/// The middle names of one side are an ordered part of the other's.
bool middlesAgree(const Words& shorter, const Words& longer)
{
    std::size_t at = 1;
    for (std::size_t i = 1; i + 1 < shorter.size(); ++i) {
        while (at + 1 < longer.size() && !agreesWithInitial(shorter[i], longer[at]))
            ++at;
        if (at + 1 >= longer.size())
            return false;
        ++at;
    }
    return true;
}

std::size_t wordsOnlyInFirst(const Words& first, const Words& second)
{
    Words rest;
    std::ranges::set_difference(sorted(first), sorted(second), std::back_inserter(rest));
    return rest.size();
}

} // namespace

bool areSameWords(const Words& mine, const Words& theirs)
{
    return joined(mine) == joined(theirs) || sorted(mine) == sorted(theirs);
}

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

bool areNearPersons(const Words& mine, const Words& theirs)
{
    if (std::min(mine.size(), theirs.size()) < 2)
        return false;
    const std::string my = joined(mine);
    if (my.size() >= kLongEnoughForSlips && isOneSlipApart(my, joined(theirs)))
        return true;
    const Words& shorter = mine.size() <= theirs.size() ? mine : theirs;
    const Words& longer = mine.size() <= theirs.size() ? theirs : mine;
    return shorter.back() == longer.back() && agreesWithInitial(shorter.front(), longer.front()) &&
           middlesAgree(shorter, longer);
}

bool areNearOrganisations(const Words& mine, const Words& theirs)
{
    const std::string my = joined(mine);
    if (my.size() >= kLongEnoughForSlips && isOneSlipApart(my, joined(theirs)))
        return true;
    const Words& shorter = mine.size() <= theirs.size() ? mine : theirs;
    const Words& longer = mine.size() <= theirs.size() ? theirs : mine;
    return shorter.size() >= kFewestCommonWords && wordsOnlyInFirst(shorter, longer) == 0;
}

} // namespace banhang::server
