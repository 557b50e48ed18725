// sign-in | sign-out | whoami | change-password
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "client/connection/channel.h"
#include "client/ctl/commands.h"
#include "client/ctl/request_id.h"
#include "client/ctl/saved_session.h"
#include "common/platform/host.h"

namespace banhang::client {

namespace {

struct SignInOptions
{
    std::string connectionFile;
    std::string userName;
    bool passwordFromInput = false;
};

bool isAtTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

/// From the terminal, without echo.
std::string askHidden(const char* what)
{
    // getpass(3) is the one call that asks without echo and leaves the terminal as it was on a signal. Only one thread
    // asks.
    const char* typed = getpass(what); // NOLINT(concurrency-mt-unsafe)
    return typed == nullptr ? std::string() : std::string(typed);
}

std::string readLine()
{
    std::string line;
    std::getline(std::cin, line);
    return line;
}

std::string readPassword(const SignInOptions& options)
{
    if (options.passwordFromInput)
        return readLine();
    if (!isAtTerminal())
        throw UsageError("no terminal to ask for the password: use --password-stdin");
    return askHidden("Password: ");
}

void signIn(Console& console, const SignInOptions& options)
{
    const auto path = std::filesystem::absolute(options.connectionFile);
    Remote remote(makeChannel(readConnectionFile(path)), {});
    v1::SignInRequest request;
    request.set_user_name(options.userName);
    request.set_password(readPassword(options));
    request.set_machine_name(platform::hostName());
    request.set_client_version("banhangctl " BANHANG_VERSION);
    const auto answer = remote.call(&v1::IdentityService::Stub::SignIn, request);
    saveSession(console.sessionFile(), {path.string(), options.userName, answer.session_token()});
    console.output().json(answer.me());
    console.output().line(fmt::format("signed in as {}", answer.me().full_name()));
    if (answer.me().must_change_password())
        console.output().line("the password must be changed first: banhangctl change-password");
}

void addSignIn(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("sign-in", "Opens a session and keeps it for the following commands");
    auto options = std::make_shared<SignInOptions>();
    command->add_option("--connection", options->connectionFile, "Connection file from IT")->required();
    command->add_option("--user", options->userName, "User name")->required();
    command->add_flag("--password-stdin", options->passwordFromInput, "Read the password from standard input");
    command->callback([&console, options] { signIn(console, *options); });
}

/// What is typed unseen is typed twice.
std::string askNewPassword()
{
    std::string first = askHidden("New password: ");
    if (askHidden("New password again: ") != first)
        throw UsageError("the new password was not typed twice alike; nothing was changed");
    return first;
}

void changePassword(Console& console)
{
    Remote& remote = console.remote();
    v1::ChangePasswordRequest request;
    request.set_old_password(isAtTerminal() ? askHidden("Old password: ") : readLine());
    request.set_new_password(isAtTerminal() ? askNewPassword() : readLine());
    request.set_request_id(randomRequestId());
    remote.call(&v1::IdentityService::Stub::ChangePassword, request);
    console.output().line("password changed; other sessions have ended");
}

void signOut(Console& console)
{
    Remote& remote = console.remote();
    try {
        remote.call(&v1::IdentityService::Stub::SignOut, v1::SignOutRequest());
    } catch (const AppError& error) {
        // A session that has ended meanwhile leaves the same to do.
        if (error.code() != ErrorCode::SignedOut)
            throw;
    }
    removeSession(console.sessionFile());
    console.output().line("signed out");
}

void addSignOut(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("sign-out", "Ends the session");
    command->callback([&console] { signOut(console); });
}

void addWhoAmI(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("whoami", "Who is signed in, and what they may do");
    command->callback([&console] {
        const auto me = console.remote().call(&v1::IdentityService::Stub::GetMe, v1::GetMeRequest());
        console.output().json(me);
        console.output().fields(me);
    });
}

} // namespace

void addSessionCommands(CLI::App& app, Console& console)
{
    addSignIn(app, console);
    addSignOut(app, console);
    addWhoAmI(app, console);
    auto* change = app.add_subcommand("change-password",
                                      "Asks for the old and the new password, without a terminal reads them, one "
                                      "a line, from standard input");
    change->callback([&console] { changePassword(console); });
}

} // namespace banhang::client
