#include <chrono>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include "common/platform/account.h"
#include "common/platform/own_process.h"
#include "common/platform/private_file.h"
#include "common/platform/private_file_writer.h"
#include "common/platform/service.h"
#include "server/app/commands/command_line.h"
#include "server/app/discovery.h"
#include "server/app/office_server.h"
#include "server/core/telemetry/logging.h"
#include "server/ops/backup_job.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

/// Certificates are looked at, and old rows dropped, so often.
constexpr auto kUpkeepInterval = 1h;

/// A file that says where the server listens, for scripts that let it choose a port; there as long as it accepts calls.
class ReadyFile
{
public:
    ReadyFile(std::string file, int port) : m_file(std::move(file))
    {
        if (!m_file.empty())
            platform::writePrivateFile(m_file, nlohmann::json{{"port", port}}.dump() + "\n");
    }
    ~ReadyFile()
    {
        std::error_code ignored;
        if (!m_file.empty())
            std::filesystem::remove(m_file, ignored);
    }
    ReadyFile(const ReadyFile&) = delete;
    ReadyFile& operator=(const ReadyFile&) = delete;

private:
    std::string m_file;
};

/// What is written to as it stands: whoever reads there would take a trial for the end of what there is to read.
bool isPipeOrDevice(const std::string& path)
{
    using std::filesystem::file_type;
    std::error_code absent;
    const file_type type = std::filesystem::status(path, absent).type();
    return type == file_type::fifo || type == file_type::character || type == file_type::block;
}

/// Before anything is begun, as the account that is to write it.
void demandRoomFor(const std::string& readyFile, const Workplace& place)
{
    if (readyFile.empty())
        return;
    place.asOwnerOfData([&] {
        if (isPipeOrDevice(readyFile))
            return;
        try {
            const platform::PrivateFileWriter trial(readyFile);
        } catch (const std::system_error& error) {
            throw CommandRefused("--ready-file " + readyFile + " cannot be written by " + platform::currentUser() +
                                 ", the account that the data directory belongs to and that the server runs as (" +
                                 error.code().message() + "): name a file in a folder of that account, as " +
                                 (place.dataDirectory() / "ready").string());
        }
    });
}

LogOptions logOptions(const Config::Log& log)
{
    LogOptions options;
    if (!log.directory.empty()) {
        std::filesystem::create_directories(log.directory);
        options.file = log.directory / "banhangd.log";
    }
    options.fileSizeMb = static_cast<std::size_t>(log.maxSizeMb);
    options.fileCount = log.keep;
    options.level = log.level;
    return options;
}

void preparePki(const Workplace& place)
{
    const auto prepared = place.pki().prepare(Pki::namesOfThisMachine(place.config().tls.names));
    if (prepared.hasNewAuthority)
        spdlog::info("event=pki made=authority");
    if (prepared.hasNewServerCertificate)
        spdlog::info("event=pki made=server_certificate");
    if (prepared.hasNewClientCertificate)
        spdlog::warn("event=pki made=client_certificate hand_out=connection-file");
}

std::unique_ptr<BackupJob> startBackups(const Workplace& place, Metrics& metrics)
{
    const auto& backup = place.config().backup;
    if (!backup.nightly)
        return nullptr;
    return std::make_unique<BackupJob>(BackupJobOptions{place.dumpTools(), place.backupDirectory(),
                                                        std::stoi(backup.time.substr(0, 2)),
                                                        std::stoi(backup.time.substr(3)), backup.keep},
                                       metrics.registry());
}

/// Without it clients only have to know the address, so a taken port does not keep the server from serving.
std::unique_ptr<Discovery> startDiscovery(const Workplace& place, int port)
{
    const std::string& listen = place.config().discovery.listen;
    if (listen.empty())
        return nullptr;
    try {
        auto discovery = std::make_unique<Discovery>(listen, place.pki().authorityCertificate(), port);
        spdlog::info("event=discovery port={}", discovery->port());
        return discovery;
    } catch (const std::system_error& error) {
        spdlog::warn("event=discovery failed: {}", error.what());
        return nullptr;
    }
}

void serveUntil(platform::StopSignal& stop, const Workplace& place, OfficeServer& server)
{
    const auto alive = platform::aliveInterval();
    const auto interval = alive > 0ms ? std::min<std::chrono::milliseconds>(alive, kUpkeepInterval) : kUpkeepInterval;
    auto nextUpkeep = std::chrono::steady_clock::now() + kUpkeepInterval;
    while (!stop.waitFor(interval)) {
        platform::notifyAlive();
        if (std::chrono::steady_clock::now() < nextUpkeep)
            continue;
        nextUpkeep += kUpkeepInterval;
        try {
            preparePki(place);
            server.tidy();
            // What a rush of calls or streams left behind, a few pages here and there in the heaps of all threads.
            platform::releaseFreedMemory();
        } catch (const std::exception& error) {
            spdlog::error("event=upkeep failed: {}", error.what());
        }
    }
}

void serve(const CommonOptions& common, const std::string& readyFile)
{
    platform::StopSignal stop;
    platform::releaseLargeBlocksAtOnce();
    Workplace place(common);
    demandRoomFor(readyFile, place);
    startLogging(logOptions(place.config().log));
    spdlog::info("event=start version={} data={}", BANHANG_VERSION, place.dataDirectory().string());
    place.openDatabase(Workplace::Use::Serve);
    if (PrivateCluster* cluster = place.cluster())
        cluster->keepRunning([](const std::string& text) { spdlog::warn("event=cluster {}", text); });
    preparePki(place);
    OfficeServer server(place.config(), place.access(), place.pki());
    const auto backups = startBackups(place, server.metrics());
    const auto discovery = startDiscovery(place, server.port());
    {
        const ReadyFile ready(readyFile, server.port());
        platform::notifyReady();
        spdlog::info("event=ready port={}", server.port());
        serveUntil(stop, place, server);
    }
    platform::notifyStopping();
    spdlog::info("event=stop");
    server.stop();
}

void migrate(const CommonOptions& common)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Begin);
    for (const std::string& name : place.appliedMigrations())
        std::cout << "applied " << name << "\n";
    std::cout << "The database is up to date.\n";
}

void showConfig(const CommonOptions& common, bool isJson)
{
    const Workplace place(common);
    auto json = nlohmann::json::object();
    std::size_t width = 0;
    for (const auto& setting : place.settings())
        width = std::max(width, setting.key.size() + setting.value.size());
    for (const auto& [key, value, origin] : place.settings()) {
        json[key] = {{"value", value}, {"origin", origin}};
        if (!isJson)
            std::cout << key << " = " << value << std::string(width - key.size() - value.size() + 2, ' ') << "# "
                      << origin << "\n";
    }
    if (isJson)
        std::cout << json.dump(2) << "\n";
}

} // namespace

void addServeCommands(CommandLine& line)
{
    const auto readyFile = std::make_shared<std::string>();
    CLI::App* server =
        line.app.add_subcommand("serve", "Run the server until SIGTERM, on its own database unless one is configured");
    server->add_option(
        "--ready-file", *readyFile,
        "Written once calls are accepted, {\"port\": N}, and removed at the end, by the account that the data "
        "directory belongs to");
    server->callback([&line, readyFile] { line.chosen = [&line, readyFile] { serve(line.common, *readyFile); }; });

    CLI::App* migration =
        line.app.add_subcommand("migrate", "Bring the database to this program's shape; serve does it by itself");
    migration->callback([&line] { line.chosen = [&line] { migrate(line.common); }; });

    const auto isJson = std::make_shared<bool>(false);
    CLI::App* config = line.app.add_subcommand("config", "Print every setting as it holds, and where it came from");
    config->add_flag("--json", *isJson, "Print JSON");
    config->callback([&line, isJson] { line.chosen = [&line, isJson] { showConfig(line.common, *isJson); }; });

    CLI::App* version = line.app.add_subcommand("version", "Print the version");
    version->callback([&line] { line.chosen = [] { std::cout << "banhangd " << BANHANG_VERSION << "\n"; }; });
}

} // namespace banhang::server
