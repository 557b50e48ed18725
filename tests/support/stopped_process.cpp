#include "tests/support/stopped_process.h"

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

namespace banhang::test {

namespace {

/// As proc(5) tells it: the letter behind the name, which stands in parentheses and may hold some itself.
char stateOf(int processId)
{
    std::ifstream file("/proc/" + std::to_string(processId) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto nameEnd = line.rfind(')');
    return nameEnd == std::string::npos || nameEnd + 2 >= line.size() ? '?' : line[nameEnd + 2];
}

} // namespace

bool waitUntilStopped(const platform::ChildProcess& process)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    while (stateOf(process.id()) != 'T') {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace banhang::test
