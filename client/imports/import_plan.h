// What is to become of each row of a file: what the dry run found, and what the person decided.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "banhang/v1/imports.pb.h"
#include "client/sheets/column_map.h"
#include "client/sheets/sheet_file.h"

namespace banhang::client {

/// What the dry run found in a row; the worst of it.
enum class RowFinding : std::uint8_t {
    Unchecked,
    Fine,
    Warning,
    Twin,   ///< looks like an earlier row of the file
    Known,  ///< looks like a customer in the book
    Hidden, ///< looks like one that somebody else serves out of sight
    Error,
};

enum class RowAction : std::uint8_t {
    Create,
    Fill, ///< empty fields of the customer it looks like
    Skip,
    DropFaulty, ///< create without the values that are wrong
    Undecided,  ///< not imported until somebody decides
};

/// Of the customers in the book that a row looks like, the first one: a list may be known whole, and all hits of
/// each row with all their reasons would be hundreds of megabytes.
struct KnownCustomer
{
    std::int64_t customerId = 0; ///< 0 when it is out of sight
    std::int64_t ownerUserId = 0;
    std::string code = {};
    v1::DuplicateReason reason = {}; ///< the strongest that speaks for it; without a key if there is none
};

/// Everything about one row with something to look at.
struct RowProblem
{
    std::vector<v1::FieldIssue> issues;
    std::optional<KnownCustomer> known;
    int duplicateOfNumber = 0; ///< of the earlier row
    bool canDropFaulty = false;
};

/// Rows on their way to a check, and what reading their cells had to say.
struct CheckBatch
{
    std::vector<int> rows;
    google::protobuf::RepeatedPtrField<v1::ImportRow> wire;
    std::vector<std::vector<v1::FieldIssue>> issues; ///< by row
    std::vector<ColumnCheck> checks;                 ///< by column
};

/// What became of the rows after saving.
struct ImportTally
{
    int created = 0;
    int filled = 0;
    int skipped = 0;
    int rejected = 0;
};

/// What is set for all new rows, where the row itself says nothing.
struct ImportDefaults
{
    std::string sourceKey;
    std::vector<std::int64_t> owners; ///< in turn, by row; empty = who imports
};

/// Owner of file and mapping. Rows are counted from 0 among those that hold anything; numbers are those that a
/// spreadsheet shows. Thread: one at a time.
class ImportPlan
{
public:
    /// `headerRow` holds the titles, -1: every row is one of the list; guessed if not given.
    explicit ImportPlan(SheetFile file, std::optional<int> headerRow = std::nullopt);

    const SheetFile& file() const { return m_file; }
    ColumnMap& map() { return m_map; }
    const ColumnMap& map() const { return m_map; }
    ImportVocabulary words;
    ImportDefaults defaults;

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    int number(int row) const { return m_rows[static_cast<std::size_t>(row)].tableRow + 1; }
    std::string_view cell(int row, int column) const;
    const std::vector<ColumnCheck>& checks() const { return m_checks; }

    /// Before a dry run.
    void forgetFindings();
    /// For CheckImportRows and FindDuplicateRows.
    CheckBatch checkBatch(std::vector<int> rows) const;
    /// `checked` in the order of the batch. Counts what reading the cells did to the columns.
    void takeChecked(const CheckBatch& batch, const google::protobuf::RepeatedPtrField<v1::CheckedRow>& checked);
    /// Groups of rows that share a key, each small enough for one call; a key that many rows share says nothing. The
    /// keys are forgotten with it.
    std::vector<std::vector<int>> takeTwinGroups();
    void takeDuplicateRow(const v1::DuplicateRow& duplicateRow);
    bool isChecked() const { return m_checkedCount == rowCount(); }

    RowFinding finding(int row) const { return m_rows[static_cast<std::size_t>(row)].finding; }
    RowAction action(int row) const;
    /// Null for rows with nothing to look at.
    const RowProblem* problem(int row) const;
    /// What can be done with a row; nothing once it is imported.
    std::vector<RowAction> choices(int row) const;
    /// What can be done with all rows of a finding, the usual one first.
    static std::vector<RowAction> choicesFor(RowFinding finding);
    void decide(int row, RowAction action);
    /// For all rows of a finding that were not decided one by one.
    void setPolicy(RowFinding finding, RowAction action) { m_policies[finding] = action; }
    RowAction policy(RowFinding finding) const;

    int countOf(RowFinding finding) const;
    int countOf(RowAction action) const;
    /// Rows that are still to be imported.
    int readyCount() const;
    /// By number: before saving, the rows with something to look at; afterwards those that did not get in.
    std::vector<int> rowsToMend() const;
    bool isImported(int row) const;
    /// Was to fill fields of a customer, who had them all.
    bool hasNothingNew(int row) const;
    /// Saved, or left out on purpose, or found to have nothing new: not sent again.
    bool isSettled(int row) const;

    /// Key under which the server knows this file with these choices.
    std::string repeatKey() const;
    /// For SaveImportRows; nothing for rows that are not imported.
    std::optional<v1::ImportRow> saveRow(int row) const;
    void takeSaved(int row, const v1::SavedRow& saved);
    const ImportTally& tally() const { return m_tally; }
    /// Saving has begun.
    bool isSaving() const { return m_isSaving; }
    void beginSaving() { m_isSaving = true; }
    v1::RowOutcome outcome(int row) const { return m_rows[static_cast<std::size_t>(row)].outcome; }
    /// By number as shown; -1 if there is no such row.
    int rowNumbered(int number) const;

private:
    struct Row
    {
        int tableRow = 0;
        RowFinding finding = RowFinding::Unchecked;
        std::optional<RowAction> decided;
        v1::RowOutcome outcome = v1::ROW_OUTCOME_UNSPECIFIED;
    };
    BuiltRow built(int row, std::vector<ColumnCheck>& checks) const;
    void takeChecked(int row, const v1::Customer& customer, std::vector<v1::FieldIssue> issues,
                     const v1::CheckedRow& checked);
    Row& at(int row) { return m_rows[static_cast<std::size_t>(row)]; }

    SheetFile m_file;
    ColumnMap m_map;
    std::vector<Row> m_rows;
    std::vector<ColumnCheck> m_checks;
    std::unordered_map<int, RowProblem> m_problems;
    std::vector<std::pair<std::uint64_t, int>> m_keys; ///< match key, row
    std::map<RowFinding, RowAction> m_policies;
    int m_checkedCount = 0;
    bool m_isSaving = false;
    ImportTally m_tally;
};

} // namespace banhang::client
