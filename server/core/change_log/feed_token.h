// Positions in the change feed, as clients hold them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/core/crypto/token_signer.h"

namespace banhang::server {

class Tx;

/// Everything up to and including (xid, seq) was read. Not an order of versions: see server/changes/change_hub.h.
struct FeedPosition
{
    std::uint64_t xid = 0;
    std::int64_t seq = 0;

    friend auto operator<=>(const FeedPosition&, const FeedPosition&) = default;
};

/// A position, and the life of the database that it belongs to: company.feed_epoch, renewed by a restore, and the
/// timeline, new after a failover. Positions of two lives cannot be compared: transaction ids are given out again.
struct FeedPoint
{
    std::string epoch;
    FeedPosition position;
};

/// Where a client stands: what it knows up to a point, by the rights that it had then.
struct FeedMark
{
    FeedPoint point;
    std::int64_t rightsVersion = 0;
};

/// Bound to the user, so that one person's token tells another nothing.
std::string toFeedToken(const TokenSigner& signer, std::int64_t userId, const FeedMark& mark);
/// Nothing for a token that is not ours or not this user's.
std::optional<FeedMark> fromFeedToken(const TokenSigner& signer, std::int64_t userId, std::string_view token);

/// Everything below it is settled, and seen by what `tx` reads from now on. Needs the primary.
FeedPoint currentFeedPoint(Tx& tx);
/// Where a feed must start so that, together with what `tx` and later transactions read by these rights, nothing is
/// missed.
std::string currentFeedToken(Tx& tx, const TokenSigner& signer, std::int64_t userId, std::int64_t rightsVersion);

} // namespace banhang::server
