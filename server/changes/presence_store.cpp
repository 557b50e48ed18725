#include "server/changes/presence_store.h"

namespace banhang::server {

namespace {

constexpr Right kViewCustomers{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};

constexpr Statement kTell{
    "INSERT INTO banhang.presence (session_id, place, user_id, customer_id, editing, field)"
    " SELECT $5::bigint, $6::smallint, $2::bigint, c.id, $7::boolean, $8 FROM banhang.customer c"
    " WHERE c.id = $1 AND ($3::boolean OR c.unit_id = ANY ($4::bigint[]) OR EXISTS"
    "  (SELECT FROM banhang.customer_share s WHERE s.user_id = $2 AND s.customer_id = c.id))"
    " ON CONFLICT (session_id, place) DO UPDATE SET customer_id = excluded.customer_id, editing = excluded.editing,"
    "  field = excluded.field, told_at = clock_timestamp()"
    " RETURNING true"};
constexpr Statement kLeave{"DELETE FROM banhang.presence WHERE session_id = $1 AND place = $2::smallint"};
// sql-ok: the feed reads for everybody, and decides for each who learns of it.
constexpr Statement kLive{
    "SELECT p.session_id, p.user_id, p.customer_id, c.unit_id, p.editing, p.field FROM banhang.presence p"
    " JOIN banhang.session s ON s.id = p.session_id AND s.ended_at IS NULL"
    " JOIN banhang.customer c ON c.id = p.customer_id AND c.deleted_at IS NULL"
    " WHERE p.told_at > clock_timestamp() - make_interval(secs => $1::float8)"};
constexpr Statement kDropOld{
    "DELETE FROM banhang.presence WHERE told_at < clock_timestamp() - make_interval(secs => $1::float8)"};

} // namespace

bool PresenceStore::report(Call& call, const v1::ReportPresenceRequest& told)
{
    const UnitSet& seen = call.caller.units(kViewCustomers);
    const Rows rows = call.tx.query(kTell, told.customer_id(), call.caller.userId, seen.all, seen.leaves,
                                    call.session.id, told.place(), told.editing(), told.field());
    return !rows.empty();
}

void PresenceStore::leave(Call& call, int place)
{
    call.tx.enqueue(kLeave, call.session.id, place);
}

std::vector<PresentPlace> PresenceStore::live(Tx& tx)
{
    std::vector<PresentPlace> places;
    for (const Row row : tx.query(kLive, static_cast<double>(kPresenceSeconds)))
        places.push_back({row.int64(0), row.int64(1), row.int64(2), row.int64(3), row.boolean(4), row.string(5)});
    return places;
}

void PresenceStore::dropOld(Tx& tx)
{
    tx.enqueue(kDropOld, static_cast<double>(kPresenceSeconds));
}

} // namespace banhang::server
