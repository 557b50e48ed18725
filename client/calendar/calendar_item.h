// What stands in the calendar, as its views need it: an activity, or a day worth knowing.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

#include "banhang/v1/activities.pb.h"

namespace banhang::client {

class PicklistCache;

struct CalendarItem
{
    qint64 id = 0; ///< of the activity; negative for a day worth knowing
    QDateTime start{};
    QDateTime end{}; ///< as the beginning when it takes no time
    QDate firstDay{};
    QDate lastDay{};
    bool isWholeDay = false;
    QString title{};
    QString shortTitle{}; ///< where there is one line only: what nobody named says whom it is with
    QString detail{};     ///< with whom or where
    QString iconName{};
    bool isPlanned = true;
    bool isDone = false; ///< missed and given up ones are neither planned nor done
    bool isReminded = false;
    bool isRepeated = false;
    QList<qint64> people{};                         ///< owner first; empty = everybody's
    std::shared_ptr<const v1::Activity> activity{}; ///< null for a day worth knowing

    bool takesTime() const { return !isWholeDay && end > start; }
    /// Minutes since midnight of `day`, cut at its ends; for items with a moment that touch the day.
    int startMinute(const QDate& day) const;
    int endMinute(const QDate& day) const;
    bool touches(const QDate& day) const { return firstDay <= day && day <= lastDay; }
};

/// Invalid days when the activity has no term: it stands in no calendar.
CalendarItem calendarItem(const v1::Activity& activity, const PicklistCache& picklists);

/// Both planned, both take time, at the same time and of the same person: one of them has to move.
bool isClash(const CalendarItem& one, const CalendarItem& other);

} // namespace banhang::client
