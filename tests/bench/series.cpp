#include "tests/bench/series.h"

#include <algorithm>
#include <cmath>

namespace banhang::bench {

namespace {

constexpr int kWarmUp = 5;

double milliseconds(Clock::duration time)
{
    const double exact = std::chrono::duration<double, std::milli>(time).count();
    return std::round(exact * 100) / 100;
}

} // namespace

nlohmann::ordered_json Series::summary() const
{
    if (m_times.empty())
        return nullptr;
    auto sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    // The nearest rank: a time that really was measured.
    const auto rank = [&sorted](double part) {
        return sorted[static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size()))) - 1];
    };
    return {{"rounds", sorted.size()},
            {"median_ms", milliseconds(rank(0.5))},
            {"p95_ms", milliseconds(rank(0.95))},
            {"p99_ms", milliseconds(rank(0.99))},
            {"p999_ms", milliseconds(rank(0.999))},
            {"max_ms", milliseconds(sorted.back())}};
}

Series timed(int rounds, const std::function<void()>& call)
{
    for (int i = 0; i < kWarmUp; ++i)
        call();
    Series series;
    for (int i = 0; i < rounds; ++i) {
        const auto start = Clock::now();
        call();
        series.add(Clock::now() - start);
    }
    return series;
}

} // namespace banhang::bench
