#include "server/merging/care_rows_store.h"

#include "server/merging/row_participants_store.h"

namespace banhang::server {

namespace {

constexpr Statement kCount{"SELECT customer_id, amount FROM banhang.count_care_requests($1::bigint[])"};
constexpr Statement kMove{"SELECT banhang.move_care_requests($1, $2::bigint[], $3)"};
constexpr Statement kUndoCounts{"SELECT from_id, restored, kept FROM banhang.count_moved_care_requests($1, $2)"};
constexpr Statement kRestore{"SELECT banhang.restore_care_requests($1, $2)"};

} // namespace

const std::string& CareRequestRows::link() const
{
    static const std::string name = "care_request";
    return name;
}

std::map<std::int64_t, std::int64_t> CareRequestRows::count(Call& call,
                                                            const std::vector<std::int64_t>& customerIds) const
{
    std::map<std::int64_t, std::int64_t> counts;
    const Rows rows = call.tx.query(kCount, customerIds);
    for (const Row row : rows)
        counts[row.int64(0)] = row.int64(1);
    return counts;
}

void CareRequestRows::move(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kMove, sides.mergeId, sides.loserIds, sides.survivorId);
}

std::vector<v1::UndoLink> CareRequestRows::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(link(), call.tx.query(kUndoCounts, sides.mergeId, sides.survivorId));
}

void CareRequestRows::restore(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kRestore, sides.mergeId, sides.survivorId);
}

} // namespace banhang::server
