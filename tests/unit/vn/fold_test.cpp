#include "common/vn/fold.h"

#include "common/vn/utf8.h"
#include "tests/unit/vn/text_gen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace banhang::vn {
namespace {

using test::decomposed;

TEST(Fold, takesTheMarksOffAllVietnameseLetters)
{
    for (const auto& letter : test::markedLetters()) {
        EXPECT_EQ(fold(letter.small), letter.plain);
        EXPECT_EQ(fold(letter.capital), letter.plain);
        EXPECT_EQ(fold(decomposed(letter.small)), letter.plain);
        EXPECT_EQ(fold(decomposed(letter.capital)), letter.plain);
    }
}

TEST(Fold, takesPlainLettersAndDigits)
{
    for (char c = 'a'; c <= 'z'; ++c) {
        EXPECT_EQ(fold(std::string(1, c)), std::string(1, c));
        EXPECT_EQ(fold(std::string(1, static_cast<char>(c - 'a' + 'A'))), std::string(1, c));
    }
    EXPECT_EQ(fold("0123456789 .,-&/()"), "0123456789 .,-&/()");
}

TEST(Fold, readsLookalikesOfDStroke)
{
    EXPECT_EQ(fold("Đđ"), "dd");
    EXPECT_EQ(fold("\u00D0\u00F0"), "dd"); // eth, as old lists hold it
    EXPECT_EQ(fold("\u0189\u0256"), "dd"); // African d
}

TEST(Fold, knowsOtherLatinLetters)
{
    EXPECT_EQ(fold("Ångström Øre Łódź Çelik ñandú İIı"), "angstrom ore lodz celik nandu iii");
    EXPECT_EQ(fold("Straße Æsop"), "straße æsop"); // one letter stays one letter
}

TEST(Fold, leavesOtherScriptsReadable)
{
    EXPECT_EQ(fold("ΆΛΦΑ Йод 田中 한국"), "αλφα иод 田中 한국");
    EXPECT_EQ(fold("ไทย"), "ไทย");
}

TEST(Fold, givesTheSameByTableAndByTheGeneralPath)
{
    // A character of another script sends the whole text down the general path.
    for (char32_t c = 1; c < 0x2000; ++c) {
        std::string letter;
        appendUtf8(letter, c);
        const std::string general = fold(letter + " 田");
        EXPECT_EQ(fold(letter + " ") + "田", general) << static_cast<unsigned>(c);
    }
}

TEST(Fold, foldsEveryCodePointToItself_afterOnce)
{
    for (char32_t c = 1; c < 0x2'0000; ++c) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        std::string letter;
        appendUtf8(letter, c);
        const std::string once = fold(letter);
        ASSERT_EQ(fold(once), once) << static_cast<unsigned>(c);
        ASSERT_EQ(fold(decomposed(letter)), once) << static_cast<unsigned>(c);
    }
}

TEST(FoldWords, splitsAtEverythingButLettersAndDigits)
{
    EXPECT_EQ(foldWords("Công ty TNHH TM&DV \"Ân-Phát\" (2)"),
              (std::vector<std::string>{"cong", "ty", "tnhh", "tm", "dv", "an", "phat", "2"}));
    EXPECT_TRUE(foldWords(" -- ").empty());
    EXPECT_EQ(foldedName("  Hoà  BÌNH. "), "hoa binh");
}

RC_GTEST_PROP(FoldLaws, foldingTwiceChangesNothing, ())
{
    const auto text = *test::textGen();
    RC_ASSERT(fold(fold(text)) == fold(text));
}

RC_GTEST_PROP(FoldLaws, normalFormDoesNotMatter, ())
{
    const auto text = *test::textGen();
    RC_ASSERT(fold(toNfc(text)) == fold(decomposed(text)));
}

RC_GTEST_PROP(FoldLaws, caseDoesNotMatterInVietnamese, ())
{
    const auto word = *test::wordGen();
    RC_ASSERT(fold(toUpper(word)) == fold(word));
}

RC_GTEST_PROP(FoldLaws, vietnameseBecomesAscii, ())
{
    const auto word = *test::wordGen();
    RC_ASSERT(std::ranges::all_of(fold(word), [](char c) { return c >= 'a' && c <= 'z'; }));
}

RC_GTEST_PROP(FoldLaws, wordsAreFoldedThemselves, ())
{
    for (const auto& word : foldWords(*test::textGen())) {
        RC_ASSERT(foldWords(word) == std::vector<std::string>{word});
    }
}

} // namespace
} // namespace banhang::vn
