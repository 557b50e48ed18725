// Making an activity come again, and changing what comes again, by the panel beside the calendar.
#include "client/calendar/series_panel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "client/activities/activity_text.h"
#include "client/calendar/grid_accessible.h"
#include "client/calendar/recurrence_edit.h"
#include "client/calendar/time_grid.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::kFirstMeeting;
using test::kTeamMeeting;
using test::waitUntil;

TEST(RecurrenceEdit, givesBackWhatItWasGiven)
{
    RecurrenceEdit edit;
    const QDate first(2026, 11, 25); // the last Wednesday of the month, the fourth
    v1::Recurrence weekly;
    weekly.set_frequency(v1::FREQUENCY_WEEKLY);
    weekly.set_interval(2);
    weekly.add_weekdays(1);
    weekly.add_weekdays(3);
    weekly.set_count(7);
    edit.setRule(weekly, first);
    EXPECT_EQ(edit.rule().SerializeAsString(), weekly.SerializeAsString());

    v1::Recurrence last;
    last.set_frequency(v1::FREQUENCY_MONTHLY);
    last.set_interval(1);
    last.set_nth(-1);
    last.set_nth_weekday(3);
    *last.mutable_until_day() = toDate(QDate(2027, 5, 1));
    edit.setRule(last, first);
    EXPECT_EQ(edit.rule().SerializeAsString(), last.SerializeAsString());

    v1::Recurrence lunar;
    lunar.set_frequency(v1::FREQUENCY_YEARLY);
    lunar.set_interval(1);
    lunar.set_is_lunar(true);
    edit.setRule(lunar, first);
    EXPECT_EQ(edit.rule().SerializeAsString(), lunar.SerializeAsString());
}

class SeriesPanelTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        panel.resize(420, 600);
        panel.show();
    }
    QAbstractButton* button(const QString& text)
    {
        for (auto* each : panel.findChildren<QAbstractButton*>())
            if (each->text().contains(text))
                return each;
        return nullptr;
    }

    test::CalendarOffice office;
    SeriesPanel panel{office.workplace};
};

TEST_F(SeriesPanelTest, makesASeriesOfAnActivity)
{
    QSignalSpy changed(&panel, &SeriesPanel::changed);
    panel.open(office.memory.at(kFirstMeeting));
    panel.save();
    ASSERT_TRUE(waitUntil([&] { return changed.size() == 1; }));
    const auto request = office.series.read([](const auto& memory) { return memory.creations.at(0); });
    EXPECT_EQ(request.activity_id(), kFirstMeeting);
    EXPECT_EQ(request.series().recurrence().frequency(), v1::FREQUENCY_WEEKLY);
    EXPECT_EQ(request.series().recurrence().weekdays(0), 3);
}

TEST_F(SeriesPanelTest, tellsADayInOneLine)
{
    const auto& meeting = office.memory.at(kFirstMeeting);
    panel.open(meeting);
    const QString day = nearDay(activityDay(meeting), officeNow().date()).replace(QLatin1Char(' '), QChar::Nbsp);
    EXPECT_TRUE(waitUntil([&] {
        const auto labels = panel.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* one) { return one->text().contains(day); });
    }));
}

TEST_F(SeriesPanelTest, changesTheFollowingOnesOrAll)
{
    {
        const std::scoped_lock lock(office.series.mutex);
        office.series.series.set_id(7);
        office.series.series.set_version(4);
        office.series.series.mutable_recurrence()->set_frequency(v1::FREQUENCY_WEEKLY);
        office.series.series.mutable_recurrence()->set_interval(1);
        office.series.series.mutable_recurrence()->add_weekdays(3);
    }
    QSignalSpy changed(&panel, &SeriesPanel::changed);
    panel.open(office.memory.at(kTeamMeeting));
    ASSERT_TRUE(waitUntil([this] { return office.server.calls("CheckSeries") > 0; }));
    panel.findChild<QCheckBox*>(QStringLiteral("takeOver"))->setChecked(true);
    panel.save();
    ASSERT_TRUE(waitUntil([&] { return changed.size() == 1; }));
    const auto request = office.series.read([](const auto& memory) { return memory.updates.at(0); });
    EXPECT_EQ(request.scope(), v1::SERIES_SCOPE_FOLLOWING);
    EXPECT_EQ(request.series().id(), 7);
    EXPECT_EQ(request.series().version(), 4);
    EXPECT_EQ(request.series().pattern().title(), "Họp nhóm tuần");
    EXPECT_GT(request.update_mask().paths_size(), 1);
}

TEST_F(SeriesPanelTest, takesThemAwayWithUndo)
{
    QSignalSpy undo(&panel, &SeriesPanel::undoOffered);
    panel.open(office.memory.at(kTeamMeeting));
    button(QStringLiteral("Xóa"))->click();
    ASSERT_TRUE(waitUntil([&] { return undo.size() == 1; }));
    const auto request = office.series.read([](const auto& memory) { return memory.removals.at(0); });
    EXPECT_EQ(request.scope(), v1::SERIES_SCOPE_FOLLOWING);
    EXPECT_EQ(request.activity_id(), kTeamMeeting);
}

TEST(GridAccessible, readsEachActivity)
{
    test::CalendarOffice office;
    office.page.resize(1290, 674);
    office.page.show();
    ASSERT_TRUE(waitUntil([&] { return office.page.model().find(kFirstMeeting) != nullptr; }));
    QAccessibleInterface* grid = QAccessible::queryAccessibleInterface(office.page.timeGrid());
    ASSERT_NE(grid, nullptr);
    ASSERT_EQ(grid->childCount(), static_cast<int>(office.page.timeGrid()->blocks().size()));
    QStringList names;
    for (int i = 0; i < grid->childCount(); ++i)
        names.append(grid->child(i)->text(QAccessible::Name));
    EXPECT_TRUE(names.join(QLatin1Char('|')).contains(QStringLiteral("Họp nhóm tuần, 10:00 – 11:00")));
    EXPECT_EQ(grid->indexOfChild(grid->child(3)), 3);
}

} // namespace
} // namespace banhang::client
