// Customers that nobody has worked with: told once, to whom they concern, in one summary.
#include <future>
#include <optional>

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
    std::optional<server::UntouchedPlace> note(const std::string& day, const server::UntouchedPlace& behind, int batch)
    {
        return system().inTransaction({}, server::Tx::Mode::ReadWrite,
                                      [&](server::Tx& tx) { return server::noteUntouched(tx, day, behind, batch); });
    }
    /// As the job does it. Nothing told when another server has told the day.
    server::UntouchedRound round(const std::string& day = "2026-11-23", int batch = 1000)
    {
        for (std::optional<server::UntouchedPlace> place(std::in_place); place;)
            place = note(day, *place, batch);
        return system()
            .inTransaction({}, server::Tx::Mode::ReadWrite,
                           [&](server::Tx& tx) { return server::notifyOfUntouched(tx, day); })
            .value_or(server::UntouchedRound());
    }
    /// All that stands noted and told, told anew by the next round.
    std::string takeBack()
    {
        std::string all =
            sql().text("SELECT (SELECT string_agg(concat_ws(' ', customer_id, user_id, stage, day), ',' ORDER BY"
                       " customer_id, user_id, stage) FROM banhang.untouched_notice) || ' told ' ||"
                       " (SELECT string_agg(concat_ws(' ', user_id, key, args), ',' ORDER BY user_id)"
                       " FROM banhang.notification)");
        for (const char* table : {"untouched_notice", "untouched_round", "notification"})
            sql().run("DELETE FROM banhang." + std::string(table), {});
        return all;
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
    servers.reserve(4);
    for (int i = 0; i < 4; ++i)
        servers.push_back(std::async(std::launch::async, [this] { return round().customers; }));
    int told = 0;
    for (auto& each : servers)
        told += each.get();
    EXPECT_EQ(told, 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification"), 1);
}

TEST_F(Untouched, manyBatchesTellTheSameAsOne)
{
    for (int i = 0; i < 5; ++i) {
        entered(lan, "Khách của Lan " + std::to_string(i), 8 + 3 * i);
        entered(hoa, "Khách của Hoa " + std::to_string(i), 8 + 3 * i);
    }
    // An import: many of one moment.
    sql().run("UPDATE banhang.customer SET created_at = (SELECT max(created_at) FROM banhang.customer)"
              " WHERE created_at > now() - interval '12 days'",
              {});
    const server::UntouchedRound whole = round();
    const std::string told = takeBack();
    for (const int batch : {1, 2, 3, 10}) {
        const server::UntouchedRound pieces = round("2026-11-23", batch);
        EXPECT_EQ(pieces.people, whole.people) << batch;
        EXPECT_EQ(pieces.customers, whole.customers) << batch;
        EXPECT_EQ(takeBack(), told) << batch;
    }
}

TEST_F(Untouched, whatWasNotedByAServerThatEndedIsToldWithTheNextDay)
{
    entered(lan, "Khách một", 9);
    entered(lan, "Khách hai", 8);
    EXPECT_TRUE(note("2026-11-23", {}, 1)) << "and then the server ended";
    EXPECT_EQ(toldTo(lan), "");
    round("2026-11-24");
    EXPECT_EQ(toldTo(lan), "untouched_summary 2 0");
    entered(lan, "Khách ba", 8);
    round("2026-11-25");
    EXPECT_EQ(toldTo(lan), "untouched_summary 1 0") << "each once";
}

TEST_F(Untouched, aDayThatWasToldIsNotNotedAnyMore)
{
    round();
    entered(lan, "Khách một", 8);
    EXPECT_EQ(round().customers, 0);
    EXPECT_EQ(round("2026-11-24").customers, 1);
    // On a weekend or before eight there is no day to tell.
    const auto untold = [this] {
        return system().inTransaction({}, server::Tx::Mode::ReadOnly, server::untoldUntouchedDay);
    };
    if (const auto day = untold()) {
        round(*day);
        EXPECT_NE(untold(), day);
    }
}

} // namespace
} // namespace banhang::test
