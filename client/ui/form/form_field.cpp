#include "client/ui/form/form_field.h"

#include "client/ui/form/edit_debouncer.h"
#include "client/ui/form/field_label.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace banhang::client {

namespace {

constexpr int kBelowRemedy = 6;
constexpr int kBelowMessage = 4;

Tone toneOf(FieldState state)
{
    switch (state) {
    case FieldState::Warn:
        return Tone::Warn;
    case FieldState::Error:
        return Tone::Error;
    case FieldState::Peer:
        return Tone::Peer;
    default:
        return Tone::Hint;
    }
}

QIcon iconOf(FieldState state, const Person& person, qreal ratio)
{
    switch (state) {
    case FieldState::Warn:
        return Icon::named(QStringLiteral("triangle-alert"), Tone::Warn);
    case FieldState::Error:
        return Icon::named(QStringLiteral("circle-x"), Tone::Error);
    case FieldState::Peer:
        return QIcon(avatarPixmap(person.id, person.initials, scaled(16), ratio));
    case FieldState::Masked:
        return Icon::named(QStringLiteral("eye-off"), Tone::Hint);
    case FieldState::Normal:
        break;
    }
    return {};
}

} // namespace

FormField::FormField(const QString& labelText, QWidget* editor, bool isRequired, bool reservesMessage, QWidget* parent)
    : QObject(parent),
      m_editor(editor),
      m_label(new FieldLabel(labelText, isRequired, parent)),
      m_messageRow(new QWidget(parent)),
      m_message(new Label(QString(), TextSize::Second, TextWeight::Regular, Tone::Hint, m_messageRow)),
      m_remedyButton(new Button(ButtonKind::Small, QStringLiteral("corner-down-left"), QString(), m_messageRow)),
      m_watch(new EditDebouncer(editor))
{
    m_label->setBuddy(editor);
    QString name = labelText;
    editor->setAccessibleName(name.remove(u'&'));
    m_message->setWordWrap(true);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_remedyButton->setKeyHint(tr("Alt+Enter"));
    m_remedyButton->hide();

    auto* column = new QVBoxLayout(m_messageRow);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_message);
    column->addWidget(m_remedyButton, 0, Qt::AlignLeft);
    if (reservesMessage) {
        const auto reserve = [this] { m_messageRow->setMinimumHeight(m_message->fontMetrics().height() + 1); };
        reserve();
        connect(&Look::instance(), &Look::changed, this, reserve);
    } else {
        m_messageRow->hide();
    }
    m_reservesMessage = reservesMessage;

    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(key)), editor);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &FormField::takeRemedy);
    }
    keepFromWheel(editor);
    connect(m_remedyButton, &Button::clicked, this, &FormField::takeRemedy);
    connect(m_watch, &EditDebouncer::settled, this, &FormField::checkRequested);
    connect(m_watch, &EditDebouncer::edited, this, &FormField::edited);
}

void FormField::setLeading(QWidget* leading)
{
    m_leading = leading;
    keepFromWheel(leading);
    auto* watch = new EditDebouncer(leading);
    connect(watch, &EditDebouncer::settled, this, &FormField::checkRequested);
    connect(watch, &EditDebouncer::edited, this, &FormField::edited);
}

/// The wheel scrolls the form; a choice or a number, alone or in a row with others, is not to change because it came
/// under the pointer.
void FormField::keepFromWheel(QWidget* editor)
{
    auto widgets = editor->findChildren<QWidget*>();
    widgets.prepend(editor);
    for (QWidget* widget : std::as_const(widgets)) {
        if (!qobject_cast<QComboBox*>(widget) && !qobject_cast<QAbstractSpinBox*>(widget))
            continue;
        widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(this);
    }
}

bool FormField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

QLineEdit* FormField::lineEdit() const
{
    return qobject_cast<QLineEdit*>(m_editor);
}

QString FormField::message() const
{
    return m_message->text();
}

void FormField::setWarning(const QString& sentence, const Remedy& remedy)
{
    show(FieldState::Warn, sentence, remedy);
}

void FormField::setError(const QString& sentence, const Remedy& remedy)
{
    show(FieldState::Error, sentence, remedy);
}

void FormField::setPeer(const Person& person, const QString& sentence)
{
    m_person = person;
    show(FieldState::Peer, sentence, {});
}

void FormField::setNote(const QString& sentence)
{
    show(FieldState::Normal, sentence, {});
}

void FormField::clearMessage()
{
    show(FieldState::Normal, QString(), {});
}

void FormField::show(FieldState state, const QString& sentence, const Remedy& remedy)
{
    const bool isNews = state != m_state || sentence != m_message->text();
    m_remedy = remedy;
    m_message->setText(sentence);
    m_message->setTone(toneOf(state));
    m_remedyButton->relabel(remedy.before);
    m_remedyButton->setStrongPart(remedy.value);
    m_remedyButton->setVisible(static_cast<bool>(remedy.run));
    const int below = remedy.run ? kBelowRemedy : m_reservesMessage || sentence.isEmpty() ? 0 : kBelowMessage;
    m_messageRow->layout()->setContentsMargins(0, 1, 0, below);
    if (!m_reservesMessage)
        m_messageRow->setVisible(!sentence.isEmpty() && m_editor->isVisibleTo(m_editor->parentWidget()));
    m_editor->setAccessibleDescription(sentence);
    setFieldState(m_editor, state);
    showIcon(state);
    const bool hasChanged = std::exchange(m_state, state) != state;
    if (isNews && (state == FieldState::Warn || state == FieldState::Error)) {
        QAccessibleEvent event(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    if (hasChanged)
        emit stateChanged();
}

void FormField::showIcon(FieldState state)
{
    QLineEdit* line = lineEdit();
    if (!line)
        return;
    delete std::exchange(m_icon, nullptr);
    if (state == FieldState::Normal)
        return;
    const auto place = state == FieldState::Masked ? QLineEdit::LeadingPosition : QLineEdit::TrailingPosition;
    m_icon = line->addAction(iconOf(state, m_person, line->devicePixelRatioF()), place);
    m_icon->setToolTip(m_message->text());
}

void FormField::takeRemedy()
{
    if (!m_remedy.run)
        return;
    const auto run = std::exchange(m_remedy, {}).run;
    clearMessage();
    run();
}

void FormField::setReadOnly(bool isReadOnly)
{
    client::setReadOnly(m_editor, isReadOnly);
    if (m_leading)
        client::setReadOnly(m_leading, isReadOnly);
}

void FormField::setMasked(bool isMasked)
{
    if (isMasked == (m_state == FieldState::Masked))
        return;
    if (QLineEdit* line = lineEdit()) {
        if (isMasked)
            m_placeholder = line->placeholderText();
        line->setPlaceholderText(isMasked ? tr("May not be seen") : m_placeholder);
        if (isMasked)
            line->clear();
    }
    setReadOnly(isMasked);
    show(isMasked ? FieldState::Masked : FieldState::Normal, QString(), {});
}

void FormField::setVisible(bool isVisible)
{
    m_label->setVisible(isVisible);
    m_editor->setVisible(isVisible);
    if (m_leading)
        m_leading->setVisible(isVisible);
    m_messageRow->setVisible(isVisible && (m_reservesMessage || !m_message->text().isEmpty()));
}

void FormField::focus()
{
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

} // namespace banhang::client
