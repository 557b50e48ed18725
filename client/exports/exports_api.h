// Calls about exports.
#pragma once

#include "banhang/v1/exports.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class ExportsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    /// The file is whole with the piece that says so; `onEnd` comes in any case, after it or in its place.
    CallHandle exportCustomers(const v1::ExportCustomersRequest& request, QObject* receiver,
                               std::function<void(v1::ExportCustomersResponse)> onPiece,
                               std::function<void(AppError)> onEnd);
};

} // namespace banhang::client
