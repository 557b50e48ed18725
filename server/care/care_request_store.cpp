#include "server/care/care_request_store.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/care/care_request_row.h"
#include "server/core/change_log/record_version.h"
#include "server/core/database/constraint_errors.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr Statement kFind{"SELECT " BANHANG_CARE_COLUMNS " FROM " BANHANG_CARE_SOURCE
                          " WHERE q.id = $1 AND " BANHANG_CARE_SEEN};

constexpr Statement kLock{"SELECT FROM banhang.care_request q WHERE q.id = $1 FOR NO KEY UPDATE"};

constexpr Statement kHold{"SELECT banhang.hold_care_requests($1::bigint[])"};

constexpr Statement kRead{"SELECT " BANHANG_CARE_COLUMNS " FROM " BANHANG_CARE_SOURCE
                          " WHERE q.id = ANY ($1::bigint[]) AND (q.deleted_at IS NOT NULL) = $7"
                          " AND " BANHANG_CARE_SEEN " ORDER BY array_position($1::bigint[], q.id)"};

/// $1 customer named; $2 to $6 as in BANHANG_CARE_SEEN; $7 contact person, $8 kind, $9 channel, $10 severity.
constexpr Statement kFacts{
    "SELECT EXISTS (SELECT FROM banhang.pick_item i WHERE i.list_key = 'care_kind' AND i.key = $8),"
    " EXISTS (SELECT FROM banhang.pick_item i WHERE i.list_key = 'channel' AND i.key = $9), named.id,"
    " EXISTS (SELECT FROM banhang.contact t WHERE t.id = $7::bigint AND t.customer_id = named.id AND NOT t.removed),"
    " (extract(epoch FROM now() + make_interval(mins => s.promise_minutes[$10::int])) * 1000000)::bigint"
    " FROM banhang.care_setting s LEFT JOIN (SELECT c.id FROM banhang.customer c"
    " WHERE c.id = banhang.survivor_of($1) AND " BANHANG_CARE_CUSTOMER_SEEN
    " AND $5::boolean IS NOT NULL AND $6::bigint[] IS NOT NULL) AS named ON true"};

/// The columns of writtenValues(), $1 to $11.
constexpr Statement kInsert{
    "WITH number AS MATERIALIZED (SELECT nextval('banhang.care_request_code_seq')::text AS digits)"
    " INSERT INTO banhang.care_request (state, kind_key, severity, customer_id, contact_id, channel_key, subject,"
    " description, answer, satisfaction, promised_at, owner_id, unit_id, creator_id, code)"
    " SELECT $1::smallint, $2, $3::smallint, $4::bigint, $5::bigint, $6, $7, $8, $9, $10::smallint, $11::timestamptz,"
    " $12::bigint, $13::bigint, $14::bigint, 'YC' || lpad(digits, greatest(6, length(digits)), '0') FROM number"
    " RETURNING id, version, code"};

constexpr Statement kUpdate{
    "UPDATE banhang.care_request SET state = $1::smallint, kind_key = $2, severity = $3, customer_id = $4,"
    " contact_id = $5, channel_key = $6, subject = $7, description = $8, answer = $9, satisfaction = $10,"
    " promised_at = $11, resolved_at = CASE WHEN $1::smallint IN (4, 5) THEN coalesce(resolved_at, now()) END,"
    " version = version + 1, updated_at = now()"
    " WHERE id = $12 AND version = $13 AND unit_id = $14 AND deleted_at IS NULL RETURNING version"};

constexpr Statement kSetBinned{
    "UPDATE banhang.care_request SET deleted_at = CASE WHEN $4 THEN now() END, version = version + 1,"
    " updated_at = now() WHERE id = $1 AND version = $2 AND unit_id = $3"
    " RETURNING version, (extract(epoch FROM deleted_at) * 1000000)::bigint"};

constexpr Statement kAssign{"SELECT care_request_id, version FROM banhang.assign_care_requests($1::bigint[], $2)"};

void takeVersion(const Rows& rows, v1::CareRequest& request)
{
    if (rows.empty()) {
        throwEditConflict("care_request.edit_conflict", request.version());
    }
    request.set_version(rows.front().int64(0));
}

} // namespace

void registerCareConstraints(ConstraintErrors& errors)
{
    // Somebody was removed between the check and the write.
    errors.add("care_request_contact_exists", ErrorCode::Unavailable, "database.contention");
}

std::optional<v1::CareRequest> findCareRequest(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.run(kFind, careSeenBy(call.caller, id));
    return rows.empty() ? std::nullopt : std::optional(readCareRequest(rows.front()));
}

std::optional<v1::CareRequest> lockCareRequest(Call& call, std::int64_t id)
{
    call.tx.enqueue(kLock, id);
    return findCareRequest(call, id);
}

void lockCareRequests(Call& call, const std::vector<std::int64_t>& ids)
{
    call.tx.enqueue(kHold, ids);
}

std::vector<v1::CareRequest> readCareRequests(Call& call, const std::vector<std::int64_t>& ids, bool binned)
{
    std::vector<v1::CareRequest> requests;
    if (ids.empty())
        return requests;
    Params params = careSeenBy(call.caller, ids);
    params.add(binned);
    for (const Row row : call.tx.run(kRead, params))
        requests.push_back(readCareRequest(row));
    return requests;
}

CareFacts careFacts(Call& call, v1::CareRequest& request)
{
    Params params = careSeenBy(call.caller, request.customer_id());
    params.add(request.contact_id());
    params.add(request.kind_key());
    params.add(request.channel_key());
    params.add(static_cast<int>(request.severity()));
    const Rows rows = call.tx.run(kFacts, params);
    const Row row = rows.front();
    CareFacts facts;
    facts.isKindKnown = row.boolean(0);
    facts.isChannelKnown = row.boolean(1);
    facts.customerId = row.isNull(2) ? 0 : row.int64(2);
    facts.isContactOfCustomer = row.boolean(3);
    if (!request.has_promised_time())
        if (const auto promised = row.micros(4))
            *request.mutable_promised_time() = TimeUtil::MicrosecondsToTimestamp(*promised);
    return facts;
}

void insertCareRequest(Call& call, v1::CareRequest& request)
{
    Params values = writtenValues(request);
    values.add(request.owner_user_id());
    values.add(request.unit_id());
    values.add(request.creator_user_id());
    const Rows rows = call.tx.run(kInsert, values);
    request.set_id(rows.front().int64(0));
    request.set_version(rows.front().int64(1));
    request.set_code(rows.front().string(2));
}

void updateCareRequest(Call& call, v1::CareRequest& request)
{
    Params values = writtenValues(request);
    values.add(request.id());
    values.add(request.version());
    values.add(request.unit_id());
    takeVersion(call.tx.run(kUpdate, values), request);
}

void setCareRequestBinned(Call& call, v1::CareRequest& request, bool binned)
{
    const Rows rows = call.tx.query(kSetBinned, request.id(), request.version(), request.unit_id(), binned);
    takeVersion(rows, request);
    request.clear_delete_time();
    if (const auto deleted = rows.front().micros(1))
        *request.mutable_delete_time() = TimeUtil::MicrosecondsToTimestamp(*deleted);
}

void assignCareOwner(Call& call, std::vector<v1::CareRequest>& requests, std::int64_t ownerId, std::int64_t unitId)
{
    std::vector<std::int64_t> ids;
    ids.reserve(requests.size());
    for (const v1::CareRequest& request : requests)
        ids.push_back(request.id());
    std::vector<v1::CareRequest> given;
    for (const Row row : call.tx.query(kAssign, ids, ownerId)) {
        v1::CareRequest& request = given.emplace_back(*std::ranges::find(requests, row.int64(0), &v1::CareRequest::id));
        request.set_owner_user_id(ownerId);
        request.set_unit_id(unitId);
        request.set_version(row.int64(1));
    }
    requests = std::move(given);
}

} // namespace banhang::server
