// Any SQL, for tests: to prepare what a test needs and to look at what the server stored.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/core/database/connection.h"

namespace banhang::test {

/// A plain connection; each statement commits by itself unless the test says BEGIN. Thread: belongs to one.
class SqlSession
{
public:
    /// Throws DatabaseError.
    explicit SqlSession(const server::ConnectOptions& options);

    /// Parameters are texts. Throws DatabaseError.
    server::Rows run(const std::string& sql, const std::vector<std::string>& params = {});

    /// First column of the first row.
    std::int64_t number(const std::string& sql, const std::vector<std::string>& params = {});
    std::string text(const std::string& sql, const std::vector<std::string>& params = {});

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace banhang::test
