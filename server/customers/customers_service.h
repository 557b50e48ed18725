// The wire side of customers: each method is one body in one transaction.
#pragma once

#include "banhang/v1/customers.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: both parts must outlive it.
class CustomersService final : public v1::CustomersService::CallbackService
{
public:
    CustomersService(CallRunner& calls, const TokenSigner& signer);
    ~CustomersService() override;

    grpc::ServerUnaryReactor* GetCustomer(grpc::CallbackServerContext* context, const v1::GetCustomerRequest* request,
                                          v1::Customer* response) override;
    grpc::ServerUnaryReactor* BatchGetCustomers(grpc::CallbackServerContext* context,
                                                const v1::BatchGetCustomersRequest* request,
                                                v1::BatchGetCustomersResponse* response) override;
    grpc::ServerUnaryReactor* ListCustomers(grpc::CallbackServerContext* context,
                                            const v1::ListCustomersRequest* request,
                                            v1::ListCustomersResponse* response) override;
    grpc::ServerUnaryReactor* SearchCustomers(grpc::CallbackServerContext* context,
                                              const v1::SearchCustomersRequest* request,
                                              v1::SearchCustomersResponse* response) override;
    grpc::ServerUnaryReactor* FindPublicCards(grpc::CallbackServerContext* context,
                                              const v1::FindPublicCardsRequest* request,
                                              v1::FindPublicCardsResponse* response) override;
    grpc::ServerUnaryReactor* BatchGetCustomerCounts(grpc::CallbackServerContext* context,
                                                     const v1::BatchGetCustomerCountsRequest* request,
                                                     v1::BatchGetCustomerCountsResponse* response) override;
    grpc::ServerUnaryReactor* CheckCustomer(grpc::CallbackServerContext* context,
                                            const v1::CheckCustomerRequest* request,
                                            v1::CheckCustomerResponse* response) override;
    grpc::ServerUnaryReactor* CreateCustomer(grpc::CallbackServerContext* context,
                                             const v1::CreateCustomerRequest* request,
                                             v1::CustomerChangeResponse* response) override;
    grpc::ServerUnaryReactor* UpdateCustomer(grpc::CallbackServerContext* context,
                                             const v1::UpdateCustomerRequest* request,
                                             v1::CustomerChangeResponse* response) override;
    grpc::ServerUnaryReactor* DeleteCustomer(grpc::CallbackServerContext* context,
                                             const v1::DeleteCustomerRequest* request, v1::Customer* response) override;
    grpc::ServerUnaryReactor* UndeleteCustomer(grpc::CallbackServerContext* context,
                                               const v1::UndeleteCustomerRequest* request,
                                               v1::Customer* response) override;
    grpc::ServerUnaryReactor* AssignCustomers(grpc::CallbackServerContext* context,
                                              const v1::AssignCustomersRequest* request,
                                              v1::AssignCustomersResponse* response) override;
    grpc::ServerUnaryReactor* CheckCustomerBatch(grpc::CallbackServerContext* context,
                                                 const v1::CheckCustomerBatchRequest* request,
                                                 v1::CheckCustomerBatchResponse* response) override;
    grpc::ServerUnaryReactor* TagCustomers(grpc::CallbackServerContext* context, const v1::TagCustomersRequest* request,
                                           v1::TagCustomersResponse* response) override;
    grpc::ServerUnaryReactor* BatchDeleteCustomers(grpc::CallbackServerContext* context,
                                                   const v1::BatchDeleteCustomersRequest* request,
                                                   v1::BatchDeleteCustomersResponse* response) override;
    grpc::ServerUnaryReactor* BatchUndeleteCustomers(grpc::CallbackServerContext* context,
                                                     const v1::BatchUndeleteCustomersRequest* request,
                                                     v1::BatchUndeleteCustomersResponse* response) override;
    grpc::ServerUnaryReactor* ShareCustomer(grpc::CallbackServerContext* context,
                                            const v1::ShareCustomerRequest* request,
                                            v1::CustomerShare* response) override;
    grpc::ServerUnaryReactor* UnshareCustomer(grpc::CallbackServerContext* context,
                                              const v1::UnshareCustomerRequest* request,
                                              v1::UnshareCustomerResponse* response) override;
    grpc::ServerUnaryReactor* ListCustomerShares(grpc::CallbackServerContext* context,
                                                 const v1::ListCustomerSharesRequest* request,
                                                 v1::ListCustomerSharesResponse* response) override;
    grpc::ServerUnaryReactor* ListCustomerHistory(grpc::CallbackServerContext* context,
                                                  const v1::ListCustomerHistoryRequest* request,
                                                  v1::ListCustomerHistoryResponse* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
