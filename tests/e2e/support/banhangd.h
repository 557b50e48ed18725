// The real program in a data directory of its own, as IT would run it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <grpcpp/channel.h>
#include <nlohmann/json.hpp>

#include "common/connection_file.h"
#include "common/platform/process.h"
#include "server/ops/private_cluster.h"
#include "tests/support/temp_directory.h"

namespace banhang::test {

class Banhangd
{
public:
    Banhangd() = default;
    /// Ends what still runs.
    ~Banhangd();
    Banhangd(const Banhangd&) = delete;
    Banhangd& operator=(const Banhangd&) = delete;

    const std::filesystem::path& directory() const { return m_directory.path(); }
    /// Another program than the one that was built, for all that follows.
    void useProgram(const std::string& program) { m_program = program; }
    /// Configuration for every later command, "section.key=value".
    void set(const std::string& setting) { m_settings.push_back(setting); }

    /// Gives the data directory to another account, as the package does, where these tests may.
    void belongTo(const std::string& account) const;

    platform::Finished run(std::vector<std::string> arguments) const;
    /// Output of a command that must succeed.
    std::string output(std::vector<std::string> arguments) const;
    nlohmann::json json(std::vector<std::string> arguments) const;

    /// Starts `serve` and returns when it is ready, again on the port of the first time, so that clients find it.
    /// Throws with its log when it ends instead.
    void serve();
    /// Without waiting.
    void beginServe();
    void awaitReady();
    /// SIGTERM; its exit code.
    int stop();
    /// kill -9
    void kill();
    int port() const { return m_port; }
    std::string log() const;
    /// False when the server ended, or did not say so in a minute and a half.
    bool awaitLog(const std::string& text);

    /// As handed out by the connection-file command.
    ConnectionFile connectionFile() const;
    /// The same on disk.
    std::filesystem::path connectionFilePath() const;
    std::shared_ptr<grpc::Channel> channel() const;
    /// Token of a new session. Throws AppError.
    std::string signIn(const std::string& userName, const std::string& password) const;

    /// One row of text from the private database, as superuser past both walls.
    std::string sql(const std::string& query) const;
    int databaseProcess() const;
    /// The same while the database may be starting: nothing if none has begun.
    std::optional<int> runningDatabase() const;

private:
    std::vector<std::string> commandLine(std::vector<std::string> arguments) const;
    std::filesystem::path readyFile() const { return directory() / "ready.json"; }

    TempDirectory m_directory;
    std::string m_program; ///< empty = the one that was built
    std::vector<std::string> m_settings = {
        "server.listen=127.0.0.1:0",     "metrics.listen=",       "discovery.listen=", "log.level=debug",
        "database.shared_buffers_mb=32", "server.drain_seconds=2"};
    std::optional<platform::ChildProcess> m_server;
    int m_port = 0;
};

} // namespace banhang::test
