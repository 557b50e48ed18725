// A backup each night, and no more of them than asked for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/platform/local_time.h"
#include "server/core/jobs/job_thread.h"
#include "server/ops/backup.h"

namespace prometheus {
class Gauge;
class Counter;
class Registry;
} // namespace prometheus

namespace banhang::server {

/// The nightly backups in one directory, told by their names: "banhang-20261121-013000.dump". What people called
/// otherwise is theirs and stays.
class BackupDirectory
{
public:
    explicit BackupDirectory(std::filesystem::path directory) : m_directory(std::move(directory)) {}

    /// Oldest first; unfinished and foreign files are none.
    std::vector<std::filesystem::path> list() const;
    /// When the newest was written; nothing if there is none.
    std::optional<platform::WallTime> newest() const;
    std::filesystem::path nameFor(platform::WallTime moment) const;
    /// Removes the oldest with their checksums until `keep` are left. Call it after a new one was written: never
    /// before.
    void dropOld(int keep) const;
    /// Removes what backups that were killed left behind, after a day: it may be as large as a backup.
    void dropUnfinished() const;

private:
    std::filesystem::path m_directory;
};

struct BackupJobOptions
{
    DumpTools tools;
    std::filesystem::path directory;
    int hour = 1; ///< of the local clock
    int minute = 30;
    int keep = 14;
    /// Where there is no backup yet, the first is made so long after the start, whatever the time: a machine that is
    /// switched off each night would otherwise never make one. Not at once, since an office that is being set up starts
    /// its server more than once.
    std::chrono::minutes first{10};
};

/// Runs as long as it lives. A night that the machine slept through is made up for when it wakes; a failure is logged,
/// counted and tried again after an hour. The destructor ends a backup under way, and the next start makes up for it.
class BackupJob
{
public:
    BackupJob(BackupJobOptions options, prometheus::Registry& figures);

private:
    /// Tells of the newest backup; when the next one is due.
    platform::WallTime takeStock();
    std::chrono::milliseconds workOnce();
    bool runOnce();

    const BackupJobOptions m_options;
    const BackupDirectory m_backups;
    prometheus::Gauge& m_lastSuccess;
    prometheus::Gauge& m_bytes;
    prometheus::Counter& m_failures;
    platform::WallTime m_due;
    JobThread m_thread;
};

} // namespace banhang::server
