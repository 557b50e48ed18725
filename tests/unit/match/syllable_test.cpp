#include "common/match/syllable.h"

#include <gtest/gtest.h>

namespace banhang::match {
namespace {

TEST(Syllable, knowsWhatVietnameseSpellingAllows)
{
    for (const char* word : {"nguyen", "nghieng", "quyet", "gia", "an", "y", "thuy", "xuong", "kieu", "oanh", "khuyu"})
        EXPECT_TRUE(isSyllable(word)) << word;
    for (const char* word : {"ngueyn", "smith", "soft", "nguyeenx", "w", "", "thanhs", "aan"})
        EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(Syllable, takesBackKeysOfTheInputMethod)
{
    EXPECT_EQ(mendTyping("nguyeenx"), "nguyen");
    EXPECT_EQ(mendTyping("dduwcs"), "duc");
    EXPECT_EQ(mendTyping("dduwsc"), "duc") << "the tone may be typed before the end";
    EXPECT_EQ(mendTyping("haf"), "ha");
    EXPECT_EQ(mendTyping("nguye64n"), "nguyen");
    EXPECT_EQ(mendTyping("tra62n"), "tran");
}

TEST(Syllable, leavesOtherWordsAsTheyAre)
{
    for (const char* word : {"smith", "ninhtech", "abc", "nguyen", "hoas1", "3t", "x2", "boss", "klm"})
        EXPECT_EQ(mendTyping(word), word == std::string("hoas1") ? "hoas1" : word);
}

} // namespace
} // namespace banhang::match
