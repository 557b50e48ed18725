// The job that makes what comes near: each day once, by however many servers, and with the customer that merges led to.
#include "server/series/series_job.h"

#include <thread>

#include "tests/integration/series/series_fixture.h"

namespace banhang::test {
namespace {

class SeriesJobTest : public SeriesFixture
{
protected:
    /// As if the occurrences from then on had not been made yet.
    void forgetFrom(std::int64_t seriesId, int week)
    {
        sql().run("DELETE FROM banhang.activity WHERE series_id = $1::bigint AND starts_at >= to_timestamp($2::bigint)",
                  {std::to_string(seriesId), std::to_string(at(week * 168).seconds())});
        sql().run("UPDATE banhang.series SET made_until = (to_timestamp($2::bigint))::date - 1, next_make_on = "
                  "current_date - 1"
                  " WHERE id = $1::bigint",
                  {std::to_string(seriesId), std::to_string(at(week * 168).seconds())});
    }
    std::int64_t ahead(std::int64_t seriesId)
    {
        return sql().number("SELECT count(*) FROM banhang.activity WHERE series_id = $1::bigint",
                            {std::to_string(seriesId)});
    }
};

TEST_F(SeriesJobTest, makesWhatIsDueAndNothingElse)
{
    const auto series = create(appointment("Họp", 2, 3), weekly()).series();
    const std::int64_t whole = ahead(series.id());
    EXPECT_GT(whole, 50);
    EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 0);
    forgetFrom(series.id(), 10);
    EXPECT_EQ(ahead(series.id()), 10);
    EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 1);
    EXPECT_EQ(ahead(series.id()), whole);
    EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 0);
}

TEST_F(SeriesJobTest, makesEachDayOnceByTwoServers)
{
    std::vector<std::int64_t> ids;
    std::int64_t whole = 0;
    for (int i = 0; i < 6; ++i) {
        ids.push_back(create(appointment("Họp", 2, 3), weekly()).series().id());
        whole = ahead(ids.back());
        forgetFrom(ids.back(), 5);
    }
    const auto work = [this] {
        while (server::makeDueOccurrences(system(), {}, 2) > 0) {
        }
    };
    std::thread other(work);
    work();
    other.join();
    for (const std::int64_t id : ids)
        EXPECT_EQ(ahead(id), whole);
}

TEST_F(SeriesJobTest, followsTheCustomerThroughMergesAndTheirUndoing)
{
    v1::Activity visit = appointment("Thăm", 2, 3);
    visit.set_customer_id(mai.id());
    const auto series = create(visit, weekly()).series();
    const std::int64_t survivor = addCustomer(lan, "Nguyễn Thị Mai (gộp)");
    const std::string merged = std::to_string(mai.id());
    const auto latestCustomer = [this] {
        return sql().number("SELECT customer_id FROM banhang.activity ORDER BY series_slot DESC LIMIT 1");
    };

    sql().run("UPDATE banhang.customer SET merged_into_id = $1::bigint, deleted_at = now() WHERE id = $2::bigint",
              {std::to_string(survivor), merged});
    forgetFrom(series.id(), 3);
    server::makeDueOccurrences(system(), {}, 5);
    EXPECT_EQ(latestCustomer(), survivor);
    v1::Activity renamed = occurrences(series.id()).front();
    renamed.set_title("Ghé thăm");
    save(change(series, renamed, v1::SERIES_SCOPE_ALL, {"title"}));

    // One visit was made over to somebody else by itself, which says nothing of the others.
    sql().run("UPDATE banhang.customer SET merged_into_id = NULL, deleted_at = NULL WHERE id = $1::bigint", {merged});
    forgetFrom(series.id(), 3);
    sql().run("UPDATE banhang.activity SET customer_id = $1::bigint WHERE series_slot ="
              " (SELECT max(series_slot) FROM banhang.activity)",
              {std::to_string(survivor)});
    server::makeDueOccurrences(system(), {}, 5);
    EXPECT_EQ(latestCustomer(), mai.id());
}

TEST_F(SeriesJobTest, makesNothingForWhoLeft)
{
    const auto series = create(appointment("Họp", 2, 3), weekly()).series();
    forgetFrom(series.id(), 2);
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {std::to_string(lan.id)});
    EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 0);
    EXPECT_EQ(ahead(series.id()), 2);
}

TEST_F(SeriesJobTest, goesOnWithWhoWasGivenTheLastOfWhoLeft)
{
    const auto series = create(appointment("Họp", 2, 3), weekly()).series();
    const std::int64_t whole = ahead(series.id());
    forgetFrom(series.id(), 2);
    const std::string left = std::to_string(lan.id);
    const std::string taker = std::to_string(hoa.id);
    const auto give = [&](const std::string& which) {
        sql().run("UPDATE banhang.activity SET owner_id = $1::bigint, unit_id = $2::bigint WHERE series_slot ="
                  " (SELECT " +
                      which + "(series_slot) FROM banhang.activity WHERE series_id = $3::bigint)",
                  {taker, std::to_string(hoa.unitId), std::to_string(series.id())});
    };
    const auto ownedByTaker = [&] {
        return sql().number("SELECT count(*) FROM banhang.activity WHERE owner_id = $1::bigint", {taker});
    };

    // Who is here keeps what comes again, whoever does one of it.
    give("max");
    server::makeDueOccurrences(system(), {}, 5);
    EXPECT_EQ(ahead(series.id()), whole);
    EXPECT_EQ(ownedByTaker(), 1);

    // The first of it says nothing of the rest, the last does.
    forgetFrom(series.id(), 3);
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {left});
    give("min");
    EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 0);
    give("max");
    EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 1);
    EXPECT_EQ(ahead(series.id()), whole);
    EXPECT_EQ(ownedByTaker(), whole) << "the three that were given, and all that follow";
    EXPECT_EQ(sql().number("SELECT owner_id FROM banhang.series"), hoa.id);
    EXPECT_EQ(sql().number("SELECT unit_id FROM banhang.series"), hoa.unitId);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'series' AND operation = 'assign'"
                           " AND entity_id = $1::bigint AND version = (SELECT version FROM banhang.series)",
                           {std::to_string(series.id())}),
              1);
}

} // namespace
} // namespace banhang::test
