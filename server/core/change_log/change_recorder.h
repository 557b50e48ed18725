// Writes the audit row that is also the feed row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace banhang::server {

struct Call;
class Tx;

/// One changed record.
struct ChangeRecord
{
    std::string_view entity; ///< table name, "customer"
    std::int64_t entityId = 0;
    std::int64_t version = 0;   ///< the one this change made
    std::string_view operation; ///< create, update, delete, undelete, assign, share, unshare
    /// Owner's leaf before and after; nothing = no visible state on that side; 0 = concerns everybody signed in.
    std::optional<std::int64_t> unitBefore = {};
    std::optional<std::int64_t> unitAfter = {};
    std::optional<std::int64_t> granteeId = {}; ///< shares: the colleague
    std::string_view reason = {};
    /// Whom it concerns whatever their scope: owner and participants of an activity before and after, the recipient of
    /// a notification.
    std::vector<std::int64_t> people = {};
};

/// Who made a change: the caller, or a command of IT or a job, outside of calls.
struct ChangeActor
{
    std::int64_t userId = 0; ///< 0 = the server itself
    std::string machineName;
    std::string callId;
};

ChangeActor actorOf(const Call& call);

/// Sends the row in the change's own transaction. `fields` is {"name": {"old": ..., "new": ...}}; sent without waiting.
void recordChange(Tx& tx, const ChangeActor& actor, const ChangeRecord& change, const nlohmann::json& fields);
void recordChange(Call& call, const ChangeRecord& change, const nlohmann::json& fields);

} // namespace banhang::server
