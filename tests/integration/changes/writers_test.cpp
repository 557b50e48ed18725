// Many writers, many subscribers with different rights: nothing lost, no version going back.
#include <atomic>
#include <cstdlib>
#include <random>
#include <set>

#include "tests/integration/changes/feed_fixture.h"

namespace banhang::test {
namespace {

using namespace banhang::server;

constexpr int kWriters = 16;
constexpr int kRecords = 200;
constexpr int kChangesPerTransaction = 5;

int wantedChanges()
{
    return std::getenv("BANHANG_LONG") != nullptr ? 100'000 : 20'000;
}

class WritersTest : public FeedFixture
{
protected:
    /// 3 branches with 2 teams of 3 people each, the scopes in turn, and two directors.
    void buildOffice()
    {
        constexpr std::array kScopes{v1::SCOPE_OWN, v1::SCOPE_TEAM, v1::SCOPE_BRANCH};
        for (int branch = 0; branch < 3; ++branch) {
            const std::int64_t branchId = world().addBranch("branch " + std::to_string(branch));
            for (int team = 0; team < 2; ++team) {
                const std::int64_t teamId = world().addTeam(branchId, "team");
                for (int person = 0; person < 3; ++person)
                    m_people.push_back(viewer("p" + std::to_string(m_people.size()), teamId,
                                              kScopes[static_cast<std::size_t>(person)]));
            }
        }
        m_people.push_back(viewer("director", world().company(), v1::SCOPE_ALL));
        m_people.push_back(viewer("second director", world().company(), v1::SCOPE_ALL));
        for (int i = 0; i < kRecords; ++i)
            m_customers.push_back(addCustomer(m_people[static_cast<std::size_t>(i) % m_people.size()]));
    }

    /// Transactions that take their id early, wait, and write late: so ids, commits and versions come in different
    /// orders.
    void write(int writer, int transactions)
    {
        std::minstd_rand random(static_cast<unsigned>(writer + 1));
        SqlSession session(access("postgres"));
        for (int i = 0; i < transactions; ++i) {
            std::set<std::int64_t> chosen; // ascending, so that writers cannot block each other for ever
            while (chosen.size() < kChangesPerTransaction)
                chosen.insert(m_customers[random() % m_customers.size()]);
            session.run("BEGIN");
            session.run("SELECT pg_current_xact_id()");
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 2000));
            for (const std::int64_t customer : chosen)
                change(session, customer, m_people[random() % m_people.size()].unitId, random() % 10 == 0);
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 2000));
            session.run("COMMIT");
        }
    }

    struct Stored
    {
        std::int64_t version;
        std::int64_t unit;
        bool binned;
    };
    std::map<std::int64_t, Stored> stored()
    {
        std::map<std::int64_t, Stored> all;
        for (const Row row : sql().run("SELECT id, version, unit_id, deleted_at IS NOT NULL FROM banhang.customer"))
            all[row.int64(0)] = {row.int64(1), row.int64(2), row.boolean(3)};
        return all;
    }
    std::set<std::int64_t> reach(const TestUser& user)
    {
        std::set<std::int64_t> units;
        for (const Row row : sql().run("SELECT unit_id FROM banhang.visible_unit"
                                       " WHERE user_id = $1::bigint AND resource = 1 AND action = 1",
                                       {std::to_string(user.id)}))
            units.insert(row.int64(0));
        return units;
    }

    static bool isVisible(const Stored& record, const std::set<std::int64_t>& units)
    {
        return !record.binned && (units.contains(record.unit) || units.contains(0));
    }
    static bool knows(const Watcher& watcher, std::int64_t id, const Stored& record,
                      const std::set<std::int64_t>& units)
    {
        const auto heard = watcher.heard(id);
        if (!isVisible(record, units))
            return !heard || !heard->visible;
        return record.version == 1 || (heard && heard->visible && heard->version == record.version);
    }
    static std::string differences(const Watcher& watcher, const std::map<std::int64_t, Stored>& stored,
                                   const std::set<std::int64_t>& units)
    {
        std::string text;
        for (const auto& [id, record] : stored) {
            const Heard heard = watcher.heard(id).value_or(Heard{});
            if (!knows(watcher, id, record, units))
                text += "\n  customer " + std::to_string(id) + " is " +
                        (isVisible(record, units) ? "visible" : "hidden") + " at version " +
                        std::to_string(record.version) + ", heard of " + (heard.visible ? "visible" : "hidden") +
                        " at " + std::to_string(heard.version);
        }
        return text;
    }

    std::vector<TestUser> m_people;
    std::vector<std::int64_t> m_customers;
};

TEST_F(WritersTest, nothingIsLostAndNoVersionGoesBack)
{
    buildOffice();
    std::vector<std::unique_ptr<Watcher>> watchers;
    for (const TestUser& person : m_people)
        watchers.push_back(watch(person));
    ASSERT_EQ(watchers.size(), 20U);
    std::vector<std::thread> writers;
    for (int writer = 0; writer < kWriters; ++writer)
        writers.emplace_back([&, writer] { write(writer, wantedChanges() / kChangesPerTransaction / kWriters); });
    for (std::thread& writer : writers)
        writer.join();
    const auto final = stored();
    EXPECT_GE(sql().number("SELECT count(*) FROM banhang.change_log"), wantedChanges() * 9 / 10);
    for (std::size_t i = 0; i < watchers.size(); ++i) {
        const std::set<std::int64_t> units = reach(m_people[i]);
        const auto complete = [&](const Watcher& watcher) {
            for (const auto& [id, record] : final) {
                if (!knows(watcher, id, record, units))
                    return false;
            }
            return true;
        };
        EXPECT_TRUE(watchers[i]->waitFor(complete)) << "subscriber " << i << differences(*watchers[i], final, units);
        EXPECT_EQ(watchers[i]->wentBack(), 0) << "subscriber " << i;
        EXPECT_TRUE(watchers[i]->resyncs().empty()) << "subscriber " << i;
    }
}

TEST_F(WritersTest, theLogKnowsTheNewestVersionOfEveryRow)
{
    buildOffice();
    write(0, 50);
    EXPECT_EQ(
        sql().number(
            "SELECT count(*) FROM banhang.customer c WHERE c.version > 1 AND c.version <>"
            " (SELECT max(version) FROM banhang.change_log l WHERE l.entity = 'customer' AND l.entity_id = c.id)"),
        0);
}

} // namespace
} // namespace banhang::test
