#include "common/vn/person_name.h"

#include <gtest/gtest.h>

namespace banhang::vn {
namespace {

struct Case
{
    std::string_view typed;
    Honorific honorific;
    std::string_view family;
    std::string_view middle;
    std::string_view given;
};

TEST(PersonName, splitsInVietnameseOrder)
{
    const Case cases[] = {
        {"Nguyễn Văn Đức", Honorific::None, "Nguyễn", "Văn", "Đức"},
        {"Lê An", Honorific::None, "Lê", "", "An"},
        {"Trần Thị Ngọc Lan", Honorific::None, "Trần", "Thị Ngọc", "Lan"},
        {"  NGUYỄN\u00A0VĂN  AN ", Honorific::None, "NGUYỄN", "VĂN", "AN"},
        {"Lan", Honorific::None, "", "", "Lan"},
        {"Nguyễn", Honorific::None, "Nguyễn", "", ""},
        {"", Honorific::None, "", "", ""},
        {"Bùi Đức (kế toán)", Honorific::None, "Bùi", "", "Đức"},
    };
    for (const Case& c : cases) {
        const PersonName name = parsePersonName(c.typed);
        EXPECT_EQ(name.honorific, c.honorific) << c.typed;
        EXPECT_EQ(name.family, c.family) << c.typed;
        EXPECT_EQ(name.middle, c.middle) << c.typed;
        EXPECT_EQ(name.given, c.given) << c.typed;
    }
}

TEST(PersonName, keepsCompoundFamilyNamesTogether)
{
    EXPECT_EQ(parsePersonName("Tôn Thất Thuyết").family, "Tôn Thất");
    EXPECT_EQ(parsePersonName("Công Tằng Tôn Nữ Thị Mai").family, "Công Tằng Tôn Nữ");
    EXPECT_EQ(parsePersonName("Âu Dương Lân").family, "Âu Dương");
    EXPECT_EQ(parsePersonName("ton that tung").family, "ton that");
    EXPECT_EQ(parsePersonName("Hoàng Phú Quý").family, "Hoàng"); // not Hoàng Phủ
    EXPECT_EQ(parsePersonName("Tôn Thất").family, "Tôn");        // a given name must remain
}

TEST(PersonName, readsHonorificsAndTitlesBeforeTheName)
{
    EXPECT_EQ(parsePersonName("Chị Lan").honorific, Honorific::Chi);
    EXPECT_EQ(parsePersonName("Ông Nguyễn Văn An").honorific, Honorific::Ong);
    EXPECT_EQ(parsePersonName("Mr. Nguyễn Văn An").full(), "Nguyễn Văn An");
    EXPECT_EQ(parsePersonName("ThS. BS. Trần Minh").full(), "Trần Minh");
    EXPECT_EQ(parsePersonName("A. Nguyễn Minh").honorific, Honorific::Anh);
    EXPECT_EQ(parsePersonName("bác Hòa").given, "Hòa");
}

TEST(PersonName, doesNotTakeNamesForHonorifics)
{
    EXPECT_EQ(parsePersonName("Anh Thư").full(), "Anh Thư");
    EXPECT_EQ(parsePersonName("B. Vinh Tuấn").full(), "B. Vinh Tuấn"); // an initial
    EXPECT_EQ(parsePersonName("Ong Thị Mai").honorific, Honorific::None);
    for (const auto name : {"Bà Nà Hills", "Cô Ba Sài Gòn", "Ông Ích Khiêm", "Ông Văn Tùng", "Ông Thị Mai",
                            "Bà Huyện Thanh Quan", "Chú Ba Phi", "Em Xinh Shop", "BÀ NÀ HILLS"}) {
        EXPECT_EQ(parsePersonName(name).honorific, Honorific::None) << name;
        EXPECT_EQ(parsePersonName(name).full(), name);
    }
}

TEST(PersonName, takesHonorificsOffNamesOfAllLengths)
{
    EXPECT_EQ(parsePersonName("Bà Lê Thị Chân").full(), "Lê Thị Chân");
    EXPECT_EQ(parsePersonName("ÔNG TRẦN MINH").full(), "TRẦN MINH");
    EXPECT_EQ(parsePersonName("cô Ngọc Lan").full(), "Ngọc Lan");
    EXPECT_EQ(parsePersonName("ông Văn Hùng").full(), "Văn Hùng");
    EXPECT_EQ(parsePersonName("Ông ThS. Minh Tuấn").full(), "Minh Tuấn");
    EXPECT_EQ(parsePersonName("Cô Lan").full(), "Lan");
    EXPECT_EQ(parsePersonName("Ông Minh Tuấn").full(), "Minh Tuấn");
    EXPECT_EQ(parsePersonName("CÔ NGỌC LAN").full(), "NGỌC LAN");
    EXPECT_EQ(parsePersonName("Chị Ngọc Lan").full(), "Ngọc Lan");
    EXPECT_EQ(parsePersonName("Ms. Ngọc Lan").full(), "Ngọc Lan");
    EXPECT_EQ(parsePersonName("Em Nguyễn Thu Hà").full(), "Nguyễn Thu Hà");
}

TEST(PersonName, addressesByGivenNameNeverByFamilyName)
{
    EXPECT_EQ(addressForm(Honorific::Chi, "Trần Thị Lan"), "chị Lan");
    EXPECT_EQ(addressForm(Honorific::Bac, "LÊ VĂN HÒA"), "bác Hòa");
    EXPECT_EQ(addressForm(Honorific::None, "Lê Văn Hòa"), "Hòa");
    EXPECT_EQ(addressForm(Honorific::Ong, "Nguyễn"), "");
    EXPECT_EQ(addressForm(Honorific::Ong, ""), "");
}

TEST(PersonName, knowsTheWordOfEveryHonorific)
{
    const std::string_view words[] = {"", "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác"};
    for (std::size_t i = 0; i < std::size(words); ++i) {
        EXPECT_EQ(honorificWord(static_cast<Honorific>(i)), words[i]);
    }
}

TEST(PersonName, givesInitials)
{
    EXPECT_EQ(nameInitials("Nguyễn Văn Đức"), "nvd");
    EXPECT_EQ(nameInitials("chị Đặng Ánh"), "da");
    EXPECT_EQ(nameMonogram("Nguyễn Văn Đức"), "NĐ");
    EXPECT_EQ(nameMonogram("ánh"), "Á");
    EXPECT_EQ(nameMonogram(""), "");
}

TEST(PersonName, capitalisesNamesOfOneCaseOnly)
{
    EXPECT_EQ(tidyPersonName("nguyễn  văn đức"), "Nguyễn Văn Đức");
    EXPECT_EQ(tidyPersonName("ĐẶNG THỊ ÁNH"), "Đặng Thị Ánh");
    EXPECT_EQ(tidyPersonName("Y Moan Ênuôl"), "Y Moan Ênuôl");
    EXPECT_EQ(tidyPersonName("McDonald"), "McDonald");
}

TEST(PersonName, recognisesFamilyNames)
{
    for (const auto name : {"Nguyễn", "trần", "LÊ", "Pham", "Huỳnh", "Đặng", "Ông", "Đỗ"}) {
        EXPECT_TRUE(isFamilyName(name)) << name;
    }
    EXPECT_FALSE(isFamilyName("Thị"));
    EXPECT_FALSE(isFamilyName("Lan"));
}

} // namespace
} // namespace banhang::vn
