#include "server/core/database/connection.h"

#include <algorithm>
#include <array>
#include <poll.h>

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Statement kPing{"SELECT 1"};
constexpr std::chrono::seconds kNoPatience{5};

std::string sessionSettings(const ConnectOptions& options)
{
    // Just-in-time compilation costs more than any statement of ours takes, and one call is one process: a search must
    // not take the processors from everybody else's.
    return "-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c max_parallel_workers_per_gather=0 -c "
           "default_transaction_isolation=read\\ committed"
           " -c idle_in_transaction_session_timeout=" +
           std::to_string(options.idleInTransaction.count()) +
           " -c statement_timeout=" + std::to_string(options.statementTimeout.count());
}

PGconn* connect(const ConnectOptions& options)
{
    const std::string settings = sessionSettings(options);
    // Later keywords win over the expanded string; keepalives notice a server whose machine is gone.
    std::array<const char*, 12> names{"connect_timeout",
                                      "keepalives_idle",
                                      "keepalives_interval",
                                      "keepalives_count",
                                      "tcp_user_timeout",
                                      "target_session_attrs",
                                      "dbname",
                                      "client_encoding",
                                      "application_name",
                                      "options",
                                      nullptr,
                                      nullptr};
    std::array<const char*, 12> values{"3",
                                       "10",
                                       "3",
                                       "3",
                                       "5000",
                                       "read-write",
                                       options.conninfo.c_str(),
                                       "UTF8",
                                       options.applicationName.c_str(),
                                       settings.c_str(),
                                       nullptr,
                                       nullptr};
    if (!options.user.empty()) {
        names[10] = "user";
        values[10] = options.user.c_str();
    }
    return PQconnectdbParams(names.data(), values.data(), 1);
}

std::string field(const PGresult* result, int code)
{
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? "" : text;
}

/// Of one thread since it began: a connection serves one thread at a time, but may be replaced during a call.
thread_local QueryStats queryStatsOfThread;

bool isFailure(ExecStatusType status)
{
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR;
}

} // namespace

QueryMeter::QueryMeter(QueryStats* sum) : m_sum(sum), m_before(queryStatsOfThread) {}

QueryMeter::~QueryMeter()
{
    if (m_sum == nullptr)
        return;
    m_sum->statements += queryStatsOfThread.statements - m_before.statements;
    m_sum->roundTrips += queryStatsOfThread.roundTrips - m_before.roundTrips;
    m_sum->rows += queryStatsOfThread.rows - m_before.rows;
}

Connection::Connection(const ConnectOptions& options)
    : m_connection(connect(options), &PQfinish), m_cancel(nullptr, &PQfreeCancel)
{
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        throw DatabaseError("", "", PQerrorMessage(m_connection.get()));
    m_cancel.reset(PQgetCancel(m_connection.get()));
    // Notices carry values of rows now and then; logs must not.
    PQsetNoticeReceiver(
        m_connection.get(), [](void*, const PGresult*) {}, nullptr);
    if (PQenterPipelineMode(m_connection.get()) != 1)
        throwLost();
    const bool unlimited = options.statementTimeout.count() == 0;
    m_patience =
        unlimited ? Clock::now() + std::chrono::hours(24 * 7) : Clock::now() + options.statementTimeout + kNoPatience;
}

Connection::~Connection() = default;

void Connection::throwLost()
{
    m_broken = true;
    m_queue.clear();
    m_queuedStatements = 0;
    throw DatabaseError("", "", PQerrorMessage(m_connection.get()));
}

void Connection::require(int sent)
{
    if (sent != 1)
        throwLost();
}

void Connection::prepare(const Statement& statement)
{
    std::string name = "s" + std::to_string(++m_lastName);
    require(PQsendPrepare(m_connection.get(), name.c_str(), statement.sql, 0, nullptr));
    enqueue({Queued::Kind::Prepare, statement.sql, {}});
    m_prepared.emplace(statement.sql, std::move(name));
}

void Connection::enqueue(Queued queued)
{
    queryStatsOfThread.statements += queued.kind == Queued::Kind::Execute ? 1 : 0;
    m_queue.push_back(std::move(queued));
    ++m_sent;
}

/// The values of one statement as libpq takes them; they point into the Params.
struct Connection::WireValues
{
    explicit WireValues(const Params& params)
    {
        for (const auto& value : params.m_values) {
            values.push_back(value.isNull ? nullptr : value.text.c_str());
            lengths.push_back(static_cast<int>(value.text.size()));
            formats.push_back(value.isBinary ? 1 : 0);
        }
    }
    int count() const { return static_cast<int>(values.size()); }

    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
};

void Connection::send(const Statement& statement, const Params& params, Handler handler)
{
    if (m_broken)
        throwLost();
    if (!m_prepared.contains(statement.sql))
        prepare(statement);
    const WireValues wire(params);
    require(PQsendQueryPrepared(m_connection.get(), m_prepared.at(statement.sql).c_str(), wire.count(),
                                wire.values.data(), wire.lengths.data(), wire.formats.data(), 0));
    enqueue({Queued::Kind::Execute, statement.sql, std::move(handler)});
    ++m_queuedStatements;
}

void Connection::sendOnce(const std::string& sql, const Params& params)
{
    if (m_broken)
        throwLost();
    const WireValues wire(params);
    require(PQsendQueryParams(m_connection.get(), sql.c_str(), wire.count(), nullptr, wire.values.data(),
                              wire.lengths.data(), wire.formats.data(), 0));
    enqueue({Queued::Kind::Execute, nullptr, {}});
    ++m_queuedStatements;
}

void Connection::dropHandlers(std::uint64_t mark)
{
    std::uint64_t place = m_sent - m_queue.size();
    for (Queued& queued : m_queue) {
        if (place++ >= mark)
            queued.handler = {};
    }
}

void Connection::queueEnd(const Statement& commitOrRollback)
{
    if (m_broken)
        return;
    try {
        send(commitOrRollback, {});
        m_queue.back().kind = Queued::Kind::End;
        --m_queuedStatements;
    } catch (const DatabaseError&) {
        m_broken = true; // the next user of the connection replaces it
    }
}

void Connection::flushEnd()
{
    if (m_queue.empty() || m_broken)
        return;
    try {
        m_patience = Clock::now() + kNoPatience;
        roundTrip();
    } catch (const DatabaseError&) {
        m_broken = true;
    }
}

Connection::Result Connection::nextResult()
{
    while (PQisBusy(m_connection.get()) != 0) {
        pollfd socket{PQsocket(m_connection.get()), POLLIN, 0};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_patience - Clock::now());
        if (left.count() <= 0)
            throwLost();
        if (poll(&socket, 1, static_cast<int>(left.count())) < 0 && errno != EINTR)
            throwLost();
        if (socket.revents != 0 && PQconsumeInput(m_connection.get()) != 1)
            throwLost();
    }
    return {PQgetResult(m_connection.get()), &PQclear};
}

DatabaseError Connection::errorOf(const PGresult* result)
{
    const std::string state = field(result, PG_DIAG_SQLSTATE);
    std::string message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    // Messages of class 22 quote the value behind a colon; logs hold no personal data.
    if (state.starts_with("22"))
        message.erase(std::min(message.find(':'), message.size()));
    return {state, field(result, PG_DIAG_CONSTRAINT_NAME), message};
}

void Connection::collect(const Queued& queued, Rows& last, std::exception_ptr& failure)
{
    Result result = nextResult();
    if (!result)
        throwLost();
    const ExecStatusType status = PQresultStatus(result.get());
    if (queued.kind == Queued::Kind::Prepare && status != PGRES_COMMAND_OK)
        m_prepared.erase(queued.statement);
    if (isFailure(status)) {
        const DatabaseError error = errorOf(result.get());
        // A statement that this connection's cache no longer fits (after a migration) is cured by a new connection.
        if (error.isConnectionLost() || error.sqlState() == "26000" || error.sqlState() == "0A000" ||
            queued.kind == Queued::Kind::End || PQstatus(m_connection.get()) != CONNECTION_OK)
            m_broken = true;
        if (!failure)
            failure = std::make_exception_ptr(error);
    } else if (status != PGRES_PIPELINE_ABORTED && queued.kind == Queued::Kind::Execute) {
        queryStatsOfThread.rows += PQntuples(result.get());
        last = Rows(result.release());
        try {
            if (queued.handler && !failure)
                queued.handler(last);
        } catch (...) {
            failure = std::current_exception();
        }
    }
    if (PQstatus(m_connection.get()) != CONNECTION_OK) {
        m_broken = true;
        return;
    }
    while (Result more = nextResult()) { // the end of a statement's results is a null one
    }
}

void Connection::consumeSync()
{
    const Result result = nextResult();
    if (!result || PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC)
        throwLost();
}

Rows Connection::roundTrip()
{
    if (m_broken)
        throwLost();
    require(PQpipelineSync(m_connection.get()));
    ++queryStatsOfThread.roundTrips;
    Rows last;
    std::exception_ptr failure;
    while (!m_queue.empty() && PQstatus(m_connection.get()) == CONNECTION_OK) {
        const Queued queued = std::move(m_queue.front());
        m_queue.pop_front();
        collect(queued, last, failure);
    }
    m_queue.clear();
    m_queuedStatements = 0;
    if (PQstatus(m_connection.get()) == CONNECTION_OK)
        consumeSync();
    if (failure)
        std::rethrow_exception(failure);
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        throwLost();
    return last;
}

void Connection::runScript(const std::string& sql)
{
    flushEnd();
    if (m_broken || PQexitPipelineMode(m_connection.get()) != 1)
        throwLost();
    const Result result(PQexec(m_connection.get(), sql.c_str()), &PQclear);
    if (PQstatus(m_connection.get()) != CONNECTION_OK || PQenterPipelineMode(m_connection.get()) != 1)
        throwLost();
    if (isFailure(PQresultStatus(result.get())))
        throw errorOf(result.get());
}

void Connection::noticeClosed()
{
    if (m_broken)
        return;
    pollfd socket{PQsocket(m_connection.get()), POLLIN, 0};
    if (poll(&socket, 1, 0) > 0 && PQconsumeInput(m_connection.get()) != 1)
        m_broken = true;
}

void Connection::cancel()
{
    std::array<char, 256> reason{};
    PQcancel(m_cancel.get(), reason.data(), static_cast<int>(reason.size()));
}

void Connection::absorbCancel()
{
    if (m_broken)
        return;
    try {
        m_patience = Clock::now() + kNoPatience;
        send(kPing, {});
        roundTrip();
    } catch (const DatabaseError& error) {
        if (!error.isCancelled())
            m_broken = true;
    }
}

} // namespace banhang::server
