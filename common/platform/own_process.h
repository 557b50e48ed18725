// Figures of this very process, for benchmarks.
#pragma once

#include <cstdint>

namespace banhang::platform {

/// Since the system began to start it, loading of libraries included; to the hundredth of a second.
double processAgeMs();

/// Processor time that the calling thread has used.
double threadCpuMs();

/// Memory of it that is in the machine's now, in bytes. 0 where the system does not tell.
std::int64_t residentBytes();

} // namespace banhang::platform
