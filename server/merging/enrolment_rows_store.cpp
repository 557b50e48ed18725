#include "server/merging/enrolment_rows_store.h"

#include "server/merging/row_participants_store.h"

namespace banhang::server {

namespace {

// sql-ok: numbers of customers that the caller was seen to see; the policy stands beneath
constexpr Statement kCount{"SELECT customer_id, count(*) FROM banhang.care_enrolment"
                           " WHERE customer_id = ANY ($1::bigint[]) GROUP BY customer_id"};
constexpr Statement kMove{"SELECT banhang.move_care($1, $2::bigint[], $3)"};
constexpr Statement kUndoCounts{"SELECT from_id, restored, kept FROM banhang.count_moved_care($1, $2)"};
constexpr Statement kRestore{"SELECT banhang.restore_care($1, $2)"};

} // namespace

const std::string& EnrolmentRows::link() const
{
    static const std::string name = "care_enrolment";
    return name;
}

std::map<std::int64_t, std::int64_t> EnrolmentRows::count(Call& call,
                                                          const std::vector<std::int64_t>& customerIds) const
{
    return readCounts(call.tx.query(kCount, customerIds));
}

void EnrolmentRows::move(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kMove, sides.mergeId, sides.loserIds, sides.survivorId);
}

std::vector<v1::UndoLink> EnrolmentRows::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(link(), call.tx.query(kUndoCounts, sides.mergeId, sides.survivorId));
}

void EnrolmentRows::restore(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kRestore, sides.mergeId, sides.survivorId);
}

} // namespace banhang::server
