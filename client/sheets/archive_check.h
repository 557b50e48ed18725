// What a zip archive says of itself, read before anything is unpacked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::client {

/// What an .xlsx or .ods may hold at most; all in bytes.
struct ArchiveLimits
{
    std::uint64_t entry = 512ULL * 1024 * 1024;
    std::uint64_t total = 768ULL * 1024 * 1024;
    /// Of a large entry to what it takes in the archive. Sheets of real offices pack 5 to 30 times; a bomb a thousand.
    std::uint64_t ratio = 200;
    std::uint64_t entries = 5'000;
};

/// Names of the entries of an archive within the limits. Throws: AppError Invalid "sheet.damaged", "sheet.encrypted",
/// "sheet.too_large".
std::vector<std::string> checkedArchive(std::string_view bytes, const ArchiveLimits& limits = {});

} // namespace banhang::client
