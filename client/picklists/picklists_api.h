// Calls that change the lists behind choice boxes; the only file of the client that makes them.
#pragma once

#include "banhang/v1/picklists.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class PicklistsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle create(const v1::PickItem& item, QObject* receiver, Handler<v1::PickItem> handler);
    /// Of the fields named alone; `item` holds the version that was read.
    CallHandle update(const v1::PickItem& item, const std::vector<std::string>& fields, QObject* receiver,
                      Handler<v1::PickItem> handler);
    /// Behind another one of its list; 0 = to the front. `item` holds the version that was read.
    CallHandle move(const v1::PickItem& item, qint64 behindId, QObject* receiver, Handler<v1::PickItem> handler);
};

} // namespace banhang::client
