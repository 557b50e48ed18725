// Jobs of the sequences as processes that are killed wherever they speak with their database: nothing lost, nothing
// made twice, in a ledger that knows nothing of the job.
#include <csignal>
#include <cstdlib>

#include "common/platform/process.h"
#include "server/reminders/activity_notifier.h"
#include "tests/integration/sequences/sequences_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

class SequenceProcesses : public SequencesFixture
{
protected:
    platform::ChildProcess startWorker(int passage = 0)
    {
        const server::ConnectOptions system = access("banhang_system");
        return platform::ChildProcess::start(
            {.arguments = {SEQUENCE_WORKER, system.conninfo + " user=" + system.user, std::to_string(passage)},
             .user = {},
             .environment = {},
             .input = {},
             .outputFile = {}});
    }
    void killAt(int passage)
    {
        platform::ChildProcess worker = startWorker(passage);
        ASSERT_EQ(worker.waitFor(std::chrono::minutes(1)), 128 + SIGKILL);
    }
    bool isDrained()
    {
        return waitUntil([this] { return sql().number("SELECT count(*) FROM banhang.care_wake") == 0; });
    }

    /// Something of each kind that the job answers to: put on, taken off, given to a colleague, binned, brought back.
    void stir(int round)
    {
        const std::int64_t id = addCustomer(lan, "Khách " + std::to_string(round));
        start(lanToken, m_sequence, {id});
        if (round >= 4 && round % 4 == 0)
            stop(lanToken, m_sequence, m_customers[m_customers.size() - 4]);
        if (round >= 4 && round % 4 == 1)
            sql().run("UPDATE banhang.customer SET owner_id = $2::bigint, unit_id = $3::bigint WHERE id = $1::bigint",
                      {std::to_string(m_customers[m_customers.size() - 3]), std::to_string(hoa.id),
                       std::to_string(hoa.unitId)});
        if (round >= 4 && round % 4 == 2)
            sql().run("UPDATE banhang.customer SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END"
                      " WHERE id = $1::bigint",
                      {std::to_string(m_customers[m_customers.size() - 2])});
        m_customers.push_back(id);
    }

    /// What is wrong, by statements of their own.
    std::string faults()
    {
        return sql().text(
            "SELECT coalesce(string_agg(fault, '; '), '') FROM ("
            // Each step once, and its activity made by nothing else.
            " SELECT 'steps of ' || e.id || ': ' || count(s.*) AS fault FROM banhang.care_enrolment e"
            "  LEFT JOIN banhang.care_step s ON s.enrolment_id = e.id JOIN banhang.customer c ON c.id = e.customer_id"
            "  WHERE e.state = 1 GROUP BY e.id HAVING count(s.*) <> 2"
            " UNION ALL SELECT 'activity of no step ' || a.id FROM banhang.activity a"
            "  WHERE NOT EXISTS (SELECT FROM banhang.care_step s WHERE s.activity_id = a.id)"
            " UNION ALL SELECT 'activity of two steps ' || s.activity_id FROM banhang.care_step s"
            "  GROUP BY s.activity_id HAVING count(*) > 1"
            // Taken off: nothing of it is left open.
            " UNION ALL SELECT 'open after the end ' || a.id FROM banhang.care_enrolment e"
            "  JOIN banhang.care_step s ON s.enrolment_id = e.id JOIN banhang.activity a ON a.id = s.activity_id"
            "  WHERE e.state >= 3 AND a.state = 1"
            // In the hands of whose customer it is.
            " UNION ALL SELECT 'left behind ' || a.id FROM banhang.care_enrolment e"
            "  JOIN banhang.customer c ON c.id = e.customer_id JOIN banhang.care_step s ON s.enrolment_id = e.id"
            "  JOIN banhang.activity a ON a.id = s.activity_id"
            "  WHERE e.state = 1 AND a.state = 1 AND a.owner_id <> c.owner_id"
            // History, reminder and the customer's next contact went along in the same transaction.
            " UNION ALL SELECT 'history of ' || a.id FROM banhang.activity a WHERE"
            "  (SELECT count(*) FROM banhang.change_log l WHERE l.entity = 'activity' AND l.entity_id = a.id"
            "   AND l.operation = 'create') <> 1 OR a.version <>"
            "  (SELECT count(*) FROM banhang.change_log l WHERE l.entity = 'activity' AND l.entity_id = a.id)"
            " UNION ALL SELECT 'reminder of ' || a.id FROM banhang.activity a WHERE a.kind = 3 AND a.state = 1 AND"
            "  (SELECT count(*) FROM banhang.reminder r WHERE r.entity_id = a.id AND r.user_id = a.owner_id"
            "   AND r.is_current AND r.state = 1) <> 1"
            " UNION ALL SELECT 'next contact of ' || c.id FROM banhang.customer c"
            "  WHERE c.next_contact_at IS DISTINCT FROM (SELECT min(a.sort_at) FROM banhang.activity a"
            "   WHERE a.customer_id = c.id AND a.state = 1 AND a.kind IN (1, 2) AND a.deleted_at IS NULL)) AS faults");
    }

    v1::Sequence m_sequence;
    std::vector<std::int64_t> m_customers;
};

TEST_F(SequenceProcesses, areKilledAtEveryBoundaryOfTheirStatements)
{
    v1::SequenceStep gift = step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, 3, "Gửi quà");
    gift.add_reminder_lead_minutes(0);
    m_sequence = define("Khách mới", {callToday(), gift});
    const int kills = std::getenv("BANHANG_LONG") != nullptr ? 1500 : 120;
    // From the first statement to beyond the commit of a round, and into the next ones.
    constexpr int kBoundaries = 120;
    for (int kill = 0; kill < kills; kill += 2) {
        stir(kill / 2);
        killAt(1 + kill % kBoundaries);
        killAt(2 + kill % kBoundaries);
    }
    platform::ChildProcess last = startWorker();
    EXPECT_TRUE(isDrained());
    EXPECT_EQ(last.stop(platform::ChildProcess::Manner::Gentle, std::chrono::seconds(30)), 0);
    EXPECT_EQ(faults(), "");
    EXPECT_GT(sql().number("SELECT count(*) FROM banhang.care_step"), 0);
}

} // namespace
} // namespace banhang::test
