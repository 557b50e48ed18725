// A directory for one test, gone with it.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace banhang::test {

/// In memory where there is room: a new database cluster waits for the disk longer than a test takes. Never in the
/// build tree: a socket's path has to be short, and another account may have to pass through.
class TempDirectory
{
public:
    TempDirectory()
    {
        std::string name = std::string(hasRoomInMemory() ? "/dev/shm" : "/tmp") + "/banhang-test-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr)
            throw std::filesystem::filesystem_error("mkdtemp", std::error_code(errno, std::generic_category()));
        m_path = name;
    }
    ~TempDirectory()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempDirectory(const TempDirectory&) = delete;
    TempDirectory& operator=(const TempDirectory&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    static bool hasRoomInMemory()
    {
        // Containers often have 64 MB there.
        constexpr std::uintmax_t kEnough = 2'000'000'000;
        std::error_code absent;
        const auto room = std::filesystem::space("/dev/shm", absent);
        return !absent && room.available >= kEnough && ::access("/dev/shm", W_OK) == 0;
    }

    std::filesystem::path m_path;
};

} // namespace banhang::test
