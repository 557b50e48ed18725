// Counts the calls of the server of the tests; holds them, and makes them fail, when told to.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "common/error.h"

namespace banhang::test {

/// Thread: any.
class FakeCalls final
{
public:
    /// What each method of a service begins with: waits while it is held, and gives the error that was ordered.
    grpc::Status enter(const std::string& method, grpc::ServerContext* context);

    /// The next calls of that method answer with this error.
    void failNext(const std::string& method, const AppError& error, int times = 1);
    void stopFailing(const std::string& method);
    /// Calls of this method wait until `release` (or until they are cancelled).
    void hold(const std::string& method);
    void release(const std::string& method);
    int count(const std::string& method) const;
    /// Of the sessions in whose name it was called, in order; empty for a call without one.
    std::vector<std::string> tokens(const std::string& method) const;
    /// While the server goes down nothing is held.
    void setStopping(bool isStopping);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, std::deque<AppError>> m_failures;
    std::map<std::string, std::vector<std::string>> m_tokens; ///< one of each call
    std::map<std::string, bool> m_held;
    bool m_isStopping = false;
};

} // namespace banhang::test
