#include "client/calendar/calendar_colors.h"

#include <array>

#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr std::size_t kOwn = 0;
constexpr std::size_t kEverybody = 2;
constexpr std::array<std::size_t, 4> kColleagues = {3, 1, 4, 5};

int mixed(int ground, int color, double share)
{
    return qRound(ground + (color - ground) * share);
}

} // namespace

void CalendarColors::setPeople(const QList<qint64>& people)
{
    m_places.clear();
    for (int i = 0; i < people.size(); ++i)
        m_places.insert(people[i], i);
}

QColor CalendarColors::of(qint64 person) const
{
    const auto& chart = theme().chart;
    if (person == 0)
        return chart[kEverybody];
    const int place = m_places.value(person, 1);
    return place == 0 ? chart[kOwn] : chart[kColleagues[static_cast<std::size_t>(place - 1) % kColleagues.size()]];
}

QColor CalendarColors::of(const CalendarItem& item, qint64 column) const
{
    if (item.people.isEmpty())
        return of(0);
    if (column != 0)
        return of(column);
    for (const qint64 person : item.people)
        if (m_places.value(person, -1) == 0)
            return of(person);
    return of(item.people.front());
}

QColor CalendarColors::tint(const QColor& color)
{
    // Three of them have a ground of their own in the table of tokens.
    const auto& chart = theme().chart;
    if (color == chart[kOwn])
        return theme().accentBg;
    if (color == chart[kEverybody])
        return theme().okBg;
    if (color == chart[kColleagues[0]])
        return theme().peerBg;
    const QColor base = theme().base;
    const double share = theme().isDark ? 0.20 : 0.13;
    return QColor(mixed(base.red(), color.red(), share), mixed(base.green(), color.green(), share),
                  mixed(base.blue(), color.blue(), share));
}

} // namespace banhang::client
