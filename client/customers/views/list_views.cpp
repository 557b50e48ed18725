#include "client/customers/views/list_views.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>

#include <optional>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/customers/filter/filter_bar.h"
#include "client/customers/views/work_lists.h"

namespace banhang::client {

namespace {

constexpr int kQuickKeys = 9;

QString keyText(int key)
{
    return QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + key)).toString(QKeySequence::NativeText);
}

/// How far the server counts several lists at once.
constexpr int kCountCap = 500;

std::optional<WorkList> workListOf(ListViews::Builtin view)
{
    switch (view) {
    case ListViews::Builtin::Promising:
        return WorkList::Promising;
    case ListViews::Builtin::CallBack:
        return WorkList::CallBack;
    case ListViews::Builtin::Untouched:
        return WorkList::Untouched;
    case ListViews::Builtin::Overlooked:
        return WorkList::Overlooked;
    case ListViews::Builtin::Silent:
        return WorkList::Silent;
    default:
        return std::nullopt;
    }
}

constexpr ListViews::Builtin kWorkViews[] = {ListViews::Builtin::CallBack, ListViews::Builtin::Untouched,
                                             ListViews::Builtin::Promising, ListViews::Builtin::Overlooked,
                                             ListViews::Builtin::Silent};

} // namespace

ListViews::ListViews(const Workplace& workplace, QObject* parent)
    : QObject(parent),
      m_workplace(workplace),
      m_cache(workplace.rpc, QStringLiteral("customers")),
      m_days(workplace.rpc),
      m_customers(workplace.rpc)
{
    connect(&m_cache, &ViewCache::loaded, this, &ListViews::onLoaded);
    connect(&m_cache, &ViewCache::changed, this, &ListViews::onCacheChanged);
    connect(&m_days, &WorkListDays::changed, this, &ListViews::followDays);
    // The unit of the caller has a name once the directory is there.
    connect(&m_workplace.directory, &DirectoryCache::changed, this, &ListViews::titleChanged);
}

void ListViews::begin()
{
    const auto scope = m_workplace.session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW);
    m_builtin = scope == v1::SCOPE_OWN ? Builtin::Mine : Builtin::Visible;
    m_savedId = 0;
    m_isBeginning = true;
    m_cache.reload();
    m_days.reload();
}

void ListViews::onChanges(const QList<RecordChange>& changes)
{
    m_cache.onChanges(changes);
    m_days.onChanges(changes);
}

/// Who has not touched a work list sees it with the days of now.
void ListViews::followDays()
{
    if (m_savedId == 0 && workListOf(m_builtin) && m_setup == m_shown && isChanged())
        show(0);
}

void ListViews::end()
{
    m_isBeginning = false;
    m_calls.clear();
    m_countCall.cancel();
    m_savedId = 0;
    m_cache.clear();
}

void ListViews::onLoaded()
{
    if (!std::exchange(m_isBeginning, false))
        return;
    const auto* view = m_cache.first();
    show(view ? view->id() : 0);
}

void ListViews::onCacheChanged()
{
    if (m_savedId != 0 && !m_cache.find(m_savedId))
        choose(Builtin::Visible); // taken away by whoever shared it
    else
        followSaved();
    emit titleChanged();
}

/// A colleague has changed the view: who has not touched it sees it so, who has keeps what is on the screen.
void ListViews::followSaved()
{
    const auto* view = saved();
    if (!view || view->version() == m_shownVersion)
        return;
    m_shownVersion = view->version();
    if (m_setup == m_shown && isChanged())
        show(m_savedId);
}

QString ListViews::textOf(Builtin view) const
{
    const auto& session = m_workplace.session;
    if (view == Builtin::Mine)
        return tr("Your customers");
    if (const auto workList = workListOf(view))
        return workListTitle(*workList);
    const auto* place = m_workplace.directory.placeOf(session.me().unit_id());
    switch (session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW)) {
    case v1::SCOPE_OWN:
        return tr("Yours and those shared with you");
    case v1::SCOPE_TEAM:
        return place ? QString::fromStdString(place->name()) : tr("Your team");
    case v1::SCOPE_BRANCH:
        while (place && place->kind() == v1::UNIT_KIND_TEAM)
            place = m_workplace.directory.unit(place->parent_id());
        return place ? QString::fromStdString(place->name()) : tr("Your branch");
    default:
        return tr("All customers");
    }
}

QString ListViews::title() const
{
    const auto* view = saved();
    return view ? QString::fromStdString(view->name()) : textOf(m_builtin);
}

QString ListViews::key() const
{
    if (m_savedId != 0)
        return QString::number(m_savedId);
    constexpr const char* kNames[] = {"mine", "visible", "promising", "call-back", "untouched", "overlooked", "silent"};
    return QString::fromLatin1(kNames[static_cast<int>(m_builtin)]);
}

ListSetup ListViews::originalSetup() const
{
    if (const auto* view = saved())
        return setupOf(*view);
    if (const auto list = workListOf(m_builtin))
        return workListSetup(*list, m_days.settings());
    ListSetup setup;
    setup.filter = FilterBar::usualFilter();
    return setup;
}

bool ListViews::isChanged() const
{
    return !(m_setup == originalSetup());
}

void ListViews::setSetup(const ListSetup& setup)
{
    const bool hasOtherColumns =
        setup.columns != m_setup.columns || setup.sort != m_setup.sort || setup.isDescending != m_setup.isDescending;
    m_setup = setup;
    if (hasOtherColumns)
        rememberSetup(m_workplace.session.userId(), key(), setup);
    emit titleChanged();
}

void ListViews::choose(Builtin view)
{
    m_isBeginning = false;
    m_builtin = view;
    show(0);
}

void ListViews::choose(qint64 viewId)
{
    m_isBeginning = false;
    if (m_cache.find(viewId))
        show(viewId);
}

void ListViews::chooseByKey(int key)
{
    if (const auto* view = m_cache.byQuickKey(key))
        choose(view->id());
}

void ListViews::show(qint64 viewId)
{
    m_savedId = viewId;
    m_setup = withRemembered(m_workplace.session.userId(), key(), originalSetup());
    m_shown = m_setup;
    m_shownVersion = saved() ? saved()->version() : 0;
    emit chosen();
    emit titleChanged();
}

void ListViews::resetToSaved()
{
    forgetSetup(m_workplace.session.userId(), key());
    show(m_savedId);
}

void ListViews::takeAnswer(const Outcome<v1::SavedView>& outcome, bool shows)
{
    if (!outcome) {
        emit failed(outcome.error());
        return;
    }
    m_cache.accept(outcome.value());
    if (shows && m_savedId != outcome->id()) {
        m_isBeginning = false;
        show(outcome->id());
    }
    emit titleChanged();
}

void ListViews::save()
{
    const auto* view = saved();
    if (!view || !view->may_edit())
        return;
    auto wanted = *view;
    write(m_setup, wanted);
    m_calls.push_back(m_cache.api().update(
        wanted, {"filter", "sort", "descending", "columns"}, this, [this](const Outcome<v1::SavedView>& outcome) {
            takeAnswer(outcome, false);
            if (!outcome)
                return;
            forgetSetup(m_workplace.session.userId(), QString::number(outcome->id()));
            emit viewSaved(QString::fromStdString(outcome->name()));
        }));
}

void ListViews::saveAs(const QString& name, qint64 unitId)
{
    v1::SavedView wanted;
    wanted.set_list_key(m_cache.listKey().toStdString());
    wanted.set_name(name.toStdString());
    wanted.set_unit_id(unitId);
    write(m_setup, wanted);
    if (isMine() && wanted.filter().owner_user_ids().empty())
        wanted.mutable_filter()->add_owner_user_ids(m_workplace.session.userId());
    m_calls.push_back(m_cache.api().create(wanted, this, [this](const Outcome<v1::SavedView>& outcome) {
        takeAnswer(outcome, true);
        if (outcome)
            emit viewSaved(QString::fromStdString(outcome->name()));
    }));
}

void ListViews::change(qint64 viewId, const QString& name, qint64 unitId)
{
    const auto* view = m_cache.find(viewId);
    if (!view)
        return;
    auto wanted = *view;
    wanted.set_name(name.toStdString());
    wanted.set_unit_id(unitId);
    m_calls.push_back(
        m_cache.api().update(wanted, {"name", "unit_id"}, this, [this](const Outcome<v1::SavedView>& outcome) {
            takeAnswer(outcome, false);
            if (outcome)
                emit viewSaved(QString::fromStdString(outcome->name()));
        }));
}

void ListViews::remove()
{
    const qint64 viewId = m_savedId;
    if (viewId == 0)
        return;
    m_calls.push_back(m_cache.api().remove(viewId, this, [this, viewId](const Outcome<v1::SavedView>& outcome) {
        if (!outcome) {
            emit failed(outcome.error());
            return;
        }
        m_cache.forget(viewId);
        emit undoOffered(tr("Deleted the list “%1”").arg(QString::fromStdString(outcome->name())),
                         [this, viewId] { restore(viewId); });
    }));
}

void ListViews::restore(qint64 viewId)
{
    m_calls.push_back(m_cache.api().restore(
        viewId, this, [this](const Outcome<v1::SavedView>& outcome) { takeAnswer(outcome, true); }));
}

void ListViews::setDefault(bool isDefault)
{
    if (const auto* view = saved())
        m_calls.push_back(
            m_cache.api().choose(view->id(), isDefault, view->quick_key(), this,
                                 [this](const Outcome<v1::SavedView>& outcome) { takeAnswer(outcome, false); }));
}

void ListViews::setQuickKey(int key)
{
    if (const auto* view = saved())
        m_calls.push_back(
            m_cache.api().choose(view->id(), view->is_default(), key, this,
                                 [this](const Outcome<v1::SavedView>& outcome) { takeAnswer(outcome, false); }));
}

QList<QPointer<QAction>> ListViews::fillMenu(QMenu* menu)
{
    menu->clear();
    auto* group = new QActionGroup(menu);
    const auto add = [menu, group](const QString& text, bool isChosen) {
        auto* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(isChosen);
        return action;
    };
    const auto addBuiltin = [&](Builtin view) {
        auto* action = add(textOf(view), m_savedId == 0 && m_builtin == view);
        connect(action, &QAction::triggered, this, [this, view] { choose(view); });
        return action;
    };
    for (const auto view : {Builtin::Mine, Builtin::Visible})
        addBuiltin(view);
    menu->addSection(tr("Work lists"));
    QList<QPointer<QAction>> workLists;
    for (const auto view : kWorkViews)
        workLists.append(addBuiltin(view));
    const auto addSaved = [&](bool isShared) {
        bool isFirst = true;
        for (const auto& view : m_cache.views()) {
            if ((view.unit_id() != 0) != isShared)
                continue;
            if (std::exchange(isFirst, false))
                menu->addSection(isShared ? tr("Shared with the team") : tr("Your own lists"));
            QString text = QString::fromStdString(view.name()).replace(QLatin1Char('&'), QStringLiteral("&&"));
            if (view.quick_key() != 0)
                text += QLatin1Char('\t') + keyText(view.quick_key());
            connect(add(text, view.id() == m_savedId), &QAction::triggered, this,
                    [this, id = view.id()] { choose(id); });
        }
    };
    addSaved(false);
    addSaved(true);
    menu->addSeparator();
    fillMore(menu);
    return workLists;
}

void ListViews::fillMore(QMenu* menu)
{
    fillActions(menu);
    menu->addSeparator();
    auto* exporting = menu->addAction(tr("Export this list…"));
    exporting->setEnabled(m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EXPORT));
    connect(exporting, &QAction::triggered, this, &ListViews::exportRequested);
    auto* printing = menu->addAction(tr("Print this list…"));
    printing->setEnabled(exporting->isEnabled()); // paper leaves the house as files do
    connect(printing, &QAction::triggered, this, &ListViews::printRequested);
    connect(menu->addAction(tr("Bin")), &QAction::triggered, this, &ListViews::binRequested);
}

void ListViews::count(const QList<QPointer<QAction>>& workLists)
{
    v1::BatchGetCustomerCountsRequest request;
    for (const auto list : kWorkLists)
        *request.add_filters() = workListSetup(list, m_days.settings()).filter;
    m_countCall =
        m_customers.counts(request, this, [workLists](const Outcome<v1::BatchGetCustomerCountsResponse>& outcome) {
            if (!outcome)
                return; // names alone do
            for (int i = 0; i < std::min<int>(outcome->capped_counts_size(), static_cast<int>(workLists.size())); ++i) {
                const int number = outcome->capped_counts(i);
                const QString text = QLocale().toString(std::min(number, kCountCap)) +
                                     (number > kCountCap ? QStringLiteral("+") : QString());
                if (workLists[i])
                    workLists[i]->setText(workLists[i]->text() + QLatin1Char('\t') + text);
            }
        });
}

void ListViews::fillActions(QMenu* menu)
{
    const auto* view = saved();
    const auto add = [this, menu](const QString& text, bool isEnabled, const auto& work) {
        auto* action = menu->addAction(text);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    if (isChanged())
        add(tr("As it was saved"), true, [this] { resetToSaved(); });
    if (view)
        add(tr("Save the changes"), view->may_edit() && isChanged(), [this] { save(); });
    add(tr("Save as a list…"), true, [this] { emit editorRequested(true); });
    if (!view)
        return;
    add(tr("Rename, share…"), view->may_edit(), [this] { emit editorRequested(false); });
    auto* first =
        add(tr("Open with this list"), true, [this, isDefault = !view->is_default()] { setDefault(isDefault); });
    first->setCheckable(true);
    first->setChecked(view->is_default());
    fillKeys(menu->addMenu(tr("Key")));
    const bool mayDelete = view->may_edit() || view->owner_user_id() == m_workplace.session.userId();
    add(tr("Delete the list"), mayDelete, [this] { remove(); });
}

void ListViews::fillKeys(QMenu* menu)
{
    const auto* view = saved();
    for (int key = 0; key <= kQuickKeys; ++key) {
        auto* action = menu->addAction(key == 0 ? tr("None") : keyText(key));
        action->setCheckable(true);
        action->setChecked(view->quick_key() == key);
        connect(action, &QAction::triggered, this, [this, key] { setQuickKey(key); });
    }
}

QList<const v1::Unit*> ListViews::shareableUnits() const
{
    const auto& directory = m_workplace.directory;
    const auto scope = m_workplace.session.scopeOf(v1::RESOURCE_LIST_VIEW, v1::ACTION_EDIT);
    QList<const v1::Unit*> units;
    const auto* place = directory.placeOf(m_workplace.session.me().unit_id());
    if (scope == v1::SCOPE_ALL) {
        for (const auto* unit : directory.units()) {
            units.append(unit);
            // The company stands above the branches and in no list of its own.
            if (const auto* above = directory.unit(unit->parent_id());
                above && above->kind() == v1::UNIT_KIND_COMPANY && !units.contains(above))
                units.append(above);
        }
        return units;
    }
    for (; place && place->kind() != v1::UNIT_KIND_COMPANY; place = directory.unit(place->parent_id())) {
        const bool isReached =
            scope == v1::SCOPE_BRANCH || (scope == v1::SCOPE_TEAM && place->kind() == v1::UNIT_KIND_TEAM);
        if (isReached)
            units.append(place);
    }
    return units;
}

} // namespace banhang::client
