#include "tests/support/stopped_process.h"
#include "tests/support/wait_until.h"

#include <fstream>
#include <string>

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
    return waitUntil([&process] { return stateOf(process.id()) == 'T'; });
}

} // namespace banhang::test
