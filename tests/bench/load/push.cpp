#include "tests/bench/load/push.h"

#include <atomic>
#include <cmath>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "banhang/v1/changes.pb.h"
#include "client/connection/channel.h"
#include "tests/bench/load/own_customers.h"
#include "tests/bench/load/process_use.h"
#include "tests/bench/memory.h"

namespace banhang::bench {

namespace {

using nlohmann::ordered_json;
using namespace std::chrono_literals;

constexpr auto kPatience = 60s;
constexpr int kSignersAtOnce = 4;
/// Whose saves are news; not among those who look on, since signing in again would end the session that saves.
constexpr const char* kSaver = "seller-01-1-01";

/// When which version of which customer was called for, answered, and came in where. Thread: any.
class Arrivals
{
public:
    void add(std::int64_t customer, std::int64_t version)
    {
        const auto now = Clock::now();
        const std::lock_guard lock(m_mutex);
        m_arrivals[{customer, version}].push_back(now);
    }

    const std::vector<Clock::time_point>& of(std::int64_t customer, std::int64_t version)
    {
        const std::lock_guard lock(m_mutex);
        return m_arrivals[{customer, version}];
    }

private:
    std::mutex m_mutex;
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Clock::time_point>> m_arrivals;
};

/// One person's open stream, read as bytes come.
class Watcher final : public grpc::ClientReadReactor<v1::WatchEvent>
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
    std::size_t bytes() const { return m_bytes; }

private:
    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        if (m_bytes == 0)
            m_begun.set_value();
        m_bytes += m_event.ByteSizeLong();
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
    std::atomic<std::size_t> m_bytes = 0;
    std::promise<void> m_begun;
    std::promise<void> m_over;
};

/// People by name, those near the saving seller first.
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

struct Client
{
    std::shared_ptr<grpc::Channel> channel;
    Person person;
    std::unique_ptr<v1::ChangesService::Stub> stub;
    std::unique_ptr<Watcher> watcher;
};

class Push
{
public:
    Push(const ConnectionFile& file, const PushPlan& plan)
        : m_file(file),
          m_plan(plan),
          m_seller(signIn(client::makeChannel(file), kSaver)),
          m_own(m_seller),
          m_wire({client::makeChannel(file)})
    {
    }

    ordered_json measure()
    {
        const double before = privateMemory();
        signAllIn();
        const Series opening = openStreams();
        ordered_json figures{{"clients", m_clients.size()}, {"commits_per_second", m_plan.commitsPerSecond}};
        if (m_plan.serverProcess != 0)
            figures["server_kib_per_client"] =
                std::lround((privateMemory() - before) * 1024 / static_cast<double>(m_clients.size()));
        figures["open_ms"] = opening.summary();
        const std::size_t bytes = bytesRead();
        const double cpu = processorSeconds(m_plan.serverProcess);
        save();
        figures.update(newsTimes());
        const double seconds = std::chrono::duration<double>(m_plan.length).count();
        figures["server_cpu_share"] = (processorSeconds(m_plan.serverProcess) - cpu) / seconds;
        figures["bytes_per_client_and_second"] =
            static_cast<double>(bytesRead() - bytes) / seconds / static_cast<double>(m_clients.size());
        for (Client& client : m_clients)
            client.watcher.reset();
        figures["reconnect_ms"] = openStreams().summary();
        for (Client& client : m_clients)
            client.watcher.reset();
        return figures;
    }

private:
    struct Save
    {
        std::int64_t customer = 0;
        std::int64_t version = 0;
        Clock::time_point called;
        Clock::time_point answered;
    };

    double privateMemory() const
    {
        const auto memory = memoryOf(m_plan.serverProcess);
        return memory.is_null() ? 0 : memory.at("private_mib").get<double>();
    }

    void signAllIn()
    {
        const std::vector<std::string> names = namesOf(m_plan.clients);
        m_clients.resize(names.size());
        std::atomic<std::size_t> next = 0;
        std::vector<std::future<void>> signers;
        for (int i = 0; i < kSignersAtOnce; ++i)
            signers.push_back(std::async(std::launch::async, [&] {
                for (std::size_t at = next++; at < names.size(); at = next++) {
                    Client& client = m_clients[at];
                    client.channel = client::makeChannel(m_file);
                    client.person = signIn(client.channel, names[at]);
                    client.stub = v1::ChangesService::NewStub(client.channel);
                }
            }));
        for (std::future<void>& signer : signers)
            signer.get();
    }

    Series openStreams()
    {
        const auto start = Clock::now();
        for (Client& client : m_clients)
            client.watcher = std::make_unique<Watcher>(*client.stub, client.person.token, m_arrivals);
        Series times;
        for (Client& client : m_clients) {
            if (!client.watcher->awaitBegun())
                throw std::runtime_error("a stream did not begin");
            times.add(Clock::now() - start);
        }
        return times;
    }

    std::size_t bytesRead() const
    {
        std::size_t sum = 0;
        for (const Client& client : m_clients)
            sum += client.watcher->bytes();
        return sum;
    }

    void save()
    {
        std::mutex mutex;
        runOpenLoop({.perSecond = m_plan.commitsPerSecond, .length = m_plan.length}, m_plan.firstNumber,
                    [&](std::size_t number, EndCall end) {
                        const std::string request = m_own.updateRequest(number);
                        v1::UpdateCustomerRequest sent;
                        sent.ParseFromString(request);
                        const auto called = Clock::now();
                        m_wire.begin("/banhang.v1.CustomersService/UpdateCustomer", m_seller.token, request,
                                     [&, number, called, customer = sent.customer().id(),
                                      version = sent.customer().version() + 1, end](const CallEnd& ended) {
                                         m_own.updated(number, ended.error.empty());
                                         if (ended.error.empty()) {
                                             const std::lock_guard lock(mutex);
                                             m_saves.push_back({customer, version, called, Clock::now()});
                                         }
                                         end(ended);
                                     });
                    });
        std::this_thread::sleep_for(2s); // the last news come in
    }

    ordered_json newsTimes()
    {
        Series afterAnswer;
        Series afterCall;
        std::size_t unseen = 0;
        for (const Save& save : m_saves) {
            const auto& arrivals = m_arrivals.of(save.customer, save.version);
            unseen += arrivals.empty() ? 1 : 0;
            for (const Clock::time_point arrival : arrivals) {
                afterAnswer.add(std::max(arrival - save.answered, Clock::duration::zero()));
                afterCall.add(arrival - save.called);
            }
        }
        return {{"saves", m_saves.size()},
                {"saves_nobody_saw", unseen},
                {"after_answer", afterAnswer.summary()},
                {"after_call", afterCall.summary()}};
    }

    const ConnectionFile& m_file;
    const PushPlan m_plan;
    Person m_seller;
    OwnCustomers m_own;
    Wire m_wire;
    Arrivals m_arrivals;
    std::vector<Client> m_clients;
    std::vector<Save> m_saves;
};

} // namespace

ordered_json measurePush(const ConnectionFile& file, const PushPlan& plan)
{
    return Push(file, plan).measure();
}

} // namespace banhang::bench
