#include "server/customers/handling/share_store.h"

#include <google/protobuf/util/time_util.h>

namespace banhang::server {

namespace {

#define BANHANG_SHARE_COLUMNS                                                                                          \
    "s.customer_id, s.user_id, s.level, s.shared_by_id, (extract(epoch FROM s.created_at) * 1000000)::bigint"

constexpr Statement kFind{"SELECT " BANHANG_SHARE_COLUMNS
                          " FROM banhang.customer_share s WHERE s.customer_id = $1 AND s.user_id = $2"};
constexpr Statement kForEditing{"SELECT s.customer_id FROM banhang.customer_share s WHERE s.user_id = $1"
                                " AND s.customer_id = ANY ($2::bigint[]) AND s.level = 2"};
constexpr Statement kPut{"INSERT INTO banhang.customer_share AS s (customer_id, user_id, level, shared_by_id)"
                         " VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, customer_id)"
                         " DO UPDATE SET level = excluded.level, shared_by_id = excluded.shared_by_id"
                         " RETURNING " BANHANG_SHARE_COLUMNS};
constexpr Statement kRemove{"DELETE FROM banhang.customer_share WHERE customer_id = $1 AND user_id = $2"};
constexpr Statement kMakeStale{"UPDATE banhang.app_user SET rights_version = rights_version + 1 WHERE id = $1"};
constexpr Statement kList{
    "SELECT " BANHANG_SHARE_COLUMNS " FROM banhang.customer_share s WHERE s.customer_id = $1"
    " AND ((extract(epoch FROM s.created_at) * 1000000)::bigint, s.user_id) > ($2::bigint, $3::bigint)"
    " AND (NOT $4::boolean OR s.user_id = $5) ORDER BY s.created_at, s.user_id LIMIT $6"};

v1::CustomerShare readShare(const Row& row)
{
    v1::CustomerShare share;
    share.set_customer_id(row.int64(0));
    share.set_user_id(row.int64(1));
    share.set_level(static_cast<v1::ShareLevel>(row.int32(2)));
    share.set_shared_by_user_id(row.int64(3));
    *share.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(row.int64(4));
    return share;
}

} // namespace

std::optional<v1::CustomerShare> findShare(Call& call, std::int64_t customerId, std::int64_t userId)
{
    const Rows rows = call.tx.query(kFind, customerId, userId);
    return rows.empty() ? std::nullopt : std::optional(readShare(rows.front()));
}

std::vector<std::int64_t> sharedForEditing(Call& call, const std::vector<std::int64_t>& customerIds,
                                           std::int64_t userId)
{
    std::vector<std::int64_t> ids;
    const Rows rows = call.tx.query(kForEditing, userId, customerIds);
    for (const Row row : rows)
        ids.push_back(row.int64(0));
    return ids;
}

void upsertShare(Call& call, v1::CustomerShare& share)
{
    const Rows rows =
        call.tx.query(kPut, share.customer_id(), share.user_id(), static_cast<int>(share.level()), call.caller.userId);
    share = readShare(rows.front());
}

void removeShare(Call& call, std::int64_t customerId, std::int64_t userId)
{
    call.tx.enqueue(kRemove, customerId, userId);
    call.tx.enqueue(kMakeStale, userId);
}

std::vector<v1::CustomerShare> listShares(Call& call, std::int64_t customerId, std::int64_t afterMicros,
                                          std::int64_t afterUserId, bool ownOnly, int limit)
{
    std::vector<v1::CustomerShare> shares;
    const Rows rows = call.tx.query(kList, customerId, afterMicros, afterUserId, ownOnly, call.caller.userId, limit);
    for (const Row row : rows)
        shares.push_back(readShare(row));
    return shares;
}

} // namespace banhang::server
