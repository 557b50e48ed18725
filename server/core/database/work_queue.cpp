#include "server/core/database/work_queue.h"

#include <string>

namespace banhang::server {

namespace {

/// Long enough for a standing line to be worked off, short enough that a person hardly notices.
constexpr std::chrono::milliseconds kComeBackAfter{500};

} // namespace

AppError overloadedError()
{
    return {ErrorCode::Throttled, "server.busy", {{"retry_ms", std::to_string(kComeBackAfter.count())}}};
}

} // namespace banhang::server
