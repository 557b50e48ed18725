#include "client/ui/parts/tab_order.h"

#include <QLayout>
#include <QWidget>

namespace banhang::client {

namespace {

bool isStop(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0;
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

} // namespace banhang::client
