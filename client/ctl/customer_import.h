// Imports customers from a table through the ordinary API: the same rights, checks and duplicates as in the client.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "client/ctl/column_map.h"
#include "client/ctl/csv_table.h"

namespace banhang::client {

class Remote;

struct ImportOptions
{
    bool dryRun = false;         ///< check every row, store nothing
    std::string duplicateReason; ///< save likely duplicates, for this reason; empty = reject them
    int parallel = 8;            ///< calls under way at once
};

/// A row that was left out.
struct RejectedRow
{
    std::size_t row = 0; ///< 0-based among the data rows
    std::string reason;  ///< keys and arguments, as errorText()
};

struct ImportResult
{
    std::size_t saved = 0;    ///< stored now or by an earlier run of the same import; with dryRun: could be stored
    std::size_t warnings = 0; ///< rows stored that have warnings
    std::vector<RejectedRow> rejected; ///< by row
};

/// Called after each row from several threads, one at a time: rows done and rows in all.
using ImportProgress = std::function<void(std::size_t, std::size_t)>;

/// Stores each row by a call whose request id comes from the file's content, the mapping and the row: importing the
/// same file again, also after a crash in the middle, makes nothing twice. Faults of single rows are collected; a lost
/// connection, a missing right or an ended session stops the import and is thrown as AppError.
ImportResult importCustomers(Remote& remote, const CsvTable& table, const ColumnMap& map, const ImportOptions& options,
                             const ImportProgress& progress);

/// Writes the rejected rows with all their cells and a last column "reason", so that they can be mended and imported
/// again.
void writeRejected(const std::filesystem::path& file, const CsvTable& table, const ImportResult& result);

} // namespace banhang::client
