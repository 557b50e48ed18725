#include "client/customers/list/cell_editing.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customers_api.h"
#include "client/customers/list/cell_values.h"
#include "client/customers/list/customer_columns.h"
#include "client/customers/list/customer_model.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/look.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/label.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr int kMessageWidth = 320;
const QString kLostKey = QStringLiteral("cells-unsaved"); ///< of the draft
const QString kLostTexts = QStringLiteral("texts");

/// The sentence about what was typed, before that about the whole.
QString reasonOf(const AppError& error, const std::string& field)
{
    for (const auto& issue : error.detail().issues()) {
        if (issue.path().rfind(field, 0) == 0)
            return issueText(issue);
    }
    return errorText(error);
}

} // namespace

CellEditing::CellEditing(const Workplace& workplace, CustomersApi& api, CustomerModel* model, DataTable* table)
    : QObject(table),
      m_workplace(workplace),
      m_api(api),
      m_model(model),
      m_table(table),
      m_message(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Error, table->viewport()))
{
    m_message->setWordWrap(true);
    m_message->setAutoFillBackground(true);
    m_message->setMargin(6);
    m_message->setFrameShape(QFrame::Box);
    m_message->hide();
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, &CellEditing::place);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &CellEditing::place);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, &CellEditing::place);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, changed, this, &CellEditing::place);
    connect(model, &QAbstractItemModel::modelReset, this, &CellEditing::place);
}

CellEditing::~CellEditing() = default;

bool CellEditing::start(const QModelIndex& index)
{
    const auto* customer = m_model->customerAt(index.row());
    if (!customer || cellInput(index.column()) == CellInput::None)
        return false;
    if (!m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT)) {
        emit refused(tr("You do not have the right to edit customers."));
        return false;
    }
    if (isCellHidden(index.column(), *customer)) {
        emit refused(tr("You may not see this value, so you cannot change it."));
        return false;
    }
    if (m_isCommitWanted)
        saveBehind();
    if (isOpen())
        close();
    m_saveCall.release(); // the cell before goes on by itself
    ++m_turn;
    m_id = customer->id();
    m_name = customer->name();
    m_column = index.column();
    m_before = cellText(m_column, *customer);
    m_hasStored = false;
    m_isCommitWanted = m_isOverwriting = false;
    makeEditor(*customer);
    fetch();
    return true;
}

bool CellEditing::fill(const QModelIndex& index, const QString& text)
{
    if (!start(index))
        return false;
    if (auto* edit = qobject_cast<QLineEdit*>(m_editor))
        edit->setText(text);
    else if (auto* box = qobject_cast<QComboBox*>(m_editor))
        box->setCurrentIndex(std::max(0, box->findData(text)));
    commit(0);
    return true;
}

void CellEditing::makeEditor(const v1::Customer& customer)
{
    auto* host = m_table->viewport();
    if (cellInput(m_column) == CellInput::Line) {
        auto* edit = new QLineEdit(m_before, host);
        edit->selectAll();
        m_editor = edit;
    } else {
        auto* box = new QComboBox(host);
        for (const auto& choice : cellChoices(m_column, m_workplace.picklists))
            box->addItem(choice.label, choice.key);
        box->setCurrentIndex(std::max(0, box->findData(m_before)));
        m_editor = box;
    }
    m_editor->setAccessibleName(
        tr("%1 of %2").arg(CustomerModel::titleOf(m_column), QString::fromStdString(customer.name())));
    m_editor->installEventFilter(this);
    place();
    m_editor->show();
    m_editor->setFocus();
}

void CellEditing::place()
{
    if (!isOpen())
        return;
    const int row = m_model->rowOf(m_id);
    if (row < 0)
        return; // loaded anew; it may come back with the next page
    QRect cell = m_table->visualRect(m_model->index(row, m_column));
    cell.setWidth(std::max(cell.width(), m_editor->minimumSizeHint().width()));
    m_editor->setGeometry(cell);
    if (m_message->isHidden())
        return;
    const int width = std::min(scaled(kMessageWidth), m_table->viewport()->width() - 8);
    const QSize size(width, m_message->heightForWidth(width));
    const int left = std::clamp(cell.left(), 0, std::max(0, m_table->viewport()->width() - width));
    const bool hasRoomBelow = cell.bottom() + size.height() < m_table->viewport()->height();
    m_message->setGeometry(QRect(QPoint(left, hasRoomBelow ? cell.bottom() + 1 : cell.top() - size.height()), size));
    m_message->raise();
}

/// The list has a part of the record only, and may be a moment behind.
void CellEditing::fetch()
{
    m_getCall = m_api.get(m_id, this, [this](const Outcome<v1::Customer>& outcome) {
        if (!outcome) {
            m_isCommitWanted = false;
            show(errorText(outcome.error()));
            return;
        }
        m_stored = outcome.value();
        m_hasStored = true;
        if (std::exchange(m_isCommitWanted, false))
            save();
    });
}

QString CellEditing::typed() const
{
    if (const auto* edit = qobject_cast<QLineEdit*>(m_editor))
        return edit->text().trimmed();
    const auto* box = qobject_cast<QComboBox*>(m_editor);
    return box ? box->currentData().toString() : QString();
}

QString CellEditing::lostText() const
{
    const auto* box = qobject_cast<QComboBox*>(m_editor);
    return tr("%1 of %2 was not changed to “%3”.")
        .arg(CustomerModel::titleOf(m_column), QString::fromStdString(m_name), box ? box->currentText() : typed());
}

void CellEditing::commit(int step)
{
    if (!isOpen() || m_saveCall.isActive())
        return;
    m_step = step;
    if (typed() == m_before && !m_isOverwriting) {
        close();
        goOn(step);
        return;
    }
    if (m_hasStored) {
        save();
        return;
    }
    m_isCommitWanted = true;
    if (!m_getCall.isActive())
        fetch(); // the first try has failed
}

void CellEditing::save()
{
    if (!m_isOverwriting && cellText(m_column, m_stored) != m_before) {
        onConflict();
        return;
    }
    m_saveCall = send({m_turn, m_stored, m_column, m_step}, typed());
    if (m_editor->hasFocus())
        m_table->setFocus(); // a field that is switched off gives its focus to whatever comes next
    m_editor->setEnabled(false);
}

CallHandle CellEditing::send(const Cell& cell, const QString& text)
{
    v1::UpdateCustomerRequest request;
    *request.mutable_customer() = cell.before;
    setCellText(cell.column, text, *request.mutable_customer());
    request.mutable_update_mask()->add_paths(columnInfo(cell.column).field);
    return m_api.update(request, this,
                        [this, cell](const Outcome<v1::CustomerChangeResponse>& outcome) { onSaved(cell, outcome); });
}

/// Another cell is begun before the record of this one has come: what was typed here is saved all the same.
void CellEditing::saveBehind()
{
    Cell cell{m_turn, {}, m_column, 0};
    cell.before.set_name(m_name);
    m_behind[m_turn] = lostText();
    m_api
        .get(m_id, this,
             [this, cell, seen = m_before, text = typed()](const Outcome<v1::Customer>& outcome) mutable {
                 m_behind.erase(cell.turn); // from here on it is sent, or told of
                 if (!outcome)
                     return onRefused(cell, outcome.error());
                 cell.before = outcome.value();
                 if (cellText(cell.column, cell.before) != seen)
                     return onRefused(cell, AppError(ErrorCode::Conflict, "customer.edit_conflict"));
                 send(cell, text).release();
             })
        .release();
}

void CellEditing::onSaved(const Cell& cell, const Outcome<v1::CustomerChangeResponse>& outcome)
{
    if (!outcome) {
        onRefused(cell, outcome.error());
        return;
    }
    const v1::Customer& after = outcome->customer();
    const bool isHere = isShown(cell);
    m_model->applyRecord(std::make_shared<v1::Customer>(after));
    const QString text =
        tr("Changed %1 of %2").arg(CustomerModel::titleOf(cell.column).toLower(), QString::fromStdString(after.name()));
    if (isHere)
        close();
    emit saved(after);
    emit undoOffered(text, [this, cell, version = after.version()] { undoEdit(cell, version); });
    if (isHere)
        goOn(cell.step);
}

void CellEditing::onRefused(const Cell& cell, const AppError& error)
{
    if (!isShown(cell)) {
        emit failed(notChangedText(cell.column, cell.before.name()), error);
        return;
    }
    m_editor->setEnabled(true);
    if (error.code() != ErrorCode::Conflict) {
        show(reasonOf(error, columnInfo(cell.column).field));
        return;
    }
    // What stands there now is fetched, and told before it is overwritten.
    m_getCall = m_api.get(m_id, this, [this](const Outcome<v1::Customer>& stored) {
        if (stored)
            m_stored = stored.value();
        onConflict();
    });
}

QString CellEditing::notChangedText(int column, const std::string& name)
{
    return tr("%1 of %2 was not changed.").arg(CustomerModel::titleOf(column), QString::fromStdString(name));
}

void CellEditing::onConflict()
{
    const QString theirs = cellText(m_column, m_stored);
    m_isOverwriting = true;
    show(tr("Somebody has just changed it to “%1”. Enter writes yours over it, Esc keeps theirs.").arg(theirs));
}

void CellEditing::undoEdit(const Cell& cell, std::int64_t version)
{
    v1::UpdateCustomerRequest request;
    *request.mutable_customer() = cell.before;
    request.mutable_customer()->set_version(version);
    request.mutable_update_mask()->add_paths(columnInfo(cell.column).field);
    m_api
        .update(request, this,
                [this](const Outcome<v1::CustomerChangeResponse>& outcome) {
                    if (!outcome) {
                        emit failed(tr("The change was not undone."), outcome.error());
                        return;
                    }
                    m_model->applyRecord(std::make_shared<v1::Customer>(outcome->customer()));
                    emit saved(outcome->customer());
                })
        .release();
}

void CellEditing::show(const QString& message)
{
    if (!isOpen()) {
        emit refused(message);
        return;
    }
    m_message->setText(message);
    m_message->show();
    setFieldState(m_editor, FieldState::Error);
    m_editor->setAccessibleDescription(message);
    m_editor->setFocus();
    place();
}

QString CellEditing::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void CellEditing::cancel()
{
    m_getCall.cancel();
    close();
    m_table->setFocus();
}

void CellEditing::begin()
{
    const auto lost = m_workplace.drafts.find(kLostKey);
    if (!lost)
        return;
    m_workplace.drafts.remove(kLostKey);
    QStringList texts;
    for (const auto text : lost->content.value(kLostTexts).toArray())
        texts.append(text.toString());
    emit failed(texts.join(QLatin1Char(' ')), AppError(ErrorCode::Cancelled, "call.cancelled"));
}

void CellEditing::end()
{
    // Told when they are back: until then whoever sits down here could read the names.
    QJsonArray lost;
    for (const auto& [turn, text] : std::exchange(m_behind, {}))
        lost.append(text);
    const bool isUnsent = isOpen() && !m_saveCall.isActive() && typed() != m_before;
    if (m_isCommitWanted || isUnsent)
        lost.append(lostText());
    if (!lost.isEmpty())
        m_workplace.drafts.keep({kLostKey, tr("Cells of the list"), officeNow(), QJsonObject{{kLostTexts, lost}}});
    m_getCall.cancel();
    m_saveCall.release(); // what was sent is stored
    close();
    m_hasStored = false;
    m_stored.Clear();
    m_before.clear();
    m_name.clear();
}

void CellEditing::close()
{
    if (!isOpen())
        return;
    auto* editor = m_editor.data();
    m_editor = nullptr;
    editor->removeEventFilter(this);
    const bool hadFocus = editor->hasFocus() || editor->isAncestorOf(editor->focusWidget());
    editor->hide();
    editor->deleteLater();
    m_message->hide();
    m_isCommitWanted = false;
    if (hadFocus)
        m_table->setFocus();
}

void CellEditing::goOn(int step)
{
    const int row = m_model->rowOf(m_id);
    const auto* head = m_table->horizontalHeader();
    for (int place = head->visualIndex(m_column) + step; step != 0 && place >= 0 && place < head->count();
         place += step) {
        const int column = head->logicalIndex(place);
        if (row < 0 || head->isSectionHidden(column) || cellInput(column) == CellInput::None)
            continue;
        const auto next = m_model->index(row, column);
        m_table->selectionModel()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(next);
        start(next);
        return;
    }
}

bool CellEditing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_editor)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Delete)
            event->accept();
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        const bool isLeft =
            reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason || reason == Qt::OtherFocusReason;
        if (isLeft && m_message->isHidden())
            commit(0);
        return QObject::eventFilter(watched, event);
    }
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        cancel();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit(0);
        return true;
    case Qt::Key_Tab:
        commit(1);
        return true;
    case Qt::Key_Backtab:
        commit(-1);
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace banhang::client
