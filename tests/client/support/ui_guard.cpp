#include "tests/client/support/ui_guard.h"

#include <QMetaEnum>
#include <QThread>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/futex.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace banhang::test {

namespace {

constexpr int kMaxFrames = 24;

/// What the UI thread is doing; other threads have one of their own and never look at it.
struct Work
{
    bool isUiThread = false;
    int depth = 0;     ///< events in events
    int loopLevel = 0; ///< of event loops, when the outermost event began
    qint64 fileBytes = 0;
    const char* receiver = "";
    int event = 0;
    bool isReporting = false;
};
thread_local Work work;

std::vector<std::string>& violations()
{
    static std::vector<std::string> all;
    return all;
}

struct Longest
{
    double ms = 0;
    std::string what;
};
Longest longest;

std::string describe(const char* receiver, int event)
{
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    return std::string(name ? name : "event") + " to " + receiver;
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// A thread that said that it is finished still has its last instructions to do; its destructor waits for them.
bool isEndOfThread()
{
    return work.event == QEvent::DeferredDelete && std::string_view(work.receiver) == "QThread";
}

/// True while an event is handled by this thread, outside of event loops that it has opened itself. Under a sanitizer,
/// which stands in front of the same functions, nobody asks.
[[maybe_unused]] bool isInEvent()
{
    return work.isUiThread && work.depth > 0 && !work.isReporting && !isEndOfThread() &&
           QThread::currentThread()->loopLevel() <= work.loopLevel;
}

[[maybe_unused]] void report(const std::string& what)
{
    work.isReporting = true;
    std::string text = what + " in the UI thread, handling " + describe(work.receiver, work.event) + "\n";
    void* frames[kMaxFrames];
    const int count = backtrace(frames, kMaxFrames);
    char** names = backtrace_symbols(frames, count);
    for (int i = 2; names && i < count; ++i)
        text += std::string("    ") + names[i] + "\n";
    std::free(static_cast<void*>(names));
    violations().push_back(text);
    work.isReporting = false;
}

class Watcher final : public testing::EmptyTestEventListener
{
    void OnTestEnd(const testing::TestInfo&) override
    {
        for (const auto& violation : std::exchange(violations(), {}))
            ADD_FAILURE() << violation;
    }
    void OnTestProgramEnd(const testing::UnitTest&) override
    {
        printf("longest event: %.1f ms of processor time, %s\n", longest.ms, longest.what.c_str());
    }
};

} // namespace

GuardedApplication::GuardedApplication(int& argc, char** argv) : QApplication(argc, argv)
{
    work.isUiThread = true;
}

bool GuardedApplication::notify(QObject* receiver, QEvent* event)
{
    if (!work.isUiThread || work.depth > 0)
        return QApplication::notify(receiver, event);
    // Neither may be there any more afterwards.
    const int type = event->type();
    const char* name = receiver->metaObject()->className();
    work.depth = 1;
    work.loopLevel = QThread::currentThread()->loopLevel();
    work.fileBytes = 0;
    work.receiver = name;
    work.event = type;
    const double before = cpuMs();
    const bool isHandled = QApplication::notify(receiver, event);
    const double ms = cpuMs() - before;
    work.depth = 0;
    if (ms > longest.ms) {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        const std::string where = test ? std::string(test->test_suite_name()) + "." + test->name() : "no test";
        longest = {ms, describe(name, type) + " in " + where};
    }
    return isHandled;
}

void watchTests()
{
    testing::UnitTest::GetInstance()->listeners().Append(new Watcher); // GoogleTest owns it
}

} // namespace banhang::test

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

// These stand in front of the C library's own for this program and all libraries that it loads.
// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)

using banhang::test::GuardedApplication;
using banhang::test::isInEvent;
using banhang::test::report;
using banhang::test::work;

namespace {

/// The C library's function of a name, looked up with its first use. Without the guard of a local static, which would
/// itself wait for a lock. The version matters for those that changed their shape once.
template <typename Function>
class Next
{
public:
    Function* get(const char* name, const char* version = nullptr)
    {
        Function* function = m_function.load(std::memory_order_relaxed);
        if (!function) {
            function = reinterpret_cast<Function*>(version ? dlvsym(RTLD_NEXT, name, version) : dlsym(RTLD_NEXT, name));
            m_function.store(function, std::memory_order_relaxed);
        }
        return function;
    }

private:
    std::atomic<Function*> m_function = nullptr;
};

void countFile(int file, ssize_t bytes)
{
    if (bytes <= 0 || !isInEvent())
        return;
    struct stat info
    {
    };
    if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode))
        return;
    const bool wasMore = work.fileBytes > GuardedApplication::kMaxFileBytes;
    work.fileBytes += bytes;
    if (!wasMore && work.fileBytes > GuardedApplication::kMaxFileBytes)
        report("reading or writing more than a small file");
}

/// Of a socket: connecting it takes as long as the other machine does.
bool waits(int file)
{
    int type = 0;
    socklen_t size = sizeof type;
    getsockopt(file, SOL_SOCKET, SO_TYPE, &type, &size);
    return type == SOCK_STREAM && (fcntl(file, F_GETFL) & O_NONBLOCK) == 0;
}

/// A contended lock of gRPC steps back for microseconds, and the first one measures the processor's clock by sleeping:
/// once in a process, and nothing that this program could leave out.
bool isOfALock(const void* caller)
{
    Dl_info info{};
    return dladdr(caller, &info) != 0 && std::string_view(info.dli_fname).find("libabsl_") != std::string_view::npos;
}

/// Waits that take longer than this are for somebody who is doing something else.
class LockTimer
{
public:
    LockTimer() { clock_gettime(CLOCK_MONOTONIC, &m_begin); }
    ~LockTimer()
    {
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        const auto ms = (now.tv_sec - m_begin.tv_sec) * 1000 + (now.tv_nsec - m_begin.tv_nsec) / 1'000'000;
        if (ms > GuardedApplication::kMaxLockMs)
            report("waiting " + std::to_string(ms) + " ms for a lock held elsewhere");
    }
    LockTimer(const LockTimer&) = delete;
    LockTimer& operator=(const LockTimer&) = delete;

private:
    timespec m_begin{};
};

/// Of what is asked of a futex: to wake others waits for nobody.
bool isWait(int operation)
{
    const int command = operation & FUTEX_CMD_MASK;
    return command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET || command == FUTEX_LOCK_PI;
}

} // namespace

extern "C" {

int fsync(int file)
{
    static Next<int(int)> following;
    auto* next = following.get("fsync");
    if (isInEvent())
        report("fsync");
    return next(file);
}

int fdatasync(int file)
{
    static Next<int(int)> following;
    auto* next = following.get("fdatasync");
    if (isInEvent())
        report("fdatasync");
    return next(file);
}

ssize_t read(int file, void* buffer, size_t size)
{
    static Next<ssize_t(int, void*, size_t)> following;
    auto* next = following.get("read");
    const ssize_t count = next(file, buffer, size);
    const int error = errno;
    countFile(file, count);
    errno = error;
    return count;
}

ssize_t write(int file, const void* buffer, size_t size)
{
    static Next<ssize_t(int, const void*, size_t)> following;
    auto* next = following.get("write");
    const ssize_t count = next(file, buffer, size);
    const int error = errno;
    countFile(file, count);
    errno = error;
    return count;
}

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex)
{
    static Next<int(pthread_cond_t*, pthread_mutex_t*)> following;
    auto* next = following.get("pthread_cond_wait", "GLIBC_2.3.2");
    if (isInEvent())
        report("waiting for another thread");
    return next(condition, mutex);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until)
{
    static Next<int(pthread_cond_t*, pthread_mutex_t*, const timespec*)> following;
    auto* next = following.get("pthread_cond_timedwait", "GLIBC_2.3.2");
    if (isInEvent())
        report("waiting for another thread");
    return next(condition, mutex, until);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* until)
{
    static Next<int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)> following;
    auto* next = following.get("pthread_cond_clockwait");
    if (isInEvent())
        report("waiting for another thread");
    return next(condition, mutex, clock, until);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept
{
    static Next<int(pthread_mutex_t*)> following;
    auto* next = following.get("pthread_mutex_lock");
    if (!isInEvent())
        return next(mutex);
    const int tried = pthread_mutex_trylock(mutex);
    if (tried != EBUSY)
        return tried;
    const LockTimer timer;
    return next(mutex);
}

int pthread_join(pthread_t thread, void** result)
{
    static Next<int(pthread_t, void**)> following;
    auto* next = following.get("pthread_join");
    if (isInEvent())
        report("waiting for the end of a thread");
    return next(thread, result);
}

int sem_wait(sem_t* semaphore)
{
    static Next<int(sem_t*)> following;
    auto* next = following.get("sem_wait");
    if (isInEvent())
        report("waiting for a semaphore");
    return next(semaphore);
}

int poll(pollfd* files, nfds_t count, int timeout)
{
    static Next<int(pollfd*, nfds_t, int)> following;
    auto* next = following.get("poll");
    if (timeout != 0 && isInEvent())
        report("waiting for a socket (poll)");
    return next(files, count, timeout);
}

int ppoll(pollfd* files, nfds_t count, const timespec* timeout, const sigset_t* mask)
{
    static Next<int(pollfd*, nfds_t, const timespec*, const sigset_t*)> following;
    auto* next = following.get("ppoll");
    if ((!timeout || timeout->tv_sec != 0 || timeout->tv_nsec != 0) && isInEvent())
        report("waiting for a socket (ppoll)");
    return next(files, count, timeout, mask);
}

int select(int count, fd_set* in, fd_set* out, fd_set* odd, timeval* timeout)
{
    static Next<int(int, fd_set*, fd_set*, fd_set*, timeval*)> following;
    auto* next = following.get("select");
    if ((!timeout || timeout->tv_sec != 0 || timeout->tv_usec != 0) && isInEvent())
        report("waiting for a socket (select)");
    return next(count, in, out, odd, timeout);
}

int epoll_wait(int file, epoll_event* events, int count, int timeout)
{
    static Next<int(int, epoll_event*, int, int)> following;
    auto* next = following.get("epoll_wait");
    if (timeout != 0 && isInEvent())
        report("waiting for a call to the server (epoll_wait)");
    return next(file, events, count, timeout);
}

int connect(int file, const sockaddr* address, socklen_t size)
{
    static Next<int(int, const sockaddr*, socklen_t)> following;
    auto* next = following.get("connect");
    if (address && (address->sa_family == AF_INET || address->sa_family == AF_INET6) && isInEvent() && waits(file))
        report("connecting to another machine");
    return next(file, address, size);
}

int getaddrinfo(const char* host, const char* service, const addrinfo* hints, addrinfo** result)
{
    static Next<int(const char*, const char*, const addrinfo*, addrinfo**)> following;
    auto* next = following.get("getaddrinfo");
    if (isInEvent())
        report("resolving a name");
    return next(host, service, hints, result);
}

int nanosleep(const timespec* wanted, timespec* left)
{
    static Next<int(const timespec*, timespec*)> following;
    auto* next = following.get("nanosleep");
    if (isInEvent() && !isOfALock(__builtin_return_address(0)))
        report("sleeping");
    return next(wanted, left);
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* wanted, timespec* left)
{
    static Next<int(clockid_t, int, const timespec*, timespec*)> following;
    auto* next = following.get("clock_nanosleep");
    if (isInEvent() && !isOfALock(__builtin_return_address(0)))
        report("sleeping");
    return next(clock, flags, wanted, left);
}

pid_t waitpid(pid_t process, int* status, int options)
{
    static Next<pid_t(pid_t, int*, int)> following;
    auto* next = following.get("waitpid");
    if ((options & WNOHANG) == 0 && isInEvent())
        report("waiting for another program");
    return next(process, status, options);
}

/// By this way Qt and abseil wait for their locks.
long syscall(long number, ...) noexcept
{
    static Next<long(long, ...)> following;
    auto* next = following.get("syscall");
    va_list list;
    va_start(list, number);
    long argument[6];
    for (long& value : argument)
        value = va_arg(list, long);
    va_end(list);
    const auto call = [&] {
        return next(number, argument[0], argument[1], argument[2], argument[3], argument[4], argument[5]);
    };
    if (number != SYS_futex || !isWait(static_cast<int>(argument[1])) || !isInEvent())
        return call();
    const LockTimer timer;
    return call();
}

} // extern "C"

// NOLINTEND(readability-inconsistent-declaration-parameter-name)

#endif
