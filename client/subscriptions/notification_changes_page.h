// The changes behind one notification of many, newest first; each leads to its record.
#pragma once

#include "client/core/workplace.h"
#include "client/notifications/notifications_api.h"
#include "client/ui/parts/titled_page.h"

class QListWidget;

namespace banhang::client {

class StateView;

/// Thread: UI.
class NotificationChangesPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit NotificationChangesPage(const Workplace& workplace, QWidget* parent = nullptr);

    void load(qint64 notificationId);
    void clear();

signals:
    /// "customer", "care_request" or "activity", and its id.
    void openRequested(const QString& entity, qint64 entityId);

private:
    void fill(const v1::NotificationChanges& changes);
    void addRow(const v1::NotificationChange& change);
    void tellTimes();
    void open(int row);
    void showState(const QString& title, const QString& text);

    Workplace m_workplace;
    NotificationsApi m_api;
    v1::NotificationChanges m_changes;
    QListWidget* m_list;
    StateView* m_state;
    CallHandle m_call;
};

} // namespace banhang::client
