#include "common/vn/tax_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::vn {
namespace {

TEST(TaxCode, acceptsCodesOfRealBusinesses)
{
    for (const auto typed : {"0105800187", "0101243150", "0106697817", "MST 0105800187", "01.05800187", "0105 800 187",
                             "MST: 0105800187", " 0105800187\n"}) {
        const TaxCode code = parseTaxCode(typed);
        EXPECT_EQ(code.kind, TaxCodeKind::Business) << typed;
        EXPECT_EQ(code.issue, TaxCodeIssue::None) << typed;
        EXPECT_EQ(code.key.size(), 10U) << typed;
        EXPECT_EQ(code.display, code.key) << typed;
        EXPECT_TRUE(code.isValid()) << typed;
    }
}

TEST(TaxCode, reportsAWrongCheckDigitButKeepsTheKey)
{
    const TaxCode code = parseTaxCode("0105800188");
    EXPECT_EQ(code.issue, TaxCodeIssue::Checksum);
    EXPECT_EQ(code.key, "0105800188");
    EXPECT_FALSE(code.isValid());
    EXPECT_EQ(parseTaxCode("0105800188-001").issue, TaxCodeIssue::Checksum);
}

TEST(TaxCode, ledsABranchToItsParent)
{
    for (const auto typed : {"0106697817-001", "0106697817001", "0106697817 001"}) {
        const TaxCode code = parseTaxCode(typed);
        EXPECT_EQ(code.kind, TaxCodeKind::Branch) << typed;
        EXPECT_EQ(code.key, "0106697817001") << typed;
        EXPECT_EQ(code.display, "0106697817-001") << typed;
        EXPECT_EQ(code.parent, "0106697817") << typed;
    }
    EXPECT_EQ(parseTaxCode("0106697817-000").issue, TaxCodeIssue::Length);
    EXPECT_TRUE(parseTaxCode("0106697817-999").isValid());
}

TEST(TaxCode, restoresTheLostZero)
{
    EXPECT_EQ(parseTaxCode("105800187").key, "0105800187");
    EXPECT_EQ(parseTaxCode("105800187").issue, TaxCodeIssue::ZeroRestored);
    EXPECT_EQ(parseTaxCode("105800188").issue, TaxCodeIssue::Length); // only if the checksum then holds
    EXPECT_EQ(parseTaxCode("106697817001").display, "0106697817-001");
    EXPECT_EQ(parseTaxCode("106697817001").issue, TaxCodeIssue::ZeroRestored);
    EXPECT_EQ(parseTaxCode("106697818001").issue, TaxCodeIssue::Place);
    EXPECT_EQ(parseTaxCode("36085012345").key, "036085012345");
}

TEST(TaxCode, acceptsPersonalNumbersOfEveryPlace)
{
    for (int place = 0; place <= 999; ++place) {
        std::string typed = std::to_string(1000 + place).substr(1) + "085012345";
        const TaxCode code = parseTaxCode(typed);
        const bool real = place >= 1 && place <= 96;
        EXPECT_EQ(code.kind == TaxCodeKind::Personal, real) << typed;
    }
}

TEST(TaxCode, tellsBirthYearAndSexOfAPersonalNumber)
{
    const auto factsOf = [](std::string_view typed) {
        return personalCodeFacts(parseTaxCode(typed)).value_or(PersonalCodeFacts{});
    };
    EXPECT_EQ(factsOf("001085012345").birthYear, 1985);
    EXPECT_TRUE(factsOf("001085012345").male);
    EXPECT_EQ(factsOf("079303012345").birthYear, 2003);
    EXPECT_FALSE(factsOf("079303012345").male);
    EXPECT_FALSE(personalCodeFacts(parseTaxCode("0105800187")));
}

TEST(TaxCode, refusesOtherTexts)
{
    EXPECT_EQ(parseTaxCode("").issue, TaxCodeIssue::NotDigits);
    EXPECT_EQ(parseTaxCode("chưa có").issue, TaxCodeIssue::NotDigits);
    EXPECT_EQ(parseTaxCode("ABC0105800187").issue, TaxCodeIssue::NotDigits);
    for (const auto typed : {"1", "12345678", "12345678901234"}) {
        EXPECT_EQ(parseTaxCode(typed).issue, TaxCodeIssue::Length) << typed;
    }
}

TEST(TaxCode, findsNoCheckDigitWhereTheRuleGivesTen)
{
    EXPECT_EQ(taxCheckDigit("010580018"), '7');
    EXPECT_EQ(taxCheckDigit("000000000"), std::nullopt);
}

rc::Gen<std::string> businessGen()
{
    return rc::gen::map(
        rc::gen::suchThat(rc::gen::inRange(0, 1'000'000'000),
                          [](int n) { return taxCheckDigit(std::to_string(1'000'000'000 + n).substr(1)).has_value(); }),
        [](int n) {
            const std::string nine = std::to_string(1'000'000'000 + n).substr(1);
            return nine + *taxCheckDigit(nine);
        });
}

RC_GTEST_PROP(TaxCodeLaws, everySingleWrongDigitIsFound, ())
{
    // No weight is a multiple of 11, so a change of one digit always changes the remainder.
    const auto code = *businessGen();
    const auto place = *rc::gen::inRange<std::size_t>(0, 10);
    const auto digit = *rc::gen::inRange('0', static_cast<char>('9' + 1));
    RC_PRE(code[place] != digit);
    std::string wrong = code;
    wrong[place] = digit;
    RC_ASSERT(parseTaxCode(code).issue == TaxCodeIssue::None);
    RC_ASSERT(parseTaxCode(wrong).issue == TaxCodeIssue::Checksum);
}

RC_GTEST_PROP(TaxCodeLaws, theDisplayedFormHasTheSameKey, ())
{
    const auto business = *businessGen();
    const auto branch = business + std::to_string(*rc::gen::inRange(1001, 2000)).substr(1);
    RC_ASSERT(parseTaxCode(parseTaxCode(business).display).key == business);
    RC_ASSERT(parseTaxCode(parseTaxCode(branch).display).key == branch);
}

} // namespace
} // namespace banhang::vn
