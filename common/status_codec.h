// Errors to gRPC status and back; one file for both ways, so that they cannot drift apart.
#pragma once

#include <grpcpp/support/status.h>

#include "common/error.h"

namespace banhang {

/// Status with the detail in its binary part. The detail is kept under 7 KiB (a larger one would end as RESOURCE_EXHAUSTED on
/// the way, gRPC limits metadata to 8 KiB): issues at the end are dropped first, and arg "dropped" says how many.
grpc::Status toStatus(const AppError& error);

/// The error that a status stands for; not to be called with OK. A status without our detail (made by gRPC itself) gets a key of
/// its own: "connection.lost" for UNAVAILABLE, "call.timeout", "call.cancelled", else "call.failed".
AppError fromStatus(const grpc::Status& status);

} // namespace banhang
