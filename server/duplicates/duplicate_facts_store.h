// What the check may need to know of a match beyond its form: whose it is, and what was decided about it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/core/call/call.h"

namespace banhang::server {

struct CustomerFacts
{
    std::string code;
    std::int64_t ownerId = 0;
    std::int64_t unitId = 0; ///< the owner's leaf
    std::int64_t teamId = 0; ///< above that leaf; 0: none
    bool isShared = false;   ///< with the caller
};

/// By id. Scope: the whole company; only duplicate_check may tell of them.
std::map<std::int64_t, CustomerFacts> customerFacts(Call& call, const std::vector<std::int64_t>& customerIds);

/// Marks that the decision "these two are different" was made under (match::digestOf): of the asked one and the other.
struct Decision
{
    std::int64_t otherId = 0;
    std::string mine;
    std::string theirs;
};
std::vector<Decision> decidedDifferent(Call& call, std::int64_t customerId, const std::vector<std::int64_t>& otherIds);

/// Digests of customers, by id, that are read otherwise by now although nothing of them has changed.
struct RenewedDigest
{
    std::string before;
    std::string now;
};
/// What was decided about them holds on. Sent without waiting.
void keepDecisions(Tx& tx, const std::map<std::int64_t, RenewedDigest>& renewed);

} // namespace banhang::server
