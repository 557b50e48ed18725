#include "client/customers/views/view_editor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/core/texts.h"
#include "client/customers/views/list_views.h"
#include "client/ui/look/field_state.h"
#include "client/ui/parts/button.h"

namespace banhang::client {

namespace {

constexpr int kMaxNameLength = 80;

} // namespace

ViewEditor::ViewEditor(ListViews& views, QWidget* parent)
    : Pane(Ground::Alt, parent),
      m_views(views),
      m_label(new Label(tr("Name of the list"), TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_name(new QLineEdit),
      m_readers(new QComboBox),
      m_issue(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Error))
{
    setEdges(int(Edge::Bottom));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_name->setMaxLength(kMaxNameLength);
    m_name->setAccessibleName(m_label->text());
    m_readers->setAccessibleName(tr("Who sees it"));
    auto* save = new Button(ButtonKind::SmallPrimary, {}, tr("Save"));
    auto* cancel = new Button(ButtonKind::Small, {}, tr("Cancel"));
    cancel->setKeyHint(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    row->addWidget(m_label);
    row->addWidget(m_name, 2);
    row->addWidget(m_readers, 1);
    row->addWidget(save);
    row->addWidget(cancel);
    column->addLayout(row);
    column->addWidget(m_issue);
    connect(save, &Button::clicked, this, &ViewEditor::accept);
    connect(cancel, &Button::clicked, this, &ViewEditor::leave);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewEditor::accept);
    connect(&m_views, &ListViews::viewSaved, this, [this] {
        if (isVisible())
            leave();
    });
    connect(&m_views, &ListViews::chosen, this, [this] {
        if (!isHidden() && m_views.key() != m_openedKey)
            leave();
    });
    connect(&m_views, &ListViews::failed, this, [this](const AppError& error) {
        m_issue->setText(errorText(error));
        m_issue->show();
        m_name->setAccessibleDescription(m_issue->text());
        setFieldState(m_name, FieldState::Error);
    });
    hide();
}

void ViewEditor::open(bool isNew)
{
    const auto* view = m_views.saved();
    m_isNew = isNew || !view; // it may have been withdrawn while the menu stood open
    m_viewId = m_isNew ? 0 : view->id();
    m_openedKey = m_views.key();
    fillReaders();
    m_name->setText(m_isNew ? QString() : m_views.title());
    m_name->selectAll();
    m_issue->hide();
    setFieldState(m_name, FieldState::Normal);
    show();
    m_name->setFocus();
}

void ViewEditor::fillReaders()
{
    m_readers->clear();
    m_readers->addItem(tr("Only you"), qlonglong(0));
    for (const auto* unit : m_views.shareableUnits())
        m_readers->addItem(QString::fromStdString(unit->name()), qlonglong(unit->id()));
    if (const auto* view = m_views.saved(); view && !m_isNew)
        m_readers->setCurrentIndex(std::max(0, m_readers->findData(qlonglong(view->unit_id()))));
    m_readers->setVisible(m_readers->count() > 1);
}

void ViewEditor::accept()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_issue->setText(tr("A list needs a name."));
        m_issue->show();
        setFieldState(m_name, FieldState::Error);
        m_name->setFocus();
        return;
    }
    const qint64 unitId = m_readers->currentData().toLongLong();
    if (m_isNew)
        m_views.saveAs(name, unitId);
    else
        m_views.change(m_viewId, name, unitId);
}

void ViewEditor::leave()
{
    hide();
    emit closed();
}

void ViewEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        Pane::keyPressEvent(event);
}

} // namespace banhang::client
