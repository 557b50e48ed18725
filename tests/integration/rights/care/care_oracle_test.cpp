// Care requests, sequences, files of customers and news of random offices: what the server says to each user, put next
// to what the oracle says. That the comparison notices mistakes is shown by deliberate ones.
#include <iostream>

#include "tests/integration/rights/care/care_comparison.h"

namespace banhang::test {
namespace {

using server::CallerFacts;
using server::GroupRights;

constexpr int kOffices = 3;
constexpr int kWorlds = 6;
constexpr int kAsked = 25;

v1::EffectiveRight right(v1::Resource resource, v1::Action action, v1::Scope scope)
{
    v1::EffectiveRight grant;
    grant.set_resource(resource);
    grant.set_action(action);
    grant.set_scope(scope);
    return grant;
}

/// What is granted over one's own reaches everything.
std::function<void(CallerFacts&)> widen(v1::Resource resource, v1::Action action)
{
    return [=](CallerFacts& facts) {
        for (GroupRights& group : facts.groups)
            for (v1::EffectiveRight& grant : group.grants)
                if (grant.resource() == resource && grant.action() == action)
                    grant.set_scope(v1::SCOPE_ALL);
    };
}

std::function<void(CallerFacts&)> giveToAll(v1::Resource resource, v1::Action action)
{
    return [=](CallerFacts& facts) { facts.groups.push_back({{right(resource, action, v1::SCOPE_OWN)}, {}}); };
}

/// As if a right were looked up under the name of another one.
std::function<void(CallerFacts&)> confuse(v1::Resource resource, v1::Action from, v1::Action to)
{
    return [=](CallerFacts& facts) {
        for (GroupRights& group : facts.groups) {
            const auto isIt = [&](const v1::EffectiveRight& grant) {
                return grant.resource() == resource && grant.action() == to;
            };
            std::erase_if(group.grants, isIt);
            const std::vector<v1::EffectiveRight> grants = group.grants;
            for (const v1::EffectiveRight& grant : grants)
                if (grant.resource() == resource && grant.action() == from)
                    group.grants.push_back(right(resource, to, grant.scope()));
        }
    };
}

class CareOracleTest : public CareComparison
{
protected:
    /// Whether it is noticed within a few offices. Each begins with the same dice.
    bool isCaught()
    {
        m_random.seed(7);
        m_differences.clear();
        for (int i = 0; i < 3 && m_differences.empty(); ++i)
            compare(makeOffice(kWorlds), 8);
        return !m_differences.empty();
    }
};

TEST_F(CareOracleTest, theServerAnswersAsTheOracle)
{
    for (int i = 0; i < kOffices && m_differences.empty(); ++i) {
        const CareOffice office = makeOffice(kWorlds);
        const std::string before = CareOffice::digest(sql());
        compare(office, kAsked);
        EXPECT_EQ(CareOffice::digest(sql()), before) << "what was refused must leave no trace";
    }
    for (const std::string& difference : m_differences)
        ADD_FAILURE() << difference;
    std::cout << m_comparisons << " comparisons, " << m_refusals << " of them refusals\n";
    EXPECT_GE(m_refusals * 100, m_comparisons * 40);
}

TEST_F(CareOracleTest, eachMistakeInTheFirstWallIsCaught)
{
    for (const char* table : {"care_request", "care_enrolment", "care_step", "attachment", "attachment_content",
                              "attachment_chunk", "customer", "contact", "customer_share", "activity", "change_log"})
        sql().run(std::string("ALTER TABLE banhang.") + table + " DISABLE ROW LEVEL SECURITY");
    m_looksAtWall = false;
    EXPECT_FALSE(isCaught()) << "the rules as they are: " << m_differences.front();
    constexpr v1::Resource kCare = v1::RESOURCE_CARE_REQUEST;
    constexpr v1::Resource kCustomer = v1::RESOURCE_CUSTOMER;
    const std::vector<std::pair<const char*, std::function<void(CallerFacts&)>>> mistakes{
        {"care requests of others are seen", widen(kCare, v1::ACTION_VIEW)},
        {"care requests are seen without a right", giveToAll(kCare, v1::ACTION_VIEW)},
        {"care requests of others are edited", widen(kCare, v1::ACTION_EDIT)},
        {"who may view may edit", confuse(kCare, v1::ACTION_VIEW, v1::ACTION_EDIT)},
        {"who may edit may delete", confuse(kCare, v1::ACTION_EDIT, v1::ACTION_DELETE)},
        {"who may edit may assign", confuse(kCare, v1::ACTION_EDIT, v1::ACTION_ASSIGN)},
        {"customers of others are seen", widen(kCustomer, v1::ACTION_VIEW)},
        {"customers of others are put on sequences", widen(kCustomer, v1::ACTION_EDIT)},
        {"sequences are started without the right to talks", giveToAll(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE)},
        {"files are changed by who may view", confuse(kCustomer, v1::ACTION_VIEW, v1::ACTION_EDIT)}};
    for (const auto& [what, mistake] : mistakes) {
        m_distort = mistake;
        EXPECT_TRUE(isCaught()) << what;
    }
}

TEST_F(CareOracleTest, eachMistakeInTheSecondWallIsCaught)
{
    EXPECT_FALSE(isCaught()) << "the policies as they are: " << m_differences.front();
    const std::vector<std::pair<const char*, const char*>> mistakes{
        // Somebody's right is taken for the caller's.
        {"care_request", "FOR SELECT TO banhang_app USING (EXISTS (SELECT FROM banhang.visible_unit v WHERE v.resource"
                         " = 7 AND v.action = 1 AND v.unit_id IN (care_request.unit_id, 0)))"},
        // Whoever sees the customer needs no right on care requests.
        {"care_request", "FOR SELECT TO banhang_app USING (EXISTS (SELECT FROM banhang.customer c"
                         " WHERE c.id = care_request.customer_id))"},
        {"care_request", "AS RESTRICTIVE FOR SELECT TO banhang_app USING (deleted_at IS NULL)"},
        {"care_enrolment", "FOR SELECT TO banhang_app USING (state <= 2)"},
        {"care_step", "FOR SELECT TO banhang_app USING (true)"},
        {"attachment", "FOR SELECT TO banhang_app USING (deleted_at IS NOT NULL)"},
        {"notification", "FOR SELECT TO banhang_app USING (entity = 'care_request')"},
        {"reminder", "FOR SELECT TO banhang_app USING (state = 2)"}};
    for (const auto& [table, mistake] : mistakes) {
        sql().run(std::string("CREATE POLICY mistake ON banhang.") + table + " " + mistake);
        EXPECT_TRUE(isCaught()) << table << " " << mistake;
        sql().run(std::string("DROP POLICY mistake ON banhang.") + table);
    }
}

} // namespace
} // namespace banhang::test
