// A server of the contract inside the test process, over insecure loopback: answers from memory, fails when told to.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "banhang/v1/changes.pb.h"
#include "banhang/v1/customers.pb.h"
#include "banhang/v1/identity.pb.h"
#include "banhang/v1/picklists.pb.h"
#include "banhang/v1/views.pb.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::test {

struct FakeMemory;

/// Makes a service whose methods begin with `calls.enter(...)`; what it remembers is its own.
using FakeServiceMaker = std::function<std::unique_ptr<grpc::Service>(FakeCalls& calls)>;

/// Thread: everything may be called from the test's thread while calls run.
class FakeServer final
{
public:
    /// `more`: the services of further features.
    explicit FakeServer(const std::vector<FakeServiceMaker>& more = {});
    ~FakeServer();

    std::shared_ptr<grpc::Channel> channel() const;
    /// As when the process is killed; `start` brings it back on the same port.
    void stop();
    void start();

    // What it answers from.
    void put(const v1::Customer& customer);
    v1::Customer stored(std::int64_t id) const;
    /// Who asks for `loser` gets `survivor`.
    void merge(std::int64_t loser, std::int64_t survivor);
    void setMe(const v1::Me& me);
    /// Of the server, and the oldest of clients that it still works with.
    void setVersion(const std::string& version, const std::string& oldestClient);
    void addPerson(std::int64_t userId, const std::string& name);
    void addPick(const std::string& list, const std::string& key, const std::string& label);
    /// The first that was added has id 1.
    v1::PickItem storedPick(std::int64_t id) const;
    /// By a colleague, who grows the version; nobody is told.
    void renamePick(std::int64_t id, const std::string& label);
    void setCheck(const v1::CheckCustomerResponse& response);
    /// A view that somebody saved before.
    void putView(const v1::SavedView& view);
    v1::SavedView storedView(std::int64_t id) const;
    /// Acts on many leave these out, as customers for which the right is missing.
    void denyBatch(const std::set<std::int64_t>& ids);

    /// What BatchGetCustomerCounts answers.
    void setCounts(const v1::BatchGetCustomerCountsResponse& counts);
    /// What ListCustomerHistory answers.
    void setHistory(const v1::ListCustomerHistoryResponse& history);

    // How it fails: the next call of that method answers with this error.
    void failNext(const std::string& method, const AppError& error, int times = 1);
    void stopFailing(const std::string& method);
    /// Calls of this method wait until `release` (or until they are cancelled).
    void hold(const std::string& method);
    void release(const std::string& method);

    // The feed.
    void sendChange(std::int64_t id, std::int64_t version, std::int64_t actor, const std::vector<std::string>& fields,
                    bool isGone = false);
    /// Who is at a customer: user ids with the fields that they type into.
    void sendPresence(std::int64_t customerId, const std::map<std::int64_t, std::string>& people);
    void sendEvent(const v1::WatchEvent& event);
    /// Ends every open stream with UNAVAILABLE.
    void breakStreams();
    std::vector<std::string> resumeTokens() const;
    int openStreams() const;

    // What was asked.
    int calls(const std::string& method) const;
    /// Of the sessions in whose name it was called, in order; empty for a call without one.
    std::vector<std::string> tokens(const std::string& method) const;
    std::vector<std::string> requestIds() const;
    std::vector<int> batchSizes() const;
    v1::UpdateCustomerRequest lastUpdate() const;
    v1::CreateCustomerRequest lastCreate() const;
    v1::ListCustomersRequest lastList() const;
    /// What each place told last; places that were left are gone.
    std::map<int, v1::ReportPresenceRequest> places() const;

private:
    bool tryToListen();

    std::unique_ptr<FakeMemory> m_memory;
    int m_port = 0;
    std::vector<std::unique_ptr<grpc::Service>> m_services;
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace banhang::test
