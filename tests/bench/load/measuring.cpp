#include "tests/bench/load/measuring.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <mutex>
#include <stdexcept>

#include "tests/bench/load/process_use.h"

namespace banhang::bench {

namespace {

using nlohmann::ordered_json;

constexpr std::chrono::milliseconds kMaxWarmUp{500};
constexpr int kSecondsAfter = 10;
constexpr double kGoodShare = 0.9;
constexpr double kMaxPerSecond = 40'000;

/// How often each deed is done of a hundred.
struct Share
{
    const char* name;
    int percent;
};
constexpr Share kMorning[] = {
    {"get", 24},
    {"list.own.name", 14},
    {"list.team.name", 4},
    {"list.branch.name", 2},
    {"list.all.name", 1},
    {"search.two_words.own", 10},
    {"search.given_name.own", 8},
    {"search.phone", 4},
    {"timeline", 14},
    {"workday", 5},
    {"activities.own", 4},
    {"history", 2},
    {"check.half_typed", 4},
    {"update", 3},
    {"create", 1},
};

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

/// The middle one of each figure of several summaries.
ordered_json medianOf(const std::vector<ordered_json>& runs)
{
    ordered_json median;
    for (const auto& [key, value] : runs.front().items()) {
        std::vector<double> values;
        for (const ordered_json& run : runs)
            if (run.contains(key))
                values.push_back(run.at(key).get<double>());
        std::ranges::sort(values);
        median[key] = values[values.size() / 2];
    }
    return median;
}

ordered_json described(const LoadResult& result)
{
    ordered_json summary = result.times.summary();
    if (summary.is_null())
        summary = ordered_json::object();
    summary["answered_per_second"] = rounded(static_cast<double>(result.times.size()) / result.seconds);
    summary["failed"] = result.refusalTimes.size();
    if (result.refusalTimes.size() > 0)
        summary["failed_after"] = result.refusalTimes.summary();
    if (result.notSent > 0)
        summary["not_sent"] = result.notSent;
    if (!result.errors.empty())
        summary["errors"] = result.errors;
    return summary;
}

const Deed& named(const std::vector<Deed>& deeds, const std::string& name)
{
    const auto found = std::ranges::find(deeds, name, &Deed::name);
    if (found == deeds.end())
        throw std::runtime_error("no deed " + name);
    return *found;
}

} // namespace

/// Processor time of server and database over a stretch.
struct Measuring::Cost
{
    explicit Cost(const MeasureOptions& wanted)
        : options(wanted),
          server(processorSeconds(wanted.serverProcess)),
          database(processorSecondsOfFamily(wanted.databaseProcess))
    {
    }

    void tell(ordered_json& figures, std::size_t calls) const
    {
        if (options.serverProcess == 0 || calls == 0)
            return;
        const auto each = [calls](double seconds) { return rounded(seconds * 1000 / static_cast<double>(calls)); };
        figures["server_cpu_ms"] = each(processorSeconds(options.serverProcess) - server);
        figures["database_cpu_ms"] = each(processorSecondsOfFamily(options.databaseProcess) - database);
    }

    const MeasureOptions& options;
    const double server;
    const double database;
};

BeginCall Measuring::beginning(const Deed& deed)
{
    return [this, &deed](std::size_t number, EndCall end) {
        m_wire.begin(deed.method, deed.token, deed.request(number),
                     [&deed, number, end = std::move(end)](const CallEnd& ended) {
                         deed.answered(number, ended.error.empty());
                         end(ended);
                     });
    };
}

ordered_json Measuring::one(const Deed& deed)
{
    const auto run = [&](std::chrono::milliseconds length) {
        LoadResult result = runOpenLoop({.perSecond = deed.perSecond, .length = length}, m_number, beginning(deed));
        m_number += result.sent + result.notSent;
        return result;
    };
    run(std::min(kMaxWarmUp, m_options.length));
    std::vector<ordered_json> runs;
    LoadResult all;
    const Cost cost(m_options);
    for (int i = 0; i < m_options.runs; ++i) {
        const LoadResult result = run(m_options.length);
        if (result.times.size() > 0)
            runs.push_back(result.times.summary());
        all.add(result);
    }
    ordered_json figures = described(all);
    if (!runs.empty()) {
        const ordered_json median = medianOf(runs);
        for (const char* key : {"median_ms", "p95_ms", "p99_ms"})
            figures[key] = median.at(key);
    }
    figures["offered_per_second"] = deed.perSecond;
    figures["bytes"] = all.times.size() == 0 ? 0 : all.bytes / all.times.size();
    cost.tell(figures, all.times.size());
    return figures;
}

ordered_json Measuring::each(const std::vector<Deed>& deeds)
{
    ordered_json figures = ordered_json::object();
    for (const Deed& deed : deeds) {
        if (!std::regex_search(deed.name, m_options.only))
            continue;
        figures[deed.name] = one(deed);
        std::cerr << deed.name << ": " << figures[deed.name].dump() << '\n';
    }
    return figures;
}

LoadResult Measuring::mixed(const std::vector<Deed>& deeds, double perSecond, std::chrono::milliseconds length,
                            std::map<std::string, Series>* byName)
{
    std::vector<const Deed*> turns;
    for (const Share& share : kMorning)
        turns.insert(turns.end(), static_cast<std::size_t>(share.percent), &named(deeds, share.name));
    // Any multiplier without a common factor with a hundred deals the turns evenly.
    constexpr std::size_t kStride = 37;
    std::mutex mutex;
    const BeginCall begin = [&](std::size_t number, EndCall end) {
        const Deed& deed = *turns[number * kStride % turns.size()];
        const auto start = Clock::now();
        beginning(deed)(number, [&, start, end = std::move(end)](const CallEnd& ended) {
            if (byName != nullptr && ended.error.empty()) {
                const std::lock_guard lock(mutex);
                (*byName)[deed.name].add(Clock::now() - start);
            }
            end(ended);
        });
    };
    LoadResult result = runOpenLoop({.perSecond = perSecond, .length = length}, m_number, begin);
    m_number += result.sent + result.notSent;
    return result;
}

ordered_json Measuring::morning(const std::vector<Deed>& deeds, double perSecond)
{
    mixed(deeds, perSecond, std::min(kMaxWarmUp, m_options.length), nullptr);
    std::map<std::string, Series> byName;
    LoadResult all;
    std::vector<ordered_json> runs;
    const Cost cost(m_options);
    for (int i = 0; i < m_options.runs; ++i) {
        const LoadResult result = mixed(deeds, perSecond, m_options.length * 2, &byName);
        runs.push_back(result.times.summary());
        all.add(result);
    }
    ordered_json figures{{"offered_per_second", perSecond}, {"all", described(all)}};
    const ordered_json median = medianOf(runs);
    for (const char* key : {"median_ms", "p95_ms", "p99_ms"})
        figures["all"][key] = median.at(key);
    cost.tell(figures["all"], all.times.size());
    for (const auto& [name, times] : byName)
        figures[name] = times.summary();
    return figures;
}

ordered_json Measuring::overload(const std::vector<Deed>& deeds, double normalPerSecond)
{
    const auto isGood = [](const LoadResult& result) {
        return result.notSent == 0 &&
               static_cast<double>(result.times.size()) >= kGoodShare * static_cast<double>(result.sent);
    };
    const auto step = m_options.length * 3 / 2;
    ordered_json figures{{"normal", described(mixed(deeds, normalPerSecond, step, nullptr))}};
    double sustained = normalPerSecond;
    ordered_json steps = ordered_json::array();
    double rate = normalPerSecond;
    while (rate < kMaxPerSecond) {
        const LoadResult result = mixed(deeds, rate, step, nullptr);
        steps.push_back(described(result));
        steps.back()["offered_per_second"] = rounded(rate);
        // What piled up is answered after the end of the step: then the rate was not sustained.
        if (!isGood(result) || result.seconds > 1.2 * std::chrono::duration<double>(step).count())
            break;
        sustained = rate;
        rate *= 1.25;
    }
    figures["steps"] = steps;
    figures["sustained_per_second"] = rounded(sustained);
    figures["overload_per_second"] = rounded(2 * sustained);
    figures["overload"] = described(mixed(deeds, 2 * sustained, 5 * m_options.length, nullptr));
    if (m_options.serverProcess != 0)
        figures["server_peak_mib"] = rounded(peakMemory(m_options.serverProcess));
    figures["seconds_after"] = ordered_json::array();
    for (int second = 0; second < kSecondsAfter; ++second)
        figures["seconds_after"].push_back(described(mixed(deeds, normalPerSecond, m_options.length / 2, nullptr)));
    return figures;
}

} // namespace banhang::bench
