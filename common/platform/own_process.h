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
void releaseFreedMemory();

/// Blocks of a mebibyte and more go back as soon as they are freed, by whichever thread: the hash of a password takes
/// 19 MiB for a moment, and the C library would take the first for a sign to keep all that follow. Thread: before there
/// is another.
void releaseLargeBlocksAtOnce();

} // namespace banhang::platform
