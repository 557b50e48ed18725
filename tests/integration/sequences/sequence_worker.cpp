// sequence_worker SYSTEM_DSN PASSAGE
//
// Runs a server's job of the sequences until SIGTERM, or until it comes to the PASSAGE-th boundary between it and the
// database (0: never): there it kills itself. A boundary is wherever a statement is sent or a result is taken, which
// the linker lets this program stand in front of.
#include <libpq-fe.h>

#include <atomic>
#include <csignal>
#include <string>
#include <vector>

#include "server/core/telemetry/logging.h"
#include "server/reminders/activity_notifier.h"
#include "server/sequences/sequence_job.h"

namespace {

using namespace banhang::server;

std::atomic<int> boundariesLeft = 0;

void passBoundary()
{
    if (--boundariesLeft == 0)
        raise(SIGKILL);
}

} // namespace

// The names are the linker's.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {

int __real_PQsendQueryPrepared(PGconn* connection, const char* name, int count, const char* const* values,
                               const int* lengths, const int* formats, int resultFormat);
int __wrap_PQsendQueryPrepared(PGconn* connection, const char* name, int count, const char* const* values,
                               const int* lengths, const int* formats, int resultFormat)
{
    passBoundary();
    return __real_PQsendQueryPrepared(connection, name, count, values, lengths, formats, resultFormat);
}

PGresult* __real_PQgetResult(PGconn* connection);
PGresult* __wrap_PQgetResult(PGconn* connection)
{
    PGresult* result = __real_PQgetResult(connection);
    passBoundary();
    return result;
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv, argv + argc);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    LogOptions log;
    log.level = "warn";
    startLogging(log);
    PoolOptions pool;
    pool.connect.conninfo = arguments.at(1);
    pool.threads = 1;
    DatabasePool system(std::move(pool));
    boundariesLeft = std::stoi(arguments.at(2));
    ActivityNotifier reminders;
    SequenceJobOptions options;
    options.look = std::chrono::milliseconds(20);
    options.batch = 3; // so that there are many transactions
    const SequenceJob job(system, {&reminders}, std::move(options));
    int caught = 0;
    sigwait(&ends, &caught);
    return 0;
}
