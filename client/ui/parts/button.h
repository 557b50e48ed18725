// Push buttons in their four kinds, with the key that triggers them written inside.
#pragma once

#include "client/ui/look/button_kind.h"

#include <QKeySequence>
#include <QPushButton>

namespace banhang::client {

class Button : public QPushButton
{
    Q_OBJECT
public:
    /// `iconName` may be empty; icon and text take the colour of the kind.
    Button(ButtonKind kind, const QString& iconName, const QString& text, QWidget* parent = nullptr);

    /// Changes the text and keeps the key, which QPushButton::setText takes away.
    void relabel(const QString& text);
    /// Writes the key into the button and makes it trigger (in the window that holds the button).
    void setKey(const QKeySequence& key);
    /// Only writes it, for keys that a page handles itself ("Esc").
    void setKeyHint(const QString& hint);
    /// Dashed off because a right is missing; `reason` names whose right it needs and becomes the tool tip.
    void disableByRight(const QString& reason);
    /// Written in 600 after the text: the value that a remedy offers.
    void setStrongPart(const QString& text);
    ButtonKind kind() const { return m_kind; }
    /// When another button has become the primary one of the page.
    void setKind(ButtonKind kind);
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    using QPushButton::setText;

    ButtonKind m_kind;
};

/// Icon-only tool button; `tip` is tool tip and accessible name, the key is added to the tip.
QAbstractButton* makeIconButton(const QString& iconName, const QString& tip, const QKeySequence& key = {},
                                QWidget* parent = nullptr);

} // namespace banhang::client
