// Whether this program and the server fit together.
#pragma once

#include <string_view>

namespace banhang::client {

enum class VersionFit {
    Same,        ///< but for mended faults
    ServerNewer, ///< all of this program works, and the server can more
    ServerOlder, ///< what this program can more may be refused
    TooOld,      ///< the server no longer works with this program
};

/// Versions as "1.2.3"; what cannot be read fits. `oldestClient` may be empty.
VersionFit judgeVersion(std::string_view own, std::string_view server, std::string_view oldestClient);

} // namespace banhang::client
