// One transaction on one connection.
#pragma once

#include <cstdint>
#include <string>

#include "server/core/database.h"

namespace banhang::server {

class Connection;

/// What a transaction runs as. The second wall reads it.
struct TxIdentity
{
    std::int64_t userId = 0;     ///< 0 = nobody: row-level security then shows nothing
    std::int64_t timeoutMs = 0;  ///< statement_timeout for this transaction; 0 = the pool's default
};

/// A running transaction; rolled back by its destructor unless committed.
/// BEGIN and the identity travel with the first statement, so a transaction of one statement costs one round trip.
/// Thread: belongs to the thread that runs it.
class Tx
{
public:
    enum class Mode { ReadOnly, ReadWrite };

    Tx(Connection& connection, Mode mode, const TxIdentity& identity);
    ~Tx();
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    /// Runs one statement and waits for its rows. Throws DatabaseError.
    template <typename... Args>
    Rows query(const Statement& statement, const Args&... args)
    {
        return run(statement, Params::of(args...));
    }
    Rows run(const Statement& statement, const Params& params);

    /// Sends one statement without waiting; its rows are dropped, its error is thrown by the next `query` or by `commit`.
    /// For writes whose answer nobody needs: a save of eight statements then costs two round trips.
    template <typename... Args>
    void enqueue(const Statement& statement, const Args&... args)
    {
        send(statement, Params::of(args...));
    }
    void send(const Statement& statement, const Params& params);

    /// Ends it. For ReadWrite waits until it is durable; a connection lost meanwhile leaves the outcome open and throws
    /// DatabaseError with inDoubt. For ReadOnly does not wait.
    void commit();

private:
    Connection& m_connection;
    Mode m_mode;
    bool m_open = true;
};

} // namespace banhang::server
