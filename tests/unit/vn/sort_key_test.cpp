#include "common/vn/sort_key.h"

#include "common/vn/fold.h"
#include "common/vn/spelling.h"
#include "common/vn/utf8.h"
#include "tests/unit/vn/text_gen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace banhang::vn {
namespace {

void expectOrder(const std::vector<std::string>& texts)
{
    for (std::size_t i = 1; i < texts.size(); ++i) {
        EXPECT_LT(sortKey(texts[i - 1]), sortKey(texts[i])) << texts[i - 1] << " / " << texts[i];
    }
}

TEST(SortKey, followsTheAlphabet)
{
    expectOrder({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
                 "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"});
}

TEST(SortKey, ordersTonesWithinOneSpelling)
{
    expectOrder({"ma", "mà", "mả", "mã", "má", "mạ"});
    expectOrder({"an", "ân", "ần", "ẩn", "ẫn", "ấn", "ận"});
}

TEST(SortKey, lettersDecideBeforeTones)
{
    expectOrder({"ba", "bà", "bá", "bạ", "bác", "bách", "bạch", "bai"});
    expectOrder({"bạc", "bách"}); // c, ch: the longer word later, whatever its tone
}

TEST(SortKey, comparesWordByWord)
{
    expectOrder({"ba", "ba ba", "ba con", "bà", "bà ba", "bà con", "bác ái"});
    expectOrder({"Lê", "Lê An", "Lê Ân", "Lể", "Lệ"});
}

TEST(SortKey, ordersAllMarkedLettersLikeTheDictionary)
{
    const std::vector<std::string> vowels = {"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ",
                                             "ẫ", "ấ", "ậ", "e", "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ",
                                             "i", "ì", "ỉ", "ĩ", "í", "ị", "o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ",
                                             "ỗ", "ố", "ộ", "ơ", "ờ", "ở", "ỡ", "ớ", "ợ", "u", "ù", "ủ", "ũ", "ú", "ụ",
                                             "ư", "ừ", "ử", "ữ", "ứ", "ự", "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"};
    expectOrder(vowels);
}

TEST(SortKey, ordersNumbersByValueBeforeLetters)
{
    expectOrder({"", "0", "2", "9", "10", "32", "100", "A", "A2", "A10", "AB"});
    EXPECT_EQ(sortKey("007"), sortKey("7"));
}

TEST(SortKey, ignoresCasePunctuationAndPlaceOfTheToneMark)
{
    EXPECT_EQ(sortKey("HÒA BÌNH"), sortKey("hoà  bình"));
    EXPECT_EQ(sortKey("An-Phát"), sortKey("An Phát."));
    EXPECT_EQ(sortKey("\u00D0ạt"), sortKey("Đạt"));
}

TEST(SortKey, putsOtherScriptsLast)
{
    expectOrder({"z", "Ω", "田"});
}

TEST(SortKey, ordersPersonsByGivenName)
{
    const std::vector<std::string> names = {"Lê Thị An",       "Nguyễn Văn An", "Đặng Ái Ân", "Trần Bình",
                                            "Nguyễn Văn Bình", "Phạm Đức",      "Lý Hải Yến"};
    const std::vector<std::string> expected = {"Lê Thị An", "Nguyễn Văn An", "Đặng Ái Ân", "Nguyễn Văn Bình",
                                               "Trần Bình", "Phạm Đức",      "Lý Hải Yến"};
    auto sorted = names;
    std::ranges::sort(sorted, {}, personSortKey);
    EXPECT_EQ(sorted, expected);
}

TEST(SortKey, ordersFamilyBeforeMiddleName)
{
    EXPECT_LT(personSortKey("Lê Văn Tú An"), personSortKey("Nguyễn An"));
    EXPECT_LT(personSortKey("Lê An"), personSortKey("Lê Ái An"));
    EXPECT_EQ(personSortKey("chị Lê Ái An"), personSortKey("Lê Ái An"));
}

TEST(SortKey, ordersCompaniesByTheDistinctivePart)
{
    EXPECT_LT(companySortKey("Tổng Công ty Cổ phần An Phát"), companySortKey("Công ty TNHH Bình Minh"));
    EXPECT_LT(companySortKey("CTCP Bình Minh"), companySortKey("Cty TNHH Bình Minh")); // same name: by legal form
    EXPECT_EQ(companySortKey("Công ty TNHH Ân Phát"), companySortKey("CÔNG TY TRÁCH NHIỆM HỮU HẠN ÂN PHÁT"));
}

RC_GTEST_PROP(SortKeyLaws, keyIsTextWithoutNul, ())
{
    const auto key = sortKey(*test::textGen());
    RC_ASSERT(key.find('\0') == std::string::npos);
    RC_ASSERT(toNfc(key).find("\uFFFD") == std::string::npos);
}

RC_GTEST_PROP(SortKeyLaws, normalFormDoesNotMatter, ())
{
    const auto text = *test::textGen();
    RC_ASSERT(sortKey(toNfc(text)) == sortKey(test::decomposed(text)));
}

RC_GTEST_PROP(SortKeyLaws, equalKeysMeanEqualLetters, ())
{
    const auto a = *test::wordGen();
    const auto b = *test::wordGen();
    if (sortKey(a) == sortKey(b)) {
        RC_ASSERT(fold(a) == fold(b));
    }
    // A word before its own continuation, whatever comes.
    RC_ASSERT(sortKey(a) < sortKey(a + " " + b));
}

RC_GTEST_PROP(SortKeyLaws, aCommonFirstWordDoesNotChangeTheOrder, ())
{
    const auto a = *test::wordGen();
    const auto b = *test::wordGen();
    const auto head = *test::wordGen();
    RC_ASSERT((sortKey(a) < sortKey(b)) == (sortKey(head + " " + a) < sortKey(head + " " + b)));
}

TEST(Spelling, putsTheMarkOnTheFirstVowelOfOpenSyllables)
{
    EXPECT_EQ(houseSpelling("Hoà Hoá hoả hoã hoạ"), "Hòa Hóa hỏa hõa họa");
    EXPECT_EQ(houseSpelling("khoẻ KHOẺ"), "khỏe KHỎE");
    EXPECT_EQ(houseSpelling("thuỷ Thuý uỷ ban"), "thủy Thúy ủy ban");
    EXPECT_EQ(houseSpelling("quý Quỳnh Quy quỷ"), "quý Quỳnh Quy quỷ");
    EXPECT_EQ(houseSpelling("hoàn thuyền khoẻn Hòa"), "hoàn thuyền khoẻn Hòa");
}

RC_GTEST_PROP(SpellingLaws, changesNeitherFoldNorSortKey, ())
{
    const auto text = *test::textGen();
    const auto spelled = houseSpelling(text);
    RC_ASSERT(houseSpelling(spelled) == spelled);
    RC_ASSERT(fold(spelled) == fold(text));
    RC_ASSERT(sortKey(spelled) == sortKey(text));
}

} // namespace
} // namespace banhang::vn
