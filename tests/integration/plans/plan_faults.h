// What is wrong with the plan of a statement that many people wait for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace banhang::test {

/// A table from this size on is large. Those of people, units and settings stay below it in any office.
constexpr double kLargeTable = 5'000;
/// The largest page, with the one row more that tells whether there are others.
constexpr double kMaxPageSize = 1'001;
/// Ten of these are sorted sooner than many a rare value is found by walking an order.
constexpr double kMaxSorted = 10 * kMaxPageSize;
/// So many rows may pass by a sort that keeps the first page of them: what a search for two common words finds among a
/// million, read sooner than by walking an order, since which of them come first is known only when all have come.
constexpr double kMaxOffered = 25 * kMaxPageSize;
/// An estimate may be so many times too high or too low.
constexpr double kMaxEstimateError = 100;

class PlanJudge
{
public:
    /// `rowsOf`: how many rows each table has.
    explicit PlanJudge(std::map<std::string, double> rowsOf) : m_rowsOf(std::move(rowsOf)) {}

    /// Of a plan with its actual rows (EXPLAIN ANALYZE), one line each: a large table read from end to end, a sort of
    /// more than ten pages (of several lists: than a page of each) or one that keeps a page of more than 25, an
    /// estimate beyond kMaxEstimateError where either side is larger than a page. Parts that were not carried out are
    /// fine. An estimate is too high only where all rows were read: a reader that has enough stops.
    std::vector<std::string> faults(const nlohmann::json& root) const;

private:
    /// Who reads a node's rows.
    struct Reader
    {
        bool mayStopEarly = false;
        bool hasLimit = false;
    };

    void judge(const nlohmann::json& node, Reader reader, std::vector<std::string>& faults) const;
    void judgeReading(const nlohmann::json& node, std::vector<std::string>& faults) const;

    const std::map<std::string, double> m_rowsOf;
};

} // namespace banhang::test
