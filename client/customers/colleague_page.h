// Pages that choose a colleague: for giving customers away and for sharing one.
#pragma once

#include <QWidget>

#include "banhang/v1/customers.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

class QComboBox;
class QVBoxLayout;

namespace banhang::client {

class Button;
class CustomersApi;
class NoticeBar;
class Pane;

/// Fills a box with the people who are still here, except `without`; the data of an item is the user id.
void fillColleagues(QComboBox* box, const Workplace& workplace, qint64 without);

/// Gives customers to another owner.
class AssignPage final : public QWidget
{
    Q_OBJECT
public:
    AssignPage(const Workplace& workplace, const QStringList& names, QWidget* parent = nullptr);

signals:
    void assignRequested(qint64 ownerUserId);
    void closeRequested();

private:
    QComboBox* m_box;
};

/// Shows who a customer is shared with, and changes that.
class SharePage final : public QWidget
{
    Q_OBJECT
public:
    SharePage(const Workplace& workplace, CustomersApi& api, const v1::Customer& customer, QWidget* parent = nullptr);

signals:
    void closeRequested();

private:
    void reload();
    void fill(const v1::ListCustomerSharesResponse& response);
    QWidget* makeRow(const v1::CustomerShare& share);
    void share();
    void unshare(qint64 userId);
    void onWritten(const AppError* error);
    void showFailure(const AppError& error);

    Workplace m_workplace;
    CustomersApi& m_api;
    qint64 m_customerId;
    QComboBox* m_box;
    QComboBox* m_level;
    NoticeBar* m_notice;
    QVBoxLayout* m_rows;
    CallHandle m_listCall;
};

} // namespace banhang::client
