// What a process and its children have used of the machine.
#pragma once

namespace banhang::bench {

/// Processor time since each of them started, in seconds: of the process itself, and of it with all its children,
/// those that ended included.
double processorSeconds(int processId);
double processorSecondsOfFamily(int processId);

/// Most resident memory that the process ever had, in MiB.
double peakMemory(int processId);
/// Open file descriptors.
int openDescriptors(int processId);

} // namespace banhang::bench
