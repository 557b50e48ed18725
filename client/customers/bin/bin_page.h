// The bin: what was deleted, by whom and when, and the way back.
#pragma once

#include "client/core/workplace.h"
#include "client/customers/bin/bin_model.h"
#include "client/ui/parts/titled_page.h"

class QSplitter;

namespace banhang::client {

class Button;
class DataTable;
class DuplicatePanel;
class NoticeBar;

class BinPage final : public TitledPage
{
    Q_OBJECT
public:
    BinPage(const Workplace& workplace, CustomersApi& api, QWidget* parent = nullptr);

    DataTable* table() const { return m_table; }
    BinModel* model() const { return m_model; }
    /// The next person may not be allowed to see what was shown.
    void forget();

signals:
    void openRequested(qint64 customerId);
    void restored(qint64 customerId);
    /// For the status line.
    void newsHappened(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setUpTable();
    void makePanel();
    void onLoaded();
    void updateButtons();
    void findDeleters();
    /// One after the other: each may bring a question.
    void restoreNext(const QString& duplicateReason = {});
    void onRestored(const v1::Customer& customer);
    void onRefused(qint64 customerId, const AppError& error);
    void showAlike(qint64 customerId);
    void showFailure(const QString& strong, const AppError& error);
    void closeQuestion();

    Workplace m_workplace;
    CustomersApi& m_api;
    BinModel* m_model;
    DataTable* m_table;
    Button* m_open;
    Button* m_restore;
    NoticeBar* m_notice;
    QSplitter* m_splitter;
    DuplicatePanel* m_alike;
    QList<qint64> m_waiting;
    CallHandle m_call;
    CallHandle m_alikeCall;
};

} // namespace banhang::client
