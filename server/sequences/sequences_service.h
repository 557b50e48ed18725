// Answers SequencesService.
#pragma once

#include "banhang/v1/sequences.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

class SequencesService final : public v1::SequencesService::CallbackService
{
public:
    /// Owner: both must outlive the service.
    SequencesService(CallRunner& calls, const TokenSigner& signer);
    ~SequencesService() override;

    grpc::ServerUnaryReactor* ListSequences(grpc::CallbackServerContext* context,
                                            const v1::ListSequencesRequest* request,
                                            v1::ListSequencesResponse* response) override;
    grpc::ServerUnaryReactor* CheckSequence(grpc::CallbackServerContext* context,
                                            const v1::CheckSequenceRequest* request,
                                            v1::CheckSequenceResponse* response) override;
    grpc::ServerUnaryReactor* CreateSequence(grpc::CallbackServerContext* context,
                                             const v1::CreateSequenceRequest* request, v1::Sequence* response) override;
    grpc::ServerUnaryReactor* UpdateSequence(grpc::CallbackServerContext* context,
                                             const v1::UpdateSequenceRequest* request, v1::Sequence* response) override;
    grpc::ServerUnaryReactor* GetCustomerEnrolments(grpc::CallbackServerContext* context,
                                                    const v1::GetCustomerEnrolmentsRequest* request,
                                                    v1::CustomerEnrolments* response) override;
    grpc::ServerUnaryReactor* StartSequence(grpc::CallbackServerContext* context,
                                            const v1::StartSequenceRequest* request,
                                            v1::StartSequenceResponse* response) override;
    grpc::ServerUnaryReactor* StopSequence(grpc::CallbackServerContext* context, const v1::StopSequenceRequest* request,
                                           v1::StopSequenceResponse* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
