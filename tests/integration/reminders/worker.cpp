#include "worker.h"

namespace banhang::test {

namespace {

std::string conninfo(const server::ConnectOptions& access)
{
    return access.conninfo + " user=" + access.user;
}

platform::ChildProcess start(std::vector<std::string> arguments)
{
    return platform::ChildProcess::start(
        {.arguments = std::move(arguments), .user = {}, .environment = {}, .input = {}, .outputFile = {}});
}

} // namespace

platform::ChildProcess startScheduler(const WorkerAccess& access, const Trap& trap)
{
    return start({REMINDER_WORKER, "scheduler", conninfo(access.system), conninfo(access.app), trap.place,
                  std::to_string(trap.passage), trap.signal});
}

platform::ChildProcess startMail(const WorkerAccess& access, int port, int leaseSeconds, int timeoutSeconds,
                                 const Trap& trap)
{
    return start({REMINDER_WORKER, "mail", conninfo(access.system), conninfo(access.app), trap.place,
                  std::to_string(trap.passage), trap.signal, std::to_string(port), std::to_string(leaseSeconds),
                  std::to_string(timeoutSeconds)});
}

int stopWorker(platform::ChildProcess& worker)
{
    return worker.stop(platform::ChildProcess::Manner::Gentle, std::chrono::seconds(30));
}

} // namespace banhang::test
