#include "server/customers/saving/customer_facts_store.h"

#include <set>

#include "common/error.h"
#include "server/core/call/right_demand.h"
#include "server/customers/customer_access.h"

namespace banhang::server {

namespace {

/// $1, $2 lists and keys in use; $3 parent; $4 caller, $5 sees all, $6 leaves seen; $7 units named.
constexpr Statement kContext{
    "SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,"
    " (SELECT array_agg(DISTINCT p.list_key || '.' || p.key) FROM banhang.pick_item p"
    " JOIN unnest($1::text[], $2::text[]) AS used (list_key, key) ON used.list_key = p.list_key AND used.key = p.key),"
    " parent.kind, CASE WHEN parent.id IS NOT NULL THEN banhang.customer_ancestors(parent.id) END,"
    " ARRAY(SELECT id FROM banhang.org_unit WHERE id = ANY ($7::bigint[]))"
    " FROM (SELECT) AS one LEFT JOIN banhang.customer parent ON parent.id = $3 AND parent.deleted_at IS NULL"
    " AND ($5 OR parent.unit_id = ANY ($6::bigint[]) OR EXISTS (SELECT FROM banhang.customer_share s"
    " WHERE s.user_id = $4 AND s.customer_id = parent.id))"};

/// Any number will do as long as nothing else locks by it.
constexpr Statement kLockParents{"SELECT pg_advisory_xact_lock(7263548201)"};

constexpr Statement kOwners{"SELECT id, unit_id, active FROM banhang.app_user WHERE id = ANY ($1::bigint[])"};

} // namespace

namespace {

/// What customers name, each thing once.
class Named
{
public:
    void add(const v1::Customer& customer)
    {
        for (UsedPick& pick : usedPicks(customer))
            m_picks.emplace(std::move(pick.list), std::move(pick.key));
        for (const v1::WatchPoint& point : customer.watch_points())
            m_units.insert(point.unit_id());
    }

    RuleContext ask(Call& call, std::int64_t parentId) const;

private:
    std::set<std::pair<std::string, std::string>> m_picks;
    std::set<std::int64_t> m_units;
};

RuleContext Named::ask(Call& call, std::int64_t parentId) const
{
    std::vector<std::string> lists;
    std::vector<std::string> keys;
    for (const auto& [list, key] : m_picks) {
        lists.push_back(list);
        keys.push_back(key);
    }
    const std::vector<std::int64_t> units(m_units.begin(), m_units.end());
    const UnitSet& seen = call.caller.units(kViewCustomer);
    const Rows rows = call.tx.query(kContext, lists, keys, parentId, call.caller.userId, seen.all, seen.leaves, units);
    const Row row = rows.front();
    RuleContext context;
    context.today = vn::parseIsoDate(row.string(0)).value_or(vn::Date{});
    if (!row.isNull(1))
        for (const std::string& known : row.strings(1)) {
            const auto dot = known.find('.');
            context.pickKeys[known.substr(0, dot)].insert(known.substr(dot + 1));
        }
    if (!row.isNull(2))
        context.parent = ParentFacts{static_cast<v1::CustomerKind>(row.int32(2)), row.int64s(3)};
    const std::vector<std::int64_t> known = row.int64s(4);
    context.units.insert(known.begin(), known.end());
    return context;
}

} // namespace

RuleContext ruleContext(Call& call, const v1::Customer& customer)
{
    Named named;
    named.add(customer);
    return named.ask(call, customer.parent_id());
}

RuleContext ruleContextOfAll(Call& call, const std::vector<v1::Customer>& customers)
{
    Named named;
    for (const v1::Customer& customer : customers)
        named.add(customer);
    return named.ask(call, 0);
}

void lockParents(Call& call)
{
    call.tx.enqueue(kLockParents);
}

std::optional<OwnerFacts> ownerFacts(Call& call, std::int64_t userId)
{
    const auto facts = ownersFacts(call, {userId});
    return facts.empty() ? std::nullopt : std::optional(facts.begin()->second);
}

std::map<std::int64_t, OwnerFacts> ownersFacts(Call& call, const std::vector<std::int64_t>& userIds)
{
    std::map<std::int64_t, OwnerFacts> facts;
    for (const Row row : call.tx.query(kOwners, userIds))
        facts.emplace(row.int64(0), OwnerFacts{row.int64(1), row.boolean(2)});
    return facts;
}

OwnerFacts demandOwner(Call& call, std::int64_t userId, Right give, std::string_view path)
{
    const auto owner = ownerFacts(call, userId);
    if (!owner || !owner->active)
        throwInvalidField(path, "customer.owner_unknown");
    demandRight(call.caller, give, owner->unitId);
    return *owner;
}

std::int64_t unitOfOwner(Call& call, std::int64_t userId, Right give, std::string_view path)
{
    return userId == call.caller.userId ? call.caller.unitId : demandOwner(call, userId, give, path).unitId;
}

} // namespace banhang::server
