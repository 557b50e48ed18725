// Every call about activities; the only file of the client that names these methods.
#pragma once

#include <functional>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// All functions: `handler` runs in the UI thread unless the handle is dropped or `receiver` is gone; errors as the
/// contract says. Writes without a `request_id` get one.
class ActivitiesApi final
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit ActivitiesApi(RpcClient& rpc) : m_rpc(rpc) {}

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

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
