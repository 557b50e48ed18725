#include "server/subscriptions/subscription_saving.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/record_version.h"
#include "server/core/database/database_clock.h"
#include "server/customers/list/customer_filter_store.h"
#include "server/fields/record_fields.h"
#include "server/subscriptions/subscription_rules.h"
#include "server/subscriptions/subscription_store.h"
#include "server/views/view_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

/// Of one person, and of one unit: each is looked at with every change.
constexpr int kMaxSubscriptions = 50;

v1::Subscription readAnew(Call& call, std::int64_t id)
{
    v1::Subscription stored = SubscriptionStore::found(call, id, false).subscription;
    stored.set_may_edit(mayEditSubscription(call, stored));
    return stored;
}

void demandEdit(Call& call, const v1::Subscription& subscription)
{
    if (!mayEditSubscription(call, subscription))
        throwDenied(kEditSubscription);
}

void demandRoom(Call& call, const v1::Subscription& subscription)
{
    if (SubscriptionStore::countOf(call, subscription.unit_id()) >= kMaxSubscriptions)
        throw AppError(ErrorCode::Refused, "subscription.too_many", {{"max", std::to_string(kMaxSubscriptions)}});
}

/// Locked, there, and the caller's to change.
v1::Subscription admitEdit(Call& call, std::int64_t id)
{
    const auto [stored, isDeleted] = SubscriptionStore::found(call, id, true);
    if (isDeleted)
        throw AppError(ErrorCode::NotFound, "subscription.not_found");
    demandEdit(call, stored);
    return stored;
}

FieldNames changeableIn(const google::protobuf::FieldMask& mask)
{
    Issues issues;
    if (mask.paths().empty())
        addError(issues, "update_mask", "update_mask.empty");
    for (const std::string& path : mask.paths())
        if (!isChangeable(path))
            addError(issues, path, "field.not_changeable");
    refuseIssues(issues);
    return namesOf(mask);
}

void setDeleted(Call& call, std::int64_t id, bool isDeleted, v1::Subscription& reply)
{
    const auto [stored, wasDeleted] = SubscriptionStore::found(call, id, true);
    demandEdit(call, stored);
    if (wasDeleted != isDeleted) {
        if (!isDeleted)
            demandRoom(call, stored);
        SubscriptionStore::setDeleted(call, stored, isDeleted);
    }
    reply = readAnew(call, id);
}

void demandComing(Call& call, const google::protobuf::Timestamp& time)
{
    constexpr std::int64_t kLastSecond = 4'102'444'800; // 2100-01-01, UTC: what lies behind it was mistyped
    if (time.seconds() >= kLastSecond || time.nanos() < 0 || time.nanos() > 999'999'999)
        throwInvalidField("until_time", "date.impossible");
    if (TimeUtil::TimestampToMicroseconds(time) <= presentMicros(call.tx))
        throwInvalidField("until_time", "subscription.until_past");
}

} // namespace

bool mayEditSubscription(Call& call, const v1::Subscription& subscription)
{
    if (subscription.unit_id() == 0)
        return subscription.owner_user_id() == call.caller.userId;
    const UnitSet& reach = call.caller.units(kEditSubscription);
    if (reach.all || reach.none())
        return reach.all;
    const auto leaves = ViewStore::leavesBelow(call, subscription.unit_id());
    return leaves && !leaves->empty() &&
           std::ranges::all_of(*leaves, [&reach](std::int64_t leaf) { return reach.contains(leaf); });
}

void demandSound(Call& call, const v1::Subscription& subscription)
{
    Issues issues = subscriptionIssues(subscription);
    for (v1::FieldIssue& issue : filterIssues(subscription.filter())) {
        issue.set_path("filter." + issue.path());
        issues.push_back(std::move(issue));
    }
    for (const auto& [path, unitId] :
         {std::pair("unit_id", subscription.unit_id()), {"watch_unit_id", subscription.watch_unit_id()}})
        if (unitId != 0 && SubscriptionStore::unitAndBelow(call.tx, unitId).empty())
            addError(issues, path, "subscription.unit_unknown");
    refuseIssues(issues);
}

void saveNewSubscription(Call& call, const v1::CreateSubscriptionRequest& wanted, v1::Subscription& reply)
{
    v1::Subscription subscription = tidiedSubscription(wanted.subscription());
    subscription.set_owner_user_id(call.caller.userId);
    demandSound(call, subscription);
    demandEdit(call, subscription);
    demandRoom(call, subscription);
    reply = readAnew(call, SubscriptionStore::create(call, subscription));
}

void saveSubscriptionChanges(Call& call, const v1::UpdateSubscriptionRequest& wanted, v1::Subscription& reply)
{
    const FieldNames fields = changeableIn(wanted.update_mask());
    const v1::Subscription before = admitEdit(call, wanted.subscription().id());
    demandVersion(before.version(), wanted.subscription().version(), "subscription.edit_conflict", ZeroVersion::Other);
    v1::Subscription typed = before;
    copyFields(wanted.subscription(), fields, typed);
    const v1::Subscription after = tidiedSubscription(typed);
    demandSound(call, after);
    v1::Subscription stored = before;
    copyFields(after, {"name", "on_create", "on_change", "fields", "watch_unit_id", "activity_kinds", "filter"},
               stored);
    SubscriptionStore::update(call, before, stored);
    reply = readAnew(call, before.id());
}

void deleteSubscription(Call& call, const v1::DeleteSubscriptionRequest& wanted, v1::Subscription& reply)
{
    setDeleted(call, wanted.subscription_id(), true, reply);
}

void undeleteSubscription(Call& call, const v1::UndeleteSubscriptionRequest& wanted, v1::Subscription& reply)
{
    setDeleted(call, wanted.subscription_id(), false, reply);
}

void muteSubscription(Call& call, const v1::MuteSubscriptionRequest& wanted, v1::Subscription& reply)
{
    const auto [stored, isDeleted] = SubscriptionStore::found(call, wanted.subscription_id(), false);
    if (isDeleted || !stored.is_for_caller())
        throw AppError(ErrorCode::NotFound, "subscription.not_found");
    if (wanted.has_until_time())
        demandComing(call, wanted.until_time());
    if (wanted.muted())
        SubscriptionStore::mute(call, stored.id(),
                                wanted.has_until_time() ? std::optional(wanted.until_time()) : std::nullopt);
    else
        SubscriptionStore::unmute(call, stored.id());
    reply = readAnew(call, stored.id());
}

} // namespace banhang::server
