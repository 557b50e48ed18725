#include "server/subscriptions/subscription_rules.h"

#include <algorithm>
#include <array>

#include "common/vn/utf8.h"
#include "server/activities/activity_rules.h"
#include "server/care/care_request_rules.h"
#include "server/customers/rules/edit_mask.h"

namespace banhang::server {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxNameLength = 80;
/// A condition on every person of a large office, and no more.
constexpr std::size_t kMaxFilterBytes = 16384;
constexpr const char* kWatchPoints = "watch_points";
constexpr const char* kOwner = "owner_user_id";
constexpr const char* kState = "state";
constexpr const char* kBin = "delete_time";

void checkWhat(const v1::Subscription& subscription, Issues& issues)
{
    if (!subscription.on_create() && !subscription.on_change())
        addError(issues, "on_change", "subscription.nothing");
    for (int i = 0; i < subscription.fields_size(); ++i)
        if (!isTold(subscription.entity(), subscription.fields(i)))
            addError(issues, element("fields", i), "subscription.field_unknown");
    for (int i = 0; i < subscription.activity_kinds_size(); ++i)
        if (!v1::ActivityKind_IsValid(subscription.activity_kinds(i)) || subscription.activity_kinds(i) == 0)
            addError(issues, element("activity_kinds", i), "field.unknown_value");
}

/// Those that the units wrote, as they are compared.
json watchedOf(const json& points, const std::vector<std::int64_t>& units)
{
    json watched = json::array();
    if (points.is_array())
        for (const json& point : points)
            if (std::ranges::find(units, point.value("unit_id", std::int64_t{0})) != units.end())
                watched.push_back(point);
    return watched;
}

bool isAsked(const v1::Subscription& subscription, const std::string& field)
{
    return isTold(subscription.entity(), field) &&
           (subscription.fields().empty() ||
            std::ranges::find(subscription.fields(), field) != subscription.fields().end());
}

} // namespace

v1::Subscription tidiedSubscription(const v1::Subscription& typed)
{
    v1::Subscription subscription;
    subscription.set_name(vn::tidy(typed.name()));
    subscription.set_unit_id(typed.unit_id());
    subscription.set_entity(typed.entity());
    subscription.set_on_create(typed.on_create());
    subscription.set_on_change(typed.on_change());
    if (typed.on_change()) {
        const FieldNames fields(typed.fields().begin(), typed.fields().end());
        subscription.mutable_fields()->Add(fields.begin(), fields.end());
        if (typed.entity() == v1::SUBSCRIBED_ENTITY_CUSTOMER)
            subscription.set_watch_unit_id(typed.watch_unit_id());
    }
    if (typed.entity() == v1::SUBSCRIBED_ENTITY_ACTIVITY) {
        const std::set<int> kinds(typed.activity_kinds().begin(), typed.activity_kinds().end());
        subscription.mutable_activity_kinds()->Add(kinds.begin(), kinds.end());
    }
    *subscription.mutable_filter() = typed.filter();
    subscription.mutable_filter()->clear_deleted();
    return subscription;
}

Issues subscriptionIssues(const v1::Subscription& subscription)
{
    Issues issues;
    if (subscription.name().empty())
        addError(issues, "name", "field.required");
    if (vn::characterCount(subscription.name()) > kMaxNameLength)
        addError(issues, "name", "text.too_long", {{"max", std::to_string(kMaxNameLength)}});
    if (!v1::SubscribedEntity_IsValid(subscription.entity()) ||
        subscription.entity() == v1::SUBSCRIBED_ENTITY_UNSPECIFIED) {
        addError(issues, "entity", "field.unknown_value");
        return issues;
    }
    checkWhat(subscription, issues);
    if (subscription.filter().ByteSizeLong() > kMaxFilterBytes)
        addError(issues, "filter", "list.too_large", {{"max", std::to_string(kMaxFilterBytes / 1024)}});
    return issues;
}

bool isChangeable(std::string_view field)
{
    constexpr std::array<std::string_view, 7> kChangeable{"name",          "on_create",      "on_change", "fields",
                                                          "watch_unit_id", "activity_kinds", "filter"};
    return std::ranges::find(kChangeable, field) != kChangeable.end();
}

bool isTold(v1::SubscribedEntity entity, const std::string& field)
{
    if (field == kBin)
        return true;
    switch (entity) {
    case v1::SUBSCRIBED_ENTITY_CUSTOMER:
        return isWritable(field) || field == kOwner || field == "potential" || field == "pursuit";
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        return writableCareFields().contains(field) || field == kOwner || field == kState;
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        return writableActivityFields().contains(field) || field == kOwner || field == kState;
    default:
        return false;
    }
}

std::string_view entityName(v1::SubscribedEntity entity)
{
    switch (entity) {
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        return "care_request";
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        return "activity";
    default:
        return "customer";
    }
}

std::optional<Meant> meantBy(const v1::Subscription& subscription, std::string_view operation, const json& fields,
                             const std::vector<std::int64_t>& watchUnits)
{
    if (operation == "create")
        return subscription.on_create() ? std::optional(Meant{.what = Happening::New}) : std::nullopt;
    if (!subscription.on_change())
        return std::nullopt;
    if (operation == "delete" || operation == "undelete") {
        const Happening what = operation == "delete" ? Happening::Binned : Happening::Restored;
        return isAsked(subscription, kBin) ? std::optional(Meant{.what = what}) : std::nullopt;
    }
    Meant meant;
    for (const auto& [field, change] : fields.items()) {
        if (!isAsked(subscription, field))
            continue;
        const bool isOfOthers =
            field == kWatchPoints && !watchUnits.empty() &&
            watchedOf(change.value("old", json()), watchUnits) == watchedOf(change.value("new", json()), watchUnits);
        if (!isOfOthers)
            meant.fields.insert(field);
    }
    return meant.fields.empty() ? std::nullopt : std::optional(std::move(meant));
}

} // namespace banhang::server
