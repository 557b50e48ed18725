// What people and departments follow: the list of subscriptions, and the one that is open.
#pragma once

#include <QTimer>

#include <optional>
#include <vector>

#include "client/core/workplace.h"
#include "client/subscriptions/subscriptions_api.h"
#include "client/ui/parts/titled_page.h"

class QListWidget;
class QSplitter;

namespace banhang::client {

class Button;
class Segmented;
class StateView;
class SubscriptionEditor;
struct RecordChange;

/// Thread: UI.
class SubscriptionsPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit SubscriptionsPage(const Workplace& workplace, QWidget* parent = nullptr);

    void reload();
    void followMutes();
    void clear();
    bool nextPane();
    /// With this one open, of whichever list; 0 = as it was.
    void begin(qint64 subscriptionId);
    /// Goes on with what was typed and not saved; false when it is no draft of a subscription.
    bool openDraft(const QString& key);
    /// Tells how it can be taken back. An invalid time: for good.
    void mute(qint64 subscriptionId, const QDateTime& until);
    void unmute(qint64 subscriptionId);

signals:
    void failed(const QString& strong, const banhang::AppError& error);
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);

private:
    enum class Whose { Mine, Departments };

    void makeBody();
    void showList();
    void showListAround();
    /// Gives the row of the chosen one, -1 for none.
    int fillList();
    /// Is written in: neither its text nor the cursor in it is touched by what arrives.
    bool isTyping() const;
    void onSaved(const v1::Subscription& stored, const v1::Subscription& sent);
    /// What was typed after `sent` went out waits with what came of it; a draft of what was sent is no more.
    void carryOver(const v1::Subscription& sent, const v1::Subscription& stored);
    void choose(int row);
    void open(const v1::Subscription& subscription);
    /// What stands in the editor, kept on this machine while it is not saved.
    void keepTyped();
    void keepDraft(const v1::Subscription& typed, const v1::Subscription& stored);
    /// What was typed and not saved; 0 = of the new one.
    std::optional<v1::Subscription> typed(qint64 subscriptionId) const;
    void discard();
    void beginNew();
    void remove(const v1::Subscription& subscription);
    void restore(qint64 subscriptionId);
    void onChanges(const QList<RecordChange>& changes);
    void fillRows();
    void fillRow(int row);
    void showState();
    bool isShown(const v1::Subscription& subscription) const;

    Workplace m_workplace;
    SubscriptionsApi m_api;
    std::vector<v1::Subscription> m_all;
    std::vector<v1::Subscription> m_shown;
    QTimer m_keeping; ///< until what is typed is kept on this machine
    Segmented* m_whose;
    QListWidget* m_list;
    SubscriptionEditor* m_editor;
    QSplitter* m_splitter;
    StateView* m_empty;
    StateView* m_failure;
    Button* m_new;
    qint64 m_chosen = 0;
    bool m_isLoaded = false;
    CallHandle m_listCall;
};

} // namespace banhang::client
