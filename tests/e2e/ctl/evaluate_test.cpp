// The figures of the duplicate check, by the command that gives them.
#include <fstream>
#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/platform/process.h"
#include "tests/support/temp_directory.h"

namespace banhang::test {
namespace {

class CtlEvaluate : public ::testing::Test
{
protected:
    platform::Finished evaluate(std::vector<std::string> options)
    {
        platform::Command command;
        command.arguments = {BANHANGCTL_PROGRAM, "duplicate", "evaluate", m_directory.path().string()};
        command.arguments.insert(command.arguments.end(), options.begin(), options.end());
        return platform::run(command);
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

TEST_F(CtlEvaluate, saysWhatIsWrongWithTheFiles)
{
    EXPECT_NE(evaluate({}).errors.find("records.csv"), std::string::npos);
    writePeople();
    EXPECT_NE(evaluate({"--map", "nobody=first"}).errors.find("no such field"), std::string::npos);
    EXPECT_NE(evaluate({"--map", "name=absent"}).errors.find("no column absent"), std::string::npos);
}

} // namespace
} // namespace banhang::test
