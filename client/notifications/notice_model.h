// The news of the person who is signed in, newest first, the same on all of their machines.
#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

#include <vector>

#include "client/core/change_feed.h"
#include "client/core/workplace.h"
#include "client/notifications/notifications_api.h"

namespace banhang::client {

/// Loads page after page; keeps itself fresh by the feed. Thread: UI.
class NoticeModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int kMoreThan = 100; ///< an unread count that means "more than 99"

    explicit NoticeModel(const Workplace& workplace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    void begin();
    void end();
    void reload();
    const v1::Notification& notice(int row) const { return m_notices[static_cast<size_t>(row)]; }
    int unreadCount() const { return m_unread; }
    bool isLoaded() const { return m_isLoaded; }
    void markRead(qint64 notificationId);
    void markAllRead();
    /// Lets a reminder come again.
    void snooze(qint64 reminderId, const QDateTime& until);
    void dismiss(qint64 reminderId);
    /// Reminders that fired and wait for an answer, oldest first.
    std::vector<v1::Notification> waiting() const;

signals:
    void loaded();
    /// Only when nothing is there yet.
    void loadFailed(const banhang::AppError& error);
    void unreadChanged();
    void waitingChanged();
    /// Something new, not merely another state of what is known.
    void arrived(const banhang::v1::Notification& notification);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void onChanges(const QList<RecordChange>& changes);
    void fetchPending();
    void put(const v1::Notification& notification);
    void setUnread(int count);

    Workplace m_workplace;
    NotificationsApi m_api;
    std::vector<v1::Notification> m_notices;
    std::string m_nextToken;
    QSet<qint64> m_pending;
    QTimer m_gather;
    int m_unread = 0;
    bool m_isLoaded = false;
    CallHandle m_listCall;
    CallHandle m_moreCall;
    CallHandle m_batchCall;
};

} // namespace banhang::client
