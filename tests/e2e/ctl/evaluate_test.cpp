// The figures of the duplicate check, by the command that gives them.
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/platform/private_file.h"
#include "common/platform/process.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

class CtlEvaluate : public ::testing::Test
{
protected:
    platform::Finished evaluate(std::vector<std::string> options)
    {
        platform::Command command;
        command.arguments = {BANHANGCTL_PROGRAM, "duplicate", "evaluate", m_directory.path().string()};
        command.arguments.insert(command.arguments.end(), options.begin(), options.end());
        command.environment = m_environment;
        return platform::run(command);
    }

    /// Databases are made here from now on.
    std::filesystem::path useScratchPlace()
    {
        const auto place = m_directory.path() / "scratch";
        std::filesystem::create_directory(place);
        // The account of the database must get through.
        std::filesystem::permissions(m_directory.path(), std::filesystem::perms::others_exec,
                                     std::filesystem::perm_options::add);
        m_environment = {{"TMPDIR", place.string()}};
        return place;
    }
    platform::ChildProcess startEvaluating(const std::vector<std::string>& options)
    {
        platform::Command command;
        command.arguments = {BANHANGD_PROGRAM, "duplicate", "evaluate", m_directory.path().string()};
        command.arguments.insert(command.arguments.end(), options.begin(), options.end());
        command.environment = m_environment;
        return platform::ChildProcess::start(command);
    }

    /// People of another country under columns of their own, every third of them twice with slips.
    void writePeople()
    {
        std::ofstream records(m_directory.path() / "records.csv");
        std::ofstream pairs(m_directory.path() / "pairs.csv");
        records << "rec_id,first,last,street no,street,suburb,state,born,number\n";
        pairs << "id1,id2\n";
        for (int i = 0; i < 240; ++i) {
            const std::string house = std::to_string(1 + i * 7 % 300);
            const std::string born = std::to_string(1930 + i % 60) + (i % 2 == 0 ? "0417" : "1123");
            const std::string number = std::to_string(5'000'000 + i * 7919);
            records << "a" << i << "," << word(i) << "," << word(i * 31 + 7) << "," << house << "," << word(i % 40)
                    << " street," << word(i % 9) << "ville,qld," << born << "," << number << "\n";
            if (i % 3 != 0)
                continue;
            std::string mistyped = word(i * 31 + 7);
            std::swap(mistyped[2], mistyped[3]);
            records << "b" << i << "," << word(i) << "," << mistyped << "," << house << "," << word(i % 40)
                    << " street," << word(i % 9) << "ville,qld," << (i % 2 == 0 ? born : "") << "," << number << "\n";
            pairs << "b" << i << ",a" << i << "\n";
        }
    }

    TempDirectory m_directory;
    std::map<std::string, std::string> m_environment;

private:
    /// Six letters, the same for the same number.
    static std::string word(int number)
    {
        std::mt19937 dice(static_cast<unsigned>(number) + 1);
        std::string text;
        for (int i = 0; i < 3; ++i) {
            text += "bdfgklmnprst"[dice() % 12];
            text += "aeiou"[dice() % 5];
        }
        return text;
    }
};

const std::vector<std::string> kMapping{
    "--map", "given_name=first", "--map", "family_name=last", "--map", "address=street no+street+suburb",
    "--map", "province=state",   "--map", "birthday=born",    "--map", "national_id=number"};

TEST_F(CtlEvaluate, measuresPeopleOfAnotherCountryWithoutTuning)
{
    writePeople();
    const auto out = m_directory.path() / "predicted.csv";
    std::vector<std::string> options = kMapping;
    options.insert(options.end(), {"--out", out.string(), "--json"});
    const platform::Finished finished = evaluate(options);
    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    const auto figures = nlohmann::json::parse(finished.output);
    EXPECT_GE(figures.at("default").at("f1").get<double>(), 0.97);
    EXPECT_GE(figures.at("best").at("f1").get<double>(), figures.at("default").at("f1").get<double>());
    EXPECT_GE(figures.at("first5_recall").get<double>(), 0.97);
    EXPECT_FALSE(figures.at("calibration").empty());
    std::ifstream predicted(out);
    std::string header;
    std::getline(predicted, header);
    EXPECT_EQ(header, "id1,id2,score");
}

TEST_F(CtlEvaluate, findsWithoutLabels)
{
    writePeople();
    std::filesystem::remove(m_directory.path() / "pairs.csv");
    std::vector<std::string> options = kMapping;
    options.emplace_back("--json");
    const platform::Finished finished = evaluate(options);
    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    EXPECT_NEAR(nlohmann::json::parse(finished.output).at("pairs").get<int>(), 80, 4);
}

/// Process of the database that was made in a place; throws if none runs in time.
int awaitDatabaseIn(const std::filesystem::path& place)
{
    int process = 0;
    const auto isThere = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(place)) {
            std::ifstream state(entry.path() / "pg" / "postmaster.pid");
            if (state >> process && process > 0)
                return true;
        }
        return false;
    };
    if (!waitUntil(isThere))
        throw std::runtime_error("no database was started");
    return process;
}

TEST_F(CtlEvaluate, takesAwayWhatAKilledOneLeft)
{
    writePeople();
    const auto place = useScratchPlace();
    platform::ChildProcess killed = startEvaluating(kMapping);
    const int database = awaitDatabaseIn(place);
    killed.kill();
    ASSERT_TRUE(killed.waitFor(30s));
    EXPECT_FALSE(std::filesystem::is_empty(place));
    const platform::Finished finished = evaluate(kMapping);
    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    EXPECT_FALSE(platform::isProcessAlive(database));
    EXPECT_TRUE(std::filesystem::is_empty(place));
}

TEST_F(CtlEvaluate, learnsWeightsFromKnownPairs)
{
    writePeople();
    const auto file = m_directory.path() / "weights.json";
    platform::Command command;
    command.arguments = {BANHANGD_PROGRAM, "duplicate", "learn", m_directory.path().string(), "--out", file.string()};
    command.arguments.insert(command.arguments.end(), kMapping.begin(), kMapping.end());
    const platform::Finished finished = platform::run(command);
    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    const auto people = nlohmann::json::parse(platform::readFile(file)).at("persons");
    EXPECT_EQ(people.at("classes").size(), 7);
    EXPECT_GT(people.at("classes").front().at("national_id").at(1), 0.9) << "of pairs of one person";
    EXPECT_GT(people.at("calibration").at("slope"), 0);
}

TEST_F(CtlEvaluate, saysWhatIsWrongWithTheFiles)
{
    EXPECT_NE(evaluate({}).errors.find("records.csv"), std::string::npos);
    writePeople();
    EXPECT_NE(evaluate({"--map", "nobody=first"}).errors.find("no such field"), std::string::npos);
    EXPECT_NE(evaluate({"--map", "name=absent"}).errors.find("no column absent"), std::string::npos);
}

} // namespace
} // namespace banhang::test
