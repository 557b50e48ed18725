// banhang-bench-load: measures a served office that banhang-bench-data made, and prints JSON. tests/bench/run starts it
// with all that belongs to it; docs/performance.md tells what the figures mean.
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>

#include "client/connection/channel.h"
#include "client/ctl/output.h"
#include "common/connection_file.h"
#include "tests/bench/load/import_watched.h"
#include "tests/bench/load/measuring.h"
#include "tests/bench/load/process_use.h"
#include "tests/bench/load/push.h"
#include "tests/bench/memory.h"
#include "tests/bench/throughput.h"

namespace {

using namespace banhang;
using namespace banhang::bench;

struct Options
{
    std::string connection;
    std::string only;
    std::vector<std::string> parts{"calls", "limit", "morning", "push", "import", "overload"};
    int runs = 5;
    int milliseconds = 2000;
    std::vector<int> clients{1, 100, 500};
    double rate = 1;
    double morningPerSecond = 50;
    int soakMinutes = 0;
    MeasureOptions measure;
    ThroughputOptions throughput;
};

constexpr int kConnections = 4;
/// Beyond the numbers of all other calls.
constexpr std::size_t kFirstPush = 1'000'000'000;
constexpr std::size_t kPushStride = 1'000'000;
constexpr std::size_t kPushes = 6;
constexpr std::size_t kFirstImport = 2'000'000'000;
constexpr int kImportedRows = 10'000;
constexpr int kSoakClients = 100;

bool has(const Options& options, const char* part)
{
    return std::ranges::find(options.parts, part) != options.parts.end();
}

/// What the server takes of the machine, once a minute, while an office works and looks on.
nlohmann::ordered_json soak(Measuring& measuring, const std::vector<Deed>& deeds, const ConnectionFile& file,
                            const Options& options)
{
    nlohmann::ordered_json minutes = nlohmann::ordered_json::array();
    for (int minute = 0; minute < options.soakMinutes; ++minute) {
        const auto morning = measuring.morning(deeds, options.morningPerSecond);
        measurePush(file, {kSoakClients, 2, std::chrono::seconds(30), options.measure.serverProcess,
                           kFirstPush + (kPushes + static_cast<std::size_t>(minute)) * kPushStride});
        minutes.push_back({{"all", morning.at("all")},
                           {"server", memoryOf(options.measure.serverProcess)},
                           {"descriptors", openDescriptors(options.measure.serverProcess)},
                           {"database", memoryOfFamily(options.measure.databaseProcess)}});
        std::cerr << minutes.back().dump() << '\n';
    }
    return minutes;
}

nlohmann::ordered_json pushes(const ConnectionFile& file, const Options& options)
{
    nlohmann::ordered_json figures = nlohmann::ordered_json::array();
    for (const int clients : options.clients)
        for (const double commits : {10.0, 50.0}) {
            figures.push_back(
                measurePush(file, {clients, commits * options.rate, std::chrono::milliseconds(5 * options.milliseconds),
                                   options.measure.serverProcess, kFirstPush + figures.size() * kPushStride}));
            std::cerr << figures.back().dump() << '\n';
        }
    return figures;
}

nlohmann::ordered_json measure(const Options& options)
{
    const ConnectionFile file = readConnectionFile(options.connection);
    Cast cast = signInCast(file);
    std::vector<std::shared_ptr<grpc::Channel>> channels;
    channels.reserve(kConnections);
    for (int i = 0; i < kConnections; ++i)
        channels.push_back(client::makeChannel(file));
    Wire wire(channels);
    Measuring measuring(wire, options.measure);
    std::vector<Deed> deeds = allDeeds(cast);
    for (Deed& deed : deeds)
        deed.perSecond *= options.rate;
    nlohmann::ordered_json figures;
    if (has(options, "limit"))
        figures["limit"] = getsPerSecond(channels, cast.seller, options.throughput);
    if (has(options, "calls"))
        figures["calls"] = measuring.each(deeds);
    if (has(options, "morning"))
        figures["morning"] = measuring.morning(deeds, options.morningPerSecond);
    if (has(options, "push"))
        figures["push"] = pushes(file, options);
    if (has(options, "import"))
        figures["import"] = measureWatchedImport(file, {.clients = std::ranges::max(options.clients),
                                                        .rows = static_cast<int>(kImportedRows * options.rate),
                                                        .serverProcess = options.measure.serverProcess,
                                                        .firstNumber = kFirstImport});
    if (options.soakMinutes > 0)
        figures["soak"] = soak(measuring, deeds, file, options);
    if (has(options, "overload"))
        figures["overload"] = measuring.overload(deeds, options.morningPerSecond);
    if (options.measure.serverProcess != 0)
        figures["memory"] = {{"server", memoryOf(options.measure.serverProcess)},
                             {"server_peak_mib", peakMemory(options.measure.serverProcess)},
                             {"database", memoryOfFamily(options.measure.databaseProcess)}};
    return figures;
}

/// What cannot be done ends as an exception.
int run(int argc, char** argv)
{
    CLI::App app{"Measures a served office that banhang-bench-data made, and prints JSON."};
    Options options;
    app.add_option("--connection", options.connection, "Connection file of the office")->required();
    app.add_option("--parts", options.parts, "Of calls, limit, morning, push, import, overload")
        ->delimiter(',')
        ->capture_default_str();
    app.add_option("--only", options.only, "Calls whose names hold this expression");
    app.add_option("--runs", options.runs)->check(CLI::Range(1, 1000))->capture_default_str();
    app.add_option("--milliseconds", options.milliseconds, "Length of a run")->capture_default_str();
    app.add_option("--clients", options.clients,
                   "How many look on during push, one figure after the other; the most of them during import")
        ->delimiter(',')
        ->capture_default_str();
    app.add_option("--rate", options.rate, "Calls a second, as a share of the usual ones")->capture_default_str();
    app.add_option("--morning", options.morningPerSecond, "Calls a second of the morning")->capture_default_str();
    app.add_option("--soak", options.soakMinutes, "So many rounds of about a minute")->capture_default_str();
    app.add_option("--server-pid", options.measure.serverProcess, "Process of banhangd");
    app.add_option("--calls", options.throughput.calls, "Calls made for the limit")->capture_default_str();
    app.add_option("--database", options.throughput.database,
                   "libpq's connection string of the role banhang_app, for the limit");
    CLI11_PARSE(app, argc, argv);
    options.morningPerSecond *= options.rate;
    options.measure.runs = options.runs;
    options.measure.length = std::chrono::milliseconds(options.milliseconds);
    options.measure.only = std::regex(options.only);
    if (options.measure.serverProcess != 0)
        options.measure.databaseProcess = childNamed(options.measure.serverProcess, "postgres");
    std::cout << measure(options).dump(2) << '\n';
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const AppError& error) {
        std::cerr << "banhang-bench-load: " << client::errorText(error) << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench-load: " << error.what() << '\n';
        return 1;
    }
}
