// reminder_worker (scheduler|mail) SYSTEM_DSN APP_DSN PLACE PASSAGE (kill|stop) [PORT LEASE TIMEOUT]
//
// Runs until SIGTERM, or until it passes the named place for the given time and sends itself the signal.
#include <atomic>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include <prometheus/registry.h>

#include "server/core/telemetry/logging.h"
#include "server/mail/mail_job.h"
#include "server/reminders/reminder_job.h"

namespace {

using namespace banhang::server;

std::function<void(std::string_view)> trapOf(const std::vector<std::string>& arguments)
{
    const int signal = arguments.at(6) == "stop" ? SIGSTOP : SIGKILL;
    return [place = arguments.at(4), left = std::stoi(arguments.at(5)), signal](std::string_view passed) mutable {
        if ((place == "any" || place == passed) && --left == 0)
            raise(signal);
    };
}

PoolOptions poolOptions(const std::string& conninfo)
{
    PoolOptions options;
    options.connect.conninfo = conninfo;
    options.threads = 1;
    return options;
}

MailJobOptions mailOptions(const std::vector<std::string>& arguments)
{
    MailJobOptions options;
    options.server = {.host = "127.0.0.1",
                      .port = std::stoi(arguments.at(7)),
                      .security = MailServer::Security::None,
                      .user = {},
                      .password = {},
                      .authorities = {},
                      .timeout = std::chrono::seconds(std::stoi(arguments.at(9)))};
    options.from = "crm@abc.vn";
    options.digestMinute = 0;
    options.look = std::chrono::milliseconds(100);
    options.firstPause = std::chrono::seconds(1);
    options.lease = std::chrono::seconds(std::stoi(arguments.at(8)));
    options.passed = trapOf(arguments);
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
    prometheus::Registry figures;
    DatabasePool system(poolOptions(arguments.at(2)));
    DatabasePool app(poolOptions(arguments.at(3)));
    std::optional<ReminderJob> scheduler;
    std::optional<MailJob> mail;
    if (arguments.at(1) == "scheduler") {
        ReminderJobOptions options;
        options.maxSleep = std::chrono::milliseconds(50);
        options.passed = trapOf(arguments);
        scheduler.emplace(system, std::move(options), figures);
    } else {
        mail.emplace(system, app, mailOptions(arguments), figures);
    }
    int caught = 0;
    sigwait(&ends, &caught);
    return 0;
}
