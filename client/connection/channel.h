// The way to the server that every client program uses.
#pragma once

#include <memory>

#include <grpcpp/channel.h>

#include "common/connection_file.h"

namespace banhang::client {

/// A channel that connects by itself when first used and again whenever the connection breaks, with a growing pause of
/// 0.5 to 10 s. Reads that find no server are tried again (up to three attempts); writes never, since only the caller
/// knows their request_id. Several addresses are shuffled, so that the clients of an office spread over its servers.
/// Thread: any. Never destroy the last reference inside a callback of gRPC.
std::shared_ptr<grpc::Channel> makeChannel(const ConnectionFile& file);

} // namespace banhang::client
