// Which colour a calendar has: the user's own is blue, everybody's is teal, colleagues take the others in turn.
#pragma once

#include <QColor>
#include <QHash>
#include <QList>

#include "client/calendar/calendar_item.h"

namespace banhang::client {

class CalendarColors
{
public:
    /// The first one is the user.
    void setPeople(const QList<qint64>& people);
    /// 0 = everybody's. Of the theme of the moment.
    QColor of(qint64 person) const;
    /// The user's own colour if they take part, else that of its owner; `column` = the person of its column, 0 = none.
    QColor of(const CalendarItem& item, qint64 column = 0) const;
    /// Ground of a block in that colour, on which text stands.
    static QColor tint(const QColor& color);

private:
    QHash<qint64, int> m_places;
};

} // namespace banhang::client
