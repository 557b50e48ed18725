// Calls about exports.
#pragma once

#include "banhang/v1/exports.pb.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// Thread: UI. See RpcClient::watch for handles and receivers.
class ExportsApi
{
public:
    explicit ExportsApi(RpcClient& rpc) : m_rpc(rpc) {}

    /// The file is whole with the piece that says so; `onEnd` comes in any case, after it or in its place.
    CallHandle exportCustomers(const v1::ExportCustomersRequest& request, QObject* receiver,
                               std::function<void(v1::ExportCustomersResponse)> onPiece,
                               std::function<void(AppError)> onEnd);

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
