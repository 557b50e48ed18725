#include "server/customers/rules/address_rules.h"

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

v1::Customer at(const std::string& ward, const std::string& district, const std::string& province)
{
    v1::Customer customer;
    v1::Address& address = *customer.add_addresses();
    address.set_ward(ward);
    address.set_district(district);
    address.set_province(province);
    fillUnitCodes(address);
    return customer;
}

std::string said(const v1::Customer& customer)
{
    Issues issues;
    checkAddresses(customer.addresses(), "addresses", issues);
    std::string text;
    for (const v1::FieldIssue& issue : issues)
        text += issue.path() + " " + issue.key() + (issue.suggestion().empty() ? "" : ">" + issue.suggestion()) + "; ";
    return text;
}

TEST(AddressRules, findUnitsOfToday)
{
    const v1::Customer customer = at("P. Cầu Giấy", "", "Hà Nội");
    EXPECT_EQ(customer.addresses(0).province_code(), "01");
    EXPECT_FALSE(customer.addresses(0).ward_code().empty());
    EXPECT_EQ(said(customer), "");
}

TEST(AddressRules, offerTheProvinceOfToday)
{
    const v1::Customer customer = at("", "", "Tỉnh Bắc Giang");
    EXPECT_FALSE(customer.addresses(0).old_province_code().empty());
    EXPECT_NE(said(customer).find("addresses[0].province address.province_gone>"), std::string::npos) << said(customer);
    EXPECT_NE(said(customer).find("Bắc Ninh"), std::string::npos);
}

TEST(AddressRules, offerTheWardOfToday)
{
    const v1::Customer customer = at("P. Phúc Xá", "Q. Ba Đình", "Hà Nội");
    EXPECT_EQ(customer.addresses(0).old_ward_code(), "00001");
    EXPECT_EQ(customer.addresses(0).ward_code(), "00097");
    EXPECT_EQ(said(customer), "addresses[0].ward address.ward_gone>Phường Hồng Hà; ");
}

TEST(AddressRules, leaveTheTextAsTyped)
{
    const v1::Customer customer = at("p phuc xa", "ba dinh", "HN");
    EXPECT_EQ(customer.addresses(0).ward(), "p phuc xa");
    EXPECT_EQ(customer.addresses(0).province(), "HN");
}

TEST(AddressRules, takeTheNameOfAWardForNoProvince)
{
    for (const char* ward : {"Phường Hòa Bình", "Hòa Bình", "hoa binh"}) {
        EXPECT_EQ(at(ward, "", "").addresses(0).province_code(), "") << ward;
    }
    EXPECT_EQ(at("", "", "Hòa Bình").addresses(0).province_code(), "25");
}

TEST(AddressRules, refuseCodesOfNothing)
{
    v1::Customer customer = at("", "", "Hà Nội");
    customer.mutable_addresses(0)->set_ward_code("99999");
    EXPECT_EQ(said(customer), "addresses[0].ward_code address.unknown_unit; ");
    customer.mutable_addresses(0)->set_ward_code("26740");
    EXPECT_EQ(said(customer), "addresses[0].ward_code address.ward_elsewhere; ");
}

} // namespace
} // namespace banhang::server
