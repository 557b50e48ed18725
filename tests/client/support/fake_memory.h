// What the services of the server of the tests have in common: what they remember, and how their calls are counted and
// failed.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "banhang/v1/changes.grpc.pb.h"
#include "banhang/v1/customers.grpc.pb.h"
#include "banhang/v1/identity.grpc.pb.h"
#include "banhang/v1/ops.grpc.pb.h"
#include "banhang/v1/picklists.grpc.pb.h"
#include "banhang/v1/views.grpc.pb.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::test {

/// All but `calls` under `mutex`.
struct FakeMemory
{
    FakeCalls calls;
    std::mutex mutex;
    std::condition_variable changed; ///< what Watch waits for
    std::map<std::int64_t, v1::Customer> customers{};
    std::map<std::int64_t, std::int64_t> survivors{};
    std::set<std::int64_t> denied{};
    v1::CheckCustomerResponse check{};
    v1::ListCustomerHistoryResponse history{};
    v1::BatchGetCustomerCountsResponse counts{};
    v1::Me me{};
    int sessions = 0; ///< that were ever begun
    std::string version = BANHANG_VERSION;
    std::string oldestClient = BANHANG_VERSION;
    v1::Directory directory{};
    v1::ListPickItemsResponse picks{};
    std::map<std::int64_t, v1::SavedView> views{};
    std::set<std::int64_t> deletedViews{};
    std::map<int, v1::ReportPresenceRequest> places{};
    std::vector<v1::WatchEvent> events{};
    std::vector<std::string> resumeTokens{};
    int streamGeneration = 0;
    int openStreams = 0;
    bool isStopping = false;
    std::vector<std::string> requestIds{};
    std::vector<int> batchSizes{};
    v1::UpdateCustomerRequest lastUpdate{};
    v1::CreateCustomerRequest lastCreate{};
    v1::ListCustomersRequest lastList{};
};

// Each service in a file of its feature; the memory outlives them.
std::unique_ptr<grpc::Service> makeFakeCustomers(FakeMemory& memory);
std::unique_ptr<grpc::Service> makeFakeChanges(FakeMemory& memory);
std::unique_ptr<grpc::Service> makeFakeIdentity(FakeMemory& memory);
std::unique_ptr<grpc::Service> makeFakeOps(FakeMemory& memory);
std::unique_ptr<grpc::Service> makeFakePicklists(FakeMemory& memory);
std::unique_ptr<grpc::Service> makeFakeViews(FakeMemory& memory);

} // namespace banhang::test
