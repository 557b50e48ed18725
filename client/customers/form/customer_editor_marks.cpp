// The half of CustomerEditor that marks its fields: what the server says about them, and what colleagues do.
#include "client/customers/form/customer_editor.h"

#include <QLineEdit>

#include <algorithm>

#include "client/core/texts.h"
#include "client/ui/form/edit_debouncer.h"
#include "client/ui/form/form_field.h"

namespace banhang::client {

QList<v1::FieldIssue> CustomerEditor::showIssues(const QList<v1::FieldIssue>& issues)
{
    QList<v1::FieldIssue> homeless;
    QHash<FormField*, v1::FieldIssue> worst;
    for (const auto& issue : issues) {
        auto* field = fieldAt(issue.path());
        if (!field)
            homeless.append(issue);
        else if (!worst.contains(field) || worst[field].severity() < issue.severity())
            worst.insert(field, issue);
    }
    for (auto* field : std::as_const(m_fields)) {
        const auto found = worst.constFind(field);
        if (found == worst.constEnd()) {
            if (field->state() == FieldState::Warn || field->state() == FieldState::Error)
                field->clearMessage();
            continue;
        }
        Remedy remedy;
        auto* line = qobject_cast<QLineEdit*>(field->editor());
        if (!found->suggestion().empty() && line) {
            const QString value = QString::fromStdString(found->suggestion());
            remedy = {tr("Use"), value, [this, line, value] {
                          line->setText(value);
                          emit edited();
                          emit checkRequested();
                      }};
        }
        if (found->severity() == v1::SEVERITY_ERROR)
            field->setError(issueText(*found), remedy);
        else
            field->setWarning(issueText(*found), remedy);
    }
    return homeless;
}

void CustomerEditor::markPeer(const QStringList& fields, const Person& person, const QString& sentence)
{
    for (const auto& name : fields) {
        if (auto* field = fieldAt(name.toStdString()))
            field->setPeer(person, sentence);
    }
}

void CustomerEditor::markTyping(const QHash<QString, QPair<Person, QString>>& typing)
{
    const auto before = std::exchange(m_typing, {});
    for (auto it = typing.constBegin(); it != typing.constEnd(); ++it) {
        auto* field = fieldAt(it.key().toStdString());
        // What is wrong with the own text is worth more than what somebody else does.
        if (!field || field->state() == FieldState::Warn || field->state() == FieldState::Error)
            continue;
        field->setPeer(it->first, it->second);
        m_typing.insert(field);
    }
    for (auto* field : before) {
        if (!m_typing.contains(field) && field->state() == FieldState::Peer)
            field->clearMessage();
    }
}

QString CustomerEditor::focusedPath() const
{
    const auto* focus = window()->focusWidget();
    for (auto it = m_fields.constBegin(); it != m_fields.constEnd(); ++it) {
        const auto* editor = it.value()->editor();
        if (focus && (focus == editor || editor->isAncestorOf(focus)))
            return it.key();
    }
    return {};
}

bool CustomerEditor::isComposing() const
{
    return std::any_of(m_fields.constBegin(), m_fields.constEnd(),
                       [](const FormField* field) { return field->debouncer()->isComposing(); });
}

} // namespace banhang::client
