#include "tests/support/pg_cluster.h"

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <unistd.h>

#include "common/platform/account.h"
#include "server/core/database/migrator.h"
#include "tests/support/sql_session.h"

namespace banhang::test {

namespace {

namespace fs = std::filesystem;
using platform::Command;

constexpr const char* kTemplate = "banhang_template";

/// Where PostgreSQL's programs are: Debian keeps them out of the path.
fs::path programs()
{
    for (const char* place : {"/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin",
                              "/usr/local/bin", "/usr/bin"}) {
        if (fs::exists(fs::path(place) / "initdb"))
            return place;
    }
    throw std::runtime_error("PostgreSQL's initdb was not found");
}

std::string accountForCluster()
{
    if (!platform::isAdministrator())
        return "";
    return platform::userExists("postgres") ? "postgres" : "nobody";
}

fs::path makeDirectory(const std::string& account)
{
    std::string pattern = (fs::temp_directory_path() / "banhang-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary directory");
    if (!account.empty())
        platform::changeOwner(pattern, account);
    return pattern;
}

std::string textOf(const fs::path& file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

PgCluster& PgCluster::shared()
{
    static PgCluster cluster;
    return cluster;
}

PgCluster::PgCluster(std::map<std::string, std::string> environment)
    : m_environment(std::move(environment)), m_account(accountForCluster())
{
    m_directory = makeDirectory(m_account);
    initialise();
    start();
    SqlSession session(access("postgres", "postgres"));
    for (const char* role : {"banhang_owner", "banhang_app", "banhang_system"})
        session.run("CREATE ROLE " + std::string(role) + " LOGIN");
}

PgCluster::~PgCluster()
{
    if (m_process)
        m_process.value().stop(platform::ChildProcess::Manner::Quick, std::chrono::seconds(10));
    std::error_code ignored;
    fs::remove_all(m_directory, ignored);
}

void PgCluster::initialise()
{
    const auto finished =
        platform::run({.arguments = {(programs() / "initdb").string(), "-D", (m_directory / "data").string(), "-U",
                                     "postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync"},
                       .user = m_account,
                       .environment = {},
                       .input = {},
                       .outputFile = {}});
    if (finished.exitCode != 0)
        throw std::runtime_error("initdb failed: " + finished.errors);
    if (!fs::exists(m_directory / "data" / "PG_VERSION"))
        throw std::runtime_error("initdb made no cluster");
}

void PgCluster::start()
{
    m_process = platform::ChildProcess::start(
        {.arguments = {(programs() / "postgres").string(), "-D", (m_directory / "data").string(), "-k",
                       m_directory.string(), "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=150",
                       "-c", "shared_buffers=64MB", "-c", "timezone=UTC"},
         .user = m_account,
         .environment = m_environment,
         .input = {},
         .outputFile = m_directory / "postgres.log"});
    for (int tries = 0; tries < 600; ++tries) {
        try {
            const SqlSession answers(access("postgres", "postgres"));
            return;
        } catch (const server::DatabaseError&) {
            if (m_process.value().waitFor(std::chrono::milliseconds(50)))
                break;
        }
    }
    throw std::runtime_error("PostgreSQL did not start: " + textOf(m_directory / "postgres.log"));
}

void PgCluster::stop()
{
    m_process.value().stop(platform::ChildProcess::Manner::Quick, std::chrono::seconds(20));
    m_process.reset();
}

void PgCluster::crash()
{
    // SIGQUIT: the postmaster and its children leave at once, and the next start recovers from the log.
    kill(m_process.value().id(), SIGQUIT);
    m_process.value().waitFor(std::chrono::seconds(20));
    m_process.reset();
}

void PgCluster::failOver()
{
    const fs::path signal = m_directory / "data" / "standby.signal";
    std::ofstream(signal).close();
    if (!m_account.empty())
        platform::changeOwner(signal, m_account);
    start();
    if (SqlSession(access("postgres", "postgres")).text("SELECT pg_promote()") != "t")
        throw std::runtime_error("the standby was not promoted");
}

server::ConnectOptions PgCluster::access(const std::string& database, const std::string& role) const
{
    server::ConnectOptions options;
    options.conninfo = "host=" + m_directory.string() + " dbname=" + database;
    options.user = role;
    options.applicationName = "banhang-test";
    return options;
}

std::string PgCluster::newName(const char* purpose)
{
    return "t_" + std::string(purpose) + "_" + std::to_string(++m_lastName);
}

std::string PgCluster::emptyDatabase()
{
    const std::string name = newName("empty");
    SqlSession(access("postgres", "postgres")).run("CREATE DATABASE " + name + " OWNER banhang_owner");
    return name;
}

std::string PgCluster::cloneDatabase()
{
    if (!m_templateMade) {
        SqlSession(access("postgres", "postgres"))
            .run("CREATE DATABASE " + std::string(kTemplate) + " OWNER banhang_owner");
        server::Migrator(access(kTemplate, "banhang_owner"), server::embeddedMigrations()).run();
        m_templateMade = true;
    }
    const std::string name = newName("db");
    SqlSession(access("postgres", "postgres"))
        .run("CREATE DATABASE " + name + " TEMPLATE " + kTemplate + " OWNER banhang_owner");
    return name;
}

void PgCluster::dropDatabase(const std::string& name)
{
    SqlSession(access("postgres", "postgres")).run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
}

} // namespace banhang::test
