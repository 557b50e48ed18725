#include "server/identity/user_store.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/identity/org_store.h"
#include "server/identity/rights_store.h"
#include "server/identity/session_store.h"

namespace banhang::server {

namespace {

constexpr Statement kUsers{
    "SELECT u.id, u.user_name, u.full_name, u.unit_id, leaf.parent_id, u.active, u.must_change_password, u.version, "
    "ARRAY(SELECT m.group_id FROM banhang.group_member m WHERE m.user_id = u.id ORDER BY m.group_id) "
    "FROM banhang.app_user u JOIN banhang.org_unit leaf ON leaf.id = u.unit_id "
    "WHERE ($1::bigint IS NULL OR u.id = $1) AND ($2::text IS NULL OR u.user_name = $2) ORDER BY u.user_name"};
constexpr Statement kPeople{"SELECT u.id, u.full_name, u.unit_id, u.active, leaf.parent_id FROM banhang.app_user u "
                            "JOIN banhang.org_unit leaf ON leaf.id = u.unit_id ORDER BY u.id"};
constexpr Statement kInsertUser{
    "INSERT INTO banhang.app_user (user_name, full_name, unit_id, password_hash, must_change_password) "
    "VALUES ($1, $2, $3, $4, $5) RETURNING id"};
constexpr Statement kJoinGroups{"INSERT INTO banhang.group_member (group_id, user_id) "
                                "SELECT g.id, $2::bigint FROM banhang.user_group g WHERE g.id = ANY ($1::bigint[])"};
constexpr Statement kRenameUser{"UPDATE banhang.app_user SET full_name = $2, version = version + 1, rights_version = "
                                "rights_version + 1 WHERE id = $1"};
constexpr Statement kRaiseVersion{"UPDATE banhang.app_user SET version = version + 1 WHERE id = $1"};
constexpr Statement kSetActive{"UPDATE banhang.app_user SET active = $2, version = version + 1 WHERE id = $1"};
constexpr Statement kCredentialsByName{"SELECT id, password_hash, active FROM banhang.app_user WHERE user_name = $1"};
// Shared lock: the password stays as it was read until the session that it opened is stored.
constexpr Statement kCredentialsById{"SELECT id, password_hash, active FROM banhang.app_user WHERE id = $1 FOR SHARE"};
constexpr Statement kSetPassword{
    "UPDATE banhang.app_user SET password_hash = $2, must_change_password = $3, version = version + 1, "
    "rights_version = rights_version + 1 WHERE id = $1"};
constexpr Statement kUpgradeHash{"UPDATE banhang.app_user SET password_hash = $3 WHERE id = $1 AND password_hash = $2"};

User userOf(const Row& row)
{
    User user;
    user.id = row.int64(0);
    user.userName = row.string(1);
    user.fullName = row.string(2);
    user.unitId = row.int64(3);
    user.parentUnitId = row.int64(4);
    user.active = row.boolean(5);
    user.mustChangePassword = row.boolean(6);
    user.version = row.int64(7);
    user.groupIds = row.int64s(8);
    return user;
}

std::vector<User> users(Tx& tx, std::optional<std::int64_t> id, const std::optional<std::string>& userName)
{
    std::vector<User> found;
    for (const Row row : tx.query(kUsers, id, userName))
        found.push_back(userOf(row));
    return found;
}

User existing(Tx& tx, std::int64_t userId)
{
    std::vector<User> found = users(tx, userId, std::nullopt);
    if (found.empty())
        throw AppError(ErrorCode::NotFound, "user.not_found");
    return std::move(found.front());
}

bool isUserName(std::string_view name)
{
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return name.size() >= 2 && name.size() <= 64 && isPlain(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [&](char c) { return isPlain(c) || c == '.' || c == '_' || c == '-'; });
}

void checkNew(Tx& tx, const std::string& userName)
{
    if (!isUserName(userName))
        throwInvalidField("user_name", "user.name_form");
    if (!users(tx, std::nullopt, userName).empty())
        throw AppError(ErrorCode::AlreadyExists, "user.name_taken", {{"name", userName}});
}

void record(Tx& tx, const ChangeActor& actor, const User& user, std::string_view operation,
            const nlohmann::json& fields)
{
    recordChange(tx, actor,
                 {.entity = "app_user",
                  .entityId = user.id,
                  .version = user.version,
                  .operation = operation,
                  .unitBefore = 0,
                  .unitAfter = 0},
                 fields);
}

std::optional<Credentials> credentialsOf(const Rows& rows)
{
    if (rows.empty())
        return std::nullopt;
    const Row row = rows.front();
    return Credentials{row.int64(0), row.string(1), row.boolean(2)};
}

} // namespace

void registerIdentityConstraints(ConstraintErrors& errors)
{
    errors.add("app_user_name_unique", ErrorCode::AlreadyExists, "user.name_taken");
    errors.add("user_group_name_unique", ErrorCode::AlreadyExists, "group.name_taken");
    errors.add("org_unit_single_company", ErrorCode::Refused, "unit.company_exists");
}

std::vector<User> UserStore::list(Tx& tx)
{
    return users(tx, std::nullopt, std::nullopt);
}

std::optional<User> UserStore::find(Tx& tx, std::int64_t userId)
{
    std::vector<User> found = users(tx, userId, std::nullopt);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<User> UserStore::named(Tx& tx, std::string_view userName)
{
    std::vector<User> found = users(tx, std::nullopt, vn::toLower(userName));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<v1::Person> UserStore::people(Tx& tx)
{
    std::vector<v1::Person> people;
    for (const Row row : tx.query(kPeople)) {
        v1::Person& person = people.emplace_back();
        person.set_user_id(row.int64(0));
        person.set_full_name(row.string(1));
        person.set_unit_id(row.int64(2));
        person.set_active(row.boolean(3));
        person.set_parent_unit_id(row.int64(4));
    }
    return people;
}

User UserStore::create(Tx& tx, const ChangeActor& actor, const NewUser& wanted)
{
    RightsStore::lock(tx);
    const std::string userName = vn::toLower(wanted.userName);
    checkNew(tx, userName);
    v1::Unit leaf;
    leaf.set_parent_id(wanted.parentUnitId);
    leaf.set_kind(v1::UNIT_KIND_PERSON);
    leaf.set_name(wanted.fullName);
    leaf = OrgStore::create(tx, actor, leaf);
    const std::int64_t id =
        tx.query(kInsertUser, userName, leaf.name(), leaf.id(), wanted.passwordHash, wanted.mustChangePassword)
            .front()
            .int64(0);
    if (tx.query(kJoinGroups, wanted.groupIds, id).affected() != static_cast<std::int64_t>(wanted.groupIds.size()))
        throw AppError(ErrorCode::NotFound, "group.not_found");
    RightsStore::refresh(tx, {id});
    const User user = existing(tx, id);
    record(tx, actor, user, "create", {{"user_name", {{"new", userName}}}, {"full_name", {{"new", user.fullName}}}});
    return user;
}

User UserStore::rename(Tx& tx, const ChangeActor& actor, std::int64_t userId, std::string_view fullName)
{
    RightsStore::lock(tx);
    const User before = existing(tx, userId);
    const v1::Unit leaf = OrgStore::rename(tx, actor, before.unitId, fullName, {});
    tx.enqueue(kRenameUser, userId, leaf.name());
    const User after = existing(tx, userId);
    record(tx, actor, after, "update", {{"full_name", {{"old", before.fullName}, {"new", after.fullName}}}});
    return after;
}

User UserStore::move(Tx& tx, const ChangeActor& actor, std::int64_t userId, std::int64_t newParentId)
{
    RightsStore::lock(tx);
    const User before = existing(tx, userId);
    OrgStore::move(tx, actor, before.unitId, newParentId);
    tx.enqueue(kRaiseVersion, userId);
    const User after = existing(tx, userId);
    record(tx, actor, after, "update",
           {{"parent_unit_id", {{"old", before.parentUnitId}, {"new", after.parentUnitId}}}});
    return after;
}

User UserStore::setActive(Tx& tx, const ChangeActor& actor, std::int64_t userId, bool active)
{
    RightsStore::lock(tx);
    User before = existing(tx, userId);
    if (before.active == active)
        return before;
    tx.enqueue(kSetActive, userId, active);
    if (!active)
        SessionStore::endAllOf(tx, userId);
    RightsStore::refresh(tx, {userId});
    const User after = existing(tx, userId);
    record(tx, actor, after, "update", {{"active", {{"old", before.active}, {"new", after.active}}}});
    return after;
}

std::optional<Credentials> UserStore::credentials(Tx& tx, std::string_view userName)
{
    return credentialsOf(tx.query(kCredentialsByName, vn::toLower(userName)));
}

Credentials UserStore::lockedCredentials(Tx& tx, std::int64_t userId)
{
    const auto found = credentialsOf(tx.query(kCredentialsById, userId));
    if (!found)
        throw AppError(ErrorCode::NotFound, "user.not_found");
    return *found;
}

void UserStore::setPassword(Tx& tx, const ChangeActor& actor, std::int64_t userId, std::string_view hash,
                            bool mustChange, std::int64_t keptSessionId)
{
    tx.enqueue(kSetPassword, userId, hash, mustChange);
    SessionStore::endAllOf(tx, userId, keptSessionId);
    // For the audit alone: colleagues are not told, and the hash is not told to anybody.
    recordChange(tx, actor,
                 {.entity = "app_user",
                  .entityId = userId,
                  .version = existing(tx, userId).version,
                  .operation = "set_password"},
                 nlohmann::json::object());
}

void UserStore::upgradeHash(Tx& tx, std::int64_t userId, std::string_view oldHash, std::string_view newHash)
{
    tx.enqueue(kUpgradeHash, userId, oldHash, newHash);
}

} // namespace banhang::server
