// What stands beside the calendar: the chosen activity, reminders to come, work without an hour.
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/activities/activities_api.h"
#include "client/calendar/calendar_item.h"
#include "client/core/workplace.h"
#include "client/notifications/notifications_api.h"

namespace banhang::client {

class ChosenPanel;
class ComingList;
class UnscheduledList;
class UnscheduledModel;

class SidePane final : public QWidget
{
    Q_OBJECT
public:
    SidePane(const Workplace& workplace, ActivitiesApi& api, QWidget* parent = nullptr);

    ChosenPanel* chosen() const { return m_chosen; }
    /// Reminders and work without an hour; asked anew when the feed tells of either.
    void reload();
    void clear();
    void setNow(const QDateTime& now);
    /// Null when it is not there.
    const v1::Activity* untimed(qint64 id) const;

signals:
    void activityChosen(qint64 activityId);
    void placeRequested(qint64 activityId);

private:
    QWidget* heading(const QString& text, const QString& aside = {});

    Workplace m_workplace;
    ActivitiesApi& m_api;
    NotificationsApi m_notifications;
    ChosenPanel* m_chosen;
    ComingList* m_coming;
    UnscheduledModel* m_untimedModel;
    UnscheduledList* m_untimed;
    QTimer m_reloadTimer;
    CallHandle m_remindersCall;
    CallHandle m_workdayCall;
};

} // namespace banhang::client
