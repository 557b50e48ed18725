// Backups in PostgreSQL's custom format, each with its checksum beside it, and the way back.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <stop_token>
#include <string>

namespace banhang::server {

/// A backup or a restore that did not happen; nothing was changed.
class BackupError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The database is not empty, or in use, or older than the backup: the operator must say more, stop something, or
/// install something first.
class RestoreRefused : public BackupError
{
public:
    using BackupError::BackupError;
};

/// What to reach the database with.
struct DumpTools
{
    std::filesystem::path programs; ///< directory of pg_dump, pg_restore and psql
    std::string ownerConninfo;      ///< role banhang_owner
};

struct BackupFacts
{
    std::filesystem::path file;
    std::uintmax_t bytes = 0;
    std::chrono::milliseconds duration{};
};

/// "FILE.sha256", one line as `sha256sum` writes it, so that anybody can check a copy: `sha256sum -c FILE.sha256`.
std::filesystem::path checksumFileOf(const std::filesystem::path& file);
/// "FILE.part", which becomes FILE when it is whole.
std::filesystem::path partFileOf(const std::filesystem::path& file);

/// Writes a backup while the database is in use. `file` appears, whole and readable by its owner alone, only after
/// PostgreSQL has read its table of contents back; an existing one is replaced. `stop` ends it within seconds and
/// leaves nothing behind. Throws: BackupError, also when stopped; std::system_error.
BackupFacts writeBackup(const DumpTools& tools, const std::filesystem::path& file, const std::stop_token& stop = {});

/// Compares with the checksum and reads the table of contents.
/// Throws: BackupError naming what is wrong.
void checkBackup(const std::filesystem::path& programs, const std::filesystem::path& file);

/// Puts the content of `file` in the place of all that is there, in one transaction: either all of it or nothing. In
/// the same transaction the feed begins a new epoch (clients reload), positions of the change log move below those of
/// this cluster, and everybody is signed out. Afterwards the caller migrates: the backup may be older than the program.
/// Meanwhile all of it lies as text in `privateDirectory`, which must have room for it and be closed to others: the
/// stick that `file` came on may be full, read-only, and carried away.
/// Throws: RestoreRefused when `isEmptyOnly` and there are people or customers, when others are connected, or when the
/// backup is newer than the program; BackupError.
void restoreBackup(const DumpTools& tools, const std::filesystem::path& file,
                   const std::filesystem::path& privateDirectory, bool isEmptyOnly);

/// Removes the text that a restore which was killed left in its private directory. Not while another may be under way.
void dropRestoreLeftovers(const std::filesystem::path& privateDirectory);

} // namespace banhang::server
