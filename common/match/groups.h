// Pairs that are one customer, put together to groups.
#pragma once

#include <cstdint>
#include <vector>

namespace banhang::match {

/// Two customers and how sure it is that they are one.
struct Link
{
    std::int64_t a = 0;
    std::int64_t b = 0;
    double probability = 0;
};

struct Group
{
    std::vector<std::int64_t> ids; ///< sorted
    std::vector<Link> links;       ///< between them, strongest first
};

/// Groups of two and more, by the strongest links first. A link joins two groups only if it is no weaker than
/// `least`, and if no pair across them that was compared speaks clearly against it (`links` holds such pairs with their
/// low probability): two families that one doubtful record hangs together stay apart.
/// Largest probability first.
std::vector<Group> groupsOf(std::vector<Link> links, double least);

/// All pairs of a group, each as sure as the links of the surest chain between the two are together.
std::vector<Link> chainsOf(const Group& group);

} // namespace banhang::match
