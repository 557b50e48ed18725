#include "server/core/database/timestamp_text.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

TEST(TimestampText, isReadToTheMicrosecond)
{
    EXPECT_EQ(microsOfTimestamp("1970-01-01 00:00:00+00"), 0);
    EXPECT_EQ(microsOfTimestamp("2026-11-22 10:20:30+00"), 1795342830000000);
    EXPECT_EQ(microsOfTimestamp("2026-11-22 10:20:30.25+00"), 1795342830250000);
    EXPECT_EQ(microsOfTimestamp("2026-11-22 10:20:30.000001+00"), 1795342830000001);
    EXPECT_EQ(microsOfTimestamp("2028-02-29 23:59:59.999999+00"), 1835481599999999);
}

TEST(TimestampText, mayLieFarAwayInEitherDirection)
{
    EXPECT_EQ(microsOfTimestamp("1969-12-31 23:59:59.5+00"), -500000);
    EXPECT_EQ(microsOfTimestamp("10000-01-01 00:00:00+00"), 253402300800000000);
}

TEST(TimestampText, isWrittenToTheMicrosecond)
{
    EXPECT_EQ(timestampOfMicros(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(timestampOfMicros(1795342830250000), "2026-11-22T10:20:30.250Z");
    EXPECT_EQ(timestampOfMicros(-500000), "1969-12-31T23:59:59.500Z");
}

TEST(TimestampText, isRefusedWhereItIsNoMomentInUtc)
{
    for (const char* text : {"", "infinity", "2026-11-22", "2026-11-22 10:20:30", "2026-11-22 10:20:30+07",
                             "2026-11-22 10:20:30.+00", "0044-03-15 00:00:00+00 BC"})
        EXPECT_THROW(microsOfTimestamp(text), std::logic_error) << text;
}

} // namespace
} // namespace banhang::server
