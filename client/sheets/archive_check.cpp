#include "client/sheets/archive_check.h"

#include <algorithm>

#include "common/error.h"

namespace banhang::client {

namespace {

// Records of the format, as in PKWARE's APPNOTE 4.3.
constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::string_view kEntryMark = "PK\x01\x02";
constexpr std::string_view kLocalMark = "PK\x03\x04";
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kMaxCommentLength = 65'535;
constexpr std::uint64_t kZip64 = 0xFFFFFFFF;
/// Smaller entries unpack to little, whatever their ratio.
constexpr std::uint64_t kLargeEntry = 4ULL * 1024 * 1024;

[[noreturn]] void refuse(const char* key)
{
    throw AppError(ErrorCode::Invalid, key);
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at, int size)
{
    if (at + static_cast<std::size_t>(size) > bytes.size())
        refuse("sheet.damaged");
    std::uint64_t number = 0;
    for (int i = size - 1; i >= 0; --i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}

std::size_t endRecord(std::string_view bytes)
{
    if (bytes.size() < kEndSize)
        refuse("sheet.damaged");
    const std::size_t from = bytes.size() - std::min(bytes.size(), kEndSize + kMaxCommentLength);
    const std::size_t found = bytes.rfind(kEndMark);
    if (found == std::string_view::npos || found < from || found + kEndSize > bytes.size())
        refuse("sheet.damaged");
    return found;
}

/// One entry of the directory.
struct Entry
{
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    std::uint64_t offset = 0;
    bool encrypted = false;
    std::size_t size = 0; ///< of the record
};

Entry entryAt(std::string_view bytes, std::size_t at)
{
    if (bytes.substr(at, kEntryMark.size()) != kEntryMark)
        refuse("sheet.damaged");
    Entry entry;
    entry.encrypted = (numberAt(bytes, at + 8, 2) & 1U) != 0;
    entry.packed = numberAt(bytes, at + 20, 4);
    entry.unpacked = numberAt(bytes, at + 24, 4);
    const std::uint64_t nameSize = numberAt(bytes, at + 28, 2);
    entry.size = kEntrySize + nameSize + numberAt(bytes, at + 30, 2) + numberAt(bytes, at + 32, 2);
    entry.offset = numberAt(bytes, at + 42, 4);
    if (at + entry.size > bytes.size())
        refuse("sheet.damaged");
    entry.name = bytes.substr(at + kEntrySize, nameSize);
    return entry;
}

void checkEntry(const Entry& entry, std::string_view bytes, const ArchiveLimits& limits)
{
    if (entry.encrypted)
        refuse("sheet.encrypted");
    // Over four gigabytes, or said so: no list of customers is.
    if (entry.packed == kZip64 || entry.unpacked == kZip64 || entry.offset == kZip64)
        refuse("sheet.too_large");
    if (entry.unpacked > limits.entry)
        refuse("sheet.too_large");
    if (entry.unpacked > kLargeEntry && entry.unpacked / std::max<std::uint64_t>(1, entry.packed) > limits.ratio)
        refuse("sheet.too_large");
    if (entry.offset + kLocalSize + entry.packed > bytes.size() ||
        bytes.substr(entry.offset, kLocalMark.size()) != kLocalMark)
        refuse("sheet.damaged");
}

} // namespace

std::vector<std::string> checkedArchive(std::string_view bytes, const ArchiveLimits& limits)
{
    const std::size_t end = endRecord(bytes);
    const std::uint64_t count = numberAt(bytes, end + 10, 2);
    if (count > limits.entries)
        refuse("sheet.too_large");
    std::size_t at = numberAt(bytes, end + 16, 4);
    std::uint64_t total = 0;
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (at >= end)
            refuse("sheet.damaged");
        Entry entry = entryAt(bytes, at);
        checkEntry(entry, bytes, limits);
        total += entry.unpacked;
        if (total > limits.total)
            refuse("sheet.too_large");
        at += entry.size;
        names.push_back(std::move(entry.name));
    }
    return names;
}

} // namespace banhang::client
