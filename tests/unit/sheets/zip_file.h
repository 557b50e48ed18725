// Archives made by hand: entries that are stored, and directories that lie.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::test {

struct ZipEntry
{
    std::string name;
    std::string content;
    std::uint32_t claimedSize = 0; ///< 0 = the true one
    bool encrypted = false;
};

inline void putNumber(std::string& out, std::uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(number >> (8 * i) & 0xFF);
}

inline std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i)
            crc = crc >> 1 ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

inline std::string zipFile(const std::vector<ZipEntry>& entries)
{
    std::string file;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        const auto size = static_cast<std::uint32_t>(entry.content.size());
        const std::uint32_t claimed = entry.claimedSize != 0 ? entry.claimedSize : size;
        const auto offset = static_cast<std::uint32_t>(file.size());
        std::string fields;
        putNumber(fields, 20, 2);
        putNumber(fields, entry.encrypted ? 1 : 0, 2);
        putNumber(fields, 0, 2); // stored
        putNumber(fields, 0, 4); // time
        putNumber(fields, crc32(entry.content), 4);
        putNumber(fields, size, 4);
        putNumber(fields, claimed, 4);
        putNumber(fields, static_cast<std::uint32_t>(entry.name.size()), 2);
        putNumber(fields, 0, 2);
        file += "PK\x03\x04" + fields + entry.name + entry.content;
        directory += "PK\x01\x02";
        putNumber(directory, 20, 2);
        directory += fields;
        putNumber(directory, 0, 2);
        putNumber(directory, 0, 2);
        putNumber(directory, 0, 2);
        putNumber(directory, 0, 4);
        putNumber(directory, offset, 4);
        directory += entry.name;
    }
    const auto start = static_cast<std::uint32_t>(file.size());
    file += directory + "PK\x05\x06";
    putNumber(file, 0, 4);
    putNumber(file, static_cast<std::uint32_t>(entries.size()), 2);
    putNumber(file, static_cast<std::uint32_t>(entries.size()), 2);
    putNumber(file, static_cast<std::uint32_t>(directory.size()), 4);
    putNumber(file, start, 4);
    putNumber(file, 0, 2);
    return file;
}

} // namespace banhang::test
