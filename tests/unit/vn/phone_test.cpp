#include "common/vn/phone.h"

#include "common/vn/phone_plan.h"
#include "common/vn/phone_text.h"
#include "common/vn/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace banhang::vn {
namespace {

std::vector<std::string> keysOf(std::string_view cell)
{
    std::vector<std::string> keys;
    for (const Phone& phone : parsePhones(cell)) {
        keys.push_back(phone.key);
    }
    return keys;
}

TEST(Phone, readsOneNumberHoweverItIsWritten)
{
    for (const auto typed :
         {"0389333999", "0389 333 999", "0389.333.999", "0389-333-999", "(038) 9333 999", "+84389333999",
          "+84 389 333 999", "+84 (0)389 333 999", "(+84) 389333999", "84389333999", "0084389333999", "389333999",
          "ĐT: 0389333999", " 0389\u00A0333 999 ", "Tel. 0389333999", "084389333999"}) {
        const Phone phone = parsePhone(typed);
        EXPECT_EQ(phone.key, "84389333999") << typed;
        EXPECT_EQ(phone.kind, PhoneKind::Mobile) << typed;
        EXPECT_EQ(phone.display, "0389 333 999") << typed;
        EXPECT_EQ(phone.place, "Viettel") << typed;
        EXPECT_EQ(phone.note, "") << typed;
    }
}

// The table of the change, written down apart from the one of the program.
constexpr std::pair<std::string_view, std::string_view> kMobile2018[] = {
    {"0162", "032"}, {"0163", "033"}, {"0164", "034"}, {"0165", "035"}, {"0166", "036"}, {"0167", "037"},
    {"0168", "038"}, {"0169", "039"}, {"0120", "070"}, {"0121", "079"}, {"0122", "077"}, {"0126", "076"},
    {"0128", "078"}, {"0123", "083"}, {"0124", "084"}, {"0125", "085"}, {"0127", "081"}, {"0129", "082"},
    {"0186", "056"}, {"0188", "058"}, {"0199", "059"}};

TEST(Phone, convertsEveryMobilePrefixOf2018)
{
    for (const auto& [before, now] : kMobile2018) {
        const std::string rest = "4567891";
        const std::string expected = "84" + std::string(now.substr(1)) + rest;
        for (const std::string& head : {std::string(before), "84" + std::string(before.substr(1)),
                                        "+84" + std::string(before.substr(1)), std::string(before.substr(1))}) {
            const Phone phone = parsePhone(head + rest);
            EXPECT_EQ(phone.key, expected) << head;
            EXPECT_EQ(phone.issue, PhoneIssue::Converted) << head;
            EXPECT_EQ(phone.before, std::string(before) + " 4567 891") << head;
        }
    }
    EXPECT_EQ(std::ranges::count_if(mobilePrefixes(), [](const auto& row) { return !row.before2018.empty(); }),
              std::ssize(kMobile2018));
}

TEST(Phone, convertsTheExampleOfTheClerk)
{
    const Phone phone = parsePhone("01689333999");
    EXPECT_EQ(phone.display, "0389 333 999");
    EXPECT_EQ(phone.before, "0168 9333 999");
}

TEST(Phone, readsEveryMobilePrefixOfToday)
{
    for (const MobilePrefix& row : mobilePrefixes()) {
        const Phone phone = parsePhone(std::string(row.prefix) + "4567891");
        EXPECT_EQ(phone.kind, PhoneKind::Mobile) << row.prefix;
        EXPECT_EQ(phone.issue, PhoneIssue::None) << row.prefix;
        EXPECT_EQ(phone.place, row.carrier) << row.prefix;
    }
}

TEST(Phone, readsEveryAreaCodeOfToday)
{
    ASSERT_EQ(areaCodes().size(), 63U);
    for (const AreaCode& row : areaCodes()) {
        const bool big = row.prefix == "024" || row.prefix == "028";
        const std::string number = std::string(row.prefix) + (big ? "35550178" : "3555120");
        for (const std::string& typed : {number, "+84" + number.substr(1), number.substr(1)}) {
            const Phone phone = parsePhone(typed);
            EXPECT_EQ(phone.kind, PhoneKind::Landline) << typed;
            EXPECT_EQ(phone.key, "84" + number.substr(1)) << typed;
            EXPECT_EQ(phone.place, row.province) << typed;
            EXPECT_EQ(phone.issue, typed.front() == '2' ? PhoneIssue::ZeroRestored : PhoneIssue::None) << typed;
        }
    }
}

TEST(Phone, convertsAreaCodesOf2017UnlessTheyLookLikeAMobile)
{
    std::size_t alike = 0;
    for (const AreaCode& row : areaCodes()) {
        if (row.before2017 == row.prefix) {
            continue;
        }
        const std::string rest = subscriberDigits(row.prefix) == 8 ? "38221234" : "3822123";
        const std::string old = std::string(row.before2017) + rest;
        const std::string now = "84" + std::string(row.prefix.substr(1)) + rest;
        const Phone phone = parsePhone(old);
        if (findMobile(old) != nullptr) {
            ++alike;
            EXPECT_EQ(phone.kind, PhoneKind::Mobile) << old;
            EXPECT_EQ(phone.key, "84" + old.substr(1)) << old;
            ASSERT_TRUE(phone.alternative) << old;
            const PhoneAlternative other = phone.alternative.value_or(PhoneAlternative{});
            EXPECT_EQ(other.key, now) << old;
            EXPECT_EQ(other.area, row.province) << old;
        } else {
            EXPECT_EQ(phone.key, now) << old;
            EXPECT_EQ(phone.issue, PhoneIssue::Converted) << old;
            EXPECT_EQ(phone.place, row.province) << old;
            EXPECT_EQ(digitsOf(phone.before), old);
        }
    }
    EXPECT_EQ(alike, 14U + 1U); // fourteen prefixes, and 08 3... of Hồ Chí Minh
}

TEST(Phone, flagsTheFourteenAmbiguousPrefixes)
{
    std::set<std::string_view> found;
    for (const MobilePrefix& row : mobilePrefixes()) {
        if (parsePhone(std::string(row.prefix) + "3822123").alternative && !row.prefix.starts_with("08")) {
            found.insert(row.prefix);
        }
    }
    EXPECT_EQ(found, (std::set<std::string_view>{"033", "036", "037", "038", "039", "052", "055", "056", "058", "059",
                                                 "070", "076", "077", "079"}));
}

TEST(Phone, leavesTheFourUnchangedAreasAlone)
{
    for (const auto area : {"0210", "0211", "0218", "0219"}) {
        EXPECT_EQ(parsePhone(std::string(area) + "3822123").issue, PhoneIssue::None) << area;
    }
}

TEST(Phone, tellsOldAreasFromNumbersOfTheBigCities)
{
    EXPECT_EQ(parsePhone("0240 3855 123").key, "842043855123"); // Bắc Giang, not Hà Nội
    EXPECT_EQ(parsePhone("0280 3855 123").key, "842083855123"); // Thái Nguyên
    EXPECT_EQ(parsePhone("024 3855 1234").key, "842438551234");
}

TEST(Phone, showsNumbersInGroups)
{
    EXPECT_EQ(parsePhone("0389333999").display, "0389 333 999");
    EXPECT_EQ(parsePhone("02435550178").display, "024 3555 0178");
    EXPECT_EQ(parsePhone("02043555120").display, "0204 355 5120");
    EXPECT_EQ(parsePhone("19001234").display, "1900 1234");
    EXPECT_EQ(parsePhone("1800599920").display, "1800 599 920");
    EXPECT_EQ(parsePhone("+8613800138000").display, "+86 138 0013 8000");
    EXPECT_EQ(parsePhone("+14155552671").display, "+1 415 555 2671");
    EXPECT_EQ(displayPhone("84389333999"), "0389 333 999");
    EXPECT_EQ(displayPhone("abc"), "abc");
    EXPECT_EQ(displayPhone(""), "");
}

TEST(Phone, knowsServiceShortAndForeignNumbers)
{
    EXPECT_EQ(parsePhone("1900 1234").kind, PhoneKind::Service);
    EXPECT_EQ(parsePhone("1900 1234").key, "8419001234");
    EXPECT_EQ(parsePhone("1800-5999-20").kind, PhoneKind::Service);
    EXPECT_EQ(parsePhone("113").kind, PhoneKind::Short);
    EXPECT_EQ(parsePhone("+86 138 0013 8000").kind, PhoneKind::Foreign);
    EXPECT_EQ(parsePhone("0086 13800138000").key, "8613800138000");
    EXPECT_EQ(parsePhone("+82-2-312-3456").key, "8223123456");
}

TEST(Phone, refusesWhatIsNoNumber)
{
    const std::pair<std::string_view, PhoneIssue> cases[] = {{"", PhoneIssue::NotANumber},
                                                             {"không có", PhoneIssue::NotANumber},
                                                             {"0", PhoneIssue::NotANumber},
                                                             {"038933399", PhoneIssue::TooShort},
                                                             {"03893339990", PhoneIssue::UnknownPrefix},
                                                             {"0389333999012", PhoneIssue::TooLong},
                                                             {"0012", PhoneIssue::TooShort},
                                                             {"0400123456", PhoneIssue::UnknownPrefix},
                                                             {"024355501", PhoneIssue::TooShort},
                                                             {"024355501788", PhoneIssue::TooLong},
                                                             {"+999 123 456 789", PhoneIssue::TooLong}};
    for (const auto& [typed, issue] : cases) {
        const Phone phone = parsePhone(typed);
        EXPECT_EQ(phone.issue, issue) << typed;
        EXPECT_FALSE(phone.isValid()) << typed;
        EXPECT_EQ(phone.key, "") << typed;
    }
}

TEST(Phone, splitsACellIntoItsNumbers)
{
    const std::vector<std::string> both = {"84389333999", "842435550178"};
    for (const auto cell : {"0389333999; 024 3555 0178", "0389333999/02435550178", "0389.333.999 , 024.3555.0178",
                            "0389333999\n02435550178", "0389 333 999 - 024 3555 0178", "0389333999 02435550178",
                            "0389 333 999 024 3555 0178", "0389333999-02435550178", "0389-333-999-024-3555-0178",
                            "0389333999 hoặc 024 3555 0178", "0389333999 & 02435550178"}) {
        EXPECT_EQ(keysOf(cell), both) << cell;
    }
    EXPECT_EQ(keysOf("0403-120-051"), std::vector<std::string>{""}); // hyphens within what is no number do not separate
    EXPECT_TRUE(parsePhones("").empty());
    EXPECT_TRUE(parsePhones(" ; , ").empty());
}

TEST(Phone, splitsACellThatFillsARequest)
{
    std::string cell = "0389333999";
    for (int i = 0; i < 50'000; ++i)
        cell += " và 0912555204";
    EXPECT_EQ(splitPhoneCell(cell).size(), 50'001U);
}

TEST(Phone, leavesANumberWithSpacedHyphensWhole)
{
    for (const auto& [typed, key] : {std::pair{"0903 - 123 456", "84903123456"},
                                     {"04 - 37567890", "842437567890"},
                                     {"(08) - 3822 1234", "84838221234"},
                                     {"+84 (0)24 - 3555 0178", "842435550178"},
                                     {"0903 - 123 - 456", "84903123456"},
                                     {"024 - 3555 0178 - máy lẻ 12", "842435550178"}}) {
        EXPECT_EQ(keysOf(typed), std::vector<std::string>{key}) << typed;
    }
    EXPECT_EQ(keysOf("0903 - 123 456 - 024 - 3555 0178"), (std::vector<std::string>{"84903123456", "842435550178"}));
    const auto people = parsePhones("0389333999 - chị Lan - 0912555204 - anh Hùng");
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].note, "chị Lan");
    EXPECT_EQ(people[1].note, "anh Hùng");
    EXPECT_EQ(keysOf("1900 1234 - +86 138 0013 8000"), (std::vector<std::string>{"8419001234", "8613800138000"}));
}

TEST(Phone, completesTheTailOfANumberPair)
{
    EXPECT_EQ(keysOf("024 3555 0178/79"), (std::vector<std::string>{"842435550178", "842435550179"}));
    EXPECT_EQ(keysOf("0389333999/8/7"), (std::vector<std::string>{"84389333999", "84389333998", "84389333997"}));
}

TEST(Phone, keepsExtensionsAndWords)
{
    for (const auto typed : {"024 3555 0178 máy lẻ 12", "024 3555 0178 ext. 12", "02435550178 (số máy lẻ: 12)",
                             "024 3555 0178 x12", "02435550178#12", "024 3555 0178 nhánh 12"}) {
        const Phone phone = parsePhone(typed);
        EXPECT_EQ(phone.key, "842435550178") << typed;
        EXPECT_EQ(phone.extension, "12") << typed;
        EXPECT_EQ(phone.note, "") << typed;
    }
    EXPECT_EQ(parsePhone("0389333999 (chị Lan)").note, "chị Lan");
    EXPECT_EQ(parsePhones("0389333999 - chị Lan").front().note, "chị Lan");
    EXPECT_EQ(parsePhones("0389333999 - chị Lan").size(), 1U);
    EXPECT_EQ(parsePhone("Zalo: 0389333999").note, "Zalo");
}

TEST(Phone, givesWordsThatStandApartToTheirNumber)
{
    for (const auto typed : {"024 3555 0178 - máy lẻ 12, chị Lan", "chị Lan; 024 3555 0178, ext. 12",
                             "024 3555 0178 máy lẻ 12 / chị Lan", "0243 - 5550178; số máy lẻ: 12; chị Lan"}) {
        const auto phones = parsePhones(typed);
        ASSERT_EQ(phones.size(), 1U) << typed;
        EXPECT_EQ(phones[0].key, "842435550178") << typed;
        EXPECT_EQ(phones[0].extension, "12") << typed;
        EXPECT_EQ(phones[0].note, "chị Lan") << typed;
        const auto again = parsePhones(phones[0].typed);
        ASSERT_EQ(again.size(), 1U) << phones[0].typed;
        EXPECT_EQ(again[0].key, phones[0].key) << phones[0].typed;
        EXPECT_EQ(again[0].extension, "12") << phones[0].typed;
        EXPECT_EQ(again[0].note, "chị Lan") << phones[0].typed;
    }
    EXPECT_EQ(parsePhones("không có").size(), 1U);
}

TEST(Phone, givesDigitsToSearchFor)
{
    EXPECT_EQ(phoneSearchDigits("0389 333"), "389333");
    EXPECT_EQ(phoneSearchDigits("01689333"), "389333");
    EXPECT_EQ(phoneSearchDigits("+84389333999"), "389333999");
    EXPECT_EQ(phoneSearchDigits("84389333999"), "389333999");
    EXPECT_EQ(phoneSearchDigits("+84 912 345"), "912345");
    EXPECT_EQ(phoneSearchDigits("0511 3822 822"), "2363822822");
    EXPECT_EQ(phoneSearchDigits("0511 3822"), "5113822");      // may go on as another number
    EXPECT_EQ(phoneSearchDigits("079 3822 123"), "793822123"); // a mobile number of today
    EXPECT_EQ(phoneSearchDigits("333999"), "333999");
    EXPECT_EQ(phoneSearchDigits("84"), "84"); // may be the middle of a number
    EXPECT_EQ(phoneSearchDigits("Lan 0389"), "");
    EXPECT_EQ(phoneSearchDigits("7"), "");
}

TEST(PhonePlan, findsCountryCodes)
{
    EXPECT_EQ(countryCode("8613800138000"), "86");
    EXPECT_EQ(countryCode("14155552671"), "1");
    EXPECT_EQ(countryCode("85512345678"), "855");
    EXPECT_EQ(countryCode("999"), "");
    EXPECT_EQ(countryCode(""), "");
}

rc::Gen<std::string> nationalGen()
{
    return rc::gen::exec([] {
        const bool mobile = *rc::gen::arbitrary<bool>();
        const auto mobiles = rc::gen::elementOf(std::vector(mobilePrefixes().begin(), mobilePrefixes().end()));
        const auto areas = rc::gen::elementOf(std::vector(areaCodes().begin(), areaCodes().end()));
        const std::string prefix(mobile ? (*mobiles).prefix : (*areas).prefix);
        std::string number = prefix + std::to_string(*rc::gen::inRange(2, 10));
        while (number.size() < (mobile ? 10U : 11U)) {
            number += std::to_string(*rc::gen::inRange(0, 10));
        }
        return number;
    });
}

RC_GTEST_PROP(PhoneLaws, theDisplayedFormHasTheSameKey, ())
{
    const auto number = *nationalGen();
    const Phone phone = parsePhone(number);
    RC_ASSERT(phone.isValid());
    RC_ASSERT(parsePhone(phone.display).key == phone.key);
    RC_ASSERT(parsePhone("+" + phone.key).key == phone.key);
    RC_ASSERT(parsePhone(phone.key).key == phone.key);
    RC_ASSERT(displayPhone(phone.key) == phone.display);
}

RC_GTEST_PROP(PhoneLaws, separatorsDoNotMatter, ())
{
    const auto number = *nationalGen();
    std::string typed;
    for (const char digit : number) {
        typed += digit;
        typed += *rc::gen::elementOf(std::vector<std::string>{"", "", "", " ", ".", "-"});
    }
    RC_ASSERT(parsePhone(typed).key == parsePhone(number).key);
}

RC_GTEST_PROP(PhoneLaws, severalNumbersStaySeveral, ())
{
    const auto numbers = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(nationalGen()));
    const auto between = *rc::gen::elementOf(std::vector<std::string>{";", ", ", " / ", " - ", "-", "\n", " "});
    std::vector<std::string> expected;
    expected.reserve(numbers.size());
    for (const auto& number : numbers) {
        expected.push_back(parsePhone(number).key);
    }
    RC_ASSERT(keysOf(join(numbers, between)) == expected);
}

RC_GTEST_PROP(PhoneLaws, anyBytesAreTaken, (const std::string& bytes))
{
    parsePhones(bytes);
    phoneSearchDigits(bytes);
    displayPhone(bytes);
}

} // namespace
} // namespace banhang::vn
