#include "common/platform/private_file_writer.h"

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <utility>

#include "common/platform/posix_handle.h"
#include "common/platform/private_file.h"

namespace banhang::platform {

namespace {

constexpr std::string_view kEnding = ".part";

/// The name of a file that is not finished, where a signal handler can read it: it may neither lock nor allocate.
struct UnfinishedName
{
    std::atomic<bool> isTaken = false;
    std::atomic<bool> isWritten = false;
    std::array<char, PATH_MAX> text{};
};

/// More than one program has at a time; what finds no room here is only left behind by a signal.
std::array<UnfinishedName, 8> unfinished;

UnfinishedName* noteUnfinished(const std::string& name)
{
    for (UnfinishedName& place : unfinished) {
        bool isTaken = false;
        if (name.size() >= place.text.size() || !place.isTaken.compare_exchange_strong(isTaken, true))
            continue;
        std::memcpy(place.text.data(), name.c_str(), name.size() + 1);
        place.isWritten = true;
        return &place;
    }
    return nullptr;
}

void forgetUnfinished(UnfinishedName* place)
{
    if (place == nullptr)
        return;
    place->isWritten = false;
    place->isTaken = false;
}

/// Only what is safe within a signal. The handler is used up by now, so that the signal does as it does without one,
/// and the caller learns of it as usual.
void removeUnfinished(int number)
{
    for (const UnfinishedName& place : unfinished)
        if (place.isWritten)
            ::unlink(place.text.data());
    ::raise(number);
}

std::string randomLetters()
{
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    constexpr std::size_t kCount = 8;
    std::random_device device;
    std::uniform_int_distribution<std::size_t> place(0, kLetters.size() - 1);
    std::string letters(kCount, ' ');
    for (char& letter : letters)
        letter = kLetters[place(device)];
    return letters;
}

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
    UnfinishedName* noted = nullptr;

    /// Under a name that no other run has, readable by nobody else. Noted before it is there: a signal in between would
    /// leave it behind. Throws std::system_error.
    void makePart(const std::filesystem::path& path)
    {
        for (;;) {
            part = path.string() + "." + randomLetters() + std::string(kEnding);
            noted = noteUnfinished(part.string());
            const int made = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
            if (made >= 0) {
                handle = PosixHandle(made);
                return;
            }
            const std::error_code why(errno, std::generic_category());
            forgetUnfinished(std::exchange(noted, nullptr));
            if (why != std::errc::file_exists)
                throw std::system_error(why, path.string());
        }
    }
};

void PrivateFileWriter::tidyUpWhenEnded()
{
    struct sigaction action = {};
    action.sa_handler = removeUnfinished;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigfillset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction former = {};
        if (::sigaction(number, nullptr, &former) == 0 && former.sa_handler == SIG_DFL)
            ::sigaction(number, &action, nullptr);
    }
}

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
        m_state->makePart(m_path);
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
    if (m_state)
        forgetUnfinished(m_state->noted);
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
    forgetUnfinished(m_state->noted);
    m_state.reset();
}

} // namespace banhang::platform
