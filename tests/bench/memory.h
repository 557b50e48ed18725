// How much memory processes of this machine keep.
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

namespace banhang::bench {

/// Resident memory in MiB: all of it, and the part that no other process shares ("private"). Null when there is no such
/// process.
nlohmann::ordered_json memoryOf(int processId);

/// Of this process, in MiB: resident now, and the most since forgetPeak().
struct OwnMemory
{
    double resident = 0;
    double peak = 0;
};
OwnMemory ownMemory();
void forgetPeak();

/// Private memory of a process and all its descendants (of a PostgreSQL: without its shared buffers).
nlohmann::ordered_json memoryOfFamily(int processId);

/// First child of `processId` whose program has this name; 0 when there is none.
int childNamed(int processId, const std::string& program);

/// Starts the client without a display, signed in by the token in `sessionFile`, waits until it is at rest (its memory
/// did not change for three seconds) and stops it again.
nlohmann::ordered_json memoryOfClient(const std::filesystem::path& program, const std::filesystem::path& connection,
                                      const std::filesystem::path& sessionFile);

} // namespace banhang::bench
