#include "server/customers/composed_query_store.h"

namespace banhang::server {

Rows ComposedQuery::run(Tx& tx, const std::string& sql) const
{
    return tx.runOnce(sql, m_params);
}

} // namespace banhang::server
