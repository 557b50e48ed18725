// Statements, round trips, rows and bytes of every reading call beside those of call_counts.csv: what makes calls
// slower on every machine shows here without a clock.
#include <cstdlib>

#include <fmt/format.h>

#include "tests/integration/plans/call_counts.h"
#include "tests/integration/plans/read_cases.h"

namespace banhang::test {
namespace {

/// Of those who are answered.
CallCounts countAll(ServedOffice& office)
{
    CallCounts counts;
    const auto methods = readMethods();
    for (const ReadCase& asked : readCases())
        for (const Asker& asker : office.askers()) {
            const auto& method = *methods.at(asked.method);
            const auto request = requestOf(asked, method, asker);
            // The first call after a sign-in also learns who calls.
            if (!request || office.ask(method, asker, *request).key != "OK")
                continue;
            const server::QueryStats before = office.queryStatsOf(asked.method);
            const Answer answer = office.ask(method, asker, *request);
            const server::QueryStats after = office.queryStatsOf(asked.method);
            counts[fmt::format("{},\"{}\",{}", asked.method, asked.name, asker.scope)] = {
                after.statements - before.statements, after.roundTrips - before.roundTrips, after.rows - before.rows,
                static_cast<std::int64_t>(answer.bytes.size())};
        }
    return counts;
}

TEST(CallCounts, stayWhereTheyAre)
{
    if (std::getenv("BANHANG_LONG") != nullptr)
        GTEST_SKIP() << "the counts are those of the ordinary office";
    const CallCounts counted = countAll(ServedOffice::shared());
    if (std::getenv("BANHANG_WRITE_COUNTS") != nullptr)
        writeCounts(BANHANG_CALL_COUNTS, counted);
    CallCounts wanted = readCounts(BANHANG_CALL_COUNTS);
    for (const auto& [call, count] : counted) {
        const auto found = wanted.find(call);
        if (found == wanted.end()) {
            ADD_FAILURE() << call << " is not in call_counts.csv";
            continue;
        }
        if (const auto told = difference(found->second, count))
            ADD_FAILURE() << call << ": " << *told;
        wanted.erase(found);
    }
    for (const auto& [call, count] : wanted)
        ADD_FAILURE() << call << " is in call_counts.csv, but nobody is answered";
}

TEST(CallCounts, oneMoreIsSeen)
{
    const CallCount wanted{3, 2, 100, 40'000};
    EXPECT_FALSE(difference(wanted, wanted));
    EXPECT_FALSE(difference(wanted, {3, 2, 119, 41'900})) << "another day";
    EXPECT_TRUE(difference(wanted, {4, 2, 100, 40'000}));
    EXPECT_TRUE(difference(wanted, {3, 3, 100, 40'000}));
    EXPECT_TRUE(difference(wanted, {3, 2, 200, 40'000}));
    EXPECT_TRUE(difference(wanted, {3, 2, 100, 80'000}));
}

} // namespace
} // namespace banhang::test
