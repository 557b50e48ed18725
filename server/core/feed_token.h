// Positions in the change feed, as clients hold them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/core/token_signer.h"

namespace banhang::server {

class Tx;

/// Everything up to and including (xid, seq) was read. Not an order of versions: see server/changes/change_hub.h.
struct FeedPosition
{
    std::uint64_t xid = 0;
    std::int64_t seq = 0;

    friend auto operator<=>(const FeedPosition&, const FeedPosition&) = default;
};

/// A position, and the life of the database that it belongs to: company.feed_epoch, renewed by a restore.
struct FeedPoint
{
    std::string epoch;
    FeedPosition position;
};

/// Bound to the user, so that one person's token tells another nothing.
std::string toFeedToken(const TokenSigner& signer, std::int64_t userId, const FeedPoint& point);
/// Nothing for a token that is not ours or not this user's.
std::optional<FeedPoint> fromFeedToken(const TokenSigner& signer, std::int64_t userId, std::string_view token);

/// Where a feed must start so that, together with what `tx` and later transactions read, nothing is missed.
std::string currentFeedToken(Tx& tx, const TokenSigner& signer, std::int64_t userId);

} // namespace banhang::server
