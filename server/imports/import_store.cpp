#include "server/imports/import_store.h"

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/error.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;
using nlohmann::json;

namespace {

#define BANHANG_IMPORT_COLUMNS                                                                                         \
    "r.id, r.file_name, r.repeat_key, r.row_count, r.created_count, r.filled_count, r.skipped_count, "                 \
    "r.rejected_count,"                                                                                                \
    " (extract(epoch FROM r.created_at) * 1000000)::bigint,"                                                           \
    " (extract(epoch FROM r.created_at + interval '30 days') * 1000000)::bigint,"                                      \
    " CASE WHEN r.undone_at IS NOT NULL THEN 4 WHEN r.undo_began_at IS NOT NULL THEN 3"                                \
    " WHEN r.created_count + r.filled_count + r.skipped_count >= r.row_count THEN 2 ELSE 1 END"

/// The empty update makes a repeat answer with the row that is there, and wait for who makes it at this moment.
constexpr Statement kBegin{"INSERT INTO banhang.import_run AS r (user_id, file_name, repeat_key, row_count)"
                           " VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, repeat_key)"
                           " WHERE repeat_key <> '' AND undo_began_at IS NULL"
                           " DO UPDATE SET repeat_key = r.repeat_key RETURNING " BANHANG_IMPORT_COLUMNS};
constexpr Statement kRead{"SELECT " BANHANG_IMPORT_COLUMNS
                          " FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $2"};
constexpr Statement kLock{"SELECT " BANHANG_IMPORT_COLUMNS
                          " FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $2 FOR NO KEY UPDATE"};
constexpr Statement kList{"SELECT " BANHANG_IMPORT_COLUMNS
                          " FROM banhang.import_run r WHERE r.user_id = $1 AND ($2::bigint = 0 OR r.id < $2::bigint)"
                          " ORDER BY r.id DESC LIMIT $3"};
constexpr Statement kCount{"UPDATE banhang.import_run AS r SET created_count = created_count + $3,"
                           " filled_count = filled_count + $4, skipped_count = skipped_count + $5,"
                           " rejected_count = rejected_count + $6 WHERE r.id = $1 AND r.user_id = $2"
                           " RETURNING " BANHANG_IMPORT_COLUMNS};
constexpr Statement kBeginUndo{"UPDATE banhang.import_run SET undo_began_at = coalesce(undo_began_at, now())"
                               " WHERE id = $1 AND user_id = $2"};
constexpr Statement kEndUndo{"UPDATE banhang.import_run SET undone_at = coalesce(undone_at, now())"
                             " WHERE id = $1 AND user_id = $2"};

#define BANHANG_ROW_COLUMNS "w.row_number, w.outcome, coalesce(w.customer_id, 0), w.version, w.filled, w.kept_reason"

constexpr Statement kRemembered{"SELECT " BANHANG_ROW_COLUMNS ", coalesce(c.code, ''),"
                                " c.deleted_at IS NOT NULL AND c.merged_into_id IS NULL FROM banhang.import_row w"
                                " LEFT JOIN banhang.customer c ON c.id = w.customer_id"
                                " WHERE w.import_id = $1 AND w.row_number = ANY ($2::integer[])"
                                " AND EXISTS (SELECT FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $3)"};
constexpr Statement kRows{"SELECT " BANHANG_ROW_COLUMNS " FROM banhang.import_row w"
                          " WHERE w.import_id = $1 AND w.row_number > $2 AND ($3 OR w.outcome = ANY ($4::smallint[]))"
                          " AND EXISTS (SELECT FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $6)"
                          " ORDER BY w.row_number LIMIT $5"};
constexpr Statement kRemember{
    "INSERT INTO banhang.import_row (import_id, row_number, outcome, customer_id, version, filled, kept_reason)"
    " SELECT $1, number, outcome, NULLIF(customer_id, 0), version,"
    " ARRAY(SELECT jsonb_array_elements_text(filled)), kept_reason"
    " FROM jsonb_to_recordset($2::jsonb) AS row (number integer, outcome smallint, customer_id bigint, version bigint,"
    " filled jsonb, kept_reason text)"
    " WHERE EXISTS (SELECT FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $3)"
    " ON CONFLICT (import_id, row_number) DO UPDATE SET outcome = excluded.outcome,"
    " customer_id = excluded.customer_id, version = excluded.version, filled = excluded.filled,"
    " kept_reason = excluded.kept_reason"};
constexpr Statement kUndoable{"SELECT " BANHANG_ROW_COLUMNS " FROM banhang.import_row w"
                              " WHERE w.import_id = $1 AND w.outcome IN (1, 2)"
                              " AND EXISTS (SELECT FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $3)"
                              " ORDER BY w.row_number DESC LIMIT $2"};
constexpr Statement kCountUndoable{
    "SELECT count(*) FROM banhang.import_row w WHERE w.import_id = $1 AND w.outcome IN (1, 2)"
    " AND EXISTS (SELECT FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $2)"};
constexpr Statement kMoveVersions{
    "UPDATE banhang.import_row SET version = version + $4 WHERE import_id = $1 AND customer_id = $2 AND version < $3"
    " AND outcome IN (1, 2) AND EXISTS (SELECT FROM banhang.import_run r WHERE r.id = $1 AND r.user_id = $5)"};

constexpr Statement kHasDependants{"SELECT banhang.has_dependants($1)"};

#define BANHANG_TEMPLATE_COLUMNS "t.id, t.name, t.columns, t.shared_with_team, t.owner_id"

constexpr Statement kTemplates{
    "SELECT " BANHANG_TEMPLATE_COLUMNS " FROM banhang.import_template t"
    " WHERE (t.name COLLATE \"C\", t.id) > ($1, $2::bigint)"
    " AND (t.owner_id = $4 OR t.shared_with_team AND t.owner_id = ANY ((SELECT banhang.caller_team())::bigint[]))"
    " ORDER BY t.name COLLATE \"C\", t.id LIMIT $3"};
constexpr Statement kPutTemplate{"INSERT INTO banhang.import_template AS t (owner_id, name, columns, shared_with_team) "
                                 "VALUES ($1, $2, $3::jsonb, $4)"
                                 " ON CONFLICT (owner_id, name) DO UPDATE SET columns = excluded.columns,"
                                 " shared_with_team = excluded.shared_with_team RETURNING " BANHANG_TEMPLATE_COLUMNS};
constexpr Statement kDropTemplate{"DELETE FROM banhang.import_template AS t WHERE t.id = $1 AND t.owner_id = $2"
                                  " RETURNING " BANHANG_TEMPLATE_COLUMNS};

v1::Import importOf(const Row& row)
{
    v1::Import import;
    import.set_id(row.int64(0));
    import.set_file_name(row.string(1));
    import.set_repeat_key(row.string(2));
    import.set_row_count(row.int32(3));
    import.set_created_count(row.int32(4));
    import.set_filled_count(row.int32(5));
    import.set_skipped_count(row.int32(6));
    import.set_rejected_count(row.int32(7));
    *import.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(8));
    *import.mutable_undo_end_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(9));
    import.set_state(static_cast<v1::ImportState>(row.int32(10)));
    return import;
}

v1::Import onlyImport(const Rows& rows)
{
    if (rows.empty())
        throw AppError(ErrorCode::NotFound, "import.not_found");
    return importOf(rows.front());
}

ImportRowState stateOf(const Row& row)
{
    ImportRowState state;
    state.number = row.int32(0);
    state.outcome = static_cast<v1::RowOutcome>(row.int32(1));
    state.customerId = row.int64(2);
    state.version = row.int64(3);
    state.filled = row.strings(4);
    state.keptReason = row.string(5);
    return state;
}

v1::ImportTemplate templateOf(const Row& row)
{
    v1::ImportTemplate result;
    result.set_id(row.int64(0));
    result.set_name(row.string(1));
    for (const json& entry : json::parse(row.text(2))) {
        v1::TemplateColumn& column = *result.add_columns();
        column.set_title(entry.at("title").get<std::string>());
        column.set_field(entry.at("field").get<std::string>());
    }
    result.set_shared_with_team(row.boolean(3));
    result.set_owner_user_id(row.int64(4));
    return result;
}

} // namespace

v1::Import beginImport(Call& call, const v1::Import& wanted)
{
    return importOf(
        call.tx.query(kBegin, call.caller.userId, wanted.file_name(), wanted.repeat_key(), wanted.row_count()).front());
}

v1::Import readImport(Call& call, std::int64_t id)
{
    return onlyImport(call.tx.query(kRead, id, call.caller.userId));
}

v1::Import lockImport(Call& call, std::int64_t id)
{
    return onlyImport(call.tx.query(kLock, id, call.caller.userId));
}

std::vector<v1::Import> readImports(Call& call, std::int64_t beforeId, int limit)
{
    std::vector<v1::Import> imports;
    const Rows rows = call.tx.query(kList, call.caller.userId, beforeId, limit);
    for (const Row row : rows)
        imports.push_back(importOf(row));
    return imports;
}

std::map<int, ImportRowState> rememberedRows(Call& call, std::int64_t importId,
                                             const std::vector<std::int64_t>& numbers)
{
    std::map<int, ImportRowState> states;
    const Rows rows = call.tx.query(kRemembered, importId, numbers, call.caller.userId);
    for (const Row row : rows) {
        ImportRowState& state = states[row.int32(0)];
        state = stateOf(row);
        state.code = row.string(6);
        state.isBinned = row.boolean(7);
    }
    return states;
}

std::vector<ImportRowState> readRows(Call& call, std::int64_t importId, const std::vector<std::int64_t>& outcomes,
                                     int after, int limit)
{
    std::vector<ImportRowState> states;
    const Rows rows = call.tx.query(kRows, importId, after, outcomes.empty(), outcomes, limit, call.caller.userId);
    for (const Row row : rows)
        states.push_back(stateOf(row));
    return states;
}

void rememberRows(Call& call, std::int64_t importId, const std::vector<ImportRowState>& rows)
{
    if (rows.empty())
        return;
    json list = json::array();
    for (const ImportRowState& row : rows)
        list.push_back({{"number", row.number},
                        {"outcome", static_cast<int>(row.outcome)},
                        {"customer_id", row.customerId},
                        {"version", row.version},
                        {"filled", row.filled},
                        {"kept_reason", row.keptReason}});
    call.tx.enqueue(kRemember, importId, list.dump(), call.caller.userId);
}

v1::Import addToCounts(Call& call, std::int64_t importId, const ImportCounts& change)
{
    return onlyImport(call.tx.query(kCount, importId, call.caller.userId, change.created, change.filled, change.skipped,
                                    change.rejected));
}

void beginUndo(Call& call, std::int64_t importId)
{
    call.tx.enqueue(kBeginUndo, importId, call.caller.userId);
}

std::vector<ImportRowState> undoableRows(Call& call, std::int64_t importId, int limit)
{
    std::vector<ImportRowState> states;
    const Rows rows = call.tx.query(kUndoable, importId, limit, call.caller.userId);
    for (const Row row : rows)
        states.push_back(stateOf(row));
    return states;
}

int countUndoable(Call& call, std::int64_t importId)
{
    return call.tx.query(kCountUndoable, importId, call.caller.userId).front().int32(0);
}

void moveRowVersions(Call& call, std::int64_t importId, const ImportRowState& undone, std::int64_t steps)
{
    call.tx.enqueue(kMoveVersions, importId, undone.customerId, undone.version, steps, call.caller.userId);
}

void endUndo(Call& call, std::int64_t importId)
{
    call.tx.enqueue(kEndUndo, importId, call.caller.userId);
}

bool hasDependants(Call& call, std::int64_t customerId)
{
    return call.tx.query(kHasDependants, customerId).front().boolean(0);
}

std::vector<v1::ImportTemplate> readTemplates(Call& call, const TemplatePlace& after, int limit)
{
    std::vector<v1::ImportTemplate> templates;
    const Rows rows = call.tx.query(kTemplates, after.name, after.id, limit, call.caller.userId);
    for (const Row row : rows)
        templates.push_back(templateOf(row));
    return templates;
}

v1::ImportTemplate upsertTemplate(Call& call, const v1::ImportTemplate& wanted)
{
    json columns = json::array();
    for (const v1::TemplateColumn& column : wanted.columns())
        columns.push_back({{"title", column.title()}, {"field", column.field()}});
    return templateOf(
        call.tx.query(kPutTemplate, call.caller.userId, wanted.name(), columns.dump(), wanted.shared_with_team())
            .front());
}

std::optional<v1::ImportTemplate> dropTemplate(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.query(kDropTemplate, id, call.caller.userId);
    return rows.empty() ? std::nullopt : std::optional(templateOf(rows.front()));
}

} // namespace banhang::server
