// Hands the customers of a colleague on: all of them, or one of the work lists, with a preview and a way back.
#pragma once

#include <QObject>

#include "client/core/workplace.h"
#include "client/customers/customers_api.h"
#include "client/customers/views/work_lists.h"
#include "client/views/work_list_days.h"

class QMenu;

namespace banhang::client {

class BatchBar;

/// Thread: UI.
class CustomerReassignment final : public QObject
{
    Q_OBJECT
public:
    CustomerReassignment(const Workplace& workplace, QObject* parent = nullptr);

    /// Asks before it does it, and shows how far it has come. Owner: the layout that it is put into.
    BatchBar* bar() const { return m_bar; }
    bool isAllowed() const;
    /// For the colleague: what could be handed on, and below each to whom.
    void fill(QMenu* menu, qint64 userId, const QList<qint64>& colleagues);
    /// All customers that meet the conditions and are the colleague's.
    void offer(const v1::CustomerFilter& filter, qint64 userId, qint64 toUserId);

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void newsHappened(const QString& text);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void addChoice(QMenu* menu, const QString& text, const v1::CustomerFilter& filter);
    void read(const v1::ListCustomersRequest& request);
    void ask();

    Workplace m_workplace;
    CustomersApi m_api;
    WorkListDays m_days;
    BatchBar* m_bar;
    qint64 m_userId = 0;
    qint64 m_taker = 0;
    QList<qint64> m_colleagues;
    QList<qint64> m_customers;
    CallHandle m_call;
};

} // namespace banhang::client
