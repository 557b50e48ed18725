#include "tests/integration/identity/identity_fixture.h"

#include <future>

#include "server/identity/group_store.h"
#include "server/identity/org_store.h"
#include "server/identity/ready_made_groups.h"

namespace banhang::test {
namespace {

using server::Group;
using server::GroupStore;
using server::OrgStore;
using server::Tx;
using server::User;
using server::UserStore;

class PeopleTest : public IdentityFixture
{
protected:
    v1::Unit addUnit(std::int64_t parentId, v1::UnitKind kind, const std::string& name)
    {
        v1::Unit unit;
        unit.set_parent_id(parentId);
        unit.set_kind(kind);
        unit.set_name(name);
        return change([&](Tx& tx) { return OrgStore::create(tx, m_it, unit); });
    }
    User addUser(const std::string& userName, std::int64_t parentId, std::vector<std::int64_t> groupIds = {})
    {
        return change([&](Tx& tx) {
            return UserStore::create(tx, m_it,
                                     {.userName = userName,
                                      .fullName = "Người " + userName,
                                      .parentUnitId = parentId,
                                      .passwordHash = "!",
                                      .groupIds = groupIds});
        });
    }
    Group addGroup(const std::string& name, v1::Scope scope)
    {
        Group group;
        group.name = name;
        v1::EffectiveRight& grant = group.grants.emplace_back();
        grant.set_resource(v1::RESOURCE_CUSTOMER);
        grant.set_action(v1::ACTION_VIEW);
        grant.set_scope(scope);
        return change([&](Tx& tx) { return GroupStore::create(tx, m_it, group); });
    }
    /// The second wall's rows for customer.view.
    std::string wall(std::int64_t userId)
    {
        return sql().text(
            "SELECT coalesce(string_agg(unit_id::text, ',' ORDER BY unit_id), '') FROM banhang.visible_unit"
            " WHERE user_id = $1::bigint AND resource = 1 AND action = 1",
            {std::to_string(userId)});
    }
    /// The same by the first wall.
    std::string reach(std::int64_t userId)
    {
        const auto caller = change([&](Tx& tx) { return parts().callers.load(tx, userId); });
        const server::UnitSet& units = caller->units({v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW});
        std::string text = units.all ? "0" : "";
        for (const std::int64_t leaf : units.leaves)
            text += (text.empty() ? "" : ",") + std::to_string(leaf);
        return text;
    }
    template <typename Body>
    std::string refusedKey(Body&& body)
    {
        try {
            change(std::forward<Body>(body));
        } catch (const AppError& error) {
            return error.detail().issues().empty() ? error.key() : error.detail().issues(0).key();
        }
        return "accepted";
    }
    std::int64_t changes(const std::string& entity, const std::string& operation)
    {
        return sql().number(
            "SELECT count(*) FROM banhang.change_log WHERE entity = $1 AND operation = $2 AND actor_id = 0"
            " AND machine_name = 'máy chủ'",
            {entity, operation});
    }
};

TEST_F(PeopleTest, theTreeKeepsItsShape)
{
    const v1::Unit company = addUnit(0, v1::UNIT_KIND_COMPANY, "  Công ty   Bạn Hàng ");
    EXPECT_EQ(company.name(), "Công ty Bạn Hàng");
    const v1::Unit branch = addUnit(company.id(), v1::UNIT_KIND_BRANCH, "CN Hà Nội");
    const v1::Unit team = addUnit(branch.id(), v1::UNIT_KIND_TEAM, "Nhóm 1");
    const User lan = addUser("lan.nt", team.id());

    const auto create = [&](std::int64_t parentId, v1::UnitKind kind, const char* name) {
        v1::Unit unit;
        unit.set_parent_id(parentId);
        unit.set_kind(kind);
        unit.set_name(name);
        return refusedKey([&](Tx& tx) { OrgStore::create(tx, m_it, unit); });
    };
    EXPECT_EQ(create(0, v1::UNIT_KIND_COMPANY, "Hai"), "unit.company_exists");
    EXPECT_EQ(create(0, v1::UNIT_KIND_TEAM, "Rời"), "unit.parent_not_allowed");
    EXPECT_EQ(create(team.id(), v1::UNIT_KIND_BRANCH, "Ngược"), "unit.parent_not_allowed");
    EXPECT_EQ(create(lan.unitId, v1::UNIT_KIND_TEAM, "Dưới lá"), "unit.parent_not_allowed");
    EXPECT_EQ(create(999999, v1::UNIT_KIND_TEAM, "Xa"), "unit.not_found");
    EXPECT_EQ(create(branch.id(), v1::UNIT_KIND_TEAM, "  "), "field.required");
    EXPECT_EQ(refusedKey([&](Tx& tx) { OrgStore::move(tx, m_it, branch.id(), team.id()); }), "unit.parent_not_allowed");
    EXPECT_EQ(refusedKey([&](Tx& tx) { OrgStore::move(tx, m_it, team.id(), team.id()); }), "unit.parent_not_allowed");
    EXPECT_EQ(changes("org_unit", "create"), 4);
}

TEST_F(PeopleTest, movingAUnitTakesAlongWhatIsBelowAndMovesTheRights)
{
    const std::int64_t company = addUnit(0, v1::UNIT_KIND_COMPANY, "Công ty").id();
    const std::int64_t hanoi = addUnit(company, v1::UNIT_KIND_BRANCH, "CN Hà Nội").id();
    const std::int64_t saigon = addUnit(company, v1::UNIT_KIND_BRANCH, "CN Sài Gòn").id();
    const std::int64_t team = addUnit(hanoi, v1::UNIT_KIND_TEAM, "Nhóm 1").id();
    const std::int64_t directors = addGroup("Giám đốc", v1::SCOPE_BRANCH).id;
    const User northern = addUser("bac", hanoi, {directors});
    const User southern = addUser("nam", saigon, {directors});
    const User lan = addUser("lan.nt", team, {addGroup("Trưởng nhóm", v1::SCOPE_TEAM).id});
    const User hung = addUser("hung.pv", team, {addGroup("Nhân viên", v1::SCOPE_OWN).id});
    const auto ids = [](std::initializer_list<std::int64_t> list) {
        std::string text;
        for (const std::int64_t id : list)
            text += (text.empty() ? "" : ",") + std::to_string(id);
        return text;
    };
    EXPECT_EQ(wall(northern.id), ids({northern.unitId, lan.unitId, hung.unitId}));
    EXPECT_EQ(wall(southern.id), ids({southern.unitId}));
    EXPECT_EQ(wall(lan.id), ids({lan.unitId, hung.unitId}));

    change([&](Tx& tx) { OrgStore::move(tx, m_it, team, saigon); });
    EXPECT_EQ(wall(northern.id), ids({northern.unitId}));
    EXPECT_EQ(wall(southern.id), ids({southern.unitId, lan.unitId, hung.unitId}));
    change([&](Tx& tx) { UserStore::move(tx, m_it, hung.id, hanoi); });
    EXPECT_EQ(wall(northern.id), ids({northern.unitId, hung.unitId}));
    EXPECT_EQ(wall(southern.id), ids({southern.unitId, lan.unitId}));
    EXPECT_EQ(wall(lan.id), ids({lan.unitId}));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.org_unit u WHERE u.path[cardinality(u.path)] <> u.id"
                           " OR (u.parent_id IS NOT NULL AND u.path <> (SELECT p.path || u.id FROM banhang.org_unit p"
                           " WHERE p.id = u.parent_id))"),
              0);
    for (const User& user : {northern, southern, lan, hung})
        EXPECT_EQ(reach(user.id), wall(user.id));
}

TEST_F(PeopleTest, everyChangeOfRightsReachesBothWallsAndTheAudit)
{
    const std::int64_t branch = world().addBranch("CN Hà Nội");
    const Group group = addGroup("Nhân viên", v1::SCOPE_OWN);
    const User lan = addUser("lan.nt", branch);
    EXPECT_EQ(wall(lan.id), "");
    change([&](Tx& tx) { GroupStore::addMember(tx, m_it, group.id, lan.id); });
    EXPECT_EQ(wall(lan.id), std::to_string(lan.unitId));
    v1::EffectiveRight all = group.grants[0];
    all.set_scope(v1::SCOPE_ALL);
    change([&](Tx& tx) { GroupStore::setGrants(tx, m_it, group.id, {all}); });
    EXPECT_EQ(wall(lan.id), "0");
    EXPECT_EQ(reach(lan.id), "0");
    change([&](Tx& tx) { GroupStore::setGrants(tx, m_it, group.id, {}); });
    EXPECT_EQ(wall(lan.id), "");
    change([&](Tx& tx) { GroupStore::setGrants(tx, m_it, group.id, {all}); });
    change([&](Tx& tx) { UserStore::setActive(tx, m_it, lan.id, false); });
    EXPECT_EQ(wall(lan.id), "");
    EXPECT_EQ(changes("user_group", "update"), 4);
    EXPECT_EQ(changes("app_user", "update"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM (SELECT entity, entity_id, version FROM banhang.change_log"
                           " GROUP BY entity, entity_id, version HAVING count(*) > 1) twice"),
              0)
        << "one row for each version of a record";
}

TEST_F(PeopleTest, twoChangesOfRightsAtOnceLeaveTheWallWhole)
{
    const std::int64_t branch = world().addBranch("CN Hà Nội");
    const Group group = addGroup("Nhân viên", v1::SCOPE_OWN);
    v1::EffectiveRight wide = group.grants[0];
    wide.set_scope(v1::SCOPE_ALL);
    for (int round = 0; round < 20; ++round) {
        const User user = addUser("user" + std::to_string(round), branch);
        wide.set_scope(round % 2 == 0 ? v1::SCOPE_ALL : v1::SCOPE_OWN);
        auto grants = std::async(std::launch::async,
                                 [&] { change([&](Tx& tx) { GroupStore::setGrants(tx, m_it, group.id, {wide}); }); });
        auto member = std::async(std::launch::async,
                                 [&] { change([&](Tx& tx) { GroupStore::addMember(tx, m_it, group.id, user.id); }); });
        grants.get();
        member.get();
        ASSERT_EQ(wall(user.id), round % 2 == 0 ? "0" : std::to_string(user.unitId));
    }
}

TEST_F(PeopleTest, usersAreCheckedBeforeTheyAreStored)
{
    const std::int64_t branch = world().addBranch("CN Hà Nội");
    addUser("Lan.NT", branch);
    const auto create = [&](const std::string& name, std::int64_t parent, std::vector<std::int64_t> groups) {
        return refusedKey([&](Tx& tx) {
            UserStore::create(tx, m_it,
                              {.userName = name,
                               .fullName = "Ai đó",
                               .parentUnitId = parent,
                               .passwordHash = "!",
                               .groupIds = groups});
        });
    };
    EXPECT_EQ(create("lan.nt", branch, {}), "user.name_taken");
    EXPECT_EQ(create("LAN.NT", branch, {}), "user.name_taken");
    EXPECT_EQ(create("lan nt", branch, {}), "user.name_form");
    EXPECT_EQ(create("lê", branch, {}), "user.name_form");
    EXPECT_EQ(create("hung.pv", 999999, {}), "unit.not_found");
    EXPECT_EQ(create("hung.pv", branch, {999999}), "group.not_found");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.app_user"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.org_unit WHERE kind = 4"), 1) << "no leaf stays behind";
}

TEST_F(PeopleTest, theReadyMadeGroupsCanBeStoredAndMeanWhatTheySay)
{
    change([&](Tx& tx) {
        for (const Group& group : server::readyMadeGroups())
            GroupStore::create(tx, m_it, group);
    });
    const auto scope = [&](const char* name, const char* action) {
        const auto group = change([&](Tx& tx) { return GroupStore::named(tx, name); });
        for (const v1::EffectiveRight& grant : group->grants)
            if (grant.resource() == v1::RESOURCE_CUSTOMER && shortName(grant.action()) == action)
                return shortName(grant.scope());
        return std::string("none");
    };
    EXPECT_EQ(scope(server::kSalesGroup, "view"), "own");
    EXPECT_EQ(scope(server::kSalesGroup, "export"), "none");
    EXPECT_EQ(scope(server::kTeamLeadGroup, "assign"), "team");
    EXPECT_EQ(scope(server::kBranchDirectorGroup, "export"), "branch");
    EXPECT_EQ(scope(server::kCareGroup, "delete"), "none");
    EXPECT_EQ(scope(server::kAdministratorGroup, "view"), "all");
    EXPECT_EQ(refusedKey([&](Tx& tx) { GroupStore::create(tx, m_it, server::readyMadeGroups()[0]); }),
              "group.name_taken");
}

TEST_F(PeopleTest, theDirectoryShowsPlacesAndPeopleAndNoRights)
{
    const std::int64_t branch = world().addBranch("CN Hà Nội");
    const User lan = addUser("lan.nt", branch);
    const User gone = addUser("hung.pv", branch);
    change([&](Tx& tx) { UserStore::setActive(tx, m_it, gone.id, false); });
    sql().run("UPDATE banhang.app_user SET must_change_password = false");
    const std::string token = world().signIn({lan.id, lan.unitId});
    const v1::Directory directory = call(*identity(), &Stub::GetDirectory, v1::GetDirectoryRequest(), token);
    ASSERT_EQ(directory.units_size(), 2);
    EXPECT_EQ(directory.units(0).kind(), v1::UNIT_KIND_COMPANY);
    EXPECT_EQ(directory.units(1).id(), branch);
    ASSERT_EQ(directory.people_size(), 2);
    EXPECT_EQ(directory.people(0).full_name(), "Người lan.nt");
    EXPECT_EQ(directory.people(0).parent_unit_id(), branch);
    EXPECT_FALSE(directory.people(1).active());
}

} // namespace
} // namespace banhang::test
