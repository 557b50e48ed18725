#include "common/match/record.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/match/people.h"

namespace banhang::match {
namespace {

TEST(Record, comesBackFromItsText)
{
    Texts texts = born(at(mail(person("Nguyễn Văn Đức", "0168 933 3999; 0912345678"), "Duc@Example.com"),
                          "12/4B Lý Thường Kiệt, P. Trần Hưng Đạo, Q. Hoàn Kiếm, Hà Nội"),
                       1985, 5, 3);
    texts.nationalId = "001085012345";
    const Record record = read(at(texts, "86 Quốc lộ 14, Quảng Ngãi"));
    ASSERT_EQ(record.places.size(), 2U);
    EXPECT_EQ(decode(encode(record)), record);
    EXPECT_EQ(decode(encode({})), Record());
    EXPECT_EQ(decode(encode(read(company("CN CTCP Thiên Ân", "0106697817-001")))).taxParent, "0106697817");
}

TEST(Record, keepsNoControlCharacterOfATypedText)
{
    Record record;
    record.typedName = "a\nb\x1f"
                       "c";
    EXPECT_EQ(decode(encode(record)).typedName, "a b c");
}

TEST(Record, refusesForeignTexts)
{
    EXPECT_THROW(decode(""), std::runtime_error);
    EXPECT_THROW(decode("9\n"), std::runtime_error);
    EXPECT_THROW(decode("1\nx\n"), std::runtime_error);
    const std::string whole = encode(read(person("An")));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THROW(decode(whole.substr(0, length)), std::runtime_error) << length;
}

TEST(Record, hasADigestOfWhatIsCompared)
{
    const std::string digest = digestOf(read(person("Nguyễn Văn An", "0912345678")));
    EXPECT_EQ(digest.size(), 16U);
    EXPECT_EQ(digest, digestOf(read(person("Nguyễn Văn An", "+84 912 345 678"))));
    EXPECT_NE(digest, digestOf(read(person("Nguyễn Văn An", "0912345679"))));
}

TEST(Record, hashesTheSameForEver)
{
    // Stored in every office's index.
    EXPECT_EQ(hashOf("phone\x1f"
                     "84389333999"),
              hashOf("phone\x1f"
                     "84389333999"));
    EXPECT_NE(hashOf("a"), hashOf("b"));
}

} // namespace
} // namespace banhang::match
