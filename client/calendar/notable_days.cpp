#include "client/calendar/notable_days.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

#include "common/vn/holidays.h"
#include "common/vn/lunar.h"

namespace banhang::client {

namespace {

constexpr int kFullMoon = 15;
constexpr int kLookAhead = 400;

QString say(const char* text)
{
    return QCoreApplication::translate("WorthyDays", text);
}

vn::Date toVn(const QDate& day)
{
    return {day.year(), day.month(), day.day()};
}

QDate toQt(const vn::Date& day)
{
    return {day.year, day.month, day.day};
}

QString nameOf(const vn::Holiday& holiday)
{
    const bool isVietnamese = QLocale().language() == QLocale::Vietnamese;
    const auto text = isVietnamese ? holiday.vietnamese : holiday.english;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Two days of the same kind get different ids: they are told apart by their day.
qint64 idOf(const vn::Holiday& holiday)
{
    return -(vn::toDays(holiday.first) * 2 + (holiday.isOff ? 1 : 0));
}

NotableDay nextLunar(const QDate& today, int lunarDay)
{
    QDate day = today;
    while (vn::toLunar(toVn(day)).day != lunarDay)
        day = day.addDays(1);
    const auto lunar = vn::toLunar(toVn(day));
    if (QLocale().language() == QLocale::Vietnamese) {
        QString name = QString::fromStdString(vn::lunarDayName(lunar));
        name.replace(QStringLiteral("Mười Một"), QStringLiteral("11")); // as calendars write it
        name[0] = name[0].toUpper();
        return {name, day};
    }
    const QString text = lunarDay == kFullMoon ? say(QT_TRANSLATE_NOOP("WorthyDays", "Full moon, month %1"))
                                               : say(QT_TRANSLATE_NOOP("WorthyDays", "First day, month %1"));
    return {text.arg(lunar.month), day};
}

} // namespace

QList<CalendarItem> holidayItems(const QDate& first, const QDate& last)
{
    QList<CalendarItem> items;
    for (const auto& holiday : vn::holidaysBetween(toVn(first), toVn(last))) {
        CalendarItem item{.id = idOf(holiday)};
        item.firstDay = toQt(holiday.first);
        item.lastDay = item.firstDay.addDays(holiday.length - 1);
        item.isWholeDay = true;
        item.title = nameOf(holiday);
        item.shortTitle = item.title;
        item.iconName = holiday.isOff ? QStringLiteral("star") : QStringLiteral("flag");
        items.append(item);
    }
    return items;
}

bool isDayOff(const QDate& day)
{
    const auto days = vn::holidaysBetween(toVn(day), toVn(day));
    return std::any_of(days.begin(), days.end(), [](const vn::Holiday& each) { return each.isOff; });
}

QList<NotableDay> lunarDaysToCome(const QDate& today, int count)
{
    QList<NotableDay> days{nextLunar(today.addDays(1), kFullMoon), nextLunar(today.addDays(1), 1)};
    for (const auto& holiday : vn::holidaysBetween(toVn(today.addDays(1)), toVn(today.addDays(kLookAhead)))) {
        const QDate day = toQt(holiday.first);
        const bool isNamed =
            std::any_of(days.begin(), days.end(), [&day](const NotableDay& each) { return each.day == day; });
        if (!holiday.isLunar || day <= today || isNamed || holiday.key == "tet_eve")
            continue;
        if (holiday.key == "tet")
            days.append(
                {say(QT_TRANSLATE_NOOP("WorthyDays", "Tết %1")).arg(QString::fromStdString(vn::canChiOf(day.year()))),
                 day});
        else
            days.append({nameOf(holiday), day});
    }
    std::stable_sort(days.begin(), days.end(), [](const NotableDay& a, const NotableDay& b) { return a.day < b.day; });
    return days.mid(0, count);
}

QString lunarDayText(const QDate& day)
{
    const auto lunar = vn::toLunar(toVn(day));
    return lunar.day == 1 ? QStringLiteral("1/%1").arg(lunar.month) : QString::number(lunar.day);
}

QString lunarFullText(const QDate& day)
{
    const auto lunar = vn::toLunar(toVn(day));
    return QStringLiteral("%1/%2").arg(lunar.day).arg(lunar.month);
}

bool isLunarFeast(const QDate& day)
{
    const int number = vn::toLunar(toVn(day)).day;
    return number == 1 || number == kFullMoon;
}

bool isFullMoon(const QDate& day)
{
    return vn::toLunar(toVn(day)).day == kFullMoon;
}

} // namespace banhang::client
