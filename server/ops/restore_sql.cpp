#include "server/ops/restore_sql.h"

#include <fmt/format.h>

#include "server/core/database/tx.h"

namespace banhang::server {

namespace {

constexpr Statement kHasTables{
    "SELECT to_regclass('banhang.app_user') IS NOT NULL AND to_regclass('banhang.customer') IS NOT NULL"};
constexpr Statement kHasRows{"SELECT EXISTS (SELECT FROM banhang.app_user) OR EXISTS (SELECT FROM banhang.customer)"};
constexpr Statement kCountSessions{
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND usename IN ('banhang_owner', 'banhang_app', 'banhang_system')"};

} // namespace

const char* const kBeforeRestore = "DROP SCHEMA IF EXISTS banhang, banhang_meta CASCADE";

const char* const kNewerBackup = "the backup is of a newer version than this program; nothing was changed";

std::string refusalOfNewer(int newestMigration)
{
    return fmt::format("DO $$ BEGIN IF EXISTS (SELECT FROM banhang_meta.migration WHERE number > {}) "
                       "THEN RAISE EXCEPTION '{}'; END IF; END $$",
                       newestMigration, kNewerBackup);
}

// 3 is the first ordinary transaction id, below every snapshot of every cluster. The ids in the dump are those of
// another counter: where this one is behind, the feed would wait for transactions that happened long ago.
const char* const kAfterRestore = "UPDATE banhang.change_log SET xid = '3';"
                                  "UPDATE banhang.company SET feed_epoch = gen_random_uuid();"
                                  "UPDATE banhang.session SET ended_at = now() WHERE ended_at IS NULL;";

bool hasContent(Tx& tx)
{
    return tx.query(kHasTables).front().boolean(0) && tx.query(kHasRows).front().boolean(0);
}

std::int64_t countOtherSessions(Tx& tx)
{
    return tx.query(kCountSessions).front().int64(0);
}

} // namespace banhang::server
