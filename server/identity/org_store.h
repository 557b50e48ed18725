// The organisation tree: company > branch > team > person, with the path of each node kept ready for "everything
// below".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// All SQL on org_unit. A parent is never of a lower kind than its child and never a person; the company is the only
/// root. Every change rewrites the rights of all users whose reach it may touch, in the same transaction, and is
/// recorded. Version: each change raises the unit's own; the tree as a whole is changed by one transaction at a time.
/// Throws:  AppError NotFound "unit.not_found".
class OrgStore
{
public:
    /// All units, parents before children, siblings by name. Leaves of people only on request.
    static std::vector<v1::Unit> list(Tx& tx, bool withPeople);
    static std::optional<v1::Unit> find(Tx& tx, std::int64_t unitId);
    /// Units other than people's leaves whose name or short name is exactly `name`; what IT types in commands.
    static std::vector<v1::Unit> named(Tx& tx, std::string_view name);

    /// Nearest team above each of these leaves, 0 where there is none; in their order.
    static std::vector<std::int64_t> teamsAbove(Tx& tx, const std::vector<std::int64_t>& leaves);

    /// What the whole company shares: its name, and whether it shows cards.
    static v1::CompanySettings companySettings(Tx& tx);

    /// Adds a unit; `wanted.id` is ignored. People's leaves are made by UserStore alone.
    /// Throws: AppError Refused "unit.company_exists" or "unit.parent_not_allowed", Invalid with issues.
    static v1::Unit create(Tx& tx, const ChangeActor& actor, const v1::Unit& wanted);
    static v1::Unit rename(Tx& tx, const ChangeActor& actor, std::int64_t unitId, std::string_view name,
                           std::string_view shortName);
    /// Hangs a unit, with everything below it, under another parent. A person's leaf moves the same way.
    /// Throws: AppError Refused "unit.parent_not_allowed", also for a place below the unit itself.
    static v1::Unit move(Tx& tx, const ChangeActor& actor, std::int64_t unitId, std::int64_t newParentId);
};

} // namespace banhang::server
