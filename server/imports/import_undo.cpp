#include "server/imports/import_undo.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/core/call/page_tokens.h"
#include "server/core/database/database_clock.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/handling/customer_handling.h"
#include "server/customers/saving/customer_saving.h"
#include "server/imports/import_rules.h"
#include "server/imports/import_store.h"

namespace banhang::server {

namespace {

constexpr int kUsualRows = 200;
constexpr int kMaxRows = 500;

constexpr const char* kEdited = "import.kept_edited";
constexpr const char* kDenied = "import.kept_denied";
constexpr const char* kGone = "import.kept_gone";

/// Takes back one row after the other, the last first, so that what a later row did to a customer of an earlier one
/// is gone when that one's turn comes.
class RowUndoer
{
public:
    /// `rows` are those of this step.
    RowUndoer(Call& call, std::int64_t importId, std::vector<ImportRowState>& rows)
        : m_call(call), m_importId(importId), m_rows(rows)
    {
    }

    /// Empty, or why the row stays.
    std::string undo(const ImportRowState& row)
    {
        try {
            const auto stored = lockCustomer(m_call, row.customerId);
            if (!stored)
                return kGone;
            // Who was merged away lives on in somebody else.
            if (stored->customer.merged_into_id() != 0)
                return kEdited;
            if (stored->customer.has_delete_time())
                return {};
            if (stored->customer.version() != row.version || (isCreated(row) && hasDependants(m_call, row.customerId)))
                return kEdited;
            if (isCreated(row))
                bin(row);
            else
                empty(stored->customer, row);
            return {};
        } catch (const AppError& error) {
            if (error.code() == ErrorCode::Denied)
                return kDenied;
            if (concernsOneRow(error.code()))
                return kEdited;
            throw;
        }
    }

private:
    static bool isCreated(const ImportRowState& row) { return row.outcome == v1::ROW_OUTCOME_CREATED; }

    void bin(const ImportRowState& row)
    {
        v1::DeleteCustomerRequest request;
        request.set_customer_id(row.customerId);
        request.set_version(row.version);
        v1::Customer binned;
        moveToBin(m_call, request, binned);
    }

    void empty(const v1::Customer& stored, const ImportRowState& row)
    {
        v1::UpdateCustomerRequest request;
        request.mutable_customer()->set_id(stored.id());
        request.mutable_customer()->set_version(stored.version());
        for (const std::string& field : row.filled)
            request.mutable_update_mask()->add_paths(field);
        v1::CustomerChangeResponse reply;
        saveChanges(m_call, request, reply);
        moveEarlierRows(row, reply.customer().version());
    }

    /// The customer is at `newVersion` what it was before `undone`. All earlier rows of it move along, so that the
    /// distances between them stay: where one is more than a step, somebody else has edited between.
    void moveEarlierRows(const ImportRowState& undone, std::int64_t newVersion)
    {
        const std::int64_t steps = newVersion - (undone.version - 1);
        for (ImportRowState& row : m_rows)
            if (row.customerId == undone.customerId && row.version < undone.version)
                row.version += steps;
        moveRowVersions(m_call, m_importId, undone, steps);
    }

    Call& m_call;
    std::int64_t m_importId;
    std::vector<ImportRowState>& m_rows;
};

void refuseTooOld(Call& call, const v1::Import& import)
{
    using google::protobuf::util::TimeUtil;
    if (presentMicros(call.tx) > TimeUtil::TimestampToMicroseconds(import.undo_end_time()))
        throw AppError(ErrorCode::Refused, "import.too_old");
}

} // namespace

v1::RememberedRow rememberedRow(int number, v1::RowOutcome outcome, std::int64_t customerId,
                                const std::string& keptReason)
{
    v1::RememberedRow row;
    row.set_number(number);
    row.set_outcome(outcome);
    row.set_customer_id(customerId);
    row.set_kept_reason(keptReason);
    return row;
}

void undoRows(Call& call, const v1::UndoImportRequest& wanted, v1::UndoImportResponse& reply)
{
    const v1::Import import = lockImport(call, wanted.import_id());
    // What was begun in time is gone on with: an import half undone could not be ended otherwise.
    if (import.state() != v1::IMPORT_STATE_UNDOING)
        refuseTooOld(call, import);
    beginUndo(call, import.id());
    const int limit = pageSize(wanted.row_limit(), kUsualRows, kMaxRows, "row_limit");
    std::vector<ImportRowState> rows = undoableRows(call, import.id(), limit);
    RowUndoer undoer(call, import.id(), rows);
    ImportCounts change;
    for (ImportRowState& row : rows) {
        row.keptReason = undoer.undo(row);
        const bool isKept = !row.keptReason.empty();
        if (!isKept)
            (row.outcome == v1::ROW_OUTCOME_CREATED ? change.created : change.filled) -= 1;
        row.outcome = isKept ? v1::ROW_OUTCOME_KEPT : v1::ROW_OUTCOME_UNDONE;
        if (isKept)
            *reply.add_kept() = rememberedRow(row.number, row.outcome, row.customerId, row.keptReason);
    }
    rememberRows(call, import.id(), rows);
    const int remaining = countUndoable(call, import.id());
    if (remaining == 0)
        endUndo(call, import.id());
    reply.set_remaining_count(remaining);
    *reply.mutable_import() = addToCounts(call, import.id(), change);
}

} // namespace banhang::server
