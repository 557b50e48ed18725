// Reminders that fired, one after the other, in the corner of the window until they are answered.
#pragma once

#include <QObject>
#include <QSet>

#include "banhang/v1/notifications.pb.h"
#include "client/core/workplace.h"
#include "client/ui/parts/toast.h"

class QWidget;

namespace banhang::client {

class NoticeModel;

/// Thread: UI.
class ReminderToast final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kSnoozeMinutes = 10;

    /// `host` is what fills the window.
    ReminderToast(NoticeModel* model, QWidget* host, QObject* parent = nullptr);

    Toast* toast() const { return m_toast; }

signals:
    void openRequested(const QString& entity, qint64 entityId, qint64 customerId);
    void doneRequested(qint64 activityId);

private:
    void showNext();
    QList<ToastAction> answersTo(const v1::Notification& notice);

    NoticeModel* m_model;
    Toast* m_toast;
    QSet<qint64> m_leftAlone; ///< closed without an answer; they stay in the list of news
    qint64 m_shownId = 0;
    QString m_shownText;
};

} // namespace banhang::client
