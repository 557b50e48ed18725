// Figures of this very process, and its memory.
#pragma once

#include <cstdint>

namespace banhang::platform {

/// Since the system began to start it, loading of libraries included; to the hundredth of a second.
double processAgeMs();

/// Processor time that the calling thread has used.
double threadCpuMs();

/// Memory of it that is in the machine's now, in bytes. 0 where the system does not tell.
std::int64_t residentBytes();

/// Hands back to the system what was freed: for after work that took much for a while, since the C library would keep
/// it. Takes milliseconds.
void giveBackFreedMemory();

} // namespace banhang::platform
