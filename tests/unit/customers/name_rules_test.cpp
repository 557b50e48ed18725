#include "server/customers/name_rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::server {
namespace {

TEST(NameRules, compareWordsInAnyOrderAndSpacing)
{
    EXPECT_TRUE(areSameWords({"nguyen", "van", "an"}, {"an", "nguyen", "van"}));
    EXPECT_TRUE(areSameWords({"thien", "an"}, {"thienan"}));
    EXPECT_FALSE(areSameWords({"nguyen", "van", "an"}, {"nguyen", "van", "binh"}));
}

TEST(NameRules, knowOneSlip)
{
    for (const char* other : {"quoc", "quoca", "quc", "qouc", "quxc"})
        EXPECT_TRUE(isOneSlipApart("quoc", other)) << other;
    for (const char* other : {"qu", "quocab", "cuoq", "quxx"})
        EXPECT_FALSE(isOneSlipApart("quoc", other)) << other;
}

TEST(NameRules, knowNearPersons)
{
    EXPECT_TRUE(areNearPersons({"nguyen", "van", "duc"}, {"nguyen", "duc"}));
    EXPECT_TRUE(areNearPersons({"nguyen", "van", "duc"}, {"n", "v", "duc"}));
    EXPECT_TRUE(areNearPersons({"nguyen", "van", "duc"}, {"ngyuen", "van", "duc"}));
    EXPECT_FALSE(areNearPersons({"nguyen", "van", "duc"}, {"nguyen", "thi", "duc"}));
    EXPECT_FALSE(areNearPersons({"nguyen", "van", "duc"}, {"nguyen", "van", "an"}));
    EXPECT_FALSE(areNearPersons({"duc"}, {"nguyen", "van", "duc"}));
}

TEST(NameRules, knowNearOrganisations)
{
    EXPECT_TRUE(areNearOrganisations({"thien", "an"}, {"thuong", "mai", "thien", "an"}));
    EXPECT_FALSE(areNearOrganisations({"hoang", "long"}, {"hoang", "ha"}));
}

RC_GTEST_PROP(NameRulesLaws, oneSlipIsSymmetric, (std::string text))
{
    std::string other = text;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    other.insert(at, 1, 'x');
    RC_ASSERT(isOneSlipApart(text, other));
    RC_ASSERT(isOneSlipApart(other, text));
    RC_ASSERT(isOneSlipApart(text, text));
}

} // namespace
} // namespace banhang::server
