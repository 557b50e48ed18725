#include "server/activities/activity_store.h"

#include <algorithm>
#include <unordered_map>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/activities/activity_row.h"
#include "server/activities/timeline_text.h"
#include "server/core/change_log/record_version.h"
#include "server/core/database/constraint_errors.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr Statement kFind{"SELECT " BANHANG_ACTIVITY_COLUMNS " FROM " BANHANG_ACTIVITY_SOURCE
                          " WHERE a.id = $1 AND " BANHANG_ACTIVITY_SEEN};

constexpr Statement kLock{"SELECT FROM banhang.activity a WHERE a.id = $1 FOR NO KEY UPDATE"};

constexpr Statement kHold{"SELECT banhang.hold_activities($1::bigint[])"};

constexpr Statement kRead{"SELECT " BANHANG_ACTIVITY_COLUMNS " FROM " BANHANG_ACTIVITY_SOURCE
                          " WHERE a.id = ANY ($1::bigint[]) AND (a.deleted_at IS NOT NULL) = $9"
                          " AND " BANHANG_ACTIVITY_SEEN};

/// The columns of writtenValues(), $1 to $24.
// sql-ok: who writes has decided, jobs included; the policy stands beneath
constexpr Statement kInsert{
    "INSERT INTO banhang.activity (state, title, channel_key, direction, customer_id, contact_id, participant_ids,"
    " place, starts_at, ends_at, day, last_day, priority, preparation, course, result, goal, duration_seconds,"
    " potential, pursuit, is_callback, callback_reason, reminder_leads, is_series_exception, kind, owner_id, unit_id,"
    " creator_id, previous_id, series_id, series_slot, message_id, ics_uid, closed_at)"
    " VALUES ($1::smallint, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, "
    "$21, $22, $23,"
    " $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, CASE WHEN $1::smallint <> 1 THEN now() END)"
    " RETURNING id, version, (extract(epoch FROM created_at) * 1000000)::bigint,"
    " (extract(epoch FROM closed_at) * 1000000)::bigint"};

// sql-ok: as above
constexpr Statement kUpdate{
    "UPDATE banhang.activity SET state = $1::smallint, title = $2, channel_key = $3, direction = $4, customer_id = $5,"
    " contact_id = $6, participant_ids = $7, place = $8, starts_at = $9, ends_at = $10, day = $11, last_day = $12,"
    " priority = $13, preparation = $14, course = $15, result = $16, goal = $17, duration_seconds = $18,"
    " potential = $19, pursuit = $20, is_callback = $21, callback_reason = $22, reminder_leads = $23,"
    " is_series_exception = $24, closed_at = CASE WHEN $1::smallint <> 1 THEN coalesce(closed_at, now()) END,"
    " version = version + 1, updated_at = now()"
    " WHERE id = $25 AND version = $26 AND unit_id = $27 AND deleted_at IS NULL"
    " RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint,"
    " (extract(epoch FROM closed_at) * 1000000)::bigint"};

// sql-ok: as above
constexpr Statement kSetBinned{
    "UPDATE banhang.activity SET deleted_at = CASE WHEN $4 THEN now() END, version = version + 1, updated_at = now()"
    " WHERE id = $1 AND version = $2 AND unit_id = $3"
    " RETURNING version, (extract(epoch FROM updated_at) * 1000000)::bigint"};

// sql-ok: as above
constexpr Statement kPutSearch{
    "INSERT INTO banhang.activity_search AS s (activity_id, customer_id, sort_at, is_open, marked_text, folded_text)"
    " SELECT a.id, a.customer_id, a.sort_at, a.state = 1, $2, $3 FROM banhang.activity a"
    " WHERE a.id = $1 AND a.customer_id IS NOT NULL"
    " ON CONFLICT (activity_id) DO UPDATE SET marked_text = excluded.marked_text, folded_text = excluded.folded_text"
    " WHERE s.marked_text <> excluded.marked_text"};

constexpr Statement kQueueForMessage{
    "SELECT pg_advisory_xact_lock(hashtextextended('message ' || $1::text || ' ' || $2::text, 0))"};
constexpr Statement kFindMessage{"SELECT a.id FROM banhang.activity a WHERE a.message_id = $2 AND a.customer_id = $1"
                                 " AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1"};

// sql-ok: what is the caller's own; the policy stands beneath
constexpr Statement kFindEntry{"SELECT a.id FROM banhang.activity a WHERE a.ics_uid = $2 AND a.series_id IS NULL"
                               " AND a.deleted_at IS NULL AND $1 IN (a.creator_id, a.owner_id) ORDER BY a.id LIMIT 1"};

constexpr Statement kAssign{"SELECT activity_id, version, (extract(epoch FROM updated_at) * 1000000)::bigint"
                            " FROM banhang.assign_activities($1::bigint[], $2)"};

[[noreturn]] void throwConflict(std::int64_t version)
{
    throwEditConflict("activity.edit_conflict", version);
}

void takeVersion(const Rows& rows, v1::Activity& activity)
{
    if (rows.empty())
        throwConflict(activity.version());
    activity.set_version(rows.front().int64(0));
    *activity.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(rows.front().int64(1));
}

void takeCloseTime(const Row& row, int column, v1::Activity& activity)
{
    activity.clear_close_time();
    if (const auto micros = row.micros(column))
        *activity.mutable_close_time() = TimeUtil::MicrosecondsToTimestamp(*micros);
}

std::optional<std::int64_t> idOrNone(std::int64_t id)
{
    return id == 0 ? std::nullopt : std::optional(id);
}

} // namespace

void registerActivitiesConstraints(ConstraintErrors& errors)
{
    // Somebody was removed between the check and the write.
    errors.add("activity_contact_exists", ErrorCode::Unavailable, "database.contention");
    errors.add("activity_ics_uid_unique", ErrorCode::AlreadyExists, "activity.known_entry");
}

std::optional<v1::Activity> findActivity(Call& call, std::int64_t id)
{
    const Rows rows = call.tx.run(kFind, activitySeenBy(call.caller, id));
    return rows.empty() ? std::nullopt : std::optional(readActivity(rows.front()));
}

std::optional<v1::Activity> lockActivity(Call& call, std::int64_t id)
{
    call.tx.enqueue(kLock, id);
    return findActivity(call, id);
}

std::int64_t findTalkOfMessage(Call& call, std::int64_t customerId, const std::string& messageId)
{
    call.tx.enqueue(kQueueForMessage, customerId, messageId);
    const Rows rows = call.tx.query(kFindMessage, customerId, messageId);
    return rows.empty() ? 0 : rows.front().int64(0);
}

std::int64_t findActivityOfEntry(Call& call, const std::string& icsUid)
{
    const Rows rows = call.tx.query(kFindEntry, call.caller.userId, icsUid);
    return rows.empty() ? 0 : rows.front().int64(0);
}

void lockActivities(Call& call, const std::vector<std::int64_t>& ids)
{
    call.tx.enqueue(kHold, ids);
}

std::vector<v1::Activity> readActivities(Call& call, const std::vector<std::int64_t>& ids, bool binned)
{
    if (ids.empty())
        return {};
    Params params = activitySeenBy(call.caller, ids);
    params.add(binned);
    const Rows rows = call.tx.run(kRead, params);
    std::unordered_map<std::int64_t, int> places;
    for (int i = 0; i < rows.size(); ++i)
        places.emplace(rows[i].int64(0), i);
    std::vector<v1::Activity> activities;
    activities.reserve(places.size());
    for (const std::int64_t id : ids)
        if (const auto place = places.find(id); place != places.end()) {
            activities.push_back(readActivity(rows[place->second]));
            places.erase(place);
        }
    return activities;
}

void insertActivity(Tx& tx, v1::Activity& activity, const std::optional<std::string>& seriesSlot)
{
    Params values = writtenValues(activity);
    values.add(static_cast<int>(activity.kind()));
    values.add(activity.owner_user_id());
    values.add(activity.unit_id());
    values.add(activity.creator_user_id());
    values.add(idOrNone(activity.previous_activity_id()));
    values.add(idOrNone(activity.series_id()));
    values.add(seriesSlot);
    values.add(activity.message_id());
    values.add(activity.ics_uid());
    const Rows rows = tx.run(kInsert, values);
    const Row row = rows.front();
    activity.set_id(row.int64(0));
    activity.set_version(row.int64(1));
    *activity.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(2));
    *activity.mutable_update_time() = activity.create_time();
    takeCloseTime(row, 3, activity);
}

void updateActivity(Tx& tx, v1::Activity& activity)
{
    Params values = writtenValues(activity);
    values.add(activity.id());
    values.add(activity.version());
    values.add(activity.unit_id());
    const Rows rows = tx.run(kUpdate, values);
    takeVersion(rows, activity);
    takeCloseTime(rows.front(), 2, activity);
}

void setActivityBinned(Tx& tx, v1::Activity& activity, bool binned)
{
    takeVersion(tx.query(kSetBinned, activity.id(), activity.version(), activity.unit_id(), binned), activity);
    if (binned)
        *activity.mutable_delete_time() = activity.update_time();
    else
        activity.clear_delete_time();
}

void writeSearchText(Tx& tx, const v1::Activity& activity)
{
    const TimelineText text = timelineText(activity);
    tx.enqueue(kPutSearch, activity.id(), text.marked, text.folded);
}

void assignActivityOwner(Call& call, std::vector<v1::Activity>& activities, std::int64_t ownerId, std::int64_t unitId)
{
    std::vector<std::int64_t> ids;
    ids.reserve(activities.size());
    for (const v1::Activity& activity : activities)
        ids.push_back(activity.id());
    const Rows rows = call.tx.query(kAssign, ids, ownerId);
    std::vector<v1::Activity> given;
    for (const Row row : rows) {
        v1::Activity& activity = given.emplace_back(*std::ranges::find(activities, row.int64(0), &v1::Activity::id));
        auto& people = *activity.mutable_participant_user_ids();
        people.erase(std::remove(people.begin(), people.end(), ownerId), people.end());
        activity.set_owner_user_id(ownerId);
        activity.set_unit_id(unitId);
        activity.set_version(row.int64(1));
        *activity.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(2));
    }
    activities = std::move(given);
}

} // namespace banhang::server
