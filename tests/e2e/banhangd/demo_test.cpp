// The demo company that ./run shows: filled as ./run fills it.
#include <gtest/gtest.h>

#include "tests/e2e/support/banhangd.h"

namespace banhang::test {
namespace {

/// How many of each there are; a step of a sequence becomes an activity when its time comes, so those are left out.
std::string counts(const Banhangd& office)
{
    return office.sql("SELECT (SELECT count(*) FROM banhang.customer) || ' ' ||"
                      " (SELECT count(*) FROM banhang.activity a WHERE NOT EXISTS"
                      "     (SELECT FROM banhang.care_step s WHERE s.activity_id = a.id)) || ' ' ||"
                      " (SELECT count(*) FROM banhang.care_sequence) || ' ' ||"
                      " (SELECT count(*) FROM banhang.care_enrolment) || ' ' ||"
                      " (SELECT count(*) FROM banhang.care_request)");
}

TEST(Demo, isFilledOnceHoweverOftenItIsLoaded)
{
    Banhangd office;
    office.output({"demo"});
    office.serve();
    platform::Command load;
    load.arguments = {BANHANG_DEMO_PROGRAM, "--connection", office.connectionFilePath().string(), "--people", "20"};
    const auto first = platform::run(load);
    ASSERT_EQ(first.exitCode, 0) << first.errors;
    EXPECT_NE(first.errors.find(" 0 refused"), std::string::npos) << first.errors;
    const std::string once = counts(office);
    for (const char* table : {"activity", "care_sequence", "care_enrolment", "care_request"})
        EXPECT_NE(office.sql(std::string("SELECT count(*) FROM banhang.") + table), "0") << table;

    ASSERT_EQ(platform::run(load).exitCode, 0);
    EXPECT_EQ(counts(office), once);

    // Other people come beside them; the companies and the work of the office stay as they are.
    const auto count = [&office](const char* table) {
        return std::stoi(office.sql(std::string("SELECT count(*) FROM banhang.") + table));
    };
    const int customers = count("customer");
    const int requests = count("care_request");
    const int enrolments = count("care_enrolment");
    load.arguments.insert(load.arguments.end(), {"--seed", "7"});
    const auto other = platform::run(load);
    ASSERT_EQ(other.exitCode, 0) << other.errors;
    EXPECT_EQ(count("customer"), customers + 20);
    EXPECT_EQ(count("care_sequence"), 3);
    EXPECT_EQ(count("care_request"), requests);
    EXPECT_EQ(count("care_enrolment"), enrolments);
}

} // namespace
} // namespace banhang::test
