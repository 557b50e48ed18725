// What is asked of every widget that is seen, whatever page it stands on.
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

#include <gtest/gtest.h>

#include <string>

namespace banhang::client {

inline bool isEditor(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget);
}

/// Belongs to a composite of Qt and is reached through that.
inline bool isInner(const QWidget* widget)
{
    const auto* parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QLineEdit*>(parent) ||
           qobject_cast<const QComboBox*>(parent);
}

inline std::string nameOf(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const auto* label = qobject_cast<const QLabel*>(widget);
    const QString text = button ? button->text() : label ? label->text() : widget->accessibleName();
    return std::string(widget->metaObject()->className()) + " \"" + text.toStdString() + "\"";
}

/// Within the part of the window that is on the screen.
template <typename Widget>
QList<Widget*> seenIn(const QWidget& window)
{
    QList<Widget*> found;
    for (auto* widget : window.findChildren<Widget*>()) {
        if (widget->isVisible() && !widget->visibleRegion().isEmpty())
            found.append(widget);
    }
    return found;
}

/// Words that have no room are told by a tip.
inline void checkElision(const QWidget& window)
{
    for (auto* label : seenIn<QLabel>(window)) {
        if (label->wordWrap() || label->text().isEmpty() || label->textFormat() == Qt::RichText)
            continue;
        const int wanted = label->fontMetrics().size(Qt::TextShowMnemonic, label->text()).width();
        EXPECT_TRUE(wanted <= label->width() + 1 || !label->toolTip().isEmpty())
            << nameOf(label) << " wants " << wanted << ", has " << label->width();
    }
    for (auto* button : seenIn<QAbstractButton>(window)) {
        if (button->text().isEmpty() || isInner(button))
            continue;
        EXPECT_TRUE(button->sizeHint().width() <= button->width() + 1 || !button->toolTip().isEmpty())
            << nameOf(button) << " wants " << button->sizeHint().width() << ", has " << button->width();
    }
}

/// Nothing that is read or used reaches beyond what holds it; only scrolling may hide it, and only downwards.
inline void checkInside(const QWidget& window)
{
    for (auto* widget : seenIn<QWidget>(window)) {
        const bool counts = isEditor(widget) || qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLabel*>(widget);
        if (!counts || isInner(widget))
            continue;
        bool mayScroll = false;
        for (auto* holder = widget->parentWidget(); holder; holder = holder->parentWidget()) {
            const QRect place(widget->mapTo(holder, QPoint()), widget->size());
            EXPECT_TRUE(place.left() >= 0 && place.right() <= holder->width())
                << nameOf(widget) << " from " << place.left() << " to " << place.right() << " in "
                << holder->metaObject()->className() << " of " << holder->width();
            const auto* area = qobject_cast<QAbstractScrollArea*>(holder->parentWidget());
            mayScroll = mayScroll || (area && area->viewport() == holder);
            EXPECT_TRUE(mayScroll || (place.top() >= 0 && place.bottom() <= holder->height()))
                << nameOf(widget) << " from " << place.top() << " down to " << place.bottom() << " in "
                << holder->metaObject()->className() << " of " << holder->height();
            if (holder == &window)
                break;
        }
    }
}

} // namespace banhang::client
