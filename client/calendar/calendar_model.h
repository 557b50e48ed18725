// The activities of several people over some weeks, kept in step with the server.
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <optional>

#include "client/activities/activities_api.h"
#include "client/calendar/calendar_item.h"
#include "client/core/change_feed.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// Loads the range that is shown and as much before and after it, for everybody on the list of calendars, so that
/// turning a page and ticking a person need no waiting. Thread: UI.
class CalendarModel final : public QObject
{
    Q_OBJECT
public:
    CalendarModel(const Workplace& workplace, ActivitiesApi& api, QObject* parent = nullptr);

    /// Whose activities are loaded; the first one is the user.
    void setPeople(const QList<qint64>& people);
    /// Whose are shown, and whether days worth knowing are.
    void setShown(const QSet<qint64>& people, bool withHolidays);
    void showRange(const QDate& first, const QDate& last);
    void reload();
    void clear();
    /// What an answer has just brought; also for what the screen shows before the answer.
    void apply(const v1::Activity& activity);
    void remove(qint64 activityId);

    const QDate& firstDay() const { return m_firstDay; }
    const QDate& lastDay() const { return m_lastDay; }
    bool isLoading() const { return m_call.isActive(); }
    /// With a moment, by beginning; `person` 0 = all who are shown. Valid until the next `changed`.
    QList<const CalendarItem*> timedOn(const QDate& day, qint64 person = 0) const;
    /// Without a moment, touching the day.
    QList<const CalendarItem*> wholeDaysOn(const QDate& day, qint64 person = 0) const;
    QList<const CalendarItem*> allOn(const QDate& day, qint64 person = 0) const;
    const CalendarItem* find(qint64 id) const;
    bool clashes(qint64 id) const { return m_clashes.contains(id); }
    /// Of this person in the range shown.
    int countOf(qint64 person) const;
    int holidayCount() const;
    bool isShown(qint64 person) const { return m_shownPeople.contains(person); }
    bool isOwn(const CalendarItem& item) const { return item.people.contains(ownId()); }
    qint64 ownId() const { return m_people.isEmpty() ? 0 : m_people.front(); }

signals:
    void changed();
    void loadFailed(const banhang::AppError& error);
    /// What the server had when it was asked stands in the place of what was shown.
    void arrived();
    /// A colleague has changed what is shown.
    void peerChanged(qint64 id, qint64 actorUserId);

private:
    void load();
    void loadPage(const std::string& token);
    void onChanges(const QList<RecordChange>& changes);
    void fetchChanged();
    void keepWhatIsNewer();
    void takeIn(const QHash<qint64, RecordChange>& asked, const v1::BatchGetActivitiesResponse& answer);
    void note(qint64 id, const std::optional<v1::Activity>& activity);
    void put(const v1::Activity& activity);
    void index();
    void findClashes(const QList<const CalendarItem*>& items);
    bool belongs(const CalendarItem& item) const;
    bool isVisible(const CalendarItem& item) const;

    Workplace m_workplace;
    ActivitiesApi& m_api;
    QList<qint64> m_people;
    QSet<qint64> m_shownPeople;
    bool m_withHolidays = true;
    QDate m_firstDay;
    QDate m_lastDay;
    QDate m_loadedFirst;
    QDate m_loadedLast;
    std::map<qint64, CalendarItem> m_items;
    std::map<qint64, CalendarItem> m_arriving; ///< pages of an answer that is not whole yet
    /// What became of these since that answer was asked for; nothing of those that have gone.
    std::map<qint64, std::optional<v1::Activity>> m_meanwhile;
    QHash<QDate, QList<const CalendarItem*>> m_byDay;
    QSet<qint64> m_clashes;
    QHash<qint64, RecordChange> m_changed;
    QTimer m_gatherTimer;
    CallHandle m_call;
    CallHandle m_changesCall;
};

} // namespace banhang::client
