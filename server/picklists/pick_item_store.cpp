#include "server/picklists/pick_item_store.h"

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/constraint_errors.h"

namespace banhang::server {

namespace {

constexpr Statement kListItems{
    "SELECT id, version, list_key, key, label_vi, label_en, position, active FROM banhang.pick_item "
    "WHERE (list_key COLLATE \"C\", position, id) > ($1, $2::integer, $3::bigint) "
    "ORDER BY list_key COLLATE \"C\", position, id LIMIT $4"};
constexpr Statement kLockItem{
    "SELECT id, version, list_key, key, label_vi, label_en, position, active FROM banhang.pick_item "
    "WHERE id = $1 FOR UPDATE"};
// By id, so that two who move items of one list wait for each other instead of both being refused.
constexpr Statement kLockList{
    "SELECT id, version, list_key, key, label_vi, label_en, position, active FROM banhang.pick_item "
    "WHERE list_key = (SELECT list_key FROM banhang.pick_item WHERE id = $1) ORDER BY id FOR UPDATE"};
constexpr Statement kInsertItem{"INSERT INTO banhang.pick_item (list_key, key, label_vi, label_en, active, position) "
                                "VALUES ($1, $2, $3, $4, $5, "
                                "(SELECT coalesce(max(position), 0) + 1 FROM banhang.pick_item WHERE list_key = $1)) "
                                "RETURNING id, version, list_key, key, label_vi, label_en, position, active"};
constexpr Statement kUpdateItem{
    "UPDATE banhang.pick_item SET label_vi = $2, label_en = $3, position = $4, active = $5, version = version + 1 "
    "WHERE id = $1 RETURNING id, version, list_key, key, label_vi, label_en, position, active"};

v1::PickItem itemOf(const Row& row)
{
    v1::PickItem item;
    item.set_id(row.int64(0));
    item.set_version(row.int64(1));
    item.set_list_key(row.string(2));
    item.set_key(row.string(3));
    item.set_label_vi(row.string(4));
    item.set_label_en(row.string(5));
    item.set_position(row.int32(6));
    item.set_active(row.boolean(7));
    return item;
}

/// Of concern to everybody signed in: choice boxes show the lists.
void record(Call& call, const v1::PickItem& item, std::string_view operation, const nlohmann::json& fields)
{
    recordChange(call,
                 {.entity = "pick_item",
                  .entityId = item.id(),
                  .version = item.version(),
                  .operation = operation,
                  .unitBefore = 0,
                  .unitAfter = 0},
                 fields);
}

template <typename Value>
void addIfChanged(nlohmann::json& fields, const char* name, const Value& before, const Value& after)
{
    if (before != after)
        fields[name] = {{"old", before}, {"new", after}};
}

} // namespace

void registerPicklistsConstraints(ConstraintErrors& errors)
{
    errors.add("pick_item_key_unique", ErrorCode::AlreadyExists, "pick_item.key_taken");
}

std::vector<v1::PickItem> PickItemStore::list(Tx& tx, const Place& behind, int count)
{
    std::vector<v1::PickItem> items;
    for (const Row row : tx.query(kListItems, behind.listKey, behind.position, behind.id, count))
        items.push_back(itemOf(row));
    return items;
}

v1::PickItem PickItemStore::create(Call& call, const v1::PickItem& wanted)
{
    const Rows rows = call.tx.query(kInsertItem, wanted.list_key(), wanted.key(), wanted.label_vi(), wanted.label_en(),
                                    wanted.active());
    v1::PickItem item = itemOf(rows.front());
    record(call, item, "create",
           {{"list_key", {{"new", item.list_key()}}},
            {"key", {{"new", item.key()}}},
            {"label_vi", {{"new", item.label_vi()}}},
            {"label_en", {{"new", item.label_en()}}}});
    return item;
}

v1::PickItem PickItemStore::locked(Tx& tx, std::int64_t itemId)
{
    const Rows rows = tx.query(kLockItem, itemId);
    if (rows.empty())
        throw AppError(ErrorCode::NotFound, "pick_item.not_found");
    return itemOf(rows.front());
}

std::vector<v1::PickItem> PickItemStore::lockedList(Tx& tx, std::int64_t itemId)
{
    std::vector<v1::PickItem> items;
    for (const Row row : tx.query(kLockList, itemId))
        items.push_back(itemOf(row));
    return items;
}

v1::PickItem PickItemStore::update(Call& call, const v1::PickItem& before, v1::PickItem after)
{
    const Rows rows =
        call.tx.query(kUpdateItem, before.id(), after.label_vi(), after.label_en(), after.position(), after.active());
    after = itemOf(rows.front());
    nlohmann::json fields = nlohmann::json::object();
    addIfChanged(fields, "label_vi", before.label_vi(), after.label_vi());
    addIfChanged(fields, "label_en", before.label_en(), after.label_en());
    addIfChanged(fields, "position", before.position(), after.position());
    addIfChanged(fields, "active", before.active(), after.active());
    record(call, after, "update", fields);
    return after;
}

} // namespace banhang::server
