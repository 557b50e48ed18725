// Calls about exports.
#pragma once

#include "banhang/v1/exports.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class ExportsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    /// `handler` gets nothing when all pieces were taken.
    CallHandle exportCustomers(const v1::ExportCustomersRequest& request, std::shared_ptr<MessageSink> sink,
                               QObject* receiver, std::function<void(std::optional<AppError>)> handler);
};

} // namespace banhang::client
