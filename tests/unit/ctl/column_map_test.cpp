#include <gtest/gtest.h>

#include "client/ctl/column_map.h"
#include "client/ctl/exit_code.h"
#include "client/ctl/request_id.h"

namespace banhang::client {
namespace {

using Header = std::vector<std::string>;

TEST(ColumnMap, recognisesTheUsualTitlesWithAndWithoutMarks)
{
    const Header header{"STT", "Họ và tên", "SĐT", "Ma so thue", "E-mail", "Tỉnh/Thành"};
    EXPECT_EQ(ColumnMap::fromHeader(header).describe(header),
              "name=Họ và tên, tax_code=Ma so thue, phones=SĐT, emails=E-mail, province=Tỉnh/Thành");
}

TEST(ColumnMap, followsTheSpecification)
{
    const Header header{"A", "B"};
    const ColumnMap map = ColumnMap::fromSpec("phones=A,name=b", header);
    const v1::Customer customer = map.customerFrom({"0912 555 204", "Đặng Văn Thắng"});
    EXPECT_EQ(customer.name(), "Đặng Văn Thắng");
    EXPECT_EQ(customer.phones(0).number(), "0912 555 204");
    EXPECT_EQ(customer.kind(), v1::CUSTOMER_KIND_INDIVIDUAL);
}

TEST(ColumnMap, saysWhichFieldOrColumnIsUnknown)
{
    const Header header{"Tên", "ĐT"};
    EXPECT_THROW(ColumnMap::fromSpec("name=Tên,fax=ĐT", header), UsageError);
    EXPECT_THROW(ColumnMap::fromSpec("name=Họ tên", header), UsageError);
    EXPECT_THROW(ColumnMap::fromSpec("phones=ĐT", header), UsageError) << "a map without a name is useless";
    EXPECT_THROW(ColumnMap::fromHeader({"cột 1", "cột 2"}), UsageError);
}

TEST(ColumnMap, tellsOrganisationsByLegalFormAndTaxCode)
{
    const Header header{"Tên", "MST"};
    const ColumnMap map = ColumnMap::fromHeader(header);
    EXPECT_EQ(map.customerFrom({"Cty TNHH Thiên Ân", ""}).kind(), v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_EQ(map.customerFrom({"Thiên Ân", "0106697817"}).kind(), v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_EQ(map.customerFrom({"Lưu Quốc Trọng", "001085012345"}).kind(), v1::CUSTOMER_KIND_INDIVIDUAL);
}

TEST(ColumnMap, splitsSeveralNumbersOfOneCell)
{
    const Header header{"Tên", "ĐT"};
    const v1::Customer customer = ColumnMap::fromHeader(header).customerFrom({"Lan", "0912 555 204 / 024 3555 0178"});
    ASSERT_EQ(customer.phones_size(), 2);
    EXPECT_EQ(customer.phones(1).number(), "024 3555 0178");
}

TEST(ColumnMap, refusesARowWhoseDayCannotBeRead)
{
    const Header header{"Tên", "Ngày sinh"};
    const ColumnMap map = ColumnMap::fromHeader(header);
    EXPECT_THROW(map.customerFrom({"Lan", "31/02/1990"}), UsageError);
    EXPECT_EQ(map.customerFrom({"Lan", "5/3/1990"}).birthday().date().month(), 3);
}

TEST(ColumnMap, tellsALunarBirthdayFromASolarOne)
{
    const Header header{"Tên", "Ngày sinh"};
    const ColumnMap map = ColumnMap::fromHeader(header);
    const auto birthday = map.customerFrom({"Lan", "15/06/1987 âm lịch nhuận"}).birthday();
    EXPECT_TRUE(birthday.lunar());
    EXPECT_TRUE(birthday.leap_month());
    EXPECT_EQ(birthday.date().month(), 6);
    EXPECT_TRUE(map.customerFrom({"Lan", "15/8 AL"}).birthday().lunar());
    EXPECT_FALSE(map.customerFrom({"Lan", "15/8"}).birthday().lunar());
    EXPECT_THROW(map.customerFrom({"Lan", "15/8 năm ngoái"}), UsageError);
}

TEST(RequestId, derivedOnesAreEqualForEqualNamesOnly)
{
    EXPECT_EQ(derivedRequestId("file/1"), derivedRequestId("file/1"));
    EXPECT_NE(derivedRequestId("file/1"), derivedRequestId("file/2"));
    EXPECT_EQ(derivedRequestId("x").size(), 36U);
    EXPECT_EQ(derivedRequestId("x")[14], '5');
    EXPECT_EQ(randomRequestId()[14], '4');
    EXPECT_NE(randomRequestId(), randomRequestId());
}

} // namespace
} // namespace banhang::client
