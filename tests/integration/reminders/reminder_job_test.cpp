// What becomes of reminders that are due.
#include "reminders_fixture.h"

#include <atomic>
#include <random>
#include <thread>

#include "tests/integration/changes/watcher.h"
#include "tests/support/wait_until.h"

namespace banhang::test {

namespace {

using server::ReminderJob;

class Firing : public RemindersFixture
{
protected:
    std::vector<std::string> skips()
    {
        Lines lines;
        for (const server::Row row : sql().run("SELECT skip_reason || ' ' || count(*) FROM banhang.reminder"
                                               " WHERE skip_reason IS NOT NULL GROUP BY skip_reason ORDER BY 1"))
            lines.push_back(row.string(0));
        return lines;
    }
    std::string figures() { return m_seen.text(); }
    std::unique_ptr<ReminderJob> scheduler()
    {
        return std::make_unique<ReminderJob>(
            system(), server::ReminderJobOptions{.maxSleep = std::chrono::milliseconds(50)}, m_seen.registry());
    }

    server::Metrics m_seen;
};

TEST_F(Firing, reachesThePersonThroughTheFeedOnceAndNobodyElse)
{
    Watcher lans(channel(), lanToken);
    Watcher hoas(channel(), hoaToken);
    ASSERT_TRUE(lans.waitOpen());
    ASSERT_TRUE(hoas.waitOpen());
    plan(sql(), {.owner = lan, .begins = "0.2 seconds"});
    plan(sql(), {.owner = hoa, .begins = "0.3 seconds"});
    const auto running = scheduler();
    ASSERT_TRUE(waitUntil([this] { return listOf(lanToken).notifications_size() == 1; }));
    ASSERT_TRUE(waitUntil([this] { return listOf(hoaToken).notifications_size() == 1; }));
    const v1::Notification mine = listOf(lanToken).notifications(0);
    EXPECT_EQ(mine.key(), "notification.reminder");
    EXPECT_EQ(mine.title(), "Cuộc hẹn");
    EXPECT_TRUE(mine.is_waiting());
    EXPECT_TRUE(lans.waitFor([&](const Watcher& watcher) { return watcher.heard(mine.id()).has_value(); }));
    const std::int64_t theirs = listOf(hoaToken).notifications(0).id();
    EXPECT_TRUE(hoas.waitFor([&](const Watcher& watcher) { return watcher.heard(theirs).has_value(); }));
    EXPECT_FALSE(hoas.heard(mine.id()));
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Firing, waitsUntilItsTime)
{
    plan(sql(), {.owner = lan, .begins = "1 hour", .leads = "{0,30}"});
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications_size(), 0);
    timePasses(sql(), "31 minutes");
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications_size(), 1);
}

TEST_F(Firing, catchesUpAfterDowntimeWithOneSummaryForEachPerson)
{
    plan(sql(), {.owner = lan, .begins = "2 hours", .participants = {hoa}, .count = 700});
    plan(sql(), {.owner = lan, .begins = "70 hours", .leads = "{0,4320}"});
    timePasses(sql(), "3 days");
    plan(sql(), {.owner = lan, .begins = "1 hour"});
    timePasses(sql(), "2 hours");
    {
        // Two servers come back at once.
        const auto first = scheduler();
        server::Metrics others;
        const ReminderJob second(system(), {.maxSleep = std::chrono::milliseconds(50)}, others.registry());
        ASSERT_TRUE(waitUntil([this] { return dueReminders(sql()) == 0; }));
    }
    EXPECT_EQ(skips(), Lines{"overdue 1401"});
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
    EXPECT_EQ(listOf(lanToken).capped_unread_count(), 3);
    for (const v1::Notification& notification : toldTo(lanToken))
        EXPECT_TRUE(notification.key() != "notification.overdue_summary" || notification.args().at("count") == "701");
    // Read, it is closed: what is missed later begins a new one.
    v1::MarkNotificationsReadRequest request;
    request.set_up_to_id(1'000'000);
    call(*notifications, &v1::NotificationsService::Stub::MarkNotificationsRead, request, lanToken);
    plan(sql(), {.owner = lan, .begins = "1 hour"});
    timePasses(sql(), "2 days");
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications(0).args().at("count"), "1");
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Firing, tellsOfAMissedSeriesOnlyTheNewest)
{
    for (const char* begins : {"1 hour", "2 hours", "3 hours", "40 hours"})
        plan(sql(), {.owner = lan, .begins = begins, .leads = "{15}", .participants = {hoa}, .seriesId = 77});
    timePasses(sql(), "4 hours");
    settleDue();
    EXPECT_EQ(skips(), Lines{"newer 4"});
    EXPECT_EQ(listOf(lanToken).notifications_size(), 1);
    EXPECT_EQ(listOf(hoaToken).notifications_size(), 1);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Firing, waitsForTheEndOfQuietHours)
{
    // All day but the minute before now, wherever the test runs.
    const int minute = static_cast<int>(
        sql().number("SELECT extract(hour FROM wall) * 60 + extract(minute FROM wall)"
                     " FROM (SELECT clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS wall) AS clock"));
    v1::NotificationSettings quiet;
    quiet.set_quiet_from_minute(minute);
    quiet.set_quiet_to_minute((minute + 1430) % 1440);
    setSettings(quiet, {"quiet_from_minute", "quiet_to_minute"}, lanToken);
    plan(sql(), {.owner = lan, .begins = "1 hour"});
    timePasses(sql(), "61 minutes");
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications_size(), 0);
    ASSERT_EQ(remindersOf(lanToken).coming_size(), 1);
    EXPECT_GT(remindersOf(lanToken).coming(0).due_time().seconds(), TimeUtil::GetCurrentTime().seconds() + 3600);
    // Who gives them up is told at once.
    setSettings({}, {"quiet_from_minute", "quiet_to_minute"}, lanToken);
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications_size(), 1);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Firing, countsWhatNobodyIsToHear)
{
    const std::int64_t customer =
        sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                     " VALUES ('KH1', 'KH1', 1, 'Nam', 'nam', $1::bigint, $2::bigint) RETURNING id",
                     {std::to_string(lan.id), std::to_string(lan.unitId)});
    plan(sql(), {.owner = lan, .begins = "1 hour", .customerId = customer});
    plan(sql(), {.owner = hoa, .begins = "1 hour"});
    sql().run("UPDATE banhang.customer SET deleted_at = now()");
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = " + std::to_string(hoa.id));
    timePasses(sql(), "1 hour");
    {
        const auto running = scheduler();
        ASSERT_TRUE(waitUntil([this] { return dueReminders(sql()) == 0; }));
        ASSERT_TRUE(waitUntil([this] { return figures().find("reason=\"inactive\"") != std::string::npos; }));
    }
    EXPECT_EQ(skips(), (Lines{"hidden 1", "inactive 1"}));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification"), 0);
    EXPECT_NE(figures().find("banhang_reminders_skipped_total{reason=\"hidden\"} 1"), std::string::npos);
}

TEST_F(Firing, tellsOfWhatCameOutOfTheBinBeforeItBegan)
{
    const std::int64_t customer =
        sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                     " VALUES ('KH1', 'KH1', 1, 'Nam', 'nam', $1::bigint, $2::bigint) RETURNING id",
                     {std::to_string(lan.id), std::to_string(lan.unitId)});
    plan(sql(), {.owner = lan, .begins = "2 hours", .leads = "{60}", .customerId = customer});
    sql().run("UPDATE banhang.customer SET deleted_at = now()");
    timePasses(sql(), "61 minutes");
    settleDue();
    EXPECT_EQ(skips(), Lines{});
    EXPECT_EQ(listOf(lanToken).notifications_size(), 0);
    sql().run("UPDATE banhang.customer SET deleted_at = NULL");
    timePasses(sql(), "15 minutes");
    settleDue();
    EXPECT_EQ(listOf(lanToken).notifications_size(), 1);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Firing, holdsWhileColleaguesMoveAndBinWhatFires)
{
    constexpr int kEditors = 3;
    constexpr int kSteps = 150;
    const auto ids =
        plan(sql(), {.owner = lan, .begins = "1 second", .leads = "{0}", .participants = {hoa}, .count = 60});
    server::Metrics others;
    const auto first = scheduler();
    const ReminderJob second(system(), {.maxSleep = std::chrono::milliseconds(50), .batch = 7}, others.registry());
    std::vector<std::thread> editors;
    editors.reserve(kEditors);
    for (int editor = 0; editor < kEditors; ++editor)
        editors.emplace_back([&, editor] {
            SqlSession session(access("postgres"));
            std::mt19937 random(static_cast<unsigned>(editor));
            for (int step = 0; step < kSteps; ++step) {
                const std::string id = std::to_string(ids.at(random() % ids.size()));
                // As a save does it: the row is locked, changed, and its reminders follow.
                session.run("BEGIN");
                session.run("SELECT FROM banhang.activity WHERE id = $1::bigint FOR UPDATE", {id});
                if (random() % 8 == 0)
                    session.run("UPDATE banhang.activity SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END"
                                " WHERE id = $1::bigint",
                                {id});
                else
                    session.run("UPDATE banhang.activity SET starts_at = clock_timestamp() + make_interval(secs => "
                                "$2::int / 1000.0),"
                                " ends_at = clock_timestamp() + interval '1 hour' WHERE id = $1::bigint",
                                {id, std::to_string(1 + random() % 300)});
                session.run("SELECT banhang.keep_reminders('activity', ARRAY[$1::bigint])", {id});
                session.run("COMMIT");
            }
        });
    for (std::thread& editor : editors)
        editor.join();
    EXPECT_TRUE(waitUntil([this] {
        return sql().number("SELECT count(*) FROM banhang.reminder WHERE state = 1 AND due_at <= clock_timestamp()"
                            " + interval '1 second'") == 0;
    }));
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

} // namespace

} // namespace banhang::test
