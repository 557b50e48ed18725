// What the private cluster is told: settings, who may connect, roles and their secrets. Text alone, no process.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace banhang::server {

/// Passwords of the three roles, made once and kept beside the cluster.
struct ClusterSecrets
{
    std::string owner;
    std::string app;
    std::string system;

    static ClusterSecrets random();
    static ClusterSecrets read(const std::filesystem::path& file);
    void write(const std::filesystem::path& file) const;
};

struct ClusterSettings
{
    std::filesystem::path socketDirectory;
    int sharedBuffersMb = 0; ///< 0 = an eighth of the memory, 128 MB to 2 GB
    int maxConnections = 60;
    std::uint64_t memoryBytes = 0; ///< 0 = unknown
};

/// postgresql.conf for an office's server that shares its machine with banhangd. local.conf beside it, IT's own, has
/// the last word.
std::string postgresqlConf(const ClusterSettings& settings);

/// pg_hba.conf and pg_ident.conf: the three roles by password, and the machine's administrators as superuser, by the
/// socket alone.
std::string pgHbaConf();
std::string pgIdentConf(const std::string& account);

/// Commands that turn a fresh cluster into ours, one a line, for the single-user mode.
std::string bootstrapSql(const ClusterSecrets& secrets);

/// libpq's connection string.
std::string conninfo(const std::filesystem::path& socketDirectory, const std::string& role,
                     const std::string& password);

} // namespace banhang::server
