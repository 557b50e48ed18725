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

/// A running transaction; rolled back by its destructor unless committed. What begins it travels with the first
/// statement, so one of a single statement costs one round trip.
/// ReadOnly has no BEGIN and no COMMIT: at READ COMMITTED each statement sees what is committed when it begins, in one
/// transaction or in several. So what travels together is one (as PostgreSQL treats what stands before a Sync),
/// read-only and of this identity; now(), settings of the transaction and locks end with the round trip. Thread:
/// belongs to the thread that runs it.
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
    /// DatabaseError with isInDoubt(). For ReadOnly waits for what was sent.
    void commit();

    Mode mode() const { return m_mode; }

private:
    void checkTime() const;
    /// Where a round trip is a transaction: begins the next one unless something is on its way in it.
    void beginRead();
    void identify();

    Connection& m_connection;
    Mode m_mode;
    std::int64_t m_userId;
    std::int64_t m_timeoutMs;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_open = true;
};

} // namespace banhang::server
