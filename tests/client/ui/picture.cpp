#include "tests/client/ui/picture.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cstdlib>

namespace banhang::test {

namespace {

constexpr int kTile = 16;
constexpr int kMuch = 72;                  // of 255 levels, in one channel; more than a step of `coarse`
constexpr int kMaxDifferingPixels = 5;     // of a tile that may differ so much
constexpr double kMaxMeanDifference = 1.5; // levels by which the mean of a tile may differ

/// Largest difference of a channel.
int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

bool differs(const QImage& expected, const QImage& actual, const QRect& tile)
{
    int red = 0, green = 0, blue = 0, much = 0;
    for (int y = tile.top(); y <= tile.bottom(); ++y) {
        const auto* wanted = reinterpret_cast<const QRgb*>(expected.constScanLine(y));
        const auto* found = reinterpret_cast<const QRgb*>(actual.constScanLine(y));
        for (int x = tile.left(); x <= tile.right(); ++x) {
            red += qRed(wanted[x]) - qRed(found[x]);
            green += qGreen(wanted[x]) - qGreen(found[x]);
            blue += qBlue(wanted[x]) - qBlue(found[x]);
            much += distance(wanted[x], found[x]) > kMuch;
        }
    }
    const int mean = std::max({std::abs(red), std::abs(green), std::abs(blue)});
    return much > kMaxDifferingPixels || mean > kMaxMeanDifference * tile.width() * tile.height();
}

/// Flat colours stay exact; the edges of letters, which make most of a file, keep few steps.
QImage coarse(const QImage& image)
{
    constexpr QRgb kFewSteps = 0xFFC0C0C0;
    QImage result = image;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        auto* written = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 1; x < image.width() - 1; ++x) {
            if (line[x] != line[x - 1] && line[x] != line[x + 1])
                written[x] = line[x] & kFewSteps;
        }
    }
    return result;
}

} // namespace

QImage pictureOf(QWidget& widget, qreal scale)
{
    QImage image((QSizeF(widget.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    widget.render(&painter);
    painter.end();
    return coarse(image);
}

PictureDifference compare(const QImage& expected, const QImage& actual)
{
    PictureDifference difference;
    difference.isOtherSize = expected.size() != actual.size();
    if (difference.isOtherSize)
        return difference;
    const QImage wanted = expected.convertToFormat(QImage::Format_RGB32);
    const QImage found = actual.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < wanted.height(); y += kTile) {
        for (int x = 0; x < wanted.width(); x += kTile) {
            const QRect tile = QRect(x, y, kTile, kTile) & wanted.rect();
            if (!differs(wanted, found, tile))
                continue;
            ++difference.tiles;
            difference.where |= tile;
        }
    }
    return difference;
}

QString PictureDifference::text() const
{
    if (isOtherSize)
        return QStringLiteral("another size");
    return QStringLiteral("%1 tiles differ within x %2, y %3, %4 by %5")
        .arg(tiles)
        .arg(where.x())
        .arg(where.y())
        .arg(where.width())
        .arg(where.height());
}

} // namespace banhang::test
