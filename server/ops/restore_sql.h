// What is said to the database around a restore.
#pragma once

#include <cstdint>

namespace banhang::server {

class Tx;

/// Clears the place, the list of applied migrations included: the backup brings its own. The extension stays: it holds
/// nothing of ours, and the dump only asks for it if it is missing.
extern const char* const kBeforeRestore;

/// Makes the restored state one of this cluster; see restoreBackup.
extern const char* const kAfterRestore;

/// Whether anybody was ever set up or entered here. False for a database without tables.
bool hasContent(Tx& tx);

/// Sessions of our roles other than this one.
std::int64_t countOtherSessions(Tx& tx);

} // namespace banhang::server
