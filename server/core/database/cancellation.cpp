#include "server/core/database/cancellation.h"

#include "server/core/database/connection.h"

namespace banhang::server {

CancelScope::CancelScope(CancelToken* token, Connection& connection) : m_token(token), m_connection(connection)
{
    if (m_token == nullptr)
        return;
    const std::lock_guard lock(m_token->m_mutex);
    m_token->m_working = &connection;
    m_token->m_sent = false;
}

void CancelScope::end()
{
    if (m_token == nullptr)
        return;
    bool sent = false;
    {
        const std::lock_guard lock(m_token->m_mutex);
        m_token->m_working = nullptr;
        sent = m_token->m_sent;
    }
    m_token = nullptr;
    if (sent)
        m_connection.absorbCancel();
}

Canceller::Canceller() : m_thread([this] { work(); }) {}

Canceller::~Canceller()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Canceller::request(std::shared_ptr<CancelToken> token)
{
    token->mark();
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(token));
    }
    m_wake.notify_one();
}

void Canceller::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_requests.empty(); });
        if (m_stopping)
            return;
        const std::shared_ptr<CancelToken> token = std::move(m_requests.front());
        m_requests.pop_front();
        lock.unlock();
        {
            // Held while PQcancel runs, so that the connection cannot pass to another call meanwhile.
            const std::lock_guard guard(token->m_mutex);
            if (token->m_working != nullptr) {
                token->m_sent = true;
                token->m_working->cancel();
            }
        }
        lock.lock();
    }
}

} // namespace banhang::server
