// Tells when an editor may be checked: on leaving it and 400 ms after the last key, never while an input method
// composes.
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace banhang::client {

/// Works on QLineEdit, QPlainTextEdit, QTextEdit and QComboBox. Owner: the editor.
class EditDebouncer final : public QObject
{
    Q_OBJECT
public:
    explicit EditDebouncer(QWidget* editor);

    /// Letters are underlined in the editor that the input method has not committed yet.
    bool isComposing() const { return m_isComposing; }
    void setDelay(int ms);

signals:
    /// The user has paused or left; read the text now. Not sent twice for the same pause.
    void settled();
    /// Each committed change, for drafts; also while typing goes on.
    void edited();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void onTextChanged();
    void settle();

    QTimer m_timer;
    bool m_isComposing = false;
    bool m_isDirty = false;
};

} // namespace banhang::client
