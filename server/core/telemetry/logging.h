// Where the log goes and how its lines look: structured key=value, in English, without personal data.
#pragma once

#include <filesystem>
#include <string>

namespace banhang::server {

struct LogOptions
{
    /// Empty = standard error, which under systemd is the journal.
    std::filesystem::path file;
    std::size_t fileSizeMb = 20;
    int fileCount = 10;
    /// trace, debug, info, warn, error
    std::string level = "info";
};

/// Replaces spdlog's default logger. Under systemd (JOURNAL_STREAM is set) lines carry the journal's priority instead
/// of time and level, which the journal keeps itself. Throws spdlog::spdlog_ex if the file cannot be written,
/// std::runtime_error for an unknown level.
void startLogging(const LogOptions& options);

} // namespace banhang::server
