#include "common/vn/utf8.h"

#include "tests/unit/vn/text_gen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::vn {
namespace {

TEST(Utf8, readsEveryCodePointItWrites)
{
    for (char32_t c = 1; c < 0x11'0000; ++c) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        std::string text;
        appendUtf8(text, c);
        std::size_t at = 0;
        ASSERT_EQ(nextCodePoint(text, at), c);
        ASSERT_EQ(at, text.size());
    }
}

TEST(Utf8, replacesMalformedBytes)
{
    EXPECT_EQ(toNfc("a\xFF"
                    "b"),
              "a\uFFFDb");
    EXPECT_EQ(toNfc("\xC4"), "\uFFFD");                     // cut short
    EXPECT_EQ(toNfc("\xC0\x80"), "\uFFFD\uFFFD");           // overlong
    EXPECT_EQ(toNfc("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD"); // half of a surrogate pair
}

TEST(Utf8, composesAllVietnameseLetters)
{
    ASSERT_EQ(test::markedLetters().size(), 67U);
    for (const auto& letter : test::markedLetters()) {
        EXPECT_EQ(toNfc(test::decomposed(letter.small)), letter.small);
        EXPECT_EQ(toNfc(test::decomposed(letter.capital)), letter.capital);
        EXPECT_EQ(toLower(letter.capital), letter.small);
        EXPECT_EQ(toUpper(letter.small), letter.capital);
    }
}

TEST(Utf8, composesMarksInAnyOrder)
{
    EXPECT_EQ(toNfc("a\u0323\u0302"), "ậ");
    EXPECT_EQ(toNfc("a\u0302\u0323"), "ậ");
    EXPECT_EQ(toNfc("ạ\u0302"), "ậ");
    EXPECT_EQ(toNfc("â\u0323"), "ậ");
}

TEST(Utf8, tidiesSpacesAndInvisibleCharacters)
{
    EXPECT_EQ(tidy("  Nguyễn\u00A0\t Văn\r\nĐức  "), "Nguyễn Văn Đức");
    EXPECT_EQ(tidy("\uFEFFLan\u200B Anh\u00AD"), "Lan Anh");
    EXPECT_EQ(tidy("\u3000 \u2003"), "");
    EXPECT_EQ(tidy(""), "");
}

TEST(Utf8, capitalisesEachWord)
{
    EXPECT_EQ(toTitle("nguyễn văn đức"), "Nguyễn Văn Đức");
    EXPECT_EQ(toTitle("ĐẶNG THỊ ÁNH-TUYẾT"), "Đặng Thị Ánh-Tuyết");
}

TEST(Utf8, splitsAtEveryKindOfSpace)
{
    EXPECT_EQ(splitSpaces(" a\u00A0b\tc  "), (std::vector<std::string_view>{"a", "b", "c"}));
    EXPECT_TRUE(splitSpaces("").empty());
}

TEST(Utf8, keepsOnlyAsciiDigits)
{
    EXPECT_EQ(digitsOf("0912.345-678 ٣"), "0912345678");
}

RC_GTEST_PROP(Utf8Laws, tidyIsIdempotent, ())
{
    const auto text = *test::textGen();
    RC_ASSERT(tidy(tidy(text)) == tidy(text));
}

RC_GTEST_PROP(Utf8Laws, composingUndoesDecomposing, ())
{
    const auto text = *test::textGen();
    RC_ASSERT(toNfc(test::decomposed(text)) == toNfc(text));
    RC_ASSERT(toNfc(toNfc(text)) == toNfc(text));
}

RC_GTEST_PROP(Utf8Laws, anyBytesAreTaken, (const std::string& bytes))
{
    RC_ASSERT(toNfc(toNfc(bytes)) == toNfc(bytes));
    tidy(bytes);
    toTitle(bytes);
}

} // namespace
} // namespace banhang::vn
