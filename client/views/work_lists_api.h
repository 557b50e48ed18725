// Every call about work lists; the only file of the client that makes them.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/work_lists.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class WorkListsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle settings(QObject* receiver, Handler<v1::WorkListSettings> handler);
    CallHandle update(const v1::WorkListSettings& settings, const std::vector<std::string>& fields, QObject* receiver,
                      Handler<v1::WorkListSettings> handler);
    CallHandle checkPlan(const v1::CheckTalkPlanRequest& request, QObject* receiver,
                         Handler<v1::CheckTalkPlanResponse> handler);
    CallHandle plan(const v1::PlanTalksRequest& request, QObject* receiver, Handler<v1::PlanTalksResponse> handler);
    CallHandle undoPlannedTalks(const v1::UndoPlannedTalksRequest& request, QObject* receiver,
                                Handler<v1::UndoPlannedTalksResponse> handler);
};

} // namespace banhang::client
