#include "server/customers/customers_service.h"

#include "server/customers/customer_access.h"
#include "server/customers/customer_batch.h"
#include "server/customers/customer_handling.h"
#include "server/customers/customer_listing.h"
#include "server/customers/customer_saving.h"
#include "server/customers/customer_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

void getCustomer(Call& call, const v1::GetCustomerRequest& wanted, v1::Customer& reply)
{
    auto stored = findCustomer(call, wanted.customer_id());
    // Only then is there a second question: an id that ended in a merge leads to the survivor.
    if (!stored || stored->customer.merged_into_id() != 0)
        stored = findSurvivor(call, wanted.customer_id());
    if (!stored)
        throwNotFound();
    reply = std::move(stored->customer);
}

} // namespace

ServerUnaryReactor* CustomersService::GetCustomer(CallbackServerContext* context, const v1::GetCustomerRequest* request,
                                                  v1::Customer* response)
{
    return m_calls.read<v1::GetCustomerRequest, v1::Customer>(
        context, "CustomersService.GetCustomer", request, response,
        [](Call& call, const v1::GetCustomerRequest& wanted, v1::Customer& reply) {
            getCustomer(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::BatchGetCustomers(CallbackServerContext* context,
                                                        const v1::BatchGetCustomersRequest* request,
                                                        v1::BatchGetCustomersResponse* response)
{
    return m_calls.read<v1::BatchGetCustomersRequest, v1::BatchGetCustomersResponse>(
        context, "CustomersService.BatchGetCustomers", request, response,
        [](Call& call, const v1::BatchGetCustomersRequest& wanted, v1::BatchGetCustomersResponse& reply) {
            batchGetCustomers(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::ListCustomers(CallbackServerContext* context,
                                                    const v1::ListCustomersRequest* request,
                                                    v1::ListCustomersResponse* response)
{
    return m_calls.read<v1::ListCustomersRequest, v1::ListCustomersResponse>(
        context, "CustomersService.ListCustomers", request, response,
        [&signer = m_signer](Call& call, const v1::ListCustomersRequest& wanted, v1::ListCustomersResponse& reply) {
            listCustomers(call, signer, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::SearchCustomers(CallbackServerContext* context,
                                                      const v1::SearchCustomersRequest* request,
                                                      v1::SearchCustomersResponse* response)
{
    return m_calls.read<v1::SearchCustomersRequest, v1::SearchCustomersResponse>(
        context, "CustomersService.SearchCustomers", request, response,
        [](Call& call, const v1::SearchCustomersRequest& wanted, v1::SearchCustomersResponse& reply) {
            findByWords(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::FindPublicCards(CallbackServerContext* context,
                                                      const v1::FindPublicCardsRequest* request,
                                                      v1::FindPublicCardsResponse* response)
{
    return m_calls.read<v1::FindPublicCardsRequest, v1::FindPublicCardsResponse>(
        context, "CustomersService.FindPublicCards", request, response,
        [](Call& call, const v1::FindPublicCardsRequest& wanted, v1::FindPublicCardsResponse& reply) {
            findPublicCards(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::CheckCustomer(CallbackServerContext* context,
                                                    const v1::CheckCustomerRequest* request,
                                                    v1::CheckCustomerResponse* response)
{
    return m_calls.read<v1::CheckCustomerRequest, v1::CheckCustomerResponse>(
        context, "CustomersService.CheckCustomer", request, response,
        [](Call& call, const v1::CheckCustomerRequest& wanted, v1::CheckCustomerResponse& reply) {
            checkTyped(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::CreateCustomer(CallbackServerContext* context,
                                                     const v1::CreateCustomerRequest* request,
                                                     v1::CustomerChangeResponse* response)
{
    return m_calls.write<v1::CreateCustomerRequest, v1::CustomerChangeResponse>(
        context, "CustomersService.CreateCustomer", request, response,
        [](Call& call, const v1::CreateCustomerRequest& wanted, v1::CustomerChangeResponse& reply) {
            saveNewCustomer(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::UpdateCustomer(CallbackServerContext* context,
                                                     const v1::UpdateCustomerRequest* request,
                                                     v1::CustomerChangeResponse* response)
{
    return m_calls.write<v1::UpdateCustomerRequest, v1::CustomerChangeResponse>(
        context, "CustomersService.UpdateCustomer", request, response,
        [](Call& call, const v1::UpdateCustomerRequest& wanted, v1::CustomerChangeResponse& reply) {
            saveChanges(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::DeleteCustomer(CallbackServerContext* context,
                                                     const v1::DeleteCustomerRequest* request, v1::Customer* response)
{
    return m_calls.write<v1::DeleteCustomerRequest, v1::Customer>(
        context, "CustomersService.DeleteCustomer", request, response,
        [](Call& call, const v1::DeleteCustomerRequest& wanted, v1::Customer& reply) {
            moveToBin(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::UndeleteCustomer(CallbackServerContext* context,
                                                       const v1::UndeleteCustomerRequest* request,
                                                       v1::Customer* response)
{
    return m_calls.write<v1::UndeleteCustomerRequest, v1::Customer>(
        context, "CustomersService.UndeleteCustomer", request, response,
        [](Call& call, const v1::UndeleteCustomerRequest& wanted, v1::Customer& reply) {
            takeOutOfBin(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::AssignCustomers(CallbackServerContext* context,
                                                      const v1::AssignCustomersRequest* request,
                                                      v1::AssignCustomersResponse* response)
{
    return m_calls.write<v1::AssignCustomersRequest, v1::AssignCustomersResponse>(
        context, "CustomersService.AssignCustomers", request, response,
        [](Call& call, const v1::AssignCustomersRequest& wanted, v1::AssignCustomersResponse& reply) {
            giveToOwner(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::CheckCustomerBatch(CallbackServerContext* context,
                                                         const v1::CheckCustomerBatchRequest* request,
                                                         v1::CheckCustomerBatchResponse* response)
{
    return m_calls.read<v1::CheckCustomerBatchRequest, v1::CheckCustomerBatchResponse>(
        context, "CustomersService.CheckCustomerBatch", request, response,
        [](Call& call, const v1::CheckCustomerBatchRequest& wanted, v1::CheckCustomerBatchResponse& reply) {
            checkBatch(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::TagCustomers(CallbackServerContext* context,
                                                   const v1::TagCustomersRequest* request,
                                                   v1::TagCustomersResponse* response)
{
    return m_calls.write<v1::TagCustomersRequest, v1::TagCustomersResponse>(
        context, "CustomersService.TagCustomers", request, response,
        [](Call& call, const v1::TagCustomersRequest& wanted, v1::TagCustomersResponse& reply) {
            tagCustomers(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::BatchDeleteCustomers(CallbackServerContext* context,
                                                           const v1::BatchDeleteCustomersRequest* request,
                                                           v1::BatchDeleteCustomersResponse* response)
{
    return m_calls.write<v1::BatchDeleteCustomersRequest, v1::BatchDeleteCustomersResponse>(
        context, "CustomersService.BatchDeleteCustomers", request, response,
        [](Call& call, const v1::BatchDeleteCustomersRequest& wanted, v1::BatchDeleteCustomersResponse& reply) {
            moveManyToBin(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::BatchUndeleteCustomers(CallbackServerContext* context,
                                                             const v1::BatchUndeleteCustomersRequest* request,
                                                             v1::BatchUndeleteCustomersResponse* response)
{
    return m_calls.write<v1::BatchUndeleteCustomersRequest, v1::BatchUndeleteCustomersResponse>(
        context, "CustomersService.BatchUndeleteCustomers", request, response,
        [](Call& call, const v1::BatchUndeleteCustomersRequest& wanted, v1::BatchUndeleteCustomersResponse& reply) {
            takeManyOutOfBin(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::ShareCustomer(CallbackServerContext* context,
                                                    const v1::ShareCustomerRequest* request,
                                                    v1::CustomerShare* response)
{
    return m_calls.write<v1::ShareCustomerRequest, v1::CustomerShare>(
        context, "CustomersService.ShareCustomer", request, response,
        [](Call& call, const v1::ShareCustomerRequest& wanted, v1::CustomerShare& reply) {
            shareWithColleague(call, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::UnshareCustomer(CallbackServerContext* context,
                                                      const v1::UnshareCustomerRequest* request,
                                                      v1::UnshareCustomerResponse* response)
{
    return m_calls.write<v1::UnshareCustomerRequest, v1::UnshareCustomerResponse>(
        context, "CustomersService.UnshareCustomer", request, response,
        [](Call& call, const v1::UnshareCustomerRequest& wanted, v1::UnshareCustomerResponse&) {
            takeShareBack(call, wanted);
        });
}

ServerUnaryReactor* CustomersService::ListCustomerShares(CallbackServerContext* context,
                                                         const v1::ListCustomerSharesRequest* request,
                                                         v1::ListCustomerSharesResponse* response)
{
    return m_calls.read<v1::ListCustomerSharesRequest, v1::ListCustomerSharesResponse>(
        context, "CustomersService.ListCustomerShares", request, response,
        [&signer = m_signer](Call& call, const v1::ListCustomerSharesRequest& wanted,
                             v1::ListCustomerSharesResponse& reply) { listSharesOf(call, signer, wanted, reply); });
}

ServerUnaryReactor* CustomersService::ListCustomerHistory(CallbackServerContext* context,
                                                          const v1::ListCustomerHistoryRequest* request,
                                                          v1::ListCustomerHistoryResponse* response)
{
    return m_calls.read<v1::ListCustomerHistoryRequest, v1::ListCustomerHistoryResponse>(
        context, "CustomersService.ListCustomerHistory", request, response,
        [&signer = m_signer](Call& call, const v1::ListCustomerHistoryRequest& wanted,
                             v1::ListCustomerHistoryResponse& reply) { listHistory(call, signer, wanted, reply); });
}

} // namespace banhang::server
