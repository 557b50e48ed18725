// Writes one care request: a new one, a changed one, or its answer; on top of what it belongs to, never a window.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "client/care/care_api.h"
#include "client/care/care_fields.h"
#include "client/core/outcome.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"
#include "client/ui/parts/label.h"

class QVBoxLayout;

namespace banhang::client {

class Button;
class DraftKeeper;
class NoticeBar;

/// Hidden until something is to be written; hides itself when it is saved or left. What is typed is kept as a draft
/// each second and comes back when the same is opened again. Thread: UI.
class CareEditor final : public Pane
{
    Q_OBJECT
public:
    CareEditor(const Workplace& workplace, CareApi& api, QWidget* parent = nullptr);
    ~CareEditor() override;

    /// A new one, from what is known of it.
    void begin(const v1::CareRequest& seed);
    /// One that is there, on its way to `wanted` (its own state: none).
    void open(const v1::CareRequest& request, v1::CareState wanted);

    bool isOpen() const { return m_isOpen; }
    void save();
    /// Leaves; the draft stays.
    void cancel();
    CareFields* fields() const { return m_fields; }

signals:
    void opened();
    void saved(const banhang::v1::CareRequest& request);
    /// Saved or left.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeHead();
    void start(const v1::CareRequest& base, const v1::CareRequest& shown, v1::CareState wanted);
    QString heading() const;
    QString draftKey() const;
    void keepDrafts();
    void loadCustomer(qint64 customerId);
    void send(const v1::CareRequest& typed);
    void onAnswer(const Outcome<v1::CareRequest>& outcome);
    void onRefused(const AppError& error);
    void onConflict(const AppError& error);
    void finish();
    void clearNotice();

    Workplace m_workplace;
    CareApi& m_api;
    CustomersApi m_customers;
    v1::CareRequest m_base;
    Label* m_title;
    Label* m_kept;
    Button* m_save;
    NoticeBar* m_notice = nullptr;
    QVBoxLayout* m_column;
    CareFields* m_fields;
    DraftKeeper* m_drafts = nullptr;
    std::string m_requestId;
    bool m_isOpen = false;
    bool m_isDirty = false;
    CallHandle m_saveCall;
    CallHandle m_customerCall;
    CallHandle m_reloadCall;
};

} // namespace banhang::client
