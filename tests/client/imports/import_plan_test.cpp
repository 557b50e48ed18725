#include "client/imports/import_plan.h"

#include <QAbstractItemModelTester>

#include <algorithm>
#include <numeric>

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "client/imports/import_rows_model.h"
#include "client/imports/import_texts.h"
#include "common/error.h"

namespace banhang::client {
namespace {

/// A list of five rows, tried out: fine, warned of, known in the book, twice in the file, with an error.
class ImportPlanTest : public testing::Test
{
protected:
    ImportPlanTest()
        : plan(readSheetBytes(
              "Tên,ĐT,Ghi chú\nLan,912555001,\nBa,0168 9333 999,\nTư,0912555003,quen\nTư,0912555003,\nNăm,abc,\n",
              "hoi-cho.csv"))
    {
        std::vector<int> rows(static_cast<std::size_t>(plan.rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
        const CheckBatch batch = plan.checkBatch(rows);
        google::protobuf::RepeatedPtrField<v1::CheckedRow> answer;
        for (const int row : rows) {
            v1::CheckedRow& checked = *answer.Add();
            checked.set_number(batch.wire[row].number());
            checked.add_match_keys(static_cast<std::uint64_t>(row == 3 ? 2 : row));
            if (row == 1)
                *checked.add_issues() = fieldIssue(v1::SEVERITY_WARNING, "phones[0].number", "phone.unknown_prefix");
            if (row == 2)
                *checked.mutable_duplicates() = likeTheBook();
            if (row == 4)
                *checked.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "phones[0].number", "phone.not_a_number");
        }
        plan.takeChecked(batch, answer);
        v1::DuplicateRow twin;
        twin.set_number(plan.number(3));
        twin.set_earlier_number(plan.number(2));
        plan.takeDuplicateRow(twin);
    }

    static google::protobuf::RepeatedPtrField<v1::DuplicateHit> likeTheBook()
    {
        google::protobuf::RepeatedPtrField<v1::DuplicateHit> hits;
        v1::VisibleDuplicate& hit = *hits.Add()->mutable_visible();
        hit.set_customer_id(412);
        hit.set_code("KH000412");
        hit.set_rank(v1::DUPLICATE_RANK_CERTAIN);
        return hits;
    }

    ImportPlan plan;
};

TEST_F(ImportPlanTest, findsTheWorstOfEachRow)
{
    EXPECT_TRUE(plan.isChecked());
    EXPECT_EQ(plan.number(0), 2) << "as a spreadsheet counts";
    EXPECT_EQ(plan.finding(0), RowFinding::Fine);
    EXPECT_EQ(plan.finding(1), RowFinding::Warning);
    EXPECT_EQ(plan.finding(2), RowFinding::Known);
    EXPECT_EQ(plan.finding(3), RowFinding::Twin);
    EXPECT_EQ(plan.finding(4), RowFinding::Error);
    EXPECT_EQ(plan.rowsToMend(), (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(plan.checks()[1].zerosRestored, 1);
    EXPECT_EQ(plan.checks()[1].converted, 1);
}

TEST_F(ImportPlanTest, asksAboutRowsThatShareAKeyOnly)
{
    EXPECT_EQ(plan.takeTwinGroups(), (std::vector<std::vector<int>>{{2, 3}}));
}

TEST_F(ImportPlanTest, doesWithEachFindingWhatWasDecidedForAll)
{
    EXPECT_EQ(plan.action(2), RowAction::Fill);
    EXPECT_EQ(plan.action(4), RowAction::DropFaulty);
    EXPECT_EQ(plan.readyCount(), 5);
    plan.setPolicy(RowFinding::Known, RowAction::Undecided);
    EXPECT_EQ(plan.readyCount(), 4);
    EXPECT_FALSE(plan.saveRow(2).has_value()) << "nobody has decided yet";
    plan.decide(2, RowAction::Create);
    EXPECT_EQ(plan.saveRow(2).value().decision(), v1::ROW_DECISION_CREATE);
    plan.decide(0, RowAction::Skip);
    EXPECT_EQ(plan.saveRow(0).value().decision(), v1::ROW_DECISION_SKIP);
}

TEST_F(ImportPlanTest, sendsRowsWithoutTheirFaultyValues)
{
    const auto row = plan.saveRow(4);
    ASSERT_TRUE(row.has_value());
    EXPECT_EQ(row.value().customer().name(), "Năm");
    EXPECT_EQ(row.value().customer().phones_size(), 0);
    EXPECT_EQ(plan.saveRow(2).value().fill_customer_id(), 412);
    EXPECT_EQ(plan.saveRow(3).value().decision(), v1::ROW_DECISION_FILL);
    EXPECT_EQ(plan.saveRow(3).value().fill_customer_id(), 0) << "whom the earlier row makes";
}

TEST_F(ImportPlanTest, givesTheOwnersInTurn)
{
    plan.defaults.owners = {7, 8};
    EXPECT_EQ(plan.saveRow(0).value().customer().owner_user_id(), 7);
    EXPECT_EQ(plan.saveRow(1).value().customer().owner_user_id(), 8);
    EXPECT_EQ(plan.saveRow(4).value().customer().owner_user_id(), 7);
}

TEST_F(ImportPlanTest, countsWhatBecameOfRowsOnceEach)
{
    v1::SavedRow saved;
    saved.set_number(plan.number(0));
    saved.set_outcome(v1::ROW_OUTCOME_REJECTED);
    saved.set_reason_key("call.denied");
    plan.takeSaved(0, saved);
    EXPECT_EQ(plan.tally().rejected, 1);
    EXPECT_EQ(plan.finding(0), RowFinding::Error);
    saved.set_outcome(v1::ROW_OUTCOME_CREATED);
    plan.takeSaved(0, saved);
    plan.takeSaved(0, saved);
    EXPECT_EQ(plan.tally().rejected, 0);
    EXPECT_EQ(plan.tally().created, 1);
}

TEST_F(ImportPlanTest, asksAgainAboutWhoCameIntoTheBookMeanwhile)
{
    plan.beginSaving();
    v1::SavedRow saved;
    saved.set_number(plan.number(0));
    saved.set_outcome(v1::ROW_OUTCOME_REJECTED);
    saved.set_reason_key("customer.duplicate_unconfirmed");
    *saved.mutable_duplicates() = likeTheBook();
    plan.takeSaved(0, saved);
    EXPECT_EQ(plan.finding(0), RowFinding::Known);
    EXPECT_EQ(plan.action(0), RowAction::Undecided);
    EXPECT_EQ(plan.choices(0).front(), RowAction::Fill);
    plan.decide(0, RowAction::Fill);
    EXPECT_EQ(plan.saveRow(0).value().fill_customer_id(), 412);
}

TEST_F(ImportPlanTest, hasNothingToMendOnceARowIsIn)
{
    plan.beginSaving();
    EXPECT_EQ(plan.rowsToMend().size(), 5U);
    v1::SavedRow saved;
    saved.set_outcome(v1::ROW_OUTCOME_CREATED);
    plan.takeSaved(1, saved);
    EXPECT_EQ(plan.rowsToMend(), (std::vector<int>{0, 2, 3, 4}));
    EXPECT_TRUE(plan.choices(1).empty());
    EXPECT_EQ(plan.readyCount(), 4);
    saved.set_outcome(v1::ROW_OUTCOME_SKIPPED);
    plan.takeSaved(2, saved);
    EXPECT_TRUE(plan.hasNothingNew(2)) << "it was to fill, and there was nothing to fill";
    EXPECT_EQ(plan.rowsToMend(), (std::vector<int>{0, 3, 4}));
    EXPECT_EQ(plan.readyCount(), 3);
}

TEST_F(ImportPlanTest, decidesEachClassByItself)
{
    for (const RowFinding finding : {RowFinding::Warning, RowFinding::Twin, RowFinding::Known, RowFinding::Error}) {
        const int before = plan.readyCount();
        plan.setPolicy(finding, RowAction::Skip);
        EXPECT_EQ(plan.readyCount(), before - 1);
    }
}

TEST_F(ImportPlanTest, isKnownByItsFileAndItsColumns)
{
    const std::string key = plan.repeatKey();
    EXPECT_EQ(plan.repeatKey(), key);
    plan.map().setField(2, "needs_text");
    EXPECT_NE(plan.repeatKey(), key);
    EXPECT_LE(plan.repeatKey().size(), 190U) << "whatever the titles";
}

TEST(ImportPlanKey, isPlainTextHoweverLongTheTitlesAre)
{
    std::string titles;
    for (const char* title : {"Tên khách hàng", "Mã số thuế", "Điện thoại", "Địa chỉ thư điện tử", "Địa chỉ trụ sở",
                              "Ngày thành lập", "Người liên hệ", "Chức vụ người liên hệ", "Ghi chú"})
        titles += std::string(title) + ";";
    const std::string key = ImportPlan(readSheetBytes(titles + "\nLan;;;;;;;;\n", "a.csv")).repeatKey();
    EXPECT_TRUE(std::ranges::all_of(key, [](char c) { return c > ' ' && c <= '~'; })) << key;
}

TEST_F(ImportPlanTest, showsItsRowsThroughAModel)
{
    RpcClient rpc{grpc::CreateChannel("127.0.0.1:1", grpc::InsecureChannelCredentials()), QString()};
    const DirectoryCache directory(rpc);
    ImportRowsModel model(directory);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setPlan(&plan);
    EXPECT_EQ(model.rowCount(), 4);
    EXPECT_EQ(model.index(1, ImportRowsModel::Name).data().toString(), QStringLiteral("Tư"));
    EXPECT_TRUE(model.index(1, ImportRowsModel::Problem).data().toString().contains(QStringLiteral("KH000412")));
    EXPECT_EQ(model.countOf(ImportRowsModel::Filter::Duplicates), 2);
    EXPECT_EQ(model.countOf(ImportRowsModel::Filter::Errors), 1);
    model.setFilter(ImportRowsModel::Filter::Errors);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_TRUE(model.index(0, ImportRowsModel::Action).data(ImportRowsModel::HasChoiceRole).toBool());
    model.decide({0}, RowAction::Fill);
    EXPECT_EQ(plan.action(4), RowAction::DropFaulty) << "no choice for an error";
    model.decide({0}, RowAction::Skip);
    EXPECT_EQ(plan.action(4), RowAction::Skip);
    model.setPlan(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(ImportTexts, hasWordsForEveryField)
{
    for (const ImportField& field : importFields())
        EXPECT_NE(importFieldText(field.name), importFieldText({})) << field.name;
}

} // namespace
} // namespace banhang::client
