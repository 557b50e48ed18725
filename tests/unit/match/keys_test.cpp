#include "common/match/keys.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/match/people.h"

namespace banhang::match {
namespace {

bool meet(const Texts& mine, const Texts& theirs)
{
    const auto first = indexKeys(read(mine));
    const auto second = indexKeys(read(theirs));
    EXPECT_TRUE(std::ranges::is_sorted(first));
    EXPECT_EQ(std::ranges::adjacent_find(first), first.end());
    return std::ranges::any_of(first, [&](Key key) { return std::ranges::binary_search(second, key); });
}

TEST(Keys, meetUnderEveryIdentifyingValue)
{
    EXPECT_TRUE(meet(person("Lan", "01689333999"), person("Hoa", "0389 333 999")));
    EXPECT_TRUE(meet(mail(person("Lan"), "thienan@fpt.vn"), mail(person("Hoa"), "ThienAn@fpt.vn")));
    EXPECT_TRUE(meet(company("A", "0106697817"), company("B", "010.669.7817")));
    EXPECT_TRUE(
        meet(at(person("Lan"), "12/4B Hàng Bài, Hà Nội"), at(person("Hoa"), "Số 12/4B đường Hàng Bài, P. Cửa Nam")));
}

TEST(Keys, meetThroughSlips)
{
    EXPECT_TRUE(meet(person("Trần Văn An", "0389333999"), person("Trần An", "0389333990"))) << "one digit wrong";
    EXPECT_TRUE(meet(person("Trần Văn An", "0389333999"), person("Trần An", "038933399"))) << "one digit missing";
    EXPECT_TRUE(meet(person("Trần Văn An"), person("TranVanAn")));
    EXPECT_TRUE(meet(company("Công ty Ninhtech"), company("Cty Ninhtehc")));
    EXPECT_TRUE(meet(born(person("Trần Văn An"), 1985, 5, 3), born(person("An Trần"), 1985, 3, 5)));
    EXPECT_TRUE(meet(person("Stephenson Emily"), person("Stevenson Emilly")));
    Texts mine = person("Emily");
    Texts theirs = person("Rose");
    mine.nationalId = "5304218";
    theirs.nationalId = "5304281";
    EXPECT_TRUE(meet(mine, theirs));
}

TEST(Keys, keepStrangersApart)
{
    EXPECT_FALSE(meet(person("Trần Thị Bích", "0389333999"), person("Lê Văn An", "0912345678")));
    EXPECT_FALSE(meet(company("Công ty Sao Mai"), company("Công ty Ánh Dương")));
    EXPECT_TRUE(indexKeys(Record()).empty());
}

TEST(Keys, staySmall)
{
    const Texts texts = born(
        at(mail(person("Nguyễn Thị Minh Nguyệt", "0389333999"), "nguyet@gmail.com"), "12 Hàng Bài, P. Cửa Nam, Hà Nội"),
        1985, 5, 3);
    EXPECT_LE(indexKeys(read(texts)).size(), 22U) << "each costs a save an index entry";
}

TEST(Keys, holdOnlyWhatIdentifies)
{
    const auto keys = identifyingKeys(read(mail(person("Nguyễn Văn An", "0389333999"), "an@gmail.com")));
    EXPECT_EQ(keys.size(), 3U);
    const auto all = indexKeys(read(mail(person("Nguyễn Văn An", "0389333999"), "an@gmail.com")));
    EXPECT_TRUE(std::ranges::includes(all, keys));
}

} // namespace
} // namespace banhang::match
