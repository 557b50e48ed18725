// SHA-256 of what comes in pieces.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace banhang {

/// Thread: one at a time.
class RunningDigest
{
public:
    /// Throws: std::runtime_error when the library has no SHA-256.
    RunningDigest();
    ~RunningDigest();
    RunningDigest(const RunningDigest&) = delete;
    RunningDigest& operator=(const RunningDigest&) = delete;

    void add(std::string_view piece);
    /// 32 bytes; once, at the end.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace banhang
