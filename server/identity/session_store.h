// Sessions by the hash of their token, and the delays after failed sign-ins.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/identity.pb.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// How long a sign-in lasts. Read from the configuration (keys session.idle_hours, session.absolute_hours).
struct SessionLimits
{
    std::chrono::seconds idle = std::chrono::hours(8);      ///< since the last call
    std::chrono::seconds absolute = std::chrono::hours(12); ///< since sign-in
};

struct NewSession
{
    std::int64_t userId = 0;
    std::string tokenHash;   ///< SHA-256, 32 bytes
    std::string machineName; ///< as the machine calls itself
    std::string address;     ///< as the server saw it
};

/// All SQL on session and sign_in_delay; the database's clock decides.
class SessionStore
{
public:
    static std::int64_t create(Tx& tx, const NewSession& session, const SessionLimits& limits);
    /// Live sessions of one user with ids below `beforeId`, newest first. `current` is left to the caller.
    static std::vector<v1::Session> list(Tx& tx, std::int64_t userId, const SessionLimits& limits,
                                         std::int64_t beforeId, int count);
    /// Harmless when it has ended already or is somebody else's.
    static void end(Tx& tx, std::int64_t userId, std::int64_t sessionId);
    static void endAllOf(Tx& tx, std::int64_t userId, std::int64_t exceptSessionId = 0);
    /// Drops what ended, and delays that nobody feels any more, before `days` ago. Needs the system role.
    static void dropOld(Tx& tx, int days);

    /// Counts an attempt on the name, from the address, and on the name from that address, before the password is
    /// looked at, so that attempts in parallel count too; on the name only the first of one address. Returns the
    /// seconds to wait; 0 = go on. A refused attempt is not counted.
    static int chargeAttempt(Tx& tx, std::string_view userName, std::string_view address);
    /// The password was right: forgets the name's failures and takes this attempt off the address.
    static void forgiveAttempt(Tx& tx, std::string_view userName, std::string_view address);
};

} // namespace banhang::server
