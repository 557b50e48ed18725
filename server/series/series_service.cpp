#include "server/series/series_service.h"

#include "common/error.h"
#include "server/series/series_saving.h"
#include "server/series/series_store.h"

namespace banhang::server {

SeriesService::SeriesService(CallRunner& calls, ActivityListeners listeners)
    : m_calls(calls), m_listeners(std::move(listeners))
{
}

SeriesService::~SeriesService() = default;

template <typename Request>
grpc::ServerUnaryReactor* SeriesService::change(grpc::CallbackServerContext* context, const char* method,
                                                const Request* request, v1::SeriesChangeResponse* response,
                                                void (*save)(Call&, const ActivityListeners&, const Request&,
                                                             v1::SeriesChangeResponse&))
{
    return m_calls.write<Request, v1::SeriesChangeResponse>(
        context, method, request, response,
        [this, save](Call& call, const Request& wanted, v1::SeriesChangeResponse& reply) {
            save(call, m_listeners, wanted, reply);
        });
}

grpc::ServerUnaryReactor* SeriesService::GetSeries(grpc::CallbackServerContext* context,
                                                   const v1::GetSeriesRequest* request, v1::Series* response)
{
    return m_calls.read<v1::GetSeriesRequest, v1::Series>(
        context, "SeriesService.GetSeries", request, response,
        [](Call& call, const v1::GetSeriesRequest& wanted, v1::Series& reply) {
            const auto stored = findSeries(call, wanted.series_id());
            if (!stored)
                throw AppError(ErrorCode::NotFound, "series.not_found");
            reply = readWholeSeries(call, *stored);
        });
}

grpc::ServerUnaryReactor* SeriesService::CheckSeries(grpc::CallbackServerContext* context,
                                                     const v1::CheckSeriesRequest* request,
                                                     v1::CheckSeriesResponse* response)
{
    return m_calls.read<v1::CheckSeriesRequest, v1::CheckSeriesResponse>(
        context, "SeriesService.CheckSeries", request, response,
        [](Call&, const v1::CheckSeriesRequest& wanted, v1::CheckSeriesResponse& reply) {
            checkSeries(wanted, reply);
        });
}

grpc::ServerUnaryReactor* SeriesService::CreateSeries(grpc::CallbackServerContext* context,
                                                      const v1::CreateSeriesRequest* request,
                                                      v1::SeriesChangeResponse* response)
{
    return change(context, "SeriesService.CreateSeries", request, response, saveNewSeries);
}

grpc::ServerUnaryReactor* SeriesService::UpdateSeries(grpc::CallbackServerContext* context,
                                                      const v1::UpdateSeriesRequest* request,
                                                      v1::SeriesChangeResponse* response)
{
    return change(context, "SeriesService.UpdateSeries", request, response, saveSeriesChanges);
}

grpc::ServerUnaryReactor* SeriesService::ReplaceSeries(grpc::CallbackServerContext* context,
                                                       const v1::ReplaceSeriesRequest* request,
                                                       v1::SeriesChangeResponse* response)
{
    return change(context, "SeriesService.ReplaceSeries", request, response, replaceSeries);
}

grpc::ServerUnaryReactor* SeriesService::DeleteSeries(grpc::CallbackServerContext* context,
                                                      const v1::DeleteSeriesRequest* request,
                                                      v1::SeriesChangeResponse* response)
{
    return change(context, "SeriesService.DeleteSeries", request, response, endSeries);
}

grpc::ServerUnaryReactor* SeriesService::UndeleteSeries(grpc::CallbackServerContext* context,
                                                        const v1::UndeleteSeriesRequest* request,
                                                        v1::SeriesChangeResponse* response)
{
    return change(context, "SeriesService.UndeleteSeries", request, response, goOnWithSeries);
}

} // namespace banhang::server
