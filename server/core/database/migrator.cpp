#include "server/core/database/migrator.h"

#include <algorithm>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "server/core/crypto/digest.h"

namespace banhang::server {

namespace {

/// Any number will do, as long as no other program on the same database takes it.
constexpr const char* kBegin = "BEGIN; SELECT pg_advisory_xact_lock(7014151003)";
constexpr const char* kMakeTable = R"(
    CREATE SCHEMA IF NOT EXISTS banhang_meta;
    CREATE TABLE IF NOT EXISTS banhang_meta.migration (
        number     integer PRIMARY KEY,
        name       text NOT NULL,
        checksum   text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()))";
constexpr Statement kTableExists{"SELECT to_regclass('banhang_meta.migration') IS NOT NULL"};
constexpr Statement kApplied{"SELECT number, checksum FROM banhang_meta.migration ORDER BY number"};
constexpr Statement kRecord{"INSERT INTO banhang_meta.migration (number, name, checksum) VALUES ($1, $2, $3)"};

std::string checksumOf(const Migration& migration)
{
    std::string hex;
    for (const char byte : sha256(migration.sql))
        hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return hex;
}

Rows ask(Connection& connection, const Statement& statement, const Params& params = {})
{
    connection.send(statement, params);
    return connection.roundTrip();
}

} // namespace

Migrator::Migrator(ConnectOptions connect, std::span<const Migration> migrations)
    : m_connect(std::move(connect)), m_migrations(migrations)
{
    // A migration takes as long as the tables are large.
    m_connect.statementTimeout = std::chrono::milliseconds(0);
    m_connect.idleInTransaction = std::chrono::milliseconds(0);
}

std::vector<Migrator::Applied> Migrator::readApplied(Connection& connection)
{
    std::vector<Applied> applied;
    if (!ask(connection, kTableExists).front().boolean(0))
        return applied;
    for (const Row row : ask(connection, kApplied))
        applied.push_back({row.int32(0), row.string(1)});
    return applied;
}

void Migrator::check(const std::vector<Applied>& applied) const
{
    for (const Applied& done : applied) {
        const auto ours = std::find_if(m_migrations.begin(), m_migrations.end(),
                                       [&](const Migration& migration) { return migration.number == done.number; });
        if (ours == m_migrations.end())
            throw MigrationError(fmt::format("the database is newer than this program: it has migration {}, the newest"
                                             " known here is {}",
                                             done.number, m_migrations.empty() ? 0 : m_migrations.back().number));
        if (checksumOf(*ours) != done.checksum)
            throw MigrationError(fmt::format("migration {} was edited after it had been applied", ours->name));
    }
}

std::vector<std::string> Migrator::pending()
{
    Connection connection(m_connect);
    const std::vector<Applied> applied = readApplied(connection);
    check(applied);
    std::vector<std::string> names;
    for (const Migration& migration : m_migrations) {
        if (std::none_of(applied.begin(), applied.end(),
                         [&](const Applied& done) { return done.number == migration.number; }))
            names.emplace_back(migration.name);
    }
    return names;
}

bool Migrator::apply(Connection& connection, const Migration& migration)
{
    connection.runScript(kBegin);
    connection.runScript(kMakeTable);
    // Under the lock: another server may have applied it while this one waited, or be newer.
    const std::vector<Applied> applied = readApplied(connection);
    check(applied);
    const bool missing = std::none_of(applied.begin(), applied.end(),
                                      [&](const Applied& done) { return done.number == migration.number; });
    if (missing) {
        connection.runScript(std::string(migration.sql));
        ask(connection, kRecord, Params::of(migration.number, migration.name, checksumOf(migration)));
    }
    connection.runScript("COMMIT");
    return missing;
}

std::vector<std::string> Migrator::run()
{
    Connection connection(m_connect);
    std::vector<std::string> names;
    for (const Migration& migration : m_migrations) {
        try {
            if (!apply(connection, migration))
                continue;
        } catch (const DatabaseError& error) {
            if (error.isConnectionLost())
                throw;
            throw MigrationError(
                fmt::format("migration {} failed: {} ({})", migration.name, error.what(), error.sqlState()));
        }
        spdlog::info("event=migration.applied name={}", migration.name);
        names.emplace_back(migration.name);
    }
    return names;
}

} // namespace banhang::server
