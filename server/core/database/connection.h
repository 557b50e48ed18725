// One connection to PostgreSQL, always in pipeline mode: statements are queued, one round trip then answers them all.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "server/core/database/database.h"

namespace banhang::server {

struct ConnectOptions
{
    /// libpq's connection string or URI; several hosts are allowed.
    std::string conninfo;
    /// Role to sign in as; overrides the one in `conninfo` unless empty.
    std::string user;
    /// Seen in pg_stat_activity.
    std::string applicationName = "banhangd";
    /// Ends transactions that idle; protects the feed's watermark. 0 = never.
    std::chrono::milliseconds idleInTransaction{2000};
    /// For statements outside of a Tx, and for a Tx that names none.
    std::chrono::milliseconds statementTimeout{30000};
};

/// What was asked of the database.
struct QueryStats
{
    std::int64_t statements = 0; ///< sent; those that only prepare others are not counted
    std::int64_t roundTrips = 0; ///< waits for answers
    std::int64_t rows = 0;       ///< that came back
};

/// Adds what this thread asks of the database during its life to a sum; null = counts nothing.
class QueryMeter
{
public:
    explicit QueryMeter(QueryStats* sum);
    ~QueryMeter();
    QueryMeter(const QueryMeter&) = delete;
    QueryMeter& operator=(const QueryMeter&) = delete;

private:
    QueryStats* m_sum;
    const QueryStats m_before;
};

/// Thread: belongs to one thread at a time, cancel() excepted.
class Connection
{
public:
    using Handler = std::function<void(const Rows&)>;

    /// Connects, in at most a few seconds for each host. Throws DatabaseError with an empty SQLSTATE.
    explicit Connection(const ConnectOptions& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Queues one statement, preparing it first where this connection has not. Nothing waits. `handler` gets its rows
    /// during the next roundTrip(); without one they are dropped.
    void send(const Statement& statement, const Params& params, Handler handler = {});
    /// Queues one statement that stays unprepared; `sql` may go afterwards.
    void sendOnce(const std::string& sql, const Params& params);
    /// Sends what is queued and waits for all of it. Returns the rows of the last statement.
    /// Throws the first failure in order of sending, be it a DatabaseError or what a handler threw; later handlers are
    /// not called.
    Rows roundTrip();
    bool hasQueued() const { return m_queuedStatements > 0; }
    /// A place in the order of sending, for dropHandlers().
    std::uint64_t mark() const { return m_sent; }
    /// Forgets the handlers of what was queued after `mark`, for when those who wait for it are gone.
    void dropHandlers(std::uint64_t mark = 0);

    /// Queues the end of a transaction without sending: it travels with whatever comes next, or with flushEnd().
    void queueEnd(const Statement& commitOrRollback);
    /// Sends and awaits what queueEnd() left, for when nothing comes next.
    void flushEnd();

    /// Several commands in one text, as migrations have; must stand outside of a Tx. Throws DatabaseError.
    void runScript(const std::string& sql);

    /// Answers to statements are awaited until then, for servers that stopped answering; afterwards the connection
    /// counts as lost.
    void setPatience(std::chrono::steady_clock::time_point until) { m_patience = until; }

    /// True once it must be replaced.
    bool isBroken() const { return m_broken; }
    /// Looks, without waiting, whether the server closed an idle connection.
    void noticeClosed();

    /// Cancels the running statement. Blocks for a round trip. Thread: any, under CancelToken's guard.
    void cancel();
    /// After a cancel that may have come too late: makes sure that it hits no later statement.
    void absorbCancel();

private:
    struct Queued
    {
        enum class Kind { Prepare, Execute, End } kind;
        const char* statement; ///< nullptr: unprepared
        Handler handler;
    };
    struct WireValues;
    using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

    void prepare(const Statement& statement);
    void enqueue(Queued queued);
    void require(int sent);
    Result nextResult();
    void collect(const Queued& queued, Rows& last, std::exception_ptr& failure);
    void consumeSync();
    [[noreturn]] void throwLost();
    static DatabaseError errorOf(const PGresult* result);

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
    std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> m_cancel;
    std::deque<Queued> m_queue;
    std::uint64_t m_sent = 0; ///< all that ever stood in m_queue
    int m_queuedStatements = 0;
    std::unordered_map<const char*, std::string> m_prepared;
    std::int64_t m_lastName = 0;
    std::chrono::steady_clock::time_point m_patience;
    bool m_broken = false;
};

} // namespace banhang::server
