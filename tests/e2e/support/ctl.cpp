#include "tests/e2e/support/ctl.h"

#include <atomic>
#include <sstream>
#include <stdexcept>

#include "common/demo/office.h"

namespace banhang::test {

namespace {

std::filesystem::path newSessionFile(const Banhangd& office)
{
    static std::atomic<int> count = 0;
    return office.directory() / ("session-" + std::to_string(++count));
}

} // namespace

Ctl::Ctl(const Banhangd& office)
    : m_office(office), m_connectionFile(office.connectionFilePath()), m_sessionFile(newSessionFile(office))
{
}

Ctl::Ctl(const Banhangd& office, const std::string& userName, const std::string& password) : Ctl(office)
{
    const auto finished = signIn(userName, password.empty() ? std::string(demo::kPassword) : password);
    if (finished.exitCode != 0)
        throw std::runtime_error(userName + " cannot sign in: " + finished.errors);
}

Ctl Ctl::withSessionFile(const Banhangd& office, const std::filesystem::path& file)
{
    Ctl ctl(office);
    ctl.m_sessionFile = file;
    return ctl;
}

std::vector<std::string> Ctl::commandLine(std::vector<std::string> arguments) const
{
    arguments.insert(arguments.begin(), {BANHANGCTL_PROGRAM, "--session", m_sessionFile.string()});
    return arguments;
}

platform::Finished Ctl::run(std::vector<std::string> arguments, const std::string& input) const
{
    platform::Command command;
    command.arguments = commandLine(std::move(arguments));
    command.input = input;
    return platform::run(command);
}

int Ctl::exitCode(std::vector<std::string> arguments, const std::string& input) const
{
    return run(std::move(arguments), input).exitCode;
}

nlohmann::json Ctl::json(std::vector<std::string> arguments, int expected) const
{
    const auto lines = jsonLines(std::move(arguments), expected);
    if (lines.size() != 1)
        throw std::runtime_error("not one line but " + std::to_string(lines.size()));
    return lines.front();
}

std::vector<nlohmann::json> Ctl::jsonLines(std::vector<std::string> arguments, int expected) const
{
    arguments.insert(arguments.begin(), "--json");
    const auto finished = run(std::move(arguments));
    if (finished.exitCode != expected)
        throw std::runtime_error("exit code " + std::to_string(finished.exitCode) + ": " + finished.errors +
                                 finished.output);
    std::vector<nlohmann::json> lines;
    std::istringstream output(finished.output);
    for (std::string line; std::getline(output, line);)
        lines.push_back(nlohmann::json::parse(line));
    return lines;
}

platform::ChildProcess Ctl::start(std::vector<std::string> arguments, const std::filesystem::path& outputFile) const
{
    platform::Command command;
    command.arguments = commandLine(std::move(arguments));
    command.outputFile = outputFile;
    return platform::ChildProcess::start(command);
}

platform::Finished Ctl::signIn(const std::string& userName, const std::string& password) const
{
    return run({"sign-in", "--connection", m_connectionFile.string(), "--user", userName, "--password-stdin"},
               password + "\n");
}

nlohmann::json Ctl::create(const nlohmann::json& customer) const
{
    return json({"customer", "create", customer.dump()}).at("customer");
}

std::int64_t Ctl::userId() const
{
    return std::stoll(json({"whoami"}).at("user_id").get<std::string>());
}

std::vector<std::string> Ctl::visibleNames() const
{
    std::vector<std::string> names;
    for (const auto& customer :
         json({"customer", "list", "--limit", "500"}).value("customers", nlohmann::json::array()))
        names.push_back(customer.at("name"));
    return names;
}

} // namespace banhang::test
