// Answers that are kept for repeats, and no longer than a repeat may come.
#pragma once

namespace banhang::server {

class Tx;

/// Upkeep of request_seen; the call pipeline itself writes and reads it.
class RequestStore
{
public:
    /// Needs the system role.
    static void dropOld(Tx& tx, int days);
};

} // namespace banhang::server
