// Entries of calendar files: each becomes one activity or one series of whoever imports it, and goes out again under
// its UID.
#include <future>

#include "tests/integration/series/calendar_entries_fixture.h"

namespace banhang::test {
namespace {

TEST_F(CalendarEntriesTest, anEntryIsTakenOnceByEachPerson)
{
    const v1::Activity stored = plan(lanToken, entry("a@khach.vn"));
    EXPECT_EQ(stored.ics_uid(), "a@khach.vn");
    const AppError error =
        refusal(*activities, &ActivitiesStub::CreateActivity, creation(entry("a@khach.vn")), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(error.key(), "activity.known_entry");
    EXPECT_EQ(error.detail().args().at("activity_id"), std::to_string(stored.id()));
    EXPECT_NE(plan(hoaToken, entry("a@khach.vn")).id(), stored.id()) << "a colleague was invited too";
    bin(lanToken, stored.id());
    const v1::Activity again = plan(lanToken, entry("a@khach.vn"));
    v1::UndeleteActivityRequest undo;
    undo.set_activity_id(stored.id());
    undo.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::UndeleteActivity, undo, lanToken).key(), "activity.known_entry");
    EXPECT_TRUE(reads(lanToken, again.id()));
}

TEST_F(CalendarEntriesTest, whatWasTakenOnceBecomesTheFirstOfASeriesAndIsFoundAsIt)
{
    const v1::Activity once = plan(lanToken, entry("a@khach.vn"));
    v1::CreateSeriesRequest request = creation(once, weekly(3));
    request.mutable_series()->mutable_pattern()->set_title("Hẹn hằng tuần");
    request.set_activity_id(once.id());
    v1::Activity& moved = *request.mutable_series()->add_exceptions() = once;
    *moved.mutable_start_time() = at(168 + 26);
    *moved.mutable_end_time() = at(168 + 27);
    *moved.mutable_series_slot() = dayOf(168 + 2);
    const auto made = makeSeries(request).series();
    EXPECT_EQ(occurrences(made.id()).size(), 3);
    EXPECT_EQ(occurrences(made.id())[0].id(), once.id());
    EXPECT_EQ(occurrences(made.id())[0].title(), "Hẹn hằng tuần");
    const auto found = find(lanToken, {"a@khach.vn"});
    EXPECT_EQ(found.activities_size(), 0);
    ASSERT_EQ(found.series_size(), 1);
    EXPECT_EQ(found.series(0).id(), made.id());
    EXPECT_EQ(found.series(0).exceptions_size(), 1);
}

TEST_F(CalendarEntriesTest, takenTwiceAtOnceItIsOne)
{
    const auto take = [&] {
        return std::async(std::launch::async, [this]() -> std::string {
            try {
                plan(lanToken, entry("b@khach.vn"));
                return "OK";
            } catch (const AppError& error) {
                return error.key();
            }
        });
    };
    auto one = take();
    auto other = take();
    EXPECT_EQ((std::multiset<std::string>{one.get(), other.get()}),
              (std::multiset<std::string>{"OK", "activity.known_entry"}));
}

TEST_F(CalendarEntriesTest, theUidIsNoBusinessOfTalksAndStaysWhatItIs)
{
    v1::Activity call = talk();
    call.set_ics_uid("a@khach.vn");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::CreateActivity, creation(call), lanToken).key(), "call.invalid");
    v1::Activity stored = plan(lanToken, entry("a@khach.vn"));
    stored.set_ics_uid("khac@khach.vn");
    EXPECT_EQ(
        refusal(*activities, &ActivitiesStub::UpdateActivity, ActivitiesFixture::change(stored, {"ics_uid"}), lanToken)
            .key(),
        "call.invalid");
    EXPECT_EQ(
        refusal(*activities, &ActivitiesStub::CreateActivity, creation(entry(std::string(501, 'x'))), lanToken).key(),
        "call.invalid");
}

TEST_F(CalendarEntriesTest, aSeriesComesWithTheDaysThatAreLeftOutAndThoseThatDiffer)
{
    v1::CreateSeriesRequest request = entryOfSeries("s@khach.vn");
    *request.mutable_series()->add_left_out_days() = dayOf(168 + 2);
    v1::Activity& moved = *request.mutable_series()->add_exceptions();
    moved = appointment("Họp dời", 2 * 168 + 26, 2 * 168 + 28);
    *moved.mutable_series_slot() = dayOf(2 * 168 + 2);
    const auto made = makeSeries(request);
    EXPECT_EQ(told(made.series().id()), "0:Họp 2+1:Họp dời 3:Họp 4:Họp");
    EXPECT_EQ(made.series().ics_uid(), "s@khach.vn");
    const v1::Series whole = wholeSeries(made.series().id());
    ASSERT_EQ(whole.left_out_days_size(), 1);
    EXPECT_EQ(whole.left_out_days(0).day(), dayOf(168 + 2).day());
    ASSERT_EQ(whole.exceptions_size(), 1);
    EXPECT_EQ(whole.exceptions(0).title(), "Họp dời");
    EXPECT_EQ(whole.exceptions(0).series_slot().day(), dayOf(2 * 168 + 2).day());
    EXPECT_TRUE(whole.exceptions(0).is_series_exception());
    // They stay so when the series changes.
    v1::Activity first = occurrences(made.series().id())[0];
    first.set_title("Mới");
    save(change(made.series(), first, v1::SERIES_SCOPE_ALL, {"title"}));
    EXPECT_EQ(told(made.series().id()), "0:Mới 2+1:Họp dời 3:Mới 4:Mới");
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::CreateSeries, entryOfSeries("s@khach.vn"), lanToken).key(),
              "series.known_entry");
}

TEST_F(CalendarEntriesTest, whatDiffersBeyondTheHorizonWaitsThere)
{
    v1::CreateSeriesRequest request = entryOfSeries("s@khach.vn", 0);
    request.mutable_series()->mutable_recurrence()->set_frequency(v1::FREQUENCY_DAILY);
    *request.mutable_series()->add_left_out_days() = dayOf(24 * 100 + 2);
    v1::Activity& moved = *request.mutable_series()->add_exceptions();
    moved = appointment("Khác", 24 * 101 + 4, 24 * 101 + 5);
    *moved.mutable_series_slot() = dayOf(24 * 101 + 2);
    const auto made = makeSeries(request);
    EXPECT_EQ(made.created(), 60);
    v1::Activity first = occurrences(made.series().id())[0];
    first.set_title("Mới");
    const auto saved = save(change(made.series(), first, v1::SERIES_SCOPE_ALL, {"title"}));
    EXPECT_EQ(saved.created() + saved.removed(), 0);
    const v1::Series whole = wholeSeries(made.series().id());
    ASSERT_EQ(whole.left_out_days_size(), 1);
    EXPECT_EQ(whole.left_out_days(0).day(), dayOf(24 * 100 + 2).day());
    ASSERT_EQ(whole.exceptions_size(), 1);
    EXPECT_EQ(whole.exceptions(0).series_slot().day(), dayOf(24 * 101 + 2).day());
}

/// Daily, with one that differs on its day 101, when 60 are made.
v1::CreateSeriesRequest farAhead(v1::CreateSeriesRequest request, v1::Activity differing, const v1::Date& slot)
{
    request.mutable_series()->mutable_recurrence()->set_frequency(v1::FREQUENCY_DAILY);
    *differing.mutable_series_slot() = slot;
    *request.mutable_series()->add_exceptions() = differing;
    return request;
}

TEST_F(CalendarEntriesTest, theDaysBeforeACutBeyondTheHorizonAreStillMade)
{
    const auto made = makeSeries(
        farAhead(entryOfSeries("s@khach.vn", 0), appointment("Khác", 24 * 101 + 4, 24 * 101 + 5), dayOf(24 * 101 + 2)));
    const std::int64_t id = made.series().id();
    v1::Activity differing = occurrences(id).back();
    ASSERT_EQ(differing.title(), "Khác");
    differing.set_title("Mới");
    const auto rest = save(change(made.series(), differing, v1::SERIES_SCOPE_FOLLOWING, {"title"}));
    EXPECT_NE(rest.series().id(), id);
    EXPECT_EQ(occurrences(id).size(), 60U);
    sixtyDaysPass();
    EXPECT_EQ(occurrences(id).size(), 101U) << "one for each of the days 0 to 100, and no more";
}

TEST_F(CalendarEntriesTest, theDaysBeforeAnEndBeyondTheHorizonAreStillMade)
{
    const auto made = makeSeries(
        farAhead(entryOfSeries("s@khach.vn", 0), appointment("Khác", 24 * 101 + 4, 24 * 101 + 5), dayOf(24 * 101 + 2)));
    const std::int64_t id = made.series().id();
    EXPECT_EQ(erase(id, v1::SERIES_SCOPE_FOLLOWING, occurrences(id).back().id()).removed(), 1);
    EXPECT_EQ(occurrences(id).size(), 60U);
    v1::UndeleteSeriesRequest back;
    back.set_series_id(id);
    back.set_request_id(newRequestId());
    call(*stubOfSeries, &SeriesStub::UndeleteSeries, back, lanToken);
    const std::size_t before = occurrences(id).size();
    EXPECT_GT(before, 102U) << "nor are they lost when it goes on";
    sql().run("DELETE FROM banhang.activity WHERE series_slot > (SELECT min(series_slot) + 101 FROM banhang.activity)");
    EXPECT_EQ(occurrences(id).size(), 102U);
}

TEST_F(CalendarEntriesTest, anEndBeyondTheHorizonIsNotPassed)
{
    const auto made = makeSeries(
        farAhead(entryOfSeries("s@khach.vn", 0), appointment("Khác", 24 * 101 + 4, 24 * 101 + 5), dayOf(24 * 101 + 2)));
    const std::int64_t id = made.series().id();
    erase(id, v1::SERIES_SCOPE_FOLLOWING, occurrences(id).back().id());
    sixtyDaysPass();
    EXPECT_EQ(occurrences(id).size(), 101U);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.series WHERE next_make_on IS NOT NULL"), 0);
}

TEST_F(CalendarEntriesTest, daysThatTheRuleDoesNotHaveAreRefusedWithTheirPlace)
{
    v1::CreateSeriesRequest request = entryOfSeries("s@khach.vn");
    v1::Activity& moved = *request.mutable_series()->add_exceptions();
    moved = appointment("Khác", 26, 27);
    *moved.mutable_series_slot() = dayOf(26);
    const AppError error = refusal(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).path(), "exceptions[0].series_slot");
    EXPECT_EQ(error.detail().issues(0).key(), "series.no_such_day");
    *moved.mutable_series_slot() = dayOf(2);
    *moved.mutable_end_time() = at(1);
    EXPECT_EQ(refusal(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken).detail().issues(0).path(),
              "exceptions[0].end_time");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.series"), 0);
}

TEST_F(CalendarEntriesTest, daysFarBehindTheEndOfAllRulesArePassedOver)
{
    v1::CreateSeriesRequest request = entryOfSeries("s@khach.vn", 0);
    request.mutable_series()->mutable_recurrence()->set_frequency(v1::FREQUENCY_DAILY);
    for (int i = 0; i < 400; ++i) {
        v1::Date& day = *request.mutable_series()->add_left_out_days();
        day.set_year(9999);
        day.set_month(1 + i % 12);
        day.set_day(1 + i % 28);
    }
    EXPECT_EQ(wholeSeries(makeSeries(request).series().id()).left_out_days_size(), 0);
}

TEST_F(CalendarEntriesTest, areFoundByWhoMadeThemAndByNobodyElse)
{
    const v1::Activity mine = plan(lanToken, entry("a@khach.vn"));
    const auto series = makeSeries(entryOfSeries("s@khach.vn")).series();
    const auto found = find(lanToken, {"a@khach.vn", "s@khach.vn", "none@khach.vn"});
    ASSERT_EQ(found.activities_size(), 1);
    EXPECT_EQ(found.activities(0).id(), mine.id());
    ASSERT_EQ(found.series_size(), 1);
    EXPECT_EQ(found.series(0).id(), series.id());
    const auto ofOthers = find(hoaToken, {"a@khach.vn", "s@khach.vn"});
    EXPECT_EQ(ofOthers.activities_size() + ofOthers.series_size(), 0);
    erase(series.id(), v1::SERIES_SCOPE_ALL);
    bin(lanToken, mine.id());
    const auto gone = find(lanToken, {"a@khach.vn", "s@khach.vn"});
    EXPECT_EQ(gone.activities_size() + gone.series_size(), 0);
    EXPECT_EQ(makeSeries(entryOfSeries("s@khach.vn")).series().ics_uid(), "s@khach.vn");
}

TEST_F(CalendarEntriesTest, whatGoesOutIsKnownWhenItComesBack)
{
    const v1::Activity single = plan(lanToken, appointment("Hẹn", 2, 3));
    const auto series = create(appointment("Họp", 4, 5), weekly(3));
    const auto out = exported(lanToken, {single.id(), series.activity().id()});
    ASSERT_EQ(out.activities_size(), 1);
    ASSERT_EQ(out.series_size(), 1);
    EXPECT_TRUE(out.activities(0).ics_uid().starts_with("activity-" + std::to_string(single.id()) + "@"));
    EXPECT_TRUE(out.series(0).ics_uid().starts_with("series-" + std::to_string(series.series().id()) + "@"));
    const auto back = find(lanToken, {out.activities(0).ics_uid(), out.series(0).ics_uid()});
    EXPECT_EQ(back.activities_size(), 1);
    EXPECT_EQ(back.series_size(), 1);
    const auto elsewhere = find(tuanToken, {out.activities(0).ics_uid(), out.series(0).ics_uid()});
    EXPECT_EQ(elsewhere.activities_size() + elsewhere.series_size(), 0) << "what one does not see";
}

TEST_F(CalendarEntriesTest, whatRepeatsByTheMoonGoesOutDayByDay)
{
    v1::Recurrence monthly;
    monthly.set_frequency(v1::FREQUENCY_MONTHLY);
    monthly.set_is_lunar(true);
    const auto made = create(appointment("Cúng rằm", 2, 3), monthly);
    const auto days = occurrences(made.series().id());
    ASSERT_GE(days.size(), 2U);
    const auto out = exported(lanToken, {days[0].id(), days[1].id()});
    EXPECT_EQ(out.series_size(), 0);
    ASSERT_EQ(out.activities_size(), 2);
    EXPECT_EQ(find(lanToken, {out.activities(0).ics_uid(), out.activities(1).ics_uid()}).activities_size(), 2);
}

TEST_F(CalendarEntriesTest, aSeriesThatWasEndedGoesOutWithItsEnd)
{
    for (const int count : {0, 5}) {
        const auto made = create(appointment("Họp", 2, 3), weekly(count));
        const auto days = occurrences(made.series().id());
        erase(made.series().id(), v1::SERIES_SCOPE_FOLLOWING, days[2].id());
        const auto out = exported(lanToken, {days[0].id(), days[1].id()});
        EXPECT_EQ(out.activities_size(), 0);
        ASSERT_EQ(out.series_size(), 1);
        const v1::Recurrence& rule = out.series(0).recurrence();
        EXPECT_EQ(rule.count(), 0);
        EXPECT_EQ(rule.until_day().ShortDebugString(), dayOf(2 * 168 + 2 - 24).ShortDebugString());
        // It is known when it comes back, in the same words.
        const auto back = find(lanToken, {out.series(0).ics_uid()});
        ASSERT_EQ(back.series_size(), 1);
        EXPECT_EQ(back.series(0).ShortDebugString(), out.series(0).ShortDebugString());
    }
}

TEST_F(CalendarEntriesTest, whatWasClosedBehindTheEndOfItsSeriesGoesOutAlone)
{
    const auto made = create(appointment("Họp", 2, 3), weekly(5));
    const auto days = occurrences(made.series().id());
    v1::Activity moved = days[2];
    moved.set_title("Họp bù");
    close(lanToken, edit(lanToken, moved, {"title"}), v1::ACTIVITY_STATE_CANCELLED);
    erase(made.series().id(), v1::SERIES_SCOPE_FOLLOWING, days[1].id());
    auto out = exported(lanToken, {days[0].id(), days[2].id()});
    ASSERT_EQ(out.series_size(), 1);
    EXPECT_EQ(out.series(0).exceptions_size(), 0);
    ASSERT_EQ(out.activities_size(), 1);
    EXPECT_EQ(out.activities(0).id(), days[2].id());
    // Ended before its first day: no rule is left.
    const auto other = create(appointment("Họp khác", 2, 3), weekly(5));
    const auto its = occurrences(other.series().id());
    close(lanToken, its[1], v1::ACTIVITY_STATE_CANCELLED);
    erase(other.series().id(), v1::SERIES_SCOPE_FOLLOWING, its[0].id());
    out = exported(lanToken, {its[1].id()});
    EXPECT_EQ(out.series_size(), 0);
    EXPECT_EQ(out.activities_size(), 1);
}

TEST_F(CalendarEntriesTest, exportGivesOnesOwnAndWhatTheRightReaches)
{
    const v1::Activity ofLan = plan(lanToken, appointment("Của Lan", 2, 3));
    const v1::Activity ofMinh = plan(minhToken, appointment("Của Minh", 2, 3));
    EXPECT_EQ(exported(minhToken, {ofLan.id(), ofMinh.id()}).activities_size(), 2);
    EXPECT_EQ(exported(lanToken, {ofLan.id(), ofMinh.id()}).activities_size(), 1);
    EXPECT_EQ(refusal(*entries, &EntriesStub::ExportCalendarEntries, {}, hoaToken).key(), "call.denied");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'export_run'"), 2);
    v1::ExportCalendarEntriesRequest request;
    request.add_activity_ids(ofLan.id());
    request.set_page_token("as if it were a further page");
    EXPECT_EQ(refusal(*entries, &EntriesStub::ExportCalendarEntries, request, lanToken).key(), "call.page_token")
        << "nothing goes out unnoticed";
}

TEST_F(CalendarEntriesTest, aUidThatIsTooLongIsNamed)
{
    v1::FindCalendarEntriesRequest request;
    request.add_uids("a@x");
    request.add_uids(std::string(501, 'x'));
    const auto refused = refusal(*entries, &EntriesStub::FindCalendarEntries, request, lanToken);
    ASSERT_EQ(refused.detail().issues_size(), 1);
    EXPECT_EQ(refused.detail().issues(0).path(), "uids[1]");
    EXPECT_EQ(refused.detail().issues(0).key(), "text.too_long");
}

TEST_F(CalendarEntriesTest, whoTakesPartGetsTheDaysOfASeriesThatTheyDoNotSee)
{
    v1::Activity shared = appointment("Họp", 2, 3);
    shared.add_participant_user_ids(lan.id);
    const auto series = call(*stubOfSeries, &SeriesStub::CreateSeries, creation(shared, weekly(2)), minhToken);
    v1::ExportCalendarEntriesRequest request;
    request.mutable_filter()->add_user_ids(lan.id);
    const auto out = call(*entries, &EntriesStub::ExportCalendarEntries, request, lanToken);
    EXPECT_EQ(out.series_size(), 0);
    EXPECT_EQ(out.activities_size(), 2);
}

} // namespace
} // namespace banhang::test
