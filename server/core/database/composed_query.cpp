#include "server/core/database/composed_query.h"

namespace banhang::server {

Rows ComposedQuery::run(Tx& tx, const std::string& sql) const
{
    return tx.runOnce(sql, m_params);
}

} // namespace banhang::server
