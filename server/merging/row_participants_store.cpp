#include "server/merging/row_participants_store.h"

#include <fmt/format.h>

namespace banhang::server {

namespace {

/// The names come from participants.cpp, never from a request.
std::string countSql(const std::string& table, const std::string& column)
{
    return fmt::format("SELECT t.{1}, count(*) FROM banhang.{0} t WHERE t.{1} = ANY ($1::bigint[]) GROUP BY t.{1}",
                       table, column);
}

/// Participants live as long as the program, and so do their texts: an address is never used again for another text.
Statement lasting(const std::string& sql)
{
    return Statement{sql.c_str()};
}

constexpr Statement kCountOwned{"SELECT customer_id, amount FROM banhang.count_owned_rows($1, $2::bigint[])"};
constexpr Statement kMoveOwned{"SELECT banhang.move_owned_rows($1, $2, $3::bigint[], $4)"};
constexpr Statement kUndoCountsOfOwned{"SELECT from_id, restored, kept FROM banhang.count_moved_rows($1, $2, $3)"};
constexpr Statement kRestoreOwned{"SELECT banhang.restore_owned_rows($1, $2, $3)"};

} // namespace

std::map<std::int64_t, std::int64_t> readCounts(const Rows& rows)
{
    std::map<std::int64_t, std::int64_t> counts;
    for (const Row row : rows)
        counts[row.int64(0)] = row.int64(1);
    return counts;
}

std::vector<v1::UndoLink> readUndoCounts(const std::string& link, const Rows& rows)
{
    std::vector<v1::UndoLink> links;
    for (const Row row : rows) {
        v1::UndoLink& one = links.emplace_back();
        one.set_link(link);
        one.set_customer_id(row.int64(0));
        one.set_restored(row.int64(1));
        one.set_kept(row.int64(2));
    }
    return links;
}

/// $1 merge, $2 survivor, $3 losers.
JoinedRows::JoinedRows(std::string table, std::string customerColumn, const std::string& otherColumn,
                       const std::string& afterwards)
    : m_table(std::move(table)),
      m_column(std::move(customerColumn)),
      m_count(countSql(m_table, m_column)),
      // sql-ok: run by the functions below, for a Call
      m_move(fmt::format(
          "WITH old AS MATERIALIZED (SELECT t.{1} AS from_id, t.{2}::text AS row_key, to_jsonb(t) AS content,"
          " row_number() OVER (PARTITION BY t.{2} ORDER BY array_position($3::bigint[], t.{1})) > 1"
          " OR EXISTS (SELECT FROM banhang.{0} s WHERE s.{1} = $2::bigint AND s.{2} = t.{2}) AS aside"
          " FROM banhang.{0} t WHERE t.{1} = ANY ($3::bigint[])),"
          " mark AS (INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)"
          " SELECT $1::bigint, '{0}', '', $2::bigint, 3, jsonb_build_object('keys', coalesce(jsonb_agg(k.row_key), "
          "'[]'))"
          " FROM (SELECT old.row_key FROM old UNION SELECT s.{2}::text FROM banhang.{0} s WHERE s.{1} = $2) AS k),"
          " kept AS (INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)"
          " SELECT $1::bigint, '{0}', old.row_key, old.from_id, CASE WHEN old.aside THEN 2 ELSE 1 END, old.content "
          "FROM old),"
          " gone AS (DELETE FROM banhang.{0} t USING old"
          " WHERE t.{1} = old.from_id AND t.{2}::text = old.row_key AND old.aside)"
          " UPDATE banhang.{0} t SET {1} = $2::bigint FROM old"
          " WHERE t.{1} = old.from_id AND t.{2}::text = old.row_key AND NOT old.aside",
          m_table, m_column, otherColumn)),
      // sql-ok: run by the functions below, for a Call
      m_undoCounts(fmt::format(
          "SELECT r.from_id, count(*) FILTER (WHERE s.{1} IS NOT NULL), count(*) FILTER (WHERE s.{1} IS NULL)"
          " FROM banhang.customer_merge_row r LEFT JOIN banhang.{0} s ON s.{1} = $2 AND s.{2}::text = r.row_key"
          " WHERE r.merge_id = $1 AND r.link = '{0}' AND r.outcome < 3 GROUP BY r.from_id"
          " UNION ALL SELECT $2, 0, count(*) FROM banhang.customer_merge_row r"
          " JOIN banhang.{0} s ON s.{1} = $2 AND NOT r.content -> 'keys' ? s.{2}::text"
          " WHERE r.merge_id = $1 AND r.link = '{0}' AND r.outcome = 3 HAVING count(*) > 0",
          m_table, m_column, otherColumn)),
      // sql-ok: run by the functions below, for a Call
      m_bringBack(fmt::format(
          "INSERT INTO banhang.{0} SELECT p.* FROM banhang.customer_merge_row r"
          " CROSS JOIN LATERAL jsonb_populate_record(NULL::banhang.{0}, r.content) AS p"
          " WHERE r.merge_id = $1 AND r.link = '{0}' AND r.outcome < 3"
          " AND EXISTS (SELECT FROM banhang.{0} s WHERE s.{1} = $2 AND s.{2}::text = r.row_key) ON CONFLICT DO NOTHING",
          m_table, m_column, otherColumn)),
      // Only a row that is still what the merge made of it: one that was written anew since is the survivor's own.
      // sql-ok: run by the functions below, for a Call
      m_takeOff(fmt::format("DELETE FROM banhang.{0} s USING banhang.customer_merge_row r"
                            " WHERE r.merge_id = $1 AND r.link = '{0}' AND r.outcome = 1 AND s.{1} = $2"
                            " AND s.{2}::text = r.row_key AND to_jsonb(s) - '{1}' = r.content - '{1}'"
                            " RETURNING r.row_key",
                            m_table, m_column, otherColumn)),
      // A later merge had put the like of it aside: that one takes the place now.
      // sql-ok: run by the functions below, for a Call
      m_inherit(fmt::format(
          "WITH heir AS (UPDATE banhang.customer_merge_row h SET outcome = 1 FROM ("
          "SELECT DISTINCT ON (r.row_key) r.merge_id, r.row_key, r.from_id FROM banhang.customer_merge_row r"
          " JOIN banhang.customer_merge m ON m.id = r.merge_id AND m.undone_at IS NULL"
          " WHERE m.survivor_id = $2 AND m.id <> $1 AND r.link = '{0}' AND r.outcome = 2 AND r.row_key = ANY "
          "($3::text[])"
          " ORDER BY r.row_key, r.merge_id, r.from_id) AS first"
          " WHERE h.merge_id = first.merge_id AND h.link = '{0}' AND h.row_key = first.row_key AND h.from_id = "
          "first.from_id"
          " RETURNING h.content)"
          " INSERT INTO banhang.{0} SELECT p.* FROM heir"
          " CROSS JOIN LATERAL jsonb_populate_record(NULL::banhang.{0}, heir.content || jsonb_build_object('{1}', "
          "$2::bigint))"
          " AS p",
          m_table, m_column)),
      m_afterwards(afterwards.empty() ? std::string() : fmt::format("SELECT {}($1)", afterwards))
{
}

std::map<std::int64_t, std::int64_t> JoinedRows::count(Call& call, const std::vector<std::int64_t>& customerIds) const
{
    return readCounts(call.tx.query(lasting(m_count), customerIds));
}

void JoinedRows::move(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(lasting(m_move), sides.mergeId, sides.survivorId, sides.loserIds);
    if (!m_afterwards.empty())
        call.tx.enqueue(lasting(m_afterwards), sides.mergeId);
}

std::vector<v1::UndoLink> JoinedRows::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(m_table, call.tx.query(lasting(m_undoCounts), sides.mergeId, sides.survivorId));
}

void JoinedRows::restore(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(lasting(m_bringBack), sides.mergeId, sides.survivorId);
    std::vector<std::string> taken;
    const Rows rows = call.tx.query(lasting(m_takeOff), sides.mergeId, sides.survivorId);
    for (const Row row : rows)
        taken.push_back(row.string(0));
    call.tx.enqueue(lasting(m_inherit), sides.mergeId, sides.survivorId, taken);
    if (!m_afterwards.empty())
        call.tx.enqueue(lasting(m_afterwards), sides.mergeId);
}

OwnedRows::OwnedRows(std::string table) : m_table(std::move(table)) {}

std::map<std::int64_t, std::int64_t> OwnedRows::count(Call& call, const std::vector<std::int64_t>& customerIds) const
{
    return readCounts(call.tx.query(kCountOwned, m_table, customerIds));
}

void OwnedRows::move(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kMoveOwned, m_table, sides.mergeId, sides.loserIds, sides.survivorId);
}

std::vector<v1::UndoLink> OwnedRows::undoCounts(Call& call, const MergeSides& sides) const
{
    return readUndoCounts(m_table, call.tx.query(kUndoCountsOfOwned, m_table, sides.mergeId, sides.survivorId));
}

void OwnedRows::restore(Call& call, const MergeSides& sides) const
{
    call.tx.enqueue(kRestoreOwned, m_table, sides.mergeId, sides.survivorId);
}

KeptRows::KeptRows(std::string table, const std::vector<std::string>& columns) : m_table(std::move(table))
{
    for (const std::string& column : columns)
        m_keys.push_back(m_table + "." + column);
}

} // namespace banhang::server
