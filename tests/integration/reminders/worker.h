// A server's scheduler or mail as a process of its own.
#pragma once

#include <chrono>
#include <string>

#include "common/platform/process.h"
#include "server/core/database/connection.h"

namespace banhang::test {

/// Where a worker ends itself or stops: at the nth passage of a named place, or of any ("any").
struct Trap
{
    std::string place = "none";
    int passage = 1;
    std::string signal = "kill"; ///< or "stop"
};

struct WorkerAccess
{
    server::ConnectOptions system;
    server::ConnectOptions app;
};

/// Looks twenty times a second.
platform::ChildProcess startScheduler(const WorkerAccess& access, const Trap& trap = {});
/// Mail to 127.0.0.1, in the clear. Lease and timeout in seconds.
platform::ChildProcess startMail(const WorkerAccess& access, int port, int leaseSeconds, int timeoutSeconds,
                                 const Trap& trap = {});

/// SIGTERM; its exit code.
int stopWorker(platform::ChildProcess& worker);

} // namespace banhang::test
