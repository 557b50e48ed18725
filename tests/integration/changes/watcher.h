// A client of the feed that remembers what it was told.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "banhang/v1/changes.grpc.pb.h"

namespace banhang::test {

/// Last news of one record.
struct Heard
{
    bool visible = false;
    std::int64_t version = 0;
    std::vector<std::string> fields;
};

/// Reads a stream on a thread of its own. Thread: any.
class Watcher
{
public:
    Watcher(const std::shared_ptr<grpc::Channel>& channel, const std::string& token,
            const std::string& resumeToken = {});
    /// Cancels the stream.
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// Waits until the condition holds over what was heard; false after two minutes, which only a lost event can cause.
    bool waitFor(const std::function<bool(const Watcher&)>& condition);
    /// Waits for the first event: from then on nothing is missed.
    bool waitOpen();
    /// Ends when the server ends the stream.
    grpc::Status waitEnd();

    std::optional<Heard> heard(std::int64_t id) const;
    /// Colleagues at a customer; nothing if nothing was told of it.
    std::optional<v1::Presence> presence(std::int64_t customerId) const;
    std::vector<v1::Resync::Reason> resyncs() const { return locked(m_resyncs); }
    int wentBack() const { return locked(m_wentBack); }
    bool isEnded() const { return locked(m_ended); }
    bool isToldToGo() const { return locked(m_goingAway); }
    std::string resumeToken() const;

private:
    template <typename Value>
    Value locked(const Value& value) const
    {
        const std::lock_guard lock(m_mutex);
        return value;
    }
    void read();
    void take(const v1::WatchEvent& event);

    grpc::ClientContext m_context;
    std::unique_ptr<v1::ChangesService::Stub> m_stub;
    std::unique_ptr<grpc::ClientReader<v1::WatchEvent>> m_reader;
    mutable std::recursive_mutex m_mutex;
    std::condition_variable_any m_moved;
    std::map<std::int64_t, Heard> m_heard;
    std::map<std::int64_t, v1::Presence> m_presence;
    std::vector<v1::Resync::Reason> m_resyncs;
    std::string m_resumeToken;
    grpc::Status m_status;
    int m_events = 0;
    int m_wentBack = 0;
    bool m_goingAway = false;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace banhang::test
