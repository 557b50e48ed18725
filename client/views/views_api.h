// Calls about saved views.
#pragma once

#include "banhang/v1/views.pb.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// Thread: UI. See RpcClient::call for handles and receivers.
class ViewsApi
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit ViewsApi(RpcClient& rpc) : m_rpc(rpc) {}

    CallHandle list(const QString& listKey, QObject* receiver, Handler<v1::ListSavedViewsResponse> handler);
    CallHandle create(const v1::SavedView& view, QObject* receiver, Handler<v1::SavedView> handler);
    /// `fields`: names of what is to be taken over.
    CallHandle update(const v1::SavedView& view, const std::vector<std::string>& fields, QObject* receiver,
                      Handler<v1::SavedView> handler);
    CallHandle remove(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler);
    CallHandle restore(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler);
    CallHandle choose(qint64 viewId, bool isDefault, int quickKey, QObject* receiver, Handler<v1::SavedView> handler);

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
