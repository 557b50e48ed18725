#include "client/ctl/exit_code.h"

namespace banhang::client {

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SignedOut:
        return ExitCode::SignedOut;
    case ErrorCode::Denied:
        return ExitCode::Denied;
    case ErrorCode::NotFound:
        return ExitCode::NotFound;
    case ErrorCode::Invalid:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Refused:
        return ExitCode::Refused;
    case ErrorCode::Conflict:
        return ExitCode::Conflict;
    case ErrorCode::Throttled:
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
        return ExitCode::Unavailable;
    case ErrorCode::Internal:
        break;
    }
    return ExitCode::Fault;
}

} // namespace banhang::client
