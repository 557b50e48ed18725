// A series by way of its service: made once, edited here, from here on and everywhere, and never multiplied.
#include "tests/integration/series/series_fixture.h"

namespace banhang::test {
namespace {

class SeriesEditTest : public SeriesFixture
{
protected:
    v1::SeriesChangeResponse fiveWeeks() { return create(appointment("Họp", 2, 3), weekly(5)); }
};

TEST_F(SeriesEditTest, makesOrdinaryActivities)
{
    const auto made = fiveWeeks();
    EXPECT_EQ(made.created(), 5);
    EXPECT_EQ(made.activity().title(), "Họp");
    EXPECT_EQ(told(made.series().id()), "0:Họp 1:Họp 2:Họp 3:Họp 4:Họp");
    for (const auto& activity : occurrences(made.series().id())) {
        EXPECT_EQ(activity.owner_user_id(), lan.id);
        EXPECT_EQ(activity.end_time().seconds() - activity.start_time().seconds(), 3600);
        EXPECT_FALSE(activity.is_series_exception());
    }
    // Each is in the history, and so in the feed.
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'activity' AND operation = 'create'"), 5);
}

TEST_F(SeriesEditTest, makesNothingTwiceHoweverOftenItIsSaved)
{
    const auto request = creation(appointment("Họp", 2, 3), weekly(5));
    const auto first = call(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken);
    EXPECT_EQ(call(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken).series().id(), first.series().id());
    v1::Series series = first.series();
    for (const char* title : {"A", "B", "C"}) {
        v1::Activity wanted = occurrences(series.id())[1];
        wanted.set_title(title);
        const auto saved = save(change(series, wanted, v1::SERIES_SCOPE_ALL, {"title"}));
        EXPECT_EQ(saved.changed(), 5) << title;
        EXPECT_EQ(saved.created() + saved.removed(), 0) << title;
        series = saved.series();
    }
    EXPECT_EQ(told(series.id()), "0:C 1:C 2:C 3:C 4:C");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 5);
}

TEST_F(SeriesEditTest, leavesAloneWhatWasChangedByItself)
{
    const auto made = fiveWeeks();
    v1::Activity third = occurrences(made.series().id())[2];
    *third.mutable_start_time() = at(2 * 168 + 26);
    *third.mutable_end_time() = at(2 * 168 + 27);
    call(*activities, &ActivitiesStub::UpdateActivity, ActivitiesFixture::change(third, {"start_time", "end_time"}),
         lanToken);
    v1::Activity first = occurrences(made.series().id())[0];
    first.set_title("Mới");
    const auto saved = save(change(made.series(), first, v1::SERIES_SCOPE_ALL, {"title"}));
    EXPECT_EQ(saved.changed(), 4);
    EXPECT_EQ(saved.kept(), 1);
    EXPECT_EQ(told(made.series().id()), "0:Mới 1:Mới 2+1:Họp 3:Mới 4:Mới");
}

TEST_F(SeriesEditTest, doesNotBringBackWhatWasDeletedByItself)
{
    const auto made = fiveWeeks();
    v1::DeleteActivityRequest removal;
    removal.set_activity_id(occurrences(made.series().id())[1].id());
    removal.set_request_id(newRequestId());
    call(*activities, &ActivitiesStub::DeleteActivity, removal, lanToken);
    v1::Activity first = occurrences(made.series().id())[0];
    first.set_title("Mới");
    save(change(made.series(), first, v1::SERIES_SCOPE_ALL, {"title"}));
    EXPECT_EQ(told(made.series().id()), "0:Mới 2:Mới 3:Mới 4:Mới");
}

TEST_F(SeriesEditTest, movesAllWithOne)
{
    const auto made = fiveWeeks();
    const auto before = occurrences(made.series().id());
    v1::Activity second = before[1];
    *second.mutable_start_time() = at(168 + 24 + 4);
    *second.mutable_end_time() = at(168 + 24 + 6);
    const auto saved = save(change(made.series(), second, v1::SERIES_SCOPE_ALL, {"start_time", "end_time"}));
    EXPECT_EQ(saved.changed(), 5);
    EXPECT_EQ(told(made.series().id()), "0+1:Họp 1+1:Họp 2+1:Họp 3+1:Họp 4+1:Họp");
    const auto after = occurrences(made.series().id());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(after[i].id(), before[i].id()); // with their reminders and their history
        EXPECT_EQ(after[i].end_time().seconds() - after[i].start_time().seconds(), 7200);
    }
}

TEST_F(SeriesEditTest, splitsForTheFollowingOnes)
{
    const auto made = fiveWeeks();
    v1::Activity third = occurrences(made.series().id())[2];
    third.set_title("Khác");
    const auto saved = save(change(made.series(), third, v1::SERIES_SCOPE_FOLLOWING, {"title"}));
    EXPECT_NE(saved.series().id(), made.series().id());
    EXPECT_EQ(saved.series().previous_series_id(), made.series().id());
    EXPECT_EQ(saved.series().recurrence().count(), 3);
    EXPECT_EQ(told(made.series().id()), "0:Họp 1:Họp");
    EXPECT_EQ(told(saved.series().id()), "2:Khác 3:Khác 4:Khác");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 5);
}

TEST_F(SeriesEditTest, takesAnotherRuleWithTheOccurrencesThatThereAre)
{
    const auto made = fiveWeeks();
    v1::Series series = made.series();
    *series.mutable_recurrence() = weekly(3);
    series.mutable_recurrence()->set_interval(2);
    const auto saved = save(change(series, occurrences(series.id())[0], v1::SERIES_SCOPE_ALL, {"recurrence"}));
    EXPECT_EQ(told(series.id()), "0:Họp 2:Họp 4:Họp");
    EXPECT_EQ(saved.removed(), 2);
    EXPECT_EQ(saved.created(), 0);
}

TEST_F(SeriesEditTest, isTakenAwayAndGoesOn)
{
    const auto made = fiveWeeks();
    EXPECT_EQ(erase(made.series().id(), v1::SERIES_SCOPE_FOLLOWING, occurrences(made.series().id())[3].id()).removed(),
              2);
    EXPECT_EQ(told(made.series().id()), "0:Họp 1:Họp 2:Họp");
    EXPECT_EQ(erase(made.series().id(), v1::SERIES_SCOPE_ALL).removed(), 0); // repeated: harmless
    v1::UndeleteSeriesRequest back;
    back.set_series_id(made.series().id());
    back.set_request_id(newRequestId());
    EXPECT_EQ(call(*stubOfSeries, &SeriesStub::UndeleteSeries, back, lanToken).created(), 2);
    EXPECT_EQ(told(made.series().id()), "0:Họp 1:Họp 2:Họp 3:Họp 4:Họp");
}

TEST_F(SeriesEditTest, leavesInTheAuditWhoMadeItWhat)
{
    const auto made = fiveWeeks();
    v1::Activity third = occurrences(made.series().id())[2];
    third.set_title("Khác");
    const auto rest = save(change(made.series(), third, v1::SERIES_SCOPE_FOLLOWING, {"title"}));
    erase(rest.series().id(), v1::SERIES_SCOPE_ALL);
    const auto told = [&](std::int64_t id) {
        return sql().text("SELECT string_agg(operation || version || '/' || (SELECT string_agg(key, ',' ORDER BY key)"
                          " FROM jsonb_object_keys(fields) AS key), ' ' ORDER BY seq) FROM banhang.change_log"
                          " WHERE entity = 'series' AND entity_id = $1::bigint AND actor_id = $2::bigint",
                          {std::to_string(id), std::to_string(lan.id)});
    };
    EXPECT_EQ(told(made.series().id()), "create1/first_day,pattern,recurrence update2/recurrence");
    EXPECT_EQ(told(rest.series().id()), "create1/first_day,pattern,recurrence update2/first_day,pattern,recurrence"
                                        " delete3/ended_day");
}

TEST_F(SeriesEditTest, goesOnForTheSurvivorOfItsCustomer)
{
    v1::Activity visit = appointment("Thăm", 2, 3);
    visit.set_customer_id(mai.id());
    const auto made = create(visit, weekly(5));
    erase(made.series().id(), v1::SERIES_SCOPE_ALL);
    const std::int64_t survivor = addCustomer(lan, "Nguyễn Thị Mai (gộp)");
    sql().run("UPDATE banhang.customer SET merged_into_id = $1::bigint, deleted_at = now() WHERE id = $2::bigint",
              {std::to_string(survivor), std::to_string(mai.id())});
    v1::UndeleteSeriesRequest back;
    back.set_series_id(made.series().id());
    back.set_request_id(newRequestId());
    EXPECT_EQ(call(*stubOfSeries, &SeriesStub::UndeleteSeries, back, lanToken).created(), 5);
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.activity WHERE customer_id = $1::bigint AND deleted_at IS NULL",
                     {std::to_string(survivor)}),
        5);
}

TEST_F(SeriesEditTest, beginsWithAnActivityThatIsThere)
{
    const v1::Activity single = plan(lanToken, appointment("Họp", 2, 3));
    auto request = creation(single, weekly(3));
    request.set_activity_id(single.id());
    const auto made = call(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken);
    EXPECT_EQ(made.created(), 2);
    EXPECT_EQ(made.activity().id(), single.id());
    EXPECT_EQ(told(made.series().id()), "0:Họp 1:Họp 2:Họp");
    request.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken).key(), "series.already");
}

TEST_F(SeriesEditTest, refusesAStaleVersion)
{
    const auto made = fiveWeeks();
    v1::Activity first = occurrences(made.series().id())[0];
    first.set_title("A");
    save(change(made.series(), first, v1::SERIES_SCOPE_ALL, {"title"}));
    const auto stale = change(made.series(), first, v1::SERIES_SCOPE_ALL, {"title"});
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::UpdateSeries, stale, lanToken).key(), "series.edit_conflict");
}

TEST_F(SeriesEditTest, tellsAllThatIsWrongAtOnce)
{
    v1::Activity nameless = appointment("", 2, 3);
    auto rule = weekly();
    rule.set_interval(1000);
    const AppError error = refusal(*stubOfSeries, &SeriesStub::CreateSeries, creation(nameless, rule), lanToken);
    std::string paths;
    for (const auto& issue : error.detail().issues())
        paths += issue.path() + " ";
    EXPECT_EQ(paths, "recurrence.interval pattern.title ");
}

TEST_F(SeriesEditTest, isRefusedWhereItWouldBeginOnlyAfterRulesEnd)
{
    v1::Activity day;
    day.set_kind(v1::ACTIVITY_KIND_TASK);
    day.set_title("Ngày nhuận");
    day.mutable_day()->set_year(2029);
    day.mutable_day()->set_month(2);
    day.mutable_day()->set_day(1);
    v1::Recurrence rule;
    rule.set_frequency(v1::FREQUENCY_YEARLY);
    rule.set_interval(75);
    rule.set_month_day(29);
    const AppError error = refusal(*stubOfSeries, &SeriesStub::CreateSeries, creation(day, rule), lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).key(), "series.no_day");
}

TEST_F(SeriesEditTest, isOutOfSightForOthers)
{
    const auto made = fiveWeeks();
    v1::GetSeriesRequest request;
    request.set_series_id(made.series().id());
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::GetSeries, request, hoaToken).key(), "series.not_found");
    EXPECT_EQ(call(*stubOfSeries, &SeriesStub::GetSeries, request, lanToken).recurrence().count(), 5);
    v1::DeleteSeriesRequest removal;
    removal.set_series_id(made.series().id());
    removal.set_scope(v1::SERIES_SCOPE_ALL);
    removal.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::DeleteSeries, removal, hoaToken).key(), "series.not_found");
}

TEST_F(SeriesEditTest, saysWhatARuleMeans)
{
    v1::CheckSeriesRequest request;
    request.mutable_recurrence()->set_frequency(v1::FREQUENCY_YEARLY);
    request.mutable_recurrence()->set_is_lunar(true);
    request.mutable_first_day()->set_year(2026);
    request.mutable_first_day()->set_month(4);
    request.mutable_first_day()->set_day(26);
    request.set_day_count(2);
    const auto reply = call(*stubOfSeries, &SeriesStub::CheckSeries, request, lanToken);
    ASSERT_EQ(reply.days_size(), 2);
    EXPECT_EQ(reply.days(1).ShortDebugString(), "year: 2027 month: 4 day: 16");
}

} // namespace
} // namespace banhang::test
