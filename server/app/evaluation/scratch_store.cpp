#include "server/app/evaluation/scratch_store.h"

#include <string>

namespace banhang::server {

namespace {

// sql-ok: the scratch database has no people and is written by its owner.
constexpr Statement kPut{"INSERT INTO banhang.customer (id, code, code_key, kind, name, sort_key, owner_id, unit_id)"
                         " OVERRIDING SYSTEM VALUE SELECT c.id, 'S' || c.id, 'S' || c.id, c.kind, c.name, '', $1, $2"
                         " FROM unnest($3::bigint[], $4::bigint[], $5::text[]) AS c (id, kind, name)"};

constexpr const char* kSettle = "VACUUM (ANALYZE) banhang.duplicate_key, banhang.duplicate_form";

} // namespace

void ScratchStore::putCustomers(Tx& tx, std::int64_t ownerId, std::int64_t unitId,
                                std::span<const match::Record> records, std::size_t first, std::size_t end)
{
    std::vector<std::int64_t> ids;
    std::vector<std::int64_t> kinds;
    std::vector<std::string> names;
    for (std::size_t i = first; i < end; ++i) {
        ids.push_back(static_cast<std::int64_t>(i) + 1);
        kinds.push_back(records[i].kind == match::Kind::Person ? 1 : 2);
        names.push_back(records[i].typedName.empty() ? "?" : records[i].typedName);
    }
    tx.query(kPut, ownerId, unitId, ids, kinds, names);
}

void ScratchStore::settle(Connection& connection)
{
    connection.runScript(kSettle);
}

} // namespace banhang::server
