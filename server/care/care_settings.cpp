#include "server/care/care_settings.h"

#include "common/error.h"
#include "server/care/care_request_rules.h"
#include "server/care/care_setting_store.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/saving/customer_saving.h"

namespace banhang::server {

namespace {

const WritableFields& writableSettings()
{
    static const WritableFields fields(*v1::CareSettings::descriptor(), {"version"});
    return fields;
}

} // namespace

void getCareSettings(Call& call, const v1::GetCareSettingsRequest&, v1::CareSettings& reply)
{
    reply = readCareSettings(call);
}

void updateCareSettings(Call& call, const v1::UpdateCareSettingsRequest& wanted, v1::CareSettings& reply)
{
    refuseIssues(writableSettings().check(wanted.update_mask()));
    refuseErrors(checkCareSettings(wanted.care_settings()));
    const v1::CareSettings before = lockCareSettings(call);
    demandVersion(before.version(), wanted.care_settings().version(), "care_settings.edit_conflict", ZeroVersion::Any);
    v1::CareSettings after = wanted.care_settings();
    writeCareSettings(call, after);
    recordChange(call,
                 {.entity = "care_settings",
                  .entityId = 1,
                  .version = after.version(),
                  .operation = "update",
                  .unitBefore = 0,
                  .unitAfter = 0},
                 changedValues(before, after, {"promises"}));
    reply = readCareSettings(call);
}

} // namespace banhang::server
