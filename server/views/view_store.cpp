#include "server/views/view_store.h"

#include <google/protobuf/util/json_util.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/constraint_errors.h"

namespace banhang::server {

using nlohmann::json;

namespace {

#define BANHANG_VIEW_COLUMNS                                                                                           \
    "v.id, v.version, v.list_key, v.name, v.owner_id, coalesce(v.unit_id, 0), v.filter, v.sort, v.descending, "        \
    "v.columns, v.deleted_at IS NOT NULL, coalesce(h.is_default, false), coalesce(h.quick_key, 0)"

/// $1 = caller, $2 = the caller's leaf.
#define BANHANG_VIEWS_SEEN                                                                                             \
    " FROM banhang.saved_view v LEFT JOIN banhang.saved_view_choice h ON h.view_id = v.id AND h.user_id = $1"          \
    " WHERE (v.owner_id = $1 OR v.unit_id = ANY ((SELECT path FROM banhang.org_unit WHERE id = $2)::bigint[]))"

constexpr Statement kList{"SELECT " BANHANG_VIEW_COLUMNS BANHANG_VIEWS_SEEN
                          " AND v.list_key = $3 AND v.deleted_at IS NULL"
                          " AND (v.name COLLATE \"C\", v.id) > ($4, $5::bigint)"
                          " ORDER BY v.name COLLATE \"C\", v.id LIMIT $6"};
constexpr Statement kFind{"SELECT " BANHANG_VIEW_COLUMNS BANHANG_VIEWS_SEEN " AND v.id = $3"};
constexpr Statement kLock{"SELECT FROM banhang.saved_view v WHERE v.id = $1 FOR UPDATE"};
constexpr Statement kInsert{
    "INSERT INTO banhang.saved_view (list_key, name, owner_id, unit_id, filter, sort, descending, columns)"
    " VALUES ($1, $2, $3, nullif($4::bigint, 0), $5::jsonb, $6, $7, $8::jsonb) RETURNING id, version"};
constexpr Statement kUpdate{
    "UPDATE banhang.saved_view SET name = $2, unit_id = nullif($3::bigint, 0), filter = $4::jsonb, sort = $5,"
    " descending = $6, columns = $7::jsonb, version = version + 1 WHERE id = $1 RETURNING id, version"};
constexpr Statement kSetDeleted{"UPDATE banhang.saved_view SET deleted_at = CASE WHEN $2 THEN now() END,"
                                " version = version + 1 WHERE id = $1 RETURNING id, version"};
constexpr Statement kTakeDefault{"UPDATE banhang.saved_view_choice SET is_default = false"
                                 " WHERE user_id = $1 AND list_key = $2 AND is_default AND view_id <> $3"};
constexpr Statement kTakeKey{"UPDATE banhang.saved_view_choice SET quick_key = 0"
                             " WHERE user_id = $1 AND list_key = $2 AND quick_key = $3::smallint AND view_id <> $4"};
constexpr Statement kChoose{
    "INSERT INTO banhang.saved_view_choice AS h (user_id, view_id, list_key, is_default, quick_key)"
    " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (user_id, view_id)"
    " DO UPDATE SET is_default = excluded.is_default, quick_key = excluded.quick_key"};
constexpr Statement kLeavesBelow{
    "SELECT ARRAY(SELECT leaf.id FROM banhang.org_unit leaf WHERE leaf.kind = 4 AND leaf.path @> ARRAY[u.id]"
    " ORDER BY leaf.id) FROM banhang.org_unit u WHERE u.id = $1"};

/// Fields by their names in the proto, so that a later version reads what an earlier one wrote.
template <typename Message>
std::string jsonOf(const Message& message)
{
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string text;
    (void)google::protobuf::util::MessageToJsonString(message, &text, options);
    return text;
}

v1::CustomerFilter filterOf(const std::string& text)
{
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    v1::CustomerFilter filter;
    (void)google::protobuf::util::JsonStringToMessage(text, &filter, options);
    return filter;
}

std::string columnsJson(const v1::SavedView& view)
{
    json columns = json::array();
    for (const v1::ViewColumn& column : view.columns())
        columns.push_back({{"key", column.key()}, {"width", column.width()}});
    return columns.dump();
}

ViewStore::Stored storedView(const Row& row)
{
    ViewStore::Stored stored;
    v1::SavedView& view = stored.view;
    view.set_id(row.int64(0));
    view.set_version(row.int64(1));
    view.set_list_key(row.string(2));
    view.set_name(row.string(3));
    view.set_owner_user_id(row.int64(4));
    view.set_unit_id(row.int64(5));
    *view.mutable_filter() = filterOf(row.string(6));
    view.set_sort(static_cast<v1::CustomerSort>(row.int32(7)));
    view.set_descending(row.boolean(8));
    for (const json& column : json::parse(row.text(9))) {
        v1::ViewColumn& shown = *view.add_columns();
        shown.set_key(column.at("key"));
        shown.set_width(column.at("width"));
    }
    stored.isDeleted = row.boolean(10);
    view.set_is_default(row.boolean(11));
    view.set_quick_key(row.int32(12));
    return stored;
}

/// What is shared concerns everybody, the rest the owner's own windows.
std::int64_t concerned(const Call& call, const v1::SavedView& view)
{
    return view.unit_id() != 0 ? 0 : call.caller.unitId;
}

json changesBetween(const v1::SavedView& before, const v1::SavedView& after)
{
    json fields = json::object();
    const auto add = [&fields](const char* name, const json& old, const json& fresh) {
        if (old != fresh)
            fields[name] = {{"old", old}, {"new", fresh}};
    };
    add("name", before.name(), after.name());
    add("unit_id", before.unit_id(), after.unit_id());
    add("filter", json::parse(jsonOf(before.filter())), json::parse(jsonOf(after.filter())));
    add("sort", v1::CustomerSort_Name(before.sort()), v1::CustomerSort_Name(after.sort()));
    add("descending", before.descending(), after.descending());
    add("columns", json::parse(columnsJson(before)), json::parse(columnsJson(after)));
    return fields;
}

v1::SavedView stamped(v1::SavedView view, const Rows& rows)
{
    view.set_id(rows.front().int64(0));
    view.set_version(rows.front().int64(1));
    return view;
}

} // namespace

void registerViewsConstraints(ConstraintErrors& errors)
{
    errors.add("saved_view_name_unique", ErrorCode::AlreadyExists, "view.name_taken");
}

std::vector<v1::SavedView> ViewStore::list(Call& call, const std::string& listKey, const Place& behind, int count)
{
    std::vector<v1::SavedView> views;
    for (const Row row :
         call.tx.query(kList, call.caller.userId, call.caller.unitId, listKey, behind.name, behind.id, count))
        views.push_back(storedView(row).view);
    return views;
}

ViewStore::Stored ViewStore::found(Call& call, std::int64_t viewId, bool isLocked)
{
    if (isLocked)
        call.tx.enqueue(kLock, viewId);
    const Rows rows = call.tx.query(kFind, call.caller.userId, call.caller.unitId, viewId);
    if (rows.empty())
        throw AppError(ErrorCode::NotFound, "view.not_found");
    return storedView(rows.front());
}

v1::SavedView ViewStore::create(Call& call, const v1::SavedView& wanted)
{
    v1::SavedView view =
        stamped(wanted, call.tx.query(kInsert, wanted.list_key(), wanted.name(), call.caller.userId, wanted.unit_id(),
                                      jsonOf(wanted.filter()), static_cast<int>(wanted.sort()), wanted.descending(),
                                      columnsJson(wanted)));
    view.set_owner_user_id(call.caller.userId);
    recordChange(call,
                 {.entity = "saved_view",
                  .entityId = view.id(),
                  .version = view.version(),
                  .operation = "create",
                  .unitAfter = concerned(call, view)},
                 changesBetween({}, view));
    return view;
}

v1::SavedView ViewStore::update(Call& call, const v1::SavedView& before, const v1::SavedView& after)
{
    v1::SavedView view =
        stamped(after, call.tx.query(kUpdate, before.id(), after.name(), after.unit_id(), jsonOf(after.filter()),
                                     static_cast<int>(after.sort()), after.descending(), columnsJson(after)));
    recordChange(call,
                 {.entity = "saved_view",
                  .entityId = view.id(),
                  .version = view.version(),
                  .operation = "update",
                  .unitBefore = concerned(call, before),
                  .unitAfter = concerned(call, view)},
                 changesBetween(before, view));
    return view;
}

v1::SavedView ViewStore::setDeleted(Call& call, const v1::SavedView& before, bool isDeleted)
{
    v1::SavedView view = stamped(before, call.tx.query(kSetDeleted, before.id(), isDeleted));
    ChangeRecord change{.entity = "saved_view",
                        .entityId = view.id(),
                        .version = view.version(),
                        .operation = isDeleted ? "delete" : "undelete"};
    (isDeleted ? change.unitBefore : change.unitAfter) = concerned(call, view);
    recordChange(call, change, json::object());
    return view;
}

void ViewStore::choose(Call& call, const v1::SavedView& view, bool isDefault, int quickKey)
{
    if (isDefault)
        call.tx.enqueue(kTakeDefault, call.caller.userId, view.list_key(), view.id());
    if (quickKey != 0)
        call.tx.enqueue(kTakeKey, call.caller.userId, view.list_key(), quickKey, view.id());
    call.tx.enqueue(kChoose, call.caller.userId, view.id(), view.list_key(), isDefault, quickKey);
}

std::optional<std::vector<std::int64_t>> ViewStore::leavesBelow(Call& call, std::int64_t unitId)
{
    const Rows rows = call.tx.query(kLeavesBelow, unitId);
    if (rows.empty())
        return std::nullopt;
    return rows.front().int64s(0);
}

} // namespace banhang::server
