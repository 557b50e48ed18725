// Which customer is chosen in the list, and where its row stands; declared in customer_list.h.
#include <QScopedValueRollback>
#include <QScrollBar>

#include "client/customers/list/customer_list.h"
#include "client/customers/list/list_title.h"
#include "client/customers/list/persistent_selection.h"
#include "client/ui/form/search_box.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr qint64 kNobodyKnows = -1;

} // namespace

void CustomerList::refresh()
{
    m_wantedId = currentId();
    const int row = m_model->rowOf(m_wantedId);
    m_wantedOffset = row >= 0 ? m_table->rowViewportPosition(row) : -1;
    m_isFilling = true;
    m_model->refresh(m_wantedId);
}

void CustomerList::select(qint64 customerId)
{
    m_wantedId = customerId;
    m_wantedOffset = -1;
    m_toldId = kNobodyKnows; // what is shown may be another one by now
    m_whenLoaded = {};       // what waits was meant for where one was
    if (m_model->rowOf(customerId) >= 0) {
        restorePlace();
        if (m_isFilling)
            m_openedId = customerId; // the rows that are on their way may lack it
        return;
    }
    m_isFilling = true;
    m_pendingId = customerId;
    if (m_model->query().text.isEmpty()) {
        m_model->reload(false, customerId);
        return;
    }
    m_search->clear(); // it need not match the words
    m_search->hide();
    load();
}

qint64 CustomerList::currentId() const
{
    if (m_pendingId != 0)
        return m_pendingId;
    const auto* row = m_model->rowAt(m_table->currentIndex().row());
    return row ? row->id : m_openedId != 0 ? m_openedId : m_awayId;
}

void CustomerList::onSettled(const QModelIndex& index)
{
    const qint64 id = index.isValid() ? index.data(RowIdRole).toLongLong() : 0;
    const bool isMeant = !m_isFilling || (id != 0 && id == m_openedId);
    if (!isMeant || (!index.isValid() && m_awayId != 0))
        return;
    m_awayId = 0;
    if (id != m_toldId)
        tellCurrent(id);
}

/// Rows that are on their way then bring this one back and no other, and what waits for rows was meant for the one
/// before.
void CustomerList::onCurrentRowChanged(const QModelIndex& current)
{
    if (m_isPlacing)
        return;
    m_whenLoaded = {};
    const auto* row = m_model->rowAt(current.row());
    if (!m_isFilling || !row)
        return;
    m_pendingId = m_awayId = 0;
    m_openedId = m_wantedId = row->id;
    m_wantedOffset = -1;
}

void CustomerList::tellCurrent(qint64 id)
{
    m_toldId = id;
    emit currentChanged(id);
}

/// Who scrolls far away from the chosen customer has chosen no other. Left alone, the table would take a neighbour for
/// the chosen row and jump to it.
void CustomerList::letCurrentGo(int firstRow, int lastRow)
{
    const int row = m_table->currentIndex().row();
    if (row < firstRow || row > lastRow)
        return;
    m_awayId = m_model->rowAt(row)->id;
    leaveRows();
}

/// The table has to be told itself, or it takes the uppermost row as soon as it gets the focus. What is selected stays,
/// whatever keys are pressed.
void CustomerList::leaveRows()
{
    const QScopedValueRollback guard(m_isPlacing, true);
    m_table->setCellCursor(false);
    const auto mode = m_table->selectionMode();
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setCurrentIndex({});
    m_table->setSelectionMode(mode);
}

/// The detail shows a customer without a row here, so no row looks chosen or is meant by keys.
void CustomerList::chooseNoneBut(qint64 id)
{
    m_awayId = id;
    m_choice->clear();
    leaveRows();
}

void CustomerList::takeCurrentBack()
{
    const int row = m_awayId == 0 ? -1 : m_model->rowOf(m_awayId);
    if (row < 0 || m_table->currentIndex().isValid())
        return;
    const QScopedValueRollback guard(m_isPlacing, true);
    m_table->setAutoScroll(false); // one is on the way to something else
    m_choice->setCurrentIndex(m_model->index(row, CustomerModel::Name),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_table->setAutoScroll(true);
}

void CustomerList::restorePlace()
{
    const qint64 openedId = m_pendingId != 0 ? m_pendingId : m_openedId != 0 ? m_openedId : m_awayId;
    m_pendingId = m_openedId = m_awayId = 0;
    const int found = m_model->rowOf(m_wantedId);
    if (found < 0 && m_wantedId != 0 && m_wantedId == openedId) {
        chooseNoneBut(openedId);
        return;
    }
    if (m_model->loadedCount() == 0)
        return;
    const int row = std::max(0, found);
    const auto index = m_model->index(row, CustomerModel::Name);
    const QScopedValueRollback guard(m_isPlacing, true);
    // Not setCurrentIndex, which asks what keys are pressed: Ctrl+S may still be when the answer comes.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (m_wantedOffset >= 0 && found >= 0) {
        auto* bar = m_table->verticalScrollBar();
        bar->setValue(bar->value() + m_table->rowViewportPosition(row) - m_wantedOffset);
    } else {
        m_table->scrollTo(index);
    }
}

void CustomerList::forgetPlace()
{
    m_wantedId = m_pendingId = m_openedId = m_awayId = 0;
}

void CustomerList::onReloaded()
{
    restorePlace();
    m_isFilling = false;
    m_retry.stop();
    tellCurrent(currentId());
    m_title->setAge({});
    updateCount();
    loadVisible();
    goOnLoading(); // the page that brought the next rows was given up for these
}

} // namespace banhang::client
