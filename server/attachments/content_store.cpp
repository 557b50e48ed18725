#include "server/attachments/content_store.h"

#include "common/error.h"

namespace banhang::server {

namespace {

constexpr Statement kBegin{
    "INSERT INTO banhang.attachment_content AS c (uploader_id, size_bytes) VALUES ($1, $2) RETURNING id"};
constexpr Statement kTouch{
    "UPDATE banhang.attachment_content AS c SET received_bytes = received_bytes + $2, touched_at = now()"
    " WHERE id = $1 AND NOT is_whole RETURNING id"};
constexpr Statement kAddPiece{"INSERT INTO banhang.attachment_chunk (content_id, ordinal, data) VALUES ($1, $2, $3)"};
constexpr Statement kFinish{"UPDATE banhang.attachment_content AS c SET is_whole = true WHERE id = $1"};
constexpr Statement kReadPiece{"SELECT data FROM banhang.attachment_chunk WHERE content_id = $1 AND ordinal = $2"};
// sql-ok: the server's own tidying
constexpr Statement kDropUnfinished{
    "DELETE FROM banhang.attachment_content WHERE id = ANY (ARRAY(SELECT c.id FROM banhang.attachment_content c"
    " WHERE NOT c.is_whole AND c.touched_at < now() - make_interval(mins => $1::int)"
    " ORDER BY c.touched_at LIMIT $2 FOR UPDATE SKIP LOCKED))"};

} // namespace

std::int64_t beginContent(Call& call, std::int64_t sizeBytes)
{
    return call.tx.query(kBegin, call.caller.userId, sizeBytes).front().int64(0);
}

void addPiece(Call& call, std::int64_t contentId, int ordinal, std::string_view piece)
{
    call.tx.expect(
        kTouch,
        [](const Rows& rows) {
            if (rows.empty())
                throw AppError(ErrorCode::Unavailable, "attachment.upload_lost");
        },
        contentId, static_cast<std::int64_t>(piece.size()));
    call.tx.enqueue(kAddPiece, contentId, ordinal, asBytes(piece));
}

void finishContent(Call& call, std::int64_t contentId)
{
    call.tx.enqueue(kFinish, contentId);
}

std::string readPiece(Call& call, std::int64_t contentId, int ordinal)
{
    const Rows rows = call.tx.query(kReadPiece, contentId, ordinal);
    return rows.empty() ? std::string() : rows.front().bytes(0);
}

int dropUnfinishedContents(Tx& tx, int idleMinutes, int most)
{
    return static_cast<int>(tx.query(kDropUnfinished, idleMinutes, most).affected());
}

} // namespace banhang::server
