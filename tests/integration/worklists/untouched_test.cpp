// Customers that nobody has worked with: told once, to whom they concern, in one summary.
#include <future>

#include "server/worklists/untouched_store.h"
#include "tests/integration/worklists/work_lists_fixture.h"

namespace banhang::test {
namespace {

class Untouched : public WorkListsFixture
{
protected:
    std::int64_t entered(const TestUser& owner, const std::string& name, int daysAgo)
    {
        const std::int64_t id = addCustomer(owner, name);
        sql().run("UPDATE banhang.customer SET created_at = now() - make_interval(days => $2::int) WHERE id = $1",
                  {std::to_string(id), std::to_string(daysAgo)});
        return id;
    }
    server::UntouchedRound round(const std::string& day = "2026-11-23")
    {
        return system().inTransaction({}, server::Tx::Mode::ReadWrite,
                                      [&](server::Tx& tx) { return server::tellOfUntouched(tx, day); });
    }
    /// "untouched_summary 2 0": the last one told to this person, with the counts of own and of the team.
    std::string toldTo(const TestUser& user)
    {
        return sql().text(
            "SELECT coalesce((SELECT replace(key, 'notification.', '') || ' ' || (args ->> 'count') || ' ' ||"
            " (args ->> 'team') FROM banhang.notification WHERE user_id = $1 ORDER BY id DESC LIMIT 1), '')",
            {std::to_string(user.id)});
    }
};

TEST_F(Untouched, ownersAreToldOnceInOneSummary)
{
    entered(lan, "Khách một", 8);
    entered(lan, "Khách hai", 9);
    entered(lan, "Khách mới", 2);
    talked(entered(lan, "Khách đã gọi", 9), 1);
    const server::UntouchedRound told = round();
    EXPECT_EQ(told.people, 1);
    EXPECT_EQ(told.customers, 2);
    EXPECT_EQ(toldTo(lan), "untouched_summary 2 0");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'notification'"), 1);
    EXPECT_EQ(round("2026-11-24").customers, 0) << "each customer once";
    entered(lan, "Khách ba", 8);
    EXPECT_EQ(round("2026-11-25").customers, 1);
}

TEST_F(Untouched, leadersAreToldLaterAndOnlyTheNearest)
{
    entered(lan, "Khách lâu", 15);
    entered(hoa, "Khách mười ngày", 10);
    round();
    EXPECT_EQ(toldTo(lan), "untouched_summary 1 0");
    EXPECT_EQ(toldTo(minh), "untouched_team_summary 0 1") << "of the old one alone";
    EXPECT_EQ(toldTo(an), "") << "the team has a leader of its own";
    entered(tuan, "Khách không ai dẫn", 15);
    round("2026-11-24");
    EXPECT_EQ(toldTo(an), "untouched_team_summary 0 1");
}

TEST_F(Untouched, aNewOwnerIsToldAnew)
{
    const std::int64_t id = entered(lan, "Khách chuyển tay", 8);
    round();
    sql().run("UPDATE banhang.customer SET owner_id = $2, unit_id = $3 WHERE id = $1",
              {std::to_string(id), std::to_string(hoa.id), std::to_string(hoa.unitId)});
    round("2026-11-24");
    EXPECT_EQ(toldTo(hoa), "untouched_summary 1 0");
}

TEST_F(Untouched, leaversAreNotTold)
{
    entered(lan, "Khách một", 8);
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1", {std::to_string(lan.id)});
    EXPECT_EQ(round().customers, 0);
}

TEST_F(Untouched, manyServersTellADayOnce)
{
    entered(lan, "Khách một", 8);
    std::vector<std::future<int>> servers;
    for (int i = 0; i < 4; ++i)
        servers.push_back(std::async(std::launch::async, [this] { return round().customers; }));
    int told = 0;
    for (auto& each : servers)
        told += each.get();
    EXPECT_EQ(told, 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification"), 1);
    // The row of the day is written by one of them at most; on a weekend or before eight by none.
    int claims = 0;
    for (int i = 0; i < 3; ++i)
        claims += system()
                      .inTransaction({}, server::Tx::Mode::ReadWrite,
                                     [](server::Tx& tx) { return server::claimUntouchedDay(tx); })
                      .has_value();
    EXPECT_LE(claims, 1);
}

} // namespace
} // namespace banhang::test
