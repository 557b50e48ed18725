// The process as a service: told to stop by the system, telling the system how it stands.
#pragma once

#include <chrono>
#include <memory>

namespace banhang::platform {

/// Catches the system's wish that the program end (Linux: SIGTERM, SIGINT).
/// Construct it in `main` before any thread starts: threads inherit which signals they leave alone. One per process.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// True once a stop was wished for; false after `timeout`.
    /// Thread: any.
    bool waitFor(std::chrono::milliseconds timeout);

    /// Wishes for a stop from inside.
    /// Thread: any.
    void request();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// To the service manager; nothing happens where there is none.
void notifyReady();
void notifyStopping();
void notifyAlive();

/// How often the service manager wants notifyAlive; zero = never.
std::chrono::milliseconds aliveInterval();

} // namespace banhang::platform
