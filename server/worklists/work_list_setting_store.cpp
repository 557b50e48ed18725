#include "server/worklists/work_list_setting_store.h"

#include <nlohmann/json.hpp>

#include "server/core/change_log/change_recorder.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

namespace {

#define BANHANG_SETTING                                                                                                \
    "SELECT version, untouched_days, untouched_leader_days, overlooked_days, silent_days, client_status_keys"          \
    " FROM banhang.work_list_setting"

constexpr Statement kFind{BANHANG_SETTING};
constexpr Statement kLock{BANHANG_SETTING " FOR UPDATE"};
constexpr Statement kSave{
    "UPDATE banhang.work_list_setting SET version = version + 1, untouched_days = $1, untouched_leader_days = $2,"
    " overlooked_days = $3, silent_days = $4, client_status_keys = $5::text[] RETURNING version"};

v1::WorkListSettings settingsIn(const Rows& rows)
{
    const Row row = rows.front();
    v1::WorkListSettings settings;
    settings.set_version(row.int64(0));
    settings.set_untouched_days(row.int32(1));
    settings.set_untouched_leader_days(row.int32(2));
    settings.set_overlooked_days(row.int32(3));
    settings.set_silent_days(row.int32(4));
    for (const std::string& key : row.strings(5))
        settings.add_client_status_keys(key);
    return settings;
}

} // namespace

v1::WorkListSettings findWorkListSettings(Tx& tx)
{
    return settingsIn(tx.query(kFind));
}

v1::WorkListSettings lockWorkListSettings(Tx& tx)
{
    return settingsIn(tx.query(kLock));
}

void saveWorkListSettings(Call& call, const v1::WorkListSettings& before, v1::WorkListSettings& after)
{
    const std::vector<std::string> statuses(after.client_status_keys().begin(), after.client_status_keys().end());
    const Rows rows = call.tx.query(kSave, after.untouched_days(), after.untouched_leader_days(),
                                    after.overlooked_days(), after.silent_days(), statuses);
    after.set_version(rows.front().int64(0));
    const FieldNames all{"untouched_days", "untouched_leader_days", "overlooked_days", "silent_days",
                         "client_status_keys"};
    recordChange(call,
                 {.entity = "work_list_settings",
                  .entityId = 1,
                  .version = after.version(),
                  .operation = "update",
                  .unitBefore = 0,
                  .unitAfter = 0},
                 changedValues(before, after, differingFields(before, after, all)));
}

} // namespace banhang::server
