// Imports that are cut off in the middle, and what the next run makes of them.
#include <csignal>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

class CtlInterruptedImport : public DemoOfficeFixture<CtlInterruptedImport>
{
protected:
    /// Long enough that whoever watches comes to the middle of it.
    static constexpr int kRows = 600;
    static constexpr int kMiddle = 30;

    /// Names that no other file of this suite has.
    static std::string tableOf(const std::string& family)
    {
        const auto file = office().directory() / (family + ".csv");
        std::ofstream out(file, std::ios::binary);
        out << "name,phones\n";
        for (int row = 0; row < kRows; ++row)
            out << family << " Văn " << nameOf(row) << "," << phoneOf(family, row) << "\n";
        return file.string();
    }

    static std::int64_t countOf(const std::string& family)
    {
        return std::stoll(office().sql("SELECT count(*) FROM banhang.customer WHERE name LIKE '" + family + " %'"));
    }

    static void waitForTheMiddle(const std::string& family, platform::ChildProcess& import)
    {
        while (countOf(family) < kMiddle)
            ASSERT_FALSE(import.waitFor(0ms).has_value()) << "over before its middle";
    }

    static void expectAllOnceAfterARepeat(const Ctl& person, const std::string& family, const std::string& file)
    {
        const auto result = person.json({"customer", "import", file, "--on-duplicate", "create"});
        EXPECT_EQ(result.at("saved"), kRows);
        EXPECT_EQ(countOf(family), kRows);
    }

private:
    /// Letters, since digits do not belong in a person's name.
    static std::string nameOf(int row)
    {
        static constexpr const char* kSyllables[] = {"An", "Bảo", "Chi", "Dũng", "Giang", "Hạnh", "Khôi", "Lam", "Mỹ"};
        std::string name = kSyllables[row % 9];
        for (int rest = row / 9; rest > 0; rest /= 9)
            name += std::string(" ") + kSyllables[rest % 9];
        return name;
    }

    static std::string phoneOf(const std::string& family, int row)
    {
        const int block = family == "Tạ" ? 0 : 1;
        return "09055" + std::to_string(50'000 + block * 10'000 + row);
    }
};

TEST_F(CtlInterruptedImport, goesOnAfterItWasKilled)
{
    const Ctl minh(office(), "minh");
    const std::string file = tableOf("Tạ");
    auto import =
        minh.start({"customer", "import", file, "--on-duplicate", "create"}, office().directory() / "killed.log");
    waitForTheMiddle("Tạ", import);
    import.kill();
    ASSERT_LT(countOf("Tạ"), kRows);

    expectAllOnceAfterARepeat(minh, "Tạ", file);
}

TEST_F(CtlInterruptedImport, goesOnAfterTheServerWasKilledAndStartedAgain)
{
    const Ctl minh(office(), "minh");
    const std::string file = tableOf("Mạc");
    auto import =
        minh.start({"customer", "import", file, "--on-duplicate", "create"}, office().directory() / "orphaned.log");
    waitForTheMiddle("Mạc", import);
    office().kill();
    EXPECT_EQ(import.waitFor(60s), 8);
    office().serve();
    ASSERT_LT(countOf("Mạc"), kRows);

    expectAllOnceAfterARepeat(minh, "Mạc", file);
}

} // namespace
} // namespace banhang::test
