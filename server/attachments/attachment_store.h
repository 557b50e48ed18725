// Reads and writes rows of attachments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/attachments.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// An attachment and where its bytes are.
struct StoredAttachment
{
    v1::Attachment attachment;
    std::int64_t contentId = 0;
};

/// Nothing for what is absent. The second wall stands alone here: whoever finds one asks for its parent before the
/// answer goes out. Finds what is in the bin, too.
std::optional<StoredAttachment> findAttachment(Call& call, std::int64_t id);

/// As findAttachment, locked for a change until the end of the transaction.
std::optional<StoredAttachment> lockAttachment(Call& call, std::int64_t id);

/// What the caller's upload of this request made.
std::optional<v1::Attachment> findUpload(Call& call, const std::string& requestId);

/// The name under which the parent has this content outside the bin; waits for others who are about to add the same.
std::optional<std::string> findSameContent(Call& call, const v1::Attachment& wanted);

/// Stores a new row and fills id, version, uploader and times.
void insertAttachment(Call& call, v1::Attachment& attachment, std::int64_t contentId, const std::string& requestId);

/// Stores name and description of a locked row and fills version and time.
void updateAttachment(Call& call, v1::Attachment& attachment);

/// Moves a locked row to the bin or out of it and fills version and times.
void setAttachmentBinned(Call& call, v1::Attachment& attachment, bool binned);

/// Those of a parent that the caller sees, newest first, below `beforeId`. `activities`: with a customer, those of its
/// activities too.
struct AttachmentQuestion
{
    std::int64_t customerId = 0;
    std::int64_t activityId = 0; ///< one of the two
    bool activities = false;
    bool binned = false;
};
std::vector<v1::Attachment> listAttachments(Call& call, const AttachmentQuestion& asked, std::int64_t beforeId,
                                            int limit);
/// Counts no further than `most`.
int countAttachments(Call& call, const AttachmentQuestion& asked, int most);

/// Puts on record that the caller takes a file out of the program: who, when, which. Nobody's feed tells of it.
void recordDownload(Call& call, const v1::Attachment& attachment);

} // namespace banhang::server
