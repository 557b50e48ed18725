// Files that somebody drags over a widget and lets go of.
#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QStringList>
#include <QUrl>
#include <QWidget>

namespace banhang::test {

/// As the window system offers it: to the widget under the pointer, which may leave it to those it lies in. False when
/// nobody would take it.
inline bool dropFiles(QWidget* under, const QStringList& paths)
{
    QMimeData offered;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    offered.setUrls(urls);
    const QPoint place = under->rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &offered, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(place, Qt::CopyAction, &offered, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &drop);
    return drop.isAccepted();
}

} // namespace banhang::test
