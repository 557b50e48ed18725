// What is wrong with a file as it is announced or renamed.
#include "server/attachments/attachment_rules.h"

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

v1::Attachment announced(const std::string& name)
{
    v1::Attachment attachment;
    attachment.set_name(name);
    attachment.set_size_bytes(10);
    attachment.set_sha256(std::string(32, 'x'));
    return attachment;
}

std::string keys(const Issues& issues)
{
    std::string all;
    for (const v1::FieldIssue& issue : issues)
        all += (all.empty() ? "" : " ") + issue.path() + ":" + issue.key();
    return all;
}

TEST(AttachmentRules, nothingIsWrongWithAnOrdinaryFile)
{
    EXPECT_EQ(keys(checkAnnounced(announced("Báo giá.pdf"))), "");
}

TEST(AttachmentRules, sayAllAtOnce)
{
    v1::Attachment attachment = announced("../a.exe");
    attachment.set_description(std::string(501, 'x'));
    attachment.set_size_bytes(-1);
    attachment.clear_sha256();
    EXPECT_EQ(keys(checkAnnounced(attachment)),
              "name:attachment.name_unsafe description:text.too_long name:attachment.kind_refused "
              "size_bytes:field.unknown_value sha256:field.unknown_value");
}

TEST(AttachmentRules, anEmptyNameIsNoName)
{
    EXPECT_EQ(keys(checkAnnounced(announced(""))), "name:attachment.name_unsafe");
}

TEST(AttachmentRules, aNewNameKeepsTheExtension)
{
    EXPECT_EQ(keys(checkRenamed(announced("a.txt"), announced("b.TXT"))), "");
    EXPECT_EQ(keys(checkRenamed(announced("a.txt"), announced("b.bat"))), "name:attachment.extension_fixed");
}

TEST(AttachmentRules, tidyTheDescriptionAndLeaveTheNameAlone)
{
    v1::Attachment attachment = announced(" a.pdf");
    attachment.set_description("  hợp   đồng ");
    prepareAttachment(attachment);
    EXPECT_EQ(attachment.description(), "hợp đồng");
    EXPECT_EQ(attachment.name(), " a.pdf");
}

} // namespace
} // namespace banhang::server
