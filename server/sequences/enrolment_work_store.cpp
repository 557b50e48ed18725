#include "server/sequences/enrolment_work_store.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/activities/activity_row.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/row_columns.h"
#include "server/fields/message_json.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr Statement kTakeWoken{
    "DELETE FROM banhang.care_wake WHERE id IN"
    " (SELECT w.id FROM banhang.care_wake w ORDER BY w.id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING enrolment_id"};

// sql-ok: the job of the server itself
constexpr Statement kHoldDue{"SELECT id FROM banhang.care_enrolment WHERE look_day <= $1::date"
                             " ORDER BY look_day, id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED"};

// sql-ok: as above
constexpr Statement kHold{
    "SELECT FROM banhang.care_enrolment WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE"};

// sql-ok: as above
constexpr Statement kRead{
    "SELECT " BANHANG_ENROLMENT_COLUMNS ", e.look_day - date '1970-01-01', c.unit_id, c.owner_id, u.active,"
    " c.deleted_at IS NOT NULL OR c.pursuit = 2, c.kind, c.birthday, c.founded_date,"
    " (extract(epoch FROM c.created_at) * 1000000)::bigint"
    " FROM " BANHANG_ENROLMENT_SOURCE " JOIN banhang.customer c ON c.id = e.customer_id"
    " JOIN banhang.app_user u ON u.id = c.owner_id WHERE e.id = ANY ($1::bigint[]) ORDER BY e.id"};

constexpr Statement kPerson{"SELECT id, unit_id FROM banhang.app_user WHERE id = $1 AND active"};

constexpr Statement kNearest{
    "SELECT u.id, u.unit_id FROM banhang.group_member m JOIN banhang.app_user u ON u.id = m.user_id AND u.active"
    " JOIN banhang.org_unit theirs ON theirs.id = u.unit_id"
    " CROSS JOIN (SELECT o.path FROM banhang.app_user a JOIN banhang.org_unit o ON o.id = a.unit_id WHERE a.id = $2)"
    " AS owner"
    " WHERE m.group_id = $1 ORDER BY (SELECT count(*) FROM unnest(theirs.path) AS unit WHERE unit = ANY (owner.path))"
    " DESC, u.id LIMIT 1"};

// sql-ok: the job of the server itself
constexpr Statement kHoldActivities{
    "SELECT FROM banhang.activity a WHERE a.id = ANY ($1::bigint[]) ORDER BY a.id FOR NO KEY UPDATE"};

constexpr Statement kReadActivities{"SELECT " BANHANG_ACTIVITY_COLUMNS " FROM " BANHANG_ACTIVITY_SOURCE
                                    " WHERE a.id = ANY ($1::bigint[]) AND " BANHANG_ACTIVITY_SEEN " ORDER BY a.id"};

// sql-ok: the job of the server itself, on a row under lock
constexpr Statement kGive{
    "UPDATE banhang.activity SET owner_id = $2, unit_id = $3, participant_ids = array_remove(participant_ids, $2),"
    " version = version + 1, updated_at = now() WHERE id = $1"
    " RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

// sql-ok: the job of the server itself
constexpr Statement kHideDay{"UPDATE banhang.activity SET tells_birthday = true WHERE id = $1"};

// sql-ok: the job of the server itself
constexpr Statement kNoteStep{
    "INSERT INTO banhang.care_step (enrolment_id, number, turn, day, activity_id, made_version, offset_days)"
    " VALUES ($1, $2, $3, $4::date, $5, $6, $7)"};

// sql-ok: the job of the server itself
constexpr Statement kNoteWritten{"UPDATE banhang.care_step SET made_version = $2 WHERE activity_id = $1"};

// sql-ok: the job of the server itself
constexpr Statement kForget{
    "DELETE FROM banhang.care_step WHERE enrolment_id = $1 AND activity_id = ANY ($2::bigint[])"};

// sql-ok: the job of the server itself, on a row under lock
constexpr Statement kSave{
    "UPDATE banhang.care_enrolment SET state = $2::smallint, start_day = $3::date, paused_day = $4::date,"
    " look_day = $5::date, ended_at = CASE WHEN $2::smallint >= 3 THEN coalesce(ended_at, now()) END,"
    " version = version + $6::integer WHERE id = $1 RETURNING version"};

std::vector<std::int64_t> distinct(std::vector<std::int64_t> ids)
{
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

std::vector<std::int64_t> idsIn(const Rows& rows)
{
    std::vector<std::int64_t> ids;
    for (const Row row : rows)
        ids.push_back(row.int64(0));
    return ids;
}

LockedEnrolment readHeld(const Row& row)
{
    LockedEnrolment held;
    held.stored = readEnrolment(row);
    int column = kEnrolmentColumns;
    if (!row.isNull(column))
        held.lookDay = vn::fromDays(row.int64(column));
    held.customerUnitId = row.int64(++column);
    held.ownerId = row.int64(++column);
    held.isOwnerActive = row.boolean(++column);
    held.isResting = row.boolean(++column);
    held.customer.set_kind(static_cast<v1::CustomerKind>(row.int32(++column)));
    if (!row.isNull(++column))
        fromJson(nlohmann::json::parse(row.string(column)), *held.customer.mutable_birthday());
    if (const auto founded = vn::parseIsoDate(row.string(++column))) {
        held.customer.mutable_founded_date()->set_year(founded->year);
        held.customer.mutable_founded_date()->set_month(founded->month);
        held.customer.mutable_founded_date()->set_day(founded->day);
    }
    *held.customer.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(++column));
    return held;
}

std::optional<std::string> textOf(const std::optional<vn::Date>& date)
{
    return date ? std::optional(vn::formatIsoDate(*date)) : std::nullopt;
}

const char* operationOf(v1::EnrolmentState before, v1::EnrolmentState after)
{
    if (after == v1::ENROLMENT_STATE_PAUSED)
        return "pause";
    if (after == v1::ENROLMENT_STATE_DONE)
        return "finish";
    return before == v1::ENROLMENT_STATE_PAUSED ? "resume" : "update";
}

} // namespace

std::vector<std::int64_t> takeWoken(Tx& tx, int limit)
{
    return distinct(idsIn(tx.query(kTakeWoken, limit)));
}

std::vector<std::int64_t> lockDueEnrolments(Tx& tx, const vn::Date& today, int limit)
{
    return distinct(idsIn(tx.query(kHoldDue, vn::formatIsoDate(today), limit)));
}

std::vector<LockedEnrolment> lockEnrolments(Tx& tx, const std::vector<std::int64_t>& ids)
{
    tx.enqueue(kHold, ids);
    std::vector<LockedEnrolment> held;
    const Rows rows = tx.query(kRead, ids);
    for (const Row row : rows)
        held.push_back(readHeld(row));
    return held;
}

std::optional<StepDoer> doerOf(Tx& tx, const v1::SequenceStep& step, std::int64_t ownerId)
{
    Rows found;
    if (step.who() == v1::CARE_STEP_WHO_PERSON)
        found = tx.query(kPerson, step.user_id());
    else if (step.who() == v1::CARE_STEP_WHO_GROUP)
        found = tx.query(kNearest, step.group_id(), ownerId);
    else
        found = tx.query(kPerson, ownerId);
    if (found.empty() && step.who() != v1::CARE_STEP_WHO_OWNER)
        found = tx.query(kPerson, ownerId);
    if (found.empty())
        return std::nullopt;
    return StepDoer{found.front().int64(0), found.front().int64(1)};
}

std::vector<v1::Activity> lockStepActivities(Tx& tx, const std::vector<std::int64_t>& ids)
{
    tx.enqueue(kHoldActivities, ids);
    const std::vector<std::int64_t> none;
    std::vector<v1::Activity> activities;
    const Rows rows = tx.query(kReadActivities, ids, std::int64_t{0}, true, none, std::int64_t{0}, true, none, true);
    for (const Row row : rows)
        activities.push_back(readActivity(row));
    return activities;
}

void assignActivity(Tx& tx, v1::Activity& activity, const StepDoer& doer)
{
    const Rows rows = tx.query(kGive, activity.id(), doer.userId, doer.unitId);
    auto& people = *activity.mutable_participant_user_ids();
    people.erase(std::remove(people.begin(), people.end(), doer.userId), people.end());
    activity.set_owner_user_id(doer.userId);
    activity.set_unit_id(doer.unitId);
    activity.set_version(rows.front().int64(0));
    *activity.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(rows.front().int64(1));
}

void hideWithBirthday(Tx& tx, std::int64_t activityId)
{
    tx.enqueue(kHideDay, activityId);
}

void noteStep(Tx& tx, std::int64_t enrolmentId, const MadeStep& step, const v1::Activity* activity)
{
    const std::optional<std::int64_t> id = activity == nullptr ? std::nullopt : std::optional(activity->id());
    tx.enqueue(kNoteStep, enrolmentId, step.number, step.turn, vn::formatIsoDate(step.day), id,
               activity == nullptr ? 0 : activity->version(), step.offsetDays);
}

void noteWritten(Tx& tx, const v1::Activity& activity)
{
    tx.enqueue(kNoteWritten, activity.id(), activity.version());
}

void forgetSteps(Tx& tx, std::int64_t enrolmentId, const std::vector<std::int64_t>& activityIds)
{
    tx.enqueue(kForget, enrolmentId, activityIds);
}

void saveEnrolment(Tx& tx, LockedEnrolment& enrolment, v1::EnrolmentState before)
{
    StoredEnrolment& stored = enrolment.stored;
    const bool isNews = stored.state != before;
    const Rows rows = tx.query(kSave, stored.id, static_cast<int>(stored.state), vn::formatIsoDate(stored.startDay),
                               textOf(stored.pausedDay), textOf(enrolment.lookDay), isNews ? 1 : 0);
    stored.version = rows.front().int64(0);
    if (!isNews)
        return;
    recordChange(tx, {},
                 {.entity = "care_enrolment",
                  .entityId = stored.id,
                  .version = stored.version,
                  .operation = operationOf(before, stored.state),
                  .unitBefore = enrolment.customerUnitId,
                  .unitAfter = enrolment.customerUnitId},
                 {{"state", {{"old", static_cast<int>(before)}, {"new", static_cast<int>(stored.state)}}}});
}

} // namespace banhang::server
