#include "server/identity/session_token.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "server/identity/password_rules.h"

namespace banhang::server {
namespace {

TEST(SessionToken, is256BitsThatTravelInAHeader)
{
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = makeSessionToken();
        EXPECT_EQ(token.size(), 43U);
        EXPECT_TRUE(std::all_of(token.begin(), token.end(),
                                [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; }));
        tokens.insert(token);
    }
    EXPECT_EQ(tokens.size(), 1000U);
}

TEST(FirstPassword, canBeReadOutAndPassesTheRules)
{
    for (int i = 0; i < 200; ++i) {
        const std::string password = makeFirstPassword();
        EXPECT_EQ(password.size(), 19U);
        EXPECT_EQ(password.find_first_of("01oil"), std::string::npos) << password;
        EXPECT_TRUE(passwordIssues(password, "lan.nt").empty()) << password;
    }
}

} // namespace
} // namespace banhang::server
