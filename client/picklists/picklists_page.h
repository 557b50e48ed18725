// The lists behind choice boxes, kept by whoever may: the lists at the left, the entries of the chosen one at the
// right.
#pragma once

#include <QTimer>

#include <optional>
#include <vector>

#include "client/core/workplace.h"
#include "client/picklists/list_names.h"
#include "client/picklists/picklists_api.h"
#include "client/ui/parts/titled_page.h"

class QHBoxLayout;
class QListWidget;

namespace banhang::client {

class Button;
class NoticeBar;
class PickItemForm;
class StateView;

/// Shows what the cache holds, so it is as fresh as every choice box. Thread: UI.
class PicklistsPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit PicklistsPage(const Workplace& workplace, QWidget* parent = nullptr);

    /// Asks for all lists anew.
    void reload();
    void clear();
    bool nextPane();
    /// Goes on with what was typed and not saved; false when it is no draft of an entry.
    bool openDraft(const QString& key);

signals:
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);

private:
    /// What was typed, and what was stored then.
    struct Typed
    {
        v1::PickItem item;
        v1::PickItem before;
    };
    /// How it is told that something was not done.
    struct NotDone
    {
        QString here;      ///< while the entry is in sight
        QString elsewhere; ///< names it
    };
    struct Refusal
    {
        v1::PickItem item;
        NotDone what;
        QString why;
    };

    QWidget* makeEntries();
    QHBoxLayout* makeActs();
    void showLists();
    void showItems();
    void fillRows();
    void fillRow(int row);
    void choose(int row);
    void begin();
    void resume(const v1::PickItem& item);
    void keepDrafts();
    /// What stands in the form, kept on this machine while it is not saved.
    void keepTyped();
    void keepDraft(const v1::PickItem& typed, const v1::PickItem& stored);
    /// What was typed after `sent` went out waits with what came of it; a draft of what was sent is no more.
    void carryOver(const v1::PickItem& sent, const v1::PickItem& stored);
    /// What was typed on after `sent` went out, as an edit of what came of it.
    static v1::PickItem typedSince(const v1::PickItem& typed, const v1::PickItem& sent, const v1::PickItem& stored);
    std::optional<Typed> typedInto(const v1::PickItem& item) const;
    /// Of its draft: one new entry for each list.
    static QString keyOf(const v1::PickItem& item);
    void discard();
    void save();
    void onSaved(const v1::PickItem& sent, const Outcome<v1::PickItem>& outcome);
    void offer(const v1::PickItem& item, bool isOffered, bool isUndo);
    void move(int step);
    void tellRefusal(const v1::PickItem& item, const NotDone& what, const AppError& error);
    void forgetRefusal();
    void showNotice();
    void applyState();
    QString chosenList() const;

    Workplace m_workplace;
    PicklistsApi m_api;
    const QList<ListName> m_names;
    QListWidget* m_lists;
    QListWidget* m_items;
    NoticeBar* m_notice;
    PickItemForm* m_form;
    StateView* m_failure;
    QWidget* m_panes = nullptr;
    Button* m_new;
    Button* m_up;
    Button* m_down;
    Button* m_offer;
    Button* m_save;
    Button* m_discard;
    std::vector<v1::PickItem> m_shown; ///< the rows
    QTimer m_keeping;                  ///< until what is typed is kept on this machine
    /// Until something else is asked for or chosen.
    std::optional<Refusal> m_refusal;
    QString m_overtaken; ///< what a colleague made of the entry in which something is typed; empty if nobody did
    QString m_wanted;    ///< key of the draft to be opened when the entries have come
    qint64 m_chosen = 0; ///< 0 while a new one is written
    CallHandle m_call;
};

} // namespace banhang::client
