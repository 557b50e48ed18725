#include "server/customers/rules/customer_rules.h"

#include <gtest/gtest.h>

#include "common/vn/phone_plan.h"
#include "common/vn/units.h"
#include "server/customers/rules/address_rules.h"

namespace banhang::server {
namespace {

RuleContext context()
{
    RuleContext context;
    context.today = {2026, 11, 21};
    context.pickKeys = {{"status", {"new", "trading"}}, {"source", {"event"}}, {"need", {"price", "credit"}}};
    return context;
}

v1::Customer person(const std::string& name = "Lê Thị Hoa")
{
    v1::Customer customer;
    customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    customer.set_name(name);
    return customer;
}

v1::Customer organisation(const std::string& name = "Công ty TNHH Thiên Ân")
{
    v1::Customer customer;
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name(name);
    return customer;
}

/// "path key>suggestion" of each issue, errors with an exclamation mark.
std::string said(v1::Customer customer, const RuleContext& known = context())
{
    prepareCustomer(customer);
    std::string text;
    for (const v1::FieldIssue& issue : checkCustomer(customer, known)) {
        text += text.empty() ? "" : "; ";
        text += issue.severity() == v1::SEVERITY_ERROR ? "!" : "";
        text += issue.path() + " " + issue.key();
        text += issue.suggestion().empty() ? "" : ">" + issue.suggestion();
    }
    return text;
}

v1::Customer withPhone(const std::string& number)
{
    v1::Customer customer = person();
    customer.add_phones()->set_number(number);
    return customer;
}

v1::Customer withBirthday(int year, int month, int day, bool lunar = false, bool leap = false)
{
    v1::Customer customer = person();
    v1::Birthday& birthday = *customer.mutable_birthday();
    birthday.mutable_date()->set_year(year);
    birthday.mutable_date()->set_month(month);
    birthday.mutable_date()->set_day(day);
    birthday.set_lunar(lunar);
    birthday.set_leap_month(leap);
    return customer;
}

v1::Customer withTaxCode(const std::string& code)
{
    v1::Customer customer = organisation();
    customer.set_tax_code(code);
    return customer;
}

TEST(CustomerRules, haveNothingToSayAboutAPlainCustomer)
{
    EXPECT_EQ(said(person()), "");
    EXPECT_EQ(said(organisation()), "");
    EXPECT_EQ(said(withPhone("0912 345 678")), "");
    EXPECT_EQ(said(withTaxCode("0106697817")), "");
    EXPECT_EQ(said(withTaxCode("0106697817-001")), "");
}

TEST(CustomerRules, demandKindAndName)
{
    EXPECT_EQ(said({}), "!kind customer.kind.missing; !name customer.name.missing");
    EXPECT_EQ(said(person("  ")), "!name customer.name.missing");
    EXPECT_EQ(said(person("-- ?!")), "!name customer.name.no_letters");
}

TEST(CustomerRules, doubtNamesThatBelongElsewhere)
{
    EXPECT_EQ(said(person("Công ty TNHH Thiên Ân")), "name customer.name.looks_like_organisation");
    EXPECT_EQ(said(person("Chị Nguyễn Thị Lan")), "name customer.name.has_honorific>Nguyễn Thị Lan");
}

TEST(CustomerRules, keepTheTwoKindsApart)
{
    v1::Customer company = organisation();
    company.set_gender(v1::GENDER_MALE);
    company.set_honorific(v1::HONORIFIC_ANH);
    company.mutable_birthday()->mutable_date()->set_year(1980);
    EXPECT_EQ(
        said(company),
        "!honorific customer.only_individuals; !gender customer.only_individuals; !birthday customer.only_individuals");
    v1::Customer human = person();
    human.mutable_founded_date()->set_year(2020);
    human.add_contacts()->set_name("Ai đó");
    EXPECT_EQ(said(human), "!founded_date customer.only_organisations; !contacts customer.only_organisations");
    v1::Customer contrary = person();
    contrary.set_honorific(v1::HONORIFIC_CHI);
    contrary.set_gender(v1::GENDER_MALE);
    EXPECT_EQ(said(contrary), "gender customer.gender.against_honorific");
}

TEST(CustomerRules, offerTheNumberOfToday)
{
    EXPECT_EQ(said(withPhone("0168 933 3999")), "phones[0].number phone.old_mobile_prefix>0389 333 999");
    EXPECT_EQ(said(withPhone("04 3555 0178")), "phones[0].number phone.old_area_code>024 3555 0178");
    EXPECT_EQ(said(withPhone("912345678")), "phones[0].number phone.zero_lost>0912 345 678");
}

TEST(CustomerRules, tellUnreadableNumbers)
{
    EXPECT_EQ(said(withPhone("không có")), "!phones[0].number phone.not_a_number");
    EXPECT_EQ(said(withPhone("09123")), "phones[0].number phone.too_short");
    EXPECT_EQ(said(withPhone("0912345678 / 0987654321")), "phones[0].number phone.several>0912 345 678; 0987 654 321");
}

TEST(CustomerRules, askWhichOfTwoReadingsIsMeant)
{
    v1::Customer customer = withPhone("0393888999");
    EXPECT_EQ(said(customer), "");
    customer.add_addresses()->set_province("Hà Nội");
    EXPECT_EQ(said(customer), "");
    customer.mutable_addresses(0)->set_province("Hà Tĩnh");
    EXPECT_NE(said(customer).find("phone.ambiguous>0239 388 8999"), std::string::npos);
}

TEST(CustomerRules, askItOfAllPartsOfAMergedProvince)
{
    v1::Customer customer = withPhone("0363888999"); // 036 was Thái Bình, now in Hưng Yên
    customer.add_addresses()->set_province_code("33");
    EXPECT_NE(said(customer).find("phone.ambiguous"), std::string::npos);
    customer.mutable_addresses(0)->set_old_province_code("33"); // ... but this is Hưng Yên of old
    EXPECT_EQ(said(customer).find("phone.ambiguous"), std::string::npos);
}

TEST(AddressRules, knowTheProvinceOfEveryAreaCode)
{
    for (const vn::AreaCode& area : vn::areaCodes()) {
        const auto old = vn::Units::builtin().provinces(vn::kLastDayOfOldUnits);
        EXPECT_TRUE(std::ranges::any_of(old, [&](const vn::Unit* unit) { return unit->name == area.province; }))
            << area.province;
    }
}

TEST(CustomerRules, noticeEntriesThatStandTwice)
{
    v1::Customer customer = withPhone("0168 933 3999");
    customer.add_phones()->set_number("0389333999");
    EXPECT_NE(said(customer).find("phones[1].number phone.duplicate"), std::string::npos);
    customer = person();
    customer.add_emails()->set_address("lan@congty.vn");
    customer.add_emails()->set_address("LAN@congty.vn");
    EXPECT_EQ(said(customer), "emails[1].address email.duplicate");
}

TEST(CustomerRules, noticeSlipsInMailAddresses)
{
    v1::Customer customer = person();
    customer.add_emails()->set_address("lan@gmial.com");
    EXPECT_EQ(said(customer), "emails[0].address email.typo>lan@gmail.com");
    customer.mutable_emails(0)->set_address("lan(at)gmail");
    EXPECT_EQ(said(customer), "!emails[0].address email.syntax");
}

TEST(CustomerRules, checkTaxCodes)
{
    EXPECT_EQ(said(withTaxCode("0106697818")), "tax_code customer.tax_code.checksum");
    EXPECT_EQ(said(withTaxCode("106697817")), "tax_code customer.tax_code.zero_lost>0106697817");
    EXPECT_EQ(said(withTaxCode("12345")), "tax_code customer.tax_code.length");
    EXPECT_EQ(said(withTaxCode("DE 81x")), "tax_code customer.tax_code.not_digits");
}

TEST(CustomerRules, holdAnIdentityNumberAgainstBirthdayAndSex)
{
    v1::Customer customer = withBirthday(1986, 5, 3);
    customer.set_tax_code("001085012345");
    customer.set_gender(v1::GENDER_FEMALE);
    EXPECT_EQ(said(customer), "tax_code customer.tax_code.birth_year; tax_code customer.tax_code.gender");
}

TEST(CustomerRules, knowWhichBirthdaysCanBe)
{
    EXPECT_EQ(said(withBirthday(1985, 2, 28)), "");
    EXPECT_EQ(said(withBirthday(0, 2, 29)), "");
    EXPECT_EQ(said(withBirthday(1970, 0, 0)), "");
    EXPECT_EQ(said(withBirthday(1985, 2, 29)), "!birthday date.impossible");
    EXPECT_EQ(said(withBirthday(1985, 13, 1)), "!birthday date.impossible");
    EXPECT_EQ(said(withBirthday(0, 0, 5)), "!birthday date.impossible");
    EXPECT_EQ(said(withBirthday(0, 0, 0)), "!birthday date.impossible");
    EXPECT_EQ(said(withBirthday(2026, 11, 22)), "!birthday birthday.in_future");
    EXPECT_EQ(said(withBirthday(2026, 11, 21)), "");
    EXPECT_EQ(said(withBirthday(1890, 1, 1)), "birthday birthday.very_old");
}

TEST(CustomerRules, knowLunarBirthdays)
{
    EXPECT_EQ(said(withBirthday(0, 12, 30, true)), "");
    EXPECT_EQ(said(withBirthday(0, 12, 31, true)), "!birthday date.impossible");
    EXPECT_EQ(said(withBirthday(2025, 6, 2, true, true)), "") << "2025 had a leap sixth month";
    EXPECT_EQ(said(withBirthday(2024, 6, 2, true, true)), "!birthday date.impossible");
    EXPECT_EQ(said(withBirthday(1985, 6, 2, false, true)), "!birthday date.impossible")
        << "no leap month in the solar calendar";
}

TEST(CustomerRules, wantAWholeDayOfFoundation)
{
    v1::Customer company = organisation();
    company.mutable_founded_date()->set_year(2014);
    EXPECT_EQ(said(company), "!founded_date date.incomplete");
    company.mutable_founded_date()->set_month(2);
    company.mutable_founded_date()->set_day(30);
    EXPECT_EQ(said(company), "!founded_date date.impossible");
    company.mutable_founded_date()->set_year(2030);
    company.mutable_founded_date()->set_day(3);
    EXPECT_EQ(said(company), "!founded_date founded_date.in_future");
}

TEST(CustomerRules, knowThePickLists)
{
    v1::Customer customer = person();
    customer.set_source_key("nowhere");
    customer.add_need_keys("price");
    customer.add_need_keys("price");
    EXPECT_EQ(said(customer), "!source_key pick_item.unknown; need_keys[1] pick_item.twice");
}

TEST(CustomerRules, keepParentsInATree)
{
    v1::Customer company = organisation();
    company.set_id(7);
    company.set_parent_relation(v1::PARENT_RELATION_BRANCH);
    EXPECT_EQ(said(company), "!parent_relation customer.parent.missing");
    company.set_parent_id(9);
    EXPECT_EQ(said(company), "!parent_id customer.parent.not_found");
    RuleContext known = context();
    known.parent = ParentFacts{v1::CUSTOMER_KIND_ORGANISATION, {9, 12}};
    EXPECT_EQ(said(company, known), "");
    known.parent->ancestors.push_back(7);
    EXPECT_EQ(said(company, known), "!parent_id customer.parent.cycle");
    known.parent = ParentFacts{v1::CUSTOMER_KIND_INDIVIDUAL, {9}};
    EXPECT_EQ(said(company, known), "!parent_id customer.parent.not_organisation");
}

TEST(CustomerRules, limitTexts)
{
    EXPECT_EQ(said(person(std::string(200, 'x'))), "");
    EXPECT_EQ(said(person(std::string(201, 'x'))), "!name text.too_long");
    std::string marked;
    for (int i = 0; i < 200; ++i)
        marked += "ễ";
    EXPECT_EQ(said(person(marked)), "") << "characters count, not bytes";
    v1::Customer customer = person();
    for (int i = 0; i < 51; ++i)
        customer.add_need_keys("price");
    EXPECT_NE(said(customer).find("!need_keys list.too_long"), std::string::npos);
}

TEST(CustomerRules, tidyWithoutTouchingWhatWasMeant)
{
    using namespace std::string_literals;
    v1::Customer customer = person("  Nguye\xCC\x82\xCC\x83n\tVa\xCC\x86n\0 A "s);
    customer.set_note("  dòng một\r\ndòng hai\x01 ");
    prepareCustomer(customer);
    EXPECT_EQ(customer.name(), "Nguyễn Văn A");
    EXPECT_EQ(customer.note(), "dòng một\ndòng hai");
    EXPECT_EQ(customer.status_key(), "new");
}

TEST(CustomerRules, dropWhatSaysNothing)
{
    v1::Customer customer = organisation();
    customer.add_phones();
    customer.add_phones()->set_number("0912345678");
    customer.add_emails();
    customer.add_addresses();
    customer.add_contacts();
    customer.add_watch_points();
    EXPECT_EQ(said(customer), "");
    dropEmptyEntries(customer);
    EXPECT_EQ(customer.phones_size(), 1);
    EXPECT_EQ(customer.emails_size() + customer.addresses_size() + customer.contacts_size() +
                  customer.watch_points_size(),
              0);
}

TEST(CustomerRules, letAnEditAnswerForItsOwnFieldsOnly)
{
    v1::Customer customer = person();
    customer.set_source_key("nowhere");
    customer.add_phones()->set_number("không có");
    prepareCustomer(customer);
    const Issues issues = checkCustomer(customer, context());
    EXPECT_TRUE(hasErrors(issuesOfEdit(issues, {"phones"})));
    EXPECT_FALSE(hasErrors(issuesOfEdit(issues, {"note"})));
}

} // namespace
} // namespace banhang::server
