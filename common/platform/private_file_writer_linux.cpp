#include "common/platform/private_file_writer.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>

#include "common/platform/posix_handle.h"
#include "common/platform/private_file.h"

namespace banhang::platform {

namespace {

constexpr std::string_view kEnding = ".part";

/// Whether a file may be put there. Devices, pipes and the system's names for open files (/dev/stdout) stay what they
/// are, whatever they lead to.
bool isPlaceForAFile(const std::filesystem::path& path)
{
    using std::filesystem::file_type;
    std::error_code absent;
    const file_type type = std::filesystem::status(path, absent).type();
    const auto directory = std::filesystem::weakly_canonical(std::filesystem::absolute(path).parent_path(), absent);
    return type != file_type::character && type != file_type::block && type != file_type::fifo && directory != "/dev" &&
           !directory.string().starts_with("/proc/");
}

/// The file that a link leads to.
std::filesystem::path behindLinks(const std::filesystem::path& path)
{
    std::error_code absent;
    return std::filesystem::is_symlink(path, absent) ? std::filesystem::weakly_canonical(path, absent) : path;
}

/// As far as this account may.
void takeModeAndGroup(int handle, const std::filesystem::path& former)
{
    struct stat status
    {
    };
    if (::stat(former.c_str(), &status) != 0)
        return;
    constexpr mode_t kRights = 0777;
    const bool hasGroup = ::fchown(handle, static_cast<uid_t>(-1), status.st_gid) == 0;
    // In another group its rights would be another one's.
    if (hasGroup)
        ::fchmod(handle, status.st_mode & kRights);
}

} // namespace

struct PrivateFileWriter::State
{
    PosixHandle handle;
    std::filesystem::path part; ///< empty for what is written to as it stands
};

PrivateFileWriter::PrivateFileWriter(std::filesystem::path path, Rights rights)
    : m_path(std::move(path)), m_rights(rights), m_state(std::make_unique<State>())
{
    if (isPlaceForAFile(m_path)) {
        if (m_rights == Rights::OfTheFormer)
            m_path = behindLinks(m_path);
        if (std::error_code absent; std::filesystem::is_directory(m_path, absent)) {
            errno = EISDIR;
            throwErrno(m_path);
        }
        std::string name = m_path.string() + ".XXXXXX" + std::string(kEnding);
        // Made with mode 0600, under a name that no other run has.
        m_state->handle = PosixHandle(::mkostemps(name.data(), static_cast<int>(kEnding.size()), O_CLOEXEC));
        m_state->part = name;
    } else {
        m_state->handle = PosixHandle(::open(m_path.c_str(), O_WRONLY | O_CLOEXEC));
    }
    if (!m_state->handle)
        throwErrno(m_path);
}

PrivateFileWriter::~PrivateFileWriter()
{
    if (m_state && !m_state->part.empty())
        ::unlink(m_state->part.c_str());
}

void PrivateFileWriter::write(std::string_view piece)
{
    while (!piece.empty()) {
        const ssize_t written = ::write(m_state->handle.get(), piece.data(), piece.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throwErrno(m_path);
        piece.remove_prefix(static_cast<std::size_t>(written));
    }
}

void PrivateFileWriter::finish()
{
    if (!m_state->part.empty()) {
        if (m_rights == Rights::OfTheFormer)
            takeModeAndGroup(m_state->handle.get(), m_path);
        if (::fsync(m_state->handle.get()) != 0)
            throwErrno(m_path);
        renameDurably(m_state->part, m_path);
    }
    m_state.reset();
}

} // namespace banhang::platform
