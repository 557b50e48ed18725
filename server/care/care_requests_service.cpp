#include "server/care/care_requests_service.h"

#include "server/care/care_listing.h"
#include "server/care/care_saving.h"
#include "server/care/care_settings.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

CareRequestsService::CareRequestsService(CallRunner& calls, const TokenSigner& signer)
    : m_calls(calls), m_signer(signer)
{
}

CareRequestsService::~CareRequestsService() = default;

ServerUnaryReactor* CareRequestsService::GetCareRequest(CallbackServerContext* context,
                                                        const v1::GetCareRequestRequest* request,
                                                        v1::CareRequest* response)
{
    return m_calls.read(context, "CareRequestsService.GetCareRequest", request, response, getCareRequest);
}

ServerUnaryReactor* CareRequestsService::BatchGetCareRequests(CallbackServerContext* context,
                                                              const v1::BatchGetCareRequestsRequest* request,
                                                              v1::BatchGetCareRequestsResponse* response)
{
    return m_calls.read(context, "CareRequestsService.BatchGetCareRequests", request, response, batchGetCareRequests);
}

ServerUnaryReactor* CareRequestsService::ListCareRequests(CallbackServerContext* context,
                                                          const v1::ListCareRequestsRequest* request,
                                                          v1::ListCareRequestsResponse* response)
{
    return m_calls.read(
        context, "CareRequestsService.ListCareRequests", request, response,
        [this](Call& call, const v1::ListCareRequestsRequest& wanted, v1::ListCareRequestsResponse& reply) {
            listCareRequests(call, m_signer, wanted, reply);
        });
}

ServerUnaryReactor* CareRequestsService::GetCareCounts(CallbackServerContext* context,
                                                       const v1::GetCareCountsRequest* request,
                                                       v1::CareCounts* response)
{
    return m_calls.read(context, "CareRequestsService.GetCareCounts", request, response, getCareCounts);
}

ServerUnaryReactor* CareRequestsService::CreateCareRequest(CallbackServerContext* context,
                                                           const v1::CreateCareRequestRequest* request,
                                                           v1::CareRequest* response)
{
    return m_calls.write(context, "CareRequestsService.CreateCareRequest", request, response, saveNewCareRequest);
}

ServerUnaryReactor* CareRequestsService::UpdateCareRequest(CallbackServerContext* context,
                                                           const v1::UpdateCareRequestRequest* request,
                                                           v1::CareRequest* response)
{
    return m_calls.write(context, "CareRequestsService.UpdateCareRequest", request, response, saveCareChanges);
}

ServerUnaryReactor* CareRequestsService::MoveCareRequest(CallbackServerContext* context,
                                                         const v1::MoveCareRequestRequest* request,
                                                         v1::CareRequest* response)
{
    return m_calls.write(context, "CareRequestsService.MoveCareRequest", request, response, moveCareRequest);
}

ServerUnaryReactor* CareRequestsService::AssignCareRequests(CallbackServerContext* context,
                                                            const v1::AssignCareRequestsRequest* request,
                                                            v1::AssignCareRequestsResponse* response)
{
    return m_calls.write(context, "CareRequestsService.AssignCareRequests", request, response, assignCareRequests);
}

ServerUnaryReactor* CareRequestsService::DeleteCareRequest(CallbackServerContext* context,
                                                           const v1::DeleteCareRequestRequest* request,
                                                           v1::CareRequest* response)
{
    return m_calls.write(context, "CareRequestsService.DeleteCareRequest", request, response, binCareRequest);
}

ServerUnaryReactor* CareRequestsService::UndeleteCareRequest(CallbackServerContext* context,
                                                             const v1::UndeleteCareRequestRequest* request,
                                                             v1::CareRequest* response)
{
    return m_calls.write(context, "CareRequestsService.UndeleteCareRequest", request, response, unbinCareRequest);
}

ServerUnaryReactor* CareRequestsService::GetCareSettings(CallbackServerContext* context,
                                                         const v1::GetCareSettingsRequest* request,
                                                         v1::CareSettings* response)
{
    return m_calls.read(context, "CareRequestsService.GetCareSettings", request, response, getCareSettings);
}

ServerUnaryReactor* CareRequestsService::UpdateCareSettings(CallbackServerContext* context,
                                                            const v1::UpdateCareSettingsRequest* request,
                                                            v1::CareSettings* response)
{
    return m_calls.write(context, "CareRequestsService.UpdateCareSettings", request, response, updateCareSettings);
}

} // namespace banhang::server
