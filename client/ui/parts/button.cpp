#include "client/ui/parts/button.h"

#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QToolButton>

namespace banhang::client {

namespace {

/// Enter presses the button that has the focus, as Space does; with Ctrl it stays with the page.
class EnterPresses final : public QObject
{
public:
    static EnterPresses* instance()
    {
        static EnterPresses filter;
        return &filter;
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!isEnter || key->isAutoRepeat() || key->modifiers() & ~Qt::KeypadModifier)
            return false;
        static_cast<QAbstractButton*>(watched)->click();
        return true;
    }
};

} // namespace

Button::Button(ButtonKind kind, const QString& iconName, const QString& text, QWidget* parent)
    : QPushButton(text, parent), m_kind(kind)
{
    setProperty(kKindProperty, static_cast<int>(kind));
    setProperty(kIconNameProperty, iconName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    installEventFilter(EnterPresses::instance());
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    setProperty(kKindProperty, static_cast<int>(kind));
    updateGeometry();
    update();
}

void Button::relabel(const QString& text)
{
    const QKeySequence key = shortcut();
    QPushButton::setText(text);
    if (!key.isEmpty())
        setShortcut(key);
}

void Button::setKey(const QKeySequence& key)
{
    setShortcut(key);
    // As it is written on the keys, whatever Qt calls it.
    setKeyHint(key.toString(QKeySequence::NativeText).replace(QStringLiteral("Return"), QStringLiteral("Enter")));
}

void Button::setKeyHint(const QString& hint)
{
    setProperty(kKeyHintProperty, hint);
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

void Button::setStrongPart(const QString& text)
{
    setProperty(kStrongPartProperty, text);
    setAccessibleName(this->text() + u' ' + text);
    updateGeometry();
    update();
}

void Button::disableByRight(const QString& reason)
{
    setEnabled(false);
    setProperty(kNoRightProperty, true);
    setToolTip(reason);
    setAccessibleDescription(reason);
    update();
}

void Button::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() != QEvent::EnabledChange || !isEnabled() || !property(kNoRightProperty).toBool())
        return;
    // The right was given meanwhile.
    setProperty(kNoRightProperty, false);
    setToolTip({});
    setAccessibleDescription(property(kKeyHintProperty).toString());
}

QSize Button::sizeHint() const
{
    // QPushButton keeps its own until the text changes, and knows nothing of key and strong part.
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, {}, this);
}

QAbstractButton* makeIconButton(const QString& iconName, const QString& tip, const QKeySequence& key, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(Icon::named(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(EnterPresses::instance());
    button->setAccessibleName(tip);
    const QString keyText = key.toString(QKeySequence::NativeText);
    button->setToolTip(keyText.isEmpty() ? tip : QStringLiteral("%1  %2").arg(tip, keyText));
    if (!key.isEmpty())
        button->setShortcut(key);
    return button;
}

} // namespace banhang::client
