#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "common/connection_file.h"
#include "common/platform/host.h"
#include "common/platform/private_file.h"
#include "server/app/commands/command_line.h"

namespace banhang::server {

namespace {

struct ConnectionArguments
{
    std::vector<std::string> addresses;
    std::string file;
};

std::string portOf(const std::string& listen)
{
    return listen.substr(listen.rfind(':') + 1);
}

/// What clients of the network reach: the address listened on, or with "all of them" each one of this machine but
/// loopback.
std::vector<std::string> addressesToReach(const std::string& listen)
{
    const ServerAddress own = parseServerAddress(listen);
    if (own.host != "0.0.0.0" && own.host != "::")
        return {listen};
    std::vector<std::string> found;
    for (const std::string& address : platform::hostAddresses())
        if (address.find(':') == std::string::npos && (!platform::isLoopbackAddress(address) || found.empty()))
            found.push_back(address + ":" + std::to_string(own.port));
    return found;
}

std::string withPort(const std::string& address, const std::string& port)
{
    if (const auto numeric = platform::normalAddress(address); numeric && numeric->find(':') != std::string::npos)
        return "[" + *numeric + "]:" + port;
    return address.find(':') == std::string::npos ? address + ":" + port : address;
}

void tell(const std::filesystem::path& file, const std::vector<std::string>& addresses)
{
    std::string list;
    for (const std::string& address : addresses)
        list += (list.empty() ? "" : ", ") + address;
    std::cout << "Written: " << file.string() << ", for a server at " << list
              << "\nGive it to each machine of the office as you would a key: the client asks for it at its first "
                 "start, banhangctl takes it as sign-in --connection FILE.\n";
}

void writeConnectionFile(const CommonOptions& common, const ConnectionArguments& arguments)
{
    const Workplace place(common);
    const std::string& listen = place.config().server.listen;
    std::vector<std::string> addresses;
    addresses.reserve(arguments.addresses.size());
    for (const std::string& address : arguments.addresses)
        addresses.push_back(withPort(address, portOf(listen)));
    if (addresses.empty())
        addresses = addressesToReach(listen);

    const std::string& discovery = place.config().discovery.listen;
    const int discoveryPort = discovery.empty() ? 0 : std::stoi(portOf(discovery));
    std::string text;
    // The keys are the service's; the file goes where who gave the command may write, such as /root.
    place.asOwnerOfData([&] {
        const Pki pki = place.pki();
        pki.prepare(Pki::namesOfThisMachine(place.config().tls.names));
        const KeyedCertificate client = pki.clientCertificate();
        text = formatConnectionFile(
            {addresses, Pki::kServerName, pki.authorityCertificate(), client.certificate, client.key, discoveryPort});
    });
    if (arguments.file.empty()) {
        std::cout << text;
        return;
    }
    platform::writePrivateFile(arguments.file, text);
    tell(std::filesystem::absolute(arguments.file), addresses);
}

} // namespace

void addConnectionCommand(CommandLine& line)
{
    const auto arguments = std::make_shared<ConnectionArguments>();
    CLI::App* command = line.app.add_subcommand(
        "connection-file",
        "Write the one file that a client needs. It lets its holder reach the server: keep it like a password");
    command->add_option(
        "--address", arguments->addresses,
        "HOST[:PORT] by which clients reach the server; may be repeated. This machine's addresses unless given");
    command->add_option("--out,--output", arguments->file, "File to write; standard output unless given");
    command->callback(
        [&line, arguments] { line.chosen = [&line, arguments] { writeConnectionFile(line.common, *arguments); }; });
}

} // namespace banhang::server
