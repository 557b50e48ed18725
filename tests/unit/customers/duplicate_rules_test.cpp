#include "server/customers/duplicate_rules.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "server/customers/duplicate_keys.h"

namespace banhang::server {
namespace {

v1::Customer person(const std::string& name, const std::string& phone = {}, const std::string& province = {})
{
    v1::Customer customer;
    customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    customer.set_name(name);
    if (!phone.empty())
        customer.add_phones()->set_number(phone);
    if (!province.empty())
        customer.add_addresses()->set_province_code(province);
    return customer;
}

v1::Customer organisation(const std::string& name, const std::string& tax = {}, const std::string& province = {})
{
    v1::Customer customer = person(name, {}, province);
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_tax_code(tax);
    return customer;
}

v1::Customer born(v1::Customer customer, int year, int month, int day)
{
    v1::Date& date = *customer.mutable_birthday()->mutable_date();
    date.set_year(year);
    date.set_month(month);
    date.set_day(day);
    return customer;
}

v1::DuplicateRank rank(const v1::Customer& mine, const v1::Customer& theirs, const HiddenFields& hidden = {})
{
    const auto forth = scoreDuplicate(comparedForm(mine), comparedForm(theirs), hidden);
    EXPECT_EQ(forth.bits, scoreDuplicate(comparedForm(theirs), comparedForm(mine), hidden).bits)
        << "the same both ways";
    return forth.rank;
}

bool meet(const v1::Customer& mine, const v1::Customer& theirs)
{
    const auto first = duplicateKeys(comparedForm(mine));
    const auto second = duplicateKeys(comparedForm(theirs));
    return std::ranges::any_of(first,
                               [&](const std::string& key) { return std::ranges::find(second, key) != second.end(); });
}

TEST(DuplicateRules, areCertainOfOnePersonInTwoSpellings)
{
    EXPECT_EQ(rank(person("Nguyễn Văn Đức", "0168 933 3999"), person("nguyen van duc", "+84389333999")),
              v1::DUPLICATE_RANK_CERTAIN);
    EXPECT_EQ(rank(born(person("Nguyễn Văn Đức"), 1985, 5, 3), born(person("Đức Nguyễn Văn"), 1985, 5, 3)),
              v1::DUPLICATE_RANK_CERTAIN);
}

TEST(DuplicateRules, areCertainOfOneTaxCodeUnderOneName)
{
    EXPECT_EQ(rank(organisation("Công ty TNHH TM DV Thiên Ân", "0106697817"),
                   organisation("Cty Thương mại Dịch vụ Thiên Ân", "010 669 7817")),
              v1::DUPLICATE_RANK_CERTAIN);
    EXPECT_EQ(rank(organisation("Công ty Thiên Ân", "0106697817"), organisation("Công ty Sao Mai", "0106697817")),
              v1::DUPLICATE_RANK_LIKELY);
}

TEST(DuplicateRules, keepNamesakesAndHouseholdsApart)
{
    EXPECT_EQ(rank(person("Nguyễn Văn An", "0912345678", "01"), person("Nguyễn Văn An", "0987654321", "79")),
              v1::DUPLICATE_RANK_POSSIBLE);
    EXPECT_LE(rank(person("Nguyễn Văn An", "0912345678"), person("Trần Thị Bích", "0912345678")),
              v1::DUPLICATE_RANK_POSSIBLE);
    EXPECT_LE(rank(born(person("Nguyễn Văn An"), 1985, 5, 3), born(person("Nguyễn Văn An"), 1991, 8, 1)),
              v1::DUPLICATE_RANK_POSSIBLE);
}

TEST(DuplicateRules, keepBranchesApart)
{
    EXPECT_EQ(rank(organisation("Công ty CP Sao Mai", "0106697817"),
                   organisation("Chi nhánh Công ty CP Sao Mai", "0106697817-001")),
              v1::DUPLICATE_RANK_UNSPECIFIED);
    EXPECT_EQ(
        rank(organisation("Công ty CP Sao Mai", "0106697817"), organisation("Công ty CP Sao Mai", "0106697817-002")),
        v1::DUPLICATE_RANK_UNSPECIFIED);
}

TEST(DuplicateRules, neverMixTheTwoKinds)
{
    EXPECT_EQ(rank(person("Thiên Ân", "0912345678"), organisation("Thiên Ân")), v1::DUPLICATE_RANK_UNSPECIFIED);
}

TEST(DuplicateRules, leaveHiddenFieldsOut)
{
    HiddenFields hidden{};
    hidden[v1::SENSITIVE_FIELD_PHONE] = true;
    const auto mine = comparedForm(person("Nguyễn Văn Đức", "0389333999"));
    const auto theirs = comparedForm(person("Nguyễn Văn Đức", "0389333999"));
    const DuplicateScore score = scoreDuplicate(mine, theirs, hidden);
    EXPECT_EQ(score.rank, v1::DUPLICATE_RANK_POSSIBLE);
    for (const v1::DuplicateReason& reason : score.reasons)
        EXPECT_NE(reason.field(), "phones");
}

TEST(DuplicateRules, giveTheStrongestReasonFirst)
{
    const auto score = scoreDuplicate(comparedForm(person("Nguyễn Văn Đức", "0168 933 3999", "01")),
                                      comparedForm(person("Nguyễn Đức", "0389333999", "79")));
    ASSERT_EQ(score.reasons.size(), 3U);
    EXPECT_EQ(score.reasons[0].key(), "duplicate.same_phone");
    EXPECT_EQ(score.reasons[0].args().at("mine"), "0389 333 999");
    EXPECT_TRUE(score.reasons[0].agrees());
    EXPECT_EQ(score.reasons[1].key(), "duplicate.near_name");
    EXPECT_FALSE(score.reasons[2].agrees());
}

TEST(DuplicateKeys, bringTogetherWhatMayBeOne)
{
    EXPECT_TRUE(meet(person("A", "0168 933 3999"), person("B", "0389333999")));
    EXPECT_TRUE(meet(organisation("A", "0106697817"), organisation("B", "MST: 010 669 7817")));
    EXPECT_TRUE(meet(person("Nguyễn Văn Đức"), person("DUC NGUYEN VAN")));
    EXPECT_TRUE(meet(organisation("Công ty TNHH TM DV Thiên Ân"), organisation("Cty Thương mại Dịch vụ ThienAn")));
    EXPECT_TRUE(meet(born(person("Nguyễn Văn Đức"), 1985, 5, 3), born(person("Nguyễn Đức"), 1985, 5, 3)));
    EXPECT_FALSE(meet(person("Nguyễn Văn Đức", "0912345678"), person("Trần Thị Bích", "0987654321")));
}

TEST(DuplicateKeys, leaveOutWhatIsTypedToGetPastAField)
{
    v1::Customer customer = person("Lê Thị Hoa");
    customer.add_emails()->set_address("khongco@gmail.com");
    for (const std::string& key : duplicateKeys(comparedForm(customer)))
        EXPECT_FALSE(key.starts_with("e:")) << key;
}

} // namespace
} // namespace banhang::server
