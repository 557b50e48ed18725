// Subscriptions as people keep them, and who has turned them off.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <google/protobuf/timestamp.pb.h>

#include "banhang/v1/subscriptions.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Who may keep subscriptions of a whole unit.
constexpr Right kEditSubscription{v1::RESOURCE_SUBSCRIPTION, v1::ACTION_EDIT};

/// All SQL on subscriptions by their people. Scope: own ones, those of units above the caller, and those of units of
/// which the caller keeps anybody's. `may_edit` is not filled.
class SubscriptionStore
{
public:
    /// Where a page starts: behind this one. Empty = at the first.
    struct Place
    {
        std::string name;
        std::int64_t id = 0;
    };
    /// By name, without deleted ones.
    static std::vector<v1::Subscription> list(Call& call, const Place& behind, int count);

    struct Stored
    {
        v1::Subscription subscription;
        bool isDeleted = false;
    };
    /// Deleted ones too. With `isLocked`, kept from changing until the transaction ends. Throws: AppError NotFound
    /// "subscription.not_found".
    static Stored found(Call& call, std::int64_t id, bool isLocked);
    /// Of the caller alone, or of that unit.
    static int countOf(Call& call, std::int64_t unitId);
    /// The unit and all below it; empty for no such unit.
    static std::vector<std::int64_t> unitAndBelow(Tx& tx, std::int64_t unitId);

    static std::int64_t create(Call& call, const v1::Subscription& wanted);
    static void update(Call& call, const v1::Subscription& before, const v1::Subscription& after);
    /// One that comes back tells of what happens from then on.
    static void setDeleted(Call& call, const v1::Subscription& before, bool isDeleted);

    /// Without a time, for good.
    static void mute(Call& call, std::int64_t id, const std::optional<google::protobuf::Timestamp>& until);
    static void unmute(Call& call, std::int64_t id);
};

/// What stands in the column `wish`.
v1::Subscription wishIn(const std::string& json);

} // namespace banhang::server
