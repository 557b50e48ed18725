#include "server/identity/group_store.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/right.h"
#include "common/vn/utf8.h"
#include "server/identity/rights_store.h"

namespace banhang::server {

namespace {

constexpr Statement kGroups{
    "SELECT g.id, g.name, g.masked_fields, g.version, "
    "ARRAY(SELECT m.user_id FROM banhang.group_member m WHERE m.group_id = g.id ORDER BY m.user_id) "
    "FROM banhang.user_group g WHERE ($1::bigint IS NULL OR g.id = $1) AND ($2::text IS NULL OR g.name = $2) ORDER BY "
    "g.id"};
constexpr Statement kGrants{"SELECT group_id, resource, action, scope FROM banhang.group_grant "
                            "WHERE $1::bigint IS NULL OR group_id = $1 ORDER BY group_id, resource, action"};
constexpr Statement kInsertGroup{
    "INSERT INTO banhang.user_group (name, masked_fields) VALUES ($1, $2::smallint[]) RETURNING id"};
constexpr Statement kRenameGroup{"UPDATE banhang.user_group SET name = $2, version = version + 1 WHERE id = $1"};
constexpr Statement kSetMasks{
    "UPDATE banhang.user_group SET masked_fields = $2::smallint[], version = version + 1 WHERE id = $1"};
constexpr Statement kRaiseVersion{"UPDATE banhang.user_group SET version = version + 1 WHERE id = $1"};
constexpr Statement kDropGrants{"DELETE FROM banhang.group_grant WHERE group_id = $1"};
constexpr Statement kInsertGrants{
    "INSERT INTO banhang.group_grant (group_id, resource, action, scope) "
    "SELECT $1::bigint, g.resource, g.action, g.scope "
    "FROM unnest($2::smallint[], $3::smallint[], $4::smallint[]) AS g(resource, action, scope)"};
constexpr Statement kUserExists{"SELECT FROM banhang.app_user WHERE id = $1"};
constexpr Statement kAddMember{
    "INSERT INTO banhang.group_member (group_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr Statement kRemoveMember{"DELETE FROM banhang.group_member WHERE group_id = $1 AND user_id = $2"};

std::vector<Group> groups(Tx& tx, std::optional<std::int64_t> id, const std::optional<std::string>& name)
{
    std::vector<Group> found;
    for (const Row row : tx.query(kGroups, id, name)) {
        Group& group = found.emplace_back();
        group.id = row.int64(0);
        group.name = row.string(1);
        for (const std::int64_t field : row.int64s(2))
            group.maskedFields.push_back(static_cast<v1::SensitiveField>(field));
        group.version = row.int64(3);
        group.memberIds = row.int64s(4);
    }
    if (found.empty())
        return found;
    std::map<std::int64_t, Group*> byId;
    for (Group& group : found)
        byId[group.id] = &group;
    const auto only = found.size() == 1 ? std::optional(found.front().id) : std::nullopt;
    for (const Row row : tx.query(kGrants, only)) {
        const auto group = byId.find(row.int64(0));
        if (group == byId.end())
            continue;
        v1::EffectiveRight& grant = group->second->grants.emplace_back();
        grant.set_resource(static_cast<v1::Resource>(row.int32(1)));
        grant.set_action(static_cast<v1::Action>(row.int32(2)));
        grant.set_scope(static_cast<v1::Scope>(row.int32(3)));
    }
    return found;
}

Group existing(Tx& tx, std::int64_t groupId)
{
    std::vector<Group> found = groups(tx, groupId, std::nullopt);
    if (found.empty())
        throw AppError(ErrorCode::NotFound, "group.not_found");
    return std::move(found.front());
}

std::string checkedName(Tx& tx, std::string_view wanted, std::int64_t ownId)
{
    std::string name = vn::tidy(wanted);
    if (name.empty())
        throwInvalidField("name", "field.required");
    const std::vector<Group> same = groups(tx, std::nullopt, name);
    if (!same.empty() && same.front().id != ownId)
        throw AppError(ErrorCode::AlreadyExists, "group.name_taken", {{"name", name}});
    return name;
}

void checkGrants(const std::vector<v1::EffectiveRight>& grants)
{
    std::set<std::pair<int, int>> seen;
    for (const v1::EffectiveRight& grant : grants) {
        const bool isKnown = grant.resource() != v1::RESOURCE_UNSPECIFIED && v1::Resource_IsValid(grant.resource()) &&
                             grant.action() != v1::ACTION_UNSPECIFIED && v1::Action_IsValid(grant.action()) &&
                             grant.scope() != v1::SCOPE_UNSPECIFIED && v1::Scope_IsValid(grant.scope());
        if (!isKnown || !seen.emplace(grant.resource(), grant.action()).second)
            throwInvalidField("grants", "group.grant_form");
    }
}

std::vector<std::int64_t> numbersOf(std::vector<v1::SensitiveField> fields)
{
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return {fields.begin(), fields.end()};
}

void insertGrants(Tx& tx, std::int64_t groupId, const std::vector<v1::EffectiveRight>& grants)
{
    std::vector<std::int64_t> resources, actions, scopes;
    for (const v1::EffectiveRight& grant : grants) {
        resources.push_back(grant.resource());
        actions.push_back(grant.action());
        scopes.push_back(grant.scope());
    }
    tx.enqueue(kInsertGrants, groupId, resources, actions, scopes);
}

nlohmann::json namesOf(const std::vector<v1::EffectiveRight>& grants)
{
    nlohmann::json names = nlohmann::json::array();
    for (const v1::EffectiveRight& grant : grants)
        names.push_back(rightName({grant.resource(), grant.action()}) + ":" + shortName(grant.scope()));
    return names;
}

nlohmann::json namesOf(const std::vector<v1::SensitiveField>& fields)
{
    nlohmann::json names = nlohmann::json::array();
    for (const v1::SensitiveField field : fields)
        names.push_back(shortName(field));
    return names;
}

/// For the audit alone: members learn of it by their rights version, others are not concerned.
void record(Tx& tx, const ChangeActor& actor, const Group& group, std::string_view operation,
            const nlohmann::json& fields)
{
    recordChange(tx, actor,
                 {.entity = "user_group", .entityId = group.id, .version = group.version, .operation = operation},
                 fields);
}

} // namespace

std::vector<Group> GroupStore::list(Tx& tx)
{
    return groups(tx, std::nullopt, std::nullopt);
}

std::optional<Group> GroupStore::find(Tx& tx, std::int64_t groupId)
{
    std::vector<Group> found = groups(tx, groupId, std::nullopt);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<Group> GroupStore::named(Tx& tx, std::string_view name)
{
    std::vector<Group> found = groups(tx, std::nullopt, vn::tidy(name));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Group GroupStore::create(Tx& tx, const ChangeActor& actor, const Group& wanted)
{
    RightsStore::lock(tx);
    const std::string name = checkedName(tx, wanted.name, 0);
    checkGrants(wanted.grants);
    const std::int64_t id = tx.query(kInsertGroup, name, numbersOf(wanted.maskedFields)).front().int64(0);
    insertGrants(tx, id, wanted.grants);
    const Group group = existing(tx, id);
    record(tx, actor, group, "create",
           {{"name", {{"new", name}}},
            {"grants", {{"new", namesOf(group.grants)}}},
            {"masked_fields", {{"new", namesOf(group.maskedFields)}}}});
    return group;
}

Group GroupStore::rename(Tx& tx, const ChangeActor& actor, std::int64_t groupId, std::string_view name)
{
    RightsStore::lock(tx);
    const Group before = existing(tx, groupId);
    tx.enqueue(kRenameGroup, groupId, checkedName(tx, name, groupId));
    const Group after = existing(tx, groupId);
    record(tx, actor, after, "update", {{"name", {{"old", before.name}, {"new", after.name}}}});
    return after;
}

Group GroupStore::setGrants(Tx& tx, const ChangeActor& actor, std::int64_t groupId,
                            const std::vector<v1::EffectiveRight>& grants)
{
    RightsStore::lock(tx);
    checkGrants(grants);
    const Group before = existing(tx, groupId);
    tx.enqueue(kDropGrants, groupId);
    insertGrants(tx, groupId, grants);
    tx.enqueue(kRaiseVersion, groupId);
    RightsStore::refresh(tx, before.memberIds);
    const Group after = existing(tx, groupId);
    record(tx, actor, after, "update", {{"grants", {{"old", namesOf(before.grants)}, {"new", namesOf(after.grants)}}}});
    return after;
}

Group GroupStore::setMaskedFields(Tx& tx, const ChangeActor& actor, std::int64_t groupId,
                                  const std::vector<v1::SensitiveField>& fields)
{
    RightsStore::lock(tx);
    const Group before = existing(tx, groupId);
    tx.enqueue(kSetMasks, groupId, numbersOf(fields));
    RightsStore::refresh(tx, before.memberIds);
    const Group after = existing(tx, groupId);
    record(tx, actor, after, "update",
           {{"masked_fields", {{"old", namesOf(before.maskedFields)}, {"new", namesOf(after.maskedFields)}}}});
    return after;
}

Group GroupStore::addMember(Tx& tx, const ChangeActor& actor, std::int64_t groupId, std::int64_t userId)
{
    RightsStore::lock(tx);
    Group before = existing(tx, groupId);
    if (tx.query(kUserExists, userId).empty())
        throw AppError(ErrorCode::NotFound, "user.not_found");
    if (tx.query(kAddMember, groupId, userId).affected() == 0)
        return before;
    tx.enqueue(kRaiseVersion, groupId);
    RightsStore::refresh(tx, {userId});
    const Group after = existing(tx, groupId);
    record(tx, actor, after, "update", {{"member_ids", {{"old", before.memberIds}, {"new", after.memberIds}}}});
    return after;
}

Group GroupStore::removeMember(Tx& tx, const ChangeActor& actor, std::int64_t groupId, std::int64_t userId)
{
    RightsStore::lock(tx);
    Group before = existing(tx, groupId);
    if (tx.query(kRemoveMember, groupId, userId).affected() == 0)
        return before;
    tx.enqueue(kRaiseVersion, groupId);
    RightsStore::refresh(tx, {userId});
    const Group after = existing(tx, groupId);
    record(tx, actor, after, "update", {{"member_ids", {{"old", before.memberIds}, {"new", after.memberIds}}}});
    return after;
}

} // namespace banhang::server
