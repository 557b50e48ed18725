// Entries of calendar files come page by page, each of them once, however many they are and however long their texts.
#include <set>

#include "tests/integration/series/calendar_entries_fixture.h"

namespace banhang::test {
namespace {

TEST_F(CalendarEntriesTest, furtherPagesAreThoseOfAnExportThatWasNoted)
{
    constexpr int kMoreThanAPage = 501;
    for (int i = 0; i < kMoreThanAPage; ++i)
        plan(lanToken, appointment("Hẹn " + std::to_string(i), 2, 3));
    v1::ListActivitiesRequest list;
    list.mutable_filter()->add_user_ids(lan.id);
    list.set_page_size(1);
    const auto listed = call(*activities, &ActivitiesStub::ListActivities, list, lanToken);
    v1::ExportCalendarEntriesRequest request;
    *request.mutable_filter() = list.filter();
    request.set_page_token(listed.next_page_token());
    EXPECT_EQ(refusal(*entries, &EntriesStub::ExportCalendarEntries, request, lanToken).key(), "call.page_token");
    request.clear_page_token();
    const auto first = call(*entries, &EntriesStub::ExportCalendarEntries, request, lanToken);
    request.set_page_token(first.next_page_token());
    const auto second = call(*entries, &EntriesStub::ExportCalendarEntries, request, lanToken);
    EXPECT_EQ(first.activities_size() + second.activities_size(), kMoreThanAPage);
    EXPECT_EQ(second.next_page_token(), "");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'export_run'"), 1);
}

TEST_F(CalendarEntriesTest, goOutAndAreFoundPageByPageHoweverLongTheirTextsAre)
{
    constexpr int kEntries = 7;
    std::vector<std::string> uids;
    v1::ExportCalendarEntriesRequest named;
    for (int i = 0; i < kEntries; ++i) {
        uids.push_back("uid-" + std::to_string(i));
        named.add_activity_ids(plan(lanToken, entry(uids.back())).id());
    }
    // Longer than a service would take, so that a few are enough for several pages.
    sql().run("UPDATE banhang.activity SET preparation = repeat('x', 600000)");
    const auto collect = [&](auto method, auto request) {
        std::multiset<std::string> all;
        do {
            const v1::CalendarEntries page = call(*entries, method, request, lanToken);
            EXPECT_LT(page.ByteSizeLong(), 3'000'000U);
            EXPECT_FALSE(page.activities().empty());
            for (const v1::Activity& activity : page.activities())
                all.insert(activity.ics_uid());
            request.set_page_token(page.next_page_token());
        } while (!request.page_token().empty() && all.size() < std::size_t{2} * kEntries);
        return all;
    };
    const std::multiset<std::string> once(uids.begin(), uids.end());
    EXPECT_EQ(collect(&EntriesStub::ExportCalendarEntries, named), once);
    v1::ExportCalendarEntriesRequest listed;
    listed.mutable_filter()->add_user_ids(lan.id);
    EXPECT_EQ(collect(&EntriesStub::ExportCalendarEntries, listed), once);
    v1::FindCalendarEntriesRequest wanted;
    wanted.mutable_uids()->Add(uids.begin(), uids.end());
    EXPECT_EQ(collect(&EntriesStub::FindCalendarEntries, wanted), once);
}

TEST_F(CalendarEntriesTest, seriesAreFoundPageByPageBehindTheActivities)
{
    makeSeries(entryOfSeries("series-1"));
    makeSeries(entryOfSeries("series-2"));
    plan(lanToken, entry("single"));
    sql().run("UPDATE banhang.activity SET preparation = repeat('x', 1500000) WHERE series_id IS NULL");
    sql().run(
        "UPDATE banhang.series SET pattern = jsonb_set(pattern, '{preparation}', to_jsonb(repeat('x', 1500000)))");
    v1::FindCalendarEntriesRequest request;
    for (const char* uid : {"series-2", "single", "series-1"})
        request.add_uids(uid);
    std::vector<std::string> pages;
    do {
        const auto page = call(*entries, &EntriesStub::FindCalendarEntries, request, lanToken);
        for (const v1::Activity& activity : page.activities())
            pages.push_back(activity.ics_uid());
        for (const v1::Series& series : page.series())
            pages.push_back(series.ics_uid());
        EXPECT_LE(page.activities_size() + page.series_size(), 1);
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty() && pages.size() < 5);
    EXPECT_EQ(pages, (std::vector<std::string>{"single", "series-1", "series-2"}));
    request.set_page_token("none of ours");
    EXPECT_EQ(refusal(*entries, &EntriesStub::FindCalendarEntries, request, lanToken).key(), "call.page_token");
}

} // namespace
} // namespace banhang::test
