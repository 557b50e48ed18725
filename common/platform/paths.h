// Where programs of this system keep their files on this machine.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::platform {

/// Cluster, keys, backups and logs of a server. For the account that administers the machine the system's place (Linux:
/// /var/lib/banhang), for a service the place that the system made for it ($STATE_DIRECTORY), for an ordinary user one
/// of their own. Not created.
std::filesystem::path serverDataDirectory();
/// The environment variable that serverDataDirectory() goes by; empty = none.
std::string_view serverDataDirectoryVariable();

/// The server's configuration file unless one is named (Linux: /etc/banhang/banhangd.toml). May be absent.
std::filesystem::path serverConfigFile();

/// What the user chose, worth a backup: connection file, window layout. Not created.
std::filesystem::path clientConfigDirectory();

/// What a program remembers between two starts: session, drafts. Not created.
std::filesystem::path clientStateDirectory();

/// A place with a short name for sockets of this account, whose paths may not exceed about 100 bytes; `key` tells apart
/// what runs side by side. Not created.
std::filesystem::path shortRuntimeDirectory(const std::string& key);

/// Where the running program lies, and those that came with it. Throws: std::system_error.
std::filesystem::path programDirectory();

/// Directories with the programs of the installed versions of PostgreSQL, newest first.
std::vector<std::filesystem::path> postgresqlDirectories();

} // namespace banhang::platform
