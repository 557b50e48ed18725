// banhangctl: the API of the server from a shell, for IT and for scripts.
#include <iostream>

#include <fmt/format.h>

#include "client/ctl/advice.h"
#include "client/ctl/commands.h"
#include "common/command_usage.h"
#include "common/connection_file.h"
#include "common/platform/private_file_writer.h"

namespace {

using namespace banhang;
using namespace banhang::client;

constexpr const char* kFooter = R"(Exit codes:
  0  done                       6  refused: invalid input, or the state does not allow it
  1  a fault, see the text      7  changed by somebody else meanwhile
  2  command line or file wrong 8  server away or too slow
  3  not signed in              9  an import left rows out
  4  the right is missing      10  duplicate check found somebody
  5  absent or not visible)";

int fail(ExitCode code, const std::string& text)
{
    std::cerr << "banhangctl: " << text << '\n';
    return static_cast<int>(code);
}

/// What cannot be done ends as an exception.
int run(int argc, char** argv)
{
    CLI::App app{"Works with a banhang server from the command line.", "banhangctl"};
    app.failure_message(usageComplaint);
    app.footer(kFooter);
    app.set_version_flag("--version", "banhangctl " BANHANG_VERSION);
    app.require_subcommand(1);
    app.fallthrough();

    Console console;
    ExitCode result = ExitCode::Ok;
    app.add_flag("--json", console.json, "Print JSON, one message a line, with the field names of the protos");
    app.add_option("--session", console.sessionOption,
                   "File of the session; else $BANHANG_SESSION, else one of this user");
    addSessionCommands(app, console);
    addCustomerCommands(app, console, result);
    addActivityCommands(app, console);
    addAttachmentCommands(app, console);
    addCalendarCommands(app, console, result);
    addCareCommands(app, console);
    addSequenceCommands(app, console, result);
    addSubscriptionCommands(app, console);
    addPicklistCommands(app, console);
    addDuplicateCommands(app, console, result);
    addWatchCommand(app, console, result);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::Usage);
    }
    return static_cast<int>(result);
}

} // namespace

int main(int argc, char** argv)
{
    platform::PrivateFileWriter::tidyUpWhenEnded();
    try {
        return run(argc, argv);
    } catch (const UsageError& error) {
        return fail(ExitCode::Usage, error.what());
    } catch (const ConnectionFileError& error) {
        return fail(ExitCode::Usage, error.what());
    } catch (const AppError& error) {
        return fail(exitCodeFor(error.code()), errorText(error) + adviceText(error));
    } catch (const std::exception& error) {
        return fail(ExitCode::Fault, error.what());
    }
}
