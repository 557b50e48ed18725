// Chance that falls the same way on every machine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace banhang::demo {

/// mt19937_64 is specified bit by bit; the distributions of the standard library are not, so this class has its own.
class SeededRandom
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}

    /// 0 .. n-1, n > 0.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(m_engine() % n); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <typename Container>
    const auto& pick(const Container& from)
    {
        return from[below(std::size(from))];
    }
    /// Index drawn in proportion to the steps of `cumulative`.
    std::size_t weighted(const std::vector<double>& cumulative)
    {
        const double at = static_cast<double>(below(1'000'000)) / 1'000'000 * cumulative.back();
        return static_cast<std::size_t>(std::upper_bound(cumulative.begin(), cumulative.end(), at) -
                                        cumulative.begin());
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace banhang::demo
