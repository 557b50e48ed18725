#include "server/sequences/enrolment_store.h"

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/day_message.h"
#include "server/core/change_log/change_recorder.h"
#include "server/sequences/sequence_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

// sql-ok: enrolments follow their customer, which the caller was seen to see; the policy says the same
constexpr Statement kOfCustomer{
    "SELECT " BANHANG_ENROLMENT_COLUMNS ", s.name, (extract(epoch FROM e.created_at) * 1000000)::bigint,"
    " (extract(epoch FROM e.ended_at) * 1000000)::bigint, coalesce(e.ender_id, 0), e.edition < s.edition"
    " FROM " BANHANG_ENROLMENT_SOURCE " JOIN banhang.care_sequence s ON s.id = e.sequence_id"
    " WHERE e.customer_id = $1 ORDER BY e.state > 2, e.id DESC LIMIT $2"};

// sql-ok: whoever names them must see and may have to edit their customer, which is asked next; the policy stands
// beneath
constexpr Statement kByIds{"SELECT " BANHANG_ENROLMENT_COLUMNS " FROM " BANHANG_ENROLMENT_SOURCE
                           " WHERE e.id = ANY ($1::bigint[]) AND e.state <= 2 ORDER BY e.id"};

// sql-ok: as above
constexpr Statement kByCustomers{"SELECT " BANHANG_ENROLMENT_COLUMNS " FROM " BANHANG_ENROLMENT_SOURCE
                                 " WHERE e.customer_id = ANY ($1::bigint[]) AND e.sequence_id = $2 AND e.state <= 2"
                                 " ORDER BY e.id"};

/// An activity that the caller does not see counts as open.
// sql-ok: of enrolments that were read before, or of the server's own job
constexpr Statement kMade{
    "SELECT s.enrolment_id, s.number, s.turn, s.day - date '1970-01-01', coalesce(s.activity_id, 0),"
    " s.activity_id IS NULL OR coalesce(a.state <> 1 OR a.deleted_at IS NOT NULL, false),"
    " coalesce((coalesce(a.closed_at, a.deleted_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, s.day) - date '1970-01-01',"
    " coalesce(a.state = 1 AND a.deleted_at IS NULL AND a.version = s.made_version, false), s.made_version,"
    " coalesce(a.owner_id, 0), s.offset_days"
    " FROM banhang.care_step s LEFT JOIN banhang.activity a ON a.id = s.activity_id"
    " WHERE s.enrolment_id = ANY ($1::bigint[]) ORDER BY s.enrolment_id, s.day, s.number"};

// sql-ok: the caller may edit the customer, which is asked before; the policy stands beneath
constexpr Statement kInsert{
    "INSERT INTO banhang.care_enrolment (customer_id, sequence_id, edition, starter_id, start_day)"
    " VALUES ($1, $2, $3, $4, $5::date) ON CONFLICT (customer_id, sequence_id) WHERE state <= 2 DO NOTHING"
    " RETURNING id, version"};

// sql-ok: as above
constexpr Statement kEnd{
    "UPDATE banhang.care_enrolment SET state = 4, ended_at = now(), ender_id = $2, look_day = NULL, paused_day = NULL,"
    " version = version + 1 WHERE id = $1 AND state <= 2 RETURNING version"};

constexpr Statement kWake{"INSERT INTO banhang.care_wake (enrolment_id) VALUES ($1)"};

constexpr Statement kNow{"SELECT local::date - date '1970-01-01', (extract(epoch FROM local::time) / 60)::integer"
                         " FROM (SELECT clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS local) AS present"};

void record(Call& call, const StoredEnrolment& enrolment, std::int64_t unitId, std::string_view operation)
{
    recordChange(call,
                 {.entity = "care_enrolment",
                  .entityId = enrolment.id,
                  .version = enrolment.version,
                  .operation = operation,
                  .unitBefore = unitId,
                  .unitAfter = unitId},
                 {{"customer_id", {{"new", enrolment.customerId}}}, {"sequence_id", {{"new", enrolment.sequenceId}}}});
}

} // namespace

std::vector<ShownEnrolment> readEnrolments(Tx& tx, std::int64_t customerId, int limit)
{
    std::vector<ShownEnrolment> enrolments;
    const Rows rows = tx.query(kOfCustomer, customerId, limit);
    for (const Row row : rows) {
        auto& [stored, message] = enrolments.emplace_back(ShownEnrolment{readEnrolment(row), {}});
        message.set_id(stored.id);
        message.set_version(stored.version);
        message.set_sequence_id(stored.sequenceId);
        message.set_state(stored.state);
        message.set_starter_user_id(stored.starterId);
        setDate(stored.startDay, *message.mutable_start_day());
        message.set_sequence_name(row.string(kEnrolmentColumns));
        *message.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(kEnrolmentColumns + 1));
        if (const auto ended = row.micros(kEnrolmentColumns + 2))
            *message.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(*ended);
        message.set_ender_user_id(row.int64(kEnrolmentColumns + 3));
        message.set_is_earlier_edition(row.boolean(kEnrolmentColumns + 4));
    }
    return enrolments;
}

std::vector<StoredEnrolment> findEnrolments(Tx& tx, const std::vector<std::int64_t>& ids)
{
    std::vector<StoredEnrolment> enrolments;
    const Rows rows = tx.query(kByIds, ids);
    for (const Row row : rows)
        enrolments.push_back(readEnrolment(row));
    return enrolments;
}

std::vector<StoredEnrolment> findEnrolments(Tx& tx, const std::vector<std::int64_t>& customerIds,
                                            std::int64_t sequenceId)
{
    std::vector<StoredEnrolment> enrolments;
    const Rows rows = tx.query(kByCustomers, customerIds, sequenceId);
    for (const Row row : rows)
        enrolments.push_back(readEnrolment(row));
    return enrolments;
}

std::vector<MadeSteps> readMadeSteps(Tx& tx, const std::vector<std::int64_t>& enrolmentIds)
{
    std::vector<MadeSteps> made;
    const Rows rows = tx.query(kMade, enrolmentIds);
    for (const Row row : rows) {
        if (made.empty() || made.back().enrolmentId != row.int64(0))
            made.push_back({.enrolmentId = row.int64(0)});
        made.back().steps.push_back({.number = row.int32(1),
                                     .turn = row.int32(2),
                                     .day = vn::fromDays(row.int64(3)),
                                     .activityId = row.int64(4),
                                     .isOver = row.boolean(5),
                                     .overDay = vn::fromDays(row.int64(6)),
                                     .isUntouched = row.boolean(7),
                                     .madeVersion = row.int64(8),
                                     .ownerId = row.int64(9),
                                     .offsetDays = row.isNull(10) ? std::nullopt : std::optional(row.int32(10))});
    }
    return made;
}

std::optional<StoredEnrolment> insertEnrolment(Call& call, std::int64_t customerId, std::int64_t unitId,
                                               const v1::Sequence& sequence, const vn::Date& startDay)
{
    const Rows rows = call.tx.query(kInsert, customerId, sequence.id(), sequence.edition(), call.caller.userId,
                                    vn::formatIsoDate(startDay));
    if (rows.empty())
        return std::nullopt;
    StoredEnrolment enrolment;
    enrolment.id = rows.front().int64(0);
    enrolment.version = rows.front().int64(1);
    enrolment.customerId = customerId;
    enrolment.sequenceId = sequence.id();
    enrolment.starterId = call.caller.userId;
    enrolment.startDay = startDay;
    record(call, enrolment, unitId, "create");
    call.tx.enqueue(kWake, enrolment.id);
    return enrolment;
}

bool endEnrolment(Call& call, const StoredEnrolment& enrolment, std::int64_t unitId)
{
    const Rows rows = call.tx.query(kEnd, enrolment.id, call.caller.userId);
    if (rows.empty())
        return false;
    StoredEnrolment ended = enrolment;
    ended.version = rows.front().int64(0);
    record(call, ended, unitId, "stop");
    call.tx.enqueue(kWake, enrolment.id);
    return true;
}

PresentTime presentTime(Tx& tx)
{
    const Rows rows = tx.query(kNow);
    return {vn::fromDays(rows.front().int64(0)), rows.front().int32(1)};
}

} // namespace banhang::server
