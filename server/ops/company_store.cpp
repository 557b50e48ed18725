#include "server/ops/company_store.h"

#include "server/core/database/tx.h"

namespace banhang::server {

namespace {

constexpr Statement kFacts{
    "SELECT name, (extract(epoch FROM now()) * 1000000)::bigint, public_card_enabled FROM banhang.company"};
constexpr Statement kTokenKey{"SELECT token_key FROM banhang.company"};
constexpr Statement kShareCards{"UPDATE banhang.company SET public_card_enabled = $1, version = version + 1"};
constexpr Statement kRename{"UPDATE banhang.company SET name = $1, version = version + 1"};

} // namespace

CompanyFacts CompanyStore::facts(Tx& tx)
{
    const Rows rows = tx.query(kFacts);
    const Row row = rows.front();
    return {row.string(0), row.int64(1), row.boolean(2)};
}

std::string CompanyStore::tokenKey(Tx& tx)
{
    return tx.query(kTokenKey).front().bytes(0);
}

void CompanyStore::rename(Tx& tx, std::string_view name)
{
    tx.enqueue(kRename, name);
}

void CompanyStore::sharePublicCards(Tx& tx, bool isShared)
{
    tx.enqueue(kShareCards, isShared);
}

} // namespace banhang::server
