#include "server/findings/scans_service.h"

#include "common/error.h"
#include "server/findings/scan_store.h"
#include "server/findings/weights_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kUsualLoad = 50;
constexpr int kFullLoad = 100;

/// Moves the scan on, or says why not; the answer is its new state.
template <typename Request>
CallRunner::Body<Request, v1::Scan> moving(bool weekly, const std::vector<v1::ScanState>& from, v1::ScanState to,
                                           const char* refusal)
{
    return [=](Call& call, const Request&, v1::Scan& reply) {
        if (!moveScan(call.tx, from, to))
            throw AppError(ErrorCode::Refused, refusal);
        reply = findScan(call.tx, weekly);
    };
}

} // namespace

ScansService::ScansService(CallRunner& calls, bool weekly) : m_calls(calls), m_weekly(weekly) {}

ScansService::~ScansService() = default;

ServerUnaryReactor* ScansService::GetScan(CallbackServerContext* context, const v1::GetScanRequest* request,
                                          v1::Scan* response)
{
    return m_calls.read(context, "ScansService.GetScan", request, response,
                        [weekly = m_weekly](Call& call, const v1::GetScanRequest&, v1::Scan& reply) {
                            reply = findScan(call.tx, weekly);
                        });
}

ServerUnaryReactor* ScansService::StartScan(CallbackServerContext* context, const v1::StartScanRequest* request,
                                            v1::Scan* response)
{
    return m_calls.write(context, "ScansService.StartScan", request, response,
                         [weekly = m_weekly](Call& call, const v1::StartScanRequest& wanted, v1::Scan& reply) {
                             const int load = wanted.load_percent() == 0 ? kUsualLoad : wanted.load_percent();
                             if (load < 1 || load > kFullLoad)
                                 throwInvalidField("load_percent", "scan.load_impossible");
                             if (!startScan(call.tx, call.caller.userId, load))
                                 throw AppError(ErrorCode::Refused, "scan.running");
                             reply = findScan(call.tx, weekly);
                         });
}

ServerUnaryReactor* ScansService::PauseScan(CallbackServerContext* context, const v1::PauseScanRequest* request,
                                            v1::Scan* response)
{
    return m_calls.write(
        context, "ScansService.PauseScan", request, response,
        moving<v1::PauseScanRequest>(m_weekly, {v1::SCAN_STATE_RUNNING}, v1::SCAN_STATE_PAUSED, "scan.not_running"));
}

ServerUnaryReactor* ScansService::ResumeScan(CallbackServerContext* context, const v1::ResumeScanRequest* request,
                                             v1::Scan* response)
{
    return m_calls.write(
        context, "ScansService.ResumeScan", request, response,
        moving<v1::ResumeScanRequest>(m_weekly, {v1::SCAN_STATE_PAUSED}, v1::SCAN_STATE_RUNNING, "scan.not_paused"));
}

ServerUnaryReactor* ScansService::CancelScan(CallbackServerContext* context, const v1::CancelScanRequest* request,
                                             v1::Scan* response)
{
    return m_calls.write(context, "ScansService.CancelScan", request, response,
                         moving<v1::CancelScanRequest>(m_weekly, {v1::SCAN_STATE_RUNNING, v1::SCAN_STATE_PAUSED},
                                                       v1::SCAN_STATE_CANCELLED, "scan.not_running"));
}

ServerUnaryReactor* ScansService::GetWeights(CallbackServerContext* context, const v1::GetWeightsRequest* request,
                                             v1::Weights* response)
{
    return m_calls.read(
        context, "ScansService.GetWeights", request, response,
        [](Call& call, const v1::GetWeightsRequest&, v1::Weights& reply) { reply = findWeights(call.tx); });
}

ServerUnaryReactor* ScansService::LearnWeights(CallbackServerContext* context, const v1::LearnWeightsRequest* request,
                                               v1::Weights* response)
{
    return m_calls.write(context, "ScansService.LearnWeights", request, response,
                         [](Call& call, const v1::LearnWeightsRequest&, v1::Weights& reply) {
                             askForWeights(call.tx, call.caller.userId);
                             reply = findWeights(call.tx);
                         });
}

} // namespace banhang::server
