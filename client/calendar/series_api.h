// Calls about series; the only file of the client that names these methods.
#pragma once

#include <functional>

#include "banhang/v1/series.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// All functions: `handler` runs in the UI thread unless the handle is dropped or `receiver` is gone.
class SeriesApi final
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit SeriesApi(RpcClient& rpc) : m_rpc(rpc) {}

    CallHandle get(qint64 seriesId, QObject* receiver, Handler<v1::Series> handler);
    CallHandle check(const v1::CheckSeriesRequest& request, QObject* receiver,
                     Handler<v1::CheckSeriesResponse> handler);
    CallHandle create(const v1::CreateSeriesRequest& request, QObject* receiver,
                      Handler<v1::SeriesChangeResponse> handler);
    CallHandle update(const v1::UpdateSeriesRequest& request, QObject* receiver,
                      Handler<v1::SeriesChangeResponse> handler);
    CallHandle remove(const v1::DeleteSeriesRequest& request, QObject* receiver,
                      Handler<v1::SeriesChangeResponse> handler);
    CallHandle restore(qint64 seriesId, QObject* receiver, Handler<v1::SeriesChangeResponse> handler);

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
