// A real PostgreSQL for one test process: started on first use, reached by a socket in a temporary directory, gone with
// the process.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "common/platform/process.h"
#include "server/core/database/connection.h"

namespace banhang::test {

/// Roles banhang_owner, banhang_app and banhang_system exist, without passwords. Runs as user postgres or nobody when
/// the tests run as root, which PostgreSQL refuses. fsync is off: a test's data need not survive a power cut.
class PgCluster
{
public:
    /// The one of this process.
    static PgCluster& shared();

    /// `environment`: of its processes alone, as for a clock that a test sets.
    explicit PgCluster(std::map<std::string, std::string> environment = {});
    ~PgCluster();
    PgCluster(const PgCluster&) = delete;
    PgCluster& operator=(const PgCluster&) = delete;

    /// A new database: a clone of one that went through all migrations.
    std::string cloneDatabase();
    /// A new database without any migration, owned by banhang_owner.
    std::string emptyDatabase();
    void dropDatabase(const std::string& name);

    /// How to reach a database as one of the roles; "postgres" is the superuser.
    server::ConnectOptions access(const std::string& database, const std::string& role) const;

    /// For tests of what the server does meanwhile. stop() as an administrator would (clients get 57P01); crash()
    /// without good-bye.
    void start();
    void stop();
    void crash();
    /// Starts the stopped cluster as a standby and promotes it: the same data on a new timeline.
    void failOver();

private:
    std::string newName(const char* purpose);
    void initialise();

    std::filesystem::path m_directory;
    const std::map<std::string, std::string> m_environment;
    std::string m_account;
    std::optional<platform::ChildProcess> m_process;
    bool m_templateMade = false;
    int m_lastName = 0;
};

} // namespace banhang::test
