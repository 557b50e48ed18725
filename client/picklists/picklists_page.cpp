#include "client/picklists/picklists_page.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/draft_store.h"
#include "client/core/picklist_cache.h"
#include "client/core/texts.h"
#include "client/picklists/pick_item_form.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/two_line_delegate.h"

namespace banhang::client {

namespace {

constexpr int kListWidth = 260;
constexpr int kMargin = 14;

QString labelOf(const v1::PickItem& item)
{
    return PicklistCache::labelOf(item);
}

Button* actButton(const QString& iconName, const QString& text, const QKeySequence& key)
{
    auto* button = new Button(ButtonKind::Small, iconName, text);
    button->setShortcut(key);
    button->setToolTip(QStringLiteral("%1  %2").arg(text, key.toString(QKeySequence::NativeText)));
    return button;
}

} // namespace

PicklistsPage::PicklistsPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Choice lists"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_names(listNames()),
      m_lists(new QListWidget),
      m_items(new QListWidget),
      m_notice(new NoticeBar(Tone::Error)),
      m_form(new PickItemForm),
      m_failure(new StateView(StateView::Kind::Failed)),
      m_new(new Button(ButtonKind::Normal, QStringLiteral("plus"), tr("New entry"))),
      m_up(actButton(QStringLiteral("arrow-up"), tr("Up"), QKeySequence(Qt::ALT | Qt::Key_Up))),
      m_down(actButton(QStringLiteral("arrow-down"), tr("Down"), QKeySequence(Qt::ALT | Qt::Key_Down))),
      m_offer(new Button(ButtonKind::Small, {}, {})),
      m_save(new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Save"))),
      m_discard(new Button(ButtonKind::Normal, QStringLiteral("undo-2"), tr("Discard changes")))
{
    m_new->setKey(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_save->setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
    addToHead(m_new);
    for (auto* list : {m_lists, m_items})
        list->setItemDelegate(new TwoLineDelegate(list));
    m_lists->setObjectName(QStringLiteral("lists"));
    m_lists->setAccessibleName(tr("Choice lists"));
    m_items->setObjectName(QStringLiteral("entries"));
    m_items->setAccessibleName(tr("Entries of the list"));
    auto* panes = new QSplitter;
    panes->addWidget(m_lists);
    panes->addWidget(makeEntries());
    panes->setStretchFactor(1, 1);
    panes->setSizes({scaled(kListWidth), scaled(3 * kListWidth)});
    panes->setChildrenCollapsible(false);
    m_panes = panes;
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(panes, 1);
    body()->addWidget(m_failure, 1);
    m_failure->setFailure(tr("The lists cannot be shown now."), {}, [this] { reload(); });
    for (const auto& list : m_names)
        m_lists->addItem(list.name);
    connect(m_lists, &QListWidget::currentRowChanged, this, [this] {
        keepTyped();
        forgetRefusal();
        m_chosen = 0;
        showItems();
    });
    connect(m_items, &QListWidget::currentRowChanged, this, [this](int row) {
        forgetRefusal();
        choose(row);
    });
    connect(m_items, &QListWidget::itemActivated, this, [this] { m_form->setFocus(Qt::OtherFocusReason); });
    connect(m_form, &PickItemForm::edited, this, &PicklistsPage::applyState);
    keepDrafts();
    connect(m_new, &Button::clicked, this, [this] {
        begin();
        m_form->setFocus(Qt::OtherFocusReason); // also by the key: what is typed next is the name
    });
    connect(m_save, &Button::clicked, this, &PicklistsPage::save);
    connect(m_discard, &Button::clicked, this, &PicklistsPage::discard);
    connect(m_up, &Button::clicked, this, [this] { move(-1); });
    connect(m_down, &Button::clicked, this, [this] { move(1); });
    connect(m_offer, &Button::clicked, this, [this] { offer(m_form->stored(), !m_form->stored().active(), false); });
    connect(&workplace.picklists, &PicklistCache::changed, this, &PicklistsPage::showItems);
    setFocusProxy(m_lists);
    m_lists->setCurrentRow(0);
}

QWidget* PicklistsPage::makeEntries()
{
    auto* pane = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, kMargin);
    column->setSpacing(8);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(kMargin, 0, kMargin, 0);
    below->setSpacing(10);
    below->addLayout(makeActs());
    below->addWidget(m_notice);
    below->addWidget(new FieldScroll(m_form));
    auto* end = new QHBoxLayout;
    end->addWidget(m_save);
    end->addWidget(m_discard);
    end->addStretch(1);
    below->addLayout(end);
    column->addWidget(m_items, 1);
    column->addLayout(below);
    m_notice->hide();
    return pane;
}

QHBoxLayout* PicklistsPage::makeActs()
{
    auto* acts = new QHBoxLayout;
    for (Button* button : {m_up, m_down, m_offer})
        acts->addWidget(button);
    acts->addStretch(1);
    return acts;
}

void PicklistsPage::reload()
{
    m_workplace.picklists.reload();
}

void PicklistsPage::clear()
{
    keepTyped();
    m_call.cancel();
    m_form->open({}); // what was typed is not for the next one
    m_chosen = 0;
    m_wanted.clear();
    m_overtaken.clear();
    forgetRefusal();
}

bool PicklistsPage::nextPane()
{
    const QList<QWidget*> panes{m_lists, m_items, m_form->focusProxy()};
    const auto here = panes.indexOf(window()->focusWidget());
    panes[(here + 1) % panes.size()]->setFocus(Qt::OtherFocusReason);
    return true;
}

QString PicklistsPage::chosenList() const
{
    const int row = m_lists->currentRow();
    return row < 0 ? QString() : m_names[row].key;
}

/// How many of each are offered, and where.
void PicklistsPage::showLists()
{
    for (int row = 0; row < m_lists->count(); ++row) {
        const auto offered = m_workplace.picklists.choices(m_names[row].key).size();
        auto* item = m_lists->item(row);
        item->setData(SecondLineRole, m_names[row].use);
        item->setData(AsideRole, QString::number(offered));
        item->setData(Qt::AccessibleTextRole, tr("%1, entries: %2").arg(m_names[row].name).arg(offered));
    }
}

void PicklistsPage::showItems()
{
    keepTyped();
    showLists();
    const auto& stored = m_workplace.picklists;
    m_shown.clear();
    for (const auto* item : stored.all(chosenList()))
        m_shown.push_back(*item);
    const QSignalBlocker quiet(m_items);
    m_items->clear();
    v1::PickItem added;
    added.set_list_key(chosenList().toStdString());
    const QString wanted = stored.isEmpty() ? QString() : std::exchange(m_wanted, {});
    if (!wanted.isEmpty())
        m_chosen = 0;
    int current = m_chosen == 0 && wanted.isEmpty() && !typedInto(added) ? 0 : -1;
    for (int row = 0; row < static_cast<int>(m_shown.size()); ++row) {
        m_items->addItem(QString());
        fillRow(row);
        const v1::PickItem& item = m_shown[static_cast<size_t>(row)];
        if ((m_chosen != 0 && item.id() == m_chosen) || keyOf(item) == wanted)
            current = row;
    }
    m_panes->setVisible(!stored.isEmpty());
    m_failure->setVisible(stored.isEmpty());
    if (m_shown.empty() || current < 0) {
        begin();
    } else {
        m_items->setCurrentRow(current);
        choose(current);
    }
}

void PicklistsPage::fillRows()
{
    for (int row = 0; row < m_items->count(); ++row)
        fillRow(row);
}

void PicklistsPage::fillRow(int row)
{
    const v1::PickItem& item = m_shown[static_cast<size_t>(row)];
    auto* entry = m_items->item(row);
    const QString name = labelOf(item);
    const QString other =
        QString::fromStdString(labelOf(item).toStdString() == item.label_vi() ? item.label_en() : item.label_vi());
    QStringList second{QString::fromStdString(item.key())};
    if (!other.isEmpty())
        second.prepend(other);
    if (typedInto(item))
        second.prepend(tr("not saved yet"));
    const QString aside = item.active() ? QString() : tr("no longer offered");
    entry->setText(name);
    entry->setData(SecondLineRole, second.join(QStringLiteral(" · ")));
    entry->setData(AsideRole, aside);
    entry->setData(Qt::AccessibleTextRole, QStringList{name, second.join(QStringLiteral(", ")), aside}.join(u' '));
}

void PicklistsPage::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return;
    keepTyped();
    const v1::PickItem& item = m_shown[static_cast<size_t>(row)];
    m_chosen = item.id();
    resume(item);
}

/// With what was typed into it before; what a colleague changed meanwhile is taken over elsewhere, and told.
void PicklistsPage::resume(const v1::PickItem& item)
{
    m_form->open(item);
    m_overtaken.clear();
    if (const auto found = typedInto(item)) {
        auto typed = found->item;
        if (typed.label_vi() == found->before.label_vi())
            typed.set_label_vi(item.label_vi());
        if (typed.label_en() == found->before.label_en())
            typed.set_label_en(item.label_en());
        m_form->resume(typed);
        // Of a new version alone that stands elsewhere now there is nothing to tell.
        if (found->before.label_vi() != item.label_vi() || found->before.label_en() != item.label_en())
            m_overtaken = labelOf(item);
    }
    showNotice();
    applyState();
}

void PicklistsPage::begin()
{
    keepTyped();
    v1::PickItem item;
    item.set_list_key(chosenList().toStdString());
    item.set_active(true);
    m_chosen = 0;
    m_items->setCurrentRow(-1);
    resume(item);
}

void PicklistsPage::discard()
{
    m_form->open(m_form->stored());
    forgetRefusal();
    keepTyped();
    showItems();
}

void PicklistsPage::save()
{
    if (m_call.isActive() || m_form->changes().empty())
        return;
    forgetRefusal();
    const v1::PickItem sent = m_form->typed();
    const auto onAnswer = [this, sent](const Outcome<v1::PickItem>& outcome) { onSaved(sent, outcome); };
    if (sent.id() == 0)
        m_call = m_api.create(sent, this, onAnswer);
    else
        m_call = m_api.update(sent, m_form->changes(), this, onAnswer);
    applyState();
}

/// What was typed until the answer came, into this entry or another, stays.
void PicklistsPage::onSaved(const v1::PickItem& sent, const Outcome<v1::PickItem>& outcome)
{
    if (!outcome) {
        tellRefusal(sent, {tr("Not saved."), tr("“%1” is not saved.")}, outcome.error());
        return;
    }
    const v1::PickItem& stored = outcome.value();
    carryOver(sent, stored);
    // Whoever goes back to it before the entries have come finds what is stored.
    const auto known = std::ranges::find(m_shown, stored.id(), &v1::PickItem::id);
    if (known != m_shown.end())
        *known = stored;
    if (keyOf(m_form->stored()) == keyOf(sent)) {
        const v1::PickItem typed = typedSince(m_form->typed(), sent, stored);
        m_form->open(stored);
        m_form->resume(typed);
        m_chosen = stored.id();
        keepTyped();
    }
    emit newsHappened({}, tr("Saved: %1").arg(labelOf(stored)), QStringLiteral("circle-check"));
    reload();
    applyState();
}

/// At the fields and beside the entry that it is about; when that is no longer the chosen one, by its name.
void PicklistsPage::tellRefusal(const v1::PickItem& item, const NotDone& what, const AppError& error)
{
    const auto& issues = error.detail().issues();
    const bool isHere = keyOf(m_form->stored()) == keyOf(item);
    if (isHere && error.code() == ErrorCode::AlreadyExists)
        m_form->showKeyTaken(errorText(error));
    else if (!isHere || issues.empty() || !m_form->showIssues(issues))
        m_refusal = Refusal{item, what, isHere || issues.empty() ? errorText(error) : issueText(issues[0])};
    showNotice();
    if (error.code() == ErrorCode::Conflict || error.code() == ErrorCode::NotFound)
        reload(); // who then tries once more has seen what the other one made of it
    applyState();
}

void PicklistsPage::forgetRefusal()
{
    m_refusal.reset();
    showNotice();
}

void PicklistsPage::showNotice()
{
    const bool isHere = m_refusal && keyOf(m_refusal->item) == keyOf(m_form->stored());
    if (!m_overtaken.isEmpty() && (!m_refusal || isHere)) {
        m_notice->setTexts(tr("A colleague has changed this entry meanwhile."),
                           tr("It is “%1” now; saving puts in its place what you typed.").arg(m_overtaken));
    } else if (m_refusal) {
        const v1::PickItem& item = m_refusal->item;
        const QString name = item.id() == 0
                                 ? labelOf(item)
                                 : m_workplace.picklists.label(QString::fromStdString(item.list_key()), item.key());
        m_notice->setTexts(isHere ? m_refusal->what.here : m_refusal->what.elsewhere.arg(name), m_refusal->why);
    }
    m_notice->setVisible(m_refusal || !m_overtaken.isEmpty());
}

void PicklistsPage::offer(const v1::PickItem& item, bool isOffered, bool isUndo)
{
    v1::PickItem wanted = item;
    wanted.set_active(isOffered);
    forgetRefusal();
    const auto onAnswer = [this, item, isOffered, isUndo](const Outcome<v1::PickItem>& outcome) {
        if (!outcome) {
            tellRefusal(item, {tr("Not changed."), tr("“%1” is not changed.")}, outcome.error());
            return;
        }
        const QString text =
            (isOffered ? tr("Offered again: %1") : tr("No longer offered: %1")).arg(labelOf(outcome.value()));
        if (isUndo)
            emit newsHappened({}, text, QStringLiteral("undo-2"));
        else
            emit undoOffered(text, [this, isOffered, after = outcome.value()] { offer(after, !isOffered, true); });
        reload();
    };
    m_call.release(); // taken back while another one is being saved
    m_call = m_api.update(wanted, {"active"}, this, onAnswer);
    applyState();
}

void PicklistsPage::move(int step)
{
    const int row = m_items->currentRow();
    const int other = row + step;
    if (m_call.isActive() || row < 0 || other < 0 || other >= static_cast<int>(m_shown.size()))
        return;
    forgetRefusal();
    const v1::PickItem item = m_shown[static_cast<size_t>(row)];
    const int before = step < 0 ? other - 1 : other;
    const qint64 behindId = before < 0 ? 0 : m_shown[static_cast<size_t>(before)].id();
    m_call = m_api.move(item, behindId, this, [this, item](const Outcome<v1::PickItem>& outcome) {
        if (outcome)
            reload();
        else
            tellRefusal(item, {tr("Not moved."), tr("“%1” is not moved.")}, outcome.error());
        applyState();
    });
    applyState();
}

void PicklistsPage::applyState()
{
    const bool isBusy = m_call.isActive();
    const bool isNew = m_form->stored().id() == 0;
    const bool isChanged = !m_form->changes().empty();
    const int row = m_items->currentRow();
    // Also while one is moved, else the focus would leave for the next field, and the next stroke with it.
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_items->count());
    m_offer->relabel(m_form->stored().active() ? tr("No longer offer it") : tr("Offer it again"));
    for (Button* button : {m_up, m_down, m_offer})
        button->setVisible(!isNew);
    m_offer->setEnabled(!isBusy);
    m_save->relabel(isNew ? tr("Add") : tr("Save"));
    m_save->setEnabled(!isBusy && isChanged);
    m_discard->setVisible(isChanged);
}

} // namespace banhang::client
