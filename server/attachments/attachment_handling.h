// The unary calls on files: list, rename, bin; and the steps of an upload and a download that decide.
#pragma once

#include <cstdint>

#include "banhang/v1/attachments.pb.h"
#include "server/attachments/attachment_store.h"
#include "server/attachments/content_store.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

/// Units: bytes.
constexpr std::int64_t kUsualMostBytes = 25LL * 1024 * 1024;

void listAttachmentsOf(Call& call, const TokenSigner& signer, std::int64_t maxBytes,
                       const v1::ListAttachmentsRequest& wanted, v1::ListAttachmentsResponse& reply);
void saveAttachmentChanges(Call& call, const v1::UpdateAttachmentRequest& wanted, v1::Attachment& reply);
void binAttachment(Call& call, const v1::DeleteAttachmentRequest& wanted, v1::Attachment& reply);
void unbinAttachment(Call& call, const v1::UndeleteAttachmentRequest& wanted, v1::Attachment& reply);

/// Whether this file may come, before any of its bytes does. Throws: AppError as UploadAttachment says.
void admitUpload(Call& call, std::int64_t maxBytes, const v1::Attachment& announced);

/// What came, whole and looked at.
struct ReceivedContent
{
    ContentHold hold;
    bool hasMacros = false;
};
/// Makes the attachment of a content whose size and digest are as announced. Rights and the rest are asked again: much
/// may have happened meanwhile. Throws: as admitUpload, and as lockContent.
v1::Attachment finishUpload(Call& call, std::int64_t maxBytes, const v1::Attachment& announced,
                            const ReceivedContent& content, const std::string& requestId);

/// What came of an upload of the caller that is not finished. Throws: AppError Invalid "call.request_id_invalid".
void showUpload(Call& call, const v1::GetUploadRequest& wanted, v1::Upload& reply);
void cancelUpload(Call& call, const v1::CancelUploadRequest& wanted, v1::Upload& reply);

/// The file, if the caller sees its parent. Throws: AppError NotFound "attachment.not_found".
StoredAttachment visibleAttachment(Call& call, std::int64_t id);

} // namespace banhang::server
