#include "tests/bench/data/office.h"

#include <map>
#include <string>

#include <fmt/format.h>

#include "common/demo/office.h"
#include "server/app/workplace.h"
#include "server/identity/org_store.h"
#include "server/identity/password_hash.h"
#include "server/identity/ready_made_groups.h"
#include "server/identity/user_store.h"
#include "server/ops/company_store.h"

namespace banhang::bench {

namespace {

using server::Tx;

class Founder
{
public:
    explicit Founder(Tx& tx) : m_tx(tx), m_hash(server::hashPassword(demo::kPassword))
    {
        m_company = addUnit(0, v1::UNIT_KIND_COMPANY, "Công ty đo kiểm");
        server::CompanyStore::rename(tx, "Công ty đo kiểm");
        for (const server::Group& group : server::readyMadeGroups())
            m_groups[group.name] = server::GroupStore::create(tx, server::Workplace::actor(), group).id;
    }

    std::vector<Owner> found()
    {
        addPerson("admin", "Quản trị", m_company, server::kAdministratorGroup);
        for (int branch = 1; branch <= kBranches; ++branch)
            addBranch(branch);
        return std::move(m_owners);
    }

private:
    std::int64_t addUnit(std::int64_t parent, v1::UnitKind kind, const std::string& name)
    {
        v1::Unit unit;
        unit.set_parent_id(parent);
        unit.set_kind(kind);
        unit.set_name(name);
        return server::OrgStore::create(m_tx, server::Workplace::actor(), unit).id();
    }

    Owner addPerson(const std::string& userName, const std::string& fullName, std::int64_t unit, const char* group)
    {
        const server::User user = server::UserStore::create(
            m_tx, server::Workplace::actor(), {userName, fullName, unit, m_hash, false, {m_groups.at(group)}});
        return {user.id, user.unitId};
    }

    void addBranch(int branch)
    {
        const std::int64_t unit = addUnit(m_company, v1::UNIT_KIND_BRANCH, fmt::format("Chi nhánh {:02}", branch));
        addPerson(fmt::format("director-{:02}", branch), fmt::format("Giám Đốc {:02}", branch), unit,
                  server::kBranchDirectorGroup);
        for (int person = 1; person <= 2; ++person)
            addPerson(fmt::format("care-{:02}-{}", branch, person), fmt::format("Chăm Sóc {:02} {}", branch, person),
                      unit, server::kCareGroup);
        for (int team = 1; team <= kTeamsInBranch; ++team)
            addTeam(unit, fmt::format("{:02}-{}", branch, team));
    }

    void addTeam(std::int64_t branch, const std::string& place)
    {
        const std::int64_t unit = addUnit(branch, v1::UNIT_KIND_TEAM, "Phòng kinh doanh " + place);
        m_owners.push_back(addPerson("leader-" + place, "Trưởng Phòng " + place, unit, server::kTeamLeadGroup));
        for (int seller = 1; seller <= kSellersInTeam; ++seller)
            m_owners.push_back(addPerson(fmt::format("seller-{}-{:02}", place, seller),
                                         fmt::format("Nhân Viên {} {:02}", place, seller), unit, server::kSalesGroup));
    }

    Tx& m_tx;
    const std::string m_hash;
    std::int64_t m_company = 0;
    std::map<std::string, std::int64_t, std::less<>> m_groups;
    std::vector<Owner> m_owners;
};

} // namespace

std::vector<Owner> foundOffice(Tx& tx)
{
    return Founder(tx).found();
}

} // namespace banhang::bench
