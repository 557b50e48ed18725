// The comparison with the oracle is worth what it notices: each deliberate mistake in the rules must be caught by it.
#include "tests/integration/rights/rights_fixture.h"

#include <algorithm>

#include "tests/integration/rights/faulty_callers.h"

namespace banhang::test {
namespace {

enum class Fault {
    None,
    OwnReachesTeam,
    TeamReachesBranch,
    BranchReachesCompany,
    NarrowestScopeWins,
    FirstGroupAlone,
    ViewByDefault,
    MasksIgnored,
    OneMaskHides,
    MaskLiftedByWhoMayNotView,
    DeleteFollowsView,
    EditFollowsDelete,
};

using server::CallerFacts;
using server::GroupRights;

void widen(CallerFacts& facts, v1::Scope from, v1::Scope to)
{
    for (GroupRights& group : facts.groups)
        for (v1::EffectiveRight& grant : group.grants)
            if (grant.scope() == from)
                grant.set_scope(to);
}

void keepNarrowest(CallerFacts& facts)
{
    const std::vector<GroupRights> all = facts.groups;
    for (GroupRights& group : facts.groups)
        for (v1::EffectiveRight& grant : group.grants)
            for (const GroupRights& other : all)
                for (const v1::EffectiveRight& rival : other.grants)
                    if (rival.action() == grant.action() && rival.scope() < grant.scope())
                        grant.set_scope(rival.scope());
}

v1::EffectiveRight right(v1::Action action, v1::Scope scope)
{
    v1::EffectiveRight grant;
    grant.set_resource(v1::RESOURCE_CUSTOMER);
    grant.set_action(action);
    grant.set_scope(scope);
    return grant;
}

/// As if a right were looked up under the name of another one.
void copyGrants(CallerFacts& facts, v1::Action from, v1::Action to)
{
    for (GroupRights& group : facts.groups) {
        std::erase_if(group.grants, [to](const v1::EffectiveRight& grant) { return grant.action() == to; });
        const std::vector<v1::EffectiveRight> grants = group.grants;
        for (const v1::EffectiveRight& grant : grants)
            if (grant.action() == from)
                group.grants.push_back(right(to, grant.scope()));
    }
}

void maskByAny(CallerFacts& facts)
{
    std::vector<v1::SensitiveField> all;
    for (const GroupRights& group : facts.groups)
        all.insert(all.end(), group.maskedFields.begin(), group.maskedFields.end());
    for (GroupRights& group : facts.groups)
        group.maskedFields = all;
}

/// A group that may not view shows what it does not mask: as if it viewed nothing, but viewed.
void liftByAll(CallerFacts& facts)
{
    std::vector<v1::SensitiveField> shown;
    for (int field = 1; field < v1::SensitiveField_ARRAYSIZE; ++field)
        for (const GroupRights& group : facts.groups)
            if (std::count(group.maskedFields.begin(), group.maskedFields.end(), field) == 0)
                shown.push_back(static_cast<v1::SensitiveField>(field));
    for (GroupRights& group : facts.groups)
        std::erase_if(group.maskedFields,
                      [&](v1::SensitiveField field) { return std::count(shown.begin(), shown.end(), field) != 0; });
}

void distort(CallerFacts& facts, Fault fault)
{
    switch (fault) {
    case Fault::None:
        return;
    case Fault::OwnReachesTeam:
        return widen(facts, v1::SCOPE_OWN, v1::SCOPE_TEAM);
    case Fault::TeamReachesBranch:
        return widen(facts, v1::SCOPE_TEAM, v1::SCOPE_BRANCH);
    case Fault::BranchReachesCompany:
        return widen(facts, v1::SCOPE_BRANCH, v1::SCOPE_ALL);
    case Fault::NarrowestScopeWins:
        return keepNarrowest(facts);
    case Fault::FirstGroupAlone:
        return facts.groups.resize(std::min<std::size_t>(facts.groups.size(), 1));
    case Fault::ViewByDefault:
        return facts.groups.push_back({{right(v1::ACTION_VIEW, v1::SCOPE_OWN)}, {}});
    case Fault::MasksIgnored:
        for (GroupRights& group : facts.groups)
            group.maskedFields.clear();
        return;
    case Fault::OneMaskHides:
        return maskByAny(facts);
    case Fault::MaskLiftedByWhoMayNotView:
        return liftByAll(facts);
    case Fault::DeleteFollowsView:
        return copyGrants(facts, v1::ACTION_VIEW, v1::ACTION_DELETE);
    case Fault::EditFollowsDelete:
        return copyGrants(facts, v1::ACTION_DELETE, v1::ACTION_EDIT);
    }
}

class FaultsTest : public RightsFixture
{
protected:
    std::unique_ptr<server::CallerSource> makeCallers(server::DatabasePool& app) override
    {
        return std::make_unique<FaultyCallers>(app, [this](CallerFacts& facts) { distort(facts, m_fault); });
    }
    /// The second wall hides what a faulty first wall would show; here the first must be caught by itself.
    void takeTheSecondWallDown()
    {
        for (const char* table : {"customer", "contact", "customer_share", "change_log"})
            sql().run(std::string("ALTER TABLE banhang.") + table + " DISABLE ROW LEVEL SECURITY");
        m_looksAtWall = false;
    }
    /// Whether it is noticed within a few offices. Each begins with the same dice.
    bool isCaught()
    {
        m_random.seed(42);
        m_verdict = {};
        for (int i = 0; i < 6 && m_verdict.differences.empty(); ++i) {
            const Office office = makeOffice(20);
            compare(office, 25);
        }
        return !m_verdict.differences.empty();
    }

    Fault m_fault = Fault::None;
};

TEST_F(FaultsTest, eachMistakeInTheFirstWallIsCaught)
{
    takeTheSecondWallDown();
    EXPECT_FALSE(isCaught()) << "the rules as they are: " << m_verdict.differences.front();
    for (int fault = 1; fault <= static_cast<int>(Fault::EditFollowsDelete); ++fault) {
        m_fault = static_cast<Fault>(fault);
        EXPECT_TRUE(isCaught()) << "fault " << fault << " went unnoticed";
    }
}

TEST_F(FaultsTest, eachMistakeInTheSecondWallIsCaught)
{
    EXPECT_FALSE(isCaught()) << "the policies as they are: " << m_verdict.differences.front();
    for (const char* mistake :
         {// Another right on the same leaf is taken for the right to view.
          "FOR SELECT TO banhang_app USING (EXISTS (SELECT FROM banhang.visible_unit v"
          " WHERE v.user_id = (SELECT banhang.caller_id()) AND v.unit_id IN (customer.unit_id, 0)))",
          // Somebody's right is taken for the caller's.
          "FOR SELECT TO banhang_app USING (EXISTS (SELECT FROM banhang.visible_unit v"
          " WHERE v.resource = 1 AND v.action = 1 AND v.unit_id IN (customer.unit_id, 0)))",
          // The bin is hidden from those who may look into it.
          "AS RESTRICTIVE FOR SELECT TO banhang_app USING (deleted_at IS NULL)"}) {
        sql().run(std::string("CREATE POLICY mistake ON banhang.customer ") + mistake);
        EXPECT_TRUE(isCaught()) << mistake;
        sql().run("DROP POLICY mistake ON banhang.customer");
    }
    sql().run("CREATE POLICY mistake ON banhang.contact FOR SELECT TO banhang_app USING (true)");
    EXPECT_TRUE(isCaught()) << "contact persons that everybody reads";
    sql().run("DROP POLICY mistake ON banhang.contact");
    sql().run("CREATE POLICY mistake ON banhang.change_log FOR SELECT TO banhang_app USING (true)");
    EXPECT_TRUE(isCaught()) << "a log that everybody reads";
}

TEST_F(FaultsTest, theSecondWallHidesWhatAFaultyFirstWouldShow)
{
    m_fault = Fault::BranchReachesCompany;
    const Office office = makeOffice(20);
    int asked = 0;
    for (const OfficeUser& user : office.users) {
        const Oracle oracle(office, user);
        for (int i = 0; i < 5 && user.active; ++i) {
            const OfficeCustomer& customer = office.customers[m_random() % office.customers.size()];
            if (oracle.sees(customer))
                continue;
            v1::GetCustomerRequest request;
            request.set_customer_id(customer.data.id());
            v1::Customer reply;
            EXPECT_NE(ask(&v1::CustomersService::Stub::GetCustomer, request, user.token, reply), "OK");
            ++asked;
        }
    }
    EXPECT_GT(asked, 100);
}

} // namespace
} // namespace banhang::test
