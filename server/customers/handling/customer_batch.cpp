#include "server/customers/handling/customer_batch.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/error.h"
#include "server/core/change_log/change_recorder.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/handling/customer_handling.h"
#include "server/customers/handling/share_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/rules/edit_mask.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_index_store.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxBatchSize = 500;
constexpr int kMaxTags = 50;
const std::string kTagField = "tag_keys";

template <typename Skipped>
void skip(Skipped& skipped, std::int64_t customerId, const std::string& key)
{
    v1::SkippedCustomer& one = *skipped.Add();
    one.set_customer_id(customerId);
    one.set_key(key);
}

/// Ascending and each once: all who act on many lock them in the same order.
template <typename Ids>
std::vector<std::int64_t> sorted(const Ids& wanted, std::string_view path = "customer_ids")
{
    demandSome(path, wanted.size(), kMaxBatchSize);
    std::vector<std::int64_t> ids(wanted.begin(), wanted.end());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

Right rightOf(v1::BatchAct act)
{
    switch (act) {
    case v1::BATCH_ACT_EDIT:
        return kEditCustomer;
    case v1::BATCH_ACT_ASSIGN:
        return kAssignCustomer;
    case v1::BATCH_ACT_DELETE:
        return kDeleteCustomer;
    case v1::BATCH_ACT_EXPORT:
        return kExportCustomer;
    default:
        throwInvalidField("act", "field.unknown_value");
    }
}

/// Only what was decided about this one customer; what concerns the call as a whole goes on.
template <typename Act, typename Skipped>
void each(std::int64_t customerId, Skipped& skipped, Act act)
{
    try {
        act();
    } catch (const AppError& error) {
        constexpr std::array kOfOne{ErrorCode::NotFound, ErrorCode::Denied, ErrorCode::Conflict, ErrorCode::Refused};
        if (std::ranges::find(kOfOne, error.code()) == kOfOne.end())
            throw;
        skip(skipped, customerId, error.key());
    }
}

/// The keys that are wanted and are (or are not) among those that the customer has.
std::vector<std::string> chosen(const google::protobuf::RepeatedPtrField<std::string>& wanted,
                                const v1::Customer& customer, bool isThere)
{
    std::set<std::string> keys;
    for (const std::string& key : wanted)
        if ((std::ranges::find(customer.tag_keys(), key) != customer.tag_keys().end()) == isThere)
            keys.insert(key);
    return {keys.begin(), keys.end()};
}

void tagOne(Call& call, std::int64_t id, const v1::TagCustomersRequest& wanted, v1::TagCustomersResponse& reply)
{
    const auto stored = lockCustomer(call, id);
    if (!stored)
        throwCustomerNotFound();
    const v1::Customer& before = stored->customer;
    demandEdit(call.caller, before.unit_id(), stored->share);
    if (before.has_delete_time())
        throw AppError(ErrorCode::Refused, "customer.in_bin");
    const auto added = chosen(wanted.add_tag_keys(), before, false);
    const auto removed = chosen(wanted.remove_tag_keys(), before, true);
    if (added.empty() && removed.empty())
        return;
    v1::Customer after = before;
    auto& keys = *after.mutable_tag_keys();
    keys.erase(std::remove_if(keys.begin(), keys.end(),
                              [&](const std::string& key) { return std::ranges::find(removed, key) != removed.end(); }),
               keys.end());
    keys.Add(added.begin(), added.end());
    if (keys.size() > kMaxTags)
        throw AppError(ErrorCode::Refused, "customer.too_many_tags");
    updateCustomer(call, after);
    writeTags(call, after);
    recordChange(call,
                 {.entity = "customer",
                  .entityId = id,
                  .version = after.version(),
                  .operation = "update",
                  .unitBefore = after.unit_id(),
                  .unitAfter = after.unit_id()},
                 changedValues(before, after, {kTagField}));
    v1::TaggedCustomer& tagged = *reply.add_tagged();
    tagged.set_customer_id(id);
    tagged.mutable_added_tag_keys()->Add(added.begin(), added.end());
    tagged.mutable_removed_tag_keys()->Add(removed.begin(), removed.end());
}

/// Tags that no list has would stand on customers without a name.
void refuseUnknownTags(Call& call, const v1::TagCustomersRequest& wanted)
{
    refuseTooMany("add_tag_keys", wanted.add_tag_keys_size() + wanted.remove_tag_keys_size(), kMaxTags);
    v1::Customer bearer;
    *bearer.mutable_tag_keys() = wanted.add_tag_keys();
    const RuleContext context = ruleContext(call, bearer);
    for (const UsedPick& pick : usedPicks(bearer)) {
        const auto list = context.pickKeys.find(pick.list);
        if (list == context.pickKeys.end() || !list->second.contains(pick.key))
            throwInvalidField("add_tag_keys", "pick_item.unknown", {{"list", pick.list}, {"key", pick.key}});
    }
}

} // namespace

void checkBatch(Call& call, const v1::CheckCustomerBatchRequest& wanted, v1::CheckCustomerBatchResponse& reply)
{
    const Right right = rightOf(wanted.act());
    const std::vector<std::int64_t> ids = sorted(wanted.customer_ids());
    std::vector<std::int64_t> shared;
    if (wanted.act() == v1::BATCH_ACT_EDIT && call.caller.may(kEditCustomer))
        shared = sharedForEditing(call, ids, call.caller.userId);
    const std::vector<v1::Customer> customers = readCustomers(call, ids, v1::CUSTOMER_VIEW_BASIC);
    std::set<std::int64_t> told;
    for (const std::int64_t id : wanted.customer_ids()) {
        if (!told.insert(id).second)
            continue;
        const auto customer = std::ranges::find(customers, id, &v1::Customer::id);
        if (customer == customers.end()) {
            skip(*reply.mutable_skipped(), id, "customer.not_found");
        } else if (!call.caller.units(right).contains(customer->unit_id()) &&
                   std::ranges::find(shared, id) == shared.end()) {
            skip(*reply.mutable_skipped(), id, "call.denied");
        } else {
            v1::CustomerVersion& allowed = *reply.add_allowed();
            allowed.set_customer_id(id);
            allowed.set_version(customer->version());
        }
    }
}

void tagCustomers(Call& call, const v1::TagCustomersRequest& wanted, v1::TagCustomersResponse& reply)
{
    const std::vector<std::int64_t> ids = sorted(wanted.customer_ids());
    refuseUnknownTags(call, wanted);
    std::vector<std::int64_t> changed;
    for (const std::int64_t id : ids)
        each(id, *reply.mutable_skipped(), [&] { tagOne(call, id, wanted, reply); });
    for (const v1::TaggedCustomer& tagged : reply.tagged())
        changed.push_back(tagged.customer_id());
    for (v1::Customer& customer : readCustomers(call, changed, v1::CUSTOMER_VIEW_BASIC))
        *reply.add_customers() = std::move(customer);
}

void moveManyToBin(Call& call, const v1::BatchDeleteCustomersRequest& wanted, v1::BatchDeleteCustomersResponse& reply)
{
    std::vector<std::int64_t> asked;
    for (const v1::CustomerVersion& one : wanted.customers())
        asked.push_back(one.customer_id());
    for (const std::int64_t id : sorted(asked, "customers"))
        each(id, *reply.mutable_skipped(), [&] {
            v1::DeleteCustomerRequest request;
            request.set_customer_id(id);
            request.set_version(
                std::ranges::find(wanted.customers(), id, &v1::CustomerVersion::customer_id)->version());
            v1::Customer customer;
            moveToBin(call, request, customer);
            v1::CustomerVersion& deleted = *reply.add_deleted();
            deleted.set_customer_id(id);
            deleted.set_version(customer.version());
        });
}

void takeManyOutOfBin(Call& call, const v1::BatchUndeleteCustomersRequest& wanted,
                      v1::BatchUndeleteCustomersResponse& reply)
{
    std::vector<std::int64_t> taken;
    for (const std::int64_t id : sorted(wanted.customer_ids()))
        each(id, *reply.mutable_skipped(), [&] {
            v1::UndeleteCustomerRequest request;
            request.set_customer_id(id);
            v1::Customer customer;
            takeOutOfBin(call, request, customer);
            taken.push_back(id);
        });
    for (v1::Customer& customer : readCustomers(call, taken, v1::CUSTOMER_VIEW_BASIC))
        *reply.add_customers() = std::move(customer);
}

} // namespace banhang::server
