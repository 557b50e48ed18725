#include "client/ctl/customer_naming.h"

#include <gtest/gtest.h>

namespace banhang::client {
namespace {

TEST(CustomerName, isACodeInAnyLetterCaseOrAnId)
{
    EXPECT_EQ(readCustomerName("KH000123").code, "KH000123");
    EXPECT_EQ(readCustomerName(" kh000123 ").code, "KH000123");
    EXPECT_EQ(readCustomerName("KH1000000").code, "KH1000000");
    EXPECT_EQ(readCustomerName("412").id, 412);
    EXPECT_EQ(readCustomerName("412").code, "");
}

TEST(CustomerName, isNothingElse)
{
    for (const char* text : {"", "KH", "Lan", "KHANH", "KH12x", "-5", "4.5", "99999999999999999999"})
        EXPECT_THROW(readCustomerName(text), UsageError) << text;
}

} // namespace
} // namespace banhang::client
