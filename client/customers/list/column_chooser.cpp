#include "client/customers/list/column_chooser.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

#include "client/customers/list/customer_model.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kWidth = 260;
enum ItemRole { ColumnRole = Qt::UserRole, WidthRole };

} // namespace

ColumnChooser::ColumnChooser(const QList<ShownColumn>& shown, QWidget* below)
    : QFrame(below->window()), m_below(below), m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Columns"), TextSize::Body, TextWeight::Strong));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    auto* hint = new Label(tr("Space shows or hides, Ctrl+↑ and Ctrl+↓ move"), TextSize::Second, TextWeight::Regular,
                           Tone::Quiet);
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto* usual = new Button(ButtonKind::Link, {}, tr("Reset"));
    column->addWidget(usual, 0, Qt::AlignLeft);
    fill(shown);
    connect(usual, &Button::clicked, this, [this] {
        fill(usualColumns());
        emit usualRequested();
    });
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::tell);
    for (auto* widget : findChildren<QWidget*>())
        widget->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && now != this && !isAncestorOf(now))
            close();
    });
    place();
    show();
    raise();
    m_list->setFocus();
}

void ColumnChooser::fill(const QList<ShownColumn>& shown)
{
    m_isFilling = true;
    m_list->clear();
    const auto add = [this](int column, int width, bool isShown) {
        auto* item = new QListWidgetItem(CustomerModel::titleOf(column), m_list);
        item->setSizeHint({0, smallHeight(m_list->fontMetrics())});
        auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsUserCheckable;
        if (isAlwaysShown(column))
            flags &= ~Qt::ItemIsUserCheckable; // stands on every screen
        item->setFlags(flags);
        item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
        item->setData(ColumnRole, column);
        item->setData(WidthRole, width);
    };
    for (const auto& one : shown)
        add(one.column, one.width, true);
    for (int column = 0; column < CustomerModel::ColumnCount; ++column) {
        if (std::ranges::find(shown, column, &ShownColumn::column) == shown.end())
            add(column, 0, false);
    }
    m_list->setCurrentRow(0);
    m_isFilling = false;
}

void ColumnChooser::moveCurrent(int step)
{
    const int row = m_list->currentRow();
    const int target = row + step;
    if (row < 0 || target < 0 || target >= m_list->count())
        return;
    m_isFilling = true;
    auto* item = m_list->takeItem(row);
    m_list->insertItem(target, item);
    m_list->setCurrentRow(target);
    m_isFilling = false;
    tell();
}

void ColumnChooser::tell()
{
    if (m_isFilling)
        return;
    QList<ShownColumn> shown;
    for (int row = 0; row < m_list->count(); ++row) {
        const auto* item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            shown.append({item->data(ColumnRole).toInt(), item->data(WidthRole).toInt()});
    }
    emit changed(shown);
}

void ColumnChooser::place()
{
    const QPoint below = m_below->mapTo(parentWidget(), QPoint(m_below->width(), m_below->height() + 2));
    const int width = std::max(scaled(kWidth), minimumSizeHint().width());
    const int rows = m_list->count() * std::max(1, m_list->sizeHintForRow(0)) + 6;
    m_list->setMinimumHeight(std::min(rows, parentWidget()->height() / 2));
    layout()->activate();
    const int height = std::min(sizeHint().height(), parentWidget()->height() - below.y() - 4);
    setGeometry(std::max(0, below.x() - width), below.y(), width, height);
}

void ColumnChooser::leave()
{
    if (m_below)
        m_below->setFocus();
    close();
}

bool ColumnChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isStep =
        key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    const bool isEnd = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isStep && !isEnd)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (isStep)
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
    else if (qobject_cast<Button*>(watched) && key->key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event); // presses it
    else
        leave();
    return true;
}

void ColumnChooser::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(painter, rect(), {.fill = theme().base, .line = theme().input, .radius = 4});
}

} // namespace banhang::client
