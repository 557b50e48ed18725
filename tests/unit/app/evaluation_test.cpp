#include "server/app/evaluation/evaluation_measures.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temp_directory.h"

namespace banhang::server {
namespace {

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file) << text;
}

TEST(ReadDay, takesWhatSuchFilesHold)
{
    EXPECT_EQ(readDay("19750612"), (vn::Date{1975, 6, 12}));
    EXPECT_EQ(readDay("1975-06-12"), (vn::Date{1975, 6, 12}));
    EXPECT_EQ(readDay("12/06/1975"), (vn::Date{1975, 6, 12}));
    EXPECT_EQ(readDay("1975"), (vn::Date{1975, 0, 0}));
    EXPECT_EQ(readDay("19751341"), (vn::Date{1975, 0, 0})) << "the year is still known";
    EXPECT_EQ(readDay("6/1975"), (vn::Date{1975, 0, 0})) << "a month alone is not compared";
    EXPECT_EQ(readDay("06/12/1975", DayOrder::MonthFirst), (vn::Date{1975, 6, 12}));
    EXPECT_EQ(readDay("13/12/1975", DayOrder::MonthFirst), (vn::Date{1975, 0, 0})) << "no such month";
    EXPECT_EQ(readDay("06/121/975"), (vn::Date{1975, 0, 0}));
    EXPECT_EQ(readDay(""), vn::Date());
    EXPECT_EQ(readDay("unknown"), vn::Date());
}

TEST(ReadEvaluationSet, takesColumnsByTheirOwnNamesAndByMapping)
{
    const test::TempDirectory directory;
    write(directory.path() / "records.csv", "\xEF\xBB\xBFid,kind,full,phones,so nha,duong\r\n"
                                            "7,company,\"Công ty \"\"Sao, Mai\"\"\",0389333999,12,Hàng Bài\r\n"
                                            "9,person,Trần Thị Bích,,,\r\n");
    write(directory.path() / "pairs.csv", "id1,id2\n9,7\n7,7\n7,unknown\n");
    const EvaluationSet set = readEvaluationSet(directory.path(), {"name=full", "address=so nha+duong"});
    ASSERT_EQ(set.ids, (std::vector<std::string>{"7", "9"}));
    EXPECT_EQ(set.records[0].kind, match::Kind::Organisation);
    EXPECT_EQ(set.records[0].name, (match::Words{"sao", "mai"}));
    EXPECT_EQ(set.records[0].phones, match::Words{"84389333999"});
    EXPECT_EQ(set.records[0].places.front().number, "12");
    EXPECT_EQ(set.records[1].kind, match::Kind::Person);
    EXPECT_EQ(set.truth, (std::set<RecordPair>{{0, 1}}));
}

TEST(ReadEvaluationSet, readsDaysInTheOrderOfTheCountry)
{
    const test::TempDirectory directory;
    write(directory.path() / "records.csv",
          "id,given_name,surname,born\n1,Ann,Hill,03/04/1975\n2,Ann,Hill,03/22/1975\n");
    EXPECT_EQ(readEvaluationSet(directory.path(), {"birthday=born"}).records[0].birthday, (vn::Date{1975, 3, 4}));
    write(directory.path() / "records.csv",
          "id,given_name,surname,born\n1,Ann,Hill,03/04/1975\n2,Ann,Hill,22/03/1975\n");
    EXPECT_EQ(readEvaluationSet(directory.path(), {"birthday=born"}).records[0].birthday, (vn::Date{1975, 4, 3}));
}

TEST(ReadEvaluationSet, namesWhatItCannotUse)
{
    const test::TempDirectory directory;
    EXPECT_THROW(readEvaluationSet(directory.path(), {}), EvaluationError);
    write(directory.path() / "records.csv", "id,name\n1,An\n");
    EXPECT_THROW(readEvaluationSet(directory.path(), {"name"}), EvaluationError);
    EXPECT_THROW(readEvaluationSet(directory.path(), {"colour=name"}), EvaluationError);
    EXPECT_THROW(readEvaluationSet(directory.path(), {"name=title"}), EvaluationError);
    EXPECT_FALSE(readEvaluationSet(directory.path(), {}).hasLabels);
}

TEST(Evaluate, countsAtTheThresholdAndAtTheBestOne)
{
    const std::set<RecordPair> truth{{0, 1}, {2, 3}, {4, 5}};
    const std::vector<ScoredPair> pairs{{{0, 1}, 0.9}, {{2, 3}, 0.6}, {{1, 2}, 0.8}, {{4, 6}, 0.1}};
    const Evaluation evaluation = evaluate(pairs, {{1}, {0}, {}, {2}, {}, {}, {}}, truth, 0.75);
    EXPECT_DOUBLE_EQ(evaluation.standard.precision, 0.5);
    EXPECT_DOUBLE_EQ(evaluation.standard.recall, 1.0 / 3);
    EXPECT_DOUBLE_EQ(evaluation.best.threshold, 0.6);
    EXPECT_DOUBLE_EQ(evaluation.best.f1, 2.0 / 3);
    EXPECT_DOUBLE_EQ(evaluation.firstFiveRecall, 0.5) << "0 and 1 propose each other, 3 proposes 2";
    EXPECT_EQ(evaluation.calibration.front().pairs, 1U);
}

} // namespace
} // namespace banhang::server
