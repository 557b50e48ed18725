// What the editors of records about a customer have in common: the head, drafts, saving, refusals, and what a colleague
// changed meanwhile.
#pragma once

#include <QPointer>

#include <functional>
#include <memory>
#include <string>

#include "banhang/v1/customer.pb.h"
#include "client/core/draft_store.h"
#include "client/core/outcome.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"
#include "client/ui/parts/label.h"

class QHBoxLayout;
class QVBoxLayout;

namespace banhang::client {

class Button;
class IconLabel;
class NoticeBar;
class RecordFields;

/// Stands on top of what the record belongs to, never in a window. Hidden until something is to be written; hides
/// itself when it is saved or left. What is typed is kept as a draft each second and comes back when the same is opened
/// again. Thread: UI.
class RecordEditor : public Pane
{
    Q_OBJECT
public:
    bool isOpen() const { return m_isOpen; }
    /// Under the fields, for what belongs to the record. Owner: the editor.
    void addBelow(QWidget* widget);
    void save();
    /// Leaves; the draft stays.
    void cancel();

signals:
    void opened();
    /// Saved or left; `hadFocus` tells that the keyboard was in it, so that it has to go somewhere.
    void closed(bool hadFocus);
    /// It was left while it was being saved, and has been refused: it stays a draft.
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    RecordEditor(const Workplace& workplace, QWidget* parent);

    /// To be called once, before anything is opened. Owner: the editor.
    void setFields(RecordFields* fields);

    // What a record is to its editor.
    virtual QString draftKey() const = 0;
    virtual qint64 customerId() const = 0;
    virtual QString heading() const = 0;
    virtual QString icon() const = 0;
    /// Title and content of what is typed.
    virtual Draft typed() const = 0;
    /// Sends it, with `answered` for the answer; without a call when nothing was changed.
    virtual CallHandle send(const std::string& requestId) = 0;
    /// Saves over what a colleague has stored as this version.
    virtual void takeVersion(qint64 version) = 0;
    /// Asks for the record as it is stored, with `reloaded` for the answer.
    virtual CallHandle reload() = 0;
    /// What runs beside the writing is to stop: it is sent or left.
    virtual void stop() {}

    /// Before the record is exchanged or the editor goes: keeps what was typed, and lets go on what is being saved.
    void keepTyped();
    /// Shows what the fields were filled with; `keptAt` is when that was kept as a draft, null for what is stored.
    void start(const QDateTime& keptAt = {});
    /// Another notice, in the place of the one before.
    NoticeBar* notify(Tone tone);
    void clearNotice();
    /// Between the title and the buttons that all editors have.
    void addToHead(QWidget* widget);

    /// For the answer to what `send` sent: `onSaved` runs when the editor has closed, or has gone on to something else.
    template <typename Reply>
    std::function<void(Outcome<Reply>)> answered(std::function<void(const Reply&, const QString& draftKey)> onSaved)
    {
        return [this, sent = m_entry, onSaved = std::move(onSaved)](const Outcome<Reply>& outcome) {
            if (!outcome) {
                onRefused(*sent, outcome.error());
                return;
            }
            onStored(*sent);
            onSaved(outcome.value(), sent->draftKey);
        };
    }
    /// For the answer to what `reload` asked: `onStored` opens what came; what was typed is given up.
    template <typename Reply>
    std::function<void(Outcome<Reply>)> reloaded(std::function<void(const Reply&)> onStored)
    {
        return [this, onStored = std::move(onStored)](const Outcome<Reply>& outcome) {
            if (!outcome) {
                tellRefused(outcome.error());
                return;
            }
            dropTyped();
            onStored(outcome.value());
        };
    }

    const Workplace& workplace() const { return m_workplace; }

    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the editor was opened for. A save outlives it where the person does not wait for the answer.
    struct Entry
    {
        QString draftKey;
        QString title;
    };

    void makeHead();
    void keepDrafts();
    void loadCustomer(qint64 customerId);
    bool isShown(const Entry& entry) const { return m_isOpen && m_entry.get() == &entry; }
    void onStored(const Entry& entry);
    void onRefused(const Entry& entry, const AppError& error);
    void tellRefused(const AppError& error);
    void onConflict(const AppError& error);
    void setBusy(bool isBusy);
    void onSessionEnded();
    void dropTyped();
    /// What was typed is stored, or given up.
    void finish();
    void leave();

    Workplace m_workplace;
    CustomersApi m_customers;
    IconLabel* m_icon;
    Label* m_title;
    Label* m_kept;
    Button* m_close;
    Button* m_save;
    QHBoxLayout* m_head;
    QVBoxLayout* m_column;
    NoticeBar* m_notice = nullptr;
    RecordFields* m_fields = nullptr;
    DraftAutosaver* m_drafts = nullptr;
    std::string m_requestId;
    std::shared_ptr<const Entry> m_entry;
    QPointer<QWidget> m_focusBefore; ///< had the keyboard when the save was sent
    bool m_isOpen = false;
    bool m_isDirty = false;
    CallHandle m_saveCall;
    CallHandle m_customerCall;
    CallHandle m_reloadCall;
};

} // namespace banhang::client
