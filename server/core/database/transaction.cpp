#include "server/core/database/transaction.h"

#include <chrono>
#include <random>
#include <thread>

#include "common/error.h"

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kReruns = 3;

/// Two transactions that met once would meet again if both came back at once.
void pauseBeforeRerun(int rerun)
{
    thread_local std::minstd_rand random{std::random_device{}()};
    const int most = 2000 << rerun;
    std::this_thread::sleep_for(std::chrono::microseconds(random() % most));
}

void runOnce(Connection& connection, Tx::Mode mode, const TxIdentity& identity, CancelToken* cancel,
             const std::function<void(Tx&)>& body)
{
    CancelScope scope(cancel, connection);
    Tx tx(connection, mode, identity);
    body(tx);
    tx.settle();
    scope.end();
    if (cancel != nullptr && cancel->isCancelled())
        throw AppError(ErrorCode::Cancelled, "call.cancelled");
    tx.commit();
}

/// What is left of the time for the whole transaction; a rerun does not start anew.
TxIdentity withTimeLeft(TxIdentity identity, Clock::time_point deadline)
{
    if (identity.timeoutMs == 0)
        return identity;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0)
        throw AppError(ErrorCode::Timeout, "call.timeout");
    identity.timeoutMs = left;
    return identity;
}

} // namespace

Connection* ConnectionSlot::current()
{
    if (m_connection && (m_connection->isBroken() || m_made != m_generation->load()))
        m_connection.reset();
    return m_connection.get();
}

Connection& ConnectionSlot::get()
{
    if (current() == nullptr) {
        m_made = m_generation->load();
        m_connection = std::make_unique<Connection>(m_options);
    }
    return *m_connection;
}

void ConnectionSlot::endGeneration()
{
    // Only the first that notices ends it; the others would throw away what was made since.
    int made = m_made;
    m_generation->compare_exchange_strong(made, m_made + 1);
}

void runTransaction(ConnectionSlot& slot, Tx::Mode mode, const TxIdentity& identity, CancelToken* cancel,
                    const std::function<void(Tx&)>& body)
{
    const auto deadline = Clock::now() + std::chrono::milliseconds(identity.timeoutMs);
    bool reconnected = false;
    for (int rerun = 0;;) {
        if (cancel != nullptr && cancel->isCancelled())
            throw AppError(ErrorCode::Cancelled, "call.cancelled");
        try {
            runOnce(slot.get(), mode, withTimeLeft(identity, deadline), cancel, body);
            return;
        } catch (const DatabaseError& error) {
            if (cancel != nullptr && cancel->isCancelled() && error.isCancelled())
                throw AppError(ErrorCode::Cancelled, "call.cancelled");
            const bool becameStandby = error.isReadOnly() && mode == Tx::Mode::ReadWrite;
            if (error.isServerGoing() || becameStandby)
                slot.endGeneration();
            if (error.isInDoubt())
                throw;
            if ((error.isConnectionLost() || becameStandby) && !reconnected)
                reconnected = true;
            else if (error.isRetryable() && rerun < kReruns)
                pauseBeforeRerun(++rerun);
            else
                throw;
        }
    }
}

} // namespace banhang::server
