// Imports customers from a sheet in batches: the same rights, checks and duplicates as in the client.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/sheets/column_map.h"
#include "client/sheets/sheet_file.h"

namespace banhang::client {

class Remote;

struct ImportOptions
{
    bool dryRun = false; ///< check every row, store nothing
    /// For rows that look like a customer in the book; UNSPECIFIED = reject.
    v1::RowDecision onDuplicate = v1::ROW_DECISION_UNSPECIFIED;
    int batchRows = 100; ///< rows in a call, at most 200
};

/// A row that was left out.
struct RejectedRow
{
    int row = 0; ///< in the table, 0-based
    std::string reason;
};

struct ImportResult
{
    std::int64_t importId = 0;
    int rows = 0;   ///< with anything in them
    int saved = 0;  ///< created or filled, now or by an earlier run; with dryRun: could be
    int filled = 0; ///< of these, those that filled a customer
    int skipped = 0;
    int warnings = 0;                  ///< rows saved that have warnings
    std::vector<RejectedRow> rejected; ///< by row
};

/// Called after each batch from several threads, one at a time: rows done and rows in all.
using ImportProgress = std::function<void(std::size_t, std::size_t)>;

/// Begins an import that is known by the file's content and the mapping, or goes on with it: importing the same file
/// again, also after a crash in the middle, makes nothing twice. Faults of single rows are collected; a lost
/// connection, a missing right or an ended session stops the import and is thrown as AppError.
ImportResult importCustomers(Remote& remote, const SheetFile& file, const ColumnMap& map, const ImportVocabulary& words,
                             const ImportOptions& options, const ImportProgress& progress);

/// Writes the rejected rows with all their cells and a last column "reason", so that they can be mended and imported
/// again: a workbook, or CSV if the name ends so.
void writeRejected(const std::string& file, const SheetFile& sheet, const ColumnMap& map, const ImportResult& result);

} // namespace banhang::client
