// Ids that make a write repeatable.
#pragma once

#include <string>
#include <string_view>

namespace banhang::client {

/// A random UUID (version 4), for a write that is asked for once.
std::string randomRequestId();

/// The UUID (version 5, RFC 4122 4.3) of a name: the same input gives the same id on every machine and run, so that an
/// import which is started again meets its own finished rows instead of making them twice.
std::string derivedRequestId(std::string_view name);

} // namespace banhang::client
