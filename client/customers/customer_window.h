// One customer in a window of its own, beside the main one; as live as the pane there.
#pragma once

#include <QPointer>
#include <QStackedWidget>

#include <functional>
#include <memory>

#include "banhang/v1/customer.pb.h"
#include "client/core/change_feed.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

namespace banhang::client {

class CustomerDetail;
class CustomerForm;
class CustomersApi;
class NoticeBar;

/// Without a parent, so that it may lie below the main window too. Lifetime: closed, it stays unseen until nothing that
/// it offered can be undone any more, then deletes itself; it must not outlive the workplace. A form that is open in it
/// keeps its draft.
class CustomerWindow final : public QWidget
{
    Q_OBJECT
public:
    CustomerWindow(const Workplace& workplace, CustomersApi& api, qint64 customerId);
    ~CustomerWindow() override;

    void onChanges(const QList<RecordChange>& changes);
    void onOnline(bool isOnline);
    qint64 customerId() const { return m_customerId; }
    /// For good: who opens the customer again gets another window.
    bool isClosed() const { return !m_life; }
    CustomerDetail* detail() const { return m_detail; }
    CustomerForm* form() const { return m_form; }

signals:
    void saved(const banhang::v1::Customer& customer);
    void openRequested(qint64 customerId);
    void binRequested(const QList<qint64>& customerIds);
    void undoOffered(const QString& text, const std::function<void()>& undo);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void edit();
    void closeForm();
    void showError(const QString& strong, const AppError& error);
    void updateTitle();

    Workplace m_workplace;
    CustomersApi& m_api;
    qint64 m_customerId;
    QStackedWidget* m_stack;
    CustomerDetail* m_detail;
    CustomerForm* m_form = nullptr;
    NoticeBar* m_error;
    NoticeBar* m_offline;
    CallHandle m_call;
    /// Shared with each undo, which the main window shows: what undoes it is in here. The last holder deletes the
    /// window.
    std::shared_ptr<void> m_life;
};

} // namespace banhang::client
