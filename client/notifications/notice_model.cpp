#include "client/notifications/notice_model.h"

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/notifications/notice_text.h"

namespace banhang::client {

namespace {

constexpr int kPage = 50;
constexpr int kGatherMs = 50;

} // namespace

NoticeModel::NoticeModel(const Workplace& workplace, QObject* parent)
    : QAbstractListModel(parent), m_workplace(workplace), m_api(workplace.rpc)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &NoticeModel::fetchPending);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &NoticeModel::onChanges);
    connect(&workplace.feed, &ChangeFeed::resyncNeeded, this, &NoticeModel::reload);
    connect(&workplace.directory, &DirectoryCache::changed, this, [this] {
        if (!m_notices.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
    });
}

int NoticeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

QVariant NoticeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::ToolTipRole && notice(index.row()).subscription_id() != 0)
        return tr("You follow this. The Menu key or a right click mutes it.");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return noticeSentence(notice(index.row()), m_workplace, officeNow());
}

bool NoticeModel::canFetchMore(const QModelIndex&) const
{
    return !m_nextToken.empty() && !m_moreCall.isActive();
}

void NoticeModel::fetchMore(const QModelIndex&)
{
    if (!canFetchMore({}))
        return;
    v1::ListNotificationsRequest request;
    request.set_page_size(kPage);
    request.set_page_token(m_nextToken);
    m_moreCall = m_api.list(request, this, [this](Outcome<v1::ListNotificationsResponse> outcome) {
        if (!outcome)
            return; // what is there stays; scrolling on asks again
        const auto page = std::move(outcome).value();
        m_nextToken = page.next_page_token();
        if (page.notifications().empty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + page.notifications_size() - 1);
        m_notices.insert(m_notices.end(), page.notifications().begin(), page.notifications().end());
        endInsertRows();
    });
}

void NoticeModel::begin()
{
    end();
    reload();
}

void NoticeModel::end()
{
    m_listCall.cancel();
    m_moreCall.cancel();
    m_batchCall.cancel();
    m_pending.clear();
    beginResetModel();
    m_notices.clear();
    m_nextToken.clear();
    m_isLoaded = false;
    endResetModel();
    setUnread(0);
    emit waitingChanged();
}

void NoticeModel::reload()
{
    if (!m_workplace.session.isSignedIn())
        return;
    v1::ListNotificationsRequest request;
    request.set_page_size(kPage);
    m_listCall = m_api.list(request, this, [this](Outcome<v1::ListNotificationsResponse> outcome) {
        if (!outcome) {
            if (!m_isLoaded)
                emit loadFailed(outcome.error());
            return; // what is there stays; the next resync asks again
        }
        const auto page = std::move(outcome).value();
        beginResetModel();
        m_notices.assign(page.notifications().begin(), page.notifications().end());
        m_nextToken = page.next_page_token();
        m_isLoaded = true;
        endResetModel();
        setUnread(page.capped_unread_count());
        emit loaded();
        emit waitingChanged();
    });
}

void NoticeModel::setUnread(int count)
{
    if (count == m_unread)
        return;
    m_unread = count;
    emit unreadChanged();
}

void NoticeModel::onChanges(const QList<RecordChange>& changes)
{
    for (const auto& change : changes) {
        if (change.entity == QLatin1String("notification"))
            m_pending.insert(change.id);
    }
    if (!m_pending.isEmpty())
        m_gather.start();
}

void NoticeModel::fetchPending()
{
    const std::vector<qint64> ids(m_pending.begin(), m_pending.end());
    m_pending.clear();
    m_batchCall = m_api.batchGet(ids, this, [this, ids](const Outcome<v1::BatchGetNotificationsResponse>& outcome) {
        if (!outcome) {
            m_pending.unite(QSet<qint64>(ids.begin(), ids.end())); // goes with the next news, or the resync
            return;
        }
        for (const auto& notification : outcome->notifications())
            put(notification);
        setUnread(outcome->capped_unread_count());
        emit waitingChanged();
    });
}

void NoticeModel::put(const v1::Notification& notification)
{
    const auto place = std::find_if(m_notices.begin(), m_notices.end(), [&notification](const v1::Notification& one) {
        return one.id() <= notification.id();
    });
    const int row = static_cast<int>(place - m_notices.begin());
    if (place != m_notices.end() && place->id() == notification.id()) {
        *place = notification;
        emit dataChanged(index(row), index(row));
        return;
    }
    if (place == m_notices.end() && !m_nextToken.empty())
        return; // further down than what is loaded
    beginInsertRows({}, row, row);
    m_notices.insert(place, notification);
    endInsertRows();
    if (!notification.has_read_time())
        emit arrived(notification);
}

void NoticeModel::markRead(qint64 notificationId)
{
    m_api
        .markRead({notificationId}, 0, this,
                  [this](const Outcome<v1::MarkNotificationsReadResponse>& outcome) {
                      if (outcome)
                          setUnread(outcome->capped_unread_count());
                  })
        .release();
}

void NoticeModel::markAllRead()
{
    if (m_notices.empty())
        return;
    m_api
        .markRead({}, m_notices.front().id(), this,
                  [this](const Outcome<v1::MarkNotificationsReadResponse>& outcome) {
                      if (outcome)
                          reload();
                      else
                          emit failed(tr("The notifications were not marked as read."), outcome.error());
                  })
        .release();
}

void NoticeModel::snooze(qint64 reminderId, const QDateTime& until)
{
    m_api
        .snooze(reminderId, until, this,
                [this](const Outcome<v1::Reminder>& outcome) {
                    if (!outcome)
                        emit failed(tr("The reminder was not postponed."), outcome.error());
                    reload();
                })
        .release();
}

void NoticeModel::dismiss(qint64 reminderId)
{
    m_api
        .dismiss({reminderId}, this,
                 [this](const Outcome<v1::DismissRemindersResponse>& outcome) {
                     if (!outcome)
                         emit failed(tr("The reminder was not closed."), outcome.error());
                     reload();
                 })
        .release();
}

std::vector<v1::Notification> NoticeModel::waiting() const
{
    std::vector<v1::Notification> waiting;
    for (auto notice = m_notices.rbegin(); notice != m_notices.rend(); ++notice) {
        if (notice->is_waiting())
            waiting.push_back(*notice);
    }
    return waiting;
}

} // namespace banhang::client
