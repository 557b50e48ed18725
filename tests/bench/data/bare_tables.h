// Tables without what makes loading slow: secondary indexes, references, triggers.
#pragma once

#include <string>
#include <vector>

#include "server/core/database/connection.h"

namespace banhang::bench {

/// Whatever the migrations put on the tables is read from the catalogue, so this follows them by itself.
/// Thread: belongs to one, with its connection of role banhang_owner.
class BareTables
{
public:
    /// Takes it away. Names without schema.
    BareTables(server::Connection& connection, std::vector<std::string> tables);
    /// Puts all of it back, references checked, and the planner told.
    void restore();

private:
    std::vector<std::string> read(const char* sql);
    void runEach(const std::vector<std::string>& commands);

    server::Connection& m_connection;
    const std::vector<std::string> m_tables;
    std::vector<std::string> m_commands;
};

} // namespace banhang::bench
