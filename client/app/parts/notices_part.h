// News and reminders in the window: the bell, what stays in the corner, the icon beside the clock, their settings.
#pragma once

#include <QDateTime>

#include "client/app/parts/window_part.h"
#include "client/core/workplace.h"

namespace banhang::client {

class NoticeModel;
class NoticeSettings;
class Tray;

class NoticesPart final : public WindowPart
{
    Q_OBJECT
public:
    explicit NoticesPart(const Workplace& workplace, QObject* parent = nullptr);

    NoticeModel* model() const { return m_model; }
    /// For the page of settings, which owns it.
    QWidget* makeSettings();
    void addEntries(WindowHead* head) override;
    /// What news are about.
    void open(const QString& entity, qint64 entityId, qint64 customerId);
    void begin() override;
    void end() override;

signals:
    void activityRequested(qint64 activityId);
    void activityDone(qint64 activityId);
    void careRequested(qint64 careRequestId);
    /// Those behind a notification of many.
    void changesRequested(qint64 notificationId);
    /// Without a time, for good.
    void muteRequested(qint64 subscriptionId, const QDateTime& until);
    void subscriptionRequested(qint64 subscriptionId);

private:
    void watchWindow();

    Workplace m_workplace;
    NoticeModel* m_model;
    NoticeSettings* m_settings = nullptr;
    WindowHead* m_head = nullptr;
    Tray* m_tray = nullptr;
};

} // namespace banhang::client
