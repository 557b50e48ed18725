#include "server/identity/rights_rules.h"

#include <algorithm>
#include <iterator>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::server {
namespace {

constexpr Right kView{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
constexpr Right kEdit{v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT};

v1::Unit unit(std::int64_t id, std::int64_t parentId, v1::UnitKind kind)
{
    v1::Unit unit;
    unit.set_id(id);
    unit.set_parent_id(parentId);
    unit.set_kind(kind);
    return unit;
}

/// Company 1; branch 2 with team 3 (people 10, 11), team 4 (12) and the head of the branch 13; branch 5 with 14; 15 at
/// the company.
std::vector<v1::Unit> office()
{
    using namespace v1;
    return {unit(1, 0, UNIT_KIND_COMPANY), unit(2, 1, UNIT_KIND_BRANCH),  unit(3, 2, UNIT_KIND_TEAM),
            unit(4, 2, UNIT_KIND_TEAM),    unit(10, 3, UNIT_KIND_PERSON), unit(11, 3, UNIT_KIND_PERSON),
            unit(12, 4, UNIT_KIND_PERSON), unit(13, 2, UNIT_KIND_PERSON), unit(5, 1, UNIT_KIND_BRANCH),
            unit(14, 5, UNIT_KIND_PERSON), unit(15, 1, UNIT_KIND_PERSON)};
}

GroupRights group(const std::vector<std::pair<Right, v1::Scope>>& grants, std::vector<v1::SensitiveField> masked = {})
{
    GroupRights rights;
    for (const auto& [right, scope] : grants) {
        v1::EffectiveRight& grant = rights.grants.emplace_back();
        grant.set_resource(right.resource);
        grant.set_action(right.action);
        grant.set_scope(scope);
    }
    rights.maskedFields = std::move(masked);
    return rights;
}

using Leaves = std::vector<std::int64_t>;

TEST(OrgTree, ownScopeIsTheLeafAlone)
{
    EXPECT_EQ(OrgTree(office()).reach(10, v1::SCOPE_OWN), (Reach{false, {10}}));
}

TEST(OrgTree, teamScopeIsTheNearestTeam)
{
    EXPECT_EQ(OrgTree(office()).reach(10, v1::SCOPE_TEAM).leaves, (Leaves{10, 11}));
    EXPECT_EQ(OrgTree(office()).reach(12, v1::SCOPE_TEAM).leaves, (Leaves{12}));
}

TEST(OrgTree, teamScopeOutsideOfTeamsIsTheLeafAlone)
{
    EXPECT_EQ(OrgTree(office()).reach(13, v1::SCOPE_TEAM).leaves, (Leaves{13}));
    EXPECT_EQ(OrgTree(office()).reach(15, v1::SCOPE_TEAM).leaves, (Leaves{15}));
}

TEST(OrgTree, branchScopeIsTheNearestBranchWithItsTeams)
{
    EXPECT_EQ(OrgTree(office()).reach(13, v1::SCOPE_BRANCH).leaves, (Leaves{10, 11, 12, 13}));
    EXPECT_EQ(OrgTree(office()).reach(14, v1::SCOPE_BRANCH).leaves, (Leaves{14}));
}

TEST(OrgTree, branchScopeOutsideOfBranchesIsTheTeamOrTheLeaf)
{
    std::vector<v1::Unit> units = office();
    units.push_back(unit(6, 1, v1::UNIT_KIND_TEAM));
    units.push_back(unit(16, 6, v1::UNIT_KIND_PERSON));
    units.push_back(unit(17, 6, v1::UNIT_KIND_PERSON));
    EXPECT_EQ(OrgTree(units).reach(16, v1::SCOPE_BRANCH).leaves, (Leaves{16, 17}));
    EXPECT_EQ(OrgTree(units).reach(15, v1::SCOPE_BRANCH).leaves, (Leaves{15}));
}

TEST(OrgTree, nestedTeamsReachFromTheInnermostDown)
{
    std::vector<v1::Unit> units = office();
    units.push_back(unit(7, 3, v1::UNIT_KIND_TEAM));
    units.push_back(unit(18, 7, v1::UNIT_KIND_PERSON));
    EXPECT_EQ(OrgTree(units).reach(18, v1::SCOPE_TEAM).leaves, (Leaves{18}));
    EXPECT_EQ(OrgTree(units).reach(10, v1::SCOPE_TEAM).leaves, (Leaves{10, 11, 18}));
}

TEST(OrgTree, allScopeNeedsNoTree)
{
    EXPECT_EQ(OrgTree({}).reach(10, v1::SCOPE_ALL), (Reach{true, {}}));
}

TEST(OrgTree, noScopeAndUnknownLeavesReachNothing)
{
    EXPECT_EQ(OrgTree(office()).reach(10, v1::SCOPE_UNSPECIFIED), Reach{});
    EXPECT_EQ(OrgTree(office()).reach(99, v1::SCOPE_BRANCH), Reach{});
}

TEST(EffectiveScope, isTheWidestOfAllGroups)
{
    const std::vector<GroupRights> groups{group({{kView, v1::SCOPE_TEAM}}), group({{kView, v1::SCOPE_OWN}}),
                                          group({{kEdit, v1::SCOPE_ALL}})};
    EXPECT_EQ(effectiveScope(groups, kView), v1::SCOPE_TEAM);
    EXPECT_EQ(effectiveScope(groups, kEdit), v1::SCOPE_ALL);
    EXPECT_EQ(effectiveScope(groups, {v1::RESOURCE_CUSTOMER, v1::ACTION_EXPORT}), v1::SCOPE_UNSPECIFIED);
    EXPECT_EQ(effectiveScope({}, kView), v1::SCOPE_UNSPECIFIED);
}

TEST(Masks, hideAFieldOnlyWhenEveryViewingGroupHidesIt)
{
    const GroupRights hiding = group({{kView, v1::SCOPE_OWN}}, {v1::SENSITIVE_FIELD_PHONE});
    const GroupRights showing = group({{kView, v1::SCOPE_OWN}});
    EXPECT_TRUE(isMasked({hiding}, v1::SENSITIVE_FIELD_PHONE));
    EXPECT_FALSE(isMasked({hiding}, v1::SENSITIVE_FIELD_EMAIL));
    EXPECT_FALSE(isMasked({hiding, showing}, v1::SENSITIVE_FIELD_PHONE));
}

TEST(Masks, areNotLiftedByAGroupThatMayNotView)
{
    const GroupRights hiding = group({{kView, v1::SCOPE_OWN}}, {v1::SENSITIVE_FIELD_PHONE});
    EXPECT_TRUE(isMasked({hiding, group({{kEdit, v1::SCOPE_ALL}})}, v1::SENSITIVE_FIELD_PHONE));
}

TEST(Masks, hideEverythingFromWhoeverMayNotView)
{
    EXPECT_TRUE(isMasked({}, v1::SENSITIVE_FIELD_PHONE));
    EXPECT_TRUE(isMasked({group({{kEdit, v1::SCOPE_ALL}})}, v1::SENSITIVE_FIELD_INCOME));
}

/// Any forest in which a parent has the smaller id; kinds fall from branch to person.
std::vector<v1::Unit> anyTree()
{
    const int count = *rc::gen::inRange(1, 40);
    std::vector<v1::Unit> units{unit(1, 0, v1::UNIT_KIND_COMPANY)};
    for (int id = 2; id <= count + 1; ++id) {
        const v1::Unit& parent =
            units[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(units.size())))];
        if (parent.kind() == v1::UNIT_KIND_PERSON)
            continue;
        const int kind =
            *rc::gen::inRange<int>(std::max<int>(parent.kind(), v1::UNIT_KIND_BRANCH), v1::UNIT_KIND_PERSON + 1);
        units.push_back(unit(id, parent.id(), static_cast<v1::UnitKind>(kind)));
    }
    return units;
}

RC_GTEST_PROP(OrgTree, widerScopesReachNoLess, ())
{
    const std::vector<v1::Unit> units = anyTree();
    const OrgTree tree(units);
    for (const v1::Unit& leaf : units) {
        if (leaf.kind() != v1::UNIT_KIND_PERSON)
            continue;
        const Leaves own = tree.reach(leaf.id(), v1::SCOPE_OWN).leaves;
        const Leaves team = tree.reach(leaf.id(), v1::SCOPE_TEAM).leaves;
        const Leaves branch = tree.reach(leaf.id(), v1::SCOPE_BRANCH).leaves;
        RC_ASSERT(own == Leaves{leaf.id()});
        RC_ASSERT(std::includes(team.begin(), team.end(), own.begin(), own.end()));
        RC_ASSERT(std::includes(branch.begin(), branch.end(), team.begin(), team.end()));
    }
}

RC_GTEST_PROP(OrgTree, isTheSameForAnyOrderOfUnits, ())
{
    const std::vector<v1::Unit> units = anyTree();
    std::vector<v1::Unit> reversed(units.rbegin(), units.rend());
    for (const v1::Unit& leaf : units)
        for (const v1::Scope scope : {v1::SCOPE_OWN, v1::SCOPE_TEAM, v1::SCOPE_BRANCH})
            RC_ASSERT(OrgTree(units).reach(leaf.id(), scope) == OrgTree(reversed).reach(leaf.id(), scope));
}

} // namespace
} // namespace banhang::server
