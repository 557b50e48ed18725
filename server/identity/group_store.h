// Permission groups: what their members may do, and what they may not see.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/tx.h"

namespace banhang::server {

struct Group
{
    std::int64_t id = 0;
    std::string name;
    std::vector<v1::EffectiveRight> grants;       ///< by resource, then action; one scope for each
    std::vector<v1::SensitiveField> maskedFields; ///< ascending
    std::vector<std::int64_t> memberIds;          ///< ascending
    std::int64_t version = 0;
};

/// All SQL on user_group, group_grant and group_member. Every change rewrites the members' rights in the same
/// transaction and is recorded for the audit; colleagues are not told, the members' clients learn of it by their rights
/// version. Throws: AppError NotFound "group.not_found", "user.not_found".
class GroupStore
{
public:
    static std::vector<Group> list(Tx& tx);
    static std::optional<Group> find(Tx& tx, std::int64_t groupId);
    static std::optional<Group> named(Tx& tx, std::string_view name);

    /// id, members and version of `wanted` are ignored.
    /// Throws: AppError AlreadyExists "group.name_taken", Invalid with issues.
    static Group create(Tx& tx, const ChangeActor& actor, const Group& wanted);
    static Group rename(Tx& tx, const ChangeActor& actor, std::int64_t groupId, std::string_view name);
    /// Replaces all grants.
    static Group setGrants(Tx& tx, const ChangeActor& actor, std::int64_t groupId,
                           const std::vector<v1::EffectiveRight>& grants);
    /// Replaces all masks.
    static Group setMaskedFields(Tx& tx, const ChangeActor& actor, std::int64_t groupId,
                                 const std::vector<v1::SensitiveField>& fields);
    /// Repeating either is harmless.
    static Group addMember(Tx& tx, const ChangeActor& actor, std::int64_t groupId, std::int64_t userId);
    static Group removeMember(Tx& tx, const ChangeActor& actor, std::int64_t groupId, std::int64_t userId);
};

} // namespace banhang::server
