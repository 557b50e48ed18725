#include "client/calendar/series_api.h"

namespace banhang::client {

CallHandle SeriesApi::get(qint64 seriesId, QObject* receiver, Handler<v1::Series> handler)
{
    v1::GetSeriesRequest request;
    request.set_series_id(seriesId);
    return ask(request, receiver, std::move(handler));
}

CallHandle SeriesApi::check(const v1::CheckSeriesRequest& request, QObject* receiver,
                            Handler<v1::CheckSeriesResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SeriesApi::create(const v1::CreateSeriesRequest& request, QObject* receiver,
                             Handler<v1::SeriesChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SeriesApi::update(const v1::UpdateSeriesRequest& request, QObject* receiver,
                             Handler<v1::SeriesChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SeriesApi::replace(const v1::ReplaceSeriesRequest& request, QObject* receiver,
                              Handler<v1::SeriesChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SeriesApi::remove(const v1::DeleteSeriesRequest& request, QObject* receiver,
                             Handler<v1::SeriesChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SeriesApi::restore(qint64 seriesId, QObject* receiver, Handler<v1::SeriesChangeResponse> handler)
{
    v1::UndeleteSeriesRequest request;
    request.set_series_id(seriesId);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
