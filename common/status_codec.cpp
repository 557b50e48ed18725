#include "common/status_codec.h"

#include <array>

namespace banhang {

namespace {

struct Pair
{
    ErrorCode code;
    grpc::StatusCode status;
};

constexpr std::array<Pair, 12> kPairs{{
    {ErrorCode::Invalid, grpc::StatusCode::INVALID_ARGUMENT},
    {ErrorCode::NotFound, grpc::StatusCode::NOT_FOUND},
    {ErrorCode::AlreadyExists, grpc::StatusCode::ALREADY_EXISTS},
    {ErrorCode::Denied, grpc::StatusCode::PERMISSION_DENIED},
    {ErrorCode::SignedOut, grpc::StatusCode::UNAUTHENTICATED},
    {ErrorCode::Conflict, grpc::StatusCode::ABORTED},
    {ErrorCode::Refused, grpc::StatusCode::FAILED_PRECONDITION},
    {ErrorCode::Throttled, grpc::StatusCode::RESOURCE_EXHAUSTED},
    {ErrorCode::Unavailable, grpc::StatusCode::UNAVAILABLE},
    {ErrorCode::Timeout, grpc::StatusCode::DEADLINE_EXCEEDED},
    {ErrorCode::Cancelled, grpc::StatusCode::CANCELLED},
    {ErrorCode::Internal, grpc::StatusCode::INTERNAL},
}};

/// gRPC refuses metadata over 8 KiB; the rest is for its own.
constexpr std::size_t kLargestDetail = 7 * 1024;

grpc::StatusCode statusCodeOf(ErrorCode code)
{
    for (const Pair& pair : kPairs) {
        if (pair.code == code)
            return pair.status;
    }
    return grpc::StatusCode::INTERNAL;
}

ErrorCode errorCodeOf(grpc::StatusCode status)
{
    for (const Pair& pair : kPairs) {
        if (pair.status == status)
            return pair.code;
    }
    return ErrorCode::Internal;
}

std::string_view keyWithoutDetail(grpc::StatusCode status)
{
    switch (status) {
    case grpc::StatusCode::UNAVAILABLE:
        return "connection.lost";
    case grpc::StatusCode::DEADLINE_EXCEEDED:
        return "call.timeout";
    case grpc::StatusCode::CANCELLED:
        return "call.cancelled";
    default:
        return "call.failed";
    }
}

/// Drops issues, then conflicts, from the end; the key with its arguments is always small.
v1::ErrorDetail shortened(v1::ErrorDetail detail)
{
    int dropped = 0;
    const auto noteDropped = [&] { (*detail.mutable_args())["dropped"] = std::to_string(++dropped); };
    while (detail.ByteSizeLong() > kLargestDetail && detail.issues_size() > 0) {
        detail.mutable_issues()->RemoveLast();
        noteDropped();
    }
    while (detail.ByteSizeLong() > kLargestDetail && detail.conflicts_size() > 0) {
        detail.mutable_conflicts()->RemoveLast();
        noteDropped();
    }
    return detail;
}

} // namespace

grpc::Status toStatus(const AppError& error)
{
    const bool fits = error.detail().ByteSizeLong() <= kLargestDetail;
    return {statusCodeOf(error.code()), error.key(),
            fits ? error.detail().SerializeAsString() : shortened(error.detail()).SerializeAsString()};
}

AppError fromStatus(const grpc::Status& status)
{
    v1::ErrorDetail detail;
    const std::string& bytes = status.error_details();
    if (bytes.empty() || !detail.ParseFromString(bytes) || detail.key().empty())
        return {errorCodeOf(status.error_code()), keyWithoutDetail(status.error_code())};
    return {errorCodeOf(status.error_code()), std::move(detail)};
}

} // namespace banhang
