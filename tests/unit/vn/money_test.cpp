#include "common/vn/money.h"

#include "common/vn/money_words.h"
#include "common/vn/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <limits>
#include <map>

namespace banhang::vn {
namespace {

TEST(Money, groupsDigitsWithDots)
{
    EXPECT_EQ(formatNumber(0), "0");
    EXPECT_EQ(formatNumber(999), "999");
    EXPECT_EQ(formatNumber(1000), "1.000");
    EXPECT_EQ(formatNumber(-1234567), "-1.234.567");
    EXPECT_EQ(formatNumber(std::numeric_limits<std::int64_t>::min()), "-9.223.372.036.854.775.808");
}

TEST(Money, writesTheSignOfTheCurrencyBehindANoBreakSpace)
{
    EXPECT_EQ(formatMoney(214660800), "214.660.800\u00A0₫");
    EXPECT_EQ(formatMoney(123450, "USD"), "1.234,50\u00A0USD");
    EXPECT_EQ(formatMoney(-5, "EUR"), "-0,05\u00A0EUR");
}

TEST(Money, shortensToThreeFigures)
{
    const std::pair<std::int64_t, std::string_view> cases[] = {
        {0, "0"},
        {999'999, "999.999"},
        {1'000'000, "1\u00A0tr"},
        {6'500'000, "6,5\u00A0tr"},
        {6'554'999, "6,55\u00A0tr"},
        {6'555'000, "6,56\u00A0tr"},
        {65'040'000, "65\u00A0tr"},
        {218'400'000, "218\u00A0tr"},
        {999'499'999, "999\u00A0tr"},
        {999'500'000, "1\u00A0tỷ"},
        {6'550'000'000, "6,55\u00A0tỷ"},
        {1'240'000'000'000, "1.240\u00A0tỷ"},
        {-218'000'000, "-218\u00A0tr"},
    };
    for (const auto& [dong, expected] : cases) {
        EXPECT_EQ(shortMoney(dong), expected) << dong;
    }
}

TEST(Money, writesPercentWithoutIdleZeros)
{
    EXPECT_EQ(formatPercent(820), "8,2\u00A0%");
    EXPECT_EQ(formatPercent(825), "8,25\u00A0%");
    EXPECT_EQ(formatPercent(800), "8\u00A0%");
    EXPECT_EQ(formatPercent(805), "8,05\u00A0%");
    EXPECT_EQ(formatPercent(-50), "-0,5\u00A0%");
    EXPECT_EQ(formatPercent(0), "0\u00A0%");
}

TEST(Money, readsAmountsAsTheyAreTyped)
{
    const std::pair<std::string_view, std::int64_t> cases[] = {
        {"0", 0},
        {"1234567", 1'234'567},
        {"1.234.567", 1'234'567},
        {"1,234,567", 1'234'567},
        {"1.234.567 ₫", 1'234'567},
        {"1.234.567\u00A0₫", 1'234'567},
        {"1.234.567đ", 1'234'567},
        {"1.234.567 đồng", 1'234'567},
        {"1,234,567 VND", 1'234'567},
        {"1.234.567,00", 1'234'567},
        {"500k", 500'000},
        {"500 nghìn", 500'000},
        {"500 ngàn", 500'000},
        {"218 tr", 218'000'000},
        {"218tr", 218'000'000},
        {"1,5 triệu", 1'500'000},
        {"1.5 triệu", 1'500'000},
        {"1tr2", 1'200'000},
        {"2tr250", 2'250'000},
        {"6,55 tỷ", 6'550'000'000},
        {"6.55 tỉ", 6'550'000'000},
        {"0,125 tỷ", 125'000'000},
        {"0.5 tr", 500'000},
        {"0,005 triệu", 5'000},
        {"0,123456789 tỷ", 123'456'789},
        {"1.000,5000000000000 tỷ", 1'000'500'000'000},
        {"1.240 tỷ", 1'240'000'000'000},
        {"2 tỷ 5", 2'500'000'000},
        {"1 tỷ 200 tr", 1'200'000'000},
        {"1 tỷ 200 triệu 500 nghìn", 1'200'500'000},
        {"-3 triệu", -3'000'000},
        {"1.000.000 tỷ", kMaxMoney},
    };
    for (const auto& [typed, expected] : cases) {
        EXPECT_EQ(parseMoney(typed), expected) << typed;
    }
}

TEST(Money, refusesWhatIsNoAmount)
{
    for (const auto typed : {"",
                             "abc",
                             "đ",
                             "tr",
                             "1.5",
                             "1,23",
                             "1.23.456",
                             "1..000",
                             "1.234.56",
                             "12 mét",
                             "1 tr 2 tỷ",
                             "--1",
                             "1.000.001 tỷ",
                             "99999999999999999999",
                             "1,2345 tr",
                             "5 5",
                             "0,125",
                             "0,1234567891 tỷ",
                             "1.000,1234567890123 tỷ",
                             "0,9223372036854776 tỷ"}) {
        EXPECT_EQ(parseMoney(typed), std::nullopt) << typed;
    }
}

TEST(MoneyWords, followTheRulesOfSpeech)
{
    const std::pair<std::int64_t, std::string_view> cases[] = {
        {0, "không"},
        {4, "bốn"},
        {5, "năm"},
        {10, "mười"},
        {11, "mười một"},
        {14, "mười bốn"},
        {15, "mười lăm"},
        {20, "hai mươi"},
        {21, "hai mươi mốt"},
        {24, "hai mươi bốn"},
        {25, "hai mươi lăm"},
        {55, "năm mươi lăm"},
        {100, "một trăm"},
        {101, "một trăm linh một"},
        {105, "một trăm linh năm"},
        {110, "một trăm mười"},
        {115, "một trăm mười lăm"},
        {1000, "một nghìn"},
        {1001, "một nghìn không trăm linh một"},
        {1010, "một nghìn không trăm mười"},
        {2001, "hai nghìn không trăm linh một"},
        {10'005, "mười nghìn không trăm linh năm"},
        {1'000'000, "một triệu"},
        {1'000'001, "một triệu không trăm linh một"},
        {214'660'800, "hai trăm mười bốn triệu sáu trăm sáu mươi nghìn tám trăm"},
        {1'000'000'000, "một tỷ"},
        {1'000'000'001, "một tỷ không trăm linh một"},
        {1'000'000'000'000, "một nghìn tỷ"},
        {2'005'000'000'000, "hai nghìn không trăm linh năm tỷ"},
        {1'000'000'000'000'000, "một triệu tỷ"},
        {-21, "âm hai mươi mốt"},
    };
    for (const auto& [value, words] : cases) {
        EXPECT_EQ(numberInWords(value), words) << value;
    }
}

TEST(MoneyWords, takeTheStyleOfTheCompany)
{
    EXPECT_EQ(numberInWords(2001, {.ngan = true, .le = true, .tu = false}), "hai ngàn không trăm lẻ một");
    EXPECT_EQ(numberInWords(24, {.ngan = false, .le = false, .tu = true}), "hai mươi tư");
    EXPECT_EQ(numberInWords(14, {.ngan = false, .le = false, .tu = true}), "mười bốn");
    EXPECT_EQ(numberInWords(104, {.ngan = false, .le = false, .tu = true}), "một trăm linh bốn");
}

TEST(MoneyWords, makeASentence)
{
    EXPECT_EQ(moneyInWords(214'660'800), "Hai trăm mười bốn triệu sáu trăm sáu mươi nghìn tám trăm đồng.");
    EXPECT_EQ(moneyInWords(-5), "Âm năm đồng.");
    EXPECT_EQ(moneyInWords(0), "Không đồng.");
}

// A reader of such words that knows nothing of the writer: units fall, digits add up.
std::int64_t readWords(const std::string& text)
{
    static const std::map<std::string_view, std::int64_t> kDigits = {
        {"không", 0}, {"một", 1}, {"mốt", 1}, {"hai", 2}, {"ba", 3},  {"bốn", 4}, {"tư", 4},
        {"năm", 5},   {"lăm", 5}, {"sáu", 6}, {"bảy", 7}, {"tám", 8}, {"chín", 9}};
    std::int64_t sign = 1;
    std::int64_t billions = 0;
    std::int64_t belowBillion = 0;
    std::int64_t group = 0;
    std::int64_t digit = 0;
    for (const std::string_view word : splitSpaces(text)) {
        if (word == "âm") {
            sign = -1;
        } else if (word == "trăm") {
            group += digit * 100;
            digit = 0;
        } else if (word == "mươi") {
            group += digit * 10;
            digit = 0;
        } else if (word == "mười") {
            group += 10;
        } else if (word == "nghìn" || word == "ngàn") {
            belowBillion += (group + digit) * 1000;
            group = digit = 0;
        } else if (word == "triệu") {
            belowBillion += (group + digit) * 1'000'000;
            group = digit = 0;
        } else if (word == "tỷ") {
            billions = belowBillion + group + digit;
            belowBillion = group = digit = 0;
        } else if (word != "linh" && word != "lẻ") {
            digit = kDigits.at(word);
        }
    }
    return sign * (billions * 1'000'000'000 + belowBillion + group + digit);
}

TEST(MoneyWords, readBackForEveryNumberUpToAHundredThousand)
{
    for (std::int64_t value = 0; value <= 100'000; ++value) {
        ASSERT_EQ(readWords(numberInWords(value)), value);
        ASSERT_EQ(readWords(numberInWords(value * 10'000'000'000)), value * 10'000'000'000);
    }
}

rc::Gen<std::int64_t> amountGen()
{
    // All lengths alike, else nearly every number would have fifteen digits.
    return rc::gen::exec([] {
        std::int64_t limit = 10;
        for (int digits = *rc::gen::inRange(0, 15); digits > 0; --digits) {
            limit *= 10;
        }
        return *rc::gen::inRange<std::int64_t>(0, std::min(limit, kMaxMoney) + 1);
    });
}

RC_GTEST_PROP(MoneyLaws, wordsReadBackInEveryStyle, ())
{
    const auto value = *amountGen();
    const WordStyle style{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    RC_ASSERT(readWords(numberInWords(value, style)) == value);
    RC_ASSERT(readWords(numberInWords(-value, style)) == -value);
}

RC_GTEST_PROP(MoneyLaws, writtenAmountsReadBack, ())
{
    const auto value = *amountGen();
    RC_ASSERT(parseMoney(formatMoney(value)) == value);
    RC_ASSERT(parseMoney(formatNumber(-value)) == -value);
}

RC_GTEST_PROP(MoneyLaws, theShortFormIsNearTheAmount, ())
{
    const auto value = *amountGen();
    const auto back = parseMoney(shortMoney(value));
    // Three decimals behind a unit would read as a group, but the short form has two at most.
    RC_ASSERT(back.has_value());
    RC_ASSERT(std::llabs(back.value() - value) * 200 <= value);
}

RC_GTEST_PROP(MoneyLaws, anyTextIsTaken, (const std::string& text))
{
    if (const auto value = parseMoney(text))
        RC_ASSERT(std::llabs(*value) <= kMaxMoney);
}

} // namespace
} // namespace banhang::vn
