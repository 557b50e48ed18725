// Answers SeriesService.
#pragma once

#include "banhang/v1/series.grpc.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/call/call.h"

namespace banhang::server {

class SeriesService final : public v1::SeriesService::CallbackService
{
public:
    /// Owner: `calls` and the listeners must outlive the service.
    SeriesService(CallRunner& calls, ActivityListeners listeners);
    ~SeriesService() override;

    grpc::ServerUnaryReactor* GetSeries(grpc::CallbackServerContext* context, const v1::GetSeriesRequest* request,
                                        v1::Series* response) override;
    grpc::ServerUnaryReactor* CheckSeries(grpc::CallbackServerContext* context, const v1::CheckSeriesRequest* request,
                                          v1::CheckSeriesResponse* response) override;
    grpc::ServerUnaryReactor* CreateSeries(grpc::CallbackServerContext* context, const v1::CreateSeriesRequest* request,
                                           v1::SeriesChangeResponse* response) override;
    grpc::ServerUnaryReactor* UpdateSeries(grpc::CallbackServerContext* context, const v1::UpdateSeriesRequest* request,
                                           v1::SeriesChangeResponse* response) override;
    grpc::ServerUnaryReactor* ReplaceSeries(grpc::CallbackServerContext* context,
                                            const v1::ReplaceSeriesRequest* request,
                                            v1::SeriesChangeResponse* response) override;
    grpc::ServerUnaryReactor* DeleteSeries(grpc::CallbackServerContext* context, const v1::DeleteSeriesRequest* request,
                                           v1::SeriesChangeResponse* response) override;
    grpc::ServerUnaryReactor* UndeleteSeries(grpc::CallbackServerContext* context,
                                             const v1::UndeleteSeriesRequest* request,
                                             v1::SeriesChangeResponse* response) override;

private:
    template <typename Request>
    grpc::ServerUnaryReactor* change(grpc::CallbackServerContext* context, const char* method, const Request* request,
                                     v1::SeriesChangeResponse* response,
                                     void (*save)(Call&, const ActivityListeners&, const Request&,
                                                  v1::SeriesChangeResponse&));

    CallRunner& m_calls;
    const ActivityListeners m_listeners;
};

} // namespace banhang::server
