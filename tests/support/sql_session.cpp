#include "tests/support/sql_session.h"

namespace banhang::test {

namespace {

std::string field(const PGresult* result, int code)
{
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? "" : text;
}

} // namespace

SqlSession::SqlSession(const server::ConnectOptions& options)
    : m_connection(PQconnectdb((options.conninfo + " user=" + options.user).c_str()), &PQfinish)
{
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        throw server::DatabaseError("", "", PQerrorMessage(m_connection.get()));
    PQsetNoticeReceiver(
        m_connection.get(), [](void*, const PGresult*) {}, nullptr);
}

server::Rows SqlSession::run(const std::string& sql, const std::vector<std::string>& params)
{
    std::vector<const char*> values;
    for (const std::string& param : params)
        values.push_back(param.c_str());
    // Without parameters several commands may stand in one text.
    PGresult* result = params.empty() ? PQexec(m_connection.get(), sql.c_str())
                                      : PQexecParams(m_connection.get(), sql.c_str(), static_cast<int>(values.size()),
                                                     nullptr, values.data(), nullptr, nullptr, 0);
    server::Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw server::DatabaseError(field(result, PG_DIAG_SQLSTATE), field(result, PG_DIAG_CONSTRAINT_NAME),
                                    PQresultErrorMessage(result));
    return rows;
}

std::int64_t SqlSession::number(const std::string& sql, const std::vector<std::string>& params)
{
    return run(sql, params).front().int64(0);
}

std::string SqlSession::text(const std::string& sql, const std::vector<std::string>& params)
{
    return run(sql, params).front().string(0);
}

} // namespace banhang::test
