#include "server/worklists/work_lists_service.h"

#include <google/protobuf/util/field_mask_util.h>

#include "common/error.h"
#include "server/core/change_log/record_version.h"
#include "server/fields/record_fields.h"
#include "server/worklists/talk_planning.h"
#include "server/worklists/work_list_rules.h"
#include "server/worklists/work_list_setting_store.h"

namespace banhang::server {

using google::protobuf::util::FieldMaskUtil;
using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

void updateSettings(Call& call, const v1::UpdateWorkListSettingsRequest& wanted, v1::WorkListSettings& reply)
{
    static const WritableFields writable(*v1::WorkListSettings::descriptor(), {"version"});
    refuseIssues(writable.check(wanted.update_mask()));
    const v1::WorkListSettings before = lockWorkListSettings(call.tx);
    demandVersion(before.version(), wanted.settings().version(), "work_list_settings.edit_conflict", ZeroVersion::Any);
    v1::WorkListSettings after = before;
    FieldMaskUtil::MergeOptions replacing;
    replacing.set_replace_repeated_fields(true);
    FieldMaskUtil::MergeMessageTo(wanted.settings(), wanted.update_mask(), replacing, &after);
    refuseIssues(settingIssues(after));
    saveWorkListSettings(call, before, after);
    reply = after;
}

} // namespace

WorkListsService::WorkListsService(CallRunner& calls, ActivityListeners listeners)
    : m_calls(calls), m_listeners(std::move(listeners))
{
}

WorkListsService::~WorkListsService() = default;

ServerUnaryReactor* WorkListsService::GetWorkListSettings(CallbackServerContext* context,
                                                          const v1::GetWorkListSettingsRequest* request,
                                                          v1::WorkListSettings* response)
{
    return m_calls.read(context, "WorkListsService.GetWorkListSettings", request, response,
                        [](Call& call, const v1::GetWorkListSettingsRequest&, v1::WorkListSettings& reply) {
                            reply = findWorkListSettings(call.tx);
                        });
}

ServerUnaryReactor* WorkListsService::UpdateWorkListSettings(CallbackServerContext* context,
                                                             const v1::UpdateWorkListSettingsRequest* request,
                                                             v1::WorkListSettings* response)
{
    return m_calls.write(context, "WorkListsService.UpdateWorkListSettings", request, response, updateSettings);
}

ServerUnaryReactor* WorkListsService::CheckTalkPlan(CallbackServerContext* context,
                                                    const v1::CheckTalkPlanRequest* request,
                                                    v1::CheckTalkPlanResponse* response)
{
    return m_calls.read(context, "WorkListsService.CheckTalkPlan", request, response, checkTalkPlan);
}

ServerUnaryReactor* WorkListsService::PlanTalks(CallbackServerContext* context, const v1::PlanTalksRequest* request,
                                                v1::PlanTalksResponse* response)
{
    return m_calls.write(
        context, "WorkListsService.PlanTalks", request, response,
        [&listeners = m_listeners](Call& call, const v1::PlanTalksRequest& wanted, v1::PlanTalksResponse& reply) {
            planTalks(call, listeners, wanted, reply);
        });
}

ServerUnaryReactor* WorkListsService::UndoPlannedTalks(CallbackServerContext* context,
                                                       const v1::UndoPlannedTalksRequest* request,
                                                       v1::UndoPlannedTalksResponse* response)
{
    return m_calls.write(context, "WorkListsService.UndoPlannedTalks", request, response,
                         [&listeners = m_listeners](Call& call, const v1::UndoPlannedTalksRequest& wanted,
                                                    v1::UndoPlannedTalksResponse& reply) {
                             undoPlannedTalks(call, listeners, wanted, reply);
                         });
}

} // namespace banhang::server
