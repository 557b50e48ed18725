// CareRequestsService on the wire.
#pragma once

#include "banhang/v1/care_requests.grpc.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

/// Owner: `calls` and `signer` must outlive it.
class CareRequestsService final : public v1::CareRequestsService::CallbackService
{
public:
    CareRequestsService(CallRunner& calls, const TokenSigner& signer);
    ~CareRequestsService() override;

    grpc::ServerUnaryReactor* GetCareRequest(grpc::CallbackServerContext* context,
                                             const v1::GetCareRequestRequest* request,
                                             v1::CareRequest* response) override;
    grpc::ServerUnaryReactor* BatchGetCareRequests(grpc::CallbackServerContext* context,
                                                   const v1::BatchGetCareRequestsRequest* request,
                                                   v1::BatchGetCareRequestsResponse* response) override;
    grpc::ServerUnaryReactor* ListCareRequests(grpc::CallbackServerContext* context,
                                               const v1::ListCareRequestsRequest* request,
                                               v1::ListCareRequestsResponse* response) override;
    grpc::ServerUnaryReactor* GetCareCounts(grpc::CallbackServerContext* context,
                                            const v1::GetCareCountsRequest* request, v1::CareCounts* response) override;
    grpc::ServerUnaryReactor* CreateCareRequest(grpc::CallbackServerContext* context,
                                                const v1::CreateCareRequestRequest* request,
                                                v1::CareRequest* response) override;
    grpc::ServerUnaryReactor* UpdateCareRequest(grpc::CallbackServerContext* context,
                                                const v1::UpdateCareRequestRequest* request,
                                                v1::CareRequest* response) override;
    grpc::ServerUnaryReactor* MoveCareRequest(grpc::CallbackServerContext* context,
                                              const v1::MoveCareRequestRequest* request,
                                              v1::CareRequest* response) override;
    grpc::ServerUnaryReactor* AssignCareRequests(grpc::CallbackServerContext* context,
                                                 const v1::AssignCareRequestsRequest* request,
                                                 v1::AssignCareRequestsResponse* response) override;
    grpc::ServerUnaryReactor* DeleteCareRequest(grpc::CallbackServerContext* context,
                                                const v1::DeleteCareRequestRequest* request,
                                                v1::CareRequest* response) override;
    grpc::ServerUnaryReactor* UndeleteCareRequest(grpc::CallbackServerContext* context,
                                                  const v1::UndeleteCareRequestRequest* request,
                                                  v1::CareRequest* response) override;
    grpc::ServerUnaryReactor* GetCareSettings(grpc::CallbackServerContext* context,
                                              const v1::GetCareSettingsRequest* request,
                                              v1::CareSettings* response) override;
    grpc::ServerUnaryReactor* UpdateCareSettings(grpc::CallbackServerContext* context,
                                                 const v1::UpdateCareSettingsRequest* request,
                                                 v1::CareSettings* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
