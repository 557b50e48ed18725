#include "server/identity/password_rules.h"

#include <string>

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

std::string firstKey(std::string_view password, std::string_view userName = "lan.nt")
{
    const auto issues = passwordIssues(password, userName);
    return issues.empty() ? "" : issues.front().key();
}

TEST(PasswordRules, acceptLongOnesOfAnyKindOfCharacter)
{
    EXPECT_EQ(firstKey("cà phê sữa đá"), "");
    EXPECT_EQ(firstKey("zmqpwoei"), "");
    EXPECT_EQ(firstKey("73619582"), "");
    EXPECT_EQ(firstKey(std::string(250, 'x') + "abcdef"), "");
}

TEST(PasswordRules, countCharactersAndNotBytes)
{
    EXPECT_EQ(firstKey("ữữữựựự1"), "password.too_short");
    EXPECT_EQ(firstKey("ữữữựựự12"), "");
    EXPECT_EQ(firstKey("u\xCC\x9B\xCC\x83"
                       "u\xCC\x9B\xCC\x83"
                       "xyz12"),
              "password.too_short")
        << "marks count with their letter";
    EXPECT_EQ(firstKey(std::string(200, 'x') + std::string(57, 'y')), "password.too_long");
}

TEST(PasswordRules, refuseCommonOnesVietnameseOnesIncluded)
{
    for (const char* common :
         {"password", "12345678", "Password1", "matkhau123", "anhyeuem", "khongbiet", "MatKhau@123", "banhang123"})
        EXPECT_EQ(firstKey(common), "password.common") << common;
}

TEST(PasswordRules, refuseOneCharacterRepeated)
{
    EXPECT_EQ(firstKey("ééééééééé"), "password.common");
}

TEST(PasswordRules, refuseTheUserNameInAnyDress)
{
    for (const char* own : {"minhquang", "MinhQuang", "minhquang2024", "@minhquang!"})
        EXPECT_EQ(firstKey(own, "minhquang"), "password.like_user_name") << own;
    EXPECT_EQ(firstKey("minhquangdeptrai", "minhquang"), "");
}

TEST(PasswordRules, tellTheIssueBesideTheField)
{
    const auto issues = passwordIssues("abc", "lan.nt");
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].path(), "new_password");
    EXPECT_EQ(issues[0].args().at("min"), "8");
    EXPECT_EQ(issues[0].severity(), v1::SEVERITY_ERROR);
}

TEST(SignInDelay, growsAfterTheFreeOnesUpToTheMost)
{
    EXPECT_EQ(delayAfter(0, kPersonDelay), 0);
    EXPECT_EQ(delayAfter(3, kPersonDelay), 0);
    EXPECT_EQ(delayAfter(4, kPersonDelay), 1);
    EXPECT_EQ(delayAfter(5, kPersonDelay), 2);
    EXPECT_EQ(delayAfter(9, kPersonDelay), 32);
    EXPECT_EQ(delayAfter(10, kPersonDelay), 60);
    EXPECT_EQ(delayAfter(1'000'000, kPersonDelay), 60);
    EXPECT_EQ(delayAfter(30, kAddressDelay), 0);
    EXPECT_EQ(delayAfter(31, kAddressDelay), 1);
}

} // namespace
} // namespace banhang::server
