// Pictures of widgets, and how they are compared with reviewed ones.
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace banhang::test {

/// The widget as a screen of that scale shows it, made coarse where that keeps the files small and hides nothing.
QImage pictureOf(QWidget& widget, qreal scale);

/// Where two pictures differ more than other versions of the rasterisers make them differ: by the means of small tiles,
/// which tell a changed colour, and by the pixels in them that differ much, which tell a moved or changed shape.
struct PictureDifference
{
    bool isOtherSize = false;
    int tiles = 0; ///< that differ
    QRect where;   ///< around them, in device pixels

    bool isNone() const { return !isOtherSize && tiles == 0; }
    QString text() const;
};

PictureDifference compare(const QImage& expected, const QImage& actual);

} // namespace banhang::test
