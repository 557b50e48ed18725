// banhang-bench: measures a demo office that is being served, and prints JSON.
//
//   ./run                                                  (in another shell; or any server with the demo company)
//   cmake --build build/release --target banhang-bench
//   build/release/bin/banhang-bench --connection office.banhang --server-pid 1234 --client build/release/bin/banhang
//
// Connection file and process id are those that ./run keeps in its folder. It changes the note of one customer some
// hundred times, nothing else. Only on a quiet machine do the figures mean anything.
#include <filesystem>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "client/connection/channel.h"
#include "client/ctl/output.h"
#include "common/connection_file.h"
#include "common/platform/private_file.h"
#include "tests/bench/call_times.h"
#include "tests/bench/memory.h"
#include "tests/bench/throughput.h"

namespace {

using namespace banhang;
using namespace banhang::bench;

struct Options
{
    std::string connection;
    std::string client;
    int serverProcess = 0;
    int rounds = 200;
    ThroughputOptions throughput;
};

constexpr int kConnections = 4;

/// The client reads its token from a file, so that it stands in no command line.
nlohmann::ordered_json clientMemory(const Options& options, const std::string& token)
{
    const auto file = std::filesystem::temp_directory_path() / ("banhang-bench-" + std::to_string(::getpid()));
    platform::createPrivateFile(file, token);
    auto memory = memoryOfClient(options.client, options.connection, file);
    std::filesystem::remove(file);
    return memory;
}

nlohmann::ordered_json measure(const Options& options)
{
    // Each person has a connection of their own, as each machine has.
    const auto file = readConnectionFile(options.connection);
    Person seller = signIn(client::makeChannel(file), "minh");
    Person leader = signIn(client::makeChannel(file), "ha");
    Person administrator = signIn(client::makeChannel(file), "quantri");

    nlohmann::ordered_json figures;
    figures["processors"] = std::thread::hardware_concurrency();
    // Memory first: afterwards the server is not at rest any more.
    if (options.serverProcess != 0) {
        figures["memory_at_rest"]["server"] = memoryOf(options.serverProcess);
        figures["memory_at_rest"]["database"] = memoryOfFamily(childNamed(options.serverProcess, "postgres"));
    }
    if (!options.client.empty())
        figures["memory_at_rest"]["client"] = clientMemory(options, leader.token);
    figures["list"] = listTimes(seller, leader, administrator, options.rounds);
    figures["search"] = searchTimes(administrator, options.rounds);
    figures["record"] = recordTimes(seller, options.rounds);
    std::vector<std::shared_ptr<grpc::Channel>> channels;
    for (int i = 0; i < kConnections; ++i)
        channels.push_back(client::makeChannel(file));
    figures["gets_per_second"] = getsPerSecond(channels, seller, options.throughput);
    figures["news"] = newsTimes(seller, leader, options.rounds);
    for (Person* person : {&seller, &leader, &administrator})
        person->remote->call(&v1::IdentityService::Stub::SignOut, v1::SignOutRequest());
    return figures;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Measures a demo office that is being served, and prints JSON."};
    Options options;
    app.add_option("--connection", options.connection, "Connection file of the office")->required();
    app.add_option("--server-pid", options.serverProcess, "Process of banhangd, to measure its memory");
    app.add_option("--client", options.client, "Program banhang, to measure its memory");
    app.add_option("--rounds", options.rounds, "Calls of each kind")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    app.add_option("--calls", options.throughput.calls, "Calls made to count how many go through in a second")
        ->check(CLI::Range(100, 10'000'000))
        ->capture_default_str();
    app.add_option("--at-once", options.throughput.atOnce, "Of these, under way at a time")
        ->check(CLI::Range(1, 120))
        ->capture_default_str();
    app.add_option("--database", options.throughput.database,
                   "libpq's connection string of the role banhang_app, to measure the reading alone");
    CLI11_PARSE(app, argc, argv);
    try {
        std::cout << measure(options).dump(2) << "\n";
    } catch (const AppError& error) {
        std::cerr << "banhang-bench: " << client::errorText(error) << "\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
