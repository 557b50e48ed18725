// Programs started without a shell, as another user where asked.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace banhang::platform {

/// What to start. The child gets its own process group, no open file but the three standard ones, and no blocked
/// signal.
struct Command
{
    /// Program (a path) and its arguments.
    std::vector<std::string> arguments;
    /// Account to run as; empty = as this process. Only the administrator of the machine may name another.
    std::string user;
    /// Added to this process' environment; an empty value removes.
    std::map<std::string, std::string> environment;
    /// For `run` alone: what the child reads.
    std::string input;
    /// For ChildProcess alone: where its output goes, appended; empty = nowhere.
    std::filesystem::path outputFile;
};

struct Finished
{
    int exitCode = 0; ///< 128 + signal if a signal ended it, as shells count
    std::string output;
    std::string errors; ///< the last 64 KiB
};

/// Runs to the end and gathers what it wrote. `stop` asks the child to end (Linux: SIGTERM) and still waits until it
/// has. Throws: std::system_error when it cannot be started, with the reason of the child (no such program, no such
/// user).
Finished run(const Command& command, const std::stop_token& stop = {});

/// A running program. The destructor does not end it: say how with `stop`.
class ChildProcess
{
public:
    /// Throws: std::system_error as `run`.
    static ChildProcess start(const Command& command);

    ChildProcess(ChildProcess&&) noexcept;
    ChildProcess& operator=(ChildProcess&&) noexcept;
    ~ChildProcess();

    int id() const;

    /// Exit code as in Finished once it has ended; nothing after `timeout`. Repeats its answer.
    std::optional<int> waitFor(std::chrono::milliseconds timeout);

    /// Asks it to end and waits for up to `grace`, then ends it by force. Harmless when it has ended.
    enum class Manner { Gentle, Quick }; ///< Linux: SIGTERM, SIGINT (PostgreSQL: smart, fast shutdown)
    int stop(Manner manner, std::chrono::milliseconds grace);

    /// Ends it at once, without any tidying.
    void kill();

private:
    struct State;
    explicit ChildProcess(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Whether the process that has this id still runs.
bool isProcessAlive(int processId);

} // namespace banhang::platform
