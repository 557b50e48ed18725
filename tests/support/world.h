// Organisations, people, groups and sessions put straight into the tables: quick (no Argon2) and independent of the
// code under test.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "tests/support/sql_session.h"

namespace banhang::test {

struct TestUser
{
    std::int64_t id = 0;
    std::int64_t unitId = 0; ///< own leaf
};

struct TestGrant
{
    v1::Resource resource;
    v1::Action action;
    v1::Scope scope;
};

/// Thread: belongs to one. Nothing of what it does is in the change log.
class World
{
public:
    explicit World(SqlSession& sql) : m_sql(sql) {}

    /// The root; made on first use.
    std::int64_t company();
    std::int64_t addUnit(std::int64_t parentId, v1::UnitKind kind, const std::string& name);
    std::int64_t addBranch(const std::string& name) { return addUnit(company(), v1::UNIT_KIND_BRANCH, name); }
    std::int64_t addTeam(std::int64_t parentId, const std::string& name)
    {
        return addUnit(parentId, v1::UNIT_KIND_TEAM, name);
    }

    /// With a leaf below `parentUnitId`, no rights, and a password that nobody has; `userName` in lower case.
    TestUser addUser(const std::string& userName, std::int64_t parentUnitId);
    std::int64_t addGroup(const std::string& name, const std::vector<TestGrant>& grants,
                          const std::vector<v1::SensitiveField>& masks = {});
    /// Puts the user into the group and refreshes their rights.
    void join(const TestUser& user, std::int64_t groupId);
    void leave(const TestUser& user, std::int64_t groupId);
    /// addUser, a group of its own with these grants, and join.
    TestUser addUserWith(const std::string& userName, std::int64_t parentUnitId, const std::vector<TestGrant>& grants,
                         const std::vector<v1::SensitiveField>& masks = {});
    void refreshRights(const std::vector<std::int64_t>& userIds);

    /// A live session; its token.
    std::string signIn(const TestUser& user);
    void endSession(const std::string& token);

private:
    SqlSession& m_sql;
    std::int64_t m_company = 0;
    int m_lastSession = 0;
};

} // namespace banhang::test
