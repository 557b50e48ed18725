// Edits of one record by several people at once: what others wrote meanwhile is not overwritten unseen.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "server/core/call/call.h"

namespace banhang::server {

/// A record that is about to be stored.
struct EditedRecord
{
    std::string_view entity; ///< as in the change log
    std::int64_t id = 0;
    std::int64_t version = 0;     ///< the stored one
    std::int64_t readVersion = 0; ///< the one that the editor had read
    std::string_view conflictKey;
};

/// A value as the caller may see it.
using ShownValue = std::function<nlohmann::json(const std::string& field, const nlohmann::json& value)>;

/// `changes`: {"name": {"old": ..., "new": ...}} of this edit.
/// Throws: AppError Conflict with the three values of each field that others changed since it was read.
void refuseCollisions(Call& call, const EditedRecord& record, const nlohmann::json& changes, const ShownValue& shown);

} // namespace banhang::server
