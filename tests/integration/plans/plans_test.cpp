// Every statement that a reading call makes, on a large office, for callers of each reach: no large table is read from
// end to end, nothing larger than a page is sorted, and the planner knew what to expect.
#include <set>

#include <fmt/format.h>

#include "tests/integration/plans/read_cases.h"

namespace banhang::test {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

/// By each of four: a prepared statement is planned anew five times, and the plan that is kept then must be as good.
constexpr int kRounds = 2;
constexpr std::size_t kShownStatement = 1500;

class Plans : public ::testing::Test
{
protected:
    /// What is wrong with the plans since the last look, one line each.
    std::set<std::string> newFaults(const std::string& whose)
    {
        std::set<std::string> faults;
        for (const LoggedPlan& plan : m_office.takePlans()) {
            ++m_seen;
            for (const std::string& fault : m_judge.faults(plan.root))
                faults.insert(fmt::format("{}: {}\n    {}", whose, fault, plan.statement.substr(0, kShownStatement)));
        }
        return faults;
    }

    /// Whether it was answered.
    bool ask(const ReadCase& asked, const MethodDescriptor& method, const Asker& asker)
    {
        const auto request = requestOf(asked, method, asker);
        if (!request)
            return false;
        const Answer answer = m_office.ask(method, asker, *request);
        EXPECT_TRUE(answer.key == asked.key || answer.key == "call.denied")
            << asked.method << " (" << asked.name << "), " << asker.scope << ": " << answer.key;
        if (answer.key != "OK")
            return false;
        if (const auto next = nextPage(method, *request, answer.bytes)) {
            EXPECT_EQ(m_office.ask(method, asker, *next).key, "OK") << asked.method << " (" << asked.name << ")";
        }
        return true;
    }

    ServedOffice& m_office = ServedOffice::shared();
    const PlanJudge m_judge = m_office.judge();
    std::size_t m_seen = 0;
};

/// Lists and searches are put together for each call and never kept.
bool isKept(const std::string& method)
{
    return method != "CustomersService.ListCustomers" && method != "CustomersService.SearchCustomers";
}

TEST(ReadCases, coverEveryMethodThatReads)
{
    std::set<std::string> covered;
    for (const ReadCase& asked : readCases())
        covered.insert(asked.method);
    for (const auto& [name, method] : readMethods())
        EXPECT_TRUE(covered.erase(name) == 1) << name << " has no request";
    EXPECT_EQ(covered, std::set<std::string>()) << "no methods that read";
}

class PlansOf : public Plans, public ::testing::WithParamInterface<std::string>
{
};

TEST_P(PlansOf, readNoTableFromEndToEndAndSortLittle)
{
    const auto methods = readMethods();
    newFaults("the office");
    for (const ReadCase& asked : readCases()) {
        if (!asked.method.starts_with(GetParam() + "."))
            continue;
        bool isAnswered = false;
        for (const Asker& asker : m_office.askers()) {
            for (int round = 0; round < (isKept(asked.method) ? kRounds : 1); ++round)
                isAnswered = ask(asked, *methods.at(asked.method), asker) || isAnswered;
            for (const std::string& fault : newFaults(asked.method + " (" + asked.name + "), " + asker.scope))
                ADD_FAILURE() << fault;
        }
        EXPECT_TRUE(isAnswered) << asked.method << " (" << asked.name << ") was answered to nobody";
    }
    EXPECT_GT(m_seen, 0U) << "the plans were not logged";
}

std::set<std::string> services()
{
    std::set<std::string> names;
    for (const auto& [name, method] : readMethods())
        names.insert(method->service()->name());
    return names;
}
INSTANTIATE_TEST_SUITE_P(Each, PlansOf, ::testing::ValuesIn(services()),
                         [](const auto& tested) { return tested.param; });

constexpr server::Statement kScan{"SELECT count(*) FROM banhang.customer WHERE website = 'vn'"};
constexpr server::Statement kWalk{"SELECT count(*) FROM banhang.customer_search WHERE head_text || '' < ''"};
constexpr server::Statement kSort{"SELECT id FROM banhang.customer ORDER BY note, id LIMIT 10"};
constexpr server::Statement kTooFew{"SELECT count(*) FROM banhang.customer WHERE id % 1 = 0"};
constexpr server::Statement kTooMany{"SELECT count(*) FROM banhang.customer WHERE length(name) > 5000"};
constexpr server::Statement kGood{
    "SELECT id FROM banhang.customer WHERE deleted_at IS NULL ORDER BY sort_key, id LIMIT 10"};

TEST_F(Plans, ofBadStatementsAreTold)
{
    const Asker& admin = m_office.askers().back();
    newFaults("the office");
    const auto tells = [&](const server::Statement& statement, const char* fault) {
        m_office.run(statement, admin);
        for (const std::string& told : newFaults(statement.sql))
            if (told.find(fault) != std::string::npos)
                return true;
        return false;
    };
    EXPECT_TRUE(tells(kScan, "Seq Scan on customer reads"));
    EXPECT_TRUE(tells(kSort, "Sort sorts"));
    EXPECT_TRUE(tells(kTooFew, "expects"));
    EXPECT_TRUE(tells(kTooMany, "expects"));
    EXPECT_FALSE(tells(kGood, ""));
}

TEST_F(Plans, withoutTheirIndexAreTold)
{
    const ReadCase ofCustomer{"CareRequestsService.ListCareRequests", "of a customer",
                              "filter { customer_id: $customer }"};
    const MethodDescriptor& method = *readMethods().at(ofCustomer.method);
    const std::string name = "banhang.care_request_by_customer";
    const std::string index = m_office.database().text("SELECT pg_get_indexdef($1::regclass)", {name});
    m_office.database().run("DROP INDEX " + name);
    newFaults("the office");
    EXPECT_TRUE(ask(ofCustomer, method, m_office.askers().front()));
    EXPECT_NE(newFaults("without").size(), 0U);
    m_office.database().run(index);
    EXPECT_TRUE(ask(ofCustomer, method, m_office.askers().front()));
    EXPECT_EQ(newFaults("with").size(), 0U);
}

} // namespace
} // namespace banhang::test
