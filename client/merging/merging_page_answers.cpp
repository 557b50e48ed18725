// What is answered about groups, sent and taken back; declared in merging_page.h.
#include <QStackedWidget>

#include <algorithm>

#include "client/core/texts.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_page.h"
#include "client/merging/merging_text.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

namespace {

/// Groups that are there before somebody comes to them. The server sends 50 at a time.
constexpr int kAhead = 20;

} // namespace

MergingPage::Taken MergingPage::takeOut(const QList<qint64>& ids)
{
    Taken taken{m_shelf->current(), m_list->takeCustomers(ids)};
    if (taken.shelf == Waiting)
        setWaiting(m_waiting - static_cast<int>(taken.groups.size()));
    return taken;
}

/// These groups wait again, each in its place; nothing is taken out of the hands of somebody who looks at another one.
void MergingPage::putBack(const Taken& taken)
{
    countWaiting();
    if (m_shelf->current() != taken.shelf)
        return;
    m_list->putBack(taken.groups);
    if (m_stack->currentWidget() == m_none)
        showList();
    else
        applyState();
}

/// The group under way, which stood in this row, is answered: on to the next one.
void MergingPage::next(int row)
{
    // Far enough ahead that nobody who answers quickly comes to the end of a page.
    if (m_list->count() < kAhead)
        loadMore();
    if (m_list->count() > 0)
        showPair(std::clamp(row, 0, m_list->count() - 1));
    else if (m_call.isActive())
        waitForPage();
    else
        reload();
}

void MergingPage::waitForPage()
{
    loadMore();
    m_stack->setCurrentWidget(m_list);
    applyState();
}

void MergingPage::decide(v1::FindingAnswer answer)
{
    const bool isPair = m_stack->currentWidget() == m_merge;
    if (isPair && !m_merge->isReady())
        return; // nobody has seen it yet
    const auto ids = isPair ? m_merge->customerIds() : m_list->customersAt(m_list->currentRow());
    if (ids.size() < 2)
        return;
    const int row = m_list->currentRow();
    const auto taken = takeOut(ids);
    const auto onAnswer = [this, taken](const Outcome<v1::DecideFindingResponse>& outcome) {
        if (outcome)
            return;
        emit failed(tr("The answer was not saved."), outcome.error());
        putBack(taken);
    };
    m_api.decide(ids, answer, this, onAnswer).release();
    emit undoOffered(answer == v1::FINDING_ANSWER_LATER ? tr("Postponed") : tr("Kept as different customers"),
                     [this, ids, taken] { undoAnswers(ids, taken); });
    if (isPair && m_isQueue)
        next(row);
    else if (isPair)
        emit closeRequested();
    else
        showList();
}

void MergingPage::undoAnswers(const QList<qint64>& ids, const Taken& taken)
{
    const auto onAnswer = [this, ids, taken](const Outcome<v1::DecideFindingResponse>& outcome) {
        if (outcome)
            returnTo(ids, taken);
        else
            emit failed(tr("The answer stays."), outcome.error());
    };
    m_api.decide(ids, v1::FINDING_ANSWER_OPEN, this, onAnswer).release();
}

/// An answer was taken back: its group is open again, and to be looked at where the page is still there and nobody has
/// begun with another one.
void MergingPage::returnTo(const QList<qint64>& ids, const Taken& taken)
{
    if (m_stack->currentWidget() == m_merge && m_merge->isTouched())
        putBack(taken);
    else if (isVisible() && m_shelf->current() != Merged)
        reload(ids);
    else
        countWaiting();
}

bool MergingPage::isComparing(const QList<qint64>& ids) const
{
    return m_stack->currentWidget() == m_merge && m_merge->customerIds() == ids;
}

void MergingPage::onMerged(const QList<qint64>& ids, const v1::MergeCustomersResponse& response)
{
    const int row = m_list->currentRow();
    const auto taken = takeOut(ids);
    const qint64 mergeId = response.merge_id();
    emit undoOffered(tr("Merged into %1").arg(namedCode(response.customer().name(), response.customer().code())),
                     [this, mergeId, ids, taken] { undoNow(mergeId, ids, taken); });
    if (!isComparing(ids))
        fillUp(); // somebody has gone on meanwhile
    else if (m_isQueue)
        next(row);
    else
        leavePair();
}

/// Groups are gone behind what is looked at, which may be the list.
void MergingPage::fillUp()
{
    if (m_list->count() < kAhead)
        loadMore();
    if (isBlank() && !m_isQueue)
        showList();
    else
        applyState();
}

void MergingPage::undoNow(qint64 mergeId, const QList<qint64>& ids, const Taken& taken)
{
    const auto onAnswer = [this, ids, taken](const Outcome<v1::UndoMergeResponse>& outcome) {
        if (!outcome) {
            emit failed(tr("The merge stays."), outcome.error());
            return;
        }
        emit newsHappened({}, tr("Merge undone: %Ln customers again", nullptr, outcome->restored_size() + 1),
                          QStringLiteral("undo-2"));
        if (m_shelf->current() == Merged && m_stack->currentWidget() != m_merge)
            reload();
        else
            returnTo(ids, taken);
    };
    m_api.undo(mergeId, 0, this, onAnswer).release();
}

} // namespace banhang::client
