// Customers being saved while PostgreSQL dies: what was acknowledged is there, and what was repeated is there once.
#include <atomic>
#include <csignal>
#include <thread>

#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

/// A request, and the id that its first acknowledgement gave.
struct Saved
{
    v1::CreateCustomerRequest request;
    std::int64_t id = 0;
};

class CustomersDuringARestart : public CustomersFixture
{
protected:
    static constexpr int kClerks = 4;

    /// Saves one customer after the other as a client does: what fails is repeated under its request_id.
    void work(const std::string& token, int clerk)
    {
        const auto own = stub<v1::CustomersService>();
        auto& mine = m_saved[static_cast<std::size_t>(clerk)];
        for (int i = 0; !m_done; ++i) {
            const std::string number = std::to_string(10'000'000 + clerk * 1'000'000 + i);
            const std::string name = "Khách " + std::to_string(clerk) + " " + std::to_string(i);
            Saved saved{creation(person(name, "09" + number), "names of a test are alike")};
            while (saved.id == 0 && !m_done)
                saved.id = trySaving(*own, saved.request, token);
            if (saved.id == 0)
                return;
            mine.push_back(saved);
            ++m_acknowledged;
        }
    }

    /// 0 if it failed.
    std::int64_t trySaving(CustomersStub& own, const v1::CreateCustomerRequest& request, const std::string& token)
    {
        try {
            return call(own, &CustomersStub::CreateCustomer, request, token).customer().id();
        } catch (const AppError& error) {
            ++m_failures;
            m_unclean += error.code() != ErrorCode::Unavailable && error.code() != ErrorCode::Timeout;
            return 0;
        }
    }

    void waitForMore()
    {
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(120);
        for (const int before = m_acknowledged; m_acknowledged < before + 40;) {
            if (m_unclean > 0 || std::chrono::steady_clock::now() > patience) {
                ADD_FAILURE() << m_acknowledged << " saved, " << m_unclean << " refused";
                return;
            }
            std::this_thread::yield();
        }
    }

    /// As the kernel does when memory runs out: PostgreSQL then throws all others out and recovers.
    void killOneBackend()
    {
        SqlSession session(access("postgres"));
        ASSERT_EQ(::kill(static_cast<int>(session.number("SELECT pid FROM pg_stat_activity WHERE usename ="
                                                         " 'banhang_app' AND datname = current_database() LIMIT 1")),
                         SIGKILL),
                  0);
    }

    std::array<std::vector<Saved>, kClerks> m_saved;
    std::atomic<bool> m_done = false;
    std::atomic<int> m_acknowledged = 0;
    std::atomic<int> m_failures = 0;
    std::atomic<int> m_unclean = 0;
};

TEST_F(CustomersDuringARestart, areAllThereExactlyOnce)
{
    const std::array tokens{lanToken, hoaToken, minhToken, tuanToken};
    std::vector<std::thread> clerks;
    for (int clerk = 0; clerk < kClerks; ++clerk)
        clerks.emplace_back([&, clerk] { work(tokens[static_cast<std::size_t>(clerk)], clerk); });
    waitForMore();
    killOneBackend();
    waitForMore();
    PgCluster::shared().crash();
    PgCluster::shared().start();
    waitForMore();
    m_done = true;
    for (std::thread& clerk : clerks)
        clerk.join();
    EXPECT_GT(m_failures, 0) << "nothing was interrupted";
    EXPECT_EQ(m_unclean, 0);

    for (int clerk = 0; clerk < kClerks; ++clerk)
        for (const Saved& saved : m_saved[static_cast<std::size_t>(clerk)])
            EXPECT_EQ(trySaving(*customers, saved.request, tokens[static_cast<std::size_t>(clerk)]), saved.id);
    SqlSession fresh(access("postgres"));
    EXPECT_EQ(fresh.number("SELECT count(*) FROM banhang.customer"), m_acknowledged);
    EXPECT_EQ(fresh.number("SELECT count(DISTINCT entity_id) FROM banhang.change_log WHERE operation = 'create'"),
              m_acknowledged);
    EXPECT_EQ(fresh.number("SELECT count(*) FROM banhang.change_log"), m_acknowledged);
}

} // namespace
} // namespace banhang::test
