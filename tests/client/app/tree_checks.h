// What is asked of every widget that is seen, whatever page it stands on.
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QWidget>

#include <gtest/gtest.h>

#include <map>
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

/// A letter under Alt leads to one place of what is seen.
inline void checkMnemonics(const QWidget& window)
{
    std::map<QString, std::string> taken;
    const auto take = [&](const QString& text, const std::string& who) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        const auto [place, isNew] = taken.emplace(key, who);
        EXPECT_TRUE(isNew) << key.toStdString() << " leads to " << place->second << " and to " << who;
    };
    for (auto* label : seenIn<QLabel>(window)) {
        if (label->buddy())
            take(label->text(), nameOf(label));
    }
    for (auto* button : seenIn<QAbstractButton>(window))
        take(button->text(), nameOf(button));
    for (auto* bar : seenIn<QMenuBar>(window)) {
        for (const auto* action : bar->actions()) {
            EXPECT_NE(QKeySequence::mnemonic(action->text()), QKeySequence()) << action->text().toStdString();
            take(action->text(), "menu " + action->text().toStdString());
        }
    }
}

/// Where Tab stops, in its order.
inline QList<const QWidget*> tabStops(const QWidget& window)
{
    QList<const QWidget*> stops;
    for (const QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        const bool isStop = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (isStop && widget->isVisible() && widget->isEnabled())
            stops.append(widget);
    }
    return stops;
}

inline bool holds(QLayoutItem* item, const QWidget* widget)
{
    if (auto* layout = item->layout()) {
        for (int i = 0; i < layout->count(); ++i) {
            if (holds(layout->itemAt(i), widget))
                return true;
        }
    }
    return item->widget() && (item->widget() == widget || item->widget()->isAncestorOf(widget));
}

/// In one row of a layout Tab goes from the left to the right.
inline void checkTabOrder(const QWidget& window)
{
    const auto stops = tabStops(window);
    for (const auto* layout : window.findChildren<QLayout*>()) {
        QLayoutItem* before = nullptr;
        const QWidget* stopBefore = nullptr;
        for (const QWidget* stop : stops) {
            QLayoutItem* item = nullptr;
            for (int i = 0; i < layout->count() && !item; ++i)
                item = holds(layout->itemAt(i), stop) ? layout->itemAt(i) : nullptr;
            if (!item || item == before)
                continue;
            if (before) {
                const QRect left = item->geometry(), right = before->geometry();
                const bool isOneRow = left.top() <= right.center().y() && right.top() <= left.center().y();
                EXPECT_FALSE(isOneRow && left.right() < right.left())
                    << nameOf(stopBefore) << " comes before " << nameOf(stop) << ", which stands left of it in "
                    << layout->parentWidget()->metaObject()->className();
            }
            before = item;
            stopBefore = stop;
        }
    }
}

} // namespace banhang::client
