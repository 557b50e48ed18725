#include "server/app/workplace.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "common/platform/account.h"
#include "common/platform/host.h"
#include "common/platform/paths.h"
#include "common/platform/private_file.h"
#include "server/core/database/migrator.h"
#include "server/core/database/transaction.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

/// Another command may hold the cluster for as long as it takes to start, work and stop.
constexpr auto kLockPatience = 60s;
constexpr auto kLockPoll = 50ms;
/// A command fails whole, so that it may stand longer on a busy machine than a call may.
constexpr auto kIdlePatience = 30s;
constexpr const char* kServerLock = "server.lock";
constexpr const char* kClusterLock = "cluster.lock";
/// What the package's service runs as.
constexpr const char* kServiceAccount = "banhang";
/// For accounts that PostgreSQL may run as when banhangd stays the administrator; the first that exists.
constexpr const char* kAccounts[] = {kServiceAccount, "postgres"};

std::filesystem::path configFileOf(const CommonOptions& options)
{
    if (!options.configFile.empty())
        return options.configFile;
    const auto usual = platform::serverConfigFile();
    return std::filesystem::exists(usual) ? usual : std::filesystem::path();
}

} // namespace

Workplace::Workplace(const CommonOptions& options)
    : m_config(configFileOf(options), options.settings), m_dataDirectory(platform::serverDataDirectory())
{
    if (!options.dataDirectory.empty())
        m_dataDirectory = std::filesystem::absolute(options.dataDirectory);
    else if (!config().server.dataDirectory.empty())
        m_dataDirectory = config().server.dataDirectory;
    tellDirectories(!options.dataDirectory.empty());
}

void Workplace::tellDirectories(bool isDataDirectoryOption)
{
    const std::string variable(platform::serverDataDirectoryVariable());
    if (isDataDirectoryOption)
        m_config.tellDirectory("server.data_dir", m_dataDirectory, "--data-dir");
    else if (config().server.dataDirectory.empty())
        m_config.tellDirectory("server.data_dir", m_dataDirectory, variable.empty() ? "default" : "$" + variable);
    if (config().backup.directory.empty())
        m_config.tellDirectory("backup.directory", backupDirectory(), "server.data_dir");
}

Workplace::~Workplace()
{
    if (m_cluster && m_clusterLock)
        m_cluster->stop();
}

std::filesystem::path Workplace::backupDirectory() const
{
    return config().backup.directory.empty() ? m_dataDirectory / "backups" : config().backup.directory;
}

std::string Workplace::ownerOfData() const
{
    const bool isAdministrator = platform::isAdministrator();
    if (!std::filesystem::exists(m_dataDirectory)) {
        platform::ensurePrivateDirectory(m_dataDirectory);
        if (isAdministrator && platform::userExists(kServiceAccount))
            platform::changeOwner(m_dataDirectory, kServiceAccount);
    }
    const std::string owner = platform::ownerOf(m_dataDirectory);
    return isAdministrator && owner != platform::currentUser() ? owner : std::string();
}

void Workplace::becomeOwnerOfData() const
{
    if (const std::string owner = ownerOfData(); !owner.empty())
        platform::becomeUser(owner);
}

void Workplace::asOwnerOfData(const std::function<void()>& work) const
{
    const std::string owner = ownerOfData();
    if (owner.empty()) {
        work();
        return;
    }
    const platform::ActingAs acting(owner);
    work();
}

bool Workplace::isServing() const
{
    return !platform::LockFile::tryLock(m_dataDirectory / kServerLock);
}

void Workplace::lock(Use use)
{
    becomeOwnerOfData();
    if (use == Use::Serve) {
        m_serverLock = platform::LockFile::tryLock(m_dataDirectory / kServerLock);
        if (!m_serverLock)
            throw CommandRefused("a server runs on " + m_dataDirectory.string() + " already");
    }
    const auto until = std::chrono::steady_clock::now() + kLockPatience;
    for (;;) {
        m_clusterLock = platform::LockFile::tryLock(m_dataDirectory / kClusterLock);
        if (m_clusterLock)
            return;
        if (use != Use::Serve && isServing()) {
            if (use == Use::Alone)
                throw CommandRefused("a server runs on " + m_dataDirectory.string() + ": stop it first");
            return;
        }
        if (std::chrono::steady_clock::now() > until)
            throw CommandRefused("another command works on " + m_dataDirectory.string());
        std::this_thread::sleep_for(kLockPoll);
    }
}

ClusterOptions Workplace::clusterOptions() const
{
    ClusterOptions options;
    options.dataDirectory = m_dataDirectory;
    options.programs = config().database.programs;
    // Beside the users' calls: feed, upkeep, commands, backups, and a person with psql.
    options.maxConnections = std::max(options.maxConnections, config().database.connections + 30);
    options.sharedBuffersMb = config().database.sharedBuffersMb;
    // Whoever is no administrator cannot start it as somebody else, and need not.
    if (platform::isAdministrator())
        options.runAs = config().database.runAs.empty() ? accountForCluster() : config().database.runAs;
    return options;
}

std::string Workplace::accountForCluster()
{
    if (!platform::isAdministrator())
        return {};
    const auto account = std::ranges::find_if(kAccounts, [](const char* name) { return platform::userExists(name); });
    return account != std::end(kAccounts) ? *account : std::string();
}

void Workplace::startCluster()
{
    m_cluster.emplace(clusterOptions());
    if (m_clusterLock) {
        m_cluster->make();
        m_cluster->start();
    } else {
        const auto until = std::chrono::steady_clock::now() + kLockPatience;
        while (!m_cluster->isRunning() && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(kLockPoll);
    }
    m_access = m_cluster->access();
}

/// What a command would say of a database that it made itself is true and of no use: no people, a backup of nothing.
void Workplace::demandData() const
{
    if (!std::filesystem::exists(PrivateCluster::clusterDirectoryIn(m_dataDirectory)))
        throw CommandRefused("there is no company in " + m_dataDirectory.string() +
                             ": name its place with --data-dir or --config, or begin one with setup");
}

void Workplace::openDatabase(Use use)
{
    if (use == Use::Share && config().database.isPrivate())
        demandData();
    lock(use);
    if (m_clusterLock)
        dropRestoreLeftovers(m_dataDirectory);
    const auto& database = config().database;
    if (database.isPrivate())
        startCluster();
    else
        m_access = {database.ownerDsn, database.appDsn, database.systemDsn};
    if (use != Use::Alone)
        m_applied = migrate();
}

std::vector<std::string> Workplace::migrate() const
{
    ConnectOptions options;
    options.conninfo = m_access.owner;
    return Migrator(options, embeddedMigrations()).run();
}

DumpTools Workplace::dumpTools() const
{
    // Programs of a newer version read and write for an older server, so without a cluster the newest ones do.
    return {m_cluster ? m_cluster->programs() : PrivateCluster(clusterOptions()).programs(), m_access.owner};
}

void Workplace::inTransaction(const std::function<void(Tx&)>& body) const
{
    ConnectOptions options;
    options.conninfo = m_access.owner;
    options.idleInTransaction = kIdlePatience;
    ConnectionSlot slot(options);
    runTransaction(slot, Tx::Mode::ReadWrite, {}, nullptr, body);
}

ChangeActor Workplace::actor()
{
    return {0, platform::hostName(), "command"};
}

} // namespace banhang::server
