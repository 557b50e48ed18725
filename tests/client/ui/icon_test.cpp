#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

#include <gtest/gtest.h>

using namespace banhang::client;

namespace {

/// The most opaque pixel, which has the pure colour of the stroke.
QColor strokeColor(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor best(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > best.alpha())
                best = image.pixelColor(x, y);
        }
    }
    return best;
}

} // namespace

TEST(Icon, everyFileOfTheSetRenders)
{
    int count = 0;
    for (QDirIterator files(":/banhang/icons", {"*.svg"}); files.hasNext(); ++count) {
        files.next();
        EXPECT_TRUE(QSvgRenderer(files.filePath()).isValid()) << files.fileName().toStdString();
        EXPECT_TRUE(Icon::exists(files.fileInfo().baseName()));
    }
    EXPECT_GE(count, 90);
}

TEST(Icon, takesTheColourOfItsToneAndFollowsTheTheme)
{
    Look::instance().setAppearance(Appearance::Light);
    const QIcon icon = Icon::named("check", Tone::Error);
    EXPECT_EQ(strokeColor(icon.pixmap(QSize(64, 64), 1.0)).rgb(), Theme::light().err.rgb());
    Look::instance().setAppearance(Appearance::Dark);
    EXPECT_EQ(strokeColor(icon.pixmap(QSize(64, 64), 1.0)).rgb(), Theme::dark().err.rgb());
    EXPECT_EQ(strokeColor(icon.pixmap(QSize(64, 64), 1.0, QIcon::Disabled)).rgb(), Theme::dark().disabled.rgb());
    Look::instance().setAppearance(Appearance::Light);
}

TEST(Icon, isDrawnInDevicePixels)
{
    const QPixmap pixmap = Icon::named("phone").pixmap(QSize(16, 16), 1.5);
    EXPECT_EQ(pixmap.size(), QSize(24, 24));
    EXPECT_DOUBLE_EQ(pixmap.devicePixelRatio(), 1.5);
}

TEST(Icon, anUnknownNameIsNullAndPaintsNothing)
{
    EXPECT_TRUE(Icon::named("no-such-icon").isNull());
    EXPECT_FALSE(Icon::exists("no-such-icon"));
}

TEST(Icon, theProgramHasItsMark)
{
    EXPECT_FALSE(Icon::application().isNull());
}
