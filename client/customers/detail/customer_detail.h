// The right half of the customers page: one customer with facts and history.
#pragma once

#include <QSet>
#include <QWidget>

#include <functional>

#include "banhang/v1/customer.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace banhang::client {

class Button;
class CustomersApi;
class DetailDraft;
class DetailHead;
class DetailPart;
class FactGrid;
class FieldRestore;
class HistoryModel;
class HistoryView;
class Label;
class NoticeBar;
class PresencePlace;
class StateView;
class TabBar;

class CustomerDetail final : public QWidget
{
    Q_OBJECT
public:
    CustomerDetail(const Workplace& workplace, CustomersApi& api, QWidget* parent = nullptr);

    /// What features further on add; takes the parts over. Once, before anything is shown.
    void addParts(const QList<DetailPart*>& parts);
    /// Fetches and shows it; 0 shows nothing. What was shown stays until the answer is there.
    void showCustomer(qint64 customerId);
    /// What a save or another read has just brought.
    void setCustomer(const v1::Customer& customer);
    /// News about the customer shown: fetched anew, what a colleague changed is marked.
    void onChanged(qint64 customerId, qint64 actorUserId, const QStringList& fields);
    void onGone(qint64 customerId);
    void setOffline(bool isOffline);
    /// Under 1,320 pixels actions become icons.
    void setNarrow(bool isNarrow);
    void applyRights();
    const v1::Customer& customer() const { return m_customer; }
    void focusContent();
    void nextTab(int step);
    /// Dials, writes or opens the chat, by a key of the list "channel"; false when there is no number or address for
    /// it.
    bool reach(const QString& channelKey);

signals:
    /// Another state of the customer is on the screen.
    void shown();
    void editRequested(qint64 customerId);
    void assignRequested(const QList<qint64>& customerIds);
    void shareRequested(qint64 customerId);
    void binRequested(const QList<qint64>& customerIds);
    void restoreRequested(qint64 customerId);
    /// What was typed and not saved is to be gone on with.
    void draftRequested(qint64 customerId);
    /// It is to be saved, with the colleague's values in these fields.
    void settleRequested(const QSet<QString>& fromThem);
    /// The customer that the one shown was merged into.
    void survivorRequested(qint64 customerId);
    /// A value of the history was put back.
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    /// F2, unless what has the focus means something else by it.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectHead();
    QWidget* makeOverview();
    QWidget* makeChanges(HistoryView* view);
    QWidget* makeShortHistory();
    void reload(const QStringList& peerFields);
    void fill(const QStringList& peerFields);
    void showFacts(const QStringList& peerFields);
    void showWatchPoints();
    void showState(StateView* view);
    void onFailed(const AppError& error);
    void tellParts();
    void askWhatBecameOfIt();
    void showGone(const v1::Customer* survivor);
    void fitDraft();

    Workplace m_workplace;
    CustomersApi& m_api;
    v1::Customer m_customer;
    qint64 m_wantedId = 0;
    CallHandle m_getCall;
    CallHandle m_goneCall;
    PresencePlace* m_place;
    HistoryModel* m_history;
    FieldRestore* m_restoring;
    QStackedWidget* m_stack;
    QWidget* m_content = nullptr;
    StateView* m_state = nullptr;
    DetailHead* m_head = nullptr;
    DetailDraft* m_draft = nullptr;
    QWidget* m_tabPane = nullptr;
    TabBar* m_tabs = nullptr;
    QStackedWidget* m_bodies = nullptr;
    QScrollArea* m_overview = nullptr;
    NoticeBar* m_watch = nullptr;
    NoticeBar* m_gone = nullptr;
    Button* m_openSurvivor = nullptr;
    qint64 m_survivorId = 0;
    FactGrid* m_facts = nullptr;
    Label* m_missing = nullptr;
    QVBoxLayout* m_sections = nullptr; ///< of the parts
    QWidget* m_shortHistory = nullptr;
    HistoryView* m_timeline = nullptr;
    QList<DetailPart*> m_parts;
    QWidget* m_waitingView = nullptr; ///< of a part, in the place of tabs and bodies
    bool m_isOffline = false;
};

} // namespace banhang::client
