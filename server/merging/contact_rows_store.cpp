#include "server/merging/contact_rows_store.h"

#include "server/merging/row_participants_store.h"

namespace banhang::server {

namespace {

constexpr Statement kCount{"SELECT customer_id, count(*) FROM banhang.contact"
                           " WHERE customer_id = ANY ($1::bigint[]) AND NOT removed GROUP BY customer_id"};

/// The survivor's own that are not kept. $1 merge, $2 survivor, $3 kept.
constexpr Statement kTakeOff{
    "WITH old AS (UPDATE banhang.contact SET removed = true"
    " WHERE customer_id = $2::bigint AND NOT removed AND id <> ALL ($3::bigint[]) RETURNING id)"
    " INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)"
    " SELECT $1::bigint, 'contact', old.id::text, $2::bigint, 3, '{}' FROM old"};

/// Behind the survivor's own, in the order of the losers. $1 merge, $2 survivor, $3 losers, $4 kept.
constexpr Statement kMove{
    "WITH old AS MATERIALIZED (SELECT t.id, t.customer_id, t.ordinal, t.removed, t.id <> ALL ($4::bigint[]) AS dropped,"
    " row_number() OVER (ORDER BY array_position($3::bigint[], t.customer_id), t.ordinal, t.id) AS place"
    " FROM banhang.contact t WHERE t.customer_id = ANY ($3::bigint[])),"
    " mark AS (INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)"
    " SELECT $1::bigint, 'contact', '', $2::bigint, 3, jsonb_build_object('last_id', coalesce(max(t.id), 0))"
    " FROM banhang.contact t WHERE t.customer_id = ANY ($3 || $2::bigint)),"
    " kept AS (INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)"
    " SELECT $1::bigint, 'contact', old.id::text, old.customer_id, 1,"
    " jsonb_build_object('ordinal', old.ordinal, 'dropped', old.dropped AND NOT old.removed) FROM old),"
    " own AS (SELECT coalesce(max(t.ordinal) + 1, 0) AS free FROM banhang.contact t WHERE t.customer_id = $2)"
    " UPDATE banhang.contact t SET customer_id = $2, ordinal = (own.free + old.place - 1)::integer,"
    " removed = old.removed OR old.dropped FROM old, own WHERE t.id = old.id"};

constexpr Statement kUndoCounts{
    "SELECT r.from_id, count(t.id), count(*) - count(t.id) FROM banhang.customer_merge_row r"
    " LEFT JOIN banhang.contact t ON t.id = r.row_key::bigint AND t.customer_id = $2"
    " WHERE r.merge_id = $1 AND r.link = 'contact' AND r.outcome = 1 GROUP BY r.from_id"
    " UNION ALL SELECT $2, 0, count(*) FROM banhang.customer_merge_row r"
    " JOIN banhang.contact t ON t.customer_id = $2 AND t.id > (r.content ->> 'last_id')::bigint AND NOT t.removed"
    " WHERE r.merge_id = $1 AND r.link = 'contact' AND r.row_key = '' HAVING count(*) > 0"};

/// What was written about a person since stays with that person; the place on the form is the old one. Who was left out
/// by a later merge of the survivor was so for the survivor alone.
constexpr Statement kRestore{
    "UPDATE banhang.contact t SET customer_id = r.from_id, ordinal = (r.content ->> 'ordinal')::integer,"
    " removed = t.removed AND NOT (r.content ->> 'dropped')::boolean AND NOT EXISTS ("
    "SELECT FROM banhang.customer_merge m JOIN banhang.customer_merge_row later ON later.merge_id = m.id"
    " WHERE m.survivor_id = $2 AND m.id > $1 AND m.undone_at IS NULL AND later.link = 'contact'"
    " AND later.row_key = r.row_key AND later.outcome = 3)"
    " FROM banhang.customer_merge_row r"
    " WHERE r.merge_id = $1 AND r.link = 'contact' AND r.outcome = 1 AND t.id = r.row_key::bigint AND t.customer_id = "
    "$2"};
constexpr Statement kPutOn{"UPDATE banhang.contact t SET removed = false FROM banhang.customer_merge_row r"
                           " WHERE r.merge_id = $1 AND r.link = 'contact' AND r.outcome = 3 AND r.row_key <> ''"
                           " AND t.id = r.row_key::bigint AND t.customer_id = $2"};

} // namespace

const std::string& ContactRows::link() const
{
    static const std::string name = "contact";
    return name;
}

std::map<std::int64_t, std::int64_t> ContactRows::count(Call& call, const std::vector<std::int64_t>& customerIds) const
{
    return readCounts(call.tx.query(kCount, customerIds));
}

void ContactRows::move(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kTakeOff, sides.mergeId, sides.survivorId, sides.keptContactIds);
    call.tx.enqueue(kMove, sides.mergeId, sides.survivorId, sides.loserIds, sides.keptContactIds);
}

std::vector<v1::UndoLink> ContactRows::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(link(), call.tx.query(kUndoCounts, sides.mergeId, sides.survivorId));
}

void ContactRows::restore(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kRestore, sides.mergeId, sides.survivorId);
    call.tx.enqueue(kPutOn, sides.mergeId, sides.survivorId);
}

} // namespace banhang::server
