// Figures for Prometheus: calls, latencies, database pool, change feed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace prometheus {
class Exposer;
}

namespace banhang::server {

class DatabasePool;
class MethodTable;
struct QueryStats;

/// Thread: any.
class Metrics
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// Makes the figures of all methods, so that counting needs no look-up. Once, before the server starts.
    void addMethods(const MethodTable& methods);
    /// `code` is a grpc::StatusCode.
    void countCall(int methodIndex, int code, double seconds, const QueryStats& queryStats);

    /// Reads the pool's state at each scrape. The pool must outlive this object, or be removed.
    void addPool(const std::string& role, const DatabasePool& pool);
    void removePools();

    prometheus::Registry& registry() { return *m_registry; }

    /// Serves /metrics, on loopback unless the operator says otherwise: "127.0.0.1:9464". Throws std::runtime_error if
    /// the address is taken.
    void expose(const std::string& address);
    /// The same text, for tests and for `banhangd` itself.
    std::string text() const;

    prometheus::Gauge& openStreams() { return m_openStreams; }
    prometheus::Gauge& feedLagSeconds() { return m_feedLag; }
    prometheus::Counter& feedRows() { return m_feedRows; }
    prometheus::Counter& feedResyncs() { return m_feedResyncs; }

private:
    class PoolFigures;
    struct MethodFigures
    {
        std::vector<prometheus::Counter*> byCode;
        prometheus::Histogram* seconds = nullptr;
        prometheus::Counter* statements = nullptr;
        prometheus::Counter* roundTrips = nullptr;
        prometheus::Counter* rows = nullptr;
    };

    std::shared_ptr<prometheus::Registry> m_registry;
    std::shared_ptr<PoolFigures> m_pools;
    std::vector<MethodFigures> m_methods;
    prometheus::Gauge& m_openStreams;
    prometheus::Gauge& m_feedLag;
    prometheus::Counter& m_feedRows;
    prometheus::Counter& m_feedResyncs;
    std::unique_ptr<prometheus::Exposer> m_exposer;
};

} // namespace banhang::server
