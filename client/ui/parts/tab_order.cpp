#include "client/ui/parts/tab_order.h"

#include <QLayout>
#include <QWidget>

namespace banhang::client {

namespace {

/// Qt passes by what hands the focus on.
bool isStop(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

QList<QWidget*> stopsIn(const QLayout& row)
{
    QList<QWidget*> stops;
    for (int i = 0; i < row.count(); ++i) {
        QLayoutItem* item = row.itemAt(i);
        if (item->layout())
            stops += stopsIn(*item->layout());
        QWidget* widget = item->widget();
        if (!widget)
            continue;
        if (isStop(widget)) {
            stops.append(widget);
            continue;
        }
        for (QWidget* inner : widget->findChildren<QWidget*>())
            if (isStop(inner))
                stops.append(inner);
    }
    return stops;
}

/// The nearest, as far as the window begins; null where there is none.
QWidget* stopBefore(const QWidget* holder)
{
    QWidget* before = holder->previousInFocusChain();
    while (!before->isWindow() && (!isStop(before) || holder->isAncestorOf(before)))
        before = before->previousInFocusChain();
    return isStop(before) ? before : nullptr;
}

void tabOn(QWidget* before, const QLayout& row)
{
    for (QWidget* stop : stopsIn(row)) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace

void tabThrough(const QLayout& row, QWidget* anchor)
{
    // Each is moved behind the one before it, the anchor too, once what stands before it has come to its place.
    QWidget* before = anchor;
    for (QWidget* stop : stopsIn(row)) {
        if (stop != before)
            QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

void tabFirst(const QLayout& row, QWidget* page)
{
    if (QWidget* before = stopBefore(page))
        tabOn(before, row);
}

void tabWithin(QWidget* holder)
{
    if (QWidget* before = stopBefore(holder))
        tabOn(before, *holder->layout());
}

} // namespace banhang::client
