#include "tests/support/world.h"

#include "server/core/database/database.h"

namespace banhang::test {

namespace {

template <typename Number>
std::string arrayOf(const std::vector<Number>& numbers)
{
    std::string text = "{";
    for (const Number number : numbers)
        text += (text.size() > 1 ? "," : "") + std::to_string(number);
    return text + "}";
}

} // namespace

std::int64_t World::company()
{
    if (m_company == 0)
        m_company = m_sql.number("WITH id AS (SELECT nextval(pg_get_serial_sequence('banhang.org_unit', 'id')) AS id)"
                                 " INSERT INTO banhang.org_unit (id, kind, name, path) OVERRIDING SYSTEM VALUE"
                                 " SELECT id, 1, 'Công ty', ARRAY[id] FROM id RETURNING id");
    return m_company;
}

std::int64_t World::addUnit(std::int64_t parentId, v1::UnitKind kind, const std::string& name)
{
    return m_sql.number("WITH id AS (SELECT nextval(pg_get_serial_sequence('banhang.org_unit', 'id')) AS id)"
                        " INSERT INTO banhang.org_unit (id, parent_id, kind, name, path) OVERRIDING SYSTEM VALUE"
                        " SELECT id.id, parent.id, $2::smallint, $3, parent.path || id.id"
                        " FROM id, banhang.org_unit parent WHERE parent.id = $1::bigint RETURNING id",
                        {std::to_string(parentId), std::to_string(kind), name});
}

TestUser World::addUser(const std::string& userName, std::int64_t parentUnitId)
{
    TestUser user;
    user.unitId = addUnit(parentUnitId, v1::UNIT_KIND_PERSON, userName);
    user.id =
        m_sql.number("INSERT INTO banhang.app_user (user_name, full_name, unit_id, password_hash, must_change_password)"
                     " VALUES ($1, $1, $2::bigint, '!', false) RETURNING id",
                     {userName, std::to_string(user.unitId)});
    // A new leaf widens what those above it reach.
    m_sql.run("SELECT banhang.refresh_visible_units(array_agg(id)) FROM banhang.app_user");
    return user;
}

std::int64_t World::addGroup(const std::string& name, const std::vector<TestGrant>& grants,
                             const std::vector<v1::SensitiveField>& masks)
{
    const std::int64_t id =
        m_sql.number("INSERT INTO banhang.user_group (name, masked_fields) VALUES ($1, $2::smallint[]) RETURNING id",
                     {name, arrayOf(std::vector<int>(masks.begin(), masks.end()))});
    for (const TestGrant& grant : grants)
        m_sql.run("INSERT INTO banhang.group_grant (group_id, resource, action, scope)"
                  " VALUES ($1::bigint, $2::smallint, $3::smallint, $4::smallint)",
                  {std::to_string(id), std::to_string(grant.resource), std::to_string(grant.action),
                   std::to_string(grant.scope)});
    return id;
}

void World::join(const TestUser& user, std::int64_t groupId)
{
    m_sql.run("INSERT INTO banhang.group_member (group_id, user_id) VALUES ($1::bigint, $2::bigint)",
              {std::to_string(groupId), std::to_string(user.id)});
    refreshRights({user.id});
}

void World::leave(const TestUser& user, std::int64_t groupId)
{
    m_sql.run("DELETE FROM banhang.group_member WHERE group_id = $1::bigint AND user_id = $2::bigint",
              {std::to_string(groupId), std::to_string(user.id)});
    refreshRights({user.id});
}

TestUser World::addUserWith(const std::string& userName, std::int64_t parentUnitId,
                            const std::vector<TestGrant>& grants, const std::vector<v1::SensitiveField>& masks)
{
    const TestUser user = addUser(userName, parentUnitId);
    join(user, addGroup("group of " + userName, grants, masks));
    return user;
}

void World::refreshRights(const std::vector<std::int64_t>& userIds)
{
    m_sql.run("SELECT banhang.refresh_visible_units($1::bigint[])", {arrayOf(userIds)});
}

std::string World::signIn(const TestUser& user)
{
    std::string token = "test-session-" + std::to_string(++m_lastSession) + "-of-" + std::to_string(user.id);
    m_sql.run("INSERT INTO banhang.session (user_id, token_hash, machine_name, address, expires_at)"
              " VALUES ($1::bigint, sha256($2::text::bytea), 'test machine', '127.0.0.1', now() + interval '12 hours')",
              {std::to_string(user.id), token});
    return token;
}

void World::endSession(const std::string& token)
{
    m_sql.run("UPDATE banhang.session SET ended_at = now() WHERE token_hash = sha256($1::text::bytea)", {token});
}

} // namespace banhang::test
