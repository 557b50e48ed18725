// The search through the whole stock, and the weights it works with, as IT drives them from a shell.
#include <fstream>

#include <gtest/gtest.h>

#include "tests/e2e/ctl/demo_office_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using nlohmann::json;

/// More than two steps of a scan, every tenth of them a second time.
constexpr int kCustomers = 700;

class CtlScan : public ::testing::Test
{
protected:
    void SetUp() override
    {
        makeDemoOffice(office);
        fill();
    }

    json scan(const std::string& verb) { return Ctl(office, "quantri").json({"duplicate", "scan", verb}); }

    json awaitSomeDone()
    {
        const Ctl it(office, "quantri");
        json now;
        EXPECT_TRUE(waitUntil([&] {
            now = it.json({"duplicate", "scan", "status"});
            return doneOf(now) > 0;
        }));
        return now;
    }

    static int doneOf(const json& scan) { return std::stoi(scan.value("done", std::string("0"))); }

    Banhangd office;

private:
    void fill()
    {
        const auto file = office.directory() / "stock.csv";
        std::ofstream out(file);
        out << "Tên khách hàng;Điện thoại\n";
        for (int i = 0; i < kCustomers; ++i) {
            const int person = i % 10 == 9 ? i - 9 : i;
            out << "Công ty TNHH " << word(person) << " " << word(person * 7 + 1) << ";0912"
                << std::to_string(1'000'000 + person * 1319).substr(1) << "\n";
        }
        out.close();
        const json result = Ctl(office, "minh").json({"customer", "import", file.string(), "--on-duplicate", "create"});
        ASSERT_EQ(result.at("saved"), kCustomers) << result;
    }

    static std::string word(int number)
    {
        std::string text;
        for (int i = 0; i < 3; ++i, number = number * 31 + 17) {
            text += "bdghklmnrt"[number % 10];
            text += "aeiou"[number / 10 % 5];
        }
        return text;
    }
};

TEST_F(CtlScan, restsEndsAndOutlivesAKilledServer)
{
    Ctl(office, "quantri").json({"duplicate", "scan", "start", "--load", "1"});
    EXPECT_EQ(scan("pause").at("state"), "SCAN_STATE_PAUSED");
    EXPECT_EQ(scan("resume").at("state"), "SCAN_STATE_RUNNING");
    const json before = awaitSomeDone();
    EXPECT_GT(doneOf(before), 0);
    EXPECT_LT(doneOf(before), kCustomers);

    office.kill();
    office.serve();
    const json after = scan("status");
    EXPECT_EQ(after.at("id"), before.at("id"));
    EXPECT_EQ(after.at("state"), "SCAN_STATE_RUNNING");
    EXPECT_GE(doneOf(after), doneOf(before));

    // What a minute would do: the lease of the killed server runs out. And at full speed.
    office.sql("UPDATE banhang.duplicate_scan SET lease_until = now(), load_percent = 100 RETURNING id");
    const std::vector<json> watched = Ctl(office, "minh").jsonLines({"duplicate", "scan", "watch"});
    ASSERT_FALSE(watched.empty());
    EXPECT_EQ(watched.back().at("id"), before.at("id"));
    EXPECT_EQ(watched.back().at("state"), "SCAN_STATE_DONE");
    EXPECT_GE(doneOf(watched.back()), kCustomers);
    EXPECT_GE(std::stoi(watched.back().value("new_findings", std::string("0"))), kCustomers / 20) << watched.back();

    Ctl(office, "quantri").json({"duplicate", "scan", "start", "--load", "1"});
    EXPECT_EQ(scan("cancel").at("state"), "SCAN_STATE_CANCELLED");
}

TEST_F(CtlScan, weightsAreLearntFromAnywhere)
{
    const Ctl it(office, "quantri");
    EXPECT_EQ(it.json({"duplicate", "weights"}).value("customers", ""), "");
    const json learnt = it.json({"duplicate", "refresh"});
    EXPECT_GE(std::stoi(learnt.at("customers").get<std::string>()), kCustomers);
    EXPECT_FALSE(learnt.contains("learning")) << learnt;
    EXPECT_NE(Ctl(office, "minh").exitCode({"duplicate", "refresh"}), 0);
}

} // namespace
} // namespace banhang::test
