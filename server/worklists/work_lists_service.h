// WorkListsService: the days of the office, and calls planned for many.
#pragma once

#include "banhang/v1/work_lists.grpc.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Owner: the listeners outlive it.
class WorkListsService final : public v1::WorkListsService::CallbackService
{
public:
    WorkListsService(CallRunner& calls, ActivityListeners listeners);
    ~WorkListsService() override;

    grpc::ServerUnaryReactor* GetWorkListSettings(grpc::CallbackServerContext* context,
                                                  const v1::GetWorkListSettingsRequest* request,
                                                  v1::WorkListSettings* response) override;
    grpc::ServerUnaryReactor* UpdateWorkListSettings(grpc::CallbackServerContext* context,
                                                     const v1::UpdateWorkListSettingsRequest* request,
                                                     v1::WorkListSettings* response) override;
    grpc::ServerUnaryReactor* CheckTalkPlan(grpc::CallbackServerContext* context,
                                            const v1::CheckTalkPlanRequest* request,
                                            v1::CheckTalkPlanResponse* response) override;
    grpc::ServerUnaryReactor* PlanTalks(grpc::CallbackServerContext* context, const v1::PlanTalksRequest* request,
                                        v1::PlanTalksResponse* response) override;
    grpc::ServerUnaryReactor* UndoPlannedTalks(grpc::CallbackServerContext* context,
                                               const v1::UndoPlannedTalksRequest* request,
                                               v1::UndoPlannedTalksResponse* response) override;

private:
    CallRunner& m_calls;
    const ActivityListeners m_listeners;
};

} // namespace banhang::server
