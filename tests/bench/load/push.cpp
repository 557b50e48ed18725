#include "tests/bench/load/push.h"

#include <cmath>
#include <mutex>
#include <thread>

#include "client/connection/channel.h"
#include "tests/bench/load/onlookers.h"
#include "tests/bench/load/own_customers.h"
#include "tests/bench/load/process_use.h"
#include "tests/bench/memory.h"

namespace banhang::bench {

namespace {

using nlohmann::ordered_json;
using namespace std::chrono_literals;

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
        Onlookers onlookers(m_file, m_plan.clients);
        const auto people = static_cast<double>(onlookers.size());
        const Series opening = onlookers.open();
        ordered_json figures{{"clients", onlookers.size()}, {"commits_per_second", m_plan.commitsPerSecond}};
        if (m_plan.serverProcess != 0)
            figures["server_kib_per_client"] = std::lround((privateMemory() - before) * 1024 / people);
        figures["open_ms"] = opening.summary();
        const std::size_t bytes = onlookers.arrivals().bytes;
        const double cpu = processorSeconds(m_plan.serverProcess);
        save();
        figures.update(newsTimes(onlookers.arrivals()));
        const double seconds = std::chrono::duration<double>(m_plan.length).count();
        figures["server_cpu_share"] = (processorSeconds(m_plan.serverProcess) - cpu) / seconds;
        figures["bytes_per_client_and_second"] =
            static_cast<double>(onlookers.arrivals().bytes - bytes) / seconds / people;
        onlookers.close();
        figures["reconnect_ms"] = onlookers.open().summary();
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

    void save()
    {
        std::mutex mutex;
        runOpenLoop({.perSecond = m_plan.commitsPerSecond, .length = m_plan.length}, m_plan.firstNumber,
                    [&](std::size_t number, const EndCall& end) {
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

    ordered_json newsTimes(const Arrivals& arrivals) const
    {
        Series afterAnswer;
        Series afterCall;
        std::size_t unseen = 0;
        for (const Save& save : m_saves) {
            const auto moments = arrivals.of(save.customer, save.version);
            unseen += moments.empty() ? 1 : 0;
            for (const Clock::time_point arrival : moments) {
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
    std::vector<Save> m_saves;
};

} // namespace

ordered_json measurePush(const ConnectionFile& file, const PushPlan& plan)
{
    return Push(file, plan).measure();
}

} // namespace banhang::bench
