#include <gtest/gtest.h>

#include "client/customers/form/typed_start.h"

namespace banhang::client {
namespace {

TypedStart startOf(const char* typed)
{
    return typedStartOf(QString::fromUtf8(typed));
}

TEST(TypedStart, isANameWhereThereIsALetter)
{
    EXPECT_EQ(startOf("Thiên Ân"), TypedStart::Name);
    EXPECT_EQ(startOf("Bách hóa 24"), TypedStart::Name);
    EXPECT_EQ(startOf("0912 000 111 chị Lan"), TypedStart::Name);
}

TEST(TypedStart, isAPhoneWhereItCanBeCalled)
{
    EXPECT_EQ(startOf("0912 000 111"), TypedStart::Phone);
    EXPECT_EQ(startOf("+84912000111"), TypedStart::Phone);
    EXPECT_EQ(startOf("024 3555 0178"), TypedStart::Phone);
}

TEST(TypedStart, isATaxCodeWhereItsCheckDigitHolds)
{
    EXPECT_EQ(startOf("0106697817"), TypedStart::TaxCode);
    EXPECT_EQ(startOf("0106697817-001"), TypedStart::TaxCode);
}

TEST(TypedStart, isNothingWhereThereIsOnlyAPieceOfANumber)
{
    EXPECT_EQ(startOf("00991"), TypedStart::Nothing);
    EXPECT_EQ(startOf("0106697818"), TypedStart::Nothing) << "a slip in a tax code";
    EXPECT_EQ(startOf("…"), TypedStart::Nothing);
    EXPECT_EQ(startOf(""), TypedStart::Nothing);
}

} // namespace
} // namespace banhang::client
