// What the check does in the database is the same whether a match is shown, told of or kept quiet: how long an answer
// takes must not say what the answer does not.
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

using nlohmann::json;

/// Of one call.
struct Work
{
    std::vector<std::string> statements;
    /// Of the statements that look for duplicates.
    std::int64_t rows = 0;
    std::int64_t pages = 0; ///< touched
};

class CheckWork : public CustomersFixture
{
protected:
    /// PostgreSQL writes down each statement of the server with what it did. One connection, so that it knows all
    /// statements after a few calls.
    void SetUp() override
    {
        m_appThreads = 1;
        for (const char* setting :
             {"session_preload_libraries = auto_explain", "log_statement = ''all''",
              "auto_explain.log_min_duration = 0", "auto_explain.log_analyze = on", "auto_explain.log_buffers = on",
              "auto_explain.log_timing = off", "auto_explain.log_format = json"})
            sql().run("DO $$ BEGIN EXECUTE format('ALTER ROLE banhang_app IN DATABASE %I SET " + std::string(setting) +
                      "', current_database()); END $$");
        CustomersFixture::SetUp();
    }

    v1::CheckCustomerResponse check(const std::string& token, const v1::Customer& customer)
    {
        v1::CheckCustomerRequest request;
        *request.mutable_customer() = customer;
        return call(*customers, &CustomersStub::CheckCustomer, request, token);
    }

    Work workOf(const std::string& token, const v1::Customer& customer)
    {
        constexpr int kCallsUntilPlansStay = 8;
        for (int i = 0; i < kCallsUntilPlansStay; ++i)
            check(token, customer);
        // A call is answered once the transactions of its reads have ended, and then their plans are written down.
        const auto before = static_cast<std::streamoff>(logFrom(0).size());
        check(token, customer);
        return workIn(logFrom(before));
    }

private:
    std::string logFrom(std::streamoff from)
    {
        std::ifstream log(std::filesystem::path(sql().text("SHOW data_directory")).parent_path() / "postgres.log");
        log.seekg(from);
        return {std::istreambuf_iterator<char>(log), {}};
    }

    static Work workIn(const std::string& log)
    {
        constexpr std::string_view kPlan = "plan:\n";
        Work work;
        for (std::size_t at = log.find(kPlan); at != std::string::npos; at = log.find(kPlan, at)) {
            at += kPlan.size();
            const json told = json::parse(log.substr(at, log.find("\n\t}", at) + 3 - at));
            const json& plan = told["Plan"];
            work.statements.push_back(told["Query Text"]);
            if (work.statements.back().find("banhang.duplicate_") == std::string::npos)
                continue;
            work.rows += plan["Actual Rows"].get<std::int64_t>();
            work.pages +=
                plan["Shared Hit Blocks"].get<std::int64_t>() + plan["Shared Read Blocks"].get<std::int64_t>();
        }
        return work;
    }
};

TEST_F(CheckWork, isTheSameForAHiddenMatchAsForAVisibleOne)
{
    const v1::Customer wanted = person("Nguyễn Văn Đức", "0389333999");
    const Work absent = workOf(lanToken, wanted);
    create(tuanToken, wanted);
    ASSERT_TRUE(check(lanToken, wanted).duplicates(0).has_hidden());
    ASSERT_TRUE(check(tuanToken, wanted).duplicates(0).has_visible());
    const Work hidden = workOf(lanToken, wanted);
    const Work visible = workOf(tuanToken, wanted);
    EXPECT_GE(absent.statements.size(), 4U);
    EXPECT_EQ(hidden.statements, visible.statements);
    EXPECT_EQ(hidden.rows, visible.rows);
    EXPECT_EQ(hidden.pages, visible.pages);
    EXPECT_EQ(hidden.statements, absent.statements);
}

/// Nothing is said of a customer out of sight that merely has the name: the answer is that to a name nobody has.
TEST_F(CheckWork, isTheSameForAQuietMatchAsForNone)
{
    const v1::Customer wanted = person("Âu Dương Tịnh Nghi", "0912345678");
    const Work absent = workOf(lanToken, wanted);
    create(tuanToken, person("Âu Dương Tịnh Nghi", "0389333999"));
    ASSERT_EQ(check(lanToken, wanted).duplicates_size(), 0);
    const Work quiet = workOf(lanToken, wanted);
    EXPECT_GT(quiet.rows, absent.rows) << "the two were compared";
    EXPECT_EQ(quiet.statements, absent.statements);
    EXPECT_LE(quiet.pages, absent.pages + 30) << "its form and its owner: microseconds, below any network's noise";
}

/// A field under a mask takes no part, so what it would have matched is not even read.
TEST_F(CheckWork, ofAMaskedFieldIsNone)
{
    const TestUser yen =
        world().addUserWith("yen", world().company(), allActions(v1::SCOPE_OWN), {v1::SENSITIVE_FIELD_PHONE});
    const std::string yenToken = world().signIn(yen);
    const v1::Customer wanted = person("Lê Thị Bích", "0389333999");
    const Work absent = workOf(yenToken, wanted);
    create(tuanToken, person("Nguyễn Văn Đức", "0389333999"));
    const Work masked = workOf(yenToken, wanted);
    EXPECT_EQ(masked.statements, absent.statements);
    EXPECT_EQ(masked.rows, absent.rows);
}

} // namespace
} // namespace banhang::test
