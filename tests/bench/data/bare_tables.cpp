#include "tests/bench/data/bare_tables.h"

namespace banhang::bench {

namespace {

#define BANHANG_OF_TABLES                                                                                              \
    " JOIN pg_class t ON t.oid = o.table_id JOIN pg_namespace n ON n.oid = t.relnamespace"                             \
    " WHERE n.nspname = 'banhang' AND t.relname = ANY ($1::text[]) ORDER BY o.name"

/// Indexes other than those of primary keys and unique constraints, which loading itself asks.
#define BANHANG_INDEXES                                                                                                \
    " FROM (SELECT i.indrelid AS table_id, i.indexrelid AS index_id, c.relname AS name FROM pg_index i"                \
    "  JOIN pg_class c ON c.oid = i.indexrelid"                                                                        \
    "  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u')))"    \
    " AS o" BANHANG_OF_TABLES

#define BANHANG_REFERENCES                                                                                             \
    " FROM (SELECT k.conrelid AS table_id, k.oid AS id, k.conname AS name FROM pg_constraint k"                        \
    "  WHERE k.contype = 'f') AS o" BANHANG_OF_TABLES

constexpr const char* kMakeIndexes = "SELECT pg_get_indexdef(o.index_id)" BANHANG_INDEXES;
constexpr const char* kDropIndexes = "SELECT format('DROP INDEX banhang.%I', o.name)" BANHANG_INDEXES;
constexpr const char* kMakeReferences =
    "SELECT format('ALTER TABLE banhang.%I ADD CONSTRAINT %I %s', t.relname, o.name,"
    " pg_get_constraintdef(o.id))" BANHANG_REFERENCES;
constexpr const char* kDropReferences =
    "SELECT format('ALTER TABLE banhang.%I DROP CONSTRAINT %I', t.relname, o.name)" BANHANG_REFERENCES;

} // namespace

BareTables::BareTables(server::Connection& connection, std::vector<std::string> tables)
    : m_connection(connection), m_tables(std::move(tables))
{
    m_commands = read(kMakeIndexes);
    for (std::string& reference : read(kMakeReferences))
        m_commands.push_back(std::move(reference));
    runEach(read(kDropReferences));
    runEach(read(kDropIndexes));
    for (const std::string& table : m_tables)
        m_connection.runScript("ALTER TABLE banhang." + table + " DISABLE TRIGGER USER");
}

void BareTables::restore()
{
    // Checking a reference asks the planner, which must not believe the tables to be empty.
    for (const std::string& table : m_tables) {
        m_connection.runScript("ALTER TABLE banhang." + table + " ENABLE TRIGGER USER");
        m_connection.runScript("VACUUM ANALYZE banhang." + table);
    }
    runEach(m_commands);
    for (const std::string& table : m_tables)
        m_connection.runScript("ANALYZE banhang." + table);
    m_commands.clear();
}

std::vector<std::string> BareTables::read(const char* sql)
{
    m_connection.sendOnce(sql, server::Params::of(m_tables));
    const server::Rows rows = m_connection.roundTrip();
    std::vector<std::string> texts;
    for (const server::Row row : rows)
        texts.push_back(row.string(0));
    return texts;
}

void BareTables::runEach(const std::vector<std::string>& commands)
{
    for (const std::string& command : commands)
        m_connection.runScript(command);
}

} // namespace banhang::bench
