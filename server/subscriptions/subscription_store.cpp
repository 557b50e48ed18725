#include "server/subscriptions/subscription_store.h"

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/row_columns.h"
#include "server/fields/message_json.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

using nlohmann::json;

namespace {

/// $1 = caller, $2 = the caller's leaf.
#define BANHANG_SUBSCRIPTION                                                                                           \
    "SELECT s.id, s.version, s.name, s.owner_id, coalesce(s.unit_id, 0), s.entity, s.wish, s.for_caller,"              \
    " m.user_id IS NOT NULL, (extract(epoch FROM nullif(m.until_at, 'infinity')) * 1000000)::bigint,"                  \
    " s.deleted_at IS NOT NULL FROM (SELECT s.*, CASE WHEN s.unit_id IS NULL THEN s.owner_id = $1"                     \
    "   ELSE s.unit_id = ANY ((SELECT path FROM banhang.org_unit WHERE id = $2)::bigint[]) END AS for_caller"          \
    "   FROM banhang.subscription s) AS s"                                                                             \
    " LEFT JOIN banhang.subscription_mute m ON m.subscription_id = s.id AND m.user_id = $1 AND m.until_at > now()"     \
    " WHERE (s.for_caller OR s.unit_id IS NOT NULL AND ($3 OR EXISTS (SELECT FROM banhang.org_unit leaf"               \
    "   WHERE leaf.id = ANY ($4::bigint[]) AND leaf.path @> ARRAY[s.unit_id])))"

constexpr Statement kList{BANHANG_SUBSCRIPTION
                          " AND s.deleted_at IS NULL AND (s.name COLLATE \"C\", s.id) > ($5, $6::bigint)"
                          " ORDER BY s.name COLLATE \"C\", s.id LIMIT $7"};
constexpr Statement kFind{BANHANG_SUBSCRIPTION " AND s.id = $5"};
constexpr Statement kLock{"SELECT FROM banhang.subscription WHERE id = $1 FOR UPDATE"};
constexpr Statement kCountOwn{
    "SELECT count(*) FROM banhang.subscription WHERE unit_id IS NULL AND owner_id = $1 AND deleted_at IS NULL"};
constexpr Statement kCountOfUnit{"SELECT count(*) FROM banhang.subscription WHERE unit_id = $1 AND deleted_at IS NULL"};
constexpr Statement kUnitAndBelow{"SELECT id FROM banhang.org_unit WHERE path @> ARRAY[$1::bigint] ORDER BY id"};
constexpr Statement kInsert{"INSERT INTO banhang.subscription (name, owner_id, unit_id, entity, wish)"
                            " VALUES ($1, $2, nullif($3::bigint, 0), $4, $5::jsonb) RETURNING id"};
constexpr Statement kUpdate{
    "UPDATE banhang.subscription SET name = $2, wish = $3::jsonb, version = version + 1 WHERE id = $1"};
constexpr Statement kSetDeleted{"UPDATE banhang.subscription SET deleted_at = CASE WHEN $2 THEN now() END,"
                                " told_from = clock_timestamp(), version = version + 1 WHERE id = $1"};
constexpr Statement kMute{"INSERT INTO banhang.subscription_mute AS m (user_id, subscription_id, until_at)"
                          " VALUES ($1, $2, coalesce(to_timestamp($3::bigint / 1000000.0), 'infinity'))"
                          " ON CONFLICT (user_id, subscription_id)"
                          " DO UPDATE SET until_at = excluded.until_at, version = m.version + 1 RETURNING id, version"};
constexpr Statement kUnmute{"UPDATE banhang.subscription_mute SET until_at = '-infinity', version = version + 1"
                            " WHERE user_id = $1 AND subscription_id = $2 AND until_at > now() RETURNING id, version"};

SubscriptionStore::Stored storedIn(const Row& row)
{
    RowColumns columns(row);
    SubscriptionStore::Stored stored;
    const std::int64_t id = columns.id();
    const std::int64_t version = columns.id();
    const std::string name = columns.text();
    const std::int64_t ownerId = columns.id();
    const std::int64_t unitId = columns.id();
    const auto entity = columns.named<v1::SubscribedEntity>();
    v1::Subscription& subscription = stored.subscription = wishIn(columns.text());
    subscription.set_id(id);
    subscription.set_version(version);
    subscription.set_name(name);
    subscription.set_owner_user_id(ownerId);
    subscription.set_unit_id(unitId);
    subscription.set_entity(entity);
    subscription.set_is_for_caller(columns.flag());
    subscription.set_is_muted(columns.flag());
    columns.time([&] { return subscription.mutable_mute_until_time(); });
    stored.isDeleted = columns.flag();
    return stored;
}

Params seenBy(const Caller& caller)
{
    const UnitSet& kept = caller.units(kEditSubscription);
    return Params::of(caller.userId, caller.unitId, kept.all, kept.leaves);
}

FieldNames wishFields()
{
    return {"on_create", "on_change", "fields", "watch_unit_id", "activity_kinds", "filter"};
}

std::string wishOf(const v1::Subscription& subscription)
{
    v1::Subscription wish;
    copyFields(subscription, wishFields(), wish);
    return toJson(wish).dump();
}

void record(Call& call, std::string_view operation, std::int64_t version, const v1::Subscription& subscription,
            const json& fields)
{
    // Those of a unit concern everybody, the rest the owner's own windows.
    const std::int64_t concerned = subscription.unit_id() != 0 ? 0 : call.caller.unitId;
    ChangeRecord change{
        .entity = "subscription", .entityId = subscription.id(), .version = version, .operation = operation};
    if (operation != "create" && operation != "undelete")
        change.unitBefore = concerned;
    if (operation != "delete")
        change.unitAfter = concerned;
    recordChange(call, change, fields);
}

/// For the other windows of the caller. Nothing when nothing was stored.
void recordMute(Call& call, const Rows& stored, bool isMuted)
{
    for (const Row row : stored)
        recordChange(call,
                     {.entity = "subscription_mute",
                      .entityId = row.int64(0),
                      .version = row.int64(1),
                      .operation = "update",
                      .people = {call.caller.userId}},
                     {{"muted", {{"old", !isMuted}, {"new", isMuted}}}});
}

} // namespace

v1::Subscription wishIn(const std::string& text)
{
    v1::Subscription wish;
    fromJson(json::parse(text), wish);
    return wish;
}

std::vector<v1::Subscription> SubscriptionStore::list(Call& call, const Place& behind, int count)
{
    Params params = seenBy(call.caller);
    params.add(behind.name);
    params.add(behind.id);
    params.add(count);
    std::vector<v1::Subscription> subscriptions;
    for (const Row row : call.tx.run(kList, params))
        subscriptions.push_back(storedIn(row).subscription);
    return subscriptions;
}

SubscriptionStore::Stored SubscriptionStore::found(Call& call, std::int64_t id, bool isLocked)
{
    if (isLocked)
        call.tx.enqueue(kLock, id);
    Params params = seenBy(call.caller);
    params.add(id);
    const Rows rows = call.tx.run(kFind, params);
    if (rows.empty())
        throw AppError(ErrorCode::NotFound, "subscription.not_found");
    return storedIn(rows.front());
}

int SubscriptionStore::countOf(Call& call, std::int64_t unitId)
{
    const Rows rows = unitId == 0 ? call.tx.query(kCountOwn, call.caller.userId) : call.tx.query(kCountOfUnit, unitId);
    return rows.front().int32(0);
}

std::vector<std::int64_t> SubscriptionStore::unitAndBelow(Tx& tx, std::int64_t unitId)
{
    std::vector<std::int64_t> units;
    for (const Row row : tx.query(kUnitAndBelow, unitId))
        units.push_back(row.int64(0));
    return units;
}

std::int64_t SubscriptionStore::create(Call& call, const v1::Subscription& wanted)
{
    v1::Subscription made = wanted;
    made.set_id(call.tx
                    .query(kInsert, wanted.name(), call.caller.userId, wanted.unit_id(),
                           static_cast<int>(wanted.entity()), wishOf(wanted))
                    .front()
                    .int64(0));
    FieldNames fields = wishFields();
    fields.insert({"name", "entity", "unit_id"});
    record(call, "create", 1, made, changedValues(v1::Subscription(), made, fields));
    return made.id();
}

void SubscriptionStore::update(Call& call, const v1::Subscription& before, const v1::Subscription& after)
{
    FieldNames fields = wishFields();
    fields.insert("name");
    call.tx.enqueue(kUpdate, before.id(), after.name(), wishOf(after));
    record(call, "update", before.version() + 1, after,
           changedValues(before, after, differingFields(before, after, fields)));
}

void SubscriptionStore::setDeleted(Call& call, const v1::Subscription& before, bool isDeleted)
{
    call.tx.enqueue(kSetDeleted, before.id(), isDeleted);
    record(call, isDeleted ? "delete" : "undelete", before.version() + 1, before, json::object());
}

void SubscriptionStore::mute(Call& call, std::int64_t id, const std::optional<google::protobuf::Timestamp>& until)
{
    using google::protobuf::util::TimeUtil;
    recordMute(call,
               call.tx.query(kMute, call.caller.userId, id,
                             until ? std::optional(TimeUtil::TimestampToMicroseconds(*until)) : std::nullopt),
               true);
}

void SubscriptionStore::unmute(Call& call, std::int64_t id)
{
    recordMute(call, call.tx.query(kUnmute, call.caller.userId, id), false);
}

} // namespace banhang::server
