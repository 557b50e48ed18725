// Looks up what customer_rules must be told: the day, the pick-lists, the parent, the new owner.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "server/core/call/call.h"
#include "server/customers/rules/customer_rules.h"

namespace banhang::server {

/// What the rules need to check this customer for this caller. One round trip.
RuleContext ruleContext(Call& call, const v1::Customer& customer);
/// The same for many at once, but for their parents.
RuleContext ruleContextOfAll(Call& call, const std::vector<v1::Customer>& customers);

/// Keeps two transactions from hanging customers on one another in a ring. Sent without waiting; before ruleContext.
void lockParents(Call& call);

struct OwnerFacts
{
    std::int64_t unitId = 0;
    bool active = false;
};
/// Nothing for no such user.
std::optional<OwnerFacts> ownerFacts(Call& call, std::int64_t userId);
/// By user id; without those who are not there.
std::map<std::int64_t, OwnerFacts> ownersFacts(Call& call, const std::vector<std::int64_t>& userIds);
/// Whom something is to be given to. Throws: AppError Invalid "customer.owner_unknown" at `path`; Denied where the
/// right to give does not reach this person.
OwnerFacts demandOwner(Call& call, std::int64_t userId, Right give, std::string_view path = "owner_user_id");
/// The unit of what belongs to this person: the caller's own for the caller, else as demandOwner.
std::int64_t unitOfOwner(Call& call, std::int64_t userId, Right give, std::string_view path = "owner_user_id");

} // namespace banhang::server
