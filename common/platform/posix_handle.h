// An owned file descriptor, for the Linux sources of this folder only.
#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace banhang::platform {

class PosixHandle
{
public:
    explicit PosixHandle(int descriptor = -1) : m_descriptor(descriptor) {}
    PosixHandle(PosixHandle&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    PosixHandle& operator=(PosixHandle&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~PosixHandle() { reset(); }

    int get() const { return m_descriptor; }
    explicit operator bool() const { return m_descriptor >= 0; }
    int release() { return std::exchange(m_descriptor, -1); }
    void reset()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

private:
    int m_descriptor;
};

/// `what` is the file or the call that failed.
[[noreturn]] inline void throwErrno(const std::filesystem::path& what)
{
    throw std::system_error(errno, std::generic_category(), what.string());
}

} // namespace banhang::platform
