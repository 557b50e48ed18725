// Answers that are kept for repeats, and no longer than a repeat may come.
#pragma once

namespace banhang::server {

class Tx;

/// Upkeep of request_seen; the call pipeline itself writes and reads it.
class RequestStore
{
public:
    /// The oldest ones, `most` at once; returns how many there were. Needs the system role.
    static int dropOld(Tx& tx, int days, int most);
};

} // namespace banhang::server
