// One customer in a window of its own, beside the main one; as live as the pane there.
#pragma once

#include <QPointer>
#include <QStackedWidget>

#include <functional>

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

/// Without a parent, so that it may lie below the main window too. Lifetime: deletes itself when it is closed, and must
/// not outlive the workplace; a form that is open in it keeps its draft.
class CustomerWindow final : public QWidget
{
    Q_OBJECT
public:
    CustomerWindow(const Workplace& workplace, CustomersApi& api, qint64 customerId);
    ~CustomerWindow() override;

    void onChanges(const QList<RecordChange>& changes);
    void onOnline(bool isOnline);
    CustomerDetail* detail() const { return m_detail; }
    CustomerForm* form() const { return m_form; }

signals:
    void saved(const banhang::v1::Customer& customer);
    void openRequested(qint64 customerId);
    void binRequested(const QList<qint64>& customerIds);
    void undoOffered(const QString& text, const std::function<void()>& undo);

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
};

} // namespace banhang::client
