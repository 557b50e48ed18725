// Every call about care requests; the only file of the client that makes them.
#pragma once

#include <vector>

#include "banhang/v1/care_requests.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class CareApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle get(qint64 id, QObject* receiver, Handler<v1::CareRequest> handler);
    /// At most 500 ids.
    CallHandle batchGet(const std::vector<qint64>& ids, QObject* receiver,
                        Handler<v1::BatchGetCareRequestsResponse> handler);
    CallHandle list(const v1::ListCareRequestsRequest& request, QObject* receiver,
                    Handler<v1::ListCareRequestsResponse> handler);
    CallHandle counts(QObject* receiver, Handler<v1::CareCounts> handler);
    CallHandle create(const v1::CreateCareRequestRequest& request, QObject* receiver, Handler<v1::CareRequest> handler);
    CallHandle update(const v1::UpdateCareRequestRequest& request, QObject* receiver, Handler<v1::CareRequest> handler);
    CallHandle move(const v1::MoveCareRequestRequest& request, QObject* receiver, Handler<v1::CareRequest> handler);
    CallHandle assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                      Handler<v1::AssignCareRequestsResponse> handler);
    CallHandle moveToBin(qint64 id, qint64 version, QObject* receiver, Handler<v1::CareRequest> handler);
    CallHandle restore(qint64 id, QObject* receiver, Handler<v1::CareRequest> handler);
    CallHandle settings(QObject* receiver, Handler<v1::CareSettings> handler);
    CallHandle updateSettings(const v1::UpdateCareSettingsRequest& request, QObject* receiver,
                              Handler<v1::CareSettings> handler);
};

} // namespace banhang::client
