#include "server/app/commands/name_match.h"

#include <gtest/gtest.h>

#include "server/app/commands/advice.h"

namespace banhang::server {
namespace {

using Places = std::vector<std::size_t>;

const std::vector<std::vector<std::string>> kNames = {
    {"Chi nhánh Đà Nẵng", "DN"}, {"Nhóm Sơn", "S"}, {"Nhóm Sớn", ""}, {"Quản trị", ""}};

TEST(NamesLike, takeAnyLetterCase)
{
    EXPECT_EQ(namesLike("CHI NHÁNH ĐÀ NẴNG", kNames), Places{0});
    EXPECT_EQ(namesLike("dn", kNames), Places{0});
    EXPECT_EQ(namesLike("  quản   TRỊ ", kNames), Places{3});
}

TEST(NamesLike, needNoMarks)
{
    EXPECT_EQ(namesLike("chi nhanh da nang", kNames), Places{0});
    EXPECT_EQ(namesLike("quan tri", kNames), Places{3});
}

TEST(NamesLike, tellMarksApartWhereTheyAreTyped)
{
    EXPECT_EQ(namesLike("nhóm sơn", kNames), Places{1});
    EXPECT_EQ(namesLike("nhom son", kNames), (Places{1, 2})) << "either may be meant";
}

TEST(NamesLike, areNotThoseOfNothing)
{
    EXPECT_EQ(namesLike("nhóm", kNames), Places{});
    EXPECT_EQ(namesLike("", kNames), Places{}) << "an empty short name is no name";
    EXPECT_EQ(namesLike("...", kNames), Places{});
}

TEST(AdviceFor, saysWhichNamesUsersMayHave)
{
    EXPECT_NE(adviceFor("user.name_form").find("small letters a to z"), std::string::npos);
    EXPECT_EQ(adviceFor("user.name_taken"), "");
}

} // namespace
} // namespace banhang::server
