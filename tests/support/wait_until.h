// Waiting for what other threads and processes bring.
#pragma once

#include <chrono>
#include <thread>

namespace banhang::test {

/// Asks again and again, with pauses that leave the processor to what is waited for. False when `isThere` does not hold
/// within two minutes, which only a fault explains.
template <typename Condition>
[[nodiscard]] bool waitUntil(Condition isThere)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    while (!isThere()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace banhang::test
