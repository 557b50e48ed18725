#include "server/imports/import_saving.h"

#include <algorithm>
#include <iterator>

#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/rules/edit_mask.h"
#include "server/customers/saving/customer_saving.h"
#include "server/duplicates/duplicate_check.h"
#include "server/imports/import_rules.h"
#include "server/imports/import_store.h"
#include "server/imports/row_match.h"

namespace banhang::server {

namespace {

constexpr int kMaxRows = 200;

using ImportRows = google::protobuf::RepeatedPtrField<v1::ImportRow>;

/// The row as it would be stored, only to be compared. Nothing of what is too long or too much, which saving refuses by
/// itself: it must not be taken apart before.
v1::Customer preparedRow(const v1::ImportRow& row)
{
    if (!excess(row.customer()).empty())
        return {};
    v1::Customer customer = row.customer();
    customer.clear_id();
    prepareCustomer(customer);
    return customer;
}

std::vector<v1::Customer> preparedRows(const ImportRows& rows)
{
    std::vector<v1::Customer> prepared;
    prepared.reserve(static_cast<std::size_t>(rows.size()));
    std::ranges::transform(rows, std::back_inserter(prepared), preparedRow);
    return prepared;
}

/// The customer that a row looks most like, if that is one to be filled: visible, and surely enough the same.
std::int64_t likeliestOf(const google::protobuf::RepeatedPtrField<v1::DuplicateHit>& hits)
{
    for (const v1::DuplicateHit& hit : hits)
        if (hit.has_visible() && hit.visible().rank() >= v1::DUPLICATE_RANK_LIKELY)
            return hit.visible().customer_id();
    return 0;
}

/// Saves the rows of one call.
class RowSaver
{
public:
    RowSaver(Call& call, const v1::Import& import, v1::RowDecision onDuplicate)
        : m_call(call), m_import(import), m_onDuplicate(onDuplicate)
    {
    }

    v1::SavedRow save(const v1::ImportRow& row)
    {
        v1::SavedRow saved;
        saved.set_number(row.number());
        try {
            decide(row, saved);
        } catch (const AppError& error) {
            if (!concernsOneRow(error.code()))
                throw;
            reject(error, saved);
        }
        remember(saved);
        return saved;
    }

    /// A row that was met before.
    void answer(const ImportRowState& state, v1::SavedRow& saved)
    {
        saved.set_outcome(state.outcome);
        saved.set_customer_id(state.customerId);
        saved.set_code(state.code);
    }

    const std::vector<ImportRowState>& states() const { return m_states; }
    const ImportCounts& counts() const { return m_counts; }
    ImportCounts& counts() { return m_counts; }

private:
    void decide(const v1::ImportRow& row, v1::SavedRow& saved)
    {
        switch (row.decision()) {
        case v1::ROW_DECISION_SKIP:
            saved.set_outcome(v1::ROW_OUTCOME_SKIPPED);
            return;
        case v1::ROW_DECISION_FILL:
            fillOrCreate(row, saved);
            return;
        case v1::ROW_DECISION_CREATE:
            create(row, reasonOf(row), saved);
            return;
        default:
            createUnlessKnown(row, saved);
        }
    }

    /// Names the file and the row, for whoever reads the history of a doubtful customer.
    std::string reasonOf(const v1::ImportRow& row) const
    {
        return m_import.file_name() + ":" + std::to_string(row.number());
    }

    void create(const v1::ImportRow& row, const std::string& reason, v1::SavedRow& saved)
    {
        v1::CreateCustomerRequest request;
        *request.mutable_customer() = row.customer();
        request.set_duplicate_reason(reason);
        v1::CustomerChangeResponse reply;
        saveNewCustomer(m_call, request, reply);
        take(reply, v1::ROW_OUTCOME_CREATED, saved);
    }

    void createUnlessKnown(const v1::ImportRow& row, v1::SavedRow& saved)
    {
        try {
            create(row, {}, saved);
            return;
        } catch (const AppError& error) {
            if (error.key() != "customer.duplicate_unconfirmed")
                throw;
        }
        if (m_onDuplicate == v1::ROW_DECISION_CREATE) {
            create(row, reasonOf(row), saved);
        } else if (m_onDuplicate == v1::ROW_DECISION_SKIP) {
            saved.set_outcome(v1::ROW_OUTCOME_SKIPPED);
        } else {
            nameDuplicates(row, saved);
            if (const std::int64_t target = likeliestOf(saved.duplicates());
                m_onDuplicate == v1::ROW_DECISION_FILL && target != 0) {
                saved.clear_duplicates();
                fill(target, row, saved);
            } else {
                saved.set_outcome(v1::ROW_OUTCOME_REJECTED);
                saved.set_reason_key("customer.duplicate_unconfirmed");
            }
        }
    }

    void nameDuplicates(const v1::ImportRow& row, v1::SavedRow& saved)
    {
        for (v1::DuplicateHit& hit : findDuplicates(m_call, preparedRow(row)))
            *saved.add_duplicates() = std::move(hit);
    }

    /// Without a customer to fill, the one that looks most alike now; when that one is gone by now, a new one.
    void fillOrCreate(const v1::ImportRow& row, v1::SavedRow& saved)
    {
        if (row.fill_customer_id() != 0) {
            fill(row.fill_customer_id(), row, saved);
            return;
        }
        nameDuplicates(row, saved);
        const std::int64_t target = likeliestOf(saved.duplicates());
        saved.clear_duplicates();
        if (target != 0)
            fill(target, row, saved);
        else
            createUnlessKnown(row, saved);
    }

    void fill(std::int64_t customerId, const v1::ImportRow& row, v1::SavedRow& saved)
    {
        const auto stored = findCustomer(m_call, customerId);
        if (!stored)
            throwCustomerNotFound();
        const FieldNames fields = fillable(stored->customer, row.customer());
        saved.set_customer_id(customerId);
        saved.set_code(stored->customer.code());
        if (fields.empty()) {
            saved.set_outcome(v1::ROW_OUTCOME_SKIPPED);
            return;
        }
        v1::UpdateCustomerRequest request;
        *request.mutable_customer() = row.customer();
        request.mutable_customer()->set_id(customerId);
        request.mutable_customer()->set_version(stored->customer.version());
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_duplicate_reason(reasonOf(row));
        v1::CustomerChangeResponse reply;
        saveChanges(m_call, request, reply);
        take(reply, v1::ROW_OUTCOME_FILLED, saved);
        m_filled.assign(fields.begin(), fields.end());
    }

    /// Fields that the row has, that the customer has not, and that the caller sees: "empty" must not be a guess.
    FieldNames fillable(const v1::Customer& stored, const v1::Customer& wanted) const
    {
        const FieldNames present = fieldsSet(stored);
        FieldNames fields;
        for (const std::string& field : fieldsSet(wanted))
            if (!present.contains(field) && hidingMask(m_call.caller, field) == v1::SENSITIVE_FIELD_UNSPECIFIED)
                fields.insert(field);
        return fields;
    }

    void take(const v1::CustomerChangeResponse& reply, v1::RowOutcome outcome, v1::SavedRow& saved)
    {
        saved.set_outcome(outcome);
        saved.set_customer_id(reply.customer().id());
        saved.set_code(reply.customer().code());
        *saved.mutable_issues() = reply.warnings();
        m_version = reply.customer().version();
    }

    static void reject(const AppError& error, v1::SavedRow& saved)
    {
        saved.set_outcome(v1::ROW_OUTCOME_REJECTED);
        saved.clear_customer_id();
        saved.clear_code();
        *saved.mutable_issues() = error.detail().issues();
        if (error.detail().issues().empty())
            saved.set_reason_key(error.key());
    }

    void remember(const v1::SavedRow& saved)
    {
        m_states.push_back({.number = saved.number(),
                            .outcome = saved.outcome(),
                            .customerId = saved.customer_id(),
                            .version = std::exchange(m_version, 0),
                            .filled = std::exchange(m_filled, {})});
        m_counts.created += saved.outcome() == v1::ROW_OUTCOME_CREATED;
        m_counts.filled += saved.outcome() == v1::ROW_OUTCOME_FILLED;
        m_counts.skipped += saved.outcome() == v1::ROW_OUTCOME_SKIPPED;
        m_counts.rejected += saved.outcome() == v1::ROW_OUTCOME_REJECTED;
    }

    Call& m_call;
    const v1::Import& m_import;
    v1::RowDecision m_onDuplicate;
    std::int64_t m_version = 0;
    std::vector<std::string> m_filled;
    std::vector<ImportRowState> m_states;
    ImportCounts m_counts;
};

/// What it made is there. Thrown away by hand since, the row is made anew, as whoever brings the file again expects.
bool isFinal(const ImportRowState& state)
{
    return (state.outcome == v1::ROW_OUTCOME_CREATED || state.outcome == v1::ROW_OUTCOME_FILLED) && !state.isBinned;
}

std::map<int, ImportRowState> metBefore(Call& call, std::int64_t importId, const ImportRows& rows)
{
    std::vector<std::int64_t> numbers;
    for (const v1::ImportRow& row : rows)
        numbers.push_back(row.number());
    return rememberedRows(call, importId, numbers);
}

/// What was counted for a row that comes again.
void uncount(const ImportRowState& state, ImportCounts& counts)
{
    counts.created -= state.outcome == v1::ROW_OUTCOME_CREATED;
    counts.filled -= state.outcome == v1::ROW_OUTCOME_FILLED;
    counts.skipped -= state.outcome == v1::ROW_OUTCOME_SKIPPED;
    counts.rejected -= state.outcome == v1::ROW_OUTCOME_REJECTED;
}

} // namespace

void checkRows(Call& call, const v1::CheckImportRowsRequest& wanted, v1::CheckImportRowsResponse& reply)
{
    refuseIssues(rowIssues(wanted.rows(), kMaxRows));
    std::vector<v1::Customer> typed;
    typed.reserve(static_cast<std::size_t>(wanted.rows_size()));
    for (const v1::ImportRow& row : wanted.rows())
        typed.emplace_back(row.customer()).clear_id();
    std::vector<v1::CheckCustomerResponse> replies = checkTypedOfAll(call, typed);
    auto said = replies.begin();
    const std::vector<v1::Customer> prepared = preparedRows(wanted.rows());
    for (int i = 0; i < wanted.rows_size(); ++i) {
        v1::CheckedRow& checked = *reply.add_rows();
        checked.set_number(wanted.rows(i).number());
        checked.mutable_issues()->Swap(said->mutable_issues());
        checked.mutable_duplicates()->Swap(said->mutable_duplicates());
        ++said;
        for (const std::uint64_t key : matchKeys(prepared[static_cast<std::size_t>(i)]))
            checked.add_match_keys(key);
    }
}

void findDuplicateRows(Call& call, const v1::FindDuplicateRowsRequest& wanted, v1::FindDuplicateRowsResponse& reply)
{
    refuseIssues(rowIssues(wanted.rows(), kMaxRows));
    for (v1::DuplicateRow& duplicateRow : duplicateRowsAmong(call, wanted.rows(), preparedRows(wanted.rows())))
        *reply.add_duplicate_rows() = std::move(duplicateRow);
}

void saveRows(Call& call, const v1::SaveImportRowsRequest& wanted, v1::SaveImportRowsResponse& reply)
{
    refuseIssues(rowIssues(wanted.rows(), kMaxRows));
    const v1::Import import = lockImport(call, wanted.import_id());
    if (import.state() == v1::IMPORT_STATE_UNDOING || import.state() == v1::IMPORT_STATE_UNDONE)
        throw AppError(ErrorCode::Refused, "import.undone");
    const auto known = metBefore(call, import.id(), wanted.rows());
    lockKeysOf(call, preparedRows(wanted.rows()));
    RowSaver saver(call, import, wanted.on_duplicate());
    for (const v1::ImportRow& row : wanted.rows()) {
        const auto met = known.find(row.number());
        if (met != known.end() && isFinal(met->second)) {
            v1::SavedRow& saved = *reply.add_rows();
            saved.set_number(row.number());
            saver.answer(met->second, saved);
            continue;
        }
        if (met != known.end())
            uncount(met->second, saver.counts());
        *reply.add_rows() = saver.save(row);
    }
    rememberRows(call, import.id(), saver.states());
    *reply.mutable_import() = addToCounts(call, import.id(), saver.counts());
}

} // namespace banhang::server
