// The bytes of files, in pieces; a content is filled over many transactions and becomes whole in the last one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "banhang/v1/attachments.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Units: bytes. Every piece but the last one is as long, so a place in the file tells its piece.
constexpr std::int64_t kPieceBytes = 256LL * 1024;

/// An unfinished content in the hands of one try of its upload; the next try takes it over.
struct ContentHold
{
    std::int64_t id = 0;
    std::int64_t turn = 0;
    std::int64_t receivedBytes = 0; ///< when it was taken
};

/// The caller's content for this request, begun now or on an earlier try. Of too many unfinished ones of the caller the
/// oldest are taken away. Throws: AppError Invalid "call.request_id_reused" if another file was announced.
ContentHold takeContent(Call& call, const std::string& requestId, const v1::Attachment& announced);

/// Sent without waiting, but for whether the content is still in these hands: throws AppError Unavailable
/// "attachment.upload_lost" once another try took it over, or it was taken away because nothing came for too long.
void addPiece(Call& call, const ContentHold& hold, int ordinal, std::string_view piece);

/// Keeps others from it until the end of the transaction. Throws: as addPiece.
void lockContent(Call& call, const ContentHold& hold);

/// From here on it follows the attachment that names it. After the attachment was stored.
void finishContent(Call& call, std::int64_t contentId);

/// With its bytes, unless another try took it over.
void dropContent(Call& call, const ContentHold& hold);

/// How much there is of an unfinished content of the caller; 0 without one.
std::int64_t receivedBytes(Call& call, const std::string& requestId);

/// Takes an unfinished content of the caller away, whoever fills it.
void dropContentOf(Call& call, const std::string& requestId);

/// Empty for a piece behind the end.
std::string readPiece(Call& call, std::int64_t contentId, int ordinal);

/// Takes away contents that nobody finished: nothing came for `idleMinutes`. At most `most`; answers how many. As the
/// system.
int dropUnfinishedContents(Tx& tx, int idleMinutes, int most);

} // namespace banhang::server
