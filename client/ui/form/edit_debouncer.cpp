#include "client/ui/form/edit_debouncer.h"

#include <QComboBox>
#include <QEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace banhang::client {

namespace {
constexpr int kPauseMs = 400;
}

EditDebouncer::EditDebouncer(QWidget* editor) : QObject(editor)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPauseMs);
    connect(&m_timer, &QTimer::timeout, this, &EditDebouncer::settle);
    editor->installEventFilter(this);
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        connect(line, &QLineEdit::textEdited, this, &EditDebouncer::onTextChanged);
    else if (auto* plain = qobject_cast<QPlainTextEdit*>(editor))
        connect(plain, &QPlainTextEdit::textChanged, this, &EditDebouncer::onTextChanged);
    else if (auto* rich = qobject_cast<QTextEdit*>(editor))
        connect(rich, &QTextEdit::textChanged, this, &EditDebouncer::onTextChanged);
    else if (auto* combo = qobject_cast<QComboBox*>(editor))
        connect(combo, &QComboBox::activated, this, &EditDebouncer::onTextChanged);
}

void EditDebouncer::setDelay(int ms)
{
    m_timer.setInterval(ms);
}

bool EditDebouncer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::InputMethod) {
        // Seen before the editor sees it: on the committing event the text changes right after this.
        m_isComposing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        if (m_isComposing)
            m_timer.stop();
        else if (m_isDirty)
            m_timer.start();
    } else if (event->type() == QEvent::FocusOut) {
        m_isComposing = false; // leaving commits or drops what was being composed
        if (m_isDirty)
            QMetaObject::invokeMethod(this, &EditDebouncer::settle, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void EditDebouncer::onTextChanged()
{
    m_isDirty = true;
    emit edited();
    if (!m_isComposing)
        m_timer.start();
}

void EditDebouncer::settle()
{
    if (m_isComposing || !m_isDirty)
        return;
    m_timer.stop();
    m_isDirty = false;
    emit settled();
}

} // namespace banhang::client
