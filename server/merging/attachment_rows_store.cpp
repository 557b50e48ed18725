#include "server/merging/attachment_rows_store.h"

#include "server/merging/row_participants_store.h"

namespace banhang::server {

namespace {

constexpr Statement kCount{"SELECT a.customer_id, count(*) FROM banhang.attachment a"
                           " WHERE a.customer_id = ANY ($1::bigint[]) AND a.deleted_at IS NULL GROUP BY a.customer_id"};

/// $1 merge, $2 survivor, $3 losers.
constexpr Statement kMove{
    "WITH old AS MATERIALIZED (SELECT a.id, a.customer_id FROM banhang.attachment a"
    " WHERE a.customer_id = ANY ($3::bigint[])),"
    " kept AS (INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)"
    " SELECT $1::bigint, 'attachment', old.id::text, old.customer_id, 1, '{}' FROM old)"
    " UPDATE banhang.attachment a SET customer_id = $2::bigint FROM old WHERE a.id = old.id"};

constexpr Statement kUndoCounts{
    "SELECT r.from_id, count(a.id), count(*) - count(a.id) FROM banhang.customer_merge_row r"
    " LEFT JOIN banhang.attachment a ON a.id = r.row_key::bigint AND a.customer_id = $2"
    " WHERE r.merge_id = $1 AND r.link = 'attachment' GROUP BY r.from_id"};

constexpr Statement kRestore{
    "UPDATE banhang.attachment a SET customer_id = r.from_id FROM banhang.customer_merge_row r"
    " WHERE r.merge_id = $1 AND r.link = 'attachment' AND a.id = r.row_key::bigint AND a.customer_id = $2"};

} // namespace

const std::string& AttachmentRows::link() const
{
    static const std::string name = "attachment";
    return name;
}

std::map<std::int64_t, std::int64_t> AttachmentRows::count(Call& call,
                                                           const std::vector<std::int64_t>& customerIds) const
{
    return readCounts(call.tx.query(kCount, customerIds));
}

void AttachmentRows::move(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kMove, sides.mergeId, sides.survivorId, sides.loserIds);
}

std::vector<v1::UndoLink> AttachmentRows::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(link(), call.tx.query(kUndoCounts, sides.mergeId, sides.survivorId));
}

void AttachmentRows::restore(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kRestore, sides.mergeId, sides.survivorId);
}

} // namespace banhang::server
