#include "server/merging/child_customers_store.h"

#include <nlohmann/json.hpp>

#include "server/core/change_log/change_recorder.h"
#include "server/merging/row_participants_store.h"

namespace banhang::server {

namespace {

/// As far as the caller sees them: the number of hidden ones is not told.
constexpr Statement kCount{"SELECT c.parent_id, count(*) FROM banhang.customer c"
                           " WHERE c.parent_id = ANY ($1::bigint[]) AND c.id <> ALL ($1) AND c.deleted_at IS NULL"
                           " GROUP BY c.parent_id"};
constexpr Statement kMove{"SELECT customer_id, version, unit_id, binned, parent_before"
                          " FROM banhang.move_children($1, $2::bigint[], $3)"};
constexpr Statement kRestore{
    "SELECT customer_id, version, unit_id, binned, parent_after FROM banhang.restore_children($1, $2)"};
constexpr Statement kUndoCounts{"SELECT r.from_id, count(*) FILTER (WHERE c.parent_id = $2), count(*) FILTER (WHERE "
                                "c.parent_id IS DISTINCT FROM $2)"
                                " FROM banhang.customer_merge_row r JOIN banhang.customer c ON c.id = r.row_key::bigint"
                                " WHERE r.merge_id = $1 AND r.link = 'customer.parent_id' GROUP BY r.from_id"};

void recordParent(Call& call, const Row& row, std::int64_t before, std::int64_t after)
{
    const std::optional<std::int64_t> unit = row.boolean(3) ? std::nullopt : std::optional(row.int64(2));
    recordChange(call,
                 {.entity = "customer",
                  .entityId = row.int64(0),
                  .version = row.int64(1),
                  .operation = "update",
                  .unitBefore = unit,
                  .unitAfter = unit},
                 {{"parent_id", {{"old", before}, {"new", after}}}});
}

} // namespace

const std::string& ChildCustomers::link() const
{
    static const std::string name = "customer.parent_id";
    return name;
}

std::map<std::int64_t, std::int64_t> ChildCustomers::count(Call& call,
                                                           const std::vector<std::int64_t>& customerIds) const
{
    return readCounts(call.tx.query(kCount, customerIds));
}

void ChildCustomers::move(Call& call, const MergeSides& sides) const
{
    const Rows rows = call.tx.query(kMove, sides.mergeId, sides.loserIds, sides.survivorId);
    for (const Row row : rows)
        recordParent(call, row, row.int64(4), sides.survivorId);
}

std::vector<v1::UndoLink> ChildCustomers::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(link(), call.tx.query(kUndoCounts, sides.mergeId, sides.survivorId));
}

void ChildCustomers::restore(Call& call, const MergeSides& sides) const
{
    const Rows rows = call.tx.query(kRestore, sides.mergeId, sides.survivorId);
    for (const Row row : rows)
        recordParent(call, row, sides.survivorId, row.int64(4));
}

} // namespace banhang::server
