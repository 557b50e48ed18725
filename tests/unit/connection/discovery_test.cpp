#include "common/discovery.h"

#include <gtest/gtest.h>

namespace banhang {
namespace {

constexpr const char* kNonce = "0123456789abcdef";
constexpr const char* kTag = "fedcba9876543210";

TEST(Discovery, readsItsOwnQuestion)
{
    const auto question = parseQuestion(formatQuestion({kNonce, {kTag, kNonce}}));
    ASSERT_TRUE(question);
    EXPECT_EQ(question.value().nonce, kNonce);
    EXPECT_EQ(question.value().officeTags, (std::vector<std::string>{kTag, kNonce}));
}

TEST(Discovery, readsItsOwnAnswer)
{
    const auto answer = parseAnswer(formatAnswer({kNonce, kTag, 7443}));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer.value().nonce, kNonce);
    EXPECT_EQ(answer.value().officeTag, kTag);
    EXPECT_EQ(answer.value().port, 7443);
}

TEST(Discovery, neverAnswersWithMoreThanItWasAsked)
{
    EXPECT_GE(formatQuestion({kNonce, {kTag}}).size(), formatAnswer({kNonce, kTag, 65535}).size());
}

TEST(Discovery, takesNothingElseForAQuestion)
{
    const std::string good = formatQuestion({kNonce, {kTag}});
    for (const std::string& text :
         {std::string(), std::string("banhang? 1"), good.substr(0, 40), good + " ", std::string(128, ' '),
          formatQuestion({kNonce, {}}), formatQuestion({"0123", {kTag}}), formatQuestion({kNonce, {"no tag"}}),
          formatAnswer({kNonce, kTag, 7443}), "banhang? 2" + good.substr(10)})
        EXPECT_FALSE(parseQuestion(text)) << text;
}

TEST(Discovery, takesNothingElseForAnAnswer)
{
    const std::string good = formatAnswer({kNonce, kTag, 7443});
    for (const std::string& text :
         {std::string(), good + "x", good + " 1", formatAnswer({kNonce, kTag, 0}), formatAnswer({kNonce, kTag, 65536}),
          formatAnswer({"short", kTag, 7443}), formatQuestion({kNonce, {kTag}}), good.substr(0, good.size() - 5)})
        EXPECT_FALSE(parseAnswer(text)) << text;
}

TEST(Discovery, knowsAnAuthorityHoweverItsLinesAreBroken)
{
    const std::string one = "-----BEGIN CERTIFICATE-----\nQUJD\nREVG\n-----END CERTIFICATE-----\n";
    const std::string same = "-----BEGIN CERTIFICATE-----\r\nQUJDREVG\r\n-----END CERTIFICATE-----";
    const std::string other = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n";
    EXPECT_EQ(officeTagsOf(one), officeTagsOf(same));
    EXPECT_NE(officeTagsOf(one), officeTagsOf(other));
    const auto both = officeTagsOf(one + other);
    ASSERT_EQ(both.size(), 2U) << "during a change of authority";
    EXPECT_EQ(both[0], officeTagsOf(one)[0]);
    EXPECT_EQ(both[1], officeTagsOf(other)[0]);
    EXPECT_TRUE(officeTagsOf("").empty());
}

} // namespace
} // namespace banhang
