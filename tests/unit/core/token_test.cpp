#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/core/change_log/feed_token.h"

namespace banhang::server {
namespace {

const TokenSigner kSigner("a key of the company");

RC_GTEST_PROP(TokenSigner, givesBackWhatWasSigned, (const std::string& binding, const std::string& payload))
{
    const std::string token = kSigner.sign(TokenPurpose::Page, binding, payload);
    RC_ASSERT(kSigner.open(TokenPurpose::Page, binding, token) == payload);
    RC_ASSERT(!kSigner.open(TokenPurpose::Feed, binding, token));
    RC_ASSERT(!kSigner.open(TokenPurpose::Page, binding + "x", token));
    RC_ASSERT(!TokenSigner("another key").open(TokenPurpose::Page, binding, token));
}

RC_GTEST_PROP(TokenSigner, refusesEveryAlteredToken, (const std::string& payload, std::size_t place, char sign))
{
    std::string token = kSigner.sign(TokenPurpose::Page, "b", payload);
    char& changed = token[place % token.size()];
    RC_PRE(changed != sign);
    changed = sign;
    RC_ASSERT(!kSigner.open(TokenPurpose::Page, "b", token));
}

RC_GTEST_PROP(TokenSigner, keepsBindingAndPayloadApart, (const std::string& left, const std::string& right))
{
    RC_PRE(!right.empty());
    const std::string token = kSigner.sign(TokenPurpose::Page, left, right);
    RC_ASSERT(!kSigner.open(TokenPurpose::Page, left + right.substr(0, 1), token));
}

TEST(FeedToken, comesBackForItsUserOnly)
{
    const FeedMark mark{{"8d7f-epoch/00000001", {18446744073709551615U, 42}}, 3};
    const std::string token = toFeedToken(kSigner, 7, mark);
    const auto back = fromFeedToken(kSigner, 7, token);
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().point.epoch, mark.point.epoch);
    EXPECT_EQ(back.value().point.position, mark.point.position);
    EXPECT_EQ(back.value().rightsVersion, mark.rightsVersion);
    EXPECT_FALSE(fromFeedToken(kSigner, 8, token));
    EXPECT_FALSE(fromFeedToken(kSigner, 7, "made up"));
    EXPECT_FALSE(fromFeedToken(kSigner, 7, ""));
}

} // namespace
} // namespace banhang::server
