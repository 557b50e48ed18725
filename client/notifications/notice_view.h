// A list of news: who, the sentence with what it is about as a link, when; unread ones with a dot.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

#include "banhang/v1/notifications.pb.h"
#include "client/core/workplace.h"

class QMenu;

namespace banhang::client {

class NoticeModel;

class NoticeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    NoticeDelegate(const Workplace& workplace, const NoticeModel* model, QListView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void forgetSizes() { m_heights.clear(); }

private:
    int wordsLeft() const;

    Workplace m_workplace;
    const NoticeModel* m_model;
    QListView* m_view;
    mutable QHash<QPair<qint64, int>, int> m_heights; // (id, width)
};

/// Enter or a click opens what it is about and marks it as read. Its menu answers a reminder that waits, and mutes what
/// a subscription tells.
class NoticeView final : public QListView
{
    Q_OBJECT
public:
    NoticeView(const Workplace& workplace, NoticeModel* model, QWidget* parent = nullptr);

signals:
    void doneRequested(qint64 activityId);
    /// "activity" or "customer", and its id; `customerId` may be 0. "notification" is one of many changes.
    void openRequested(const QString& entity, qint64 entityId, qint64 customerId);
    /// Without a time, for good.
    void muteRequested(qint64 subscriptionId, const QDateTime& until);
    void subscriptionRequested(qint64 subscriptionId);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void openCurrent();
    void onChanged();
    void addAnswers(QMenu* menu, const v1::Notification& notice);
    void addMutes(QMenu* menu, const v1::Notification& notice);

    NoticeModel* m_notices;
    NoticeDelegate* m_delegate;
};

} // namespace banhang::client
