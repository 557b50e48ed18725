#include "tests/integration/plans/call_counts.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace banhang::test {

namespace {

constexpr const char* kTitles = "method,case,scope,statements,round_trips,rows,bytes";
constexpr std::int64_t kFreeRows = 20;
constexpr std::int64_t kFreeBytes = 2'000;
constexpr std::int64_t kFreeShare = 10;

bool isNear(std::int64_t wanted, std::int64_t counted, std::int64_t free)
{
    return std::abs(wanted - counted) <= std::max(free, wanted / kFreeShare);
}

/// The place where the last `columns` columns begin, behind the comma.
std::size_t lastColumns(const std::string& line, int columns)
{
    std::size_t at = line.size();
    for (int i = 0; i < columns && at != std::string::npos; ++i)
        at = line.rfind(',', at - 1);
    if (at == std::string::npos)
        throw std::runtime_error("no counts: " + line);
    return at + 1;
}

} // namespace

CallCounts readCounts(const std::filesystem::path& file)
{
    std::ifstream in(file);
    CallCounts counts;
    for (std::string line; std::getline(in, line);) {
        if (line == kTitles)
            continue;
        const std::size_t begin = lastColumns(line, 4);
        std::istringstream numbers(line.substr(begin));
        CallCount count;
        char comma = 0;
        if (!(numbers >> count.statements >> comma >> count.roundTrips >> comma >> count.rows >> comma >> count.bytes))
            throw std::runtime_error("no counts: " + line);
        counts[line.substr(0, begin - 1)] = count;
    }
    return counts;
}

void writeCounts(const std::filesystem::path& file, const CallCounts& counts)
{
    std::ofstream out(file);
    out << kTitles << '\n';
    for (const auto& [call, count] : counts)
        out << fmt::format("{},{},{},{},{}\n", call, count.statements, count.roundTrips, count.rows, count.bytes);
}

std::optional<std::string> difference(const CallCount& wanted, const CallCount& counted)
{
    if (wanted.statements == counted.statements && wanted.roundTrips == counted.roundTrips &&
        isNear(wanted.rows, counted.rows, kFreeRows) && isNear(wanted.bytes, counted.bytes, kFreeBytes))
        return std::nullopt;
    return fmt::format("statements {} -> {}, round trips {} -> {}, rows {} -> {}, bytes {} -> {}", wanted.statements,
                       counted.statements, wanted.roundTrips, counted.roundTrips, wanted.rows, counted.rows,
                       wanted.bytes, counted.bytes);
}

} // namespace banhang::test
