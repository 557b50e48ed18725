#include "client/calendar/series_api.h"

namespace banhang::client {

CallHandle SeriesApi::get(qint64 seriesId, QObject* receiver, Handler<v1::Series> handler)
{
    static const Method<v1::GetSeriesRequest, v1::Series> method("banhang.v1.SeriesService.GetSeries");
    v1::GetSeriesRequest request;
    request.set_series_id(seriesId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SeriesApi::check(const v1::CheckSeriesRequest& request, QObject* receiver,
                            Handler<v1::CheckSeriesResponse> handler)
{
    static const Method<v1::CheckSeriesRequest, v1::CheckSeriesResponse> method("banhang.v1.SeriesService.CheckSeries");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SeriesApi::create(const v1::CreateSeriesRequest& request, QObject* receiver,
                             Handler<v1::SeriesChangeResponse> handler)
{
    static const Method<v1::CreateSeriesRequest, v1::SeriesChangeResponse> method(
        "banhang.v1.SeriesService.CreateSeries");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SeriesApi::update(const v1::UpdateSeriesRequest& request, QObject* receiver,
                             Handler<v1::SeriesChangeResponse> handler)
{
    static const Method<v1::UpdateSeriesRequest, v1::SeriesChangeResponse> method(
        "banhang.v1.SeriesService.UpdateSeries");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SeriesApi::remove(const v1::DeleteSeriesRequest& request, QObject* receiver,
                             Handler<v1::SeriesChangeResponse> handler)
{
    static const Method<v1::DeleteSeriesRequest, v1::SeriesChangeResponse> method(
        "banhang.v1.SeriesService.DeleteSeries");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle SeriesApi::restore(qint64 seriesId, QObject* receiver, Handler<v1::SeriesChangeResponse> handler)
{
    static const Method<v1::UndeleteSeriesRequest, v1::SeriesChangeResponse> method(
        "banhang.v1.SeriesService.UndeleteSeries");
    v1::UndeleteSeriesRequest request;
    request.set_series_id(seriesId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
