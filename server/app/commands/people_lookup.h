// What IT types on the command line to name units, users, groups and rights.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "server/identity/group_store.h"
#include "server/identity/user_store.h"

namespace banhang::server {

class Tx;

/// By id, or by name or short name where only one unit bears it, in any letter case and without marks too; "" is the
/// company.
/// Throws: CommandRefused naming the candidates.
v1::Unit unitNamed(Tx& tx, const std::string& text);

/// Throws: AppError NotFound "user.not_found".
User userNamed(Tx& tx, const std::string& userName);

/// By id, or by name as units are. Throws: AppError NotFound "group.not_found"; CommandRefused naming the candidates.
Group groupNamed(Tx& tx, const std::string& text);

/// "customer.view:team"; scope "none" (for taking a right away) gives SCOPE_UNSPECIFIED.
/// Throws: CommandRefused.
v1::EffectiveRight grantNamed(const std::string& text);
std::string nameOf(const v1::EffectiveRight& grant);

/// Throws: CommandRefused.
std::vector<v1::SensitiveField> fieldsNamed(const std::vector<std::string>& names);

/// "company", "branch", "team" or "person".
std::string nameOf(v1::UnitKind kind);

} // namespace banhang::server
