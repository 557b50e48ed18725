#include "server/ops/private_cluster.h"

#include <algorithm>
#include <functional>
#include <sstream>
#include <stdexcept>

#include "common/platform/account.h"
#include "common/platform/host.h"
#include "common/platform/paths.h"
#include "common/platform/private_file.h"
#include "server/ops/cluster_settings.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

constexpr auto kStartPatience = 60s; ///< a crash recovery may have much to replay
constexpr auto kOrphanPatience = 20s;
constexpr auto kStopPatience = 60s;
constexpr auto kPollInterval = 10ms;
constexpr std::chrono::milliseconds kFirstPause = 200ms;
constexpr std::chrono::milliseconds kLastPause = 5s;
/// sun_path holds 108 bytes with the closing zero, and the socket's own name takes some.
constexpr std::size_t kMaxSocketDirectoryLength = 107 - std::string_view("/.s.PGSQL.5432.lock").size();

/// postmaster.pid as PostgreSQL writes it: the first line is the process, the eighth its state.
struct ServerState
{
    int processId = 0;
    bool isReady = false;
};

std::optional<ServerState> readState(const std::filesystem::path& clusterDirectory)
{
    std::string content;
    try {
        content = platform::readFile(clusterDirectory / "postmaster.pid");
    } catch (const std::system_error&) {
        return std::nullopt;
    }
    std::istringstream lines(content);
    ServerState state;
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (number == 1)
            state.processId = static_cast<int>(std::strtol(line.c_str(), nullptr, 10));
        else if (number == 8)
            state.isReady = line.rfind("ready", 0) == 0;
    }
    return state.processId > 0 ? std::optional(state) : std::nullopt;
}

std::string majorVersion(const std::filesystem::path& clusterDirectory)
{
    std::string text = platform::readFile(clusterDirectory / "PG_VERSION");
    text.erase(text.find_last_not_of(" \r\n") + 1);
    return text;
}

} // namespace

PrivateCluster::PrivateCluster(ClusterOptions options) : m_options(std::move(options)) {}

PrivateCluster::~PrivateCluster()
{
    if (m_keeper.joinable()) {
        m_keeper.request_stop();
        m_keeper.join();
    }
}

std::filesystem::path PrivateCluster::socketDirectory() const
{
    auto direct = m_options.dataDirectory / "run";
    if (direct.string().size() <= kMaxSocketDirectoryLength)
        return direct;
    std::ostringstream key;
    key << std::hex << std::hash<std::string>()(m_options.dataDirectory.string());
    return platform::shortRuntimeDirectory(key.str());
}

std::filesystem::path PrivateCluster::programs() const
{
    if (!m_options.programs.empty())
        return m_options.programs;
    const auto installed = platform::postgresqlDirectories();
    if (installed.empty())
        throw std::runtime_error("PostgreSQL is not installed (database.programs names another place)");
    if (!std::filesystem::exists(clusterDirectory()))
        return installed.front();
    const std::string version = majorVersion(clusterDirectory());
    for (const auto& directory : installed)
        if (directory.parent_path().filename() == version)
            return directory;
    throw std::runtime_error("the cluster in " + clusterDirectory().string() + " was made by PostgreSQL " + version +
                             ", which is not installed");
}

platform::Command PrivateCluster::commandFor(const std::string& name, std::vector<std::string> arguments) const
{
    platform::Command command;
    command.arguments = {(programs() / name).string()};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    command.user = m_options.runAs;
    // Messages are read here, and no setting of the person who started us should reach the cluster.
    command.environment = {{"LC_ALL", "C.UTF-8"}, {"PGDATA", ""}, {"PGPORT", ""}, {"PGHOST", ""}, {"PGOPTIONS", ""}};
    return command;
}

void PrivateCluster::runTool(const platform::Command& command, const std::string& purpose) const
{
    const platform::Finished finished = platform::run(command);
    if (finished.exitCode == 0)
        return;
    std::string hint;
    // Shared memory may be refused too, which no directory of ours could mend.
    if (finished.errors.find("Permission denied") != std::string::npos &&
        finished.errors.find("shared memory") == std::string::npos)
        hint = "\nThe account " + (m_options.runAs.empty() ? platform::currentUser() : m_options.runAs) +
               " must be able to pass through " + m_options.dataDirectory.string() + " and all directories above it.";
    throw std::runtime_error(purpose + " failed: " + finished.errors + hint);
}

void PrivateCluster::writeOwned(const std::filesystem::path& file, const std::string& content) const
{
    platform::writePrivateFile(file, content);
    if (!m_options.runAs.empty())
        platform::changeOwner(file, m_options.runAs);
}

void PrivateCluster::makeDirectories() const
{
    if (!m_options.runAs.empty())
        platform::allowTraversal(m_options.dataDirectory);
    platform::ensurePrivateDirectory(socketDirectory());
    if (!m_options.runAs.empty())
        platform::changeOwner(socketDirectory(), m_options.runAs);
}

void PrivateCluster::writeSettings(const std::filesystem::path& directory) const
{
    const std::string account = m_options.runAs.empty() ? platform::currentUser() : m_options.runAs;
    writeOwned(directory / "postgresql.conf", postgresqlConf({socketDirectory(), m_options.sharedBuffersMb,
                                                              m_options.maxConnections, platform::physicalMemory()}));
    writeOwned(directory / "pg_hba.conf", pgHbaConf());
    writeOwned(directory / "pg_ident.conf", pgIdentConf(account));
}

void PrivateCluster::fill(const std::filesystem::path& directory) const
{
    // C.UTF-8: its order never changes with a library, and pg_trgm still knows letters (with plain C it would drop the
    // marked ones).
    runTool(commandFor("initdb",
                       {"--pgdata", directory.string(), "--username", "postgres", "--encoding", "UTF8",
                        "--locale-provider", "libc", "--locale", "C.UTF-8", "--data-checksums", "--auth", "peer"}),
            "making the database cluster");
    writeSettings(directory);
    writeOwned(directory / "local.conf", "# Settings of your own; the last word over postgresql.conf.\n");
    const auto secretsFile = m_options.dataDirectory / "secrets.toml";
    if (!std::filesystem::exists(secretsFile))
        ClusterSecrets::random().write(secretsFile);
    auto bootstrap = commandFor("postgres", {"--single", "-c", "exit_on_error=true", "-c", "logging_collector=off",
                                             "-D", directory.string(), "postgres"});
    bootstrap.input = bootstrapSql(ClusterSecrets::read(secretsFile));
    runTool(bootstrap, "preparing the database cluster");
}

void PrivateCluster::make()
{
    if (platform::isAdministrator() && m_options.runAs.empty())
        throw std::runtime_error(
            "PostgreSQL does not run as administrator: set database.run_as to an account without rights");
    makeDirectories();
    if (std::filesystem::exists(clusterDirectory()))
        return;
    const auto draft = m_options.dataDirectory / "pg.new";
    std::filesystem::remove_all(draft);
    platform::ensurePrivateDirectory(draft);
    if (!m_options.runAs.empty())
        platform::changeOwner(draft, m_options.runAs);
    fill(draft);
    platform::renameDurably(draft, clusterDirectory());
}

void PrivateCluster::stopLeftOver() const
{
    const auto state = readState(clusterDirectory());
    if (!state || !platform::isProcessAlive(state->processId))
        return;
    // pg_ctl makes sure that the process is a PostgreSQL on this very directory; status 3 says that it is none.
    if (platform::run(commandFor("pg_ctl", {"status", "-D", clusterDirectory().string()})).exitCode != 0)
        return;
    runTool(commandFor("pg_ctl", {"stop", "-D", clusterDirectory().string(), "-m", "fast", "-w", "-t",
                                  std::to_string(std::chrono::seconds(kStopPatience).count())}),
            "stopping the database server that was left running");
}

bool PrivateCluster::tryStart(std::chrono::steady_clock::time_point until)
{
    auto command = commandFor("postgres", {"-D", clusterDirectory().string()});
    command.outputFile = m_options.dataDirectory / "postgresql-start.log";
    std::filesystem::remove(command.outputFile);
    m_server = platform::ChildProcess::start(command);
    while (!m_server->waitFor(kPollInterval)) {
        const auto state = readState(clusterDirectory());
        if (state && state->processId == m_server->id() && state->isReady)
            return true;
        if (std::chrono::steady_clock::now() > until) {
            m_server->stop(platform::ChildProcess::Manner::Quick, kStopPatience);
            break;
        }
    }
    m_server.reset();
    return false;
}

std::string PrivateCluster::endOfLog() const
{
    constexpr std::size_t kShown = 2000;
    try {
        const std::string log = platform::readFile(m_options.dataDirectory / "postgresql-start.log");
        return log.size() > kShown ? log.substr(log.size() - kShown) : log;
    } catch (const std::system_error&) {
        return {};
    }
}

void PrivateCluster::start()
{
    const std::lock_guard lock(m_mutex);
    makeDirectories();
    stopLeftOver();
    writeSettings(clusterDirectory());
    const auto begin = std::chrono::steady_clock::now();
    while (!tryStart(std::chrono::steady_clock::now() + kStartPatience)) {
        // A killed server holds its directory until the system has cleared it away, and its memory until its backends
        // have noticed.
        const std::string log = endOfLog();
        const bool isHeldByOrphans = log.find("pre-existing shared memory") != std::string::npos ||
                                     log.find("\"postmaster.pid\" already exists") != std::string::npos;
        if (!isHeldByOrphans || std::chrono::steady_clock::now() - begin > kOrphanPatience)
            throw std::runtime_error("the database server does not start: " + log);
        std::this_thread::sleep_for(kFirstPause);
    }
}

void PrivateCluster::keepRunning(std::function<void(const std::string&)> report)
{
    m_keeper = std::jthread([this, report = std::move(report)](const std::stop_token& stop) { watch(stop, report); });
}

void PrivateCluster::watch(const std::stop_token& stop, const std::function<void(const std::string&)>& report)
{
    auto pause = kFirstPause;
    while (!stop.stop_requested()) {
        if (hasEnded(report)) {
            try {
                start();
                report("the database server was started again");
                pause = kFirstPause;
            } catch (const std::exception& error) {
                report(error.what());
                pause = std::min(pause * 2, kLastPause);
            }
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, pause, [] { return false; });
    }
}

bool PrivateCluster::hasEnded(const std::function<void(const std::string&)>& report)
{
    const std::lock_guard lock(m_mutex);
    if (!m_server)
        return true;
    const auto exitCode = m_server->waitFor(0ms);
    if (!exitCode)
        return false;
    report("the database server ended with code " + std::to_string(*exitCode));
    m_server.reset();
    return true;
}

void PrivateCluster::stop()
{
    if (m_keeper.joinable()) {
        m_keeper.request_stop();
        m_keeper.join();
    }
    const std::lock_guard lock(m_mutex);
    if (m_server)
        m_server->stop(platform::ChildProcess::Manner::Quick, kStopPatience);
    m_server.reset();
}

bool PrivateCluster::isRunning() const
{
    const auto state = readState(clusterDirectory());
    return state && state->isReady && platform::isProcessAlive(state->processId);
}

DatabaseAccess PrivateCluster::access() const
{
    const auto secrets = ClusterSecrets::read(m_options.dataDirectory / "secrets.toml");
    const auto directory = socketDirectory();
    return {conninfo(directory, "banhang_owner", secrets.owner), conninfo(directory, "banhang_app", secrets.app),
            conninfo(directory, "banhang_system", secrets.system)};
}

} // namespace banhang::server
