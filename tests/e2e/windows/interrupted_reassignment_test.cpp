// Several hundred entries are handed over, and in the middle of it the cable is cut or the server killed: what was done
// stays done and is told, and trying again does the rest, nothing twice.
#include <algorithm>
#include <fstream>

#include <QEventLoop>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "client/customers/batch/customer_acts.h"
#include "client/workday/work_reassignment.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/support/proxy.h"
#include "tests/e2e/windows/leader_suite.h"

namespace banhang::test {
namespace {

constexpr int kEntries = 350;
constexpr int kAtOnce = 100;

class InterruptedReassignment : public LeaderSuite
{
protected:
    /// Appointments of minh, far enough ahead to be nobody's news; `word` tells those of one case from the others.
    static void plan(const Ctl& minh, const std::string& word)
    {
        const auto file = office().directory() / (word + ".ics");
        std::ofstream out(file, std::ios::binary);
        out << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
        for (int i = 0; i < kEntries; ++i)
            out << "BEGIN:VEVENT\r\nUID:" << word << i << "@x\r\nSUMMARY:" << word
                << "\r\nDTSTART:20400105T020000Z\r\nEND:VEVENT\r\n";
        out << "END:VCALENDAR\r\n";
        out.close();
        minh.json({"calendar", "import", file.string()});
        ASSERT_EQ(countOf(word, "u.user_name = 'minh'"), kEntries);
    }
    static int countOf(const std::string& word, const std::string& which)
    {
        return std::stoi(office().sql("SELECT count(*) FROM banhang.activity a JOIN banhang.app_user u"
                                      " ON u.id = a.owner_id WHERE a.title = '" +
                                      word + "' AND " + which));
    }
    /// How often any of them changed hands at most and at least.
    static std::string changesOfHands(const std::string& word)
    {
        return office().sql("SELECT min(times) || ' ' || max(times) FROM (SELECT count(*) AS times"
                            " FROM banhang.change_log l JOIN banhang.activity a ON a.id = l.entity_id"
                            " WHERE l.entity = 'activity' AND l.operation = 'assign'"
                            " AND a.title = '" +
                            word + "' GROUP BY a.id) AS counted");
    }
    static void handOver(client::ColleagueDay& day)
    {
        choose(day, q("Mọi việc chưa xong"), q("Phạm Ngọc Diệp"));
        confirmIn(*day.work()->bar());
    }
    struct Interrupted
    {
        int done = 0; ///< entries of which the client knew
        QString notice{};
    };
    /// Hands all of it over; once the first are done and the next are on their way, `interrupt` happens.
    static Interrupted handOverUntil(client::ColleagueDay& day, const std::function<void()>& interrupt)
    {
        QSignalSpy failed(day.work(), &client::WorkReassignment::failed);
        Interrupted result;
        QEventLoop untilTheFirst;
        QObject::connect(day.work()->findChild<client::ActRun*>(), &client::ActRun::progressed, &untilTheFirst,
                         [&](int done, int) {
                             result.done = done;
                             if (done > 0)
                                 untilTheFirst.quit();
                         });
        handOver(day);
        untilTheFirst.exec();
        interrupt();
        waitUntil("the notice", [&] { return !failed.isEmpty(); });
        result.notice = failed.at(0).at(0).toString();
        return result;
    }
    /// What the notice says is done for sure, and what was on its way wholly or not at all.
    static void expectHalfDone(const std::string& word, const Interrupted& interrupted)
    {
        EXPECT_GE(interrupted.done, kAtOnce);
        EXPECT_TRUE(interrupted.notice.contains(QString::number(interrupted.done))) << interrupted.notice.toStdString();
        const int done = countOf(word, "u.user_name = 'diep'");
        EXPECT_TRUE(done == interrupted.done || done == std::min(kEntries, interrupted.done + kAtOnce)) << done;
    }
    static void expectAllDoneOnce(const std::string& word)
    {
        EXPECT_EQ(countOf(word, "u.user_name = 'diep'"), kEntries);
        EXPECT_EQ(changesOfHands(word), "1 1");
    }
};

TEST_F(InterruptedReassignment, goesOnWhereTheCableWasCut)
{
    const Ctl minh(office(), "minh");
    plan(minh, "Day");
    Proxy cable(office().port());
    auto file = office().connectionFile();
    file.discoveryPort = 0;
    file.addresses = {cable.address()};
    ClientWindow ha(file, "ha");
    auto& day = openDayOf(ha, minh.userId());
    const auto interrupted = handOverUntil(day, [&cable] { cable.cut(); });
    expectHalfDone("Day", interrupted);
    cable.mend();
    waitUntil("the server", [&] { return ha.isOnline(); });
    handOver(day);
    waitUntil("the rest", [] { return countOf("Day", "u.user_name = 'minh'") == 0; });
    expectAllDoneOnce("Day");
}

TEST_F(InterruptedReassignment, goesOnWhereTheServerWasKilled)
{
    const Ctl minh(office(), "minh");
    plan(minh, "May");
    ClientWindow ha(office(), "ha");
    auto& day = openDayOf(ha, minh.userId());
    const auto interrupted = handOverUntil(day, [] { office().kill(); });
    office().serve();
    expectHalfDone("May", interrupted);
    waitUntil("the server", [&] { return ha.isOnline(); });
    handOver(day);
    waitUntil("the rest", [] { return countOf("May", "u.user_name = 'minh'") == 0; });
    expectAllDoneOnce("May");
}

} // namespace
} // namespace banhang::test
