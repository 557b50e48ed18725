#include "server/identity/rights_rules.h"

#include <algorithm>

namespace banhang::server {

OrgTree::OrgTree(const std::vector<v1::Unit>& units)
{
    for (const v1::Unit& unit : units) {
        m_nodes[unit.id()] = {unit.parent_id(), unit.kind()};
        m_children[unit.parent_id()].push_back(unit.id());
    }
}

Reach OrgTree::reach(std::int64_t leafId, v1::Scope scope) const
{
    Reach reach;
    reach.all = scope == v1::SCOPE_ALL;
    if (reach.all || scope == v1::SCOPE_UNSPECIFIED)
        return reach;
    std::int64_t root = 0;
    if (scope == v1::SCOPE_BRANCH)
        root = nearestAbove(leafId, v1::UNIT_KIND_BRANCH);
    if (root == 0 && scope != v1::SCOPE_OWN)
        root = nearestAbove(leafId, v1::UNIT_KIND_TEAM);
    collectLeaves(root != 0 ? root : leafId, reach.leaves);
    std::sort(reach.leaves.begin(), reach.leaves.end());
    return reach;
}

std::int64_t OrgTree::nearestAbove(std::int64_t leafId, v1::UnitKind kind) const
{
    auto node = m_nodes.find(leafId);
    while (node != m_nodes.end() && node->second.kind != kind)
        node = m_nodes.find(node->second.parentId);
    return node != m_nodes.end() ? node->first : 0;
}

void OrgTree::collectLeaves(std::int64_t unitId, std::vector<std::int64_t>& leaves) const
{
    const auto node = m_nodes.find(unitId);
    if (node == m_nodes.end())
        return;
    if (node->second.kind == v1::UNIT_KIND_PERSON)
        leaves.push_back(unitId);
    const auto children = m_children.find(unitId);
    if (children == m_children.end())
        return;
    for (const std::int64_t child : children->second)
        collectLeaves(child, leaves);
}

v1::Scope effectiveScope(const std::vector<GroupRights>& groups, Right right)
{
    v1::Scope widest = v1::SCOPE_UNSPECIFIED;
    for (const GroupRights& group : groups)
        for (const v1::EffectiveRight& grant : group.grants)
            if (grant.resource() == right.resource && grant.action() == right.action)
                widest = std::max(widest, grant.scope());
    return widest;
}

bool isMasked(const std::vector<GroupRights>& groups, v1::SensitiveField field)
{
    constexpr Right kView{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
    return std::none_of(groups.begin(), groups.end(), [&](const GroupRights& group) {
        const bool hides =
            std::find(group.maskedFields.begin(), group.maskedFields.end(), field) != group.maskedFields.end();
        return !hides && effectiveScope({group}, kView) != v1::SCOPE_UNSPECIFIED;
    });
}

} // namespace banhang::server
