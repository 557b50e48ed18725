// Which view the list shows: those that come with the program, one's own, those of the team; saving, sharing, keys.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include "banhang/v1/identity.pb.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"
#include "client/customers/views/list_setup.h"
#include "client/views/view_cache.h"
#include "client/views/work_list_days.h"

class QAction;
class QMenu;

namespace banhang::client {

struct RecordChange;

/// Knows the chosen view and what was done to it since; the list shows it. Thread: UI.
class ListViews final : public QObject
{
    Q_OBJECT
public:
    /// Those after Visible are work lists: conditions and order that come with the program.
    enum class Builtin { Mine, Visible, Promising, CallBack, Untouched, Overlooked, Silent };

    ListViews(const Workplace& workplace, QObject* parent = nullptr);

    /// For the person signed in: chooses the view to begin with once it is known.
    void begin();
    void end();
    void onChanges(const QList<RecordChange>& changes);

    /// Only the caller's own customers, whatever the conditions say.
    bool isMine() const { return m_savedId == 0 && m_builtin == Builtin::Mine; }
    QString title() const;
    /// Of the chosen view, whatever it is called.
    QString key() const;
    const ListSetup& setup() const { return m_setup; }
    /// The user has changed conditions, order or columns.
    void setSetup(const ListSetup& setup);
    /// It is not as it was saved (as it came).
    bool isChanged() const;
    /// Null for a view that comes with the program.
    const v1::SavedView* saved() const { return m_cache.find(m_savedId); }
    ViewCache& cache() { return m_cache; }

    void choose(Builtin view);
    void choose(qint64 viewId);
    /// Nothing happens for a key that has no view.
    void chooseByKey(int key);
    void resetToSaved();

    /// Stores the setup in the chosen view, which must be one that may be changed.
    void save();
    void saveAs(const QString& name, qint64 unitId);
    void change(qint64 viewId, const QString& name, qint64 unitId);
    void remove();
    void setDefault(bool isDefault);
    void setQuickKey(int key);

    /// Gives its work lists, for `count`.
    QList<QPointer<QAction>> fillMenu(QMenu* menu);
    /// Asks the server; the numbers come behind the names while the menu is open.
    void count(const QList<QPointer<QAction>>& workLists);
    /// The part of it that is about the list that is shown.
    void fillMore(QMenu* menu);
    /// Units that the caller may share views with, smallest first.
    QList<const v1::Unit*> shareableUnits() const;

signals:
    /// Another view, or another setup of this one: the list has to show it.
    void chosen();
    /// Title, names or the mark of a change are other ones.
    void titleChanged();
    void binRequested();
    /// All that is shown.
    void exportRequested();
    void printRequested();
    /// `isNew`: under a new name; else the chosen one.
    void editorRequested(bool isNew);
    void viewSaved(const QString& name);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const banhang::AppError& error);

private:
    QString textOf(Builtin view) const;
    ListSetup originalSetup() const;
    void onLoaded();
    void onCacheChanged();
    void followSaved();
    void show(qint64 viewId);
    void takeAnswer(const Outcome<v1::SavedView>& outcome, bool shows);
    void fillActions(QMenu* menu);
    void fillKeys(QMenu* menu);
    void followDays();
    void restore(qint64 viewId);

    Workplace m_workplace;
    ViewCache m_cache;
    WorkListDays m_days;
    CustomersApi m_customers;
    Builtin m_builtin = Builtin::Visible;
    qint64 m_savedId = 0;
    ListSetup m_setup;
    ListSetup m_shown; ///< as it was when the view was chosen
    std::int64_t m_shownVersion = 0;
    bool m_isBeginning = false;
    std::vector<CallHandle> m_calls;
    CallHandle m_countCall;
};

} // namespace banhang::client
