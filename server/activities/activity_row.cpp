#include "server/activities/activity_row.h"

#include <google/protobuf/util/time_util.h>

#include "common/day_message.h"
#include "server/core/database/row_columns.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

std::optional<std::string> isoDay(bool isGiven, const v1::Date& date)
{
    return isGiven ? std::optional(vn::formatIsoDate(dateOf(date))) : std::nullopt;
}

std::optional<std::string> isoMoment(bool isGiven, const google::protobuf::Timestamp& moment)
{
    return isGiven ? std::optional(TimeUtil::ToString(moment)) : std::nullopt;
}

std::optional<std::int64_t> idOrNone(std::int64_t id)
{
    return id == 0 ? std::nullopt : std::optional(id);
}

void readTexts(RowColumns& columns, v1::Activity& activity)
{
    activity.set_preparation(columns.text());
    activity.set_course(columns.text());
    activity.set_result(columns.text());
    activity.set_goal(columns.text());
}

} // namespace

v1::Activity readActivity(const Row& row)
{
    RowColumns columns(row);
    v1::Activity activity;
    activity.set_id(columns.id());
    activity.set_version(columns.id());
    activity.set_kind(columns.named<v1::ActivityKind>());
    activity.set_state(columns.named<v1::ActivityState>());
    activity.set_title(columns.text());
    activity.set_channel_key(columns.text());
    activity.set_direction(columns.named<v1::TalkDirection>());
    activity.set_customer_id(columns.id());
    activity.set_customer_name(columns.text());
    activity.set_contact_id(columns.id());
    activity.set_contact_name(columns.text());
    activity.set_owner_user_id(columns.id());
    activity.set_unit_id(columns.id());
    activity.set_creator_user_id(columns.id());
    for (const std::int64_t person : row.int64s(columns.next()))
        activity.add_participant_user_ids(person);
    activity.set_place(columns.text());
    columns.moment([&] { return activity.mutable_start_time(); });
    columns.moment([&] { return activity.mutable_end_time(); });
    columns.day([&] { return activity.mutable_day(); });
    columns.day([&] { return activity.mutable_last_day(); });
    activity.set_priority(columns.named<v1::Priority>());
    readTexts(columns, activity);
    activity.set_duration_seconds(static_cast<int>(columns.id()));
    activity.set_potential(columns.named<v1::Potential>());
    activity.set_pursuit(columns.named<v1::Pursuit>());
    activity.set_is_callback(columns.flag());
    activity.set_callback_reason(columns.text());
    for (const std::int64_t lead : row.int64s(columns.next()))
        activity.add_reminder_lead_minutes(static_cast<int>(lead));
    activity.set_previous_activity_id(columns.id());
    activity.set_series_id(columns.id());
    activity.set_is_series_exception(columns.flag());
    columns.moment([&] { return activity.mutable_close_time(); });
    columns.moment([&] { return activity.mutable_create_time(); });
    columns.moment([&] { return activity.mutable_update_time(); });
    columns.moment([&] { return activity.mutable_delete_time(); });
    activity.set_message_id(columns.text());
    activity.set_attachment_count(static_cast<int>(columns.id()));
    activity.set_ics_uid(columns.text());
    columns.day([&] { return activity.mutable_series_slot(); });
    return activity;
}

Params writtenValues(const v1::Activity& activity)
{
    Params values;
    values.add(static_cast<int>(activity.state()));
    values.add(activity.title());
    values.add(activity.channel_key());
    values.add(static_cast<int>(activity.direction()));
    values.add(idOrNone(activity.customer_id()));
    values.add(idOrNone(activity.contact_id()));
    values.add(
        std::vector<std::int64_t>(activity.participant_user_ids().begin(), activity.participant_user_ids().end()));
    values.add(activity.place());
    values.add(isoMoment(activity.has_start_time(), activity.start_time()));
    values.add(isoMoment(activity.has_end_time(), activity.end_time()));
    values.add(isoDay(activity.has_day(), activity.day()));
    values.add(isoDay(activity.has_last_day(), activity.last_day()));
    values.add(static_cast<int>(activity.priority()));
    values.add(activity.preparation());
    values.add(activity.course());
    values.add(activity.result());
    values.add(activity.goal());
    values.add(activity.duration_seconds());
    values.add(static_cast<int>(activity.potential()));
    values.add(static_cast<int>(activity.pursuit()));
    values.add(activity.is_callback());
    values.add(activity.callback_reason());
    values.add(
        std::vector<std::int64_t>(activity.reminder_lead_minutes().begin(), activity.reminder_lead_minutes().end()));
    values.add(activity.is_series_exception());
    return values;
}

} // namespace banhang::server
