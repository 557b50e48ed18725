#include "tests/integration/plans/plan_log.h"

#include <fstream>

namespace banhang::test {

namespace {

/// Ends the line that a plan follows; its own lines then begin with a tab.
constexpr std::string_view kBeforePlan = " ms  plan:";

} // namespace

std::vector<LoggedPlan> PlanLog::takeNew()
{
    std::ifstream log(m_file);
    log.seekg(m_read);
    std::vector<LoggedPlan> plans;
    std::string text;
    bool isWithin = false;
    const auto end = [&] {
        if (!text.empty()) {
            nlohmann::json plan = nlohmann::json::parse(text);
            plans.push_back({plan.at("Query Text"), std::move(plan.at("Plan"))});
        }
        text.clear();
    };
    for (std::string line; std::getline(log, line);) {
        if (isWithin && line.starts_with('\t')) {
            text += line;
            continue;
        }
        end();
        isWithin = line.ends_with(kBeforePlan);
    }
    end();
    log.clear();
    log.seekg(0, std::ios::end);
    m_read = log.tellg();
    return plans;
}

} // namespace banhang::test
