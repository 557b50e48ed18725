#include "tests/support/pg_fixture.h"

namespace banhang::test {

namespace {

constexpr std::chrono::seconds kConnectPatience{20};
/// On a loaded machine a test may stand longer between two statements than a server is allowed to.
constexpr std::chrono::seconds kIdlePatience{60};

std::unique_ptr<server::DatabasePool> connectedPool(server::ConnectOptions access, int threads,
                                                    server::QueueLimits queue = {})
{
    access.idleInTransaction = kIdlePatience;
    auto pool = std::make_unique<server::DatabasePool>(
        server::PoolOptions{.connect = access, .threads = threads, .queue = queue});
    if (!pool->waitConnected(kConnectPatience))
        throw std::runtime_error("test database cannot be reached");
    return pool;
}

} // namespace

PgFixture::PgFixture() : m_database(PgCluster::shared().cloneDatabase()) {}

PgFixture::~PgFixture()
{
    m_app.reset();
    m_owner.reset();
    m_system.reset();
    m_sql.reset();
    PgCluster::shared().dropDatabase(m_database);
}

server::ConnectOptions PgFixture::access(const std::string& role) const
{
    return PgCluster::shared().access(m_database, role);
}

SqlSession& PgFixture::sql()
{
    if (!m_sql)
        m_sql = std::make_unique<SqlSession>(access("postgres"));
    return *m_sql;
}

World& PgFixture::world()
{
    if (!m_world)
        m_world = std::make_unique<World>(sql());
    return *m_world;
}

server::DatabasePool& PgFixture::app()
{
    const std::lock_guard lock(m_poolMutex);
    if (!m_app)
        m_app = connectedPool(access("banhang_app"), m_appThreads, m_appQueue);
    return *m_app;
}

server::DatabasePool& PgFixture::owner()
{
    const std::lock_guard lock(m_poolMutex);
    if (!m_owner)
        m_owner = connectedPool(access("banhang_owner"), 2);
    return *m_owner;
}

server::DatabasePool& PgFixture::system()
{
    const std::lock_guard lock(m_poolMutex);
    if (!m_system)
        m_system = connectedPool(access("banhang_system"), 2);
    return *m_system;
}

} // namespace banhang::test
