#include <gtest/gtest.h>

#include "client/ctl/request_id.h"

namespace banhang::client {
namespace {

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
