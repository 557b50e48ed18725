#include "server/core/feed_token.h"

#include <charconv>

#include "server/core/tx.h"

namespace banhang::server {

namespace {

// Rows below the snapshot's xmin are settled and seen by this transaction's reads; rows from it on are what the feed
// will bring.
constexpr Statement kCurrentPoint{
    "SELECT feed_epoch::text, pg_snapshot_xmin(pg_current_snapshot())::text FROM banhang.company"};

template <typename Number>
bool readNumber(std::string_view& text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with(' '))
        text.remove_prefix(1);
    return true;
}

} // namespace

std::string toFeedToken(const TokenSigner& signer, std::int64_t userId, const FeedPoint& point)
{
    const std::string payload =
        std::to_string(point.position.xid) + " " + std::to_string(point.position.seq) + " " + point.epoch;
    return signer.sign(TokenPurpose::Feed, std::to_string(userId), payload);
}

std::optional<FeedPoint> fromFeedToken(const TokenSigner& signer, std::int64_t userId, std::string_view token)
{
    const auto payload = signer.open(TokenPurpose::Feed, std::to_string(userId), token);
    if (!payload)
        return std::nullopt;
    FeedPoint point;
    std::string_view rest = *payload;
    if (!readNumber(rest, point.position.xid) || !readNumber(rest, point.position.seq))
        return std::nullopt;
    point.epoch = rest;
    return point;
}

std::string currentFeedToken(Tx& tx, const TokenSigner& signer, std::int64_t userId)
{
    const Rows rows = tx.query(kCurrentPoint);
    FeedPoint point{rows.front().string(0), {}};
    std::string_view xid = rows.front().text(1);
    readNumber(xid, point.position.xid);
    return toFeedToken(signer, userId, point);
}

} // namespace banhang::server
