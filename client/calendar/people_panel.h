// Whose calendars are shown: the user, colleagues, everybody's days, the whole team at once.
#pragma once

#include <QHash>
#include <QSet>
#include <QWidget>

#include "client/core/workplace.h"

class QVBoxLayout;

namespace banhang::client {

class CalendarCheck;
class CalendarColors;
class CalendarModel;

/// Offers the people of the user's team, as far as the user may see their work. What is ticked is kept on this machine.
class PeoplePanel final : public QWidget
{
    Q_OBJECT
public:
    PeoplePanel(const Workplace& workplace, CalendarModel& model, CalendarColors& colors, QWidget* parent = nullptr);

    /// After sign-in, and whenever directory or rights change.
    void rebuild();
    void refreshCounts();
    /// Ticked ones in their order, the user first.
    QList<qint64> shownPeople() const;
    QString nameOf(qint64 person) const;

signals:
    void shownChanged();

private:
    QList<qint64> teamOf() const;
    void add(qint64 person, const QString& name, bool isShown);
    void applyShown();
    void onToggled();
    QString key() const;

    Workplace m_workplace;
    CalendarModel& m_model;
    CalendarColors& m_colors;
    QVBoxLayout* m_rows;
    QList<qint64> m_people; ///< the user first; 0 = everybody's days
    QHash<qint64, CalendarCheck*> m_checks;
    CalendarCheck* m_team = nullptr;
};

} // namespace banhang::client
