#include "tests/bench/load/process_use.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <unistd.h>

namespace banhang::bench {

namespace {

/// Fields of proc(5) "stat" behind the program's name.
constexpr int kUserTime = 11;
constexpr int kChildrenTime = 13;

double ticksFrom(int processId, int firstField)
{
    std::ifstream file("/proc/" + std::to_string(processId) + "/stat");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto name = text.rfind(')');
    if (name == std::string::npos)
        return 0;
    std::istringstream fields(text.substr(name + 2));
    std::string word;
    for (int i = 0; i < firstField; ++i)
        fields >> word;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace

double processorSeconds(int processId)
{
    return ticksFrom(processId, kUserTime);
}

double processorSecondsOfFamily(int processId)
{
    double sum = processorSeconds(processId) + ticksFrom(processId, kChildrenTime);
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(processId) + "/task", gone)) {
        std::ifstream list(task.path() / "children");
        for (int child = 0; list >> child;)
            sum += processorSecondsOfFamily(child);
    }
    return sum;
}

double peakMemory(int processId)
{
    std::ifstream status("/proc/" + std::to_string(processId) + "/status");
    for (std::string word; status >> word;) {
        double kibibytes = 0;
        if (word == "VmHWM:" && status >> kibibytes)
            return kibibytes / 1024;
    }
    return 0;
}

int openDescriptors(int processId)
{
    std::error_code gone;
    const std::filesystem::directory_iterator files("/proc/" + std::to_string(processId) + "/fd", gone);
    return gone ? 0 : static_cast<int>(std::distance(begin(files), end(files)));
}

} // namespace banhang::bench
