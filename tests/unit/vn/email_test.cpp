#include "common/vn/email.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::vn {
namespace {

TEST(Email, acceptsCommonForms)
{
    for (const auto typed : {"lan@fpt.vn", "lan.nguyen+crm@sub.domain.com.vn", "a_b-c@x-y.vn", "1990lan@gmail.com",
                             "lan@xn--bnh-hoa-8za.vn", "lan@thế-giới.vn"}) {
        EXPECT_EQ(parseEmail(typed).issue, EmailIssue::None) << typed;
        EXPECT_EQ(parseEmail(typed).key, typed);
    }
}

TEST(Email, makesOneKeyOfOneMailbox)
{
    EXPECT_EQ(parseEmail("  Lan.NGUYEN@Gmail.COM ").key, "lan.nguyen@gmail.com");
    EXPECT_EQ(parseEmail("LAN@THẾ-GIỚI.VN").key, "lan@thế-giới.vn");
    EXPECT_EQ(parseEmail("lan@the\u0302\u0301-gio\u031B\u0301i.vn").key, "lan@thế-giới.vn");
}

TEST(Email, keyLeadsToItself)
{
    // With its mark the small letter is one character, the capital two.
    const std::string key = parseEmail("anJ\u030C@viet.vn").key;
    EXPECT_EQ(parseEmail(key).key, key);
}

TEST(Email, refusesWhatCannotBeDelivered)
{
    for (const auto typed : {"", "lan", "lan@", "@fpt.vn", "lan@fpt", "lan@@fpt.vn", "lan @fpt.vn", ".lan@fpt.vn",
                             "lan.@fpt.vn", "la..n@fpt.vn", "lan@-fpt.vn", "lan@fpt-.vn", "lan@fpt..vn", "lan@.vn",
                             "lan@fpt.v", "lan@1.2.3.4", "lan(a)@fpt.vn", "lan@fpt_x.vn", "chưa có"}) {
        EXPECT_EQ(parseEmail(typed).issue, EmailIssue::Syntax) << typed;
        EXPECT_TRUE(parseEmail(typed).key.empty()) << typed;
    }
    EXPECT_EQ(parseEmail(std::string(65, 'a') + "@fpt.vn").issue, EmailIssue::Syntax);
    EXPECT_EQ(parseEmail("lan@" + std::string(64, 'a') + ".vn").issue, EmailIssue::Syntax);
}

TEST(Email, offersTheDomainThatWasMeant)
{
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"lan@gmial.com", "lan@gmail.com"},     {"lan@gmai.com", "lan@gmail.com"},
        {"lan@gmail.con", "lan@gmail.com"},     {"lan@gmaill.com", "lan@gmail.com"},
        {"lan@gmail.co", "lan@gmail.com"},      {"lan@gamil.com", "lan@gmail.com"},
        {"lan@yaho.com", "lan@yahoo.com"},      {"lan@yahoo.com.v", ""},
        {"lan@hotmial.com", "lan@hotmail.com"}, {"lan@outlok.com", "lan@outlook.com"},
        {"lan@gmail.com.vn", "lan@gmail.com"},  {"lan@icoud.com", "lan@icloud.com"}};
    for (const auto& [typed, meant] : cases) {
        EXPECT_EQ(parseEmail(typed).suggestion, meant) << typed;
    }
}

TEST(Email, leavesRealDomainsAlone)
{
    for (const auto typed : {"lan@mail.com", "lan@ymail.com", "lan@gmail.com", "lan@yahoo.com.vn", "lan@fpt.vn",
                             "lan@hoaphat.com", "lan@fpts.com.vn"}) {
        EXPECT_EQ(parseEmail(typed).issue, EmailIssue::None) << typed;
    }
}

TEST(Email, seesPlaceholders)
{
    for (const auto typed : {"khongco@gmail.com", "KhongCo@gmail.com", "a@a.com", "test@test.com", "aaa@gmail.com",
                             "lan@example.com", "no@gmail.com", "noreply@fpt.vn"}) {
        EXPECT_EQ(parseEmail(typed).issue, EmailIssue::Placeholder) << typed;
    }
}

TEST(Email, splitsACell)
{
    const auto emails = parseEmails("lan@fpt.vn; minh@fpt.vn / Bùi Đức <duc@fpt.vn>,\nan@fpt.vn");
    ASSERT_EQ(emails.size(), 4U);
    EXPECT_EQ(emails[2].key, "duc@fpt.vn");
    EXPECT_EQ(parseEmails("mailto:lan@fpt.vn").front().key, "lan@fpt.vn");
    EXPECT_TRUE(parseEmails("  ").empty());
    ASSERT_EQ(parseEmails("chuaco").size(), 1U);
    EXPECT_FALSE(parseEmails("chuaco").front().isValid());
}

RC_GTEST_PROP(EmailLaws, theKeyIsItsOwnKey, (const std::string& bytes))
{
    const auto key = parseEmail(bytes + "@fpt.vn").key;
    if (!key.empty()) {
        RC_ASSERT(parseEmail(key).key == key);
    }
}

} // namespace
} // namespace banhang::vn
