#include "client/views/work_lists_api.h"

namespace banhang::client {

CallHandle WorkListsApi::settings(QObject* receiver, Handler<v1::WorkListSettings> handler)
{
    return ask(v1::GetWorkListSettingsRequest(), receiver, std::move(handler));
}

CallHandle WorkListsApi::update(const v1::WorkListSettings& settings, const std::vector<std::string>& fields,
                                QObject* receiver, Handler<v1::WorkListSettings> handler)
{
    v1::UpdateWorkListSettingsRequest request;
    *request.mutable_settings() = settings;
    for (const auto& field : fields)
        request.mutable_update_mask()->add_paths(field);
    return ask(request, receiver, std::move(handler));
}

CallHandle WorkListsApi::checkPlan(const v1::CheckTalkPlanRequest& request, QObject* receiver,
                                   Handler<v1::CheckTalkPlanResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle WorkListsApi::plan(const v1::PlanTalksRequest& request, QObject* receiver,
                              Handler<v1::PlanTalksResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle WorkListsApi::undoPlannedTalks(const v1::UndoPlannedTalksRequest& request, QObject* receiver,
                                          Handler<v1::UndoPlannedTalksResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
