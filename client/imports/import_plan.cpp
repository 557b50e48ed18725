#include "client/imports/import_plan.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "common/error.h"

namespace banhang::client {

namespace {

/// A key that more rows share tells nothing: a switchboard, a common name.
constexpr std::size_t kMostOfKey = 20;
constexpr std::size_t kMostOfCall = 200;

bool hasErrors(const std::vector<v1::FieldIssue>& issues)
{
    return std::ranges::any_of(issues,
                               [](const v1::FieldIssue& issue) { return issue.severity() == v1::SEVERITY_ERROR; });
}

} // namespace

ImportPlan::ImportPlan(SheetFile file) : m_file(std::move(file)), m_map(m_file.table, guessHeaderRow(m_file.table))
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
    m_rowsOfKey.clear();
    m_checkedCount = 0;
}

BuiltRow ImportPlan::built(int row, std::vector<ColumnCheck>& checks)
{
    BuiltRow result = m_map.build(m_file.table, at(row).tableRow, words, checks);
    if (result.customer.source_key().empty())
        result.customer.set_source_key(defaults.sourceKey);
    if (result.customer.owner_user_id() == 0 && !defaults.owners.empty())
        result.customer.set_owner_user_id(defaults.owners[static_cast<std::size_t>(row) % defaults.owners.size()]);
    return result;
}

v1::ImportRow ImportPlan::checkRow(int row, bool counts)
{
    std::vector<ColumnCheck> unseen;
    BuiltRow read = built(row, counts ? m_checks : unseen);
    v1::ImportRow wire;
    wire.set_number(number(row));
    *wire.mutable_customer() = std::move(read.customer);
    if (counts && !read.issues.empty())
        m_problems[row].issues = std::move(read.issues);
    return wire;
}

void ImportPlan::takeChecked(int row, const v1::CheckedRow& checked)
{
    Row& state = at(row);
    m_checkedCount += state.finding == RowFinding::Unchecked ? 1 : 0;
    for (const std::uint64_t key : checked.match_keys())
        m_rowsOfKey[key].push_back(row);
    const bool hasOwnIssues = m_problems.contains(row);
    if (checked.issues().empty() && checked.duplicates().empty() && !hasOwnIssues) {
        state.finding = RowFinding::Fine;
        return;
    }
    RowProblem& problem = m_problems[row];
    problem.issues.insert(problem.issues.end(), checked.issues().begin(), checked.issues().end());
    for (const v1::DuplicateHit& hit : checked.duplicates())
        if (hit.has_hidden() || hit.visible().rank() >= v1::DUPLICATE_RANK_LIKELY)
            problem.duplicates.push_back(hit);
    if (hasErrors(problem.issues)) {
        state.finding = RowFinding::Error;
        std::vector<ColumnCheck> unseen;
        v1::Customer rest = built(row, unseen).customer;
        problem.canDropFaulty = dropFaultyValues(rest, problem.issues);
    } else if (problem.duplicates.empty()) {
        state.finding = problem.issues.empty() ? RowFinding::Fine : RowFinding::Warning;
    } else {
        state.finding = problem.duplicates.front().has_visible() ? RowFinding::Known : RowFinding::Hidden;
    }
}

std::vector<std::vector<int>> ImportPlan::twinGroups() const
{
    std::vector<int> leader(m_rows.size());
    std::iota(leader.begin(), leader.end(), 0);
    const auto find = [&](int row) {
        while (leader[static_cast<std::size_t>(row)] != row)
            row = leader[static_cast<std::size_t>(row)] =
                leader[static_cast<std::size_t>(leader[static_cast<std::size_t>(row)])];
        return row;
    };
    std::set<int> shared;
    for (const auto& [key, rows] : m_rowsOfKey) {
        if (rows.size() < 2 || rows.size() > kMostOfKey)
            continue;
        for (const int row : rows) {
            leader[static_cast<std::size_t>(find(row))] = find(rows.front());
            shared.insert(row);
        }
    }
    std::map<int, std::vector<int>> families;
    for (const int row : shared)
        families[find(row)].push_back(row);
    std::vector<std::vector<int>> groups(1);
    for (auto& [first, rows] : families) {
        // One family stays together as far as a call goes; what is beyond it is compared among itself.
        if (groups.back().size() + rows.size() > kMostOfCall && !groups.back().empty())
            groups.emplace_back();
        for (const int row : rows) {
            if (groups.back().size() == kMostOfCall)
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

void ImportPlan::takeTwin(const v1::TwinRow& twin)
{
    const int row = rowNumbered(twin.number());
    if (row < 0)
        return;
    RowProblem& problem = m_problems[row];
    problem.twinNumber = twin.earlier_number();
    if (!twin.reasons().empty())
        problem.twinField = twin.reasons(0).field();
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
    switch (finding(row)) {
    case RowFinding::Error:
        return problem(row)->canDropFaulty ? std::vector{RowAction::DropFaulty, RowAction::Skip}
                                           : std::vector{RowAction::Skip};
    case RowFinding::Known:
    case RowFinding::Twin:
        return {RowAction::Fill, RowAction::Create, RowAction::Skip, RowAction::Undecided};
    case RowFinding::Hidden:
        return {RowAction::Skip, RowAction::Create, RowAction::Undecided};
    default:
        return {RowAction::Create, RowAction::Skip};
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
    return rowCount() - countOf(RowAction::Skip) - countOf(RowAction::Undecided);
}

std::vector<int> ImportPlan::problemRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        if (finding(row) > RowFinding::Fine)
            rows.push_back(row);
    return rows;
}

std::string ImportPlan::repeatKey() const
{
    return (m_file.digest + "/" + m_map.describe()).substr(0, 190);
}

std::optional<v1::ImportRow> ImportPlan::saveRow(int row)
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
        if (found != nullptr && !found->duplicates.empty() && found->duplicates.front().has_visible())
            wire.set_fill_customer_id(found->duplicates.front().visible().customer_id());
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
    problem.duplicates.assign(saved.duplicates().begin(), saved.duplicates().end());
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
