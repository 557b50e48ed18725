#include "tests/bench/memory.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <sstream>
#include <thread>

#include "common/platform/process.h"

namespace banhang::bench {

namespace {

using namespace std::chrono_literals;

double mebibytes(long kibibytes)
{
    return std::round(static_cast<double>(kibibytes) / 1024 * 10) / 10;
}

/// Sums of /proc/PID/smaps_rollup in KiB; both 0 when there is no such process.
struct Usage
{
    long resident = 0;
    long privatePart = 0;
};

Usage usageOf(int processId)
{
    std::ifstream rollup("/proc/" + std::to_string(processId) + "/smaps_rollup");
    Usage usage;
    for (std::string line; std::getline(rollup, line);) {
        std::istringstream words(line);
        std::string name;
        long kibibytes = 0;
        words >> name >> kibibytes;
        if (name == "Rss:")
            usage.resident = kibibytes;
        else if (name == "Private_Clean:" || name == "Private_Dirty:")
            usage.privatePart += kibibytes;
    }
    return usage;
}

std::vector<int> childrenOf(int processId)
{
    std::vector<int> children;
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(processId) + "/task", gone)) {
        std::ifstream list(task.path() / "children");
        for (int child = 0; list >> child;)
            children.push_back(child);
    }
    return children;
}

long privateOfFamily(int processId)
{
    long sum = usageOf(processId).privatePart;
    for (const int child : childrenOf(processId))
        sum += privateOfFamily(child);
    return sum;
}

} // namespace

nlohmann::ordered_json memoryOf(int processId)
{
    const Usage usage = usageOf(processId);
    if (usage.resident == 0)
        return nullptr;
    return {{"resident_mib", mebibytes(usage.resident)}, {"private_mib", mebibytes(usage.privatePart)}};
}

nlohmann::ordered_json memoryOfFamily(int processId)
{
    const long sum = privateOfFamily(processId);
    if (sum == 0)
        return nullptr;
    return {{"private_mib", mebibytes(sum)}};
}

OwnMemory ownMemory()
{
    std::ifstream status("/proc/self/status");
    OwnMemory memory;
    for (std::string line; std::getline(status, line);) {
        std::istringstream words(line);
        std::string name;
        long kibibytes = 0;
        words >> name >> kibibytes;
        if (name == "VmRSS:")
            memory.resident = mebibytes(kibibytes);
        else if (name == "VmHWM:")
            memory.peak = mebibytes(kibibytes);
    }
    return memory;
}

void forgetPeak()
{
    constexpr int kResetPeak = 5; // proc(5)
    std::ofstream("/proc/self/clear_refs") << kResetPeak;
}

int childNamed(int processId, const std::string& program)
{
    for (const int child : childrenOf(processId)) {
        std::ifstream comm("/proc/" + std::to_string(child) + "/comm");
        std::string name;
        std::getline(comm, name);
        if (name == program)
            return child;
    }
    return 0;
}

nlohmann::ordered_json memoryOfClient(const std::filesystem::path& program, const std::filesystem::path& connection,
                                      const std::filesystem::path& sessionFile)
{
    platform::Command command;
    command.arguments = {program.string(), "--connection", connection.string(), "--session-file", sessionFile.string()};
    command.environment = {{"QT_QPA_PLATFORM", "offscreen"}};
    auto client = platform::ChildProcess::start(command);
    long before = -1;
    auto restingSince = std::chrono::steady_clock::now();
    const auto until = restingSince + 60s;
    for (auto now = restingSince; now < until && now - restingSince < 3s; now = std::chrono::steady_clock::now()) {
        if (client.waitFor(100ms))
            return nullptr;
        const long resident = usageOf(client.id()).resident;
        if (resident != before)
            restingSince = std::chrono::steady_clock::now();
        before = resident;
    }
    auto memory = memoryOf(client.id());
    client.stop(platform::ChildProcess::Manner::Gentle, 5s);
    return memory;
}

} // namespace banhang::bench
