// How much the database reads for the lists of a working day, and that this does not grow with what was finished long
// ago.
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

constexpr int kPeople = 20;
constexpr int kHistory = 10000;
constexpr int kCustomers = 50; ///< of each person
constexpr int kOpen = 30;      ///< planned ones of each person

class ActivityWork : public ActivitiesFixture
{
protected:
    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        for (int i = 0; i < kPeople; ++i)
            people.push_back(world().addUser("person" + std::to_string(i), teamOne));
        grant(people.front(), "person works", v1::SCOPE_OWN);
        world().join(people.front(), world().addGroup("person serves", allActions(v1::SCOPE_OWN)));
        world().refreshRights({minh.id});
        token = world().signIn(people.front());
        addCustomers();
        addHistory(1);
        sql().run(
            "INSERT INTO banhang.activity (kind, title, owner_id, unit_id, creator_id, starts_at, ends_at,"
            " customer_id, is_callback) SELECT 2 - o % 2, 'hẹn', u.id, u.unit_id, u.id,"
            " date_trunc('day', now()) + o * interval '9 hours', date_trunc('day', now()) + o * interval '9 hours'"
            " + interval '1 hour', (SELECT min(id) FROM banhang.customer WHERE owner_id = u.id), o % 10 = 1"
            " FROM banhang.app_user u, generate_series(-5, $1::int) AS o WHERE u.user_name LIKE 'person%'",
            {std::to_string(kOpen)});
        sql().run("VACUUM ANALYZE");
    }

    void addCustomers()
    {
        sql().run("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                  " SELECT 'A' || u.id || '-' || i, 'A' || u.id || '-' || i, 1, 'Khách ' || i, 'khach ' || i, u.id,"
                  " u.unit_id FROM banhang.app_user u, generate_series(1, $1::int) AS i"
                  " WHERE u.user_name LIKE 'person%' ORDER BY u.id, i",
                  {std::to_string(kCustomers)});
    }

    /// Done long ago, `round` years back.
    void addHistory(int round)
    {
        const std::int64_t user = people.front().id;
        const std::int64_t customer =
            sql().number("SELECT min(id) FROM banhang.customer WHERE owner_id = $1::bigint", {std::to_string(user)});
        // Ids of people and of their customers follow each other.
        sql().run(
            "INSERT INTO banhang.activity (kind, state, channel_key, title, owner_id, unit_id, creator_id, starts_at,"
            " ends_at, closed_at, customer_id, participant_ids)"
            " SELECT 1, 2, 'call', 'gọi ' || i, u.id, u.unit_id, u.id, t.at, t.at + interval '10 minutes', t.at,"
            " $5::bigint + i % $2::int * $6::int + i / $2::int % $6::int,"
            " CASE WHEN i % 5 = 0 AND u.id <> $4::bigint THEN ARRAY[$4::bigint] ELSE '{}'::bigint[] END"
            " FROM generate_series(1, $1::int) AS i"
            " JOIN banhang.app_user u ON u.id = $4::bigint + i % $2::int"
            " CROSS JOIN LATERAL (SELECT now() - $3::int * interval '365 days' - i * interval '15 minutes' AS at) AS t",
            {std::to_string(kHistory), std::to_string(kPeople), std::to_string(round), std::to_string(user),
             std::to_string(customer), std::to_string(kCustomers)});
        sql().run("VACUUM ANALYZE banhang.activity, banhang.activity_person, banhang.customer");
    }

    template <typename Calls>
    std::int64_t readsOf(const Calls& calls)
    {
        const std::int64_t before = reads();
        calls();
        return reads() - before;
    }

    std::int64_t reads()
    {
        // Connections report their counters for certain when they end; the pool makes new ones.
        sql().run("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                  " WHERE usename = 'banhang_app' AND datname = current_database()");
        // What this connection itself read while it filled the tables is told now, not in the middle of a question.
        sql().run("SELECT pg_stat_force_next_flush()");
        sql().run("SELECT pg_stat_clear_snapshot()");
        const char* tables = " WHERE relname LIKE 'activity%' OR relname LIKE 'customer%' OR relname LIKE 'contact%'";
        return sql().number(std::string("SELECT sum(seq_tup_read)::bigint FROM pg_stat_user_tables") + tables) +
               sql().number(std::string("SELECT sum(idx_tup_read)::bigint FROM pg_stat_user_indexes") + tables);
    }

    struct Asked
    {
        const char* name;
        std::function<void()> ask;
        std::int64_t most;
    };
    std::vector<Asked> questions();
    v1::ActivityFilter month() const;

    std::vector<TestUser> people;
    std::string token;
};

v1::ActivityFilter ActivityWork::month() const
{
    v1::ActivityFilter filter;
    for (const TestUser& person : people)
        filter.add_user_ids(person.id);
    *filter.mutable_from_time() = at(-24 * 15);
    *filter.mutable_to_time() = at(24 * 16);
    return filter;
}

std::vector<ActivityWork::Asked> ActivityWork::questions()
{
    const std::int64_t customer = sql().number("SELECT min(id) FROM banhang.customer WHERE owner_id = $1::bigint",
                                               {std::to_string(people.front().id)});
    const auto lists = [this](const std::string& who, const v1::ActivityFilter& filter, bool descending) {
        return [=, this] { EXPECT_GT(list(who, filter, descending).activities_size(), 0); };
    };
    v1::ActivityFilter promises;
    promises.set_callbacks_only(true);
    v1::ActivityFilter open;
    open.add_states(v1::ACTIVITY_STATE_PLANNED);
    v1::ListTimelineRequest timeline;
    timeline.set_customer_id(customer);
    v1::ListTimelineRequest words = timeline;
    words.set_query("goi");
    v1::Activity clash = appointment("Họp", 1, 2);
    v1::CheckActivityRequest check;
    *check.mutable_activity() = clash;
    return {
        {"workday",
         [this] {
             const auto day = call(*activities, &ActivitiesStub::GetWorkday, v1::GetWorkdayRequest(), token);
             EXPECT_GT(day.overdue_size(), 0);
         },
         1500},
        {"month of a team", lists(minhToken, month(), false), 20000},
        {"promises of a team", lists(minhToken, promises, false), 2000},
        {"open of a team", lists(minhToken, open, false), 6000},
        {"open of the company", lists(anToken, open, false), 2000},
        {"latest of the company", lists(anToken, {}, true), 2000},
        {"latest of oneself", lists(token, {}, true), 2000},
        {"timeline", [=, this] { call(*activities, &ActivitiesStub::ListTimeline, timeline, token); }, 1500},
        {"check", [=, this] { call(*activities, &ActivitiesStub::CheckActivity, check, token); }, 400},
        {"save", [=, this] { plan(token, clash); }, 400},
    };
}

// One case, because the rows take longer than all that is asked of them.
TEST_F(ActivityWork, readsLittleHoweverMuchWasFinished)
{
    std::map<std::string, std::int64_t> before;
    for (const Asked& asked : questions()) {
        before[asked.name] = readsOf(asked.ask);
        EXPECT_LE(before[asked.name], asked.most) << asked.name;
    }
    addHistory(4);
    addHistory(7);
    for (const Asked& asked : questions())
        EXPECT_LE(readsOf(asked.ask), before[asked.name] * 3 / 2 + 100) << asked.name << " grows with its history";
}

} // namespace
} // namespace banhang::test
