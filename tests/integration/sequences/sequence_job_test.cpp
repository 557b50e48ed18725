// The job: what is due comes into being once, by however many servers, and whatever happens to them meanwhile.
#include <atomic>
#include <thread>

#include "tests/integration/sequences/sequences_fixture.h"

namespace banhang::test {
namespace {

constexpr server::Statement kEndOwnSession{"SELECT pg_terminate_backend(pg_backend_pid())"};

/// Ends the session of its own transaction at one of the saves, as the database sees a killed server.
class Killer final : public server::ActivityListener
{
public:
    explicit Killer(int at) : m_left(at) {}
    void activitiesSaved(server::Tx& tx, const server::ChangeActor&, std::span<const server::SavedActivity>) override
    {
        if (m_left-- == 0)
            tx.query(kEndOwnSession);
    }

private:
    std::atomic<int> m_left;
};

class SequenceJobTest : public SequencesFixture
{
protected:
    std::vector<std::int64_t> addCustomers(int count)
    {
        std::vector<std::int64_t> ids;
        for (int i = 0; i < count; ++i)
            ids.push_back(addCustomer(lan, "Khách " + std::to_string(i)));
        return ids;
    }
    /// Each step of each customer once, and nothing that belongs to none.
    void expectWhole(int count, int steps)
    {
        EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.care_step"), count * steps);
        EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), count * steps);
        EXPECT_EQ(sql().number("SELECT count(DISTINCT activity_id) FROM banhang.care_step"), count * steps);
    }
};

TEST_F(SequenceJobTest, losesNothingAndDoublesNothingWhenKilled)
{
    const v1::Sequence sequence =
        define("Khách mới", {callToday(), step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, 0, "Gửi quà")});
    start(lanToken, sequence, addCustomers(8));
    // The first transaction dies, then the second one after a good one, and so on.
    for (int at = 0; at < 4; ++at) {
        Killer killer(at % 2);
        try {
            while (server::reconcileDueEnrolments(system(), {&killer}, 2) > 0) {
            }
        } catch (const std::exception&) {
            continue;
        }
    }
    work();
    expectWhole(8, 2);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.care_wake"), 0);
}

TEST_F(SequenceJobTest, makesEachStepOnceByTwoServers)
{
    const v1::Sequence sequence =
        define("Khách mới", {callToday(), step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, 0, "Gửi quà")});
    const std::vector<std::int64_t> ids = addCustomers(20);
    start(lanToken, sequence, ids);
    // Each of them woken several times: two servers then want the same enrolment.
    for (int i = 0; i < 3; ++i)
        sql().run("INSERT INTO banhang.care_wake (enrolment_id) SELECT id FROM banhang.care_enrolment");
    std::thread other([this] { work(); });
    work();
    other.join();
    expectWhole(20, 2);
}

TEST_F(SequenceJobTest, makesAStepWhenItsDayComesNear)
{
    start(lanToken, define("Khách mới", {farStep("Gửi quà")}), {mai.id()});
    work();
    EXPECT_EQ(made(mai.id()), "");
    letPass(kFar - kAhead - 10);
    work();
    EXPECT_EQ(made(mai.id()), "");
    letPass(kAhead + 9);
    work();
    EXPECT_EQ(made(mai.id()), "Gửi quà:1");
    EXPECT_TRUE(newest(mai.id()).has_day());
}

TEST_F(SequenceJobTest, makesUpForTheTimeInWhichNoServerRan)
{
    start(lanToken, define("Khách mới", {farStep("Gửi quà")}), {mai.id()});
    work();
    letPass(2 * kFar);
    work();
    EXPECT_EQ(made(mai.id()), "Gửi quà:1");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"
                           " WHERE day >= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"),
              1);
}

TEST_F(SequenceJobTest, remindsAsOfAnyActivity)
{
    v1::SequenceStep visit = step(v1::CARE_STEP_KIND_VISIT, v1::CARE_STEP_BASE_START, 3, "Thăm");
    visit.set_start_minute(9 * 60);
    visit.set_ahead_days(10);
    visit.add_reminder_lead_minutes(60);
    start(lanToken, define("Khách mới", {visit}), {mai.id()});
    work();
    const v1::Activity made = newest(mai.id());
    EXPECT_EQ(made.kind(), v1::ACTIVITY_KIND_APPOINTMENT);
    EXPECT_EQ(made.end_time().seconds() - made.start_time().seconds(), 3600);
    EXPECT_EQ(made.reminder_lead_minutes_size(), 1);
}

TEST_F(SequenceJobTest, waitsForAnOwnerWhoIsThere)
{
    start(lanToken, define("Khách mới", {callToday()}), {mai.id()});
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {std::to_string(lan.id)});
    work();
    EXPECT_EQ(made(mai.id()), "");
    sql().run("UPDATE banhang.customer SET owner_id = $1::bigint, unit_id = $2::bigint",
              {std::to_string(hoa.id), std::to_string(hoa.unitId)});
    work();
    EXPECT_EQ(newest(mai.id()).owner_user_id(), hoa.id);
}

} // namespace
} // namespace banhang::test
