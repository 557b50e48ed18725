#include "server/customers/customers_service.h"

#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/handling/customer_batch.h"
#include "server/customers/handling/customer_handling.h"
#include "server/customers/list/customer_listing.h"
#include "server/customers/saving/customer_saving.h"

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
        throwCustomerNotFound();
    reply = std::move(stored->customer);
}

} // namespace

CustomersService::CustomersService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

CustomersService::~CustomersService() = default;

ServerUnaryReactor* CustomersService::GetCustomer(CallbackServerContext* context, const v1::GetCustomerRequest* request,
                                                  v1::Customer* response)
{
    return m_calls.read(context, "CustomersService.GetCustomer", request, response, getCustomer);
}

ServerUnaryReactor* CustomersService::BatchGetCustomers(CallbackServerContext* context,
                                                        const v1::BatchGetCustomersRequest* request,
                                                        v1::BatchGetCustomersResponse* response)
{
    if (request->view() == v1::CUSTOMER_VIEW_FULL)
        return m_calls.write(context, "CustomersService.BatchGetCustomers", request, response, exportBatch);
    return m_calls.read(context, "CustomersService.BatchGetCustomers", request, response, batchGetCustomers);
}

ServerUnaryReactor* CustomersService::ListCustomers(CallbackServerContext* context,
                                                    const v1::ListCustomersRequest* request,
                                                    v1::ListCustomersResponse* response)
{
    if (request->view() == v1::CUSTOMER_VIEW_FULL)
        return m_calls.write(
            context, "CustomersService.ListCustomers", request, response,
            [&signer = m_signer](Call& call, const v1::ListCustomersRequest& wanted, v1::ListCustomersResponse& reply) {
                exportList(call, signer, wanted, reply);
            });
    return m_calls.read(
        context, "CustomersService.ListCustomers", request, response,
        [&signer = m_signer](Call& call, const v1::ListCustomersRequest& wanted, v1::ListCustomersResponse& reply) {
            listCustomers(call, signer, wanted, reply);
        });
}

ServerUnaryReactor* CustomersService::BatchGetCustomerCounts(CallbackServerContext* context,
                                                             const v1::BatchGetCustomerCountsRequest* request,
                                                             v1::BatchGetCustomerCountsResponse* response)
{
    return m_calls.read(context, "CustomersService.BatchGetCustomerCounts", request, response, countLists);
}

ServerUnaryReactor* CustomersService::SearchCustomers(CallbackServerContext* context,
                                                      const v1::SearchCustomersRequest* request,
                                                      v1::SearchCustomersResponse* response)
{
    return m_calls.read(context, "CustomersService.SearchCustomers", request, response, findByWords);
}

ServerUnaryReactor* CustomersService::FindPublicCards(CallbackServerContext* context,
                                                      const v1::FindPublicCardsRequest* request,
                                                      v1::FindPublicCardsResponse* response)
{
    return m_calls.read(context, "CustomersService.FindPublicCards", request, response, findPublicCards);
}

ServerUnaryReactor* CustomersService::CheckCustomer(CallbackServerContext* context,
                                                    const v1::CheckCustomerRequest* request,
                                                    v1::CheckCustomerResponse* response)
{
    return m_calls.read(context, "CustomersService.CheckCustomer", request, response, checkTyped);
}

ServerUnaryReactor* CustomersService::CreateCustomer(CallbackServerContext* context,
                                                     const v1::CreateCustomerRequest* request,
                                                     v1::CustomerChangeResponse* response)
{
    return m_calls.write(context, "CustomersService.CreateCustomer", request, response, saveNewCustomer);
}

ServerUnaryReactor* CustomersService::UpdateCustomer(CallbackServerContext* context,
                                                     const v1::UpdateCustomerRequest* request,
                                                     v1::CustomerChangeResponse* response)
{
    return m_calls.write(context, "CustomersService.UpdateCustomer", request, response, saveChanges);
}

ServerUnaryReactor* CustomersService::DeleteCustomer(CallbackServerContext* context,
                                                     const v1::DeleteCustomerRequest* request, v1::Customer* response)
{
    return m_calls.write(context, "CustomersService.DeleteCustomer", request, response, moveToBin);
}

ServerUnaryReactor* CustomersService::UndeleteCustomer(CallbackServerContext* context,
                                                       const v1::UndeleteCustomerRequest* request,
                                                       v1::Customer* response)
{
    return m_calls.write(context, "CustomersService.UndeleteCustomer", request, response, takeOutOfBin);
}

ServerUnaryReactor* CustomersService::AssignCustomers(CallbackServerContext* context,
                                                      const v1::AssignCustomersRequest* request,
                                                      v1::AssignCustomersResponse* response)
{
    return m_calls.write(context, "CustomersService.AssignCustomers", request, response, assignCustomers);
}

ServerUnaryReactor* CustomersService::CheckCustomerBatch(CallbackServerContext* context,
                                                         const v1::CheckCustomerBatchRequest* request,
                                                         v1::CheckCustomerBatchResponse* response)
{
    return m_calls.read(context, "CustomersService.CheckCustomerBatch", request, response, checkBatch);
}

ServerUnaryReactor* CustomersService::TagCustomers(CallbackServerContext* context,
                                                   const v1::TagCustomersRequest* request,
                                                   v1::TagCustomersResponse* response)
{
    return m_calls.write(context, "CustomersService.TagCustomers", request, response, tagCustomers);
}

ServerUnaryReactor* CustomersService::BatchDeleteCustomers(CallbackServerContext* context,
                                                           const v1::BatchDeleteCustomersRequest* request,
                                                           v1::BatchDeleteCustomersResponse* response)
{
    return m_calls.write(context, "CustomersService.BatchDeleteCustomers", request, response, moveManyToBin);
}

ServerUnaryReactor* CustomersService::BatchUndeleteCustomers(CallbackServerContext* context,
                                                             const v1::BatchUndeleteCustomersRequest* request,
                                                             v1::BatchUndeleteCustomersResponse* response)
{
    return m_calls.write(context, "CustomersService.BatchUndeleteCustomers", request, response, takeManyOutOfBin);
}

ServerUnaryReactor* CustomersService::ShareCustomer(CallbackServerContext* context,
                                                    const v1::ShareCustomerRequest* request,
                                                    v1::CustomerShare* response)
{
    return m_calls.write(context, "CustomersService.ShareCustomer", request, response, shareWithColleague);
}

ServerUnaryReactor* CustomersService::UnshareCustomer(CallbackServerContext* context,
                                                      const v1::UnshareCustomerRequest* request,
                                                      v1::UnshareCustomerResponse* response)
{
    return m_calls.write(context, "CustomersService.UnshareCustomer", request, response,
                         [](Call& call, const v1::UnshareCustomerRequest& wanted, v1::UnshareCustomerResponse&) {
                             takeShareBack(call, wanted);
                         });
}

ServerUnaryReactor* CustomersService::ListCustomerShares(CallbackServerContext* context,
                                                         const v1::ListCustomerSharesRequest* request,
                                                         v1::ListCustomerSharesResponse* response)
{
    return m_calls.read(
        context, "CustomersService.ListCustomerShares", request, response,
        [&signer = m_signer](Call& call, const v1::ListCustomerSharesRequest& wanted,
                             v1::ListCustomerSharesResponse& reply) { listSharesOf(call, signer, wanted, reply); });
}

ServerUnaryReactor* CustomersService::ListCustomerHistory(CallbackServerContext* context,
                                                          const v1::ListCustomerHistoryRequest* request,
                                                          v1::ListCustomerHistoryResponse* response)
{
    return m_calls.read(
        context, "CustomersService.ListCustomerHistory", request, response,
        [&signer = m_signer](Call& call, const v1::ListCustomerHistoryRequest& wanted,
                             v1::ListCustomerHistoryResponse& reply) { listHistory(call, signer, wanted, reply); });
}

} // namespace banhang::server
