// subscription_worker SYSTEM_DSN PLACE PASSAGE (kill|stop)
//
// Tells subscribers until SIGTERM, or until it passes the named place ("any": every place) for the given time and sends
// itself the signal.
#include <csignal>
#include <string>
#include <vector>

#include "server/core/telemetry/logging.h"
#include "server/identity/caller_loader.h"
#include "server/subscriptions/subscription_job.h"

namespace {

using namespace banhang::server;

PoolOptions poolOptions(const std::string& conninfo)
{
    PoolOptions options;
    options.connect.conninfo = conninfo;
    options.threads = 1;
    return options;
}

SubscriptionJobOptions jobOptions(const std::vector<std::string>& arguments)
{
    const int signal = arguments.at(4) == "stop" ? SIGSTOP : SIGKILL;
    SubscriptionJobOptions options;
    options.look = std::chrono::milliseconds(20);
    options.notifier.batch = 7; // so that a flood is told in many rounds
    options.notifier.passed = [place = arguments.at(2), left = std::stoi(arguments.at(3)),
                               signal](std::string_view passed) mutable {
        if ((place == "any" || place == passed) && --left == 0)
            raise(signal);
    };
    return options;
}

} // namespace

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
    DatabasePool system(poolOptions(arguments.at(1)));
    CallerLoader callers(system, {});
    const SubscriptionJob job(system, callers, jobOptions(arguments));
    int caught = 0;
    sigwait(&ends, &caught);
    return 0;
}
