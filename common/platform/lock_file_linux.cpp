#include "common/platform/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>

#include "common/platform/posix_handle.h"

namespace banhang::platform {

struct LockFile::Held
{
    PosixHandle handle;
};

LockFile::LockFile(std::unique_ptr<Held> held) : m_held(std::move(held)) {}
LockFile::LockFile(LockFile&&) noexcept = default;
LockFile& LockFile::operator=(LockFile&&) noexcept = default;
LockFile::~LockFile() = default;

std::optional<LockFile> LockFile::tryLock(const std::filesystem::path& path)
{
    PosixHandle handle(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!handle)
        throwErrno(path);
    // flock, not fcntl: the lock belongs to this descriptor, so that closing another one of the same file does not drop
    // it.
    if (::flock(handle.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return std::nullopt;
        throwErrno(path);
    }
    return LockFile(std::make_unique<Held>(std::move(handle)));
}

} // namespace banhang::platform
