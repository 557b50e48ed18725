#include "common/platform/process.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "common/platform/posix_account.h"
#include "common/platform/posix_handle.h"

extern char** environ;

namespace banhang::platform {

namespace {

std::vector<std::string> environmentOf(const Command& command)
{
    std::map<std::string, std::string> merged;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string text = *entry;
        const auto split = text.find('=');
        if (split != std::string::npos)
            merged[text.substr(0, split)] = text.substr(split + 1);
    }
    for (const auto& [name, value] : command.environment)
        merged[name] = value;
    std::vector<std::string> lines;
    for (const auto& [name, value] : merged)
        if (!value.empty())
            lines.emplace_back(name).append("=").append(value);
    return lines;
}

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (std::string& text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

std::array<PosixHandle, 2> makePipe()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throwErrno("pipe");
    return {PosixHandle(ends[0]), PosixHandle(ends[1])};
}

PosixHandle openOrThrow(const std::filesystem::path& path, int flags)
{
    PosixHandle handle(::open(path.c_str(), flags | O_CLOEXEC, 0600));
    if (!handle)
        throwErrno(path);
    return handle;
}

/// All that the child needs, gathered before the fork: between fork and exec only async-signal-safe calls are allowed,
/// since another thread may have held any lock, that of malloc included.
struct Launch
{
    std::vector<std::string> argumentTexts;
    std::vector<std::string> environmentTexts;
    std::vector<char*> arguments;
    std::vector<char*> environment;
    std::optional<PosixAccount> account;
    int standard[3] = {-1, -1, -1};
    int failure = -1;
};

[[noreturn]] void becomeChild(const Launch& launch)
{
    const auto fail = [&] {
        const int error = errno;
        [[maybe_unused]] const ssize_t told = ::write(launch.failure, &error, sizeof error);
        ::_exit(127);
    };
    ::setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    struct sigaction normal = {};
    normal.sa_handler = SIG_DFL;
    ::sigaction(SIGPIPE, &normal, nullptr);
    if (launch.account && !launch.account->become())
        fail();
    for (int target = 0; target < 3; ++target)
        if (::dup2(launch.standard[target], target) < 0)
            fail();
    // A working directory that the account cannot read would make PostgreSQL's tools complain.
    if (launch.account && ::chdir("/") != 0)
        fail();
    ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
    ::execve(launch.arguments[0], launch.arguments.data(), launch.environment.data());
    fail();
    ::_exit(127);
}

pid_t launchChild(const Command& command, int input, int output, int errors)
{
    auto failure = makePipe();
    Launch launch;
    launch.argumentTexts = command.arguments;
    launch.environmentTexts = environmentOf(command);
    launch.arguments = pointers(launch.argumentTexts);
    launch.environment = pointers(launch.environmentTexts);
    if (!command.user.empty())
        launch.account = PosixAccount::named(command.user);
    launch.standard[0] = input;
    launch.standard[1] = output;
    launch.standard[2] = errors;
    launch.failure = failure[1].get();

    const pid_t child = ::fork();
    if (child < 0)
        throwErrno("fork");
    if (child == 0)
        becomeChild(launch);
    failure[1].reset();
    int error = 0;
    ssize_t got = 0;
    do
        got = ::read(failure[0].get(), &error, sizeof error);
    while (got < 0 && errno == EINTR);
    if (got > 0) {
        ::waitpid(child, nullptr, 0);
        throw std::system_error(error, std::generic_category(), "cannot start " + command.arguments.front());
    }
    return child;
}

int exitCodeOf(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Feeds and drains all three pipes at once: a child that fills one while we wait at another would never end.
class Exchange
{
public:
    Exchange(PosixHandle input, std::string_view text, PosixHandle output, PosixHandle errors)
        : m_input(std::move(input)), m_text(text), m_output(std::move(output)), m_errors(std::move(errors))
    {
        ::fcntl(m_input.get(), F_SETFL, O_NONBLOCK);
        if (m_text.empty())
            m_input.reset();
    }

    void complete(Finished& finished)
    {
        while (m_input || m_output || m_errors) {
            pollfd ends[] = {{m_input.get(), POLLOUT, 0}, {m_output.get(), POLLIN, 0}, {m_errors.get(), POLLIN, 0}};
            if (::poll(ends, 3, -1) < 0 && errno != EINTR)
                throwErrno("poll");
            if (ends[0].revents != 0)
                feed();
            if (ends[1].revents != 0)
                drain(m_output, finished.output);
            if (ends[2].revents != 0)
                drain(m_errors, finished.errors);
            if (finished.errors.size() > kKeptErrors)
                finished.errors.erase(0, finished.errors.size() - kKeptErrors);
        }
    }

private:
    static constexpr std::size_t kKeptErrors = 65'536;

    void feed()
    {
        const ssize_t written = ::write(m_input.get(), m_text.data(), m_text.size());
        if (written > 0)
            m_text.remove_prefix(static_cast<std::size_t>(written));
        // A child that ended without reading all is judged by its exit code.
        if (m_text.empty() || (written < 0 && errno != EAGAIN && errno != EINTR))
            m_input.reset();
    }

    static void drain(PosixHandle& from, std::string& to)
    {
        char buffer[16 * 1024];
        const ssize_t got = ::read(from.get(), buffer, sizeof buffer);
        if (got > 0)
            to.append(buffer, static_cast<std::size_t>(got));
        else if (got == 0 || errno != EINTR)
            from.reset();
    }

    PosixHandle m_input;
    std::string_view m_text;
    PosixHandle m_output;
    PosixHandle m_errors;
};

/// Writing to a child that has ended must not end this thread's process.
class NoPipeSignal
{
public:
    NoPipeSignal()
    {
        sigset_t pipeSignal;
        sigemptyset(&pipeSignal);
        sigaddset(&pipeSignal, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &pipeSignal, &m_before);
    }
    ~NoPipeSignal()
    {
        sigset_t pipeSignal;
        sigemptyset(&pipeSignal);
        sigaddset(&pipeSignal, SIGPIPE);
        const timespec now = {};
        while (::sigtimedwait(&pipeSignal, nullptr, &now) > 0) {
        }
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }

private:
    sigset_t m_before = {};
};

/// A pidfd: unlike the number it never names another process.
PosixHandle handleOf(pid_t id)
{
    PosixHandle handle(static_cast<int>(::syscall(SYS_pidfd_open, id, 0)));
    if (!handle)
        throwErrno("pidfd_open");
    return handle;
}

void sendSignal(const PosixHandle& process, int signal)
{
    ::syscall(SYS_pidfd_send_signal, process.get(), signal, nullptr, 0);
}

} // namespace

Finished run(const Command& command, const std::stop_token& stop)
{
    const NoPipeSignal guard;
    auto input = makePipe();
    auto output = makePipe();
    auto errors = makePipe();
    const pid_t child = launchChild(command, input[0].get(), output[1].get(), errors[1].get());
    input[0].reset();
    output[1].reset();
    errors[1].reset();
    const PosixHandle handle = handleOf(child);
    const std::stop_callback stopping(stop, [&handle] { sendSignal(handle, SIGTERM); });
    Finished finished;
    Exchange(std::move(input[1]), command.input, std::move(output[0]), std::move(errors[0])).complete(finished);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            throwErrno("waitpid");
    finished.exitCode = exitCodeOf(status);
    return finished;
}

struct ChildProcess::State
{
    pid_t id = 0;
    PosixHandle handle;
    std::optional<int> exitCode;
};

ChildProcess::ChildProcess(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ChildProcess::ChildProcess(ChildProcess&&) noexcept = default;
ChildProcess& ChildProcess::operator=(ChildProcess&&) noexcept = default;
ChildProcess::~ChildProcess() = default;

ChildProcess ChildProcess::start(const Command& command)
{
    const PosixHandle input = openOrThrow("/dev/null", O_RDONLY);
    const PosixHandle output =
        openOrThrow(command.outputFile.empty() ? "/dev/null" : command.outputFile, O_WRONLY | O_APPEND | O_CREAT);
    auto state = std::make_unique<State>();
    state->id = launchChild(command, input.get(), output.get(), output.get());
    state->handle = handleOf(state->id);
    return ChildProcess(std::move(state));
}

int ChildProcess::id() const
{
    return m_state->id;
}

std::optional<int> ChildProcess::waitFor(std::chrono::milliseconds timeout)
{
    if (m_state->exitCode)
        return m_state->exitCode;
    pollfd source = {m_state->handle.get(), POLLIN, 0};
    if (::poll(&source, 1, static_cast<int>(timeout.count())) <= 0)
        return std::nullopt;
    int status = 0;
    if (::waitpid(m_state->id, &status, 0) == m_state->id)
        m_state->exitCode = exitCodeOf(status);
    return m_state->exitCode;
}

int ChildProcess::stop(Manner manner, std::chrono::milliseconds grace)
{
    if (!waitFor(std::chrono::milliseconds::zero()))
        sendSignal(m_state->handle, manner == Manner::Gentle ? SIGTERM : SIGINT);
    if (const auto code = waitFor(grace))
        return *code;
    kill();
    return m_state->exitCode.value_or(128 + SIGKILL);
}

void ChildProcess::kill()
{
    if (waitFor(std::chrono::milliseconds::zero()))
        return;
    sendSignal(m_state->handle, SIGKILL);
    while (!waitFor(std::chrono::seconds(1))) {
    }
}

bool isProcessAlive(int processId)
{
    if (::kill(processId, 0) != 0 && errno != EPERM)
        return false;
    // One that ended but was not yet waited for still takes signals; the state follows the name in brackets.
    std::ifstream stream("/proc/" + std::to_string(processId) + "/stat");
    std::string facts;
    std::getline(stream, facts);
    const auto bracket = facts.rfind(')');
    return bracket == std::string::npos || facts.compare(bracket, 3, ") Z") != 0;
}

} // namespace banhang::platform
