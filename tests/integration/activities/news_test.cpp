// What open clients learn of activities, and what remains when a save is cut off or meets another one.
#include <future>

#include "server/changes/changes_service.h"
#include "tests/integration/activities/activities_fixture.h"
#include "tests/integration/changes/watcher.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

class ActivityNews : public ActivitiesFixture
{
protected:
    ~ActivityNews() override { stopServer(); }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = ActivitiesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, parts.hub));
        return services;
    }

    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        // News are told apart by their ids here.
        sql().run("ALTER TABLE banhang.activity ALTER COLUMN id RESTART WITH 100000");
    }

    std::unique_ptr<Watcher> watch(const TestUser& user)
    {
        auto watcher = std::make_unique<Watcher>(channel(), world().signIn(user));
        EXPECT_TRUE(watcher->waitOpen());
        return watcher;
    }
    static std::function<bool(const Watcher&)> hears(std::int64_t id, std::int64_t version)
    {
        return [=](const Watcher& watcher) {
            const auto heard = watcher.heard(id);
            return heard && heard->visible && heard->version == version;
        };
    }
    static std::function<bool(const Watcher&)> loses(std::int64_t id)
    {
        return [=](const Watcher& watcher) {
            const auto heard = watcher.heard(id);
            return heard && !heard->visible;
        };
    }

    /// Ends the connections that wait for a lock, once there are any.
    void cutOff()
    {
        EXPECT_TRUE(waitUntil([this] {
            return sql().number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                " WHERE usename = 'banhang_app' AND wait_event_type = 'Lock'") > 0;
        }));
    }
};

TEST_F(ActivityNews, reachPeopleWhereverTheyAreAndNobodyElse)
{
    const auto ofTuan = watch(tuan);
    const auto ofHoa = watch(hoa);
    const auto ofMinh = watch(minh);
    v1::Activity meeting = appointment("Họp", 1, 2);
    meeting.add_participant_user_ids(tuan.id);
    v1::Activity stored = plan(lanToken, meeting);
    EXPECT_TRUE(ofTuan->waitFor(hears(stored.id(), 1)));
    EXPECT_TRUE(ofMinh->waitFor(hears(stored.id(), 1)));
    stored.clear_participant_user_ids();
    stored.add_participant_user_ids(hoa.id);
    stored = edit(lanToken, stored, {"participant_user_ids"});
    EXPECT_TRUE(ofTuan->waitFor(hears(stored.id(), 2))) << "who leaves looks once more, and finds it gone";
    EXPECT_TRUE(ofHoa->waitFor(hears(stored.id(), 2)));
    bin(lanToken, stored.id());
    EXPECT_TRUE(ofHoa->waitFor(loses(stored.id())));
    EXPECT_TRUE(ofMinh->waitFor(loses(stored.id())));
    EXPECT_EQ(ofTuan->heard(stored.id()).value().version, 2);
}

TEST_F(ActivityNews, ofACustomersTimelineComeAsNewsOfTheCustomer)
{
    const auto watcher = watch(lan);
    const v1::Activity stored = plan(anToken, talk(1));
    const std::int64_t version = customerNow().version();
    ASSERT_TRUE(watcher->waitFor(hears(mai.id(), version)));
    const std::vector<std::string> fields = watcher->heard(mai.id()).value().fields;
    EXPECT_NE(std::ranges::find(fields, "activities"), fields.end());
    EXPECT_NE(std::ranges::find(fields, "next_contact_time"), fields.end());
}

TEST_F(ActivityNews, aSaveThatIsCutOffStoresAllOrNothingAndItsRepeatStoresOnce)
{
    SqlSession other(access("postgres"));
    other.run("BEGIN");
    other.run("SELECT FROM banhang.customer FOR UPDATE");
    const v1::CreateActivityRequest request = creation(talk(1));
    auto cut = std::async(std::launch::async, [&] {
        const auto own = stub<v1::ActivitiesService>();
        try {
            call(*own, &ActivitiesStub::CreateActivity, request, lanToken);
        } catch (const AppError& error) {
            EXPECT_TRUE(error.code() == ErrorCode::Unavailable || error.code() == ErrorCode::Timeout) << error.key();
        }
    });
    cutOff();
    other.run("ROLLBACK");
    cut.get();
    const auto first = call(*activities, &ActivitiesStub::CreateActivity, request, lanToken);
    const auto second = call(*activities, &ActivitiesStub::CreateActivity, request, lanToken);
    EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'activity'"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'customer'"), 1);
    EXPECT_TRUE(customerNow().has_next_contact_time());
}

TEST_F(ActivityNews, ofTwoWhoCloseAtOnceOneIsToldThatItIsClosed)
{
    const v1::Activity planned = plan(lanToken, talk(1));
    std::vector<std::future<std::string>> closers;
    for (const std::string& token : {lanToken, minhToken})
        closers.push_back(std::async(std::launch::async, [this, token, planned] {
            const auto own = stub<v1::ActivitiesService>();
            try {
                call(*own, &ActivitiesStub::CloseActivity, closing(planned, v1::ACTIVITY_STATE_DONE), token);
                return std::string("done");
            } catch (const AppError& error) {
                return error.key();
            }
        }));
    std::vector<std::string> answers;
    for (auto& closer : closers)
        answers.push_back(closer.get());
    std::ranges::sort(answers);
    EXPECT_EQ(answers, (std::vector<std::string>{"activity.closed", "done"}));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE operation = 'close'"), 1);
}

TEST_F(ActivityNews, personsAndSearchAreKeptInStepByTheTable)
{
    // Whoever writes: here somebody without the server.
    sql().run("INSERT INTO banhang.activity (kind, title, owner_id, unit_id, creator_id, participant_ids, day)"
              " SELECT 3, 'Việc ' || i, $1::bigint, $2::bigint, $1::bigint, ARRAY[$3::bigint, $4::bigint], '2026-11-23'"
              " FROM generate_series(1, 3) AS i",
              {std::to_string(lan.id), std::to_string(lan.unitId), std::to_string(hoa.id), std::to_string(tuan.id)});
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person WHERE is_owner"), 3);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person WHERE is_open AND NOT is_timed"), 9);
    EXPECT_EQ(sql().text("SELECT DISTINCT sort_at AT TIME ZONE 'Asia/Ho_Chi_Minh' FROM banhang.activity_person"),
              "2026-11-23 00:00:00");
    sql().run("UPDATE banhang.activity SET participant_ids = ARRAY[$1::bigint], day = '2026-11-24', state = 2,"
              " closed_at = now() WHERE title <> 'Việc 1'",
              {std::to_string(hoa.id)});
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person"), 7);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person WHERE NOT is_open AND closed_at IS NOT NULL"),
              4);
    EXPECT_EQ(list(tuanToken, {}).activities_size(), 1);
    sql().run("DELETE FROM banhang.activity");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person"), 0);
}

} // namespace
} // namespace banhang::test
