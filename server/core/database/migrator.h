// Brings a database to the shape that this program was built for: numbered, forward only, each file once.
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/database/connection.h"

namespace banhang::server {

struct Migration
{
    int number;            ///< 1, 2, 3, ...
    std::string_view name; ///< "0001_identity"
    std::string_view sql;
};

/// The files of migrations/, as they were when the program was built.
std::span<const Migration> embeddedMigrations();

/// The database cannot be used by this program; the text is for the operator.
class MigrationError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Thread: belongs to one.
class Migrator
{
public:
    /// `connect` signs in as role banhang_owner; its time limits are lifted.
    Migrator(ConnectOptions connect, std::span<const Migration> migrations);

    /// Applies what is missing, each file in a transaction of its own under a lock, so that of several servers starting
    /// at once one applies it and the others wait. Returns the names of those applied here. Throws: MigrationError when
    /// an applied file was edited since, when the database is newer than the program, or when a file fails (nothing of
    /// that file then remains); DatabaseError when the database cannot be reached.
    std::vector<std::string> run();

    /// Names of those that run() would apply. Throws as run().
    std::vector<std::string> pending();

private:
    struct Applied
    {
        int number;
        std::string checksum;
    };
    std::vector<Applied> readApplied(Connection& connection);
    void check(const std::vector<Applied>& applied) const;
    bool apply(Connection& connection, const Migration& migration);

    ConnectOptions m_connect;
    std::span<const Migration> m_migrations;
};

} // namespace banhang::server
