// Times of one kind of call, and what to say about them.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include <nlohmann/json.hpp>

namespace banhang::bench {

using Clock = std::chrono::steady_clock;

class Series
{
public:
    void add(Clock::duration time) { m_times.push_back(time); }
    std::size_t size() const { return m_times.size(); }
    void add(const Series& other) { m_times.insert(m_times.end(), other.m_times.begin(), other.m_times.end()); }

    /// {"rounds": 200, "median_ms": 1.2, "p95_ms": 2.3, "p99_ms": 3.1, "p999_ms": 4.1,
    /// "max_ms": 4.5}
    nlohmann::ordered_json summary() const;

private:
    std::vector<Clock::duration> m_times;
};

/// Runs `call` some times unmeasured and then `rounds` times measured.
Series timed(int rounds, const std::function<void()>& call);

} // namespace banhang::bench
