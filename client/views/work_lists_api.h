// Every call about work lists; the only file of the client that names these methods.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "banhang/v1/work_lists.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// As ViewsApi: handlers run in the UI thread unless the handle is dropped or the receiver is gone. Writes get a
/// request id.
class WorkListsApi final
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit WorkListsApi(RpcClient& rpc) : m_rpc(rpc) {}

    CallHandle settings(QObject* receiver, Handler<v1::WorkListSettings> handler);
    CallHandle update(const v1::WorkListSettings& settings, const std::vector<std::string>& fields, QObject* receiver,
                      Handler<v1::WorkListSettings> handler);
    CallHandle checkPlan(const v1::CheckTalkPlanRequest& request, QObject* receiver,
                         Handler<v1::CheckTalkPlanResponse> handler);
    CallHandle plan(const v1::PlanTalksRequest& request, QObject* receiver, Handler<v1::PlanTalksResponse> handler);
    CallHandle takeBack(const v1::TakeBackTalksRequest& request, QObject* receiver,
                        Handler<v1::TakeBackTalksResponse> handler);

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
