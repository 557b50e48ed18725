#include "tests/integration/plans/plan_faults.h"

#include <algorithm>

#include <fmt/format.h>

namespace banhang::test {

namespace {

using nlohmann::json;

double number(const json& node, const char* name)
{
    return node.value(name, 0.0);
}

std::string text(const json& node, const char* name)
{
    return node.value(name, std::string());
}

std::string nameOf(const json& node)
{
    const std::string relation = text(node, "Relation Name");
    const std::string index = text(node, "Index Name");
    return text(node, "Node Type") + (relation.empty() ? "" : " on " + relation) +
           (index.empty() ? "" : " by " + index);
}

bool isSort(const json& node)
{
    return text(node, "Node Type").ends_with("Sort");
}

/// Reads all that its child has before it hands anything on.
bool readsAll(const json& node)
{
    const std::string type = text(node, "Node Type");
    return type == "Sort" || type == "Hash" || type == "Bitmap Heap Scan" ||
           (type == "Aggregate" && text(node, "Strategy") != "Sorted");
}

/// Whether the node stops reading this child when it has enough.
bool stopsReading(const json& node, const json& child)
{
    const std::string type = text(node, "Node Type");
    const std::string relation = text(child, "Parent Relationship");
    const std::string join = text(node, "Join Type");
    if (type == "Limit" || type == "Merge Join" || relation == "SubPlan" || relation == "InitPlan")
        return true;
    return relation == "Inner" && (join == "Semi" || join == "Anti" || node.value("Inner Unique", false));
}

/// Whether the rows are the first pages of several lists, one for each person of a branch: as many as there are people,
/// however large the lists.
bool arePages(const json& node)
{
    const std::string type = text(node, "Node Type");
    const json children = node.value("Plans", json::array());
    if (type == "Limit")
        return true;
    if (type == "Append")
        return std::ranges::all_of(children, arePages);
    return (type == "Nested Loop" || type == "Subquery Scan" || type == "Result") && !children.empty() &&
           arePages(children.back());
}

/// One that keeps a page and lets go of the rest costs what the reading costs.
void judgeSort(const json& node, bool isLimited, std::vector<std::string>& faults)
{
    const json& child = node.at("Plans").front();
    const double sorted = number(child, "Actual Rows") * number(child, "Actual Loops") / number(node, "Actual Loops");
    const double most = isLimited && number(node, "Actual Rows") <= kMaxPageSize ? kMaxOffered : kMaxSorted;
    if (sorted > most && !arePages(child))
        faults.push_back(fmt::format("{} sorts {:.0f} rows", nameOf(node), sorted));
}

void judgeEstimate(const json& node, bool mayStopEarly, std::vector<std::string>& faults)
{
    const double expected = std::max(number(node, "Plan Rows"), 1.0);
    const double came = std::max(number(node, "Actual Rows"), 1.0);
    // Of what a CTE holds the planner knows nothing but how much it is, which its own node says; a BitmapOr counts no
    // rows; pages of several lists are judged each by itself.
    const std::string type = text(node, "Node Type");
    if (std::max(expected, came) <= kMaxPageSize || type == "CTE Scan" || type == "BitmapOr" || type == "BitmapAnd" ||
        arePages(node))
        return;
    if (came > kMaxEstimateError * expected || (!mayStopEarly && expected > kMaxEstimateError * came))
        faults.push_back(fmt::format("{} expects {:.0f} rows, has {:.0f}", nameOf(node), expected, came));
}

} // namespace

std::vector<std::string> PlanJudge::faults(const json& root) const
{
    std::vector<std::string> faults;
    judge(root, {}, faults);
    return faults;
}

void PlanJudge::judgeReading(const json& node, std::vector<std::string>& faults) const
{
    const auto table = m_rowsOf.find(text(node, "Relation Name"));
    if (table == m_rowsOf.end() || table->second < kLargeTable)
        return;
    const std::string type = text(node, "Node Type");
    const double read = number(node, "Actual Rows") + number(node, "Rows Removed by Filter");
    // By an index it is the table all the same, in another order.
    const bool isWalked = type.starts_with("Index") && read > table->second / 2;
    if (type == "Seq Scan" || isWalked)
        faults.push_back(fmt::format("{} reads {:.0f} of {:.0f} rows", nameOf(node), read, table->second));
}

void PlanJudge::judge(const json& node, Reader reader, std::vector<std::string>& faults) const
{
    if (number(node, "Actual Loops") == 0)
        return;
    judgeReading(node, faults);
    judgeEstimate(node, reader.mayStopEarly, faults);
    if (isSort(node))
        judgeSort(node, reader.hasLimit, faults);
    const std::string type = text(node, "Node Type");
    const bool hasLimit = type == "Limit" || (reader.hasLimit && (type == "Subquery Scan" || type == "Result"));
    for (const json& child : node.value("Plans", json::array()))
        judge(child, {stopsReading(node, child) || (reader.mayStopEarly && !readsAll(node)), hasLimit}, faults);
}

} // namespace banhang::test
