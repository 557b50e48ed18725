#include "tests/support/pg_fixture.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"
#include "tests/unit/vn/alphabet.h"

namespace banhang::test {
namespace {

class FoldTest : public PgFixture
{
protected:
    std::string inSql(const std::string& text) { return sql().text("SELECT banhang.fold($1)", {text}); }
};

TEST_F(FoldTest, sqlAndCppAgreeOnEveryVietnameseLetterHoweverItIsComposed)
{
    for (const auto& letter : vn::test::markedLetters()) {
        for (const std::string_view text : {letter.small, letter.capital}) {
            const std::string word = "n" + std::string(text) + "Ng";
            EXPECT_EQ(inSql(word), vn::fold(word)) << word;
            std::string decomposed;
            for (const char32_t codePoint : vn::toNfd(word))
                vn::appendUtf8(decomposed, codePoint);
            EXPECT_EQ(inSql(decomposed), vn::fold(word)) << word;
        }
    }
}

TEST_F(FoldTest, sqlAndCppAgreeOnAllLettersOfEuropeAndOnWhatStandsBetweenThem)
{
    for (char32_t codePoint = 0x20; codePoint < 0x530; ++codePoint) {
        std::string text = "a ";
        vn::appendUtf8(text, codePoint);
        text += "\u1EC7b";
        EXPECT_EQ(inSql(text), vn::fold(text)) << "U+" << std::hex << static_cast<unsigned>(codePoint);
    }
}

} // namespace
} // namespace banhang::test
