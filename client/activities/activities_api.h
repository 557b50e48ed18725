// Every call about activities; the only file of the client that makes them.
#pragma once

#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class ActivitiesApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle get(qint64 activityId, QObject* receiver, Handler<v1::Activity> handler);
    /// At most 500 ids.
    CallHandle batchGet(const std::vector<qint64>& ids, QObject* receiver,
                        Handler<v1::BatchGetActivitiesResponse> handler);
    CallHandle list(const v1::ListActivitiesRequest& request, QObject* receiver,
                    Handler<v1::ListActivitiesResponse> handler);
    CallHandle timeline(const v1::ListTimelineRequest& request, QObject* receiver,
                        Handler<v1::ListTimelineResponse> handler);
    /// 0 = the caller's own.
    CallHandle workday(qint64 userId, QObject* receiver, Handler<v1::Workday> handler);
    CallHandle report(const v1::GetActivityReportRequest& request, QObject* receiver,
                      Handler<v1::ActivityReport> handler);
    CallHandle check(const v1::Activity& activity, QObject* receiver, Handler<v1::CheckActivityResponse> handler);
    CallHandle create(const v1::CreateActivityRequest& request, QObject* receiver,
                      Handler<v1::ActivityChangeResponse> handler);
    CallHandle update(const v1::UpdateActivityRequest& request, QObject* receiver,
                      Handler<v1::ActivityChangeResponse> handler);
    CallHandle close(const v1::CloseActivityRequest& request, QObject* receiver,
                     Handler<v1::ActivityChangeResponse> handler);
    CallHandle reopen(qint64 activityId, qint64 version, QObject* receiver,
                      Handler<v1::ActivityChangeResponse> handler);
    CallHandle assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                      Handler<v1::AssignActivitiesResponse> handler);
    CallHandle moveToBin(qint64 activityId, qint64 version, QObject* receiver, Handler<v1::Activity> handler);
    CallHandle restore(qint64 activityId, QObject* receiver, Handler<v1::Activity> handler);
};

} // namespace banhang::client
