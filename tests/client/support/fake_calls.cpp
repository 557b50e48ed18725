#include "tests/client/support/fake_calls.h"

#include <chrono>

#include "common/status_codec.h"

namespace banhang::tests {

grpc::Status FakeCalls::enter(const std::string& method, grpc::ServerContext* context)
{
    std::unique_lock lock(m_mutex);
    ++m_counts[method];
    while (m_held[method] && !context->IsCancelled() && !m_isStopping)
        m_changed.wait_for(lock, std::chrono::milliseconds(10)); // cancellation wakes nobody
    auto& failures = m_failures[method];
    if (failures.empty())
        return grpc::Status::OK;
    const auto error = failures.front();
    failures.pop_front();
    return toStatus(error);
}

void FakeCalls::failNext(const std::string& method, const AppError& error, int times)
{
    const std::lock_guard lock(m_mutex);
    for (int i = 0; i < times; ++i)
        m_failures[method].push_back(error);
}

void FakeCalls::stopFailing(const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    m_failures[method].clear();
}

void FakeCalls::hold(const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    m_held[method] = true;
}

void FakeCalls::release(const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    m_held[method] = false;
    m_changed.notify_all();
}

int FakeCalls::count(const std::string& method) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(method);
    return found == m_counts.end() ? 0 : found->second;
}

void FakeCalls::setStopping(bool isStopping)
{
    const std::lock_guard lock(m_mutex);
    m_isStopping = isStopping;
    m_changed.notify_all();
}

} // namespace banhang::tests
