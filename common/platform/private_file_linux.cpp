#include "common/platform/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "common/platform/posix_handle.h"
#include "common/platform/private_file_writer.h"

namespace banhang::platform {

namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

std::filesystem::path parentOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

void syncDirectory(const std::filesystem::path& directory)
{
    const PosixHandle handle(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle || ::fsync(handle.get()) != 0)
        throwErrno(directory);
}

void writeAll(int descriptor, std::string_view content, const std::filesystem::path& path)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throwErrno(path);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0)
        throwErrno(path);
}

} // namespace

void writePrivateFile(const std::filesystem::path& path, std::string_view content)
{
    PrivateFileWriter writer(path);
    writer.write(content);
    writer.finish();
}

void createPrivateFile(const std::filesystem::path& path, std::string_view content)
{
    const PosixHandle handle(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
    if (!handle)
        throwErrno(path);
    writeAll(handle.get(), content, path);
    syncDirectory(parentOf(path));
}

std::string readFile(const std::filesystem::path& path)
{
    const PosixHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle)
        throwErrno(path);
    std::string content;
    char buffer[16 * 1024];
    for (;;) {
        const ssize_t got = ::read(handle.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throwErrno(path);
        if (got == 0)
            return content;
        content.append(buffer, static_cast<std::size_t>(got));
    }
}

void ensurePrivateDirectory(const std::filesystem::path& path)
{
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path());
    if (::mkdir(path.c_str(), S_IRWXU) == 0)
        return;
    struct stat facts = {};
    if (errno != EEXIST || ::stat(path.c_str(), &facts) != 0)
        throwErrno(path);
    if (!S_ISDIR(facts.st_mode))
        throw std::system_error(ENOTDIR, std::generic_category(), path.string());
    if (facts.st_uid != ::geteuid() && ::geteuid() != 0)
        throw std::system_error(EPERM, std::generic_category(), path.string() + " belongs to somebody else");
    if (facts.st_uid == ::geteuid() && (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0 &&
        ::chmod(path.c_str(), S_IRWXU) != 0)
        throwErrno(path);
}

void renameDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        throwErrno(to);
    syncDirectory(parentOf(to));
}

void syncFile(const std::filesystem::path& path)
{
    const PosixHandle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle || ::fsync(handle.get()) != 0)
        throwErrno(path);
}

bool isReadableByOthers(const std::filesystem::path& path)
{
    struct stat facts = {};
    if (::stat(path.c_str(), &facts) != 0)
        throwErrno(path);
    return (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

} // namespace banhang::platform
