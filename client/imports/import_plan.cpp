#include "client/imports/import_plan.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "common/error.h"

namespace banhang::client {

namespace {

/// A key that more rows share tells nothing: a switchboard, a common name.
constexpr std::ptrdiff_t kMaxPerKey = 20;
constexpr std::size_t kMaxPerCall = 200;

bool hasErrors(const std::vector<v1::FieldIssue>& issues)
{
    return std::ranges::any_of(issues,
                               [](const v1::FieldIssue& issue) { return issue.severity() == v1::SEVERITY_ERROR; });
}

/// Visible ones come first, by similarity; those that are only possible are no reason to hold a row up.
std::optional<KnownCustomer> knownOf(const google::protobuf::RepeatedPtrField<v1::DuplicateHit>& hits)
{
    const auto found = std::find_if(hits.begin(), hits.end(), [](const v1::DuplicateHit& hit) {
        return hit.has_hidden() || hit.visible().rank() >= v1::DUPLICATE_RANK_LIKELY;
    });
    if (found == hits.end())
        return std::nullopt;
    if (found->has_hidden())
        return KnownCustomer{.ownerUserId = found->hidden().owner_user_id()};
    const v1::VisibleDuplicate& hit = found->visible();
    KnownCustomer known{hit.customer_id(), hit.owner_user_id(), hit.code(), {}};
    const auto agreeing = std::ranges::find_if(hit.reasons(), &v1::DuplicateReason::agrees);
    if (agreeing != hit.reasons().end())
        known.reason = *agreeing;
    return known;
}

/// Families of rows in groups that fit a call. One family stays together as far as a call goes; what is beyond it is
/// compared among itself.
std::vector<std::vector<int>> packed(const std::map<int, std::vector<int>>& families)
{
    std::vector<std::vector<int>> groups(1);
    for (const auto& [first, rows] : families) {
        if (groups.back().size() + rows.size() > kMaxPerCall && !groups.back().empty())
            groups.emplace_back();
        for (const int row : rows) {
            if (groups.back().size() == kMaxPerCall)
                groups.emplace_back();
            groups.back().push_back(row);
        }
    }
    if (groups.back().empty())
        groups.pop_back();
    for (auto& group : groups)
        std::ranges::sort(group);
    return groups;
}

} // namespace

ImportPlan::ImportPlan(SheetFile file, std::optional<int> headerRow)
    : m_file(std::move(file)), m_map(m_file.table, headerRow ? *headerRow : guessHeaderRow(m_file.table))
{
    for (int row = m_map.headerRow() + 1; row < m_file.table.rowCount(); ++row)
        if (!m_file.table.isBlank(row))
            m_rows.emplace_back().tableRow = row;
    m_checks.resize(static_cast<std::size_t>(m_map.columnCount()));
    m_policies = {{RowFinding::Twin, RowAction::Fill},
                  {RowFinding::Known, RowAction::Fill},
                  {RowFinding::Hidden, RowAction::Skip},
                  {RowFinding::Error, RowAction::DropFaulty}};
}

std::string_view ImportPlan::cell(int row, int column) const
{
    return m_file.table.cell(m_rows[static_cast<std::size_t>(row)].tableRow, column).text;
}

void ImportPlan::forgetFindings()
{
    for (Row& row : m_rows)
        row.finding = RowFinding::Unchecked;
    m_checks.assign(m_checks.size(), {});
    m_problems.clear();
    m_keys.clear();
    m_checkedCount = 0;
}

BuiltRow ImportPlan::built(int row, std::vector<ColumnCheck>& checks) const
{
    const auto index = static_cast<std::size_t>(row);
    BuiltRow result = m_map.build(m_file.table, m_rows[index].tableRow, words, checks);
    if (result.customer.source_key().empty())
        result.customer.set_source_key(defaults.sourceKey);
    if (result.customer.owner_user_id() == 0 && !defaults.owners.empty())
        result.customer.set_owner_user_id(defaults.owners[index % defaults.owners.size()]);
    return result;
}

CheckBatch ImportPlan::checkBatch(std::vector<int> rows) const
{
    CheckBatch batch;
    batch.checks.resize(m_checks.size());
    for (const int row : rows) {
        BuiltRow read = built(row, batch.checks);
        v1::ImportRow& wire = *batch.wire.Add();
        wire.set_number(number(row));
        *wire.mutable_customer() = std::move(read.customer);
        batch.issues.push_back(std::move(read.issues));
    }
    batch.rows = std::move(rows);
    return batch;
}

void ImportPlan::takeChecked(const CheckBatch& batch, const google::protobuf::RepeatedPtrField<v1::CheckedRow>& checked)
{
    for (std::size_t column = 0; column < m_checks.size(); ++column)
        m_checks[column] += batch.checks[column];
    const std::size_t answered = std::min(batch.rows.size(), static_cast<std::size_t>(checked.size()));
    for (std::size_t i = 0; i < answered; ++i) {
        const int place = static_cast<int>(i);
        takeChecked(batch.rows[i], batch.wire[place].customer(), batch.issues[i], checked[place]);
    }
}

void ImportPlan::takeChecked(int row, const v1::Customer& customer, std::vector<v1::FieldIssue> issues,
                             const v1::CheckedRow& checked)
{
    Row& state = at(row);
    m_checkedCount += state.finding == RowFinding::Unchecked ? 1 : 0;
    for (const std::uint64_t key : checked.match_keys())
        m_keys.emplace_back(key, row);
    issues.insert(issues.end(), checked.issues().begin(), checked.issues().end());
    std::optional<KnownCustomer> known = knownOf(checked.duplicates());
    state.finding = RowFinding::Fine;
    if (issues.empty() && !known)
        return;
    state.finding = hasErrors(issues)        ? RowFinding::Error
                    : !known                 ? RowFinding::Warning
                    : known->customerId != 0 ? RowFinding::Known
                                             : RowFinding::Hidden;
    RowProblem& problem = m_problems[row];
    if (state.finding == RowFinding::Error) {
        v1::Customer rest = customer;
        problem.canDropFaulty = dropFaultyValues(rest, issues);
    }
    problem.issues = std::move(issues);
    problem.known = std::move(known);
}

std::vector<std::vector<int>> ImportPlan::takeTwinGroups()
{
    std::vector<int> leader(m_rows.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto find = [&](int row) {
        while (leader[static_cast<std::size_t>(row)] != row)
            row = leader[static_cast<std::size_t>(row)] =
                leader[static_cast<std::size_t>(leader[static_cast<std::size_t>(row)])];
        return row;
    };
    std::ranges::sort(m_keys);
    std::set<int> shared;
    for (auto first = m_keys.begin(); first != m_keys.end();) {
        const auto last =
            std::find_if(first, m_keys.end(), [&](const auto& other) { return other.first != first->first; });
        if (const auto count = last - first; count >= 2 && count <= kMaxPerKey)
            for (auto one = first; one != last; ++one) {
                leader[static_cast<std::size_t>(find(one->second))] = find(first->second);
                shared.insert(one->second);
            }
        first = last;
    }
    m_keys = {};
    std::map<int, std::vector<int>> families;
    for (const int row : shared)
        families[find(row)].push_back(row);
    return packed(families);
}

void ImportPlan::takeDuplicateRow(const v1::DuplicateRow& duplicateRow)
{
    const int row = rowNumbered(duplicateRow.number());
    if (row < 0)
        return;
    m_problems[row].duplicateOfNumber = duplicateRow.earlier_number();
    if (at(row).finding < RowFinding::Twin)
        at(row).finding = RowFinding::Twin;
}

RowAction ImportPlan::policy(RowFinding finding) const
{
    const auto found = m_policies.find(finding);
    return found == m_policies.end() ? RowAction::Create : found->second;
}

RowAction ImportPlan::action(int row) const
{
    const Row& state = m_rows[static_cast<std::size_t>(row)];
    if (state.decided)
        return *state.decided;
    const RowAction wanted = policy(state.finding);
    if (wanted != RowAction::DropFaulty)
        return wanted;
    const RowProblem* found = problem(row);
    return found != nullptr && found->canDropFaulty ? RowAction::DropFaulty : RowAction::Skip;
}

const RowProblem* ImportPlan::problem(int row) const
{
    const auto found = m_problems.find(row);
    return found == m_problems.end() ? nullptr : &found->second;
}

std::vector<RowAction> ImportPlan::choices(int row) const
{
    if (isSettled(row))
        return {};
    if (finding(row) == RowFinding::Error && !problem(row)->canDropFaulty)
        return {RowAction::Skip};
    return finding(row) == RowFinding::Fine ? std::vector{RowAction::Create, RowAction::Skip}
                                            : choicesFor(finding(row));
}

std::vector<RowAction> ImportPlan::choicesFor(RowFinding finding)
{
    switch (finding) {
    case RowFinding::Error:
        return {RowAction::DropFaulty, RowAction::Skip, RowAction::Undecided};
    case RowFinding::Known:
    case RowFinding::Twin:
        return {RowAction::Fill, RowAction::Skip, RowAction::Create, RowAction::Undecided};
    case RowFinding::Hidden:
        return {RowAction::Skip, RowAction::Create, RowAction::Undecided};
    default:
        return {RowAction::Create, RowAction::Skip, RowAction::Undecided};
    }
}

void ImportPlan::decide(int row, RowAction action)
{
    at(row).decided = action;
}

int ImportPlan::countOf(RowFinding wanted) const
{
    return static_cast<int>(std::ranges::count(m_rows, wanted, &Row::finding));
}

int ImportPlan::countOf(RowAction wanted) const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += action(row) == wanted ? 1 : 0;
    return count;
}

int ImportPlan::readyCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const RowAction wanted = action(row);
        count += wanted != RowAction::Skip && wanted != RowAction::Undecided && !isSettled(row) ? 1 : 0;
    }
    return count;
}

bool ImportPlan::isImported(int row) const
{
    const v1::RowOutcome became = outcome(row);
    return became == v1::ROW_OUTCOME_CREATED || became == v1::ROW_OUTCOME_FILLED;
}

bool ImportPlan::hasNothingNew(int row) const
{
    return outcome(row) == v1::ROW_OUTCOME_SKIPPED && action(row) == RowAction::Fill;
}

bool ImportPlan::isSettled(int row) const
{
    return isImported(row) || outcome(row) == v1::ROW_OUTCOME_SKIPPED;
}

std::vector<int> ImportPlan::rowsToMend() const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        if (m_isSaving ? !isImported(row) && !hasNothingNew(row) : finding(row) > RowFinding::Fine)
            rows.push_back(row);
    return rows;
}

std::string ImportPlan::repeatKey() const
{
    return m_file.digest + "/" + sheetDigest(m_map.describe());
}

std::optional<v1::ImportRow> ImportPlan::saveRow(int row) const
{
    const RowAction wanted = action(row);
    if (wanted == RowAction::Undecided)
        return std::nullopt;
    v1::ImportRow wire;
    wire.set_number(number(row));
    if (wanted == RowAction::Skip) {
        wire.set_decision(v1::ROW_DECISION_SKIP);
        return wire;
    }
    std::vector<ColumnCheck> unseen;
    *wire.mutable_customer() = built(row, unseen).customer;
    const RowProblem* found = problem(row);
    if (wanted == RowAction::DropFaulty && found != nullptr)
        dropFaultyValues(*wire.mutable_customer(), found->issues);
    if (wanted == RowAction::Fill) {
        wire.set_decision(v1::ROW_DECISION_FILL);
        if (found != nullptr && found->known)
            wire.set_fill_customer_id(found->known->customerId);
    } else if (finding(row) == RowFinding::Known || finding(row) == RowFinding::Hidden ||
               finding(row) == RowFinding::Twin) {
        // Somebody looked at it and wants it all the same; rows without a finding are still asked about.
        wire.set_decision(v1::ROW_DECISION_CREATE);
    }
    return wire;
}

void ImportPlan::takeSaved(int row, const v1::SavedRow& saved)
{
    Row& state = at(row);
    if (state.outcome == saved.outcome())
        return;
    m_tally.rejected -= state.outcome == v1::ROW_OUTCOME_REJECTED ? 1 : 0;
    m_tally.skipped -= state.outcome == v1::ROW_OUTCOME_SKIPPED ? 1 : 0;
    state.outcome = saved.outcome();
    m_tally.created += saved.outcome() == v1::ROW_OUTCOME_CREATED ? 1 : 0;
    m_tally.filled += saved.outcome() == v1::ROW_OUTCOME_FILLED ? 1 : 0;
    m_tally.skipped += saved.outcome() == v1::ROW_OUTCOME_SKIPPED ? 1 : 0;
    m_tally.rejected += saved.outcome() == v1::ROW_OUTCOME_REJECTED ? 1 : 0;
    if (saved.outcome() != v1::ROW_OUTCOME_REJECTED)
        return;
    RowProblem& problem = m_problems[row];
    problem.issues.assign(saved.issues().begin(), saved.issues().end());
    problem.known = knownOf(saved.duplicates());
    state.decided.reset();
    if (problem.known && !hasErrors(problem.issues)) {
        // Came into the book since the dry run, by a colleague or by an earlier row: to be decided like any other.
        state.finding = problem.known->customerId != 0 ? RowFinding::Known : RowFinding::Hidden;
        state.decided = RowAction::Undecided;
        return;
    }
    if (!saved.reason_key().empty())
        problem.issues.push_back(fieldIssue(v1::SEVERITY_ERROR, "", saved.reason_key()));
    state.finding = RowFinding::Error;
}

int ImportPlan::rowNumbered(int wanted) const
{
    const auto found = std::ranges::lower_bound(m_rows, wanted - 1, {}, &Row::tableRow);
    return found == m_rows.end() || found->tableRow != wanted - 1 ? -1 : static_cast<int>(found - m_rows.begin());
}

} // namespace banhang::client
