// Days and minutes as pixels, and what the pointer makes of them.
#include <gtest/gtest.h>

#include "client/calendar/block_painter.h"
#include "client/calendar/calendar_item.h"
#include "client/calendar/grid_drag.h"
#include "client/calendar/grid_geometry.h"
#include "client/calendar/notable_days.h"
#include "client/core/office_time.h"

namespace banhang::client {
namespace {

QDateTime at(int day, int hour, int minute = 0)
{
    return officeTime(QDate(2026, 11, day), QTime(hour, minute));
}

GridGeometry week()
{
    GridGeometry geometry;
    QList<GridColumn> columns;
    for (int day = 16; day <= 22; ++day)
        columns.append({QDate(2026, 11, day), 0});
    geometry.setColumns(columns);
    geometry.setSize(QSize(858, 600), 1);
    geometry.setScroll(7 * geometry.hourHeight());
    return geometry;
}

TEST(GridGeometry, givesWeekendsThreeQuarters)
{
    const auto geometry = week();
    EXPECT_NEAR(geometry.column(5).width(), geometry.column(0).width() * 0.75, 1.5);
    EXPECT_EQ(geometry.column(6).right(), 857);
    EXPECT_EQ(geometry.column(0).left(), geometry.gutter());
}

TEST(GridGeometry, findsItsOwnPlacesAgain)
{
    const auto geometry = week();
    for (int column = 0; column < 7; ++column)
        for (const int minute : {420, 435, 600, 885}) {
            const QPoint point(geometry.column(column).center().x(), geometry.yOf(minute) + 1);
            EXPECT_EQ(geometry.momentAt(point), at(16 + column, minute / 60, minute % 60));
        }
    EXPECT_FALSE(geometry.momentAt({3, 300}).isValid());
    EXPECT_EQ(geometry.columnAt(858), -1);
}

TEST(GridGeometry, indentsBySixteenPerCent)
{
    const auto geometry = week();
    const QRect low = geometry.blockRect(2, 870, 960, 0);
    const QRect high = geometry.blockRect(2, 900, 990, 1);
    EXPECT_NEAR(high.left() - low.left(), geometry.column(2).width() * 0.16, 1);
    EXPECT_EQ(high.right(), low.right());
}

TEST(GridDrag, movesByQuartersAndKeepsTheLength)
{
    GridDrag drag;
    drag.beginMove(7, at(18, 14, 30), at(18, 16), at(18, 15));
    drag.moveTo(at(19, 9, 15));
    EXPECT_EQ(drag.start(), at(19, 8, 45));
    EXPECT_EQ(drag.end(), at(19, 10, 15));
    EXPECT_TRUE(drag.hasMoved());
    drag.moveTo(at(18, 15));
    EXPECT_FALSE(drag.hasMoved());
}

TEST(GridDrag, neverMakesAnythingShorterThanAQuarter)
{
    GridDrag drag;
    drag.beginResize(7, at(18, 14, 30), at(18, 16));
    drag.moveTo(at(18, 9));
    EXPECT_EQ(drag.end(), at(18, 14, 45));
    drag.moveTo(at(18, 17));
    EXPECT_EQ(drag.end(), at(18, 17, 15));
}

TEST(GridDrag, makesSomethingInBothDirections)
{
    GridDrag drag;
    drag.beginCreate(at(18, 10));
    drag.moveTo(at(18, 9));
    EXPECT_EQ(drag.start(), at(18, 9));
    EXPECT_EQ(drag.end(), at(18, 10, 15));
    drag.moveTo(at(18, 11, 45));
    EXPECT_EQ(drag.start(), at(18, 10));
    EXPECT_EQ(drag.end(), at(18, 12));
}

CalendarItem item(qint64 id, const QDateTime& start, const QDateTime& end, const QList<qint64>& people)
{
    CalendarItem made{.id = id, .start = start, .end = end};
    made.firstDay = start.date();
    made.lastDay = end.date();
    made.people = people;
    return made;
}

TEST(Block, givesItsOneLineToTheTitleBeforeTheBell)
{
    CalendarItem item;
    item.start = at(18, 9, 45);
    item.shortTitle = QStringLiteral("Gọi lại về báo giá");
    item.isPlanned = true;
    item.isReminded = true;
    item.isRepeated = true;
    EXPECT_EQ(layOutBlock(item, QSize(400, 20), false).icons.size(), 2);
    EXPECT_TRUE(layOutBlock(item, QSize(120, 20), false).icons.isEmpty());
    EXPECT_EQ(layOutBlock(item, QSize(120, 20), true).icons, QStringList{QStringLiteral("triangle-alert")});
}

TEST(Clash, isOfOnePersonAtOneTime)
{
    const auto first = item(1, at(18, 14, 30), at(18, 16), {11});
    EXPECT_TRUE(isClash(first, item(2, at(18, 15), at(18, 16, 30), {12, 11})));
    EXPECT_FALSE(isClash(first, item(2, at(18, 15), at(18, 16, 30), {12})));
    EXPECT_FALSE(isClash(first, item(2, at(18, 16), at(18, 17), {11})));
    EXPECT_FALSE(isClash(first, item(2, at(18, 15), at(18, 15), {11})));
    auto done = item(2, at(18, 15), at(18, 16), {11});
    done.isPlanned = false;
    EXPECT_FALSE(isClash(first, done));
}

TEST(WorthyDays, tellsTheLunarDaysToCome)
{
    const auto days = lunarDaysToCome(QDate(2026, 11, 18), 4);
    ASSERT_EQ(days.size(), 4);
    EXPECT_EQ(days[0].name.toStdString(), "Rằm tháng Mười");
    EXPECT_EQ(days[0].day, QDate(2026, 11, 23));
    EXPECT_EQ(days[1].name.toStdString(), "Mồng 1 tháng 11");
    EXPECT_EQ(days[1].day, QDate(2026, 12, 9));
    EXPECT_EQ(days[2].day, QDate(2027, 1, 30));
    EXPECT_TRUE(isLunarFeast(QDate(2026, 11, 23)));
    EXPECT_EQ(lunarDayText(QDate(2026, 12, 9)).toStdString(), "1/11");
}

TEST(WorthyDays, knowsLeave)
{
    EXPECT_TRUE(isDayOff(QDate(2027, 2, 8)));
    EXPECT_FALSE(isDayOff(QDate(2026, 11, 20)));
    const auto items = holidayItems(QDate(2026, 11, 16), QDate(2026, 11, 22));
    ASSERT_EQ(items.size(), 1);
    EXPECT_EQ(items[0].title.toStdString(), "Ngày Nhà giáo");
}

} // namespace
} // namespace banhang::client
