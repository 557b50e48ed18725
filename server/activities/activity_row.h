// Rows of the activity table as messages and back.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/customers/customer_row.h"
#include "server/customers/record_sight.h"

namespace banhang::server {

/// $3 sees all customers, $4 leaves whose customers are seen, $5 whose shares count.
#define BANHANG_ACTIVITY_CUSTOMER_SEEN BANHANG_CUSTOMER_SEEN("$3", "$4", "$5")

/// Activities with the customer and the contact person, as far as the caller sees these.
#define BANHANG_ACTIVITY_SOURCE                                                                                        \
    "banhang.activity a LEFT JOIN banhang.customer c ON c.id = a.customer_id AND " BANHANG_ACTIVITY_CUSTOMER_SEEN      \
    " LEFT JOIN banhang.contact t ON t.id = a.contact_id AND c.id IS NOT NULL"

/// $2 caller, $6 sees all activities, $7 leaves whose activities are seen, $8 may know birthdays. The first wall. The
/// OFFSET keeps the planner from reading all that a person ever did into a hash.
#define BANHANG_ACTIVITY_SEEN                                                                                          \
    "(($6 OR a.unit_id = ANY ($7::bigint[]) OR c.id IS NOT NULL) AND ($8 OR NOT a.tells_birthday) OR EXISTS "          \
    "(SELECT FROM banhang.activity_person p WHERE p.user_id = $2::bigint AND p.activity_id = a.id OFFSET 0))"

#define BANHANG_ACTIVITY_COLUMNS                                                                                       \
    "a.id, a.version, a.kind, a.state, a.title, a.channel_key, a.direction, a.customer_id, c.name, a.contact_id, "     \
    "t.name, a.owner_id, a.unit_id, a.creator_id, a.participant_ids, a.place, a.starts_at, a.ends_at, a.day, "         \
    "a.last_day, a.priority, a.preparation, a.course, a.result, a.goal, a.duration_seconds, a.potential, "             \
    "a.pursuit, a.is_callback, a.callback_reason, a.reminder_leads, a.previous_id, a.series_id, "                      \
    "a.is_series_exception, a.closed_at, a.created_at, a.updated_at, a.deleted_at, a.message_id, "                     \
    "a.attachment_count, a.ics_uid, a.series_slot"

/// The places $2 to $8 behind the one that is searched for.
template <typename Key>
Params activitySeenBy(const Caller& caller, const Key& key)
{
    const Right view{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW};
    Params params = recordSeenBy(caller, view, key, caller.may(view) ? caller.userId : 0);
    params.add(!caller.isMasked(v1::SENSITIVE_FIELD_BIRTHDAY));
    return params;
}

v1::Activity readActivity(const Row& row);

/// What a client writes, $1 to $24, in the order of kInsert in activity_store.cpp.
Params writtenValues(const v1::Activity& activity);

} // namespace banhang::server
