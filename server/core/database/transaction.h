// Runs a body in one transaction, and again after a deadlock, a serialization failure or a connection found dead.
#pragma once

#include <functional>
#include <memory>

#include "server/core/database/cancellation.h"
#include "server/core/database/connection.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// Shared by slots that connect to one server: when one of them learns that the server goes away, all replace their
/// connections.
using ServerGeneration = std::atomic<int>;

/// A place for a connection that is made on demand and replaced when lost. Thread: belongs to one.
class ConnectionSlot
{
public:
    explicit ConnectionSlot(ConnectOptions options, ServerGeneration* generation = nullptr)
        : m_options(std::move(options)), m_generation(generation != nullptr ? generation : &m_ownGeneration)
    {
    }

    /// The connection, made anew if there is none, or it broke, or its generation is over. Throws DatabaseError.
    Connection& get();
    /// The live one, or null.
    Connection* current();
    /// Ends the generation that this slot's connection belongs to.
    void endGeneration();

private:
    ConnectOptions m_options;
    ServerGeneration m_ownGeneration = 0;
    ServerGeneration* m_generation;
    int m_made = 0;
    std::unique_ptr<Connection> m_connection;
};

/// Runs `body` and commits. Up to three more runs after a deadlock or serialization failure, one more on a new
/// connection when the old one was lost before the commit was sent; never after a commit in doubt. `body` must
/// therefore change nothing but the database and what it sets anew in each run. Throws: what `body` throws;
/// DatabaseError; AppError Cancelled "call.cancelled" for a cancelled token, Timeout "call.timeout".
void runTransaction(ConnectionSlot& slot, Tx::Mode mode, const TxIdentity& identity, CancelToken* cancel,
                    const std::function<void(Tx&)>& body);

} // namespace banhang::server
