#include "common/status_codec.h"

#include <array>
#include <string>

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
constexpr std::size_t kMaxDetailBytes = std::size_t{7} * 1024;

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

/// Keeps entries from the front while they fit into `room`, and says how many it left out. Each size is taken once: a
/// request of a mebibyte can bring a hundred thousand issues.
template <typename Entry>
int keepWhatFits(google::protobuf::RepeatedPtrField<Entry>& entries, std::size_t& room)
{
    constexpr std::size_t kFraming = 4; // tag and length of an entry below 2 MiB
    int kept = 0;
    for (; kept < entries.size(); ++kept) {
        const std::size_t size = entries.Get(kept).ByteSizeLong() + kFraming;
        if (size > room)
            break;
        room -= size;
    }
    const int dropped = entries.size() - kept;
    entries.DeleteSubrange(kept, dropped);
    return dropped;
}

/// The key with its arguments is always small; what it leaves goes to conflicts first, which are few, then to issues.
v1::ErrorDetail shortened(const v1::ErrorDetail& whole)
{
    v1::ErrorDetail detail = whole;
    detail.clear_issues();
    detail.clear_conflicts();
    (*detail.mutable_args())["dropped"] = std::to_string(whole.issues_size() + whole.conflicts_size());
    const std::size_t head = detail.ByteSizeLong();
    std::size_t room = kMaxDetailBytes > head ? kMaxDetailBytes - head : 0;
    *detail.mutable_conflicts() = whole.conflicts();
    int dropped = keepWhatFits(*detail.mutable_conflicts(), room);
    *detail.mutable_issues() = whole.issues();
    dropped += keepWhatFits(*detail.mutable_issues(), room);
    (*detail.mutable_args())["dropped"] = std::to_string(dropped);
    return detail;
}

} // namespace

grpc::Status toStatus(const AppError& error)
{
    const bool fits = error.detail().ByteSizeLong() <= kMaxDetailBytes;
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
