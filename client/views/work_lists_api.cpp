#include "client/views/work_lists_api.h"

namespace banhang::client {

namespace {

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string("banhang.v1.WorkListsService.") + name).c_str());
}

} // namespace

CallHandle WorkListsApi::settings(QObject* receiver, Handler<v1::WorkListSettings> handler)
{
    static const auto method = named<v1::GetWorkListSettingsRequest, v1::WorkListSettings>("GetWorkListSettings");
    return m_rpc.call(method, {}, receiver, std::move(handler));
}

CallHandle WorkListsApi::update(const v1::WorkListSettings& settings, const std::vector<std::string>& fields,
                                QObject* receiver, Handler<v1::WorkListSettings> handler)
{
    static const auto method = named<v1::UpdateWorkListSettingsRequest, v1::WorkListSettings>("UpdateWorkListSettings");
    v1::UpdateWorkListSettingsRequest request;
    *request.mutable_settings() = settings;
    for (const auto& field : fields)
        request.mutable_update_mask()->add_paths(field);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle WorkListsApi::checkPlan(const v1::CheckTalkPlanRequest& request, QObject* receiver,
                                   Handler<v1::CheckTalkPlanResponse> handler)
{
    static const auto method = named<v1::CheckTalkPlanRequest, v1::CheckTalkPlanResponse>("CheckTalkPlan");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle WorkListsApi::plan(const v1::PlanTalksRequest& request, QObject* receiver,
                              Handler<v1::PlanTalksResponse> handler)
{
    static const auto method = named<v1::PlanTalksRequest, v1::PlanTalksResponse>("PlanTalks");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle WorkListsApi::takeBack(const v1::TakeBackTalksRequest& request, QObject* receiver,
                                  Handler<v1::TakeBackTalksResponse> handler)
{
    static const auto method = named<v1::TakeBackTalksRequest, v1::TakeBackTalksResponse>("TakeBackTalks");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
