// The search through the stock of a server that knows it by heart.
#pragma once

#include <mutex>

#include "banhang/v1/scans.grpc.pb.h"

namespace banhang::client {

/// Thread: any.
class FakeScan final : public v1::ScansService::Service
{
public:
    /// As the server would have it from now on.
    void set(const v1::Scan& scan)
    {
        const std::lock_guard lock(m_mutex);
        m_scan = scan;
    }
    v1::ScanState state() const
    {
        const std::lock_guard lock(m_mutex);
        return m_scan.state();
    }

    grpc::Status GetScan(grpc::ServerContext*, const v1::GetScanRequest*, v1::Scan* reply) override
    {
        const std::lock_guard lock(m_mutex);
        *reply = m_scan;
        return grpc::Status::OK;
    }
    grpc::Status StartScan(grpc::ServerContext*, const v1::StartScanRequest*, v1::Scan* reply) override
    {
        return moveScan(v1::SCAN_STATE_RUNNING, reply);
    }
    grpc::Status PauseScan(grpc::ServerContext*, const v1::PauseScanRequest*, v1::Scan* reply) override
    {
        return moveScan(v1::SCAN_STATE_PAUSED, reply);
    }
    grpc::Status ResumeScan(grpc::ServerContext*, const v1::ResumeScanRequest*, v1::Scan* reply) override
    {
        return moveScan(v1::SCAN_STATE_RUNNING, reply);
    }
    grpc::Status CancelScan(grpc::ServerContext*, const v1::CancelScanRequest*, v1::Scan* reply) override
    {
        return moveScan(v1::SCAN_STATE_CANCELLED, reply);
    }

private:
    grpc::Status moveScan(v1::ScanState state, v1::Scan* reply)
    {
        const std::lock_guard lock(m_mutex);
        m_scan.set_state(state);
        *reply = m_scan;
        return grpc::Status::OK;
    }

    mutable std::mutex m_mutex;
    v1::Scan m_scan;
};

} // namespace banhang::client
