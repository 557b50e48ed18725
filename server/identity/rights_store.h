// Loads what a caller's rights are decided by, and keeps the second wall's table in step with it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/call/caller.h"
#include "server/core/database/tx.h"
#include "server/identity/rights_rules.h"
#include "server/identity/session_store.h"

namespace banhang::server {

/// A live session with the rights version of its user.
struct LiveSession
{
    SessionInfo session;
    std::int64_t userId = 0;
    std::int64_t rightsVersion = 0;
};

/// Everything one user's rights follow from.
struct CallerFacts
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0;
    std::int64_t rightsVersion = 0;
    bool mustChangePassword = false;
    std::string userName;
    std::string fullName;
    std::vector<GroupRights> groups;
    /// The user's leaf, what lies above it, and everything below the company that shares a branch or team with it.
    std::vector<v1::Unit> units;
};

/// All SQL between the rights tables and a Caller.
class RightsStore
{
public:
    /// Lets one transaction at a time change rights: two that each see only half of the change would leave the derived
    /// table wrong. To be called before anything is read for the change.
    static void lock(Tx& tx);
    /// Rewrites the derived rights of these users and makes cached ones stale.
    static void refresh(Tx& tx, const std::vector<std::int64_t>& userIds);
    /// The same for everybody whose reach may change when something hangs, or hung, at `path` (ids from the company
    /// down).
    static void refreshAround(Tx& tx, const std::vector<std::int64_t>& path);

    /// The session with this token hash, if it lives and its user is active. Only reads.
    static std::optional<LiveSession> liveSession(Tx& tx, std::string_view tokenHash, const SessionLimits& limits);
    /// The same, answered to `then` with the transaction's next statement, so without a round trip of its own.
    static void expectLiveSession(Tx& tx, std::string_view tokenHash, const SessionLimits& limits,
                                  std::function<void(const std::optional<LiveSession>&)> then);
    /// Notes that the session is in use; at most once a minute, whoever asks. One that has ended stays so: a use is
    /// noted before anybody has looked whether the session lives.
    static void touchSession(Tx& tx, std::int64_t sessionId, const SessionLimits& limits);
    /// Nothing for an unknown or inactive user.
    static std::optional<CallerFacts> facts(Tx& tx, std::int64_t userId);
};

} // namespace banhang::server
