// The commands of banhangctl, one file for each noun.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "client/ctl/exit_code.h"
#include "client/ctl/output.h"
#include "client/ctl/remote.h"

namespace banhang::client {

/// What all commands share: the global options, and the connection made from them on first use.
class Console
{
public:
    bool json = false;
    std::string sessionOption;

    Output output() const { return Output(json); }
    std::filesystem::path sessionFile() const;
    /// In the name of who is signed in. Throws AppError SignedOut "session.missing" if nobody is.
    Remote& remote();

private:
    std::unique_ptr<Remote> m_remote;
};

/// Each adds its subcommands. Callbacks throw UsageError and AppError; those that can end well in more than one way say
/// how in `result`.
void addSessionCommands(CLI::App& app, Console& console);
void addCustomerCommands(CLI::App& app, Console& console, ExitCode& result);
void addActivityCommands(CLI::App& app, Console& console);
void addAttachmentCommands(CLI::App& app, Console& console);
void addCalendarCommands(CLI::App& app, Console& console, ExitCode& result);
void addCareCommands(CLI::App& app, Console& console);
void addSequenceCommands(CLI::App& app, Console& console, ExitCode& result);
void addSubscriptionCommands(CLI::App& app, Console& console);
void addPicklistCommands(CLI::App& app, Console& console);
/// Both below `customer`.
void addTransferCommands(CLI::App& customer, Console& console, ExitCode& result);
void addImportCommands(CLI::App& customer, Console& console, ExitCode& result);
void addDuplicateCommands(CLI::App& app, Console& console, ExitCode& result);
/// Below `duplicate`.
void addScanCommands(CLI::App& duplicate, Console& console);
void addWatchCommand(CLI::App& app, Console& console, ExitCode& result);

} // namespace banhang::client
