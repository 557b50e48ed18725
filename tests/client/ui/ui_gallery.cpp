// Writes a picture of the gallery: ui_gallery FILE.png [--dark] [--text PERCENT]. QT_SCALE_FACTOR sets the scale.
#include "client/ui/gallery/gallery.h"
#include "client/ui/look/look.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPixmap>
#include <QWidget>

using namespace banhang::client;

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument("FILE", "picture to write");
    parser.addOptions({{"dark", "dark appearance"},
                       {"text", "text size in per cent", "PERCENT", "100"},
                       {"width", "of the window", "PIXELS", "1366"}});
    parser.process(app);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);

    Look::instance().setAppearance(parser.isSet("dark") ? Appearance::Dark : Appearance::Light);
    Look::instance().setTextPercent(parser.value("text").toInt());
    Look::instance().install(app);
    const std::unique_ptr<QWidget> gallery(makeGallery());
    gallery->resize(parser.value("width").toInt(), gallery->height());
    gallery->show();
    QApplication::setActiveWindow(gallery.get());
    openGallerySearch(gallery.get());
    QApplication::processEvents();
    QApplication::processEvents();
    return gallery->grab().save(parser.positionalArguments().constFirst()) ? 0 : 1;
}
