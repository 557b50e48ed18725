// Calls about series; the only file of the client that makes them.
#pragma once

#include "banhang/v1/series.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class SeriesApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle get(qint64 seriesId, QObject* receiver, Handler<v1::Series> handler);
    CallHandle check(const v1::CheckSeriesRequest& request, QObject* receiver,
                     Handler<v1::CheckSeriesResponse> handler);
    CallHandle create(const v1::CreateSeriesRequest& request, QObject* receiver,
                      Handler<v1::SeriesChangeResponse> handler);
    CallHandle update(const v1::UpdateSeriesRequest& request, QObject* receiver,
                      Handler<v1::SeriesChangeResponse> handler);
    CallHandle replace(const v1::ReplaceSeriesRequest& request, QObject* receiver,
                       Handler<v1::SeriesChangeResponse> handler);
    CallHandle remove(const v1::DeleteSeriesRequest& request, QObject* receiver,
                      Handler<v1::SeriesChangeResponse> handler);
    CallHandle restore(qint64 seriesId, QObject* receiver, Handler<v1::SeriesChangeResponse> handler);
};

} // namespace banhang::client
