// A lock that one process at a time holds on a directory, released by the system when the process ends in whatever way.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

namespace banhang::platform {

/// Held as long as the object lives.
class LockFile
{
public:
    /// Nothing if another process (or another LockFile of this one) holds it. The file stays behind; only the lock
    /// counts. Throws: std::system_error when the file cannot be made.
    static std::optional<LockFile> tryLock(const std::filesystem::path& path);

    LockFile(LockFile&&) noexcept;
    LockFile& operator=(LockFile&&) noexcept;
    ~LockFile();

private:
    struct Held;
    explicit LockFile(std::unique_ptr<Held> held);

    std::unique_ptr<Held> m_held;
};

} // namespace banhang::platform
