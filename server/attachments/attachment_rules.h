// What can be wrong with a file as it is announced or renamed; says it all at once.
#pragma once

#include "banhang/v1/attachments.pb.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Description tidied. The name stays as it is: who announces a file has made its name safe, or is told.
void prepareAttachment(v1::Attachment& attachment);

/// Errors of name, description, size and digest.
Issues checkAnnounced(const v1::Attachment& attachment);

/// Errors of a new name and description; the extension must stay as in `before`.
Issues checkRenamed(const v1::Attachment& before, const v1::Attachment& after);

} // namespace banhang::server
