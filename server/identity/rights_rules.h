// What a user may do, decided from groups and the organisation tree; pure, and written apart from the SQL of the second
// wall.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "common/right.h"

namespace banhang::server {

/// What one group gives its members.
struct GroupRights
{
    std::vector<v1::EffectiveRight> grants;
    std::vector<v1::SensitiveField> maskedFields;
};

/// Leaves that a scope reaches.
struct Reach
{
    bool all = false;
    std::vector<std::int64_t> leaves; ///< sorted; empty for `all`

    friend bool operator==(const Reach&, const Reach&) = default;
};

/// A part of the organisation that holds at least the branch (or team) of whoever is asked about.
class OrgTree
{
public:
    explicit OrgTree(const std::vector<v1::Unit>& units);

    /// Leaves that `scope` reaches for the person at `leafId`: own = the leaf; team = leaves below the nearest team
    /// above, or as own; branch = leaves below the nearest branch above, or as team; all = everything.
    Reach reach(std::int64_t leafId, v1::Scope scope) const;

private:
    struct Node
    {
        std::int64_t parentId = 0;
        v1::UnitKind kind = v1::UNIT_KIND_UNSPECIFIED;
    };
    /// 0 if there is none.
    std::int64_t nearestAbove(std::int64_t leafId, v1::UnitKind kind) const;
    void collectLeaves(std::int64_t unitId, std::vector<std::int64_t>& leaves) const;

    std::map<std::int64_t, Node> m_nodes;
    std::map<std::int64_t, std::vector<std::int64_t>> m_children; ///< by parent, which need not be a node here
};

/// The widest scope that any of the groups grants for this right; unspecified if none does.
v1::Scope effectiveScope(const std::vector<GroupRights>& groups, Right right);

/// Whether the field is hidden: unless some group that grants customer.view shows it. So it is hidden from whoever may
/// not view.
bool isMasked(const std::vector<GroupRights>& groups, v1::SensitiveField field);

} // namespace banhang::server
