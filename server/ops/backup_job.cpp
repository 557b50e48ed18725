#include "server/ops/backup_job.h"

#include <algorithm>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <spdlog/spdlog.h>

#include "common/platform/private_file.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

constexpr const char* kPrefix = "banhang-";
constexpr const char* kSuffix = ".dump";
constexpr auto kRetryPause = 1h;
/// Clocks are set and machines sleep, so the time is looked at anew now and then.
constexpr auto kLookInterval = 1min;

prometheus::Gauge& gauge(prometheus::Registry& figures, const char* name, const char* help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(figures).Add({});
}

/// Whether nameFor() gave it this name.
bool isNightly(std::string_view name)
{
    constexpr std::string_view kForm = "banhang-########-######.dump";
    return std::ranges::equal(name, kForm, [](char letter, char form) {
        return form == '#' ? letter >= '0' && letter <= '9' : letter == form;
    });
}

double secondsOf(platform::WallTime moment)
{
    return std::chrono::duration<double>(moment.time_since_epoch()).count();
}

} // namespace

std::vector<std::filesystem::path> BackupDirectory::list() const
{
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(m_directory, none)) {
        if (isNightly(entry.path().filename().string()))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<platform::WallTime> BackupDirectory::newest() const
{
    const auto files = list();
    if (files.empty())
        return std::nullopt;
    const auto age = std::filesystem::file_time_type::clock::now() - std::filesystem::last_write_time(files.back());
    return std::chrono::system_clock::now() - std::chrono::duration_cast<std::chrono::system_clock::duration>(age);
}

std::filesystem::path BackupDirectory::nameFor(platform::WallTime moment) const
{
    return m_directory / (kPrefix + platform::localTimeStamp(moment) + kSuffix);
}

void BackupDirectory::dropUnfinished() const
{
    const auto yesterday = std::filesystem::file_time_type::clock::now() - 24h;
    std::vector<std::filesystem::path> unfinished;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(m_directory, none)) {
        std::filesystem::path whole = entry.path();
        whole.replace_extension();
        if (isNightly(whole.filename().string()) && entry.last_write_time() < yesterday &&
            (entry.path() == partFileOf(whole) ||
             (entry.path() == checksumFileOf(whole) && !std::filesystem::exists(whole))))
            unfinished.push_back(entry.path());
    }
    for (const std::filesystem::path& file : unfinished)
        std::filesystem::remove(file);
}

void BackupDirectory::dropOld(int keep) const
{
    const auto files = list();
    for (std::size_t i = 0; i + static_cast<std::size_t>(keep) < files.size(); ++i) {
        std::filesystem::remove(files[i]);
        std::filesystem::remove(checksumFileOf(files[i]));
    }
}

BackupJob::BackupJob(BackupJobOptions options, prometheus::Registry& figures)
    : m_options(std::move(options)),
      m_backups(m_options.directory),
      m_lastSuccess(
          gauge(figures, "banhang_backup_last_success_time_seconds", "When the newest backup was written, Unix time")),
      m_bytes(gauge(figures, "banhang_backup_last_size_bytes", "Size of the newest backup")),
      m_failures(prometheus::BuildCounter()
                     .Name("banhang_backup_failures_total")
                     .Help("Nightly backups that failed")
                     .Register(figures)
                     .Add({})),
      m_due(takeStock()),
      m_thread("backup", [this] { return workOnce(); })
{
}

platform::WallTime BackupJob::takeStock()
{
    const auto newest = m_backups.newest();
    if (!newest)
        return std::chrono::system_clock::now() + m_options.first;
    m_lastSuccess.Set(secondsOf(*newest));
    m_bytes.Set(static_cast<double>(std::filesystem::file_size(m_backups.list().back())));
    // Counted from the newest backup, not from now, so that a restart in the night neither skips nor doubles one.
    return platform::nextLocalTime(*newest, m_options.hour, m_options.minute);
}

std::chrono::milliseconds BackupJob::workOnce()
{
    if (const auto now = std::chrono::system_clock::now(); now >= m_due)
        m_due = runOnce() ? platform::nextLocalTime(now, m_options.hour, m_options.minute) : now + kRetryPause;
    return kLookInterval;
}

bool BackupJob::runOnce()
{
    try {
        platform::ensurePrivateDirectory(m_options.directory);
        const auto now = std::chrono::system_clock::now();
        const BackupFacts facts = writeBackup(m_options.tools, m_backups.nameFor(now), m_thread.stopToken());
        m_backups.dropOld(m_options.keep);
        m_backups.dropUnfinished();
        m_lastSuccess.Set(secondsOf(now));
        m_bytes.Set(static_cast<double>(facts.bytes));
        spdlog::info("event=backup.written file={} bytes={} ms={}", facts.file.string(), facts.bytes,
                     facts.duration.count());
        return true;
    } catch (const std::exception& error) {
        if (m_thread.isStopping()) {
            spdlog::info("event=backup.stopped");
            return false;
        }
        m_failures.Increment();
        spdlog::error("event=backup.failed what=\"{}\"", error.what());
        return false;
    }
}

} // namespace banhang::server
