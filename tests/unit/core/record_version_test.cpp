#include "server/core/change_log/record_version.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace banhang::server {
namespace {

/// The key that an edit is refused with, and the version that it is told is stored; "" for none.
std::string refusal(std::int64_t read, ZeroVersion zero)
{
    try {
        demandVersion(7, read, "thing.edit_conflict", zero);
        return {};
    } catch (const AppError& error) {
        EXPECT_EQ(error.code(), ErrorCode::Conflict);
        return error.key() + " " + std::to_string(error.detail().current_version());
    }
}

TEST(RecordVersion, isTheStoredOne)
{
    for (const ZeroVersion zero : {ZeroVersion::Any, ZeroVersion::Other}) {
        EXPECT_EQ(refusal(7, zero), "");
        for (const std::int64_t other : {6, 8, -1})
            EXPECT_EQ(refusal(other, zero), "thing.edit_conflict 7");
    }
}

TEST(RecordVersion, mayBeLeftOpenWhereTheContractSaysSo)
{
    EXPECT_EQ(refusal(0, ZeroVersion::Any), "");
    EXPECT_EQ(refusal(0, ZeroVersion::Other), "thing.edit_conflict 7");
}

TEST(RecordVersion, thatNobodyCanHaveReadIsInvalid)
{
    for (const std::int64_t known : {1, 6, 7})
        EXPECT_NO_THROW(demandKnownVersion(7, known, "thing.version_unknown"));
    for (const std::int64_t unknown : {-1, 0, 8})
        EXPECT_THROW(demandKnownVersion(7, unknown, "thing.version_unknown"), AppError);
}

} // namespace
} // namespace banhang::server
