// What is said to the database around a restore.
#pragma once

#include <cstdint>
#include <string>

namespace banhang::server {

class Tx;

/// Clears the place, the list of applied migrations included: the backup brings its own. The extension stays: it holds
/// nothing of ours, and the dump only asks for it if it is missing.
extern const char* const kBeforeRestore;

/// Raises `kNewerBackup` where what was restored knows a migration beyond this number: a program that cannot use it
/// must not put it in the place of what it can use.
std::string refusalOfNewer(int newestMigration);
extern const char* const kNewerBackup;

/// Makes the restored state one of this cluster; see restoreBackup.
extern const char* const kAfterRestore;

/// Whether anybody was ever set up or entered here. False for a database without tables.
bool hasContent(Tx& tx);

/// Sessions of our roles other than this one.
std::int64_t countOtherSessions(Tx& tx);

} // namespace banhang::server
