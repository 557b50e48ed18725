#include "server/changes/change_store.h"

#include <charconv>

namespace banhang::server {

namespace {

// sql-ok: the feed reads for everybody, and decides for each who learns of it.
constexpr Statement kTimes{
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,"
    " coalesce((SELECT extract(epoch FROM clock_timestamp() - at)::float8 FROM banhang.change_log"
    "  WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, seq LIMIT 1), 0)"};

// sql-ok: the feed reads for everybody, and decides for each who learns of it.
constexpr Statement kRead{
    "SELECT xid::text, seq, entity, entity_id, version, operation IN ('share', 'unshare'), unit_before, unit_after,"
    " coalesce(grantee_id, 0), actor_id, (extract(epoch FROM at) * 1000000)::bigint,"
    " ARRAY(SELECT jsonb_object_keys(fields - 'tells_birthday')), people,"
    " fields ? 'tells_birthday' OR entity = 'activity' AND EXISTS"
    " (SELECT FROM banhang.activity a WHERE a.id = entity_id AND a.tells_birthday OFFSET 0)"
    " FROM banhang.change_log"
    " WHERE (xid, seq) > ($1::text::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())"
    " ORDER BY xid, seq LIMIT $3::int"};

// sql-ok: the feed reads for everybody, and decides for each who learns of it.
constexpr Statement kCount{
    "SELECT count(*) FROM (SELECT FROM banhang.change_log"
    " WHERE (xid, seq) > ($1::text::xid8, $2::bigint) AND (xid, seq) <= ($3::text::xid8, $4::bigint)"
    " LIMIT $5::int) AS newer"};

// Versions are out of order only among transactions that ran at the same time, so the newest is among the last few
// written.
// sql-ok: as above.
constexpr Statement kNewest{
    "SELECT asked.place, last.version, last.unit_after, last.people"
    " FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS asked (entity, id, place)"
    " CROSS JOIN LATERAL (SELECT w.version, w.unit_after, w.people FROM"
    "   (SELECT l.version, l.unit_after, l.people, l.seq FROM banhang.change_log l"
    "    WHERE l.entity = asked.entity AND l.entity_id = asked.id ORDER BY l.seq DESC LIMIT 64) AS w"
    "   ORDER BY w.version DESC, w.seq DESC LIMIT 1) AS last"
    " ORDER BY asked.place"};

constexpr Statement kUsers{"SELECT id, rights_version, active FROM banhang.app_user WHERE id = ANY ($1::bigint[])"};
constexpr Statement kEndedSessions{
    "SELECT asked.id FROM unnest($1::bigint[]) AS asked (id) LEFT JOIN banhang.session s ON s.id = asked.id"
    " WHERE s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= now()"
    " OR s.last_seen_at <= now() - make_interval(secs => $2::float8)"};
// sql-ok: the feed reads for everybody, and decides for each who learns of it.
constexpr Statement kSharedWith{"SELECT customer_id FROM banhang.customer_share WHERE user_id = $1"};
// sql-ok: the feed reads for everybody, and decides for each who learns of it.
constexpr Statement kStanding{
    "SELECT s.user_id, s.customer_id FROM unnest($1::bigint[], $2::bigint[]) AS asked (user_id, customer_id)"
    " JOIN banhang.customer_share s USING (user_id, customer_id)"};

std::uint64_t xidIn(std::string_view text)
{
    std::uint64_t xid = 0;
    std::from_chars(text.data(), text.data() + text.size(), xid);
    return xid;
}

std::optional<std::int64_t> unitIn(const Row& row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return row.int64(column);
}

} // namespace

FeedHead ChangeStore::head(Tx& tx)
{
    FeedHead head;
    tx.expect(kTimes, [&head](const Rows& rows) {
        head.timeMicros = rows.front().int64(0);
        head.oldestOpenSeconds = rows.front().real(1);
    });
    head.point = currentFeedPoint(tx);
    return head;
}

std::vector<ChangeRow> ChangeStore::read(Tx& tx, const FeedPosition& after, int limit)
{
    std::vector<ChangeRow> changes;
    for (const Row row : tx.query(kRead, std::to_string(after.xid), after.seq, limit)) {
        ChangeRow change;
        change.position = {xidIn(row.text(0)), row.int64(1)};
        change.record = {row.string(2), row.int64(3)};
        change.version = row.int64(4);
        change.isShare = row.boolean(5);
        change.unitBefore = unitIn(row, 6);
        change.unitAfter = unitIn(row, 7);
        change.granteeId = row.int64(8);
        change.actorId = row.int64(9);
        change.timeMicros = row.int64(10);
        change.fields = row.strings(11);
        change.people = row.int64s(12);
        change.revealsBirthday = row.boolean(13);
        changes.push_back(std::move(change));
    }
    return changes;
}

int ChangeStore::count(Tx& tx, const FeedPosition& after, const FeedPosition& until, int limit)
{
    return tx.query(kCount, std::to_string(after.xid), after.seq, std::to_string(until.xid), until.seq, limit)
        .front()
        .int32(0);
}

std::vector<RecordState> ChangeStore::newest(Tx& tx, const std::vector<RecordKey>& records)
{
    std::vector<std::string> entities;
    std::vector<std::int64_t> ids;
    for (const RecordKey& record : records) {
        entities.push_back(record.entity);
        ids.push_back(record.id);
    }
    std::vector<RecordState> states(records.size());
    for (const Row row : tx.query(kNewest, entities, ids))
        states.at(static_cast<std::size_t>(row.int64(0) - 1)) = {row.int64(1), unitIn(row, 2), row.int64s(3)};
    return states;
}

std::vector<UserState> ChangeStore::users(Tx& tx, const std::vector<std::int64_t>& userIds)
{
    std::vector<UserState> states;
    for (const Row row : tx.query(kUsers, userIds))
        states.push_back({row.int64(0), row.int64(1), row.boolean(2)});
    return states;
}

std::vector<std::int64_t> ChangeStore::endedSessions(Tx& tx, const std::vector<std::int64_t>& sessionIds,
                                                     std::chrono::seconds idle)
{
    std::vector<std::int64_t> ended;
    for (const Row row : tx.query(kEndedSessions, sessionIds, static_cast<double>(idle.count())))
        ended.push_back(row.int64(0));
    return ended;
}

std::vector<std::int64_t> ChangeStore::sharedWith(Tx& tx, std::int64_t userId)
{
    std::vector<std::int64_t> customers;
    for (const Row row : tx.query(kSharedWith, userId))
        customers.push_back(row.int64(0));
    return customers;
}

std::vector<ShareKey> ChangeStore::standing(Tx& tx, const std::vector<ShareKey>& asked)
{
    std::vector<std::int64_t> users;
    std::vector<std::int64_t> customers;
    for (const ShareKey& share : asked) {
        users.push_back(share.userId);
        customers.push_back(share.customerId);
    }
    std::vector<ShareKey> standing;
    for (const Row row : tx.query(kStanding, users, customers))
        standing.push_back({row.int64(0), row.int64(1)});
    return standing;
}

} // namespace banhang::server
