// The care requests of the tests' server, from memory.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "banhang/v1/care_requests.grpc.pb.h"
#include "tests/client/support/fake_server.h"

namespace banhang::test {

/// Outlives the service that is made over it. Thread: everything may be called from the test's thread.
class FakeCare
{
public:
    /// For the constructor of FakeServer.
    std::vector<FakeServiceMaker> makers();

    void put(const v1::CareRequest& request);
    v1::CareRequest stored(std::int64_t id) const;
    v1::CreateCareRequestRequest lastCreate() const;
    v1::MoveCareRequestRequest lastMove() const;
    v1::UpdateCareRequestRequest lastUpdate() const;
    v1::ListCareRequestsRequest lastList() const;
    void setSettings(const v1::CareSettings& settings);
    v1::CareSettings settings() const;

private:
    class Service;
    friend class Service;

    v1::CareRequest& save(v1::CareRequest request);

    mutable std::mutex m_mutex;
    std::map<std::int64_t, v1::CareRequest> m_requests;
    v1::CreateCareRequestRequest m_lastCreate;
    v1::MoveCareRequestRequest m_lastMove;
    v1::UpdateCareRequestRequest m_lastUpdate;
    v1::ListCareRequestsRequest m_lastList;
    v1::CareSettings m_settings;
};

} // namespace banhang::test
