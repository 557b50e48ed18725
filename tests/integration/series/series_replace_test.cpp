// A series taken from a calendar file that says something else by now: one call makes it so, and keeps what is here.
#include "tests/integration/series/series_fixture.h"

namespace banhang::test {
namespace {

class SeriesReplaceTest : public SeriesFixture
{
protected:
    v1::Series fiveWeeks() { return create(appointment("Họp", 2, 3), weekly(5)).series(); }
    static v1::ReplaceSeriesRequest entry(v1::Series series)
    {
        v1::ReplaceSeriesRequest request;
        *request.mutable_series() = std::move(series);
        for (const char* field : {"title", "place", "preparation", "start_time", "end_time", "day", "last_day"})
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::SeriesChangeResponse replace(const v1::ReplaceSeriesRequest& request)
    {
        return call(*stubOfSeries, &SeriesStub::ReplaceSeries, request, lanToken);
    }
    v1::Activity changed(v1::Activity occurrence, const std::string& title)
    {
        occurrence.set_title(title);
        return call(*activities, &ActivitiesStub::UpdateActivity, ActivitiesFixture::change(occurrence, {"title"}),
                    lanToken)
            .activity();
    }
};

TEST_F(SeriesReplaceTest, movesTheOccurrencesThatThereAre)
{
    v1::Series series = fiveWeeks();
    const auto before = occurrences(series.id());
    series.mutable_pattern()->set_title("Họp tuần");
    *series.mutable_pattern()->mutable_start_time() = at(24 + 4);
    *series.mutable_pattern()->mutable_end_time() = at(24 + 6);
    series.mutable_recurrence()->set_count(6);
    series.mutable_recurrence()->clear_weekdays();
    const auto saved = replace(entry(series));
    EXPECT_EQ(saved.changed(), 5);
    EXPECT_EQ(saved.created(), 1);
    EXPECT_EQ(saved.removed(), 0);
    EXPECT_EQ(told(series.id()), "0+1:Họp tuần 1+1:Họp tuần 2+1:Họp tuần 3+1:Họp tuần 4+1:Họp tuần 5+1:Họp tuần");
    const auto after = occurrences(series.id());
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(after[i].id(), before[i].id());
    EXPECT_EQ(saved.series().version(), series.version() + 1);
    EXPECT_GT(saved.series().version(), 0);
}

TEST_F(SeriesReplaceTest, takesDaysThatDifferAndDaysLeftOut)
{
    v1::Series series = fiveWeeks();
    const auto before = occurrences(series.id());
    v1::Activity& second = *series.add_exceptions() = series.pattern();
    second.set_title("Ở xa");
    *second.mutable_start_time() = at(168 + 26);
    *second.mutable_end_time() = at(168 + 27);
    *second.mutable_series_slot() = before[1].series_slot();
    *series.add_left_out_days() = before[3].series_slot();
    const auto saved = replace(entry(series));
    EXPECT_EQ(saved.changed(), 1);
    EXPECT_EQ(saved.removed(), 1);
    EXPECT_EQ(told(series.id()), "0:Họp 1+1:Ở xa 2:Họp 4:Họp");
    EXPECT_EQ(occurrences(series.id())[1].id(), before[1].id());
    EXPECT_TRUE(occurrences(series.id())[1].is_series_exception());
    // Once more: nothing is left to be done.
    series.set_version(saved.series().version());
    const auto again = replace(entry(series));
    EXPECT_EQ(again.changed() + again.created() + again.removed(), 0);
    EXPECT_EQ(told(series.id()), "0:Họp 1+1:Ở xa 2:Họp 4:Họp");
}

TEST_F(SeriesReplaceTest, givesTheRuleItsDaysBackWhereTheyAreNamed)
{
    v1::Series series = fiveWeeks();
    const auto before = occurrences(series.id());
    changed(before[2], "Riêng");
    bin(lanToken, before[4].id());
    ASSERT_EQ(told(series.id()), "0:Họp 1:Họp 2:Riêng 3:Họp");
    for (const std::size_t i : {2, 4}) {
        v1::Activity& named = *series.add_exceptions() = series.pattern();
        *named.mutable_start_time() = before[i].start_time();
        *named.mutable_end_time() = before[i].end_time();
        *named.mutable_series_slot() = before[i].series_slot();
    }
    const auto saved = replace(entry(series));
    EXPECT_EQ(saved.changed(), 1);
    EXPECT_EQ(saved.created(), 1);
    EXPECT_EQ(told(series.id()), "0:Họp 1:Họp 2:Họp 3:Họp 4:Họp");
    EXPECT_EQ(occurrences(series.id())[4].id(), before[4].id()) << "with its files and talks";
    for (const v1::Activity& occurrence : occurrences(series.id()))
        EXPECT_FALSE(occurrence.is_series_exception()) << "and go along with the rule again";
}

TEST_F(SeriesReplaceTest, leavesAloneWhatWasChangedHereAndIsNotNamed)
{
    v1::Series series = fiveWeeks();
    const auto before = occurrences(series.id());
    changed(before[2], "Riêng");
    v1::DeleteActivityRequest removal;
    removal.set_activity_id(before[4].id());
    removal.set_request_id(newRequestId());
    call(*activities, &ActivitiesStub::DeleteActivity, removal, lanToken);
    series.mutable_pattern()->set_title("Họp tuần");
    const auto saved = replace(entry(series));
    EXPECT_EQ(saved.kept(), 2);
    EXPECT_EQ(told(series.id()), "0:Họp tuần 1:Họp tuần 2:Riêng 3:Họp tuần");
}

TEST_F(SeriesReplaceTest, keepsPeopleCustomerAndReminders)
{
    v1::Activity pattern = appointment("Họp", 2, 3);
    pattern.add_reminder_lead_minutes(30);
    pattern.add_participant_user_ids(hoa.id);
    v1::Series series = create(pattern, weekly(3)).series();
    series.mutable_pattern()->clear_reminder_lead_minutes();
    series.mutable_pattern()->clear_participant_user_ids();
    series.mutable_pattern()->set_place("Phòng 2");
    replace(entry(series));
    for (const auto& activity : occurrences(series.id())) {
        EXPECT_EQ(activity.place(), "Phòng 2");
        EXPECT_EQ(activity.reminder_lead_minutes_size(), 1);
        EXPECT_EQ(activity.participant_user_ids_size(), 1);
    }
}

TEST_F(SeriesReplaceTest, refusesStaleVersionsForeignSeriesAndFieldsThatFilesDoNotHave)
{
    v1::Series series = fiveWeeks();
    auto request = entry(series);
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::ReplaceSeries, request, hoaToken).key(), "series.not_found");
    request.mutable_series()->set_version(series.version() + 7);
    request.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::ReplaceSeries, request, lanToken).key(), "series.edit_conflict");
    request = entry(series);
    request.mutable_update_mask()->add_paths("owner_user_id");
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::ReplaceSeries, request, lanToken).detail().issues(0).path(),
              "update_mask");
    EXPECT_EQ(told(series.id()), "0:Họp 1:Họp 2:Họp 3:Họp 4:Họp");
}

} // namespace
} // namespace banhang::test
