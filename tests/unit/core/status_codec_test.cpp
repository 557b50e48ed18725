#include <array>

#include <gtest/gtest.h>

#include "common/status_codec.h"

namespace banhang {
namespace {

constexpr std::array kAllCodes{ErrorCode::Invalid, ErrorCode::NotFound,  ErrorCode::AlreadyExists,
                               ErrorCode::Denied,  ErrorCode::SignedOut, ErrorCode::Conflict,
                               ErrorCode::Refused, ErrorCode::Throttled, ErrorCode::Unavailable,
                               ErrorCode::Timeout, ErrorCode::Cancelled, ErrorCode::Internal};

v1::ErrorDetail detailWithIssues(int count)
{
    v1::ErrorDetail detail;
    detail.set_key("customer.invalid");
    for (int i = 0; i < count; ++i)
        *detail.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "phones[0].number", "phone.unknown", {{"typed", "0123"}});
    return detail;
}

TEST(StatusCodec, everyCodeComesBack)
{
    for (const ErrorCode code : kAllCodes) {
        const AppError error(code, "some.key", {{"name", "Đặng"}});
        const grpc::Status status = toStatus(error);
        EXPECT_FALSE(status.ok());
        const AppError back = fromStatus(status);
        EXPECT_EQ(back.code(), code);
        EXPECT_EQ(back.detail().SerializeAsString(), error.detail().SerializeAsString());
    }
}

TEST(StatusCodec, noTwoCodesShareAStatus)
{
    for (const ErrorCode one : kAllCodes)
        for (const ErrorCode other : kAllCodes)
            EXPECT_EQ(toStatus({one, "k"}).error_code() == toStatus({other, "k"}).error_code(), one == other);
}

TEST(StatusCodec, allPartsOfTheDetailComeBack)
{
    v1::ErrorDetail detail = detailWithIssues(3);
    detail.add_conflicts()->set_path("name");
    detail.set_current_version(7);
    detail.set_incident_id("00ff");
    const AppError back = fromStatus(toStatus({ErrorCode::Conflict, detail}));
    EXPECT_EQ(back.detail().SerializeAsString(), detail.SerializeAsString());
}

TEST(StatusCodec, aLongDetailLosesItsEndAndSaysSo)
{
    const grpc::Status status = toStatus({ErrorCode::Invalid, detailWithIssues(1000)});
    EXPECT_LE(status.error_details().size(), 7U * 1024);
    const AppError back = fromStatus(status);
    EXPECT_GT(back.detail().issues_size(), 50);
    EXPECT_EQ(back.detail().args().at("dropped"), std::to_string(1000 - back.detail().issues_size()));
}

// With a cost that grows with the square this test runs into its time limit.
TEST(StatusCodec, aHugeDetailIsCutInOneWalk)
{
    const AppError back = fromStatus(toStatus({ErrorCode::Invalid, detailWithIssues(300'000)}));
    EXPECT_EQ(back.detail().args().at("dropped"), std::to_string(300'000 - back.detail().issues_size()));
}

TEST(StatusCodec, statusesOfTheTransportHaveKeysOfTheirOwn)
{
    EXPECT_EQ(fromStatus({grpc::StatusCode::UNAVAILABLE, "Socket closed"}).key(), "connection.lost");
    EXPECT_EQ(fromStatus({grpc::StatusCode::DEADLINE_EXCEEDED, ""}).key(), "call.timeout");
    EXPECT_EQ(fromStatus({grpc::StatusCode::CANCELLED, ""}).key(), "call.cancelled");
    EXPECT_EQ(fromStatus({grpc::StatusCode::DATA_LOSS, ""}).code(), ErrorCode::Internal);
    EXPECT_EQ(fromStatus({grpc::StatusCode::INTERNAL, "", "not a message \xff"}).key(), "call.failed");
}

} // namespace
} // namespace banhang
