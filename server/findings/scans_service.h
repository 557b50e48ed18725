// The wire side of the scan, and of learning the weights that it works with.
#pragma once

#include "banhang/v1/scans.grpc.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Says in the database what is to be done; a ScanJob of some server does it.
/// Thread: any. Owner: `calls` must outlive it.
class ScansService final : public v1::ScansService::CallbackService
{
public:
    /// `weekly`: whether scans start by themselves.
    ScansService(CallRunner& calls, bool weekly);
    ~ScansService() override;

    grpc::ServerUnaryReactor* GetScan(grpc::CallbackServerContext* context, const v1::GetScanRequest* request,
                                      v1::Scan* response) override;
    grpc::ServerUnaryReactor* StartScan(grpc::CallbackServerContext* context, const v1::StartScanRequest* request,
                                        v1::Scan* response) override;
    grpc::ServerUnaryReactor* PauseScan(grpc::CallbackServerContext* context, const v1::PauseScanRequest* request,
                                        v1::Scan* response) override;
    grpc::ServerUnaryReactor* ResumeScan(grpc::CallbackServerContext* context, const v1::ResumeScanRequest* request,
                                         v1::Scan* response) override;
    grpc::ServerUnaryReactor* CancelScan(grpc::CallbackServerContext* context, const v1::CancelScanRequest* request,
                                         v1::Scan* response) override;
    grpc::ServerUnaryReactor* GetWeights(grpc::CallbackServerContext* context, const v1::GetWeightsRequest* request,
                                         v1::Weights* response) override;
    grpc::ServerUnaryReactor* LearnWeights(grpc::CallbackServerContext* context, const v1::LearnWeightsRequest* request,
                                           v1::Weights* response) override;

private:
    CallRunner& m_calls;
    const bool m_weekly;
};

} // namespace banhang::server
