// One field of a form: its label, its editor, its state and the sentence under it.
#pragma once

#include "client/ui/look/field_state.h"
#include "client/ui/parts/avatar.h"

#include <QObject>

#include <functional>

class QAction;
class QLineEdit;

namespace banhang::client {

class Button;
class EditDebouncer;
class FieldLabel;
class Label;

/// What to do about a message: a button under the field that Alt+Enter presses while the field has the focus.
struct Remedy
{
    QString before{};            // "Dùng"
    QString value{};             // in 600: "0389 333 999"
    std::function<void()> run{}; // called in the UI thread; the message goes before it
};

/// Owner: its `FormGrid`. Errors are tied to the editor as accessible description and announced.
class FormField final : public QObject
{
    Q_OBJECT
public:
    FormField(const QString& labelText, QWidget* editor, bool isRequired, bool reservesMessage, QWidget* parent);

    QWidget* editor() const { return m_editor; }
    /// A small editor before it, of one value with it: the form of address before a name. Null for none. Once.
    void setLeading(QWidget* leading);
    QWidget* leading() const { return m_leading; }
    FieldLabel* label() const { return m_label; }
    QWidget* messageRow() const { return m_messageRow; }
    EditDebouncer* debouncer() const { return m_watch; }

    /// Amber: the user may go on.
    void setWarning(const QString& sentence, const Remedy& remedy = {});
    /// Brick: saving stops.
    void setError(const QString& sentence, const Remedy& remedy = {});
    /// A colleague changed the stored value while this one is being edited; the typed text stays.
    void setPeer(const Person& person, const QString& sentence);
    /// Grey words under the field, no state: the old form of a phone, a hint.
    void setNote(const QString& sentence);
    void clearMessage();

    void setReadOnly(bool isReadOnly);
    /// Hidden by right: dashed, "may not be seen", not editable.
    void setMasked(bool isMasked);
    void setVisible(bool isVisible);

    FieldState state() const { return m_state; }
    QString message() const;
    void focus();

signals:
    /// The user paused or left: check now (see `EditDebouncer`).
    void checkRequested();
    void edited();
    void stateChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(FieldState state, const QString& sentence, const Remedy& remedy);
    void showIcon(FieldState state);
    void takeRemedy();
    QLineEdit* lineEdit() const;

    void keepFromWheel(QWidget* editor);

    QWidget* m_editor;
    QWidget* m_leading = nullptr;
    FieldLabel* m_label;
    QWidget* m_messageRow;
    Label* m_message;
    Button* m_remedyButton;
    EditDebouncer* m_watch;
    QAction* m_icon = nullptr;
    Remedy m_remedy;
    Person m_person;
    FieldState m_state = FieldState::Normal;
    QString m_placeholder; // of the unmasked field
    bool m_reservesMessage = true;
};

} // namespace banhang::client
