// A server of the contract inside the test process, over insecure loopback: answers from memory, fails when told to.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
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
#include "common/error.h"

namespace banhang::tests {

/// Thread: everything may be called from the test's thread while calls run.
class FakeServer final
{
public:
    FakeServer();
    ~FakeServer();

    std::shared_ptr<grpc::Channel> channel() const;
    /// As when the process is killed; `start` brings it back on the same port.
    void stop();
    void start();

    // What it answers from.
    void put(const v1::Customer& customer);
    v1::Customer stored(std::int64_t id) const;
    void setMe(const v1::Me& me);
    /// Of the server, and the oldest of clients that it still works with.
    void setVersion(const std::string& version, const std::string& oldestClient);
    void addPerson(std::int64_t userId, const std::string& name);
    void addPick(const std::string& list, const std::string& key, const std::string& label);
    void setCheck(const v1::CheckCustomerResponse& response);
    /// A view that somebody saved before.
    void putView(const v1::SavedView& view);
    v1::SavedView storedView(std::int64_t id) const;
    /// Acts on many leave these out, as customers for which the right is missing.
    void denyBatch(const std::set<std::int64_t>& ids);

    // How it fails: the next call of that method answers with this error.
    void failNext(const std::string& method, const AppError& error, int times = 1);
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
    std::vector<std::string> requestIds() const;
    std::vector<int> batchSizes() const;
    v1::UpdateCustomerRequest lastUpdate() const;
    v1::CreateCustomerRequest lastCreate() const;
    v1::ListCustomersRequest lastList() const;
    /// What each place told last; places that were left are gone.
    std::map<int, v1::TellPresenceRequest> places() const;

private:
    class Customers;
    class Changes;
    class Identity;
    class Picklists;
    class Ops;
    class Views;
    friend class Views;
    friend class Customers;
    friend class Changes;
    friend class Identity;
    friend class Picklists;
    friend class Ops;

    /// Counts the call, waits while it is held, and gives the error that was ordered.
    grpc::Status enter(const std::string& method, grpc::ServerContext* context);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::int64_t, v1::Customer> m_customers;
    v1::Me m_me;
    std::string m_version = BANHANG_VERSION;
    std::string m_oldestClient = BANHANG_VERSION;
    v1::Directory m_directory;
    v1::ListPickItemsResponse m_picks;
    v1::CheckCustomerResponse m_check;
    std::map<std::string, std::deque<AppError>> m_failures;
    std::map<std::string, int> m_calls;
    std::map<std::string, bool> m_held;
    std::vector<std::string> m_requestIds;
    std::vector<int> m_batchSizes;
    std::vector<std::string> m_resumeTokens;
    std::vector<v1::WatchEvent> m_events;
    v1::UpdateCustomerRequest m_lastUpdate;
    v1::CreateCustomerRequest m_lastCreate;
    v1::ListCustomersRequest m_lastList;
    std::map<std::int64_t, v1::SavedView> m_views;
    std::set<std::int64_t> m_deletedViews;
    std::set<std::int64_t> m_denied;
    std::map<int, v1::TellPresenceRequest> m_places;
    int m_streamGeneration = 0;
    int m_openStreams = 0;
    bool m_isStopping = false;
    int m_port = 0;
    std::vector<std::unique_ptr<grpc::Service>> m_services;
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace banhang::tests
