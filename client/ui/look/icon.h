// Icons from the compiled-in SVG set, tinted by meaning and sharp at every scale.
#pragma once

#include "client/ui/look/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace banhang::client {

class Icon final
{
public:
    /// Icon by its file name without ".svg". Takes the colour of `tone` in the theme of the moment it is painted,
    /// so it needs no renewal after a theme change. An unknown name paints nothing.
    static QIcon named(const QString& name, Tone tone = Tone::Normal);
    static bool exists(const QString& name);

    /// Pixmap from a cache by (name, colour, device pixels). Units: `size` in logical pixels.
    static QPixmap pixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);
    /// Paints into the middle of `rect`, `size` logical pixels wide.
    static void paint(QPainter& painter, const QString& name, const QColor& color, const QRect& rect, int size = 16);

    /// The mark of the program, for windows and the task bar.
    static QIcon application();
};

} // namespace banhang::client
