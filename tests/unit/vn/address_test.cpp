#include "common/vn/address.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace banhang::vn {
namespace {

const WardIndex& wards()
{
    return WardIndex::builtin();
}

TEST(WardIndex, findsEveryPresentWardByItsNameAndProvince)
{
    for (const Unit& unit : Units::builtin().all()) {
        if (unit.level != UnitLevel::Ward || !unit.isCurrent()) {
            continue;
        }
        const std::string text = fold(unit.name) + " " + fold(Units::builtin().provinceOf(unit)->name);
        const auto hits = wards().search(text, 5);
        const bool found = std::ranges::any_of(hits, [&unit](const WardHit& hit) { return hit.ward == &unit; });
        ASSERT_TRUE(found) << text;
    }
}

TEST(WardIndex, findsEveryOldWardByItsNameAndDistrict)
{
    for (const Unit& unit : Units::builtin().all()) {
        if (unit.level != UnitLevel::Ward || unit.isCurrent() || unit.district.empty()) {
            continue;
        }
        const std::string text = std::string(unit.name) + " " + std::string(unit.district);
        const auto now = Units::builtin().current(unit);
        const auto hits = wards().search(text, 20);
        const bool found = std::ranges::any_of(
            hits, [&](const WardHit& hit) { return hit.was == &unit || (now.size() == 1 && hit.ward == now.front()); });
        ASSERT_TRUE(found) << text;
    }
}

TEST(WardIndex, putsThePresentWardFirstAndTellsWhatItWas)
{
    const auto hits = wards().search("cau giay", 5);
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(formatUnits(*hits[0].ward), "P. Cầu Giấy, Hà Nội");
    EXPECT_EQ(hits[0].was, nullptr);

    const auto renamed = wards().search("ben nghe", 5);
    ASSERT_FALSE(renamed.empty());
    EXPECT_EQ(formatUnits(*renamed[0].ward), "P. Sài Gòn, TP. Hồ Chí Minh");
    EXPECT_EQ(formatUnits(*renamed[0].was), "P. Bến Nghé, Q. 1, TP. Hồ Chí Minh");
}

TEST(WardIndex, asksWhereAWardWasDivided)
{
    const auto hits = wards().search("cong vi", 5);
    ASSERT_FALSE(hits.empty());
    EXPECT_TRUE(hits[0].isDivided());
    EXPECT_EQ(hits[0].was->name, "Cống Vị");
    EXPECT_EQ(hits[0].candidates.size(), 2U);
}

TEST(WardIndex, ranksExactMarksFirst)
{
    EXPECT_EQ(wards().search("tứ mỹ", 3).front().ward->name, "Tứ Mỹ");
    EXPECT_EQ(wards().search("nguyên", 3).front().ward->name.substr(0, 7), "Nguyên");
    EXPECT_EQ(wards().search("nguyễn", 3).front().ward->name.substr(0, 8), "Nguyễn");
}

TEST(WardIndex, takesKindsAndNumbers)
{
    for (const auto text :
         {"p15 tan binh", "P.15 Tân Bình", "phường 15 tân bình", "F15 q tan binh", "phuong 015 tan binh"}) {
        const auto hits = wards().search(text, 3);
        ASSERT_FALSE(hits.empty()) << text;
        EXPECT_EQ(formatUnits(*hits[0].was), "P. 15, Q. Tân Bình, TP. Hồ Chí Minh") << text;
    }
    EXPECT_EQ(wards().search("ĐẶC KHU PHÚ QUỐC", 1).front().ward->fullName(), "Đặc khu Phú Quốc");
}

TEST(WardIndex, keepsToTheLimit)
{
    EXPECT_EQ(wards().search("t", 7).size(), 7U);
    EXPECT_TRUE(wards().search("", 7).empty());
    EXPECT_TRUE(wards().search("zzzz", 7).empty());
    EXPECT_TRUE(wards().search("cau giay", 0).empty());
}

struct Case
{
    std::string_view text;
    std::string_view street;
    std::string_view ward;
    std::string_view district;
    std::string_view province;
    std::string_view wardNow; ///< full name of the present ward, empty if not sure
};

TEST(Address, takesOldAndNewFormsApart)
{
    const Case cases[] = {
        {"12 Lý Thường Kiệt, Phường Cầu Giấy, Thành phố Hà Nội", "12 Lý Thường Kiệt", "Phường Cầu Giấy", "",
         "Thành phố Hà Nội", "Phường Cầu Giấy"},
        {"Số 5, P. Bến Nghé, Q.1, TP.HCM", "Số 5", "P. Bến Nghé", "Q.1", "TP.HCM", "Phường Sài Gòn"},
        {"Số 5 - P. Bến Nghé - Q1 - TP.HCM", "Số 5", "P. Bến Nghé", "Q1", "TP.HCM", "Phường Sài Gòn"},
        {"so 5, p. ben nghe, quan 1, tp ho chi minh, viet nam", "so 5", "p. ben nghe", "quan 1", "tp ho chi minh",
         "Phường Sài Gòn"},
        {"Xã Kon Braih, Quảng Ngãi", "", "Xã Kon Braih", "", "Quảng Ngãi", "Xã Kon Braih"},
        {"32/20 Trương Văn Bang, X. Phước Hưng, H. Long Điền, Bà Rịa - Vũng Tàu", "32/20 Trương Văn Bang",
         "X. Phước Hưng", "H. Long Điền", "Bà Rịa - Vũng Tàu", "Xã Long Hải"},
        {"99 Nguyễn Văn Trỗi, Phường Mỹ Bình, Thành phố Phan Rang - Tháp Chàm, Tỉnh Ninh Thuận", "99 Nguyễn Văn Trỗi",
         "Phường Mỹ Bình", "Thành phố Phan Rang - Tháp Chàm", "Tỉnh Ninh Thuận", "Phường Đông Hải"},
        {"12 Trần Phú, Hà Nội", "12 Trần Phú", "", "", "Hà Nội", ""},
        {"Hà Nội", "", "", "", "Hà Nội", ""},
        {"12 Xa lộ Hà Nội", "12 Xa lộ Hà Nội", "", "", "", ""},
        {"123 Nguyễn Huệ", "123 Nguyễn Huệ", "", "", "", ""},
        {"68 Nguyễn Thái Bình", "68 Nguyễn Thái Bình", "", "", "", ""},
        {"25 Hòa Bình", "25 Hòa Bình", "", "", "", ""},
        {"12 Trần Phú, P. Nguyễn Huệ", "12 Trần Phú", "P. Nguyễn Huệ", "", "", ""},
        {"12 Trần Phú, Phường Vũng Tàu", "12 Trần Phú", "Phường Vũng Tàu", "", "", "Phường Vũng Tàu"},
        {"12 Trần Phú, Phường Bến Nghé Hồ Chí Minh", "12 Trần Phú", "Phường Bến Nghé", "", "Hồ Chí Minh",
         "Phường Sài Gòn"},
        {"12 Trần Phú, P. Hòa Khánh Bắc TP. Đà Nẵng", "12 Trần Phú", "P. Hòa Khánh Bắc", "", "TP. Đà Nẵng",
         "Phường Liên Chiểu"},
        {"12 Lê Lợi, P. Bến Nghé, Q1 TPHCM", "12 Lê Lợi", "P. Bến Nghé", "Q1", "TPHCM", "Phường Sài Gòn"},
        {"12 Lê Lợi, Quận 3 Hồ Chí Minh", "12 Lê Lợi", "", "Quận 3", "Hồ Chí Minh", ""},
        {"12 Lê Lợi, quan 3 ho chi minh", "12 Lê Lợi", "", "quan 3", "ho chi minh", ""},
        {"12 Lê Lợi TP. Huế", "12 Lê Lợi", "", "", "TP. Huế", ""},
        {"12 Lê Lợi HN", "12 Lê Lợi", "", "", "HN", ""},
        {"12 Lê Lợi Hà Nội", "12 Lê Lợi", "", "", "Hà Nội", ""},
        {"so 5/3 tran phu da nang", "so 5/3 tran phu", "", "", "da nang", ""},
        {"12 Lê Lợi, Dĩ An Bình Dương", "12 Lê Lợi", "", "Dĩ An", "Bình Dương", ""},
        {"Thôn 3, Xã Tân Lập, Đan Phượng Hà Nội", "Thôn 3", "Xã Tân Lập", "Đan Phượng", "Hà Nội", ""},
        {"Ngõ 34 Trần Duy Hưng Hà Nội", "Ngõ 34 Trần Duy Hưng", "", "", "Hà Nội", ""},
        {"KCN Sóng Thần Bình Dương", "KCN Sóng Thần", "", "", "Bình Dương", ""},
        {"Đường Trần Phú Đà Nẵng", "Đường Trần Phú", "", "", "Đà Nẵng", ""},
        {"12 đường Láng Hà Nội", "12 đường Láng", "", "", "Hà Nội", ""},
        {"Cầu Giấy Hà Nội", "Cầu Giấy", "", "", "Hà Nội", ""},
        {"Đường Nguyễn Thái Bình", "Đường Nguyễn Thái Bình", "", "", "", ""},
        {"Khách sạn Hà Nội", "Khách sạn Hà Nội", "", "", "", ""},
        {"", "", "", "", "", ""},
    };
    for (const Case& c : cases) {
        const ParsedAddress address = parseAddress(c.text);
        EXPECT_EQ(address.street, c.street) << c.text;
        EXPECT_EQ(address.ward, c.ward) << c.text;
        EXPECT_EQ(address.district, c.district) << c.text;
        EXPECT_EQ(address.province, c.province) << c.text;
        EXPECT_EQ(address.wardNow == nullptr ? "" : address.wardNow->fullName(), c.wardNow) << c.text;
    }
}

TEST(Address, namesTheOldUnitsToo)
{
    const ParsedAddress address = parseAddress("Tổ 5, TT. Sa Pa, TX. Sa Pa, Lào Cai");
    ASSERT_NE(address.oldWard, nullptr);
    EXPECT_EQ(address.oldWard->fullName(), "Phường Sa Pa"); // no longer a thị trấn, and not the commune Sa Pả
    const ParsedAddress divided = parseAddress("Số 1, P. Cống Vị, Q. Ba Đình, Hà Nội");
    ASSERT_NE(divided.oldWard, nullptr);
    EXPECT_EQ(divided.wardNow, nullptr);
    EXPECT_EQ(divided.candidates.size(), 2U);
    EXPECT_EQ(divided.provinceNow->name, "Hà Nội");
    const ParsedAddress merged = parseAddress("Xã Phương Thiện, Thành phố Hà Giang, Tỉnh Hà Giang");
    EXPECT_EQ(merged.oldProvince->name, "Hà Giang");
    EXPECT_EQ(merged.provinceNow->name, "Tuyên Quang");
}

TEST(Address, isNotSureWhereSeveralUnitsFit)
{
    const ParsedAddress address = parseAddress("Phường 15, TP. Hồ Chí Minh"); // in many districts
    EXPECT_EQ(address.wardNow, nullptr);
    EXPECT_EQ(address.oldWard, nullptr);
    EXPECT_TRUE(address.candidates.empty());
    EXPECT_EQ(address.ward, "Phường 15");
    EXPECT_EQ(address.provinceNow->name, "Hồ Chí Minh");
}

TEST(Address, readsEveryUnitItWrites)
{
    for (const Unit& unit : Units::builtin().all()) {
        if (unit.level != UnitLevel::Ward) {
            continue;
        }
        const ParsedAddress address = parseAddress("Số 1 Trần Phú, " + formatUnits(unit));
        ASSERT_EQ(address.street, "Số 1 Trần Phú") << formatUnits(unit);
        ASSERT_NE(address.provinceNow, nullptr) << formatUnits(unit);
        if (unit.isCurrent()) {
            ASSERT_EQ(address.wardNow, &unit) << formatUnits(unit);
        } else if (address.oldWard != nullptr) {
            ASSERT_EQ(address.oldWard->name, unit.name) << formatUnits(unit);
        }
    }
}

TEST(Address, takesNoStreetForAProvince)
{
    for (const Unit& unit : Units::builtin().all()) {
        const bool isHyphenated = unit.name.find(" - ") != std::string_view::npos; // which separates the parts
        if (unit.level != UnitLevel::Province || isHyphenated) {
            continue;
        }
        for (const std::string& street : {"25 " + std::string(unit.name), "25 Nguyễn " + fold(unit.name)}) {
            const ParsedAddress address = parseAddress(street);
            EXPECT_EQ(address.street, street);
            EXPECT_EQ(address.provinceNow, nullptr) << street;
        }
    }
}

TEST(Address, takesNoWardForAProvince)
{
    for (const Unit& unit : Units::builtin().all()) {
        const bool isHyphenated = unit.name.find(" - ") != std::string_view::npos; // which separates the parts
        if (unit.level != UnitLevel::Ward || isHyphenated) {
            continue;
        }
        for (const std::string& ward : {unit.fullName(), fold(unit.fullName()), unit.shortName()}) {
            const ParsedAddress address = parseAddress("12 Trần Phú, " + ward);
            // Islands were districts without wards.
            ASSERT_EQ(address.ward.empty() ? address.district : address.ward, ward);
            ASSERT_EQ(address.province, "") << ward;
        }
    }
}

TEST(Address, joinsWhatIsThere)
{
    EXPECT_EQ(formatAddress("12 Trần Phú", "P. Ba Đình", "", "Hà Nội"), "12 Trần Phú, P. Ba Đình, Hà Nội");
    EXPECT_EQ(formatAddress("", "", "", ""), "");
}

RC_GTEST_PROP(AddressLaws, anyTextIsTaken, (const std::string& text))
{
    parseAddress(text);
    wards().search(text, 10);
}

} // namespace
} // namespace banhang::vn
