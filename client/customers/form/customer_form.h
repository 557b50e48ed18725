// The page for a new customer and for editing one.
#pragma once

#include <QDateTime>
#include <QSet>
#include <QWidget>

#include "banhang/v1/customers.pb.h"
#include "client/core/outcome.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

class QScrollArea;
class QSplitter;

namespace banhang::client {

class Button;
class ConflictPanel;
class CustomerEditor;
class CustomersApi;
class DraftAutosaver;
class DuplicatePanel;
class FormField;
class Label;
class NoticeBar;
class PresencePlace;
class PresenceView;
class Segmented;
class Tag;
struct CustomerDraft;
struct Draft;

/// Typing is never interrupted: checks run in the background and are dropped when they are stale, the text is kept as a
/// draft each second, and a save that finds no server is made up for when it is back.
class CustomerForm final : public QWidget
{
    Q_OBJECT
public:
    /// `customer` without an id is a new one (its name may be set).
    CustomerForm(const Workplace& workplace, CustomersApi& api, const v1::Customer& customer,
                 QWidget* parent = nullptr);
    ~CustomerForm() override;

    /// Puts in what was typed before a crash.
    void restoreDraft(const Draft& draft);
    /// Begins with a name, a phone number or a tax code that was typed elsewhere.
    void beginWith(const QString& typed);
    /// Writes the draft now.
    void keepDraft();
    void focusStart();
    qint64 customerId() const { return m_base.id(); }
    bool isNew() const { return m_base.id() == 0; }
    QString title() const;
    CustomerEditor* editor() const { return m_editor; }
    DuplicatePanel* duplicates() const { return m_duplicates; }
    /// Something was typed that is not saved.
    bool isTouched() const;
    /// It was sent, found no server, and goes by itself when there is one.
    bool waitsForServer() const { return m_waitsForServer; }
    /// It has been sent and not been answered.
    bool isSaving() const { return m_saveCall.isActive(); }

    void save(bool hasMore);
    /// Where both have changed a field, takes those of the colleague, else the own, and saves.
    void settle(const QSet<QString>& fromThem);
    /// The stored record changed while the form is open.
    void onChanged(qint64 actorUserId);
    void onOnline(bool isOnline);
    void focusIssue(bool isBackwards);

signals:
    void saved(const v1::Customer& customer, bool isNew, bool hasMore);
    /// But for what was typed since it was sent.
    void savedInPart(const banhang::v1::Customer& customer);
    void closeRequested();
    /// The person gave up what was typed; it goes.
    void draftDiscarded(const banhang::client::Draft& draft);
    /// The server took it not; the text stays.
    void refused(const banhang::AppError& error);
    /// Somebody else changed the same fields of that customer.
    void collided(const QString& code);
    void openRequested(qint64 customerId);
    /// For the status line.
    void keysChanged(const QString& text);
    void issuesChanged(int errors, int warnings);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fitWidth();
    QWidget* makeHead();
    QWidget* makeBody();
    void setUpKeys();
    void fill(const v1::Customer& customer);
    void changeKind(int kind);
    void addMore(const QString& field);
    void onEdited();
    void check();
    void onChecked(const Outcome<v1::CheckCustomerResponse>& outcome);
    static QString noSuchDay(const FormField& field);
    void send();
    void create(const v1::Customer& customer);
    void update(const v1::Customer& customer);
    void onAnswer(const Outcome<v1::CustomerChangeResponse>& outcome);
    void onRefused(const AppError& error);
    void setBusy(bool isBusy);
    void say(const QString& strong, const QString& text);
    void updateKeys();
    /// Tells colleagues which field is being typed into.
    void tellPlace();
    /// Marks the fields that colleagues are typing into.
    void showColleagues();
    /// What is stored now, with these fields as they were typed.
    void goOnWith(const v1::Customer& stored, const QStringList& mine);
    void keepTypedSince(const v1::Customer& stored, const QStringList& since);
    void fetchStored(qint64 theirUserId, const QDateTime& when);
    void mergeStored(const v1::Customer& stored, qint64 theirUserId, const QDateTime& when);
    void takeStored(const v1::Customer& stored, const QSet<QString>& fromThem);
    void finishConflict();
    CustomerDraft typedSoFar() const;
    std::optional<Draft> makeDraft() const;
    void leave();
    void discardDraft();

    Workplace m_workplace;
    CustomersApi& m_api;
    v1::Customer m_base;      ///< as last read from the server
    v1::Customer m_baseline;  ///< what the editor gave back before anything was typed
    v1::Customer m_stored;    ///< newer than m_base, while a conflict is shown
    qint64 m_theirUserId = 0; ///< who stored that, and when; null without a conflict
    QDateTime m_theirTime;
    CustomerEditor* m_editor = nullptr;
    DuplicatePanel* m_duplicates;
    ConflictPanel* m_conflict;
    DraftAutosaver* m_keeper;
    PresencePlace* m_place;
    PresenceView* m_colleagues = nullptr;
    NoticeBar* m_notice;
    Label* m_title = nullptr;
    Tag* m_draftTag = nullptr;
    Label* m_draftText = nullptr;
    Button* m_save = nullptr;
    Button* m_saveMore = nullptr;
    Button* m_discard = nullptr;
    Button* m_close = nullptr;
    Segmented* m_kind = nullptr;
    QScrollArea* m_area = nullptr;
    QSplitter* m_splitter;
    NoticeBar* m_duplicateBar;
    CallHandle m_checkCall;
    CallHandle m_saveCall;
    CallHandle m_storedCall;
    v1::Customer m_sent;     ///< with the save under way
    std::string m_requestId; ///< of the save under way; a new one after each change of the text
    bool m_hasMore = false;
    bool m_waitsForServer = false;
    bool m_isSaved = false; ///< nothing is left to be kept
};

} // namespace banhang::client
