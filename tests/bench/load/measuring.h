// Runs of one deed after another, of the morning's mix, and of more than the server can take.
#pragma once

#include <regex>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/bench/load/deeds.h"
#include "tests/bench/load/wire.h"

namespace banhang::bench {

struct MeasureOptions
{
    int runs = 5;
    std::chrono::milliseconds length{2000};
    std::regex only{""};   ///< deeds whose names hold it
    int serverProcess = 0; ///< 0 = no figures of processes
    int databaseProcess = 0;
};

class Measuring
{
public:
    Measuring(Wire& wire, MeasureOptions options) : m_wire(wire), m_options(std::move(options)) {}

    /// Each deed alone, at its own rate: {"get": {"rounds", "median_ms", ..., "server_cpu_ms", "database_cpu_ms",
    /// "bytes"}}. Percentiles are medians over the runs, p99.9 is of all runs together. Progress goes to the error
    /// output.
    nlohmann::ordered_json each(const std::vector<Deed>& deeds);
    /// What an office does in a morning, all at once: many reads, typing searches, a save now and then, at `perSecond`
    /// calls a second. {"all": {...}, "get": {...}, ...}
    nlohmann::ordered_json morning(const std::vector<Deed>& deeds, double perSecond);
    /// The morning at a normal rate, then at rates that double until less than nine of ten calls are answered in time;
    /// twice the last good one is the overload. Then the normal one again, second by second, to see how soon all is as
    /// before.
    nlohmann::ordered_json overload(const std::vector<Deed>& deeds, double normalPerSecond);

private:
    struct Cost;
    BeginCall beginning(const Deed& deed);
    nlohmann::ordered_json one(const Deed& deed);
    LoadResult mixed(const std::vector<Deed>& deeds, double perSecond, std::chrono::milliseconds length,
                     std::map<std::string, Series>* byName);

    Wire& m_wire;
    const MeasureOptions m_options;
    std::size_t m_number = 0;
};

} // namespace banhang::bench
