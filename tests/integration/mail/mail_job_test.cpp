// Mail from the outbox to the mail server: once, however servers and mail servers fail.
#include <csignal>
#include <cstdlib>
#include <map>
#include <set>

#include "mail_sink.h"
#include "server/core/telemetry/metrics.h"
#include "server/mail/mail_job.h"
#include "server/mail/outbox_store.h"
#include "server/reminders/reminder_job.h"
#include "tests/integration/reminders/plan.h"
#include "tests/integration/reminders/worker.h"
#include "tests/support/pg_fixture.h"
#include "tests/support/stopped_process.h"
#include "tests/support/wait_until.h"

namespace banhang::test {

namespace {

using server::MailJob;
using server::ReminderJob;

class Mail : public PgFixture
{
protected:
    void SetUp() override
    {
        const std::int64_t team = world().addTeam(world().addBranch("CN Hà Nội"), "Nhóm 1");
        lan = world().addUserWith("lan", team, {{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_OWN}});
        hoa = world().addUserWith("hoa", team, {{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_OWN}});
    }

    void wantsMail(const TestUser& user, const std::string& address, bool digest, bool reminders)
    {
        sql().run("INSERT INTO banhang.notification_setting (user_id, email, mail_digest, mail_reminders)"
                  " VALUES ($1::bigint, $2, $3::boolean, $4::boolean)",
                  {std::to_string(user.id), address, digest ? "t" : "f", reminders ? "t" : "f"});
    }

    server::MailJobOptions options() const
    {
        server::MailJobOptions options;
        options.server = m_sink.server();
        options.from = "crm@abc.vn";
        options.digestMinute = 0;
        options.look = std::chrono::milliseconds(20);
        options.firstPause = std::chrono::seconds(0);
        return options;
    }

    /// Fires what is due, with mail for those who are away.
    void fireDue()
    {
        server::ReminderJobOptions firing;
        firing.maxSleep = std::chrono::milliseconds(50);
        firing.fired = [](server::Tx& tx, const std::vector<std::int64_t>& ids) {
            server::OutboxStore::addReminders(tx, ids, std::chrono::hours(8));
        };
        const ReminderJob scheduler(system(), std::move(firing), m_figures.registry());
        EXPECT_TRUE(
            becomes("NOT EXISTS (SELECT FROM banhang.reminder WHERE state = 1 AND due_at <= clock_timestamp())"));
    }

    bool becomes(const std::string& condition)
    {
        return waitUntil([&] { return sql().text("SELECT " + condition) == "t"; });
    }

    /// Two reminders for each, waiting in the outbox.
    void fillOutbox(int count)
    {
        plan(sql(), {.owner = lan, .begins = "30 minutes", .leads = "{30}", .participants = {hoa}, .count = count});
        fireDue();
    }

    static constexpr const char* kNoneWaits = "NOT EXISTS (SELECT FROM banhang.mail_outbox WHERE state = 1)";

    const MailSink m_sink;
    server::Metrics m_figures;
    TestUser lan, hoa;
};

TEST_F(Mail, reachesWhoWantsItAndIsSignedInNowhere)
{
    wantsMail(lan, "lan@abc.vn", false, true);
    wantsMail(hoa, "hoa@abc.vn", false, true);
    world().signIn(hoa);
    fillOutbox(1);
    const MailJob job(system(), app(), options(), m_figures.registry());
    ASSERT_TRUE(becomes("(SELECT count(*) = 1 FROM banhang.mail_outbox WHERE state = 2)"));
    ASSERT_EQ(m_sink.taken().size(), 1U);
    const auto mail = m_sink.taken().front();
    EXPECT_EQ(mail.at("to").front(), "lan@abc.vn");
    EXPECT_NE(mail.at("subject").get<std::string>().find("Lịch hẹn: Cuộc hẹn"), std::string::npos);
}

TEST_F(Mail, namesNoCustomerThatItsReaderDoesNotSee)
{
    const std::int64_t customer =
        sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                     " VALUES ('KH1', 'KH1', 1, 'Công ty Bí Mật', 'bi mat', $1::bigint, $2::bigint) RETURNING id",
                     {std::to_string(lan.id), std::to_string(lan.unitId)});
    wantsMail(hoa, "hoa@abc.vn", true, true);
    plan(sql(), {.owner = lan, .begins = "5 minutes", .leads = "{5}", .participants = {hoa}, .customerId = customer});
    fireDue();
    const MailJob job(system(), app(), options(), m_figures.registry());
    ASSERT_TRUE(becomes(kNoneWaits));
    for (const auto& mail : m_sink.taken()) {
        EXPECT_NE(mail.dump(-1, ' ', false).find("Cuộc hẹn"), std::string::npos);
        EXPECT_EQ(mail.dump(-1, ' ', false).find("Bí Mật"), std::string::npos);
    }
    EXPECT_FALSE(m_sink.taken().empty());
}

TEST_F(Mail, isNotSentOnceItsReminderWasAnswered)
{
    wantsMail(lan, "lan@abc.vn", false, true);
    fillOutbox(1);
    sql().run("UPDATE banhang.reminder SET state = 3, ended_at = now()");
    const MailJob job(system(), app(), options(), m_figures.registry());
    ASSERT_TRUE(becomes("(SELECT count(*) = 1 FROM banhang.mail_outbox WHERE state = 4)"));
    EXPECT_TRUE(m_sink.taken().empty());
}

TEST_F(Mail, ofTheMorningComesOnceADay)
{
    // By a clock that is not ours to set: what the outbox holds of today is put there by hand where it is afternoon.
    wantsMail(lan, "lan@abc.vn", true, false);
    plan(sql(), {.owner = lan, .begins = "-1 days", .count = 3});
    const std::string today = sql().text("SELECT (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text");
    const std::string key = "digest-" + std::to_string(lan.id) + "-" + today;
    const bool isMorning =
        sql().text("SELECT (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::time < '11:50'") == "t";
    if (!isMorning)
        sql().run("INSERT INTO banhang.mail_outbox (mail_key, user_id, kind, good_until)"
                  " VALUES ($1, $2::bigint, 2, now() + interval '1 hour')",
                  {key, std::to_string(lan.id)});
    for (int servers = 0; servers < 2; ++servers) {
        server::Metrics figures;
        const MailJob one(system(), app(), options(), figures.registry());
        const MailJob other(system(), app(), options(), m_figures.registry());
        ASSERT_TRUE(becomes("EXISTS (SELECT FROM banhang.mail_outbox WHERE state = 2)"));
    }
    ASSERT_EQ(m_sink.taken().size(), 1U);
    EXPECT_EQ(m_sink.taken().front().at("id"), "<" + key + "@abc.vn>");
    EXPECT_NE(m_sink.taken().front().at("body").get<std::string>().find("Quá hạn\n- "), std::string::npos);
}

TEST_F(Mail, outlivesAMailServerThatIsBusyStallsAndHangsUp)
{
    wantsMail(lan, "lan@abc.vn", false, true);
    fillOutbox(3);
    server::MailJobOptions impatient = options();
    impatient.server.timeout = std::chrono::seconds(1);
    const MailJob job(system(), app(), impatient, m_figures.registry());
    for (const char* manner : {"busy", "drop", "stall"}) {
        m_sink.behave(manner);
        const std::string attempts = sql().text("SELECT sum(attempts)::text FROM banhang.mail_outbox");
        ASSERT_TRUE(becomes("(SELECT sum(attempts) > 1 + " + attempts + " FROM banhang.mail_outbox)")) << manner;
    }
    m_sink.behave("take");
    ASSERT_TRUE(becomes(kNoneWaits));
    std::set<std::string> ids;
    for (const auto& mail : m_sink.taken())
        ids.insert(mail.at("id"));
    EXPECT_EQ(ids.size(), 3U);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.mail_outbox WHERE state = 2"), 3);
}

TEST_F(Mail, isGivenUpWhereNobodyLivesOrNobodyWaitsAnyMore)
{
    wantsMail(lan, "lan@abc.vn", false, true);
    fillOutbox(1);
    m_sink.behave("refuse");
    const MailJob job(system(), app(), options(), m_figures.registry());
    ASSERT_TRUE(becomes("EXISTS (SELECT FROM banhang.mail_outbox WHERE state = 3 AND last_answer = 'smtp 550')"));
    sql().run("UPDATE banhang.mail_outbox SET state = 1, ended_at = NULL, good_until = now() - interval '1 minute'");
    ASSERT_TRUE(becomes("EXISTS (SELECT FROM banhang.mail_outbox WHERE state = 3 AND last_answer = 'too late')"));
    EXPECT_TRUE(m_sink.taken().empty());
}

TEST_F(Mail, isSentByOthersWhenItsServerStandsStillBeyondTheLease)
{
    wantsMail(lan, "lan@abc.vn", false, true);
    fillOutbox(1);
    const WorkerAccess access{.system = this->access("banhang_system"), .app = this->access("banhang_app")};
    auto still = startMail(access, m_sink.port(), 3, 1, {.place = "leased", .passage = 1, .signal = "stop"});
    ASSERT_TRUE(waitUntilStopped(still));
    auto other = startMail(access, m_sink.port(), 3, 1);
    ASSERT_TRUE(becomes(kNoneWaits));
    kill(still.id(), SIGCONT);
    EXPECT_EQ(stopWorker(still), 0);
    EXPECT_EQ(stopWorker(other), 0);
    EXPECT_EQ(m_sink.taken().size(), 1U);
}

TEST_F(Mail, goesOutWhereverItsServersAreKilled)
{
    wantsMail(lan, "lan@abc.vn", false, true);
    wantsMail(hoa, "hoa@abc.vn", false, true);
    const int kills = std::getenv("BANHANG_LONG") != nullptr ? 200 : 20;
    fillOutbox(kills / 2);
    const WorkerAccess access{.system = this->access("banhang_system"), .app = this->access("banhang_app")};
    constexpr int kPlaces = 6; // leased, sent, finished, and the same of the next
    for (int i = 0; i < kills; ++i) {
        auto worker = startMail(access, m_sink.port(), 3, 1, {.place = "any", .passage = 1 + i % kPlaces});
        // Once nothing is left to send, none passes anywhere.
        while (!worker.waitFor(std::chrono::milliseconds(100))) {
            if (sql().text(std::string("SELECT ") + kNoneWaits) == "t") {
                stopWorker(worker);
                break;
            }
        }
    }
    auto last = startMail(access, m_sink.port(), 3, 1);
    ASSERT_TRUE(becomes(kNoneWaits));
    EXPECT_EQ(stopWorker(last), 0);
    // Every mail is there, and what came twice came under the same Message-ID.
    std::set<std::string> ids;
    for (const auto& mail : m_sink.taken())
        ids.insert(mail.at("id"));
    EXPECT_EQ(static_cast<int>(ids.size()), kills / 2 * 2);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.mail_outbox WHERE state = 2"), kills / 2 * 2);
}

} // namespace

} // namespace banhang::test
