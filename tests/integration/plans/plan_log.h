// The plans that PostgreSQL wrote into its log (auto_explain), one after the other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace banhang::test {

struct LoggedPlan
{
    std::string statement;
    nlohmann::json root; ///< the topmost node
};

/// Thread: belongs to one.
class PlanLog
{
public:
    explicit PlanLog(std::filesystem::path file) : m_file(std::move(file)) {}

    /// What was logged since the last call. A backend writes a plan when its statement ends, at the latest with the
    /// next statement of the same connection.
    std::vector<LoggedPlan> takeNew();

private:
    const std::filesystem::path m_file;
    std::streamoff m_read = 0;
};

} // namespace banhang::test
