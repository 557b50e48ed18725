// Where the call pipeline and the change feed learn who calls. Implemented by identity, plugged in by app.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>

#include "server/core/call/caller.h"

namespace banhang::server {

class Tx;

/// Thrown by the check that CallerSource::verify sends: what was remembered is no longer true. The pipeline loads anew
/// and runs the body again.
class StaleCaller : public std::exception
{
public:
    const char* what() const noexcept override { return "remembered caller is stale"; }
};

/// Whose doing a call is: somebody's, or that of a window that repeats it by itself and so tells nothing of whether
/// anybody sits in front of it.
enum class CalledBy { Person, Timer };

/// Finds the session behind a token. Thread: any.
class CallerSource
{
public:
    virtual ~CallerSource() = default;
    struct Signed
    {
        std::shared_ptr<const Caller> caller;
        SessionInfo session;
    };
    /// What is remembered of a token, without asking the database; a null caller if unknown. A person's call keeps the
    /// session alive.
    virtual Signed remembered(std::string_view token, CalledBy calledBy) = 0;
    /// For a known caller: sends the check by Tx::expect, so that it costs no round trip of its own, and returns
    /// `known` at once; the check throws AppError SignedOut "session.ended", or StaleCaller when
    /// app_user.rights_version grew. For an unknown one: loads session and rights, remembers and returns them; throws
    /// AppError SignedOut "session.ended". Only reads: `tx` may be read-only.
    virtual Signed verify(Tx& tx, std::string_view token, const Signed& known) = 0;
    /// Drops what is remembered of a token.
    virtual void forget(std::string_view token) = 0;
    /// The newest rights of a user, for open streams; null if there is no such active user. Only reads; runs as role
    /// banhang_system.
    virtual std::shared_ptr<const Caller> load(Tx& tx, std::int64_t userId) = 0;
};

} // namespace banhang::server
