#include "server/series/calendar_entry_store.h"

namespace banhang::server {

namespace {

constexpr Statement kOffice{"SELECT office_id::text FROM banhang.company"};

// sql-ok: what is the caller's own; the policy stands beneath
constexpr Statement kActivities{"SELECT a.id, a.ics_uid FROM banhang.activity a WHERE a.ics_uid = ANY ($2::text[])"
                                " AND a.ics_uid <> '' AND a.series_id IS NULL AND a.deleted_at IS NULL"
                                " AND $1 IN (a.creator_id, a.owner_id)"};

// sql-ok: as above
constexpr Statement kSeries{"SELECT s.id, s.ics_uid FROM banhang.series s WHERE s.ics_uid = ANY ($2::text[])"
                            " AND s.ics_uid <> '' AND s.ended_day IS NULL AND $1 IN (s.creator_id, s.owner_id)"};

UidsById readUids(const Rows& rows)
{
    UidsById uids;
    for (const Row row : rows)
        uids.emplace(row.int64(0), row.string(1));
    return uids;
}

} // namespace

std::string officeId(Tx& tx)
{
    return tx.query(kOffice).front().string(0);
}

UidsById activitiesOfEntries(Call& call, const std::vector<std::string>& uids)
{
    return readUids(call.tx.query(kActivities, call.caller.userId, uids));
}

UidsById seriesOfEntries(Call& call, const std::vector<std::string>& uids)
{
    return readUids(call.tx.query(kSeries, call.caller.userId, uids));
}

} // namespace banhang::server
