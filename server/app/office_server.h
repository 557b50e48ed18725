// The running server put together: pools, pipeline, services, listener.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/app/config.h"
#include "server/core/telemetry/metrics.h"
#include "server/ops/pki.h"
#include "server/ops/private_cluster.h"

namespace banhang::server {

/// Serves from the end of its constructor to `stop`.
/// Thread: belongs to one.
class OfficeServer
{
public:
    /// The database must be of this program's shape, and the keys prepared.
    /// Throws: std::runtime_error when a method states no right or an address cannot be had; AppError Unavailable.
    OfficeServer(const Config& config, const DatabaseAccess& access, const Pki& pki);
    /// Stops at once if `stop` was not called.
    ~OfficeServer();
    OfficeServer(const OfficeServer&) = delete;
    OfficeServer& operator=(const OfficeServer&) = delete;

    int port() const;
    Metrics& metrics();

    /// Drops what nobody needs any more. Now and then. Throws: DatabaseError, AppError.
    void tidy();

    /// Tells clients to go elsewhere, lets running calls end within the configured time, and stops.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace banhang::server
