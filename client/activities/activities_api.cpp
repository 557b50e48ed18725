#include "client/activities/activities_api.h"

namespace banhang::client {

CallHandle ActivitiesApi::get(qint64 activityId, QObject* receiver, Handler<v1::Activity> handler)
{
    v1::GetActivityRequest request;
    request.set_activity_id(activityId);
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                                   Handler<v1::BatchGetActivitiesResponse> handler)
{
    v1::BatchGetActivitiesRequest request;
    for (const qint64 id : ids)
        request.add_activity_ids(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::list(const v1::ListActivitiesRequest& request, QObject* receiver,
                               Handler<v1::ListActivitiesResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::timeline(const v1::ListTimelineRequest& request, QObject* receiver,
                                   Handler<v1::ListTimelineResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::workday(qint64 userId, QObject* receiver, Handler<v1::Workday> handler)
{
    v1::GetWorkdayRequest request;
    request.set_user_id(userId);
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::report(const v1::GetActivityReportRequest& request, QObject* receiver,
                                 Handler<v1::ActivityReport> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::check(const v1::Activity& activity, QObject* receiver,
                                Handler<v1::CheckActivityResponse> handler)
{
    v1::CheckActivityRequest request;
    *request.mutable_activity() = activity;
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::create(const v1::CreateActivityRequest& request, QObject* receiver,
                                 Handler<v1::ActivityChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::update(const v1::UpdateActivityRequest& request, QObject* receiver,
                                 Handler<v1::ActivityChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::close(const v1::CloseActivityRequest& request, QObject* receiver,
                                Handler<v1::ActivityChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::reopen(qint64 activityId, qint64 version, QObject* receiver,
                                 Handler<v1::ActivityChangeResponse> handler)
{
    v1::ReopenActivityRequest request;
    request.set_activity_id(activityId);
    request.set_version(version);
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                                 Handler<v1::AssignActivitiesResponse> handler)
{
    v1::AssignActivitiesRequest request;
    for (const qint64 id : ids)
        request.add_activity_ids(id);
    request.set_owner_user_id(ownerUserId);
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::moveToBin(qint64 activityId, qint64 version, QObject* receiver, Handler<v1::Activity> handler)
{
    v1::DeleteActivityRequest request;
    request.set_activity_id(activityId);
    request.set_version(version);
    return ask(request, receiver, std::move(handler));
}

CallHandle ActivitiesApi::restore(qint64 activityId, QObject* receiver, Handler<v1::Activity> handler)
{
    v1::UndeleteActivityRequest request;
    request.set_activity_id(activityId);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
