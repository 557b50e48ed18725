#include "common/vn/units.h"

#include "common/vn/province_match.h"
#include "common/vn/spelling.h"
#include "common/vn/utf8.h"
#include "common/vn/ward_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace banhang::vn {
namespace {

constexpr Date kFirstNewDay{2025, 7, 1};
constexpr Date kToday{2026, 11, 21};

const Units& units()
{
    return Units::builtin();
}

std::set<std::string> namesOn(const Date& day)
{
    std::set<std::string> names;
    for (const Unit* unit : units().provinces(day)) {
        names.emplace(unit->name);
    }
    return names;
}

TEST(Units, hold63ProvincesBeforeAnd34SinceTheReform)
{
    EXPECT_EQ(units().provinces(kLastDayOfOldUnits).size(), 63U);
    EXPECT_EQ(namesOn(kLastDayOfOldUnits).size(), 63U);
    EXPECT_EQ(units().provinces(kFirstNewDay).size(), 34U);
    EXPECT_EQ(units().provinces(kToday).size(), 34U);
    EXPECT_EQ(namesOn(kToday).size(), 34U);
}

TEST(Units, knowWhatEveryProvinceBecame)
{
    // Resolution 202/2025/QH15.
    const std::map<std::string_view, std::vector<std::string_view>> merged = {
        {"Tuyên Quang", {"Hà Giang"}},
        {"Lào Cai", {"Yên Bái"}},
        {"Thái Nguyên", {"Bắc Kạn"}},
        {"Phú Thọ", {"Vĩnh Phúc", "Hòa Bình"}},
        {"Bắc Ninh", {"Bắc Giang"}},
        {"Hưng Yên", {"Thái Bình"}},
        {"Hải Phòng", {"Hải Dương"}},
        {"Ninh Bình", {"Hà Nam", "Nam Định"}},
        {"Quảng Trị", {"Quảng Bình"}},
        {"Đà Nẵng", {"Quảng Nam"}},
        {"Quảng Ngãi", {"Kon Tum"}},
        {"Gia Lai", {"Bình Định"}},
        {"Khánh Hòa", {"Ninh Thuận"}},
        {"Lâm Đồng", {"Đắk Nông", "Bình Thuận"}},
        {"Đắk Lắk", {"Phú Yên"}},
        {"Hồ Chí Minh", {"Bình Dương", "Bà Rịa - Vũng Tàu"}},
        {"Đồng Nai", {"Bình Phước"}},
        {"Tây Ninh", {"Long An"}},
        {"Cần Thơ", {"Sóc Trăng", "Hậu Giang"}},
        {"Vĩnh Long", {"Bến Tre", "Trà Vinh"}},
        {"Đồng Tháp", {"Tiền Giang"}},
        {"Cà Mau", {"Bạc Liêu"}},
        {"An Giang", {"Kiên Giang"}},
    };
    std::map<std::string_view, std::string_view> expected;
    for (const auto& [now, before] : merged) {
        expected[now] = now;
        for (const auto name : before) {
            expected[name] = now;
        }
    }
    for (const auto name : {"Hà Nội", "Huế", "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An",
                            "Quảng Ninh", "Thanh Hóa", "Sơn La"}) {
        expected[name] = name;
    }
    ASSERT_EQ(expected.size(), 63U);
    for (const Unit* old : units().provinces(kLastDayOfOldUnits)) {
        const auto now = units().current(*old);
        ASSERT_EQ(now.size(), 1U) << old->name;
        EXPECT_EQ(now.front()->name, expected.at(old->name)) << old->name;
    }
}

TEST(Units, changeTheirKindOnTheirDay)
{
    const auto kindOn = [](std::string_view code, const Date& day) {
        return units().find(UnitLevel::Province, code, day)->kind;
    };
    const std::pair<std::string_view, Date> cities[] = {
        {"75", {2026, 4, 30}}, {"22", {2026, 9, 1}}, {"24", {2026, 9, 20}}};
    for (const auto& [code, day] : cities) {
        EXPECT_EQ(kindOn(code, addDays(day, -1)), "Tỉnh") << code;
        EXPECT_EQ(kindOn(code, day), "Thành phố") << code;
    }
    const auto citiesOn = [](const Date& day) {
        const auto all = units().provinces(day);
        return std::ranges::count_if(all, [](const Unit* unit) { return unit->kind == "Thành phố"; });
    };
    EXPECT_EQ(citiesOn(kFirstNewDay), 6);
    EXPECT_EQ(citiesOn(kToday), 9);
}

TEST(Units, hold3321PresentWardsInTheir34Provinces)
{
    std::size_t count = 0;
    for (const Unit* province : units().provinces(kToday)) {
        const auto wards = units().wards(province->code, kToday);
        EXPECT_GT(wards.size(), 30U) << province->name;
        for (const Unit* ward : wards) {
            EXPECT_EQ(units().provinceOf(*ward), province);
            EXPECT_EQ(units().findCurrent(UnitLevel::Ward, ward->code), ward);
            EXPECT_TRUE(ward->kind == "Phường" || ward->kind == "Xã" || ward->kind == "Đặc khu") << ward->name;
        }
        count += wards.size();
    }
    EXPECT_EQ(count, 3321U);
}

TEST(Units, leadEveryOldWardToPresentOnes)
{
    std::size_t old = 0;
    std::size_t divided = 0;
    std::set<const Unit*> reached;
    for (const Unit& unit : units().all()) {
        if (unit.level != UnitLevel::Ward || unit.isCurrent()) {
            continue;
        }
        ++old;
        const auto now = units().current(unit);
        ASSERT_FALSE(now.empty()) << unit.code;
        EXPECT_EQ(now.size(), splitSpaces(unit.successors).size()) << unit.code;
        divided += now.size() > 1 ? 1 : 0;
        const Unit* province = units().provinceOf(unit);
        ASSERT_NE(province, nullptr) << unit.code;
        for (const Unit* ward : now) {
            EXPECT_EQ(units().provinceOf(*ward), units().current(*province).front()) << unit.code;
            reached.insert(ward);
        }
    }
    EXPECT_EQ(old, 10'040U);
    EXPECT_EQ(divided, 471U);
    EXPECT_EQ(reached.size(), 3321U); // every present ward has a past
}

TEST(Units, giveAReusedCodeTheMeaningOfItsDay)
{
    EXPECT_EQ(units().findOld(UnitLevel::Ward, "26740")->name, "Bến Nghé");
    EXPECT_EQ(units().findCurrent(UnitLevel::Ward, "26740")->name, "Sài Gòn");
    EXPECT_EQ(units().findOld(UnitLevel::Province, "24")->name, "Bắc Giang");
    EXPECT_EQ(units().findCurrent(UnitLevel::Province, "24")->name, "Bắc Ninh");
    EXPECT_EQ(units().find(UnitLevel::Province, "46", {2024, 12, 31})->name, "Thừa Thiên Huế");
    EXPECT_EQ(units().findCurrent(UnitLevel::Province, "02"), nullptr);
    EXPECT_EQ(units().findOld(UnitLevel::Ward, "99999"), nullptr);
}

TEST(Units, neverOverlapInTime)
{
    const auto all = units().all();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Unit& a = all[i - 1];
        const Unit& b = all[i];
        if (a.level == b.level && a.code == b.code) {
            EXPECT_FALSE(a.isCurrent()) << a.code;
            EXPECT_LT(a.validTo, b.validFrom) << a.code;
        }
    }
}

TEST(Units, areSpelledInTheHouseWay)
{
    for (const Unit& unit : units().all()) {
        EXPECT_EQ(houseSpelling(unit.name), unit.name);
        EXPECT_EQ(houseSpelling(unit.district), unit.district);
        EXPECT_EQ(tidy(unit.name), unit.name);
    }
}

TEST(Units, listThePastOfAUnit)
{
    std::set<std::string_view> names;
    for (const Unit* unit : units().formerOf(*units().findCurrent(UnitLevel::Province, "79"))) {
        names.insert(unit->name);
    }
    EXPECT_EQ(names, (std::set<std::string_view>{"Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"}));
}

TEST(Units, writeTheirNames)
{
    const Unit* ward = units().findCurrent(UnitLevel::Ward, "00004");
    EXPECT_EQ(ward->fullName(), "Phường Ba Đình");
    EXPECT_EQ(ward->shortName(), "P. Ba Đình");
    EXPECT_EQ(units().findCurrent(UnitLevel::Province, "01")->shortName(), "Hà Nội");
    EXPECT_EQ(units().findCurrent(UnitLevel::Province, "79")->shortName(), "TP. Hồ Chí Minh");
}

TEST(UnitUpdate, endsTheRowBeforeANewOne)
{
    const Units changed = units().updated("p,33,Thành phố,Hưng Yên,,,2027-01-01,,\n");
    EXPECT_EQ(changed.find(UnitLevel::Province, "33", {2026, 12, 31})->kind, "Tỉnh");
    EXPECT_EQ(changed.find(UnitLevel::Province, "33", {2027, 1, 1})->kind, "Thành phố");
    EXPECT_EQ(changed.provinces({2027, 1, 1}).size(), 34U);
    EXPECT_EQ(changed.current(*changed.findOld(UnitLevel::Province, "34")).front()->kind, "Thành phố"); // Thái Bình
    EXPECT_EQ(units().find(UnitLevel::Province, "33", {2027, 1, 1})->kind, "Tỉnh");                     // untouched
}

TEST(UnitUpdate, mergesTwoWardsIntoOne)
{
    const Units changed = units().updated("level,code,kind,name,province,district,valid_from,valid_to,successors\n"
                                          "w,00004,Phường,Ba Đình,01,,2025-07-01,2026-12-31,00097\r\n");
    EXPECT_EQ(changed.findCurrent(UnitLevel::Ward, "00004"), nullptr);
    const auto now = changed.current(*changed.findOld(UnitLevel::Ward, "00013")); // Quán Thánh, then Ba Đình
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now.front()->code, "00097");
}

TEST(UnitUpdate, refusesMalformedLinesByNumber)
{
    for (const std::string line : {"p,33", "x,33,Tỉnh,A,,,,,", "p,,Tỉnh,A,,,,,", "w,33,Xã,A,,,,,",
                                   "p,33,Tỉnh,A,,,2027-02-30,,", "p,33,Tỉnh,A,,,01/01/2027,,", "p,33,Tỉnh,A,,,,,,"}) {
        try {
            Units::parse("level,\n" + line + "\n");
            ADD_FAILURE() << line;
        } catch (const std::invalid_argument& error) {
            EXPECT_NE(std::string_view(error.what()).find("line 2"), std::string_view::npos) << error.what();
        }
    }
}

TEST(ProvinceMatch, findsEveryProvinceInEveryForm)
{
    const auto& matcher = ProvinceMatcher::builtin();
    for (const Unit* province : units().provinces(kLastDayOfOldUnits)) {
        const Unit* now = units().current(*province).front();
        const std::string name(province->name);
        for (const std::string& text : {name, province->fullName(), toUpper(name), "Tỉnh " + name, "T." + name,
                                        "TP. " + name, "tp " + toLower(name), name + " Province"}) {
            ASSERT_EQ(matcher.match(text).now, now) << text;
            EXPECT_EQ(matcher.match(text).unit->name, province->name) << text;
        }
    }
}

TEST(ProvinceMatch, knowsShortAndOldNames)
{
    const auto& matcher = ProvinceMatcher::builtin();
    const std::pair<std::string_view, std::string_view> cases[] = {{"tinh ha giang", "Tuyên Quang"},
                                                                   {"TP.HCM", "Hồ Chí Minh"},
                                                                   {"TPHCM", "Hồ Chí Minh"},
                                                                   {"HCM", "Hồ Chí Minh"},
                                                                   {"Sài Gòn", "Hồ Chí Minh"},
                                                                   {"SG", "Hồ Chí Minh"},
                                                                   {"HN", "Hà Nội"},
                                                                   {"Ha Noi City", "Hà Nội"},
                                                                   {"BRVT", "Hồ Chí Minh"},
                                                                   {"Vũng Tàu", "Hồ Chí Minh"},
                                                                   {"TT Huế", "Huế"},
                                                                   {"Thừa Thiên - Huế", "Huế"},
                                                                   {"Daklak", "Đắk Lắk"},
                                                                   {"Đắc Lắc", "Đắk Lắk"},
                                                                   {"Kontum", "Quảng Ngãi"},
                                                                   {"Bà Rịa – Vũng Tàu", "Hồ Chí Minh"}};
    for (const auto& [text, name] : cases) {
        const auto match = matcher.match(text);
        ASSERT_NE(match.now, nullptr) << text;
        EXPECT_EQ(match.now->name, name) << text;
    }
    for (const auto text : {"", "Tỉnh", "Paris", "Cầu Giấy", "Hà"}) {
        EXPECT_EQ(matcher.match(text).unit, nullptr) << text;
    }
}

} // namespace
} // namespace banhang::vn
