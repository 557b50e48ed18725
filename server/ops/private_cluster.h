// The server's own PostgreSQL: made, started, watched and stopped with it, reached by nobody else.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "common/platform/process.h"

namespace banhang::server {

/// libpq's connection strings for the three roles. Secret: they hold passwords.
struct DatabaseAccess
{
    std::string owner;  ///< migrations, backup, restore
    std::string app;    ///< users' calls; row-level security applies
    std::string system; ///< feed, jobs
};

struct ClusterOptions
{
    /// Holds pg/ (the cluster), run/ (its socket) and secrets.toml. Must exist.
    std::filesystem::path dataDirectory;
    /// Account that PostgreSQL runs as; empty = as this process. PostgreSQL refuses to run as the administrator.
    std::string runAs;
    /// Programs of PostgreSQL; empty = the installed version that fits the cluster.
    std::filesystem::path programs;
    /// Shared buffers; 0 = by the machine's memory.
    int sharedBuffersMb = 0;
    int maxConnections = 60;
};

/// One cluster. Whoever calls anything but `access` and `isRunning` must hold the lock on its data directory.
/// Thread: any.
class PrivateCluster
{
public:
    explicit PrivateCluster(ClusterOptions options);
    /// Leaves a running server running: a command that found one must not end it.
    ~PrivateCluster();

    /// Makes the cluster if there is none: database `banhang`, three roles with random passwords, a socket instead of a
    /// port. A crash half-way leaves nothing that a later start would take for a cluster. Throws: std::runtime_error
    /// with PostgreSQL's own words.
    void make();

    /// Starts it and returns once it accepts connections. One that a killed predecessor left running is stopped first,
    /// and backends that still hold its memory are waited for. Throws: std::runtime_error with the end of PostgreSQL's
    /// log.
    void start();

    /// Starts it again whenever it ends by itself, with a growing pause; until `stop`. `report` gets English lines for
    /// the log.
    void keepRunning(std::function<void(const std::string&)> report);

    /// Ends sessions, writes a checkpoint and stops. Harmless when it does not run.
    void stop();

    /// Ends the server that a killed predecessor left running on this cluster, if there is one; `start` does so by
    /// itself. Throws: std::runtime_error when it does not end.
    void stopLeftOver() const;

    /// Whether a server runs on this cluster, whoever started it.
    bool isRunning() const;

    /// Throws: std::runtime_error before `make`.
    DatabaseAccess access() const;

    /// Exists from `make` on.
    static std::filesystem::path clusterDirectoryIn(const std::filesystem::path& dataDirectory)
    {
        return dataDirectory / "pg";
    }

    /// Directory of the PostgreSQL programs that fit this cluster. Throws: std::runtime_error when they are not
    /// installed.
    std::filesystem::path programs() const;

private:
    std::filesystem::path clusterDirectory() const { return clusterDirectoryIn(m_options.dataDirectory); }
    std::filesystem::path socketDirectory() const;
    void runTool(const platform::Command& command, const std::string& purpose) const;
    platform::Command commandFor(const std::string& name, std::vector<std::string> arguments) const;
    void makeDirectories() const;
    void fill(const std::filesystem::path& directory) const;
    void writeSettings(const std::filesystem::path& directory) const;
    void writeOwned(const std::filesystem::path& file, const std::string& content) const;
    bool tryStart(std::chrono::steady_clock::time_point until);
    std::string endOfLog() const;
    bool hasEnded(const std::function<void(const std::string&)>& report);
    void watch(const std::stop_token& stop, const std::function<void(const std::string&)>& report);

    const ClusterOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<platform::ChildProcess> m_server;
    std::jthread m_keeper;
};

} // namespace banhang::server
