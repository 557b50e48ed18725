#include "tests/e2e/support/banhangd.h"

#include <csignal>
#include <fstream>
#include <stdexcept>

#include "banhang/v1/identity.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "client/connection/channel.h"
#include "common/platform/account.h"
#include "common/platform/private_file.h"
#include "common/status_codec.h"

namespace banhang::test {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 90s;
constexpr auto kMaxLoan = 30s; ///< of a port
constexpr const char* kAccount = "postgres";

} // namespace

Banhangd::~Banhangd()
{
    if (m_server)
        m_server.value().stop(platform::ChildProcess::Manner::Gentle, 30s);
    // A killed server leaves its database behind.
    server::ClusterOptions options;
    options.dataDirectory = directory();
    if (platform::isAdministrator())
        options.runAs = kAccount;
    server::PrivateCluster cluster(options);
    if (cluster.isRunning()) {
        ::kill(databaseProcess(), SIGINT);
        while (cluster.isRunning())
            ::usleep(10'000);
    }
}

std::vector<std::string> Banhangd::commandLine(std::vector<std::string> arguments) const
{
    arguments.insert(arguments.begin(), m_program.empty() ? BANHANGD_PROGRAM : m_program);
    arguments.insert(arguments.end(), {"--data-dir", directory().string()});
    for (const std::string& setting : m_settings)
        arguments.insert(arguments.end(), {"--set", setting});
    return arguments;
}

void Banhangd::belongTo(const std::string& account) const
{
    if (platform::isAdministrator())
        platform::changeOwner(directory(), account);
}

platform::Finished Banhangd::run(std::vector<std::string> arguments) const
{
    platform::Command command;
    command.arguments = commandLine(std::move(arguments));
    return platform::run(command);
}

std::string Banhangd::output(std::vector<std::string> arguments) const
{
    const auto finished = run(arguments);
    if (finished.exitCode != 0)
        throw std::runtime_error(arguments.front() + ": " + std::to_string(finished.exitCode) + " " + finished.errors);
    return finished.output;
}

nlohmann::json Banhangd::json(std::vector<std::string> arguments) const
{
    arguments.emplace_back("--json");
    return nlohmann::json::parse(output(std::move(arguments)));
}

void Banhangd::beginServe()
{
    platform::Command command;
    command.arguments = commandLine({"serve", "--ready-file", readyFile().string()});
    if (m_port != 0)
        command.arguments.insert(command.arguments.end(),
                                 {"--set", "server.listen=127.0.0.1:" + std::to_string(m_port)});
    command.outputFile = directory() / "serve.log";
    std::filesystem::remove(readyFile());
    m_server = platform::ChildProcess::start(command);
}

void Banhangd::awaitReady()
{
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (!std::filesystem::exists(readyFile())) {
        if (m_server.value().waitFor(10ms) || std::chrono::steady_clock::now() > until)
            throw std::runtime_error("the server does not start:\n" + log());
    }
    m_port = nlohmann::json::parse(platform::readFile(readyFile())).at("port");
}

void Banhangd::serve()
{
    // For a while the port of before may be somebody else's: any connection of this machine can be given it.
    for (const auto until = std::chrono::steady_clock::now() + kMaxLoan;;) {
        beginServe();
        try {
            awaitReady();
            return;
        } catch (const std::runtime_error&) {
            if (log().find("cannot listen on") == std::string::npos || std::chrono::steady_clock::now() > until)
                throw;
        }
        ::usleep(50'000);
    }
}

int Banhangd::stop()
{
    const int code = m_server.value().stop(platform::ChildProcess::Manner::Gentle, kPatience);
    m_server.reset();
    return code;
}

void Banhangd::kill()
{
    m_server.value().kill();
    m_server.reset();
}

std::string Banhangd::log() const
{
    return platform::readFile(directory() / "serve.log");
}

bool Banhangd::awaitLog(const std::string& text)
{
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (log().find(text) == std::string::npos)
        if (m_server.value().waitFor(20ms) || std::chrono::steady_clock::now() > until)
            return false;
    return true;
}

std::filesystem::path Banhangd::connectionFilePath() const
{
    const auto file = directory() / "office.banhang";
    output({"connection-file", "--address", "127.0.0.1:" + std::to_string(m_port), "--out", file.string()});
    return file;
}

ConnectionFile Banhangd::connectionFile() const
{
    return readConnectionFile(connectionFilePath());
}

std::shared_ptr<grpc::Channel> Banhangd::channel() const
{
    return client::makeChannel(connectionFile());
}

std::string Banhangd::signIn(const std::string& userName, const std::string& password) const
{
    const auto stub = v1::IdentityService::NewStub(channel());
    grpc::ClientContext context;
    client::prepareCall(context, {"", "e2e", "test 1"}, 20s);
    v1::SignInRequest request;
    request.set_user_name(userName);
    request.set_password(password);
    request.set_machine_name("e2e");
    v1::SignInResponse response;
    const grpc::Status status = stub->SignIn(&context, request, &response);
    if (!status.ok())
        throw fromStatus(status);
    return response.session_token();
}

std::string Banhangd::sql(const std::string& query) const
{
    platform::Command command;
    command.arguments = {PSQL_PROGRAM, "-X",       "-A", "-t",      "-h", (directory() / "run").string(),
                         "-U",         "postgres", "-d", "banhang", "-v", "ON_ERROR_STOP=1",
                         "-c",         query};
    // The machine's administrators are superusers of the private database; so is the account that runs it.
    if (platform::isAdministrator())
        command.user = kAccount;
    const auto finished = platform::run(command);
    if (finished.exitCode != 0)
        throw std::runtime_error(finished.errors);
    return finished.output.substr(0, finished.output.find_last_not_of('\n') + 1);
}

int Banhangd::databaseProcess() const
{
    return std::stoi(platform::readFile(directory() / "pg" / "postmaster.pid"));
}

std::optional<int> Banhangd::runningDatabase() const
{
    // Absent or half written while PostgreSQL starts.
    std::ifstream file(directory() / "pg" / "postmaster.pid");
    int process = 0;
    if (!(file >> process))
        return std::nullopt;
    return process;
}

} // namespace banhang::test
