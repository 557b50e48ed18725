// An office of twenty branches with the ready-made groups, as a measurement finds it.
#pragma once

#include <cstdint>
#include <vector>

#include "server/core/database/tx.h"

namespace banhang::bench {

/// Branches, each with a director, two people of customer care, and two teams of a leader and ten who sell.
constexpr int kBranches = 20;
constexpr int kTeamsInBranch = 2;
constexpr int kSellersInTeam = 10;

/// Somebody with customers of their own.
struct Owner
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0; ///< own leaf
};

/// Founds the company: units, groups, and 501 people who all sign in with demo::kPassword. User names say what
/// somebody is and where: "admin", "director-07", "care-07-2", "leader-07-1", "seller-07-1-10". Returns who has
/// customers: leaders and sellers.
std::vector<Owner> foundOffice(server::Tx& tx);

} // namespace banhang::bench
