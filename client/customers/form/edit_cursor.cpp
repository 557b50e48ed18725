#include "client/customers/form/edit_cursor.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include "client/customers/form/customer_editor.h"
#include "client/ui/form/form_field.h"

namespace banhang::client {

EditCursor cursorOf(const CustomerEditor& editor)
{
    EditCursor cursor{editor.focusedPath()};
    const auto* field = cursor.path.isEmpty() ? nullptr : editor.fieldAt(cursor.path.toStdString());
    if (!field)
        return {};
    if (const auto* line = qobject_cast<const QLineEdit*>(field->editor())) {
        cursor.position = line->cursorPosition();
        cursor.anchor =
            line->hasSelectedText() ? line->selectionStart() + line->selectionEnd() - cursor.position : cursor.position;
    } else if (const auto* text = qobject_cast<const QPlainTextEdit*>(field->editor())) {
        cursor.anchor = text->textCursor().anchor();
        cursor.position = text->textCursor().position();
    }
    return cursor;
}

void putBack(const EditCursor& cursor, const CustomerEditor& editor)
{
    auto* field = cursor.path.isEmpty() ? nullptr : editor.fieldAt(cursor.path.toStdString());
    if (!field)
        return;
    field->editor()->setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(field->editor())) {
        line->setCursorPosition(cursor.anchor);
        line->cursorForward(true, cursor.position - cursor.anchor);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field->editor())) {
        auto place = text->textCursor();
        place.setPosition(cursor.anchor);
        place.setPosition(cursor.position, QTextCursor::KeepAnchor);
        text->setTextCursor(place);
    }
}

} // namespace banhang::client
