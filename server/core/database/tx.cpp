#include "server/core/database/tx.h"

#include <spdlog/spdlog.h>

#include "common/error.h"
#include "server/core/database/connection.h"

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Statement kBeginWrite{"BEGIN TRANSACTION READ WRITE"};
constexpr Statement kCommit{"COMMIT"};
constexpr Statement kRollback{"ROLLBACK"};
constexpr Statement kBecome{"SELECT set_config('banhang.user_id', $1, true)"};
constexpr Statement kBecomeTimed{
    "SELECT set_config('banhang.user_id', $1, true), set_config('statement_timeout', $2, true)"};
constexpr Statement kBecomeReader{
    "SELECT set_config('transaction_read_only', 'on', true), set_config('banhang.user_id', $1, true)"};
constexpr Statement kBecomeTimedReader{"SELECT set_config('transaction_read_only', 'on', true), "
                                       "set_config('banhang.user_id', $1, true), "
                                       "set_config('statement_timeout', $2, true)"};

/// What a server that is alive needs at most to report its own timeout.
constexpr std::chrono::seconds kAnswerMargin{5};
constexpr std::chrono::hours kNoDeadline{24};

} // namespace

Tx::Tx(Connection& connection, Mode mode, const TxIdentity& identity)
    : m_connection(connection),
      m_mode(mode),
      m_userId(identity.userId),
      m_timeoutMs(identity.timeoutMs),
      m_deadline(Clock::now() + kNoDeadline)
{
    if (m_timeoutMs > 0)
        m_deadline = Clock::now() + std::chrono::milliseconds(m_timeoutMs);
    m_connection.setPatience(m_deadline + kAnswerMargin);
    if (mode == Mode::ReadWrite)
        m_connection.send(kBeginWrite, {});
    identify();
}

Tx::~Tx()
{
    if (!m_open || m_connection.isBroken())
        return;
    try {
        // A failure among queued statements would make the server skip a ROLLBACK that travels with them.
        m_connection.dropHandlers();
        if (m_connection.hasQueued())
            m_connection.roundTrip();
    } catch (const std::exception&) {
        // Without what it says, which may quote a value: the transaction is given up in any case.
        spdlog::debug("event=transaction.given_up");
    }
    if (m_mode == Mode::ReadWrite)
        m_connection.queueEnd(kRollback);
}

void Tx::identify()
{
    const bool reads = m_mode == Mode::ReadOnly;
    const std::string user = m_userId == 0 ? "" : std::to_string(m_userId);
    if (m_timeoutMs > 0)
        m_connection.send(reads ? kBecomeTimedReader : kBecomeTimed, Params::of(user, std::to_string(m_timeoutMs)));
    else
        m_connection.send(reads ? kBecomeReader : kBecome, Params::of(user));
}

void Tx::beginRead()
{
    if (m_mode == Mode::ReadOnly && !m_connection.hasQueued())
        identify();
}

void Tx::checkTime() const
{
    if (Clock::now() > m_deadline)
        throw AppError(ErrorCode::Timeout, "call.timeout");
}

Rows Tx::run(const Statement& statement, const Params& params)
{
    checkTime();
    beginRead();
    m_connection.send(statement, params);
    return m_connection.roundTrip();
}

Rows Tx::runOnce(const std::string& sql, const Params& params)
{
    checkTime();
    beginRead();
    m_connection.sendOnce(sql, params);
    return m_connection.roundTrip();
}

void Tx::send(const Statement& statement, const Params& params)
{
    beginRead();
    m_connection.send(statement, params);
}

void Tx::sendExpecting(const Statement& statement, const Params& params, Handler handler)
{
    beginRead();
    m_connection.send(statement, params, std::move(handler));
}

std::uint64_t Tx::mark() const
{
    return m_connection.mark();
}

void Tx::forgetExpected(std::uint64_t mark)
{
    m_connection.dropHandlers(mark);
}

void Tx::settle()
{
    if (m_connection.hasQueued())
        m_connection.roundTrip();
}

void Tx::become(std::int64_t userId)
{
    m_userId = userId;
    identify();
}

void Tx::commit()
{
    if (m_mode == Mode::ReadOnly) {
        settle();
        m_open = false;
        return;
    }
    checkTime();
    // Not in one pipeline with what is queued: a loss before COMMIT is sent leaves no doubt, and may be run again.
    settle();
    try {
        m_connection.send(kCommit, {});
        const Rows answer = m_connection.roundTrip();
        m_open = false;
        if (answer.commandTag() != "COMMIT")
            throw DatabaseError("25P02", "", "commit of a failed transaction");
    } catch (const DatabaseError& error) {
        m_open = false;
        if (error.isConnectionLost())
            throw DatabaseError(error.sqlState(), "", error.what(), true);
        throw;
    }
}

} // namespace banhang::server
