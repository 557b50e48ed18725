// Programs that send themselves SIGSTOP at a place that a test names.
#pragma once

#include "common/platform/process.h"

namespace banhang::test {

/// Waits until it stands still: SIGCONT before that would be lost, and the program stand still for good afterwards.
/// False after two minutes, which only a fault explains.
bool waitUntilStopped(const platform::ChildProcess& process);

} // namespace banhang::test
