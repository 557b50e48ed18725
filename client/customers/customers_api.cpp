#include "client/customers/customers_api.h"

namespace banhang::client {

namespace {

constexpr const char* kService = "banhang.v1.CustomersService.";

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string(kService) + name).c_str());
}

} // namespace

CallHandle CustomersApi::get(qint64 customerId, QObject* receiver, Handler<v1::Customer> handler)
{
    static const auto method = named<v1::GetCustomerRequest, v1::Customer>("GetCustomer");
    v1::GetCustomerRequest request;
    request.set_customer_id(customerId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                                  Handler<v1::BatchGetCustomersResponse> handler)
{
    static const auto method = named<v1::BatchGetCustomersRequest, v1::BatchGetCustomersResponse>("BatchGetCustomers");
    v1::BatchGetCustomersRequest request;
    for (const qint64 id : ids)
        request.add_customer_ids(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::list(const v1::ListCustomersRequest& request, QObject* receiver,
                              Handler<v1::ListCustomersResponse> handler)
{
    static const auto method = named<v1::ListCustomersRequest, v1::ListCustomersResponse>("ListCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::counts(const v1::BatchGetCustomerCountsRequest& request, QObject* receiver,
                                Handler<v1::BatchGetCustomerCountsResponse> handler)
{
    static const auto method =
        named<v1::BatchGetCustomerCountsRequest, v1::BatchGetCustomerCountsResponse>("BatchGetCustomerCounts");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::search(const v1::SearchCustomersRequest& request, QObject* receiver,
                                Handler<v1::SearchCustomersResponse> handler)
{
    static const auto method = named<v1::SearchCustomersRequest, v1::SearchCustomersResponse>("SearchCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::check(const v1::Customer& customer, QObject* receiver,
                               Handler<v1::CheckCustomerResponse> handler)
{
    static const auto method = named<v1::CheckCustomerRequest, v1::CheckCustomerResponse>("CheckCustomer");
    v1::CheckCustomerRequest request;
    *request.mutable_customer() = customer;
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::create(const v1::CreateCustomerRequest& request, QObject* receiver,
                                Handler<v1::CustomerChangeResponse> handler)
{
    static const auto method = named<v1::CreateCustomerRequest, v1::CustomerChangeResponse>("CreateCustomer");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::update(const v1::UpdateCustomerRequest& request, QObject* receiver,
                                Handler<v1::CustomerChangeResponse> handler)
{
    static const auto method = named<v1::UpdateCustomerRequest, v1::CustomerChangeResponse>("UpdateCustomer");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::moveToBin(qint64 customerId, qint64 version, QObject* receiver, Handler<v1::Customer> handler)
{
    static const auto method = named<v1::DeleteCustomerRequest, v1::Customer>("DeleteCustomer");
    v1::DeleteCustomerRequest request;
    request.set_customer_id(customerId);
    request.set_version(version);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::restore(qint64 customerId, const QString& duplicateReason, QObject* receiver,
                                 Handler<v1::Customer> handler)
{
    static const auto method = named<v1::UndeleteCustomerRequest, v1::Customer>("UndeleteCustomer");
    v1::UndeleteCustomerRequest request;
    request.set_customer_id(customerId);
    request.set_duplicate_reason(duplicateReason.toStdString());
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::assign(const std::vector<qint64>& ids, qint64 ownerUserId, QObject* receiver,
                                Handler<v1::AssignCustomersResponse> handler)
{
    static const auto method = named<v1::AssignCustomersRequest, v1::AssignCustomersResponse>("AssignCustomers");
    v1::AssignCustomersRequest request;
    for (const qint64 id : ids)
        request.add_customer_ids(id);
    request.set_owner_user_id(ownerUserId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::assign(const v1::AssignCustomersRequest& request, QObject* receiver,
                                Handler<v1::AssignCustomersResponse> handler)
{
    static const auto method = named<v1::AssignCustomersRequest, v1::AssignCustomersResponse>("AssignCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::checkBatch(const v1::CheckCustomerBatchRequest& request, QObject* receiver,
                                    Handler<v1::CheckCustomerBatchResponse> handler)
{
    static const auto method =
        named<v1::CheckCustomerBatchRequest, v1::CheckCustomerBatchResponse>("CheckCustomerBatch");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::tag(const v1::TagCustomersRequest& request, QObject* receiver,
                             Handler<v1::TagCustomersResponse> handler)
{
    static const auto method = named<v1::TagCustomersRequest, v1::TagCustomersResponse>("TagCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::moveManyToBin(const v1::BatchDeleteCustomersRequest& request, QObject* receiver,
                                       Handler<v1::BatchDeleteCustomersResponse> handler)
{
    static const auto method =
        named<v1::BatchDeleteCustomersRequest, v1::BatchDeleteCustomersResponse>("BatchDeleteCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::restoreMany(const v1::BatchUndeleteCustomersRequest& request, QObject* receiver,
                                     Handler<v1::BatchUndeleteCustomersResponse> handler)
{
    static const auto method =
        named<v1::BatchUndeleteCustomersRequest, v1::BatchUndeleteCustomersResponse>("BatchUndeleteCustomers");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::share(const v1::CustomerShare& share, QObject* receiver, Handler<v1::CustomerShare> handler)
{
    static const auto method = named<v1::ShareCustomerRequest, v1::CustomerShare>("ShareCustomer");
    v1::ShareCustomerRequest request;
    *request.mutable_share() = share;
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::unshare(qint64 customerId, qint64 userId, QObject* receiver,
                                 Handler<v1::UnshareCustomerResponse> handler)
{
    static const auto method = named<v1::UnshareCustomerRequest, v1::UnshareCustomerResponse>("UnshareCustomer");
    v1::UnshareCustomerRequest request;
    request.set_customer_id(customerId);
    request.set_user_id(userId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::listShares(qint64 customerId, QObject* receiver,
                                    Handler<v1::ListCustomerSharesResponse> handler)
{
    static const auto method =
        named<v1::ListCustomerSharesRequest, v1::ListCustomerSharesResponse>("ListCustomerShares");
    v1::ListCustomerSharesRequest request;
    request.set_customer_id(customerId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle CustomersApi::listHistory(qint64 customerId, const std::string& pageToken, QObject* receiver,
                                     Handler<v1::ListCustomerHistoryResponse> handler)
{
    static const auto method =
        named<v1::ListCustomerHistoryRequest, v1::ListCustomerHistoryResponse>("ListCustomerHistory");
    v1::ListCustomerHistoryRequest request;
    request.set_customer_id(customerId);
    request.set_page_token(pageToken);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
