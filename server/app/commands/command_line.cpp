#include "server/app/commands/command_line.h"

#include <iostream>
#include <sstream>

#include <CLI/CLI.hpp>

#include "common/command_usage.h"
#include "common/error.h"
#include "server/app/commands/advice.h"
#include "server/core/database/database.h"
#include "server/core/telemetry/logging.h"

namespace banhang::server {

namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 configuration refused,\n"
    "4 refused by the state of things (not empty, running, exists), 5 database unreachable.";

void addCommonOptions(CLI::App& app, CommonOptions& options)
{
    app.add_option("--config", options.configFile, "Configuration file; /etc/banhang/banhangd.toml unless given")
        ->check(CLI::ExistingFile);
    app.add_option("--data-dir", options.dataDirectory,
                   "Cluster, keys and backups; as configured, else $STATE_DIRECTORY, /var/lib/banhang for root, "
                   "~/.local/share/banhang-server for others");
    app.add_option("--set", options.settings, "SECTION.KEY=VALUE, above the configuration file; may be repeated")
        ->take_all()
        ->allow_extra_args(false);
}

ExitCode codeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
        return ExitCode::DatabaseUnreachable;
    case ErrorCode::Internal:
        return ExitCode::Failed;
    default:
        return ExitCode::StateRefused;
    }
}

/// Keys, not sentences: what the clients translate is for IT clear enough as it is, unless there is advice to give.
void print(const AppError& error)
{
    const auto printArgs = [](const auto& args) {
        for (const auto& [name, value] : args)
            std::cerr << " " << name << "=" << value;
    };
    std::cerr << "banhangd: " << error.key();
    printArgs(error.detail().args());
    std::cerr << "\n" << adviceFor(error.key());
    for (const auto& issue : error.detail().issues()) {
        std::cerr << "  " << issue.path() << ": " << issue.key();
        printArgs(issue.args());
        std::cerr << "\n" << adviceFor(issue.key());
    }
}

ExitCode complain(ExitCode code, const std::exception& error)
{
    std::cerr << "banhangd: " << error.what() << "\n";
    return code;
}

/// Each of the wrong settings is a complaint of its own.
ExitCode complainOfEach(const ConfigError& error)
{
    std::istringstream lines(error.what());
    for (std::string line; std::getline(lines, line);)
        std::cerr << "banhangd: " << line << "\n";
    return ExitCode::ConfigRefused;
}

ExitCode runChosen(const std::function<void()>& chosen)
{
    // Standard output is for answers; serve sets its own log.
    LogOptions quiet;
    quiet.level = "warn";
    try {
        startLogging(quiet);
        chosen();
        return ExitCode::Done;
    } catch (const ConfigError& error) {
        return complainOfEach(error);
    } catch (const CommandRefused& error) {
        return complain(ExitCode::StateRefused, error);
    } catch (const RestoreRefused& error) {
        return complain(ExitCode::StateRefused, error);
    } catch (const AppError& error) {
        print(error);
        return codeOf(error.code());
    } catch (const DatabaseError& error) {
        return complain(error.isConnectionLost() ? ExitCode::DatabaseUnreachable : ExitCode::Failed, error);
    } catch (const std::exception& error) {
        return complain(ExitCode::Failed, error);
    }
}

} // namespace

ExitCode runCommandLine(int argc, const char* const* argv)
{
    CLI::App app("banhangd, the server of banhang", "banhangd");
    app.footer(kFooter);
    app.failure_message(usageComplaint);
    app.require_subcommand(1);
    app.fallthrough();
    CommonOptions common;
    addCommonOptions(app, common);
    CommandLine line{app, common, {}};
    addServeCommands(line);
    addSetupCommands(line);
    addCompanyCommand(line);
    addUserCommands(line);
    addGroupCommands(line);
    addUnitCommands(line);
    addBackupCommands(line);
    addDuplicateCommands(line);
    addReminderCommands(line);
    addConnectionCommand(line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ExitCode::Done : ExitCode::Usage;
    }
    return runChosen(line.chosen);
}

} // namespace banhang::server
