// Calls to many customers at once: how they would spread, told row by row, before they are planned.
#pragma once

#include <QTimer>

#include "client/customers/batch/customer_acts.h"
#include "client/customers/customers_api.h"
#include "client/ui/parts/titled_page.h"
#include "client/views/work_lists_api.h"

namespace banhang::client {

class Button;
class DataTable;
class Label;
class NoticeBar;
class PlanForm;
class PlanRowsModel;
class ProgressRow;
struct Workplace;

/// Thread: UI.
class PlanPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit PlanPage(const Workplace& workplace, QWidget* parent = nullptr);

    /// At most 500 of them; the others are told about and left out.
    void begin(const QList<qint64>& customerIds);
    void forget();
    PlanForm* form() const { return m_form; }
    PlanRowsModel* rows() const { return m_rows; }

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    QWidget* makePreview();
    void readNames();
    void check();
    void onChecked(const Outcome<v1::CheckTalkPlanResponse>& outcome);
    void plan();
    void onFinished(const ActResult& result);

    WorkListsApi m_api;
    CustomersApi m_customers;
    PlanForm* m_form;
    PlanRowsModel* m_rows;
    DataTable* m_table;
    Label* m_sum;
    NoticeBar* m_notice;
    ProgressRow* m_progress;
    Button* m_plan;
    ActRun* m_run;
    QTimer m_delay;
    QList<qint64> m_ids;
    bool m_isUndo = false;
    CallHandle m_checkCall;
    CallHandle m_nameCall;
};

} // namespace banhang::client
