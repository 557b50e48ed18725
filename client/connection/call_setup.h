// What every call carries beside its message.
#pragma once

#include <chrono>
#include <string>

#include <grpcpp/client_context.h>

namespace banhang::client {

inline constexpr std::chrono::milliseconds kCallDeadline{5'000};
/// Imports in batches, exports, reports.
inline constexpr std::chrono::milliseconds kReportDeadline{60'000};

/// Who calls, from where, with what.
struct ClientIdentity
{
    std::string token; ///< from SignIn; empty before
    std::string machineName;
    std::string clientVersion; ///< "banhang 0.1.0"
};

/// Call once on a fresh context.
void prepareCall(grpc::ClientContext& context, const ClientIdentity& identity,
                 std::chrono::milliseconds deadline = kCallDeadline);

/// For streams that live as long as they may: the same without a deadline.
void prepareStream(grpc::ClientContext& context, const ClientIdentity& identity);

} // namespace banhang::client
