#include "common/platform/own_process.h"

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include <malloc.h>
#include <unistd.h>

namespace banhang::platform {

double processAgeMs()
{
    // Field 22 of proc(5), counted behind the name, which may hold anything but ends with the last parenthesis.
    constexpr int kStartField = 22;
    constexpr int kFirstBehindName = 3;
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    std::string field;
    for (int i = kFirstBehindName; i <= kStartField; ++i)
        fields >> field;
    const double startMs = std::stod(field) * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 - startMs;
}

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::int64_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    file >> size >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

void releaseFreedMemory()
{
    malloc_trim(0);
}

void releaseLargeBlocksAtOnce()
{
    constexpr int kLargeBlock = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, kLargeBlock); // NOLINT(concurrency-mt-unsafe): before there is another thread
}

} // namespace banhang::platform
