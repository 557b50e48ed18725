// Calls about saved views.
#pragma once

#include "banhang/v1/views.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class ViewsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle list(const QString& listKey, QObject* receiver, Handler<v1::ListSavedViewsResponse> handler);
    CallHandle create(const v1::SavedView& view, QObject* receiver, Handler<v1::SavedView> handler);
    /// `fields`: names of what is to be taken over.
    CallHandle update(const v1::SavedView& view, const std::vector<std::string>& fields, QObject* receiver,
                      Handler<v1::SavedView> handler);
    CallHandle remove(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler);
    CallHandle restore(qint64 viewId, QObject* receiver, Handler<v1::SavedView> handler);
    CallHandle choose(qint64 viewId, bool isDefault, int quickKey, QObject* receiver, Handler<v1::SavedView> handler);
};

} // namespace banhang::client
