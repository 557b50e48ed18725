// The page by keys and by mouse, over the sample week: what it shows, and what it asks the server for.
#include "client/calendar/block_painter.h"
#include "client/calendar/calendar_page.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "client/activities/activity_editor.h"
#include "client/calendar/agenda_view.h"
#include "client/calendar/chosen_panel.h"
#include "client/calendar/month_grid.h"
#include "client/calendar/series_panel.h"
#include "client/calendar/time_grid.h"
#include "client/ui/parts/label.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::kFirstMeeting;
using test::kSecondMeeting;
using test::kTeamMeeting;
using test::waitUntil;

QDateTime at(int day, int hour, int minute = 0)
{
    return officeTime(QDate(2026, 11, day), QTime(hour, minute));
}

class CalendarPageTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        office.page.resize(1290, 674);
        office.page.show();
        ASSERT_TRUE(waitUntil([this] { return office.directory.isLoaded() && model().find(kFirstMeeting); }));
        grid()->setFocus();
    }
    CalendarModel& model() { return office.page.model(); }
    TimeGrid* grid() { return office.page.timeGrid(); }
    SeriesPanel& series() { return *office.page.findChild<SeriesPanel*>(); }
    void openSeries(qint64 id)
    {
        emit office.page.findChild<ChosenPanel*>()->repeatRequested(id);
        ASSERT_TRUE(series().isVisible());
    }
    v1::Activity stored(qint64 id) { return office.memory.at(id); }
    void tellOf(qint64 id, v1::ChangeKind kind)
    {
        v1::WatchEvent event;
        auto& change = *event.mutable_batch()->add_changes();
        change.set_entity("activity");
        change.set_id(id);
        change.set_version(9);
        change.set_actor_user_id(test::kDiep);
        change.set_kind(kind);
        office.server.sendEvent(event);
    }
    QDateTime start(qint64 id) { return officeTime(stored(id).start_time()); }
    QDateTime end(qint64 id) { return officeTime(stored(id).end_time()); }
    QRect rectOf(qint64 id)
    {
        for (const GridBlock& block : grid()->blocks())
            if (block.item->id == id)
                return grid()->rectOf(block);
        return {};
    }
    void drag(const QPoint& from, const QPoint& to)
    {
        QWidget* target = grid()->viewport();
        QTest::mousePress(target, Qt::LeftButton, {}, from);
        QTest::mouseMove(target, (from + to) / 2);
        QTest::mouseMove(target, to);
        QTest::mouseRelease(target, Qt::LeftButton, {}, to);
    }

    test::CalendarOffice office;
};

TEST_F(CalendarPageTest, showsTheWeekOfToday)
{
    EXPECT_EQ(model().firstDay(), QDate(2026, 11, 16));
    EXPECT_EQ(model().lastDay(), QDate(2026, 11, 22));
    EXPECT_EQ(model().timedOn(QDate(2026, 11, 18)).size(), 6);
    EXPECT_TRUE(model().clashes(kFirstMeeting));
    EXPECT_TRUE(model().clashes(kSecondMeeting));
    EXPECT_FALSE(model().clashes(kTeamMeeting));
    // Colleagues are loaded with it and shown when they are ticked.
    EXPECT_EQ(model().countOf(test::kDiep), 1);
    EXPECT_FALSE(model().isShown(test::kDiep));
}

TEST_F(CalendarPageTest, isAtTheNewWeekOnMonday)
{
    const QDate monday(2026, 11, 23);
    office.clock.to(officeTime(monday, QTime(0, 0, 1)));
    EXPECT_EQ(model().firstDay(), monday);
}

TEST_F(CalendarPageTest, staysAtTheDaysThatSomebodyChoseOrWritesAbout)
{
    QTest::keyClick(&office.page, Qt::Key_N, Qt::ControlModifier);
    office.clock.to(at(23, 0));
    EXPECT_EQ(model().firstDay(), QDate(2026, 11, 16)) << "while something is written";
    QTest::keyClick(office.page.focusWidget(), Qt::Key_Escape);
    office.page.showDay(QDate(2026, 11, 20));
    office.clock.to(at(24, 0));
    EXPECT_EQ(model().firstDay(), QDate(2026, 11, 20)) << "another day than today";
}

TEST_F(CalendarPageTest, movesByKeysAQuarterAtATime)
{
    office.page.choose(kTeamMeeting);
    QTest::keyClick(grid(), Qt::Key_Down, Qt::ControlModifier);
    // At once on the screen, whatever the server takes.
    EXPECT_EQ(model().find(kTeamMeeting)->start, at(18, 10, 15));
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(18, 10, 15); }));
    EXPECT_EQ(end(kTeamMeeting), at(18, 11, 15));
    QTest::keyClick(grid(), Qt::Key_Right, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(19, 10, 15); }));
}

TEST_F(CalendarPageTest, doesNotGoBackToWhatWasReadBeforeTheMove)
{
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    office.server.hold("UpdateActivity");
    office.page.choose(kTeamMeeting);
    QTest::keyClick(grid(), Qt::Key_Down, Qt::ControlModifier);
    model().reload();
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    EXPECT_EQ(model().find(kTeamMeeting)->start, at(18, 10, 15)) << "not stored yet when it was asked for";
    // An answer that is still on its way when the move is stored.
    office.server.hold("ListActivities");
    model().reload();
    office.server.release("UpdateActivity");
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(18, 10, 15); }));
    QTest::keyClick(grid(), Qt::Key_Right, Qt::ControlModifier);
    office.server.release("ListActivities");
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    EXPECT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(19, 10, 15); }));
    EXPECT_EQ(model().find(kTeamMeeting)->start, at(19, 10, 15));
}

TEST_F(CalendarPageTest, gathersKeysThatComeQuickerThanAnswers)
{
    office.server.hold("UpdateActivity");
    office.page.choose(kTeamMeeting);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(grid(), Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(model().find(kTeamMeeting)->start, at(18, 11, 15));
    office.server.release("UpdateActivity");
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(18, 11, 15); }));
    EXPECT_EQ(office.memory.updateCount(), 2U);
}

TEST_F(CalendarPageTest, changesTheLengthByKeys)
{
    office.page.choose(kFirstMeeting);
    QTest::keyClick(grid(), Qt::Key_Up, Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([this] { return end(kFirstMeeting) == at(18, 15, 45); }));
    EXPECT_EQ(start(kFirstMeeting), at(18, 14, 30));
}

TEST_F(CalendarPageTest, takesMovesBackAndForth)
{
    QSignalSpy offered(&office.page, &CalendarPage::undoOffered);
    office.page.choose(kTeamMeeting);
    QTest::keyClick(grid(), Qt::Key_Down, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return offered.size() == 1; }));
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(18, 10); }));
    ASSERT_TRUE(waitUntil([this] { return model().find(kTeamMeeting)->activity->version() == 3; }));
    QTest::keyClick(grid(), Qt::Key_Y, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(18, 10, 15); }));
}

TEST_F(CalendarPageTest, takesBackWhatIsNoLongerLoaded)
{
    office.page.choose(kTeamMeeting);
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(grid(), Qt::Key_Down, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([&] { return start(kTeamMeeting) == at(18, 10, 15 * (i + 1)); }));
        ASSERT_TRUE(waitUntil([&] { return model().find(kTeamMeeting)->activity->version() == i + 2; }));
    }
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(grid(), Qt::Key_PageDown);
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading() && !model().find(kTeamMeeting); }));
    for (int i = 1; i >= 0; --i) {
        QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([&] { return start(kTeamMeeting) == at(18, 10, 15 * i); }));
        ASSERT_TRUE(waitUntil([this] { return office.rpc.openCalls() == 0; }));
    }
    const std::scoped_lock lock(office.memory.mutex);
    EXPECT_EQ(office.memory.updates.back().activity().version(), 4) << "the one that the step before made";
}

TEST_F(CalendarPageTest, putsBackWhatTheServerRefuses)
{
    QSignalSpy failed(&office.page, &CalendarPage::failed);
    office.server.failNext("UpdateActivity", AppError(ErrorCode::Conflict, "activity.edit_conflict"));
    office.page.choose(kTeamMeeting);
    QTest::keyClick(grid(), Qt::Key_Down, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return failed.size() == 1; }));
    EXPECT_EQ(model().find(kTeamMeeting)->start, at(18, 10));
}

TEST_F(CalendarPageTest, movesByDragging)
{
    const QRect block = rectOf(kTeamMeeting);
    const int hour = grid()->geometryOfGrid().hourHeight();
    const int column = grid()->geometryOfGrid().column(0).width();
    drag(block.center(), block.center() + QPoint(column, hour));
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(19, 11); }));
}

TEST_F(CalendarPageTest, changesTheLengthByDraggingTheLowerEdge)
{
    const QRect block = rectOf(kTeamMeeting);
    const QPoint edge(block.center().x(), block.bottom() - 1);
    drag(edge, edge + QPoint(0, grid()->geometryOfGrid().hourHeight() / 2));
    ASSERT_TRUE(waitUntil([this] { return end(kTeamMeeting) == at(18, 11, 30); }));
    EXPECT_EQ(start(kTeamMeeting), at(18, 10));
}

TEST_F(CalendarPageTest, givesUpDraggingByEscape)
{
    const QRect block = rectOf(kTeamMeeting);
    QWidget* target = grid()->viewport();
    QTest::mousePress(target, Qt::LeftButton, {}, block.center());
    QTest::mouseMove(target, block.center() + QPoint(0, 60));
    QTest::keyClick(grid(), Qt::Key_Escape);
    QTest::mouseRelease(target, Qt::LeftButton, {}, block.center() + QPoint(0, 60));
    QCoreApplication::processEvents();
    EXPECT_EQ(office.memory.updateCount(), 0U);
}

TEST_F(CalendarPageTest, asksForANewOneWhereItWasDrawn)
{
    QSignalSpy wanted(grid(), &TimeGrid::createRequested);
    const auto& geometry = grid()->geometryOfGrid();
    const int x = geometry.column(3).center().x();
    drag({x, geometry.yOf(11 * 60) + 2}, {x, geometry.yOf(12 * 60) + 2});
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted[0][0].toDateTime(), at(19, 11));
    EXPECT_EQ(wanted[0][1].toDateTime(), at(19, 12, 15));
}

TEST_F(CalendarPageTest, takesTheRemedyByKey)
{
    office.page.choose(kFirstMeeting);
    ASSERT_TRUE(waitUntil([this] {
        for (auto* button : office.page.findChildren<QAbstractButton*>())
            if (button->text().contains(QLatin1String("13:00")))
                return true;
        return false;
    }));
    QTest::keyClick(grid(), Qt::Key_Return, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return start(kFirstMeeting) == at(18, 13); }));
    EXPECT_EQ(end(kFirstMeeting), at(18, 14, 30));
}

TEST_F(CalendarPageTest, goesFromClashToClash)
{
    QTest::keyClick(grid(), Qt::Key_F8);
    EXPECT_EQ(grid()->chosenId(), kFirstMeeting);
    QTest::keyClick(grid(), Qt::Key_F8);
    EXPECT_EQ(grid()->chosenId(), kSecondMeeting);
}

TEST_F(CalendarPageTest, showsTheClashThatItGoesTo)
{
    const auto isInSight = [this] { return grid()->viewport()->rect().intersects(rectOf(kFirstMeeting)); };
    office.page.resize(1290, 300);
    grid()->verticalScrollBar()->setValue(grid()->verticalScrollBar()->maximum());
    ASSERT_FALSE(isInSight());
    QTest::keyClick(grid(), Qt::Key_F8);
    ASSERT_EQ(grid()->chosenId(), kFirstMeeting);
    EXPECT_TRUE(isInSight());
}

TEST_F(CalendarPageTest, saysInOneLineWhomACallIsWithThatNobodyNamed)
{
    v1::Activity call;
    call.set_kind(v1::ACTIVITY_KIND_TALK);
    call.set_state(v1::ACTIVITY_STATE_PLANNED);
    call.set_channel_key("call");
    call.set_customer_name("Công ty TNHH Thương mại Thiên Ân");
    *call.mutable_start_time() = toTimestamp(at(18, 14, 30));
    const auto shown = calendarItem(call, office.picklists);
    EXPECT_TRUE(
        layOutBlock(shown, QSize(600, 20), false).title.value(0).endsWith(QStringLiteral("Thương mại Thiên Ân")));
    EXPECT_EQ(layOutBlock(shown, QSize(600, 100), false).detail.value(0), QStringLiteral("Thương mại Thiên Ân"));
    EXPECT_EQ(layOutBlock(shown, QSize(600, 100), false).title.value(0), shown.title);
    call.set_title("Chốt giá");
    EXPECT_EQ(layOutBlock(calendarItem(call, office.picklists), QSize(600, 20), false).title.value(0),
              QStringLiteral("Chốt giá"));
}

TEST_F(CalendarPageTest, walksByArrows)
{
    office.page.choose(kTeamMeeting);
    QTest::keyClick(grid(), Qt::Key_Down);
    EXPECT_EQ(grid()->chosenId(), 8);
    QTest::keyClick(grid(), Qt::Key_Left);
    EXPECT_EQ(grid()->chosenId(), 5);
    QTest::keyClick(grid(), Qt::Key_PageDown);
    EXPECT_EQ(model().firstDay(), QDate(2026, 11, 23));
}

TEST_F(CalendarPageTest, marksAsDoneBySpace)
{
    office.page.choose(kTeamMeeting);
    QTest::keyClick(grid(), Qt::Key_Space);
    ASSERT_TRUE(waitUntil([this] { return model().find(kTeamMeeting)->isDone; }));
}

TEST_F(CalendarPageTest, putsWorkWithoutAnHourWhereItIsDropped)
{
    ASSERT_TRUE(waitUntil([this] { return office.server.calls("GetWorkday") > 0; }));
    ASSERT_TRUE(waitUntil([this] {
        QMimeData data;
        data.setData(QLatin1String(TimeGrid::kTaskMime), QByteArray::number(qlonglong{test::kUntimedTask}));
        const auto& geometry = grid()->geometryOfGrid();
        const QPoint point(geometry.column(4).center().x(), geometry.yOf(13 * 60) + 2);
        QDragEnterEvent enter(point, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(grid()->viewport(), &enter);
        QDragMoveEvent move(point, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(grid()->viewport(), &move);
        QDropEvent drop(QPointF(point), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(grid()->viewport(), &drop);
        return stored(test::kUntimedTask).has_start_time();
    }));
    EXPECT_EQ(start(test::kUntimedTask), at(20, 13));
}

TEST_F(CalendarPageTest, showsTheMonthAndMovesByDays)
{
    office.page.showView(CalendarPage::View::Month);
    EXPECT_EQ(model().firstDay(), QDate(2026, 10, 26));
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    office.page.choose(kTeamMeeting);
    QTest::keyClick(office.page.monthGrid(), Qt::Key_Down, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return start(kTeamMeeting) == at(25, 10); }));
}

TEST_F(CalendarPageTest, keepsWhatIsChosenInEveryView)
{
    office.page.showView(CalendarPage::View::Month);
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    const QDate day = at(20, 0).date();
    ASSERT_FALSE(model().timedOn(day).isEmpty());
    const qint64 id = model().timedOn(day).front()->id;
    office.page.choose(id);
    office.page.showView(CalendarPage::View::Day);
    EXPECT_EQ(model().firstDay(), day);
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    office.page.showView(CalendarPage::View::List);
    EXPECT_EQ(model().firstDay(), day);
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    const auto* list = office.page.findChild<AgendaView*>();
    ASSERT_TRUE(list->hasFocus());
    EXPECT_EQ(list->currentIndex().data(AgendaModel::IdRole).toLongLong(), id);
}

TEST_F(CalendarPageTest, goesToTheDayThatTheKeyboardHasReached)
{
    office.page.showView(CalendarPage::View::Month);
    const QDate before = office.page.monthGrid()->cursorDay();
    QTest::keyClick(office.page.monthGrid(), Qt::Key_Right);
    ASSERT_EQ(office.page.monthGrid()->cursorDay(), before.addDays(1));
    office.page.showView(CalendarPage::View::Day);
    EXPECT_EQ(model().firstDay(), before.addDays(1));
}

TEST_F(CalendarPageTest, aListThatNobodyHasChosenFromChoosesNothing)
{
    office.page.showView(CalendarPage::View::List);
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    grid()->setFocus();
    auto* list = office.page.findChild<AgendaView*>();
    list->setFocus();
    EXPECT_FALSE(list->currentIndex().isValid());
}

TEST_F(CalendarPageTest, learnsWhatColleaguesDo)
{
    QSignalSpy news(&office.page, &CalendarPage::newsHappened);
    office.feed.start({});
    ASSERT_TRUE(waitUntil([this] { return office.server.openStreams() == 1; }));
    v1::Activity moved = stored(kTeamMeeting);
    *moved.mutable_start_time() = toTimestamp(at(18, 9));
    moved.set_version(9);
    office.memory.put(moved);
    tellOf(kTeamMeeting, v1::CHANGE_KIND_CHANGED);
    ASSERT_TRUE(waitUntil([this] { return model().find(kTeamMeeting)->start == at(18, 9); }));
    ASSERT_EQ(news.size(), 1);
    EXPECT_EQ(news[0][0].toString().toStdString(), "Diệp");
}

/// One moved, one gone for good, one no longer to be seen: all while an answer is on its way that was read before.
TEST_F(CalendarPageTest, doesNotGoBackBehindWhatColleaguesDid)
{
    office.feed.start({});
    ASSERT_TRUE(waitUntil([this] { return office.server.openStreams() == 1 && !model().isLoading(); }));
    const int lists = office.server.calls("ListActivities");
    office.server.hold("ListActivities");
    model().reload();
    ASSERT_TRUE(waitUntil([&] { return office.server.calls("ListActivities") > lists; }));
    v1::Activity moved = stored(kTeamMeeting);
    *moved.mutable_start_time() = toTimestamp(at(18, 9));
    moved.set_version(9);
    office.memory.put(moved);
    {
        const std::scoped_lock lock(office.memory.mutex);
        office.memory.activities.erase(kFirstMeeting);
        office.memory.activities.erase(kSecondMeeting);
    }
    tellOf(kTeamMeeting, v1::CHANGE_KIND_CHANGED);
    tellOf(kFirstMeeting, v1::CHANGE_KIND_GONE);
    tellOf(kSecondMeeting, v1::CHANGE_KIND_CHANGED);
    ASSERT_TRUE(waitUntil([this] {
        return model().find(kTeamMeeting)->start == at(18, 9) && !model().find(kFirstMeeting) &&
               !model().find(kSecondMeeting);
    }));
    ASSERT_TRUE(model().isLoading());
    office.server.release("ListActivities");
    ASSERT_TRUE(waitUntil([this] { return !model().isLoading(); }));
    EXPECT_EQ(model().find(kTeamMeeting)->start, at(18, 9));
    EXPECT_EQ(model().find(kFirstMeeting), nullptr);
    EXPECT_EQ(model().find(kSecondMeeting), nullptr);
}

TEST_F(CalendarPageTest, forgetsAllAtTheEnd)
{
    office.page.end();
    EXPECT_EQ(model().find(kTeamMeeting), nullptr);
    EXPECT_TRUE(grid()->blocks().empty());
}

TEST_F(CalendarPageTest, leavesTheSeriesOfThePersonBefore)
{
    openSeries(kTeamMeeting);
    office.page.end();
    EXPECT_FALSE(series().isVisible());
    for (const auto* label : series().findChildren<Label*>())
        EXPECT_FALSE(label->text().contains(QStringLiteral("Họp nhóm tuần"))) << label->text().toStdString();
}

TEST_F(CalendarPageTest, aSeriesThatIsSavedLateLeavesWhatIsWrittenByThen)
{
    QSignalSpy news(&office.page, &CalendarPage::newsHappened);
    office.server.hold("CreateSeries");
    openSeries(kFirstMeeting);
    series().save();
    QTest::keyClick(&series(), Qt::Key_Escape);
    QTest::keyClick(grid(), Qt::Key_N, Qt::ControlModifier);
    auto* editor = office.page.findChild<ActivityEditor*>();
    ASSERT_TRUE(editor->isVisible());
    office.server.release("CreateSeries");
    ASSERT_TRUE(waitUntil([&] { return news.size() == 1; }));
    EXPECT_TRUE(editor->isVisible());
}

TEST_F(CalendarPageTest, aSeriesThatIsSavedLateLeavesTheNextOneOpen)
{
    QSignalSpy news(&office.page, &CalendarPage::newsHappened);
    office.server.hold("CreateSeries");
    openSeries(kFirstMeeting);
    series().save();
    openSeries(kSecondMeeting);
    office.server.release("CreateSeries");
    ASSERT_TRUE(waitUntil([&] { return news.size() == 1; }));
    EXPECT_TRUE(series().isVisible());
}

} // namespace
} // namespace banhang::client
