// Customers: list and detail side by side, and the pages that stand in their place while something is written.
#pragma once

#include <QStackedWidget>

#include <QHash>
#include <QPointer>
#include <QSet>

#include <functional>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/exports.pb.h"
#include "client/core/change_feed.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"

class QShortcut;
class QSplitter;

namespace banhang::client {

class AssignPage;
class CustomerDetail;
class CustomerForm;
class CustomerList;
class CustomerWindow;
class DetailPart;
class SharePage;
struct PastedCell;

class CustomersPage final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit CustomersPage(const Workplace& workplace, QWidget* parent = nullptr);
    ~CustomersPage() override;

    /// What features further on add to each detail, also of those in windows of their own.
    void setDetailParts(const std::function<QList<DetailPart*>(QObject* parent)>& make);
    /// For the person signed in.
    void begin();
    /// Forgets everything that was shown; open forms keep their drafts.
    void end();
    void onChanges(const QList<RecordChange>& changes);
    void onOnline(bool isOnline);
    /// Everything on the screen may be stale.
    void reloadAll();
    void applyRights();

    void openCustomer(qint64 customerId);
    void addCustomer(const QString& typed = {});
    void editCustomer(qint64 customerId);
    /// In a window of its own, which stays as fresh as the list; a second time raises the first one.
    void openWindow(qint64 customerId);
    /// Opens the form that a draft belongs to; false if it is none of customers.
    bool openDraft(const QString& key);
    CustomersApi& api() { return m_api; }
    CustomerList* list() const { return m_list; }
    CustomerForm* form() const { return m_form; }
    /// List and detail, and not a page in their place.
    bool isListShown() const;
    /// Null for a customer without a window of its own.
    CustomerWindow* windowOf(qint64 customerId) const;
    /// "New customer", "Customers": for the title of the window.
    QString title() const;
    void nextPane(bool isBackwards);

signals:
    void titleChanged();
    /// Small news for the status line; `who` is a colleague or empty.
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void keysChanged(const QString& text);
    /// Of the open form; 0 and 0 when there is none.
    void issuesChanged(int errors, int warnings);
    /// Something done that can be undone.
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    void binPageRequested();
    /// Somebody came to stay at this customer, by Enter or by its name.
    void opened(const banhang::v1::Customer& customer);
    /// The server answered that somebody else changed the same of that customer.
    void collided(const QString& code);
    void mergeRequested(const QList<qint64>& customerIds);
    /// Calls to each of them.
    void planRequested(const QList<qint64>& customerIds);
    /// Steps that come by themselves.
    void sequenceRequested(const QList<qint64>& customerIds);
    /// The list as it is shown.
    void printRequested();
    /// Without format and words, which are asked for where the file is made.
    void exportRequested(const banhang::v1::ExportCustomersRequest& request);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectList();
    void connectDetail();
    void openForm(const v1::Customer& customer);
    CustomerForm* makeForm(const v1::Customer& customer);
    void showForm(CustomerForm* form);
    void connectForm(CustomerForm* form);
    void leaveForm();
    void closeForm();
    /// Where both changed the same, as chosen in the detail.
    void settleDraft(const QSet<QString>& fromThem);
    void dropWaiting(qint64 customerId);
    void dropWaiting();
    void onSaved(const v1::Customer& customer, bool isNew, bool hasMore);
    void onSavedLater(CustomerForm* form, const v1::Customer& customer, bool isNew);
    void onSavedInPartLater(CustomerForm* form, const v1::Customer& customer);
    void tellSaved(const v1::Customer& customer, bool isNew);
    void onRecordChanged(qint64 id, qint64 actorUserId, const QStringList& fields);
    void openAssign(const QList<qint64>& ids);
    void openShare(qint64 customerId);
    void assign(const QList<qint64>& ids, qint64 ownerUserId);
    void moveToBin(const QList<qint64>& ids);
    void restore(const QList<qint64>& ids);
    void openPaste(const QList<PastedCell>& cells, int homeless);
    void requestExport(const QList<qint64>& ids);
    void showSide(QWidget* page);
    void tellOpened();
    void backToList();
    void fitWidth();
    /// In a narrow window list and detail take turns.
    void showDetailAlone(bool isDetail);
    void showSides(bool isList, bool isDetail);
    /// Keys of the detail work from the list too where it stands alone.
    void lendKeys();
    QString nameOf(qint64 customerId) const;

    Workplace m_workplace;
    CustomersApi m_api;
    QSplitter* m_splitter;
    CustomerList* m_list;
    CustomerDetail* m_detail;
    CustomerForm* m_form = nullptr;
    QList<CustomerForm*> m_waiting; ///< left, and sent as soon as the server is there
    QWidget* m_side = nullptr;      ///< assign or share, while open
    std::function<QList<DetailPart*>(QObject* parent)> m_makeParts = [](QObject*) { return QList<DetailPart*>(); };
    QList<QPointer<CustomerWindow>> m_windows;
    std::vector<CallHandle> m_calls;
    CallHandle m_editCall;
    qint64 m_openedId = 0; ///< to be told once it is there
    bool m_isSingle = false;
    QList<QShortcut*> m_lentKeys;
};

} // namespace banhang::client
