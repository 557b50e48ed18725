// ActivitiesService on the wire.
#pragma once

#include "banhang/v1/activities.grpc.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

/// Owner: `calls`, `signer` and the listeners must outlive it.
class ActivitiesService final : public v1::ActivitiesService::CallbackService
{
public:
    ActivitiesService(CallRunner& calls, const TokenSigner& signer, ActivityListeners listeners = {});
    ~ActivitiesService() override;

    grpc::ServerUnaryReactor* GetActivity(grpc::CallbackServerContext* context, const v1::GetActivityRequest* request,
                                          v1::Activity* response) override;
    grpc::ServerUnaryReactor* BatchGetActivities(grpc::CallbackServerContext* context,
                                                 const v1::BatchGetActivitiesRequest* request,
                                                 v1::BatchGetActivitiesResponse* response) override;
    grpc::ServerUnaryReactor* ListActivities(grpc::CallbackServerContext* context,
                                             const v1::ListActivitiesRequest* request,
                                             v1::ListActivitiesResponse* response) override;
    grpc::ServerUnaryReactor* ListTimeline(grpc::CallbackServerContext* context, const v1::ListTimelineRequest* request,
                                           v1::ListTimelineResponse* response) override;
    grpc::ServerUnaryReactor* GetWorkday(grpc::CallbackServerContext* context, const v1::GetWorkdayRequest* request,
                                         v1::Workday* response) override;
    grpc::ServerUnaryReactor* GetActivityReport(grpc::CallbackServerContext* context,
                                                const v1::GetActivityReportRequest* request,
                                                v1::ActivityReport* response) override;
    grpc::ServerUnaryReactor* CheckActivity(grpc::CallbackServerContext* context,
                                            const v1::CheckActivityRequest* request,
                                            v1::CheckActivityResponse* response) override;
    grpc::ServerUnaryReactor* CreateActivity(grpc::CallbackServerContext* context,
                                             const v1::CreateActivityRequest* request,
                                             v1::ActivityChangeResponse* response) override;
    grpc::ServerUnaryReactor* UpdateActivity(grpc::CallbackServerContext* context,
                                             const v1::UpdateActivityRequest* request,
                                             v1::ActivityChangeResponse* response) override;
    grpc::ServerUnaryReactor* CloseActivity(grpc::CallbackServerContext* context,
                                            const v1::CloseActivityRequest* request,
                                            v1::ActivityChangeResponse* response) override;
    grpc::ServerUnaryReactor* ReopenActivity(grpc::CallbackServerContext* context,
                                             const v1::ReopenActivityRequest* request,
                                             v1::ActivityChangeResponse* response) override;
    grpc::ServerUnaryReactor* AssignActivities(grpc::CallbackServerContext* context,
                                               const v1::AssignActivitiesRequest* request,
                                               v1::AssignActivitiesResponse* response) override;
    grpc::ServerUnaryReactor* DeleteActivity(grpc::CallbackServerContext* context,
                                             const v1::DeleteActivityRequest* request, v1::Activity* response) override;
    grpc::ServerUnaryReactor* UndeleteActivity(grpc::CallbackServerContext* context,
                                               const v1::UndeleteActivityRequest* request,
                                               v1::Activity* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
    const ActivityListeners m_listeners;
};

} // namespace banhang::server
