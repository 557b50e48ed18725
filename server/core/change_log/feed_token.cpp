#include "server/core/change_log/feed_token.h"

#include <charconv>

#include "server/core/database/tx.h"

namespace banhang::server {

namespace {

// Rows below the snapshot's xmin are settled and seen by this transaction's reads; rows from it on are what the feed
// will bring. A WAL file's name starts with the timeline being written, which pg_control_checkpoint() tells only after
// the first checkpoint on it.
constexpr Statement kCurrentPoint{"SELECT feed_epoch::text || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8),"
                                  " pg_snapshot_xmin(pg_current_snapshot())::text FROM banhang.company"};

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

std::string toFeedToken(const TokenSigner& signer, std::int64_t userId, const FeedMark& mark)
{
    const FeedPosition& position = mark.point.position;
    const std::string payload = std::to_string(position.xid) + " " + std::to_string(position.seq) + " " +
                                std::to_string(mark.rightsVersion) + " " + mark.point.epoch;
    return signer.sign(TokenPurpose::Feed, std::to_string(userId), payload);
}

std::optional<FeedMark> fromFeedToken(const TokenSigner& signer, std::int64_t userId, std::string_view token)
{
    const auto payload = signer.open(TokenPurpose::Feed, std::to_string(userId), token);
    if (!payload)
        return std::nullopt;
    FeedMark mark;
    std::string_view rest = *payload;
    if (!readNumber(rest, mark.point.position.xid) || !readNumber(rest, mark.point.position.seq) ||
        !readNumber(rest, mark.rightsVersion))
        return std::nullopt;
    mark.point.epoch = rest;
    return mark;
}

FeedPoint currentFeedPoint(Tx& tx)
{
    const Rows rows = tx.query(kCurrentPoint);
    FeedPoint point{rows.front().string(0), {}};
    std::string_view xid = rows.front().text(1);
    readNumber(xid, point.position.xid);
    return point;
}

std::string currentFeedToken(Tx& tx, const TokenSigner& signer, std::int64_t userId, std::int64_t rightsVersion)
{
    return toFeedToken(signer, userId, {currentFeedPoint(tx), rightsVersion});
}

} // namespace banhang::server
