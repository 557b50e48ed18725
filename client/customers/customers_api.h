// Every call about customers; the only file of the client that makes them.
#pragma once

#include "banhang/v1/customers.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class CustomersApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle get(qint64 customerId, QObject* receiver, Handler<v1::Customer> handler);
    /// In the list form; at most 500 ids.
    CallHandle batchGet(const std::vector<qint64>& ids, QObject* receiver,
                        Handler<v1::BatchGetCustomersResponse> handler);
    CallHandle list(const v1::ListCustomersRequest& request, QObject* receiver,
                    Handler<v1::ListCustomersResponse> handler);
    /// Of several lists; 501 means more than 500.
    CallHandle counts(const v1::BatchGetCustomerCountsRequest& request, QObject* receiver,
                      Handler<v1::BatchGetCustomerCountsResponse> handler);
    CallHandle search(const v1::SearchCustomersRequest& request, QObject* receiver,
                      Handler<v1::SearchCustomersResponse> handler);
    /// Anywhere in the company; refused unless the company shares them.
    CallHandle publicCards(const v1::FindPublicCardsRequest& request, QObject* receiver,
                           Handler<v1::FindPublicCardsResponse> handler);
    CallHandle check(const v1::Customer& customer, QObject* receiver, Handler<v1::CheckCustomerResponse> handler);
    CallHandle create(const v1::CreateCustomerRequest& request, QObject* receiver,
                      Handler<v1::CustomerChangeResponse> handler);
    CallHandle update(const v1::UpdateCustomerRequest& request, QObject* receiver,
                      Handler<v1::CustomerChangeResponse> handler);
    CallHandle moveToBin(qint64 customerId, qint64 version, QObject* receiver, Handler<v1::Customer> handler);
    /// `duplicateReason`: empty unless the server asked for one.
    CallHandle restore(qint64 customerId, const QString& duplicateReason, QObject* receiver,
                       Handler<v1::Customer> handler);
    CallHandle assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                      Handler<v1::AssignCustomersResponse> handler);
    /// With versions, for undo.
    CallHandle assign(const v1::AssignCustomersRequest& request, QObject* receiver,
                      Handler<v1::AssignCustomersResponse> handler);
    CallHandle checkBatch(const v1::CheckCustomerBatchRequest& request, QObject* receiver,
                          Handler<v1::CheckCustomerBatchResponse> handler);
    CallHandle tag(const v1::TagCustomersRequest& request, QObject* receiver,
                   Handler<v1::TagCustomersResponse> handler);
    CallHandle moveManyToBin(const v1::BatchDeleteCustomersRequest& request, QObject* receiver,
                             Handler<v1::BatchDeleteCustomersResponse> handler);
    CallHandle restoreMany(const v1::BatchUndeleteCustomersRequest& request, QObject* receiver,
                           Handler<v1::BatchUndeleteCustomersResponse> handler);
    CallHandle share(const v1::CustomerShare& share, QObject* receiver, Handler<v1::CustomerShare> handler);
    CallHandle unshare(qint64 customerId, qint64 userId, QObject* receiver,
                       Handler<v1::UnshareCustomerResponse> handler);
    CallHandle listShares(qint64 customerId, QObject* receiver, Handler<v1::ListCustomerSharesResponse> handler);
    CallHandle listHistory(qint64 customerId, const std::string& pageToken, QObject* receiver,
                           Handler<v1::ListCustomerHistoryResponse> handler);
};

} // namespace banhang::client
