// The bytes of files, in pieces; a content is filled over many transactions and becomes whole in the last one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/core/call.h"

namespace banhang::server {

/// Units: bytes. Every piece but the last one is as long, so a place in the file tells its piece.
constexpr std::int64_t kPieceBytes = 256LL * 1024;

/// Of the caller; its id.
std::int64_t beginContent(Call& call, std::int64_t sizeBytes);

/// Sent without waiting, but for whether the content still waits: throws AppError Unavailable "attachment.upload_lost"
/// once it was taken away because nothing came for too long.
void addPiece(Call& call, std::int64_t contentId, int ordinal, std::string_view piece);

/// From here on it follows the attachment that names it. After the attachment was stored.
void finishContent(Call& call, std::int64_t contentId);

/// Empty for a piece behind the end.
std::string readPiece(Call& call, std::int64_t contentId, int ordinal);

/// Takes away contents that nobody finished: nothing came for `idleMinutes`. At most `most`; answers how many. As the
/// system.
int dropUnfinishedContents(Tx& tx, int idleMinutes, int most);

} // namespace banhang::server
