// Imports, what became of their rows, and templates; each person reads and writes only their own.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/imports.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// What is remembered of one row.
struct ImportRowState
{
    int number = 0;
    v1::RowOutcome outcome = v1::ROW_OUTCOME_UNSPECIFIED;
    std::int64_t customerId = 0;
    std::int64_t version = 0;        ///< of the customer, as this row left it
    std::vector<std::string> filled; ///< fields that were empty before
    std::string code = {};           ///< of the customer; read only by rememberedRows
    bool isBinned = false;           ///< the customer, and not as part of a merge; read only by rememberedRows
    std::string keptReason = {};
};

/// The caller's own running import with the same repeat key, or a new one.
v1::Import beginImport(Call& call, const v1::Import& wanted);

/// Throws: AppError NotFound "import.not_found" for what is absent or somebody else's.
v1::Import readImport(Call& call, std::int64_t id);
/// As readImport, and no other call changes it or its rows until the end of the transaction.
v1::Import lockImport(Call& call, std::int64_t id);
/// At most `limit`, newest first, those before `beforeId` (0 = from the newest on).
std::vector<v1::Import> readImports(Call& call, std::int64_t beforeId, int limit);

/// Of these rows, those that this import has met before, by number.
std::map<int, ImportRowState> rememberedRows(Call& call, std::int64_t importId,
                                             const std::vector<std::int64_t>& numbers);
/// Rows behind `after` by number, of any of `outcomes` (empty = all).
std::vector<ImportRowState> readRows(Call& call, std::int64_t importId, const std::vector<std::int64_t>& outcomes,
                                     int after, int limit);
/// Remembers what became of rows; replaces what was remembered. Sent without waiting.
void rememberRows(Call& call, std::int64_t importId, const std::vector<ImportRowState>& rows);

/// Adds to the counts and reads the import again.
struct ImportCounts
{
    int created = 0;
    int filled = 0;
    int skipped = 0;
    int rejected = 0;
};
v1::Import addToCounts(Call& call, std::int64_t importId, const ImportCounts& change);

/// Marks an import as being undone.
void beginUndo(Call& call, std::int64_t importId);
/// Rows that made or filled customers, the last first, locked.
std::vector<ImportRowState> undoableRows(Call& call, std::int64_t importId, int limit);
int countUndoable(Call& call, std::int64_t importId);
/// Moves what earlier rows of this import left of the customer of `undone` on by `steps`: to where that customer is
/// since `undone` was taken back. Sent without waiting.
void moveRowVersions(Call& call, std::int64_t importId, const ImportRowState& undone, std::int64_t steps);
void endUndo(Call& call, std::int64_t importId);
/// Whether requests, files or customers below it hang on a customer, those of colleagues included; they leave its
/// version as it is.
bool hasDependants(Call& call, std::int64_t customerId);

/// Own ones and those of the team, by name and id, behind `after`.
struct TemplatePlace
{
    std::string name;
    std::int64_t id = 0;
};
std::vector<v1::ImportTemplate> readTemplates(Call& call, const TemplatePlace& after, int limit);
v1::ImportTemplate upsertTemplate(Call& call, const v1::ImportTemplate& wanted);
/// What was forgotten; empty if the caller has no such template.
std::optional<v1::ImportTemplate> dropTemplate(Call& call, std::int64_t id);

} // namespace banhang::server
