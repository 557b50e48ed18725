// Days worth knowing beside the work: public holidays, rằm and mồng 1, by the data of common/vn.
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include "client/calendar/calendar_item.h"

namespace banhang::client {

/// Name in the language of the interface, and its day; for the list below the small month.
struct NotableDay
{
    QString name{};
    QDate day{};
};

/// Holidays that touch the days, as items of everybody's calendar.
QList<CalendarItem> holidayItems(const QDate& first, const QDate& last);
/// Paid leave: nobody is expected to work.
bool isDayOff(const QDate& day);

/// The next full moon and first of a lunar month, then the next days kept by the lunar calendar, by day.
QList<NotableDay> lunarDaysToCome(const QDate& today, int count);

/// "10", on the first of a month "1/10".
QString lunarDayText(const QDate& day);
/// "8/10", for heads of columns.
QString lunarFullText(const QDate& day);
/// Rằm or mồng 1, written in red.
bool isLunarFeast(const QDate& day);
/// "rằm" in place of 15 where there is room.
bool isFullMoon(const QDate& day);

} // namespace banhang::client
