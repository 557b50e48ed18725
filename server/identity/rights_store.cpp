#include "server/identity/rights_store.h"

#include <map>
#include <utility>

namespace banhang::server {

namespace {

// Conflicts with itself and with writes of the table, not with reads: calls go on while rights are being changed.
constexpr Statement kLockRights{"LOCK TABLE banhang.visible_unit IN SHARE ROW EXCLUSIVE MODE"};
constexpr Statement kRefreshUsers{"SELECT banhang.refresh_visible_units($1::bigint[])"};
constexpr Statement kRefreshAround{
    "SELECT banhang.refresh_visible_units(ARRAY("
    "SELECT u.id FROM banhang.app_user u JOIN banhang.org_unit leaf ON leaf.id = u.unit_id "
    "WHERE leaf.path && $1::bigint[]))"};
constexpr Statement kLiveSession{"SELECT s.id, s.machine_name, s.address, u.id, u.rights_version "
                                 "FROM banhang.session s JOIN banhang.app_user u ON u.id = s.user_id "
                                 "WHERE s.token_hash = $1 AND u.active AND s.ended_at IS NULL AND s.expires_at > now() "
                                 "AND s.last_seen_at > now() - make_interval(secs => $2::double precision)"};
constexpr Statement kTouchSession{"UPDATE banhang.session SET last_seen_at = now() "
                                  "WHERE id = $1 AND last_seen_at < now() - interval '1 minute' AND ended_at IS NULL "
                                  "AND expires_at > now() "
                                  "AND last_seen_at > now() - make_interval(secs => $2::double precision)"};
constexpr Statement kUserFacts{"SELECT id, unit_id, rights_version, must_change_password, user_name, full_name "
                               "FROM banhang.app_user WHERE id = $1 AND active"};
constexpr Statement kGroupFacts{
    "SELECT m.group_id, g.masked_fields, r.resource, r.action, r.scope FROM banhang.group_member m "
    "JOIN banhang.user_group g ON g.id = m.group_id LEFT JOIN banhang.group_grant r ON r.group_id = m.group_id "
    "WHERE m.user_id = $1"};
constexpr Statement kUnitFacts{"SELECT n.id, coalesce(n.parent_id, 0), n.kind FROM banhang.org_unit leaf "
                               "JOIN banhang.org_unit n ON n.path && leaf.path[2:] WHERE leaf.id = $1"};

std::vector<GroupRights> groupsOf(const Rows& rows)
{
    std::map<std::int64_t, GroupRights> groups;
    for (const Row row : rows) {
        GroupRights& group = groups[row.int64(0)];
        group.maskedFields.clear();
        for (const std::int64_t field : row.int64s(1))
            group.maskedFields.push_back(static_cast<v1::SensitiveField>(field));
        if (row.isNull(2))
            continue;
        v1::EffectiveRight grant;
        grant.set_resource(static_cast<v1::Resource>(row.int32(2)));
        grant.set_action(static_cast<v1::Action>(row.int32(3)));
        grant.set_scope(static_cast<v1::Scope>(row.int32(4)));
        group.grants.push_back(grant);
    }
    std::vector<GroupRights> list;
    list.reserve(groups.size());
    for (auto& [id, group] : groups)
        list.push_back(std::move(group));
    return list;
}

std::optional<LiveSession> liveSessionOf(const Rows& rows)
{
    if (rows.empty())
        return std::nullopt;
    const Row row = rows.front();
    LiveSession live;
    live.session = {row.int64(0), row.string(1), row.string(2)};
    live.userId = row.int64(3);
    live.rightsVersion = row.int64(4);
    return live;
}

} // namespace

void RightsStore::lock(Tx& tx)
{
    tx.enqueue(kLockRights);
}

void RightsStore::refresh(Tx& tx, const std::vector<std::int64_t>& userIds)
{
    tx.enqueue(kRefreshUsers, userIds);
}

void RightsStore::refreshAround(Tx& tx, const std::vector<std::int64_t>& path)
{
    // The company, first in every path, is no root of any scope: leaving it out spares everybody else.
    tx.enqueue(kRefreshAround, std::vector<std::int64_t>(path.begin() + 1, path.end()));
}

std::optional<LiveSession> RightsStore::liveSession(Tx& tx, std::string_view tokenHash, const SessionLimits& limits)
{
    return liveSessionOf(tx.query(kLiveSession, asBytes(tokenHash), limits.idle.count()));
}

void RightsStore::expectLiveSession(Tx& tx, std::string_view tokenHash, const SessionLimits& limits,
                                    std::function<void(const std::optional<LiveSession>&)> then)
{
    tx.expect(
        kLiveSession, [then = std::move(then)](const Rows& rows) { then(liveSessionOf(rows)); }, asBytes(tokenHash),
        limits.idle.count());
}

void RightsStore::touchSession(Tx& tx, std::int64_t sessionId, const SessionLimits& limits)
{
    tx.enqueue(kTouchSession, sessionId, limits.idle.count());
}

std::optional<CallerFacts> RightsStore::facts(Tx& tx, std::int64_t userId)
{
    const Rows users = tx.query(kUserFacts, userId);
    if (users.empty())
        return std::nullopt;
    const Row user = users.front();
    CallerFacts facts;
    facts.userId = user.int64(0);
    facts.unitId = user.int64(1);
    facts.rightsVersion = user.int64(2);
    facts.mustChangePassword = user.boolean(3);
    facts.userName = user.string(4);
    facts.fullName = user.string(5);
    facts.groups = groupsOf(tx.query(kGroupFacts, userId));
    for (const Row row : tx.query(kUnitFacts, facts.unitId)) {
        v1::Unit& unit = facts.units.emplace_back();
        unit.set_id(row.int64(0));
        unit.set_parent_id(row.int64(1));
        unit.set_kind(static_cast<v1::UnitKind>(row.int32(2)));
    }
    return facts;
}

} // namespace banhang::server
