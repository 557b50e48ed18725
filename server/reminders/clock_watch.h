// Notices when the database's clock was set.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace banhang::server {

/// Compares how far the database's clock went with how far this machine's steady one did. Thread: belongs to one.
class ClockWatch
{
public:
    using Steady = std::chrono::steady_clock;
    /// More than a slow answer or a drift explains.
    static constexpr std::chrono::seconds kBound{30};

    /// How far the database's clock jumped since the last look, if it did.
    std::optional<std::chrono::seconds> look(std::int64_t databaseMicros, Steady::time_point here)
    {
        const std::chrono::microseconds there(databaseMicros);
        std::optional<std::chrono::seconds> jump;
        if (m_last) {
            const auto expected = std::chrono::duration_cast<std::chrono::microseconds>(here - m_last->here);
            const auto difference = there - m_last->there - expected;
            if (difference > kBound || difference < -kBound)
                jump = std::chrono::duration_cast<std::chrono::seconds>(difference);
        }
        m_last = {there, here};
        return jump;
    }

private:
    struct Moment
    {
        std::chrono::microseconds there;
        Steady::time_point here;
    };
    std::optional<Moment> m_last;
};

} // namespace banhang::server
