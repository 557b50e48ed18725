#include "tests/bench/load/open_loop.h"

#include <cmath>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace banhang::bench {

namespace {

/// Offsets from the start; the engine is specified bit by bit, the library's distributions are not.
std::vector<Clock::duration> momentsOf(const LoadPlan& plan)
{
    std::mt19937_64 engine(20'260'101);
    std::vector<Clock::duration> moments;
    const double end = std::chrono::duration<double>(plan.length).count();
    double at = 0;
    for (;;) {
        const double share = (static_cast<double>(engine() >> 11U) + 1) / 9007199254740993.0;
        at -= std::log(share) / plan.perSecond;
        if (at >= end)
            return moments;
        moments.push_back(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(at)));
    }
}

/// Outlives the run in the callbacks that hold it.
struct Tally
{
    std::mutex mutex;
    std::condition_variable changed;
    int underWay = 0;
    LoadResult result;

    void end(Clock::duration time, const CallEnd& ended)
    {
        const std::lock_guard lock(mutex);
        --underWay;
        if (ended.error.empty()) {
            result.times.add(time);
            result.bytes += ended.bytes;
        } else {
            result.refusalTimes.add(time);
            ++result.errors[ended.error];
        }
        changed.notify_all();
    }
};

} // namespace

void LoadResult::add(const LoadResult& other)
{
    times.add(other.times);
    refusalTimes.add(other.refusalTimes);
    sent += other.sent;
    notSent += other.notSent;
    bytes += other.bytes;
    seconds += other.seconds;
    for (const auto& [error, count] : other.errors)
        errors[error] += count;
}

LoadResult runOpenLoop(const LoadPlan& plan, std::size_t firstNumber, const BeginCall& begin)
{
    const auto tally = std::make_shared<Tally>();
    const std::vector<Clock::duration> moments = momentsOf(plan);
    const auto start = Clock::now();
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const auto due = start + moments[i];
        std::this_thread::sleep_until(due);
        {
            const std::lock_guard lock(tally->mutex);
            if (tally->underWay >= plan.maxInFlight) {
                ++tally->result.notSent;
                continue;
            }
            ++tally->underWay;
            ++tally->result.sent;
        }
        begin(firstNumber + i, [tally, due](const CallEnd& ended) { tally->end(Clock::now() - due, ended); });
    }
    std::unique_lock lock(tally->mutex);
    tally->changed.wait(lock, [&] { return tally->underWay == 0; });
    tally->result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return std::move(tally->result);
}

} // namespace banhang::bench
