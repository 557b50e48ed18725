// What every command of banhangd stands on: configuration, data directory, and the database, started where nobody runs
// it yet.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/platform/lock_file.h"
#include "server/app/config.h"
#include "server/core/change_log/change_recorder.h"
#include "server/ops/backup.h"
#include "server/ops/pki.h"
#include "server/ops/private_cluster.h"

namespace banhang::server {

class Tx;

/// Options that each command takes.
struct CommonOptions
{
    std::string configFile;    ///< empty = the platform's place, if there is such a file
    std::string dataDirectory; ///< empty = as configured
    std::vector<std::string> settings;
};

/// The state of things does not allow the command; the text is for the operator.
class CommandRefused : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Thread: belongs to one.
class Workplace
{
public:
    /// Throws: ConfigError, std::system_error.
    explicit Workplace(const CommonOptions& options);
    /// Stops the private cluster if this process started it.
    ~Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    const Config& config() const { return m_config.values(); }
    const std::vector<EffectiveSetting>& settings() const { return m_config.settings(); }
    const std::filesystem::path& dataDirectory() const { return m_dataDirectory; }
    /// Does `work` as the account that the data directory belongs to, which is made where it is missing; what comes
    /// afterwards is done as who gave the command. Only while no other threads run.
    void asOwnerOfData(const std::function<void()>& work) const;
    Pki pki() const { return Pki(m_dataDirectory / "pki"); }
    std::filesystem::path backupDirectory() const;

    /// How the database will be used.
    enum class Use {
        Serve, ///< this process is the server of this data directory
        Begin, ///< beside a running server, or alone; makes the database where there is none yet
        Share, ///< as Begin, but what is there must have been begun: a wrong directory holds no company
        Alone, ///< nobody else may be at work
    };
    /// Reaches the database and, unless for one alone, brings it to this program's shape. From here on the machine's
    /// administrator is the account that the data directory belongs to, so that a command of theirs leaves nothing
    /// behind that the service cannot read.
    /// Throws: CommandRefused when another server runs on this data directory, or none ever did, and `use` does not
    /// allow it;
    /// MigrationError; DatabaseError; std::runtime_error from the cluster.
    void openDatabase(Use use);
    /// Names of the migrations that were applied. openDatabase does it already, unless it is for one alone.
    std::vector<std::string> migrate() const;

    /// The rest is for after openDatabase.
    const DatabaseAccess& access() const { return m_access; }
    DumpTools dumpTools() const;
    const std::vector<std::string>& appliedMigrations() const { return m_applied; }
    /// Null with a database of the operator's own.
    PrivateCluster* cluster() { return m_cluster ? &*m_cluster : nullptr; }

    /// One transaction as role banhang_owner on behalf of nobody: IT's commands write who may do what, which users'
    /// calls may not.
    void inTransaction(const std::function<void(Tx&)>& body) const;
    /// Account that a private cluster runs as where none is configured; empty = as this process.
    static std::string accountForCluster();

    /// Under which commands are recorded in the audit.
    static ChangeActor actor();

private:
    /// Makes the data directory where it is missing. Whom the administrator is to act as; empty = as this process.
    std::string ownerOfData() const;
    /// For the rest of this process.
    void becomeOwnerOfData() const;
    bool isServing() const;
    /// Settings tell the directories that are used, also where none is configured.
    void tellDirectories(bool isDataDirectoryOption);
    void demandData() const;
    void lock(Use use);
    ClusterOptions clusterOptions() const;
    void startCluster();

    EffectiveConfig m_config;
    std::filesystem::path m_dataDirectory;
    std::optional<platform::LockFile> m_serverLock;
    std::optional<platform::LockFile> m_clusterLock;
    std::optional<PrivateCluster> m_cluster;
    DatabaseAccess m_access;
    std::vector<std::string> m_applied;
};

} // namespace banhang::server
