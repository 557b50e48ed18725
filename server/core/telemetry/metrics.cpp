#include "server/core/telemetry/metrics.h"

#include <mutex>
#include <stdexcept>

#include <prometheus/exposer.h>
#include <prometheus/text_serializer.h>

#include "server/core/database/database_pool.h"
#include "server/core/rpc/code_name.h"
#include "server/core/rpc/method_table.h"

namespace banhang::server {

namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02,
                                                       0.05,   0.1,   0.25,  0.5,   1,    5};

prometheus::ClientMetric counterOf(const std::string& role, double value)
{
    prometheus::ClientMetric metric;
    metric.label = {{"role", role}};
    metric.counter.value = value;
    return metric;
}

prometheus::ClientMetric gaugeOf(const std::string& role, double value)
{
    prometheus::ClientMetric metric;
    metric.label = {{"role", role}};
    metric.gauge.value = value;
    return metric;
}

prometheus::MetricFamily familyOf(const char* name, const char* help)
{
    return {name, help, prometheus::MetricType::Gauge, {}};
}

} // namespace

class Metrics::PoolFigures final : public prometheus::Collectable
{
public:
    void add(const std::string& role, const DatabasePool& pool)
    {
        const std::lock_guard lock(m_mutex);
        m_pools.emplace_back(role, &pool);
    }
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_pools.clear();
    }
    std::vector<prometheus::MetricFamily> Collect() const override
    {
        auto threads = familyOf("banhang_pool_threads", "Database threads");
        auto connected = familyOf("banhang_pool_connected", "Database threads with a live connection");
        auto busy = familyOf("banhang_pool_busy", "Database threads at work");
        auto queued = familyOf("banhang_pool_queued", "Tasks waiting for a database thread");
        auto rejected = familyOf("banhang_pool_rejected_total", "Tasks refused because too many waited");
        rejected.type = prometheus::MetricType::Counter;
        const std::lock_guard lock(m_mutex);
        for (const auto& [role, pool] : m_pools) {
            const PoolStats stats = pool->stats();
            threads.metric.push_back(gaugeOf(role, stats.threads));
            connected.metric.push_back(gaugeOf(role, stats.connected));
            busy.metric.push_back(gaugeOf(role, stats.busy));
            queued.metric.push_back(gaugeOf(role, static_cast<double>(stats.queued)));
            rejected.metric.push_back(counterOf(role, static_cast<double>(stats.rejected)));
        }
        return {threads, connected, busy, queued, rejected};
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::pair<std::string, const DatabasePool*>> m_pools;
};

Metrics::Metrics()
    : m_registry(std::make_shared<prometheus::Registry>()),
      m_pools(std::make_shared<PoolFigures>()),
      m_openStreams(
          prometheus::BuildGauge().Name("banhang_streams").Help("Open change streams").Register(*m_registry).Add({})),
      m_feedLag(prometheus::BuildGauge()
                    .Name("banhang_feed_watermark_age_seconds")
                    .Help("How long the oldest writing transaction has held the feed back")
                    .Register(*m_registry)
                    .Add({})),
      m_feedRows(prometheus::BuildCounter()
                     .Name("banhang_feed_rows_total")
                     .Help("Change rows read by the feed")
                     .Register(*m_registry)
                     .Add({})),
      m_feedResyncs(prometheus::BuildCounter()
                        .Name("banhang_feed_resyncs_total")
                        .Help("Streams told to reload")
                        .Register(*m_registry)
                        .Add({}))
{
}

Metrics::~Metrics() = default;

void Metrics::addMethods(const MethodTable& methods)
{
    auto& calls = prometheus::BuildCounter().Name("banhang_calls_total").Help("Finished calls").Register(*m_registry);
    auto& seconds =
        prometheus::BuildHistogram().Name("banhang_call_seconds").Help("Duration of calls").Register(*m_registry);
    const auto counter = [this](const char* name, const char* help) -> auto&
    {
        return prometheus::BuildCounter().Name(name).Help(help).Register(*m_registry);
    };
    auto& statements = counter("banhang_call_statements_total", "Statements sent for calls");
    auto& roundTrips = counter("banhang_call_round_trips_total", "Waits of calls for the database's answers");
    auto& rows = counter("banhang_call_rows_total", "Rows read for calls");
    for (const MethodInfo& method : methods) {
        MethodFigures figures;
        figures.seconds = &seconds.Add({{"method", method.name}}, kSeconds);
        figures.statements = &statements.Add({{"method", method.name}});
        figures.roundTrips = &roundTrips.Add({{"method", method.name}});
        figures.rows = &rows.Add({{"method", method.name}});
        for (const char* code : kCodeNames)
            figures.byCode.push_back(&calls.Add({{"method", method.name}, {"code", code}}));
        m_methods.push_back(std::move(figures));
    }
}

void Metrics::countCall(int methodIndex, int code, double seconds, const QueryStats& queryStats)
{
    const MethodFigures& figures = m_methods.at(static_cast<std::size_t>(methodIndex));
    figures.byCode.at(static_cast<std::size_t>(code))->Increment();
    figures.seconds->Observe(seconds);
    figures.statements->Increment(static_cast<double>(queryStats.statements));
    figures.roundTrips->Increment(static_cast<double>(queryStats.roundTrips));
    figures.rows->Increment(static_cast<double>(queryStats.rows));
}

void Metrics::addPool(const std::string& role, const DatabasePool& pool)
{
    m_pools->add(role, pool);
}

void Metrics::removePools()
{
    m_pools->clear();
}

void Metrics::expose(const std::string& address)
{
    m_exposer = std::make_unique<prometheus::Exposer>(address, 1);
    m_exposer->RegisterCollectable(m_registry);
    m_exposer->RegisterCollectable(m_pools);
}

std::string Metrics::text() const
{
    std::vector<prometheus::MetricFamily> families = m_registry->Collect();
    for (auto& family : m_pools->Collect())
        families.push_back(std::move(family));
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace banhang::server
