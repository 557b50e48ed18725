#include "server/reminders/notification_setting_store.h"

#include "server/core/change_log/change_recorder.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

namespace {

#define BANHANG_SETTING                                                                                                \
    "version, quiet_from_minute, quiet_to_minute, default_lead_minutes::bigint[], talk_lead_minutes::bigint[], email," \
    " mail_digest, mail_reminders"

constexpr Statement kFind{"SELECT " BANHANG_SETTING " FROM banhang.notification_setting WHERE user_id = $1"};
constexpr Statement kLock{"SELECT " BANHANG_SETTING " FROM banhang.notification_setting WHERE user_id = $1 FOR UPDATE"};
// The row is there before it is locked, so that two first changes at once do not pass each other.
constexpr Statement kMake{"INSERT INTO banhang.notification_setting (user_id, version) VALUES ($1, 0)"
                          " ON CONFLICT (user_id) DO NOTHING"};
constexpr Statement kSave{
    "UPDATE banhang.notification_setting SET version = version + 1, quiet_from_minute = $2, quiet_to_minute = $3,"
    " default_lead_minutes = $4::bigint[]::integer[], talk_lead_minutes = $5::bigint[]::integer[], email = $6,"
    " mail_digest = $7, mail_reminders = $8 WHERE user_id = $1 RETURNING " BANHANG_SETTING};

v1::NotificationSettings settingsIn(const Row& row)
{
    v1::NotificationSettings settings;
    settings.set_version(row.int64(0));
    settings.set_quiet_from_minute(row.int32(1));
    settings.set_quiet_to_minute(row.int32(2));
    for (const std::int64_t minutes : row.int64s(3))
        settings.add_default_lead_minutes(static_cast<int>(minutes));
    for (const std::int64_t minutes : row.int64s(4))
        settings.add_talk_lead_minutes(static_cast<int>(minutes));
    settings.set_email(row.string(5));
    settings.set_mail_digest(row.boolean(6));
    settings.set_mail_reminders(row.boolean(7));
    return settings;
}

v1::NotificationSettings defaults()
{
    constexpr int kAppointmentLead = 15;
    constexpr int kTalkLead = 10;
    v1::NotificationSettings settings;
    settings.add_default_lead_minutes(kAppointmentLead);
    settings.add_talk_lead_minutes(kTalkLead);
    return settings;
}

std::vector<std::int64_t> minutesOf(const google::protobuf::RepeatedField<std::int32_t>& minutes)
{
    return {minutes.begin(), minutes.end()};
}

} // namespace

v1::NotificationSettings NotificationSettingStore::find(Call& call)
{
    const Rows rows = call.tx.query(kFind, call.caller.userId);
    return rows.empty() ? defaults() : settingsIn(rows.front());
}

v1::NotificationSettings NotificationSettingStore::lock(Call& call)
{
    call.tx.enqueue(kMake, call.caller.userId);
    return settingsIn(call.tx.query(kLock, call.caller.userId).front());
}

v1::NotificationSettings NotificationSettingStore::save(Call& call, const v1::NotificationSettings& before,
                                                        const v1::NotificationSettings& after)
{
    const Rows rows = call.tx.query(kSave, call.caller.userId, after.quiet_from_minute(), after.quiet_to_minute(),
                                    minutesOf(after.default_lead_minutes()), minutesOf(after.talk_lead_minutes()),
                                    after.email(), after.mail_digest(), after.mail_reminders());
    v1::NotificationSettings stored = settingsIn(rows.front());
    static const FieldNames fields{"quiet_from_minute", "quiet_to_minute", "default_lead_minutes",
                                   "talk_lead_minutes", "email",           "mail_digest",
                                   "mail_reminders"};
    recordChange(call,
                 {.entity = "notification_setting",
                  .entityId = call.caller.userId,
                  .version = stored.version(),
                  .operation = "update",
                  .people = {call.caller.userId}},
                 changedValues(before, stored, differingFields(before, stored, fields)));
    return stored;
}

} // namespace banhang::server
