#include "server/attachments/content_store.h"

#include "common/error.h"

namespace banhang::server {

namespace {

/// Of a person, so that half files of a bad day do not fill the disk: more than the machines of one person send at
/// once.
constexpr int kMaxUnfinished = 8;

constexpr Statement kMakeRoom{"DELETE FROM banhang.attachment_content AS c WHERE NOT is_whole AND id = ANY (ARRAY("
                              "SELECT old.id FROM banhang.attachment_content old"
                              " WHERE old.uploader_id = $1 AND NOT old.is_whole AND old.request_id <> $2::uuid"
                              " ORDER BY old.touched_at DESC, old.id DESC OFFSET $3))"};
constexpr Statement kTake{"INSERT INTO banhang.attachment_content AS c (uploader_id, request_id, size_bytes, sha256)"
                          " VALUES ($1, $2::uuid, $3, $4) ON CONFLICT (uploader_id, request_id) WHERE NOT is_whole"
                          " DO UPDATE SET turn = c.turn + 1, touched_at = now()"
                          " RETURNING id, turn, received_bytes, size_bytes = $3 AND sha256 = $4"};
constexpr Statement kTouch{
    "UPDATE banhang.attachment_content AS c SET received_bytes = received_bytes + $3, touched_at = now()"
    " WHERE id = $1 AND turn = $2 AND NOT is_whole RETURNING id"};
constexpr Statement kLock{"SELECT id FROM banhang.attachment_content AS c WHERE id = $1 AND turn = $2 AND NOT is_whole"
                          " FOR NO KEY UPDATE"};
constexpr Statement kDrop{"DELETE FROM banhang.attachment_content AS c WHERE id = $1 AND turn = $2 AND NOT is_whole"};
constexpr Statement kReceived{"SELECT received_bytes FROM banhang.attachment_content AS c"
                              " WHERE uploader_id = $1 AND request_id = $2::uuid AND NOT is_whole"};
constexpr Statement kDropOf{"DELETE FROM banhang.attachment_content AS c"
                            " WHERE uploader_id = $1 AND request_id = $2::uuid AND NOT is_whole"};
constexpr Statement kAddPiece{"INSERT INTO banhang.attachment_chunk (content_id, ordinal, data) VALUES ($1, $2, $3)"};
constexpr Statement kFinish{"UPDATE banhang.attachment_content AS c SET is_whole = true WHERE id = $1"};
constexpr Statement kReadPiece{"SELECT data FROM banhang.attachment_chunk WHERE content_id = $1 AND ordinal = $2"};
// sql-ok: the server's own tidying
constexpr Statement kDropUnfinished{
    "DELETE FROM banhang.attachment_content WHERE id = ANY (ARRAY(SELECT c.id FROM banhang.attachment_content c"
    " WHERE NOT c.is_whole AND c.touched_at < now() - make_interval(mins => $1::int)"
    " ORDER BY c.touched_at LIMIT $2 FOR UPDATE SKIP LOCKED))"};

void refuseLost(const Rows& rows)
{
    if (rows.empty())
        throw AppError(ErrorCode::Unavailable, "attachment.upload_lost");
}

} // namespace

ContentHold takeContent(Call& call, const std::string& requestId, const v1::Attachment& announced)
{
    call.tx.enqueue(kMakeRoom, call.caller.userId, requestId, kMaxUnfinished - 1);
    const Rows rows =
        call.tx.query(kTake, call.caller.userId, requestId, announced.size_bytes(), asBytes(announced.sha256()));
    const Row row = rows.front();
    if (!row.boolean(3))
        throw AppError(ErrorCode::Invalid, "call.request_id_reused");
    return {row.int64(0), row.int64(1), row.int64(2)};
}

void addPiece(Call& call, const ContentHold& hold, int ordinal, std::string_view piece)
{
    call.tx.expect(kTouch, refuseLost, hold.id, hold.turn, static_cast<std::int64_t>(piece.size()));
    call.tx.enqueue(kAddPiece, hold.id, ordinal, asBytes(piece));
}

void lockContent(Call& call, const ContentHold& hold)
{
    refuseLost(call.tx.query(kLock, hold.id, hold.turn));
}

void finishContent(Call& call, std::int64_t contentId)
{
    call.tx.enqueue(kFinish, contentId);
}

void dropContent(Call& call, const ContentHold& hold)
{
    call.tx.enqueue(kDrop, hold.id, hold.turn);
}

std::int64_t receivedBytes(Call& call, const std::string& requestId)
{
    const Rows rows = call.tx.query(kReceived, call.caller.userId, requestId);
    return rows.empty() ? 0 : rows.front().int64(0);
}

void dropContentOf(Call& call, const std::string& requestId)
{
    call.tx.enqueue(kDropOf, call.caller.userId, requestId);
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
