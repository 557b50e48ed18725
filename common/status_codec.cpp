#include "common/status_codec.h"

#include <array>
#include <utility>

namespace banhang {

namespace {

using Pair = std::pair<ErrorCode, grpc::StatusCode>;

constexpr std::array<Pair, 12> kCodes = {{
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

constexpr std::size_t kDetailLimit = 7 * 1024;

grpc::StatusCode wireCode(ErrorCode code)
{
    for (const auto& [ours, wire] : kCodes)
        if (ours == code)
            return wire;
    return grpc::StatusCode::INTERNAL;
}

ErrorCode ourCode(grpc::StatusCode code)
{
    for (const auto& [ours, wire] : kCodes)
        if (wire == code)
            return ours;
    return ErrorCode::Internal;
}

/// Drops issues and then conflicts from the end until the detail fits.
v1::ErrorDetail fitted(v1::ErrorDetail detail)
{
    int dropped = 0;
    while (detail.ByteSizeLong() > kDetailLimit && detail.issues_size() + detail.conflicts_size() > 0) {
        if (detail.issues_size() > 0)
            detail.mutable_issues()->RemoveLast();
        else
            detail.mutable_conflicts()->RemoveLast();
        (*detail.mutable_args())["dropped"] = std::to_string(++dropped);
    }
    return detail;
}

const char* keyOfBareStatus(grpc::StatusCode code)
{
    switch (code) {
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

} // namespace

grpc::Status toStatus(const AppError& error)
{
    return {wireCode(error.code()), error.key(), fitted(error.detail()).SerializeAsString()};
}

AppError fromStatus(const grpc::Status& status)
{
    v1::ErrorDetail detail;
    if (status.error_details().empty() || !detail.ParseFromString(status.error_details()) || detail.key().empty()) {
        detail.Clear();
        detail.set_key(keyOfBareStatus(status.error_code()));
    }
    return {ourCode(status.error_code()), std::move(detail)};
}

} // namespace banhang
