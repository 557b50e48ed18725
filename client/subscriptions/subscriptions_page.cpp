#include "client/subscriptions/subscriptions_page.h"

#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/change_feed.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/records/record_draft.h"
#include "client/subscriptions/subscription_editor.h"
#include "client/subscriptions/subscription_merge.h"
#include "client/subscriptions/subscription_text.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/two_line_delegate.h"

namespace banhang::client {

namespace {

constexpr int kListWidth = 300;
const QString kKeyStart = QStringLiteral("subscription-");
const QString kTypedField = QStringLiteral("subscription");
const QString kBeforeField = QStringLiteral("before"); ///< what was stored then

QString draftKey(qint64 subscriptionId)
{
    return kKeyStart + (subscriptionId == 0 ? QStringLiteral("new") : QString::number(subscriptionId));
}

} // namespace

SubscriptionsPage::SubscriptionsPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("What you follow"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_whose(new Segmented),
      m_list(new QListWidget),
      m_editor(new SubscriptionEditor(workplace)),
      m_splitter(new QSplitter),
      m_empty(new StateView(StateView::Kind::Empty)),
      m_failure(new StateView(StateView::Kind::Failed)),
      m_new(new Button(ButtonKind::Normal, QStringLiteral("plus"), tr("Follow something new")))
{
    m_new->setKey(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_whose->addChoice(int(Whose::Mine), QStringLiteral("user"), tr("&Yours"));
    m_whose->addChoice(int(Whose::Departments), QStringLiteral("users"), tr("&Departments"));
    addToHead(m_whose);
    addToHead(m_new);
    makeBody();
    connect(m_whose, &Segmented::chosen, this, [this] {
        keepTyped();
        m_chosen = 0;
        showList();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &SubscriptionsPage::choose);
    connect(m_new, &Button::clicked, this, &SubscriptionsPage::beginNew);
    connect(m_editor, &SubscriptionEditor::discarded, this, &SubscriptionsPage::discard);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(DraftAutosaver::kIntervalMs);
    connect(&m_keeping, &QTimer::timeout, this, &SubscriptionsPage::keepTyped);
    connect(m_editor, &SubscriptionEditor::edited, this, [this] {
        if (!m_keeping.isActive())
            m_keeping.start();
    });
    connect(&workplace.drafts, &DraftStore::discarded, this, [this](const QString& key) {
        if (m_editor->isOpen() && key == draftKey(m_editor->subscriptionId()) && m_editor->isChanged()) {
            discard();
        } else {
            fillRows();
            showState();
        }
    });
    connect(m_editor, &SubscriptionEditor::removeRequested, this, &SubscriptionsPage::remove);
    connect(m_editor, &SubscriptionEditor::muteRequested, this, [this](qint64 id, bool isMuted) {
        if (isMuted)
            mute(id, {});
        else
            unmute(id);
    });
    connect(m_editor, &SubscriptionEditor::saved, this, &SubscriptionsPage::onSaved);
    connect(m_editor, &SubscriptionEditor::failed, this, &SubscriptionsPage::failed);
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &SubscriptionsPage::onChanges);
    connect(&workplace.feed, &ChangeFeed::resyncNeeded, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, &SubscriptionsPage::fillRows);
    setFocusProxy(m_list);
}

void SubscriptionsPage::makeBody()
{
    m_list->setObjectName(QStringLiteral("subscriptions"));
    m_list->setAccessibleName(tr("What you follow"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is chosen in it scrolls it
    scroll->setWidget(m_editor);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_failure->setObjectName(QStringLiteral("failure"));
    m_empty->setIcon(QStringLiteral("eye"));
    auto* first = m_empty->addButton(true, QStringLiteral("plus"), tr("Follow something"));
    auto* again = m_failure->addButton(true, QStringLiteral("refresh-cw"), tr("Try again"));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(scroll);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(kListWidth), scaled(3 * kListWidth)});
    m_splitter->setChildrenCollapsible(false);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_splitter, 1);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_failure, 1);
    m_splitter->hide(); // until it is known what there is
    m_empty->hide();
    m_failure->hide();
    connect(first, &Button::clicked, this, &SubscriptionsPage::beginNew);
    connect(again, &Button::clicked, this, &SubscriptionsPage::reload);
}

void SubscriptionsPage::begin(qint64 subscriptionId)
{
    if (subscriptionId != 0) {
        keepTyped();
        m_chosen = subscriptionId;
        const auto found = std::ranges::find(m_all, subscriptionId, &v1::Subscription::id);
        if (found != m_all.end())
            m_whose->setCurrent(int(found->unit_id() == 0 ? Whose::Mine : Whose::Departments));
    }
    reload();
}

void SubscriptionsPage::onChanges(const QList<RecordChange>& changes)
{
    const auto concern = [&](const char* entity) {
        return std::ranges::any_of(
            changes, [entity](const RecordChange& change) { return change.entity == QLatin1String(entity); });
    };
    const bool isMuted = concern("subscription_mute");
    if (!isVisible() || (!isMuted && !concern("subscription")))
        return;
    // What is being typed is not taken away; saving then tells that somebody else was faster.
    if (!m_editor->isChanged())
        reload();
    else if (isMuted)
        followMutes();
}

/// Another one may have been chosen until the answer came.
void SubscriptionsPage::onSaved(const v1::Subscription& stored, const v1::Subscription& sent)
{
    carryOver(sent, stored);
    // Whoever goes back to it before the list has come finds what is stored.
    for (auto* list : {&m_all, &m_shown}) {
        const auto known = std::ranges::find(*list, stored.id(), &v1::Subscription::id);
        if (known != list->end())
            *known = stored;
    }
    if (m_editor->subscriptionId() == stored.id()) {
        m_chosen = stored.id();
        m_whose->setCurrent(int(stored.unit_id() == 0 ? Whose::Mine : Whose::Departments));
    }
    keepTyped();
    emit newsHappened({}, tr("Saved “%1”").arg(QString::fromStdString(stored.name())), QStringLiteral("circle-check"));
    reload();
}

void SubscriptionsPage::carryOver(const v1::Subscription& sent, const v1::Subscription& stored)
{
    const auto typedThen = typed(sent.id());
    m_workplace.drafts.remove(draftKey(sent.id()));
    if (typedThen && isEditedBetween(sent, *typedThen))
        keepDraft(typedOver(stored, *typedThen, sent), stored);
}

/// What was turned off or on from another window, without touching anything else.
void SubscriptionsPage::followMutes()
{
    m_listCall = m_api.list(this, [this](const Outcome<v1::ListSubscriptionsResponse>& outcome) {
        if (!outcome)
            return;
        for (const auto& fresh : outcome->subscriptions()) {
            for (auto* list : {&m_all, &m_shown}) {
                const auto known = std::ranges::find(*list, fresh.id(), &v1::Subscription::id);
                if (known != list->end())
                    copyMute(fresh, *known);
            }
            m_editor->followMute(fresh);
        }
        fillRows();
    });
}

void SubscriptionsPage::reload()
{
    m_listCall = m_api.list(this, [this](const Outcome<v1::ListSubscriptionsResponse>& outcome) {
        m_failure->setVisible(!outcome && !m_isLoaded);
        if (outcome) {
            m_all.assign(outcome->subscriptions().begin(), outcome->subscriptions().end());
            const auto asked = std::ranges::find(m_all, m_chosen, &v1::Subscription::id);
            if (!m_isLoaded && asked != m_all.end() && asked->unit_id() != 0)
                m_whose->setCurrent(int(Whose::Departments));
            m_isLoaded = true;
            if (isTyping())
                showListAround();
            else
                showList();
        } else if (m_isLoaded) {
            emit failed(tr("What you follow cannot be shown now."), outcome.error());
        } else {
            m_failure->setTexts(tr("What you follow cannot be shown now."), errorText(outcome.error()));
            m_splitter->hide();
        }
    });
}

bool SubscriptionsPage::isShown(const v1::Subscription& subscription) const
{
    return (subscription.unit_id() == 0) == (m_whose->current() == int(Whose::Mine));
}

void SubscriptionsPage::fillRows()
{
    for (int row = 0; row < m_list->count(); ++row)
        fillRow(row);
}

void SubscriptionsPage::fillRow(int row)
{
    const v1::Subscription& subscription = m_shown[static_cast<size_t>(row)];
    auto* item = m_list->item(row);
    const QString name = QString::fromStdString(subscription.name());
    QString second = wishText(subscription, m_workplace);
    if (m_workplace.drafts.find(draftKey(subscription.id())))
        second = tr("not saved yet") + QStringLiteral(" · ") + second;
    const QString reach = reachText(subscription, m_workplace);
    item->setText(name);
    item->setData(SecondLineRole, second);
    item->setData(RowIconRole, subscription.is_muted() ? QStringLiteral("eye-off") : entityIcon(subscription.entity()));
    item->setData(AsideRole, subscription.unit_id() == 0 && !subscription.is_muted() ? QString() : reach);
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2, %3").arg(name, second, reach));
}

void SubscriptionsPage::showList()
{
    const QSignalBlocker blocker(m_list);
    const int row = fillList();
    showState();
    if (m_list->count() > 0) {
        m_list->setCurrentRow(std::max(row, 0));
        choose(std::max(row, 0));
    }
}

int SubscriptionsPage::fillList()
{
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown), [this](const auto& one) { return isShown(one); });
    m_list->clear();
    int row = -1;
    for (size_t i = 0; i < m_shown.size(); ++i) {
        m_list->addItem(QString());
        fillRow(static_cast<int>(i));
        if (m_shown[i].id() == m_chosen)
            row = static_cast<int>(i);
    }
    return row;
}

bool SubscriptionsPage::isTyping() const
{
    return m_editor->subscriptionId() == m_chosen && m_editor->isChanged();
}

/// What is new in the list, around the one that is written in.
void SubscriptionsPage::showListAround()
{
    const QSignalBlocker blocker(m_list);
    const int row = fillList();
    m_list->setCurrentRow(row);
    showState();
    if (row >= 0)
        m_editor->followMute(m_shown[static_cast<size_t>(row)]);
}

void SubscriptionsPage::showState()
{
    const bool isOfDepartments = m_whose->current() == int(Whose::Departments);
    const bool isNew =
        m_workplace.drafts.find(draftKey(0)).has_value() || (m_editor->subscriptionId() == 0 && m_editor->isChanged());
    const bool isEmpty = m_list->count() == 0 && !isNew;
    const bool mayMake = !isOfDepartments || !keptUnits(m_workplace).isEmpty();
    m_empty->setTexts(
        isOfDepartments ? tr("No department follows anything") : tr("You follow nothing yet"),
        isOfDepartments
            ? tr("What a department follows is told to everybody in it, each as far as they may see it.")
            : tr("Say which changes of customers, care requests or talks concern you: a new owner, another tax "
                 "code, a complaint. They then come to the bell, with what was before and what is now."));
    m_new->setVisible(mayMake);
    m_empty->setVisible(isEmpty);
    m_splitter->setVisible(!isEmpty);
}

void SubscriptionsPage::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return;
    keepTyped();
    m_chosen = m_shown[static_cast<size_t>(row)].id();
    open(m_shown[static_cast<size_t>(row)]);
}

void SubscriptionsPage::open(const v1::Subscription& subscription)
{
    m_editor->open(subscription);
    const auto draft = m_workplace.drafts.find(draftKey(subscription.id()));
    if (!draft)
        return;
    if (const auto typedThen = typed(subscription.id()))
        m_editor->resume(*typedThen, fromJson<v1::Subscription>(draft->content.value(kBeforeField)));
}

std::optional<v1::Subscription> SubscriptionsPage::typed(qint64 subscriptionId) const
{
    const auto draft = m_workplace.drafts.find(draftKey(subscriptionId));
    return draft ? fromJson<v1::Subscription>(draft->content.value(kTypedField)) : std::nullopt;
}

void SubscriptionsPage::keepTyped()
{
    m_keeping.stop();
    if (!m_editor->isOpen())
        return;
    const QString key = draftKey(m_editor->subscriptionId());
    if (m_editor->isChanged()) {
        keepDraft(m_editor->typed(), m_editor->stored());
    } else if (m_workplace.drafts.find(key)) {
        m_workplace.drafts.remove(key);
    }
    fillRows();
}

void SubscriptionsPage::keepDraft(const v1::Subscription& typed, const v1::Subscription& stored)
{
    const QString name = QString::fromStdString(typed.name());
    m_workplace.drafts.keep({draftKey(stored.id()),
                             name.isEmpty() ? tr("Follow something new") : tr("Following: %1").arg(name), officeNow(),
                             QJsonObject{{kTypedField, toJson(typed)}, {kBeforeField, toJson(stored)}}});
}

bool SubscriptionsPage::openDraft(const QString& key)
{
    if (!key.startsWith(kKeyStart))
        return false;
    if (key != draftKey(0)) {
        begin(key.mid(kKeyStart.size()).toLongLong());
        return true;
    }
    if (const auto before = typed(0))
        m_whose->setCurrent(int(before->unit_id() == 0 ? Whose::Mine : Whose::Departments));
    beginNew();
    reload();
    return true;
}

void SubscriptionsPage::discard()
{
    m_keeping.stop();
    m_workplace.drafts.remove(draftKey(m_editor->subscriptionId()));
    m_editor->clear();
    reload();
}

void SubscriptionsPage::beginNew()
{
    v1::Subscription subscription;
    subscription.set_entity(v1::SUBSCRIBED_ENTITY_CUSTOMER);
    subscription.set_on_change(true);
    const auto units = keptUnits(m_workplace);
    if (m_whose->current() == int(Whose::Departments) && !units.isEmpty())
        subscription.set_unit_id(units.last()->id());
    keepTyped();
    m_chosen = 0;
    m_list->setCurrentRow(-1);
    m_empty->hide();
    m_splitter->show();
    open(subscription);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void SubscriptionsPage::remove(const v1::Subscription& subscription)
{
    m_api
        .remove(subscription.id(), this,
                [this, subscription](const Outcome<v1::Subscription>& outcome) {
                    if (!outcome) {
                        emit failed(tr("Not deleted."), outcome.error());
                        return;
                    }
                    m_workplace.drafts.remove(draftKey(subscription.id()));
                    if (m_editor->subscriptionId() == subscription.id())
                        m_editor->clear();
                    emit undoOffered(tr("Deleted “%1”").arg(QString::fromStdString(subscription.name())),
                                     [this, id = qint64(subscription.id())] { restore(id); });
                    reload();
                })
        .release();
}

void SubscriptionsPage::restore(qint64 subscriptionId)
{
    m_api
        .restore(subscriptionId, this,
                 [this](const Outcome<v1::Subscription>& outcome) {
                     if (!outcome) {
                         emit failed(tr("Not brought back."), outcome.error());
                         return;
                     }
                     m_chosen = outcome->id();
                     reload();
                 })
        .release();
}

void SubscriptionsPage::mute(qint64 subscriptionId, const QDateTime& until)
{
    m_api
        .mute(subscriptionId, until, this,
              [this](const Outcome<v1::Subscription>& outcome) {
                  if (!outcome) {
                      emit failed(tr("It was not muted."), outcome.error());
                      return;
                  }
                  emit undoOffered(tr("Muted: %1").arg(QString::fromStdString(outcome->name())),
                                   [this, id = qint64(outcome->id())] { unmute(id); });
                  reload();
              })
        .release();
}

void SubscriptionsPage::unmute(qint64 subscriptionId)
{
    m_api
        .unmute(subscriptionId, this,
                [this](const Outcome<v1::Subscription>& outcome) {
                    if (!outcome) {
                        emit failed(tr("It stays muted."), outcome.error());
                        return;
                    }
                    emit newsHappened({}, tr("“%1” tells you again").arg(QString::fromStdString(outcome->name())),
                                      QStringLiteral("eye"));
                    reload();
                })
        .release();
}

void SubscriptionsPage::clear()
{
    keepTyped();
    m_listCall.cancel();
    m_all.clear();
    m_shown.clear();
    m_list->clear();
    m_editor->clear();
    m_whose->setCurrent(int(Whose::Mine));
    m_chosen = 0;
    m_isLoaded = false;
}

bool SubscriptionsPage::nextPane()
{
    const bool isInList = m_list->hasFocus();
    (isInList ? static_cast<QWidget*>(m_editor) : static_cast<QWidget*>(m_list))->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace banhang::client
