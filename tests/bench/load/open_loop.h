// Load that does not wait for answers, as people in many rooms do not wait for each other.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "tests/bench/series.h"

namespace banhang::bench {

struct LoadPlan
{
    double perSecond = 100;
    std::chrono::milliseconds length{2000};
    /// What would go beyond counts as not sent: a machine that swallowed the load generator measures nothing.
    int maxInFlight = 4000;
};

struct LoadResult
{
    Series times;        ///< of the calls that were answered OK
    Series refusalTimes; ///< of the others
    std::size_t sent = 0;
    std::size_t notSent = 0;
    std::size_t bytes = 0;             ///< of the answers
    std::map<std::string, int> errors; ///< how often which
    double seconds = 0;                ///< from the first call to the last answer

    void add(const LoadResult& other);
};

struct CallEnd
{
    std::string error; ///< empty = OK
    std::size_t bytes = 0;
};
using EndCall = std::function<void(const CallEnd&)>;
/// Begins call `number` without waiting, and sees to it that `end` is called once.
using BeginCall = std::function<void(std::size_t number, EndCall end)>;

/// Begins calls at moments drawn beforehand (exponential gaps, the same for the same plan) and waits for all answers.
/// Times count from the moment at which a call was due, so that a server that stalls is charged for everybody who
/// would have had to wait.
LoadResult runOpenLoop(const LoadPlan& plan, std::size_t firstNumber, const BeginCall& begin);

} // namespace banhang::bench
