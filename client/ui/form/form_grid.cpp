#include "client/ui/form/form_grid.h"

#include "client/ui/form/field_label.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace banhang::client {

namespace {

constexpr int kTwoColumnsFrom = 800;
constexpr int kLabelGap = 10;
constexpr int kPadding = 12;
constexpr int kLeadingGap = 6;
constexpr int kRowGap = 7; // where no message stands or is reserved
// Grid columns of the two halves: label, field, gap, label, field.
constexpr int kHalves = 2;
constexpr int kColumnsPerHalf = 3;
constexpr int kLastColumn = 4;

bool hasIssue(const FormField* field)
{
    return field->state() == FieldState::Error || field->state() == FieldState::Warn;
}

} // namespace

FormGrid::FormGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, kPadding, kPadding + 2, kPadding - 4); // the labels bring their own room
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(&Look::instance(), &Look::changed, this, &FormGrid::fitWidth);
}

FormField* FormGrid::addField(const QString& label, QWidget* editor, const FieldSpec& spec)
{
    editor->setParent(this);
    auto* field = new FormField(label, editor, spec.isRequired, spec.reservesMessage, this);
    editor->installEventFilter(this);
    if (spec.leading) {
        spec.leading->setParent(this);
        field->setLeading(spec.leading);
    }
    connect(field, &FormField::stateChanged, this, &FormGrid::issuesChanged);
    m_fields.append(field);
    m_rows.append({field, nullptr, spec.isHalf});
    arrange(m_isTwoColumns);
    return field;
}

void FormGrid::addWide(QWidget* widget)
{
    widget->setParent(this);
    m_rows.append({nullptr, widget, false});
    arrange(m_isTwoColumns);
}

int FormGrid::errorCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_fields, [](const FormField* f) { return f->state() == FieldState::Error; }));
}

int FormGrid::warningCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_fields, [](const FormField* f) { return f->state() == FieldState::Warn; }));
}

bool FormGrid::focusNextIssue(const QList<FormGrid*>& grids, bool backwards)
{
    QList<FormField*> fields;
    for (const FormGrid* grid : grids)
        fields += grid->fields();
    if (backwards)
        std::ranges::reverse(fields);
    const auto focused = std::ranges::find_if(fields, [](const FormField* f) { return f->editor()->hasFocus(); });
    if (focused != fields.end())
        std::ranges::rotate(fields, focused + 1); // the one with the focus comes last, so that others go first
    const auto next = std::ranges::find_if(fields, hasIssue);
    if (next == fields.end())
        return false;
    (*next)->focus();
    return true;
}

void FormGrid::arrange(bool isTwoColumns)
{
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (int i = 0; i < m_grid->rowCount(); ++i)
        m_grid->setRowMinimumHeight(i, 0); // an arrangement in one column had more rows
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(kLastColumn, isTwoColumns ? 1 : 0);
    int row = 0;
    int half = 0;
    QWidget* before = nullptr;
    const auto nextRow = [&] { row += half > 0 ? 2 : 0, half = 0; };
    for (const Row& entry : m_rows) {
        const bool isHalf = isTwoColumns && entry.isHalf;
        if (!isHalf)
            nextRow();
        QWidget* editor = entry.field ? entry.field->editor() : entry.wide;
        const int first = half * kColumnsPerHalf;
        const int span = isHalf || !isTwoColumns ? 1 : kLastColumn;
        if (entry.field) {
            entry.field->label()->setNarrow(half > 0);
            m_grid->addWidget(entry.field->label(), row, first, Qt::AlignTop);
            m_grid->addWidget(entry.field->messageRow(), row + 1, first + 1, 1, span, Qt::AlignTop);
        }
        if (auto* leading = entry.field ? entry.field->leading() : nullptr) {
            auto* both = new QHBoxLayout;
            both->setSpacing(kLeadingGap);
            both->addWidget(leading);
            both->addWidget(editor, 1);
            m_grid->addLayout(both, row, first + 1, 1, span);
            if (before)
                setTabOrder(before, leading);
            before = leading;
        } else {
            m_grid->addWidget(editor, row, first + 1, 1, span);
        }
        m_grid->setRowMinimumHeight(row + 1, kRowGap);
        if (before)
            setTabOrder(before, editor);
        before = editor;
        half = isHalf ? half + 1 : kHalves;
        if (half >= kHalves)
            nextRow();
    }
    for (const FormField* field : std::as_const(m_fields))
        field->label()->setContentsMargins(0, 0, kLabelGap, 0);
}

void FormGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void FormGrid::fitWidth()
{
    const bool isTwoColumns = width() >= scaled(kTwoColumnsFrom);
    if (isTwoColumns != m_isTwoColumns) {
        m_isTwoColumns = isTwoColumns;
        arrange(isTwoColumns);
    }
}

bool FormGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && qobject_cast<QLineEdit*>(watched)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & ~Qt::KeypadModifier)) {
            // In the last field it saves nothing by itself; a page may listen there, as the sign-in does.
            if (m_fields.isEmpty() || watched == m_fields.last()->editor())
                return QWidget::eventFilter(watched, event);
            focusNextChild();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FormGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(painter, rect(), {.fill = theme().base, .line = theme().border, .radius = 3});
}

} // namespace banhang::client
