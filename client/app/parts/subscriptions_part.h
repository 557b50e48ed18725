// What people follow, in the window: the page on which it is set up, and the changes behind a notification of many.
#pragma once

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

class QDateTime;

namespace banhang::client {

class SubscriptionsPage;
class NotificationChangesPage;

class SubscriptionsPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit SubscriptionsPart(const Workplace& workplace, QObject* parent = nullptr);

    QList<QWidget*> pages() override;
    void addEntries(WindowHead* head) override;
    void refresh(QWidget* page) override;
    bool nextPane(QWidget* page, bool isBackwards) override;
    void end() override;

    /// 0 = none in particular.
    void open(qint64 subscriptionId);
    void openChanges(qint64 notificationId);
    void openDraft(const QString& key);
    /// From a notification. An invalid time: for good.
    void mute(qint64 subscriptionId, const QDateTime& until);

signals:
    void activityRequested(qint64 activityId);
    void careRequested(qint64 careRequestId);

private:
    void openRecord(const QString& entity, qint64 entityId);

    SubscriptionsPage* m_page;
    NotificationChangesPage* m_changes;
};

} // namespace banhang::client
