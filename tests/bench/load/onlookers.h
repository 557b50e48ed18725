// People of the office who look on while somebody saves, and note what comes in when.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <grpcpp/channel.h>

#include "banhang/v1/changes.grpc.pb.h"
#include "common/connection_file.h"
#include "tests/bench/call_times.h"
#include "tests/bench/series.h"

namespace banhang::bench {

/// Whose saves are news; never among the onlookers, since signing in again would end the session that saves.
constexpr const char* kSaver = "seller-01-1-01";

/// What came in at all of them together. Thread: any.
class Arrivals
{
public:
    void add(std::int64_t customer, std::int64_t version);
    /// One moment for each onlooker who was told of it.
    std::vector<Clock::time_point> of(std::int64_t customer, std::int64_t version) const;

    std::atomic<std::size_t> bytes = 0;
    /// Onlookers told to read everything anew: what they were not told one by one.
    std::atomic<std::size_t> resyncs = 0;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Clock::time_point>> m_moments;
};

/// Thread: belongs to one.
class Onlookers
{
public:
    /// Signs in so many people, each with a connection of their own; those who see the saver's customers (leader,
    /// administrator, director, care) first. Throws AppError.
    Onlookers(const ConnectionFile& file, int count);
    ~Onlookers();

    /// Opens everybody's stream, all at once: how long each took to begin. Throws when one does not begin.
    Series open();
    void close();

    std::size_t size() const { return m_people.size(); }
    const Arrivals& arrivals() const { return m_arrivals; }

private:
    class Watcher;
    struct Onlooker
    {
        std::shared_ptr<grpc::Channel> channel;
        Person person;
        std::unique_ptr<v1::ChangesService::Stub> stub;
        std::unique_ptr<Watcher> watcher;
    };

    Arrivals m_arrivals; // outlives the streams
    std::vector<Onlooker> m_people;
};

} // namespace banhang::bench
