#include "common/platform/service.h"

#include <atomic>
#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <systemd/sd-daemon.h>

#include "common/platform/posix_handle.h"

namespace banhang::platform {

struct StopSignal::State
{
    PosixHandle signals;
    PosixHandle wish;
};

StopSignal::StopSignal() : m_state(std::make_unique<State>())
{
    sigset_t caught;
    sigemptyset(&caught);
    sigaddset(&caught, SIGTERM);
    sigaddset(&caught, SIGINT);
    if (const int error = ::pthread_sigmask(SIG_BLOCK, &caught, nullptr); error != 0)
        throw std::system_error(error, std::generic_category(), "pthread_sigmask");
    m_state->signals = PosixHandle(::signalfd(-1, &caught, SFD_CLOEXEC | SFD_NONBLOCK));
    m_state->wish = PosixHandle(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!m_state->signals || !m_state->wish)
        throwErrno("signalfd");
}

StopSignal::~StopSignal() = default;

bool StopSignal::waitFor(std::chrono::milliseconds timeout)
{
    pollfd sources[] = {{m_state->signals.get(), POLLIN, 0}, {m_state->wish.get(), POLLIN, 0}};
    // The descriptors are not read: a wish, once there, holds for every later call.
    const int ready = ::poll(sources, 2, static_cast<int>(timeout.count()));
    if (ready < 0 && errno != EINTR)
        throwErrno("poll");
    return ready > 0;
}

void StopSignal::request()
{
    ::eventfd_write(m_state->wish.get(), 1);
}

void notifyReady()
{
    ::sd_notify(0, "READY=1");
}

void notifyStopping()
{
    ::sd_notify(0, "STOPPING=1");
}

void notifyAlive()
{
    ::sd_notify(0, "WATCHDOG=1");
}

std::chrono::milliseconds aliveInterval()
{
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) <= 0)
        return std::chrono::milliseconds::zero();
    return std::chrono::milliseconds(microseconds / 2000); // twice in each period, as sd_watchdog_enabled(3) advises
}

} // namespace banhang::platform
