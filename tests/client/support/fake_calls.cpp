#include "tests/client/support/fake_calls.h"

#include <chrono>

#include "common/status_codec.h"

namespace banhang::test {

namespace {

std::string tokenOf(const grpc::ServerContext& context)
{
    constexpr std::string_view kBearer = "Bearer ";
    const auto found = context.client_metadata().find("authorization");
    return found == context.client_metadata().end()
               ? std::string()
               : std::string(found->second.begin() + kBearer.size(), found->second.end());
}

} // namespace

grpc::Status FakeCalls::enter(const std::string& method, grpc::ServerContext* context)
{
    std::unique_lock lock(m_mutex);
    m_tokens[method].push_back(tokenOf(*context));
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
    return static_cast<int>(tokens(method).size());
}

std::vector<std::string> FakeCalls::tokens(const std::string& method) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tokens.find(method);
    return found == m_tokens.end() ? std::vector<std::string>() : found->second;
}

void FakeCalls::setStopping(bool isStopping)
{
    const std::lock_guard lock(m_mutex);
    m_isStopping = isStopping;
    m_changed.notify_all();
}

} // namespace banhang::test
