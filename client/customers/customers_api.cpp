#include "client/customers/customers_api.h"

namespace banhang::client {

CallHandle CustomersApi::get(qint64 customerId, QObject* receiver, Handler<v1::Customer> handler)
{
    v1::GetCustomerRequest request;
    request.set_customer_id(customerId);
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                                  Handler<v1::BatchGetCustomersResponse> handler)
{
    v1::BatchGetCustomersRequest request;
    for (const qint64 id : ids)
        request.add_customer_ids(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::list(const v1::ListCustomersRequest& request, QObject* receiver,
                              Handler<v1::ListCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::counts(const v1::BatchGetCustomerCountsRequest& request, QObject* receiver,
                                Handler<v1::BatchGetCustomerCountsResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::search(const v1::SearchCustomersRequest& request, QObject* receiver,
                                Handler<v1::SearchCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::publicCards(const v1::FindPublicCardsRequest& request, QObject* receiver,
                                     Handler<v1::FindPublicCardsResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::check(const v1::Customer& customer, QObject* receiver,
                               Handler<v1::CheckCustomerResponse> handler)
{
    v1::CheckCustomerRequest request;
    *request.mutable_customer() = customer;
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::create(const v1::CreateCustomerRequest& request, QObject* receiver,
                                Handler<v1::CustomerChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::update(const v1::UpdateCustomerRequest& request, QObject* receiver,
                                Handler<v1::CustomerChangeResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::moveToBin(qint64 customerId, qint64 version, QObject* receiver, Handler<v1::Customer> handler)
{
    v1::DeleteCustomerRequest request;
    request.set_customer_id(customerId);
    request.set_version(version);
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::restore(qint64 customerId, const QString& duplicateReason, QObject* receiver,
                                 Handler<v1::Customer> handler)
{
    v1::UndeleteCustomerRequest request;
    request.set_customer_id(customerId);
    request.set_duplicate_reason(duplicateReason.toStdString());
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                                Handler<v1::AssignCustomersResponse> handler)
{
    v1::AssignCustomersRequest request;
    for (const qint64 id : ids)
        request.add_customer_ids(id);
    request.set_owner_user_id(ownerUserId);
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::assign(const v1::AssignCustomersRequest& request, QObject* receiver,
                                Handler<v1::AssignCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::checkBatch(const v1::CheckCustomerBatchRequest& request, QObject* receiver,
                                    Handler<v1::CheckCustomerBatchResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::tag(const v1::TagCustomersRequest& request, QObject* receiver,
                             Handler<v1::TagCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::moveManyToBin(const v1::BatchDeleteCustomersRequest& request, QObject* receiver,
                                       Handler<v1::BatchDeleteCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::restoreMany(const v1::BatchUndeleteCustomersRequest& request, QObject* receiver,
                                     Handler<v1::BatchUndeleteCustomersResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::share(const v1::CustomerShare& share, QObject* receiver, Handler<v1::CustomerShare> handler)
{
    v1::ShareCustomerRequest request;
    *request.mutable_share() = share;
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::unshare(qint64 customerId, qint64 userId, QObject* receiver,
                                 Handler<v1::UnshareCustomerResponse> handler)
{
    v1::UnshareCustomerRequest request;
    request.set_customer_id(customerId);
    request.set_user_id(userId);
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::listShares(qint64 customerId, QObject* receiver,
                                    Handler<v1::ListCustomerSharesResponse> handler)
{
    v1::ListCustomerSharesRequest request;
    request.set_customer_id(customerId);
    return ask(request, receiver, std::move(handler));
}

CallHandle CustomersApi::listHistory(qint64 customerId, const std::string& pageToken, QObject* receiver,
                                     Handler<v1::ListCustomerHistoryResponse> handler)
{
    v1::ListCustomerHistoryRequest request;
    request.set_customer_id(customerId);
    request.set_page_token(pageToken);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
