// The one error type of the server, and what the client decodes it back into.
#pragma once

#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "banhang/v1/common.pb.h"

namespace banhang {

/// Kinds of failure that a caller can tell apart; each maps to one gRPC code (status_codec).
enum class ErrorCode {
    Invalid,       ///< field issues in the detail
    NotFound,      ///< absent, or outside the caller's scope: the two look alike on purpose
    AlreadyExists, ///< a unique value is taken
    Denied,        ///< the caller lacks the right
    SignedOut,     ///< no session, or it ended
    Conflict,      ///< changed by somebody else since it was read
    Refused,       ///< the state does not allow it
    Throttled,     ///< come again later; arg "retry_ms" for programs or "seconds" for people, where known
    Unavailable,   ///< database or server away; safe to repeat
    Timeout,       ///< deadline passed
    Cancelled,     ///< the caller gave up
    Internal,      ///< a fault of ours, logged under detail.incident_id
};

using ErrorArgs = std::initializer_list<std::pair<std::string_view, std::string>>;

/// Thrown anywhere below the call pipeline, caught there once. `detail.key()` is never a sentence.
class AppError : public std::exception
{
public:
    AppError(ErrorCode code, std::string_view key, ErrorArgs args = {});
    AppError(ErrorCode code, v1::ErrorDetail detail);

    ErrorCode code() const { return m_code; }
    const v1::ErrorDetail& detail() const { return m_detail; }
    const std::string& key() const { return m_detail.key(); }
    /// The key, for logs.
    const char* what() const noexcept override { return m_detail.key().c_str(); }

private:
    ErrorCode m_code;
    v1::ErrorDetail m_detail;
};

/// Builds one field issue.
v1::FieldIssue fieldIssue(v1::Severity severity, std::string_view path, std::string_view key, ErrorArgs args = {},
                          std::string_view suggestion = {});

/// Throws: AppError Invalid "call.invalid" that carries the issues, if there are any.
void refuseIssues(const std::vector<v1::FieldIssue>& issues);

/// Throws: AppError Invalid "call.invalid" with one error.
[[noreturn]] void throwInvalidField(std::string_view path, std::string_view key, ErrorArgs args = {});

} // namespace banhang
