#include "server/attachments/attachment_rules.h"

#include "common/file_name.h"
#include "server/attachments/file_kind_rules.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxDescriptionLength = 500;
constexpr std::size_t kDigestBytes = 32;

void checkTexts(const v1::Attachment& attachment, Issues& issues)
{
    if (characterCount(attachment.name()) > kMaxFileNameLength)
        addError(issues, "name", "text.too_long", {{"max", std::to_string(kMaxFileNameLength)}});
    else if (!isSafeFileName(attachment.name()))
        addError(issues, "name", "attachment.name_unsafe");
    if (characterCount(attachment.description()) > kMaxDescriptionLength)
        addError(issues, "description", "text.too_long", {{"max", std::to_string(kMaxDescriptionLength)}});
}

} // namespace

void prepareAttachment(v1::Attachment& attachment)
{
    v1::Attachment texts;
    texts.set_description(attachment.description());
    tidyTexts(texts);
    attachment.set_description(texts.description());
}

Issues checkAnnounced(const v1::Attachment& attachment)
{
    Issues issues;
    checkTexts(attachment, issues);
    if (const auto refusal = refusalOfName(attachment.name()); !refusal.empty())
        addError(issues, "name", refusal, {{"extension", fileExtension(attachment.name())}});
    if (attachment.size_bytes() < 0)
        addError(issues, "size_bytes", "field.unknown_value");
    if (attachment.sha256().size() != kDigestBytes)
        addError(issues, "sha256", "field.unknown_value");
    return issues;
}

Issues checkRenamed(const v1::Attachment& before, const v1::Attachment& after)
{
    Issues issues;
    checkTexts(after, issues);
    if (fileExtension(before.name()) != fileExtension(after.name()))
        addError(issues, "name", "attachment.extension_fixed", {{"extension", fileExtension(before.name())}});
    return issues;
}

} // namespace banhang::server
