// The commands of banhangd, as the command line knows them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/app/workplace.h"

namespace CLI { // NOLINT(readability-identifier-naming): named by its authors
class App;
}

namespace banhang::server {

/// Ends of a command, for scripts; `banhangd --help` lists them.
enum class ExitCode { Done = 0, Failed = 1, Usage = 2, ConfigRefused = 3, StateRefused = 4, DatabaseUnreachable = 5 };

/// Where commands put themselves: each adds its subcommand and, when chosen, sets what is to run.
struct CommandLine
{
    CLI::App& app;
    const CommonOptions& common;
    std::function<void()> chosen;
};

void addServeCommands(CommandLine& line);     ///< serve, migrate, config, version
void addSetupCommands(CommandLine& line);     ///< setup, demo
void addCompanyCommand(CommandLine& line);    ///< company
void addUserCommands(CommandLine& line);      ///< user ...
void addGroupCommands(CommandLine& line);     ///< group ...
void addUnitCommands(CommandLine& line);      ///< unit ...
void addBackupCommands(CommandLine& line);    ///< backup, restore
void addDuplicateCommands(CommandLine& line); ///< duplicate ...
void addReminderCommands(CommandLine& line);  ///< reminders, mail-test
void addConnectionCommand(CommandLine& line); ///< connection-file

/// Runs the command that the arguments name; errors go to standard error.
ExitCode runCommandLine(int argc, const char* const* argv);

} // namespace banhang::server
