#include "server/findings/weights_store.h"

#include <google/protobuf/util/time_util.h>

namespace banhang::server {

namespace {

constexpr Statement kFind{"SELECT m.customers, m.pairs, (extract(epoch FROM m.learnt_at) * 1000000)::bigint,"
                          " EXISTS (SELECT FROM banhang.duplicate_learning)"
                          " FROM (SELECT) AS one"
                          " LEFT JOIN (SELECT * FROM banhang.duplicate_model ORDER BY id DESC LIMIT 1) AS m ON true"};
constexpr Statement kAsk{"INSERT INTO banhang.duplicate_learning (asked_by_id) VALUES ($1) ON CONFLICT DO NOTHING"};
constexpr Statement kHold{
    "UPDATE banhang.duplicate_learning SET lease_holder = $1::uuid, lease_until = now() + interval '2 minutes'"
    " WHERE lease_until IS NULL OR lease_until < now()"};
constexpr Statement kDrop{"DELETE FROM banhang.duplicate_learning WHERE lease_holder = $1::uuid"};

} // namespace

v1::Weights findWeights(Tx& tx)
{
    const Rows rows = tx.query(kFind);
    const Row row = rows.front();
    v1::Weights weights;
    weights.set_learning(row.boolean(3));
    if (row.isNull(0))
        return weights;
    weights.set_customers(row.int64(0));
    weights.set_pairs(row.int64(1));
    *weights.mutable_learn_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(row.int64(2));
    return weights;
}

void askForWeights(Tx& tx, std::int64_t userId)
{
    tx.query(kAsk, userId);
}

bool leaseWish(Tx& tx, const std::string& holder)
{
    return tx.query(kHold, holder).affected() == 1;
}

void dropWish(Tx& tx, const std::string& holder)
{
    tx.query(kDrop, holder);
}

} // namespace banhang::server
