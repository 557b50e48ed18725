// The bell of the head: how many news are unread, and the list of them behind it.
#pragma once

#include <QDateTime>
#include <QToolButton>

#include "client/core/workplace.h"

namespace banhang::client {

class NoticeModel;
class NoticeView;

class Bell final : public QToolButton
{
    Q_OBJECT
public:
    Bell(const Workplace& workplace, NoticeModel* model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    void showList();

signals:
    void doneRequested(qint64 activityId);
    void openRequested(const QString& entity, qint64 entityId, qint64 customerId);
    /// Without a time, for good.
    void muteRequested(qint64 subscriptionId, const QDateTime& until);
    /// 0 = none of them in particular.
    void subscriptionRequested(qint64 subscriptionId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeList();
    void openSubscription(qint64 subscriptionId);
    void updateName();

    Workplace m_workplace;
    NoticeModel* m_model;
    QWidget* m_list = nullptr; ///< made when it is first shown
    NoticeView* m_view = nullptr;
};

} // namespace banhang::client
