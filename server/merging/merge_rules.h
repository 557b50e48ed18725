// Which of several values a merged customer should have: the best one, or all of them, and why.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/merges.pb.h"

namespace banhang::server {

struct MergeProposal
{
    /// The survivor as proposed; contact persons of all customers, in the survivor's order first.
    v1::Customer proposed;
    /// In the order of the customer's fields, those of all customers that a merge decides on.
    std::vector<v1::MergeField> fields;
};

/// Everything above each customer that one of the others names as parent, itself first.
using Ancestors = std::map<std::int64_t, std::vector<std::int64_t>>;

/// The oldest one: its code stands on the most papers.
std::int64_t proposeSurvivor(const std::vector<v1::Customer>& customers);

/// `customers` are whole and unmasked, the survivor first, two at least.
MergeProposal proposeMerge(const std::vector<v1::Customer>& customers, const Ancestors& ancestors);

/// A parent that would hang the survivor on itself: one of the merged customers, or anybody below one of them.
bool wouldMakeRing(std::int64_t parentId, const std::vector<v1::Customer>& customers, const Ancestors& ancestors);

/// Entries of the merged customer that one of the others had, whether or not the survivor had them too: {"phones":
/// [...]}. `customers` as in proposeMerge.
nlohmann::json broughtEntries(const std::vector<v1::Customer>& customers, const v1::Customer& merged);

} // namespace banhang::server
