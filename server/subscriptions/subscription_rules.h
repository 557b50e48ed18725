// What a subscription may ask for, and which changes are meant by it. Looks nothing up.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "banhang/v1/subscriptions.pb.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

/// The part of a subscription that its maker decides on, in the form that is stored; the rest is empty.
v1::Subscription tidiedSubscription(const v1::Subscription& typed);

/// What is wrong with it, but for its filter, which the list of customers judges; empty if nothing is.
Issues subscriptionIssues(const v1::Subscription& subscription);

/// The fields that an update may name, in the form of field mask paths.
bool isChangeable(std::string_view field);

/// Fields of which somebody can be told: those that people write, owner, state and judgement; "delete_time" stands for
/// the bin.
bool isTold(v1::SubscribedEntity entity, const std::string& field);

/// The entity in the log of changes: "customer", "care_request", "activity".
std::string_view entityName(v1::SubscribedEntity entity);

/// What has become of a record.
enum class Happening { Changed, New, Binned, Restored };

/// What a subscription is told of one change.
struct Meant
{
    Happening what = Happening::Changed;
    FieldNames fields = {}; ///< of a changed one
};

/// Nothing if the change is none that it asks for. `fields` is {"name": {"old": …, "new": …}}; `watchUnits` are the
/// unit whose points to watch are asked for and all below it, empty for any.
std::optional<Meant> meantBy(const v1::Subscription& subscription, std::string_view operation,
                             const nlohmann::json& fields, const std::vector<std::int64_t>& watchUnits);

} // namespace banhang::server
