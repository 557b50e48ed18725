#include "client/activities/activities_api.h"

namespace banhang::client {

namespace {

constexpr const char* kService = "banhang.v1.ActivitiesService.";

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string(kService) + name).c_str());
}

} // namespace

CallHandle ActivitiesApi::get(qint64 activityId, QObject* receiver, Handler<v1::Activity> handler)
{
    static const auto method = named<v1::GetActivityRequest, v1::Activity>("GetActivity");
    v1::GetActivityRequest request;
    request.set_activity_id(activityId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                                   Handler<v1::BatchGetActivitiesResponse> handler)
{
    static const auto method =
        named<v1::BatchGetActivitiesRequest, v1::BatchGetActivitiesResponse>("BatchGetActivities");
    v1::BatchGetActivitiesRequest request;
    for (const qint64 id : ids)
        request.add_activity_ids(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::list(const v1::ListActivitiesRequest& request, QObject* receiver,
                               Handler<v1::ListActivitiesResponse> handler)
{
    static const auto method = named<v1::ListActivitiesRequest, v1::ListActivitiesResponse>("ListActivities");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::timeline(const v1::ListTimelineRequest& request, QObject* receiver,
                                   Handler<v1::ListTimelineResponse> handler)
{
    static const auto method = named<v1::ListTimelineRequest, v1::ListTimelineResponse>("ListTimeline");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::workday(qint64 userId, QObject* receiver, Handler<v1::Workday> handler)
{
    static const auto method = named<v1::GetWorkdayRequest, v1::Workday>("GetWorkday");
    v1::GetWorkdayRequest request;
    request.set_user_id(userId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::report(const v1::GetActivityReportRequest& request, QObject* receiver,
                                 Handler<v1::ActivityReport> handler)
{
    static const auto method = named<v1::GetActivityReportRequest, v1::ActivityReport>("GetActivityReport");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::check(const v1::Activity& activity, QObject* receiver,
                                Handler<v1::CheckActivityResponse> handler)
{
    static const auto method = named<v1::CheckActivityRequest, v1::CheckActivityResponse>("CheckActivity");
    v1::CheckActivityRequest request;
    *request.mutable_activity() = activity;
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::create(const v1::CreateActivityRequest& request, QObject* receiver,
                                 Handler<v1::ActivityChangeResponse> handler)
{
    static const auto method = named<v1::CreateActivityRequest, v1::ActivityChangeResponse>("CreateActivity");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::update(const v1::UpdateActivityRequest& request, QObject* receiver,
                                 Handler<v1::ActivityChangeResponse> handler)
{
    static const auto method = named<v1::UpdateActivityRequest, v1::ActivityChangeResponse>("UpdateActivity");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::close(const v1::CloseActivityRequest& request, QObject* receiver,
                                Handler<v1::ActivityChangeResponse> handler)
{
    static const auto method = named<v1::CloseActivityRequest, v1::ActivityChangeResponse>("CloseActivity");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::reopen(qint64 activityId, qint64 version, QObject* receiver,
                                 Handler<v1::ActivityChangeResponse> handler)
{
    static const auto method = named<v1::ReopenActivityRequest, v1::ActivityChangeResponse>("ReopenActivity");
    v1::ReopenActivityRequest request;
    request.set_activity_id(activityId);
    request.set_version(version);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                                 Handler<v1::AssignActivitiesResponse> handler)
{
    static const auto method = named<v1::AssignActivitiesRequest, v1::AssignActivitiesResponse>("AssignActivities");
    v1::AssignActivitiesRequest request;
    for (const qint64 id : ids)
        request.add_activity_ids(id);
    request.set_owner_user_id(ownerUserId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::moveToBin(qint64 activityId, qint64 version, QObject* receiver, Handler<v1::Activity> handler)
{
    static const auto method = named<v1::DeleteActivityRequest, v1::Activity>("DeleteActivity");
    v1::DeleteActivityRequest request;
    request.set_activity_id(activityId);
    request.set_version(version);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::restore(qint64 activityId, QObject* receiver, Handler<v1::Activity> handler)
{
    static const auto method = named<v1::UndeleteActivityRequest, v1::Activity>("UndeleteActivity");
    v1::UndeleteActivityRequest request;
    request.set_activity_id(activityId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
