// Reads and writes who is where. All SQL of presence.
#pragma once

#include <vector>

#include "banhang/v1/changes.pb.h"
#include "server/changes/presence_board.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// So long after it was told last, a place counts as left: with the time to notice it, less than 15 s after a client
/// was cut off.
constexpr int kPresenceSeconds = 13;

class PresenceStore
{
public:
    /// False for a customer that the caller does not see.
    static bool report(Call& call, const v1::ReportPresenceRequest& told);
    static void leave(Call& call, int place);
    /// Everybody who is at a customer outside of the bin. For role banhang_system.
    static std::vector<PresentPlace> live(Tx& tx);
    /// For role banhang_system.
    static void dropOld(Tx& tx);
};

} // namespace banhang::server
