// A test with a database of its own, fresh from the migrations.
#pragma once

#include <memory>
#include <mutex>

#include <gtest/gtest.h>

#include "server/core/database/database_pool.h"
#include "tests/support/pg_cluster.h"
#include "tests/support/sql_session.h"
#include "tests/support/world.h"

namespace banhang::test {

/// One cluster for the process, one database for each test. Everything is made on first use.
class PgFixture : public ::testing::Test
{
protected:
    PgFixture();
    ~PgFixture() override;

    /// "banhang_owner", "banhang_app", "banhang_system" or "postgres".
    server::ConnectOptions access(const std::string& role) const;
    /// As superuser, past both walls.
    SqlSession& sql();
    World& world();
    /// Pools: from any thread.
    server::DatabasePool& app();
    /// What IT's commands run as.
    server::DatabasePool& owner();
    server::DatabasePool& system();

    /// 4 unless a test says otherwise before the first use of app().
    int m_appThreads = 4;
    /// Likewise; by itself nothing is turned away.
    server::QueueLimits m_appQueue;

private:
    std::string m_database;
    std::mutex m_poolMutex;
    std::unique_ptr<SqlSession> m_sql;
    std::unique_ptr<World> m_world;
    std::unique_ptr<server::DatabasePool> m_app;
    std::unique_ptr<server::DatabasePool> m_owner;
    std::unique_ptr<server::DatabasePool> m_system;
};

} // namespace banhang::test
