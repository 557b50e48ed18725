#include "client/merging/merging_page.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_text.h"
#include "client/merging/scan_bar.h"
#include "client/merging/undo_view.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

MergingPage::MergingPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Duplicates"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_shelf(new Segmented),
      m_different(new Button(ButtonKind::Normal, {}, tr("Not the same"))),
      m_later(new Button(ButtonKind::Flat, {}, tr("Later"))),
      m_act(new Button(ButtonKind::Primary, QStringLiteral("merge"), tr("Merge"))),
      m_scan(new ScanBar(workplace, m_api)),
      m_stack(new QStackedWidget),
      m_list(new FindingList(workplace)),
      m_none(new StateView(StateView::Kind::Empty)),
      m_broken(new StateView(StateView::Kind::Failed)),
      m_merge(new MergeView(workplace, m_api)),
      m_undo(new UndoView(workplace, m_api))
{
    makeHead();
    m_list->setAccessibleName(tr("Groups that may be one customer"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_broken);
    m_stack->addWidget(m_merge);
    m_stack->addWidget(m_undo);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_scan);
    body()->addWidget(m_stack, 1);
    auto* again = m_broken->addButton(true, QStringLiteral("refresh-cw"), tr("Try again"));
    connect(again, &Button::clicked, this, [this] { reload(); });
    connectViews();
    applyState();
}

void MergingPage::makeHead()
{
    m_shelf->addChoice(Waiting, QStringLiteral("copy-check"), tr("T&o review"));
    m_shelf->addChoice(Postponed, QStringLiteral("clock"), tr("&Postponed"));
    m_shelf->addChoice(Merged, QStringLiteral("merge"), tr("&Merged"));
    m_different->setKey(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    m_later->setKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    m_act->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    addToHead(m_shelf);
    addToHead(m_different);
    addToHead(m_later);
    addToHead(m_act);
}

void MergingPage::connectViews()
{
    connect(m_shelf, &Segmented::chosen, this, [this] { reload(); });
    connect(m_different, &Button::clicked, this, [this] { decide(v1::FINDING_ANSWER_DIFFERENT); });
    connect(m_later, &Button::clicked, this, [this] { decide(v1::FINDING_ANSWER_LATER); });
    connect(m_act, &Button::clicked, this, [this] {
        if (m_stack->currentWidget() == m_undo)
            m_undo->undo();
        else
            m_merge->merge();
    });
    connect(m_list, &FindingList::opened, this, &MergingPage::showPair);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &MergingPage::onScrolled);
    connect(m_merge, &MergeView::loaded, this, &MergingPage::applyState);
    connect(m_merge, &MergeView::merged, this, &MergingPage::onMerged);
    connect(m_merge, &MergeView::failed, this, &MergingPage::failed);
    connect(m_merge, &MergeView::failed, this, &MergingPage::applyState);
    connect(m_merge, &MergeView::notComparable, this, &MergingPage::leavePair);
    connect(m_scan, &ScanBar::failed, this, &MergingPage::failed);
    connect(m_scan, &ScanBar::looked, this, &MergingPage::setNoneTexts);
    connect(m_scan, &ScanBar::finished, this, [this] {
        // Not under the hands of somebody who is comparing.
        if (m_stack->currentWidget() != m_merge && m_stack->currentWidget() != m_undo)
            reload();
        else
            countWaiting();
    });
    connect(m_undo, &UndoView::loaded, this, &MergingPage::applyState);
    connect(m_undo, &UndoView::failed, this, &MergingPage::failed);
    connect(m_undo, &UndoView::undone, this, [this](const v1::UndoMergeResponse& response) {
        emit newsHappened({}, tr("Merge undone: %Ln customers again", nullptr, response.restored_size() + 1),
                          QStringLiteral("undo-2"));
        if (m_stack->currentWidget() != m_merge)
            reload();
    });
}

/// Nothing to look at: back to where they were chosen.
void MergingPage::leavePair()
{
    if (m_stack->currentWidget() != m_merge)
        return;
    if (m_isQueue || !isVisible())
        showList();
    else
        emit closeRequested();
}

void MergingPage::end()
{
    m_call.cancel();
    m_countCall.cancel();
    m_toOpen.clear();
    m_nextToken.clear();
    m_isQueue = false;
    m_list->clearAll();
    m_merge->end();
    m_undo->forget();
    m_shelf->setCurrent(Waiting);
    m_stack->setCurrentWidget(m_list);
    setWaiting(0);
    applyState();
}

void MergingPage::reload(const QList<qint64>& toOpen)
{
    m_isQueue = false;
    m_toOpen = toOpen;
    m_list->clearAll();
    m_nextToken.clear();
    if (m_shelf->current() == Merged)
        m_call = m_api.listMerges({}, this, [this](const Outcome<v1::ListMergesResponse>& outcome) {
            if (outcome)
                addMerges(outcome.value(), true);
            else
                showBroken(tr("The merges cannot be shown now."), outcome.error());
        });
    else
        m_call = m_api.listFindings(m_shelf->current() == Postponed, {}, this,
                                    [this](const Outcome<v1::ListFindingsResponse>& outcome) {
                                        if (outcome)
                                            addFindings(outcome.value(), true);
                                        else
                                            showBroken(tr("The groups cannot be shown now."), outcome.error());
                                    });
}

void MergingPage::showBroken(const QString& strong, const AppError& error)
{
    m_broken->setTexts(strong, errorText(error));
    m_stack->setCurrentWidget(m_broken);
    applyState();
}

void MergingPage::countWaiting()
{
    m_countCall = m_api.listFindings(false, {}, this, [this](const Outcome<v1::ListFindingsResponse>& outcome) {
        if (outcome)
            setWaiting(outcome->capped_count());
    });
}

void MergingPage::onScrolled()
{
    const auto* bar = m_list->verticalScrollBar();
    if (bar->value() >= bar->maximum() - bar->pageStep())
        loadMore();
}

/// A page that does not come leaves what is there; the next scrolling asks again.
void MergingPage::loadMore()
{
    if (m_nextToken.empty() || m_call.isActive())
        return;
    if (m_shelf->current() == Merged)
        m_call = m_api.listMerges(m_nextToken, this, [this](const Outcome<v1::ListMergesResponse>& outcome) {
            if (outcome)
                addMerges(outcome.value(), false);
            else if (isBlank())
                showBroken(tr("The merges cannot be shown now."), outcome.error());
        });
    else
        m_call = m_api.listFindings(m_shelf->current() == Postponed, m_nextToken, this,
                                    [this](const Outcome<v1::ListFindingsResponse>& outcome) {
                                        if (outcome)
                                            addFindings(outcome.value(), false);
                                        else if (isBlank())
                                            showBroken(tr("The groups cannot be shown now."), outcome.error());
                                    });
}

/// Everything that was loaded is answered, and the next page is on its way.
bool MergingPage::isBlank() const
{
    return m_list->count() == 0 && m_stack->currentWidget() == m_list;
}

void MergingPage::addFindings(const v1::ListFindingsResponse& page, bool isFirst)
{
    const bool isAwaited = isFirst || isBlank();
    for (const auto& finding : page.findings())
        m_list->addFinding(finding);
    m_nextToken = page.next_page_token();
    if (isFirst && m_shelf->current() == Waiting)
        setWaiting(page.capped_count());
    if (!isAwaited)
        return;
    if (m_list->count() == 0 && !m_nextToken.empty())
        waitForPage(); // colleagues have answered what stood on this one
    else if (m_isQueue && m_list->count() > 0)
        showPair(0);
    else
        showList();
    if (const int row = m_list->rowOf(m_toOpen); row >= 0)
        showPair(row);
    if (m_list->count() > 0)
        m_toOpen.clear();
}

void MergingPage::addMerges(const v1::ListMergesResponse& page, bool isFirst)
{
    const bool isAwaited = isFirst || isBlank();
    for (const auto& merge : page.merges())
        m_list->addMerge(merge);
    m_nextToken = page.next_page_token();
    if (isAwaited)
        showList();
}

void MergingPage::setWaiting(int count)
{
    m_waiting = std::max(0, count);
    emit countChanged(m_waiting);
}

void MergingPage::setNoneTexts()
{
    switch (m_shelf->current()) {
    case Merged:
        return m_none->setTexts(tr("Nothing merged yet"), tr("Merges can be undone here for 90 days."));
    case Postponed:
        return m_none->setTexts(tr("Nothing postponed"), tr("Groups that you put off are kept here."));
    default:
        m_none->setTexts(m_scan->isFirstAhead() ? tr("Not all customers have been checked yet")
                                                : tr("Nobody to review"),
                         tr("The server checks all customers every week."));
    }
}

void MergingPage::showList()
{
    m_isQueue = false;
    if (m_list->count() == 0 && (m_call.isActive() || !m_nextToken.empty())) {
        waitForPage();
        return;
    }
    if (m_list->count() == 0) {
        setNoneTexts();
        m_stack->setCurrentWidget(m_none);
    } else {
        m_stack->setCurrentWidget(m_list);
        if (m_list->currentRow() < 0)
            m_list->setCurrentRow(0);
        m_list->setFocus();
    }
    applyState();
}

void MergingPage::showPair(int row)
{
    m_list->setCurrentRow(row);
    if (m_shelf->current() == Merged) {
        if (m_list->mergeAt(row) == 0)
            return;
        m_undo->consider(m_list->mergeAt(row));
        m_stack->setCurrentWidget(m_undo);
    } else {
        m_isQueue = true;
        m_merge->compare(m_list->customersAt(row));
        m_stack->setCurrentWidget(m_merge);
    }
    applyState();
    m_stack->currentWidget()->setFocus();
}

void MergingPage::openMerge(const QList<qint64>& customerIds)
{
    m_isQueue = false;
    m_merge->forget();
    m_merge->compare(customerIds);
    m_stack->setCurrentWidget(m_merge);
    applyState();
}

void MergingPage::applyState()
{
    const auto* shown = m_stack->currentWidget();
    const bool isPair = shown == m_merge;
    const bool isUndo = shown == m_undo;
    const bool mayMerge = m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE);
    const bool isAsked = isPair || (shown == m_list && m_list->count() > 0 && m_shelf->current() != Merged);
    m_shelf->setVisible(!isPair && !isUndo);
    m_scan->setWanted(!isPair && !isUndo);
    m_different->setVisible(isAsked && mayMerge);
    m_later->setVisible(isAsked && mayMerge && m_shelf->current() == Waiting);
    m_act->setVisible((isPair || isUndo) && mayMerge);
    m_act->setEnabled(isPair ? m_merge->isReady() : m_undo->isReady());
    m_act->relabel(isUndo                              ? tr("Undo the merge")
                   : m_merge->survivorCode().isEmpty() ? tr("Merge")
                                                       : tr("Merge into %1").arg(m_merge->survivorCode()));
    setAside(isPair && m_isQueue
                 ? tr("group %1 of %2").arg(m_list->currentRow() + 1).arg(std::max(m_waiting, m_list->count()))
                 : QString());
    setCloseText(hasListBehind() ? tr("Back") : QString());
    setTitle(isPair   ? mergeTitle(static_cast<int>(m_merge->customerIds().size()))
             : isUndo ? tr("Undo a merge")
                      : tr("Duplicates"));
    // A late answer says nothing of the keys of the page that is looked at by then.
    if (isVisible())
        emit keysChanged(keysHere());
}

QString MergingPage::keysHere() const
{
    const auto* shown = m_stack->currentWidget();
    if (shown == m_merge)
        return tr("↑ ↓ choose field  ·  1 take left  ·  2 take right  ·  3 keep both  ·  F2 edit result");
    if (shown == m_undo)
        return tr("Ctrl+Enter undo  ·  Esc back");
    if (shown != m_list || m_list->count() == 0)
        return tr("Esc close  ·  F6 next pane  ·  F1 all keys");
    switch (m_shelf->current()) {
    case Merged:
        return tr("Enter see what undoing would do  ·  Esc close");
    case Postponed:
        return tr("Enter compare  ·  Ctrl+Delete not the same");
    default:
        return tr("Enter compare  ·  Ctrl+Delete not the same  ·  Ctrl+PgDn later");
    }
}

bool MergingPage::hasListBehind() const
{
    const auto* shown = m_stack->currentWidget();
    return shown == m_undo || (shown == m_merge && m_isQueue);
}

void MergingPage::onClose()
{
    if (hasListBehind())
        showList();
    else
        emit closeRequested();
}

void MergingPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    applyState();
}

void MergingPage::hideEvent(QHideEvent* event)
{
    TitledPage::hideEvent(event);
    emit keysChanged({});
}

bool MergingPage::event(QEvent* event)
{
    // A key that is held down would answer groups that nobody has looked at.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isAnswer = key->key() == Qt::Key_Delete || key->key() == Qt::Key_PageDown ||
                              key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->isAutoRepeat() && isAnswer && key->modifiers().testFlag(Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    return TitledPage::event(event);
}

} // namespace banhang::client
