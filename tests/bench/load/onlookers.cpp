#include "tests/bench/load/onlookers.h"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "client/connection/channel.h"

namespace banhang::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;
constexpr int kSignersAtOnce = 4;

/// Those near the saver first.
std::vector<std::string> namesOf(int count)
{
    std::vector<std::string> names{"leader-01-1", "admin", "director-01", "care-01-1", "care-01-2"};
    for (int branch = 1; branch <= 20; ++branch)
        for (int team = 1; team <= 2; ++team)
            for (int seller = 1; seller <= 10; ++seller)
                names.push_back(fmt::format("seller-{:02}-{}-{:02}", branch, team, seller));
    for (int branch = 2; branch <= 20; ++branch)
        for (const char* role : {"director-{:02}", "leader-{:02}-1", "leader-{:02}-2", "care-{:02}-1", "care-{:02}-2"})
            names.push_back(fmt::format(fmt::runtime(role), branch));
    std::erase(names, kSaver);
    names.resize(std::min(names.size(), static_cast<std::size_t>(count)));
    return names;
}

} // namespace

void Arrivals::add(std::int64_t customer, std::int64_t version)
{
    const auto now = Clock::now();
    const std::lock_guard lock(m_mutex);
    m_moments[{customer, version}].push_back(now);
}

std::vector<Clock::time_point> Arrivals::of(std::int64_t customer, std::int64_t version) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_moments.find({customer, version});
    return found == m_moments.end() ? std::vector<Clock::time_point>() : found->second;
}

/// One person's open stream, read as bytes come.
class Onlookers::Watcher final : public grpc::ClientReadReactor<v1::WatchEvent>
{
public:
    Watcher(v1::ChangesService::Stub& stub, const std::string& token, Arrivals& arrivals) : m_arrivals(arrivals)
    {
        client::prepareStream(m_context, {.token = token, .machineName = "bench", .clientVersion = "banhang-bench"});
        stub.async()->Watch(&m_context, &m_request, this);
        StartRead(&m_event);
        StartCall();
    }
    ~Watcher() override
    {
        m_context.TryCancel();
        m_over.get_future().wait();
    }

    /// False when nothing came in time.
    bool awaitBegun() { return m_begun.get_future().wait_for(kPatience) == std::future_status::ready; }

private:
    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        if (!std::exchange(m_hasBegun, true))
            m_begun.set_value();
        m_arrivals.bytes += m_event.ByteSizeLong();
        m_arrivals.resyncs += m_event.has_resync() ? 1 : 0;
        for (const v1::Change& change : m_event.batch().changes())
            if (change.entity() == "customer")
                m_arrivals.add(change.id(), change.version());
        StartRead(&m_event);
    }
    void OnDone(const grpc::Status&) override { m_over.set_value(); }

    Arrivals& m_arrivals;
    grpc::ClientContext m_context;
    v1::WatchRequest m_request;
    v1::WatchEvent m_event;
    bool m_hasBegun = false;
    std::promise<void> m_begun;
    std::promise<void> m_over;
};

Onlookers::Onlookers(const ConnectionFile& file, int count)
{
    const std::vector<std::string> names = namesOf(count);
    m_people.resize(names.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::future<void>> signers;
    signers.reserve(kSignersAtOnce);
    for (int i = 0; i < kSignersAtOnce; ++i)
        signers.push_back(std::async(std::launch::async, [&] {
            for (std::size_t at = next++; at < names.size(); at = next++) {
                Onlooker& one = m_people[at];
                one.channel = client::makeChannel(file);
                one.person = signIn(one.channel, names[at]);
                one.stub = v1::ChangesService::NewStub(one.channel);
            }
        }));
    for (std::future<void>& signer : signers)
        signer.get();
}

Onlookers::~Onlookers() = default;

Series Onlookers::open()
{
    const auto start = Clock::now();
    for (Onlooker& one : m_people)
        one.watcher = std::make_unique<Watcher>(*one.stub, one.person.token, m_arrivals);
    Series times;
    for (const Onlooker& one : m_people) {
        if (!one.watcher->awaitBegun())
            throw std::runtime_error("a stream did not begin");
        times.add(Clock::now() - start);
    }
    return times;
}

void Onlookers::close()
{
    for (Onlooker& one : m_people)
        one.watcher.reset();
}

} // namespace banhang::bench
