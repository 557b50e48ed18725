#include "client/records/record_fields.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>

#include "client/core/texts.h"
#include "client/records/contact_box.h"
#include "client/ui/form/edit_debouncer.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kLabelWidth = 84;

QWidget* reachedBy(QWidget* editor)
{
    return editor->focusProxy() ? editor->focusProxy() : editor;
}

} // namespace

RecordFields::RecordFields(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_contact(new ContactBox)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
}

void RecordFields::addRow(const QString& name, const QString& label, QWidget* editor)
{
    const int row = m_grid->rowCount();
    auto* words = new Label(label, TextSize::Body, TextWeight::Regular, Tone::Quiet);
    words->setAlignment(Qt::AlignRight | Qt::AlignTop);
    updateWithLook(words, [words] {
        words->setContentsMargins(0, scaled(5), 0, 0);
        words->setFixedWidth(scaled(kLabelWidth));
    });
    words->setWordWrap(true);
    words->setBuddy(editor);
    if (reachedBy(editor)->accessibleName().isEmpty())
        reachedBy(editor)->setAccessibleName(label);
    m_grid->addWidget(words, row, 0, Qt::AlignTop);
    m_grid->addWidget(editor, row, 1);
    m_rows.insert(name, {words, editor});
}

QWidget* RecordFields::beside(const QList<QWidget*>& editors)
{
    auto* group = new QWidget;
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget* editor : editors)
        row->addWidget(editor, 1);
    group->setFocusProxy(editors.constFirst());
    return group;
}

void RecordFields::watch(QWidget* editor)
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        connect(box, &QComboBox::activated, this, &RecordFields::edited);
        connect(box, &QComboBox::activated, this, &RecordFields::settled);
        return;
    }
    connect(new EditDebouncer(editor), &EditDebouncer::edited, this, [this, editor] {
        if (m_isFilling)
            return;
        unmark(editor);
        emit edited();
    });
}

void RecordFields::showRow(const QString& name, bool isShown)
{
    m_rows[name].label->setVisible(isShown);
    m_rows[name].editor->setVisible(isShown);
}

bool RecordFields::isShown(const QString& name) const
{
    return !m_rows[name].editor->isHidden();
}

void RecordFields::setCustomer(const v1::Customer& customer)
{
    m_contact->setCustomer(customer);
}

bool RecordFields::focusWrongField()
{
    auto* wrong = wrongField();
    if (!wrong)
        return false;
    setFieldState(wrong, FieldState::Error);
    wrong->setFocus();
    return true;
}

QWidget* RecordFields::markIssue(const v1::FieldIssue& issue)
{
    const auto field = issue.path().substr(0, issue.path().find_first_of(".["));
    const auto row = m_rows.constFind(rowOf(QString::fromStdString(field)));
    if (row == m_rows.constEnd() || row->editor->isHidden())
        return nullptr;
    QWidget* editor = reachedBy(row->editor);
    setFieldState(editor, issue.severity() == v1::SEVERITY_ERROR ? FieldState::Error : FieldState::Warn);
    editor->setAccessibleDescription(issueText(issue));
    editor->setToolTip(issueText(issue));
    m_marked.insert(editor, issue.severity());
    return editor;
}

void RecordFields::unmark(QWidget* editor)
{
    setFieldState(editor, FieldState::Normal);
    if (m_marked.remove(editor) == 0)
        return;
    editor->setAccessibleDescription({});
    editor->setToolTip({});
}

void RecordFields::clearIssue(const QString& name)
{
    unmark(reachedBy(m_rows[name].editor));
}

void RecordFields::clearIssues(v1::Severity most)
{
    const auto marked = m_marked; // each of them leaves the list
    for (auto one = marked.cbegin(); one != marked.cend(); ++one) {
        if (one.value() <= most)
            unmark(one.key());
    }
}

} // namespace banhang::client
