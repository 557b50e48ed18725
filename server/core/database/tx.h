// One transaction on one connection.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "server/core/database/database.h"

namespace banhang::server {

class Connection;

/// What a transaction runs as. The second wall reads it.
struct TxIdentity
{
    std::int64_t userId = 0; ///< 0 = nobody: row-level security then shows nothing
    std::int64_t timeoutMs =
        0; ///< for the whole transaction; becomes its statement_timeout. 0 = the connection's default
};

/// A running transaction; rolled back by its destructor unless committed.
/// BEGIN and the identity travel with the first statement, so a transaction of one statement costs one round trip.
/// Thread: belongs to the thread that runs it.
class Tx
{
public:
    enum class Mode { ReadOnly, ReadWrite };
    using Handler = std::function<void(const Rows&)>;

    Tx(Connection& connection, Mode mode, const TxIdentity& identity);
    ~Tx();
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    /// Runs one statement and waits for its rows. Throws DatabaseError; AppError Timeout once the transaction's time is
    /// over.
    template <typename... Args>
    Rows query(const Statement& statement, const Args&... args)
    {
        return run(statement, Params::of(args...));
    }
    Rows run(const Statement& statement, const Params& params);
    /// The same for a text put together at run time: planned with its values at hand and not kept, since a connection
    /// that prepared each text that people's filters and words can make would grow without bound.
    Rows runOnce(const std::string& sql, const Params& params);

    /// Sends one statement without waiting; its rows are dropped, its error is thrown by the next `query`, `settle` or
    /// `commit`. For writes whose answer nobody needs: a save of eight statements then costs two round trips.
    template <typename... Args>
    void enqueue(const Statement& statement, const Args&... args)
    {
        send(statement, Params::of(args...));
    }
    void send(const Statement& statement, const Params& params);

    /// As enqueue, and `handler` gets the rows before the next `query` returns or throws. What it throws ends the
    /// transaction.
    template <typename... Args>
    void expect(const Statement& statement, Handler handler, const Args&... args)
    {
        sendExpecting(statement, Params::of(args...), std::move(handler));
    }
    void sendExpecting(const Statement& statement, const Params& params, Handler handler);

    /// A place in the order of sending, for forgetExpected().
    std::uint64_t mark() const;
    /// Calls no handler that was given after `mark`: what they point into is about to go.
    void forgetExpected(std::uint64_t mark);

    /// Waits for all that was sent.
    void settle();

    /// Changes whom the transaction runs as, from the next statement on. For the pipeline, which learns it from the
    /// session.
    void become(std::int64_t userId);

    /// Ends it. For ReadWrite waits until it is durable; a connection lost meanwhile leaves the outcome open and throws
    /// DatabaseError with isInDoubt(). For ReadOnly does not wait.
    void commit();

    Mode mode() const { return m_mode; }

private:
    void checkTime() const;

    Connection& m_connection;
    Mode m_mode;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_open = true;
};

} // namespace banhang::server
