#include "server/customers/composed_query_store.h"

#include <mutex>
#include <unordered_set>

namespace banhang::server {

namespace {

// sql-ok: a setting of the transaction, no data
constexpr Statement kPlanWithValues{"SELECT set_config('plan_cache_mode', 'force_custom_plan', true)"};

/// The address of a text is the key under which it is prepared, and a set's nodes do not move.
Statement lasting(const std::string& sql)
{
    static std::mutex mutex;
    static std::unordered_set<std::string> texts;
    const std::lock_guard lock(mutex);
    return Statement{texts.insert(sql).first->c_str()};
}

} // namespace

Rows ComposedQuery::run(Tx& tx, const std::string& sql) const
{
    tx.enqueue(kPlanWithValues);
    return tx.run(lasting(sql), m_params);
}

} // namespace banhang::server
