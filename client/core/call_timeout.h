// How long the client waits for an answer.
#pragma once

#include <chrono>

namespace banhang::client {

/// What a call gets that asks for so much. Thread: UI.
std::chrono::milliseconds callTimeout(std::chrono::milliseconds wanted);

/// For tests: from now on every call gets this at least, so that none fails because the machine stood still for a
/// while. Thread: UI.
void setLeastCallTime(std::chrono::milliseconds least);

} // namespace banhang::client
