// banhang: the client.
#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QTextStream>

#include <cstdio>

#include "client/app/bench/bench.h"
#include "client/app/client.h"
#include "client/app/office/office.h"
#include "client/app/settings/settings.h"
#include "client/app/tour/tour.h"
#include "client/app/window/main_window.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/gallery/gallery.h"
#include "client/ui/look/look.h"

namespace {

using namespace banhang::client;

struct Options
{
    QString connection;
    QString user;
    QString sessionFile;
    QString tourFolder;
    bool readsPassword = false;
    bool showsGallery = false;
    bool isBench = false;
    int benchSeconds = 0;
};

Options readOptions(const QApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Customers of the office."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption connection(QStringLiteral("connection"), QStringLiteral("Connection file of the office."),
                                        QStringLiteral("file"));
    const QCommandLineOption user(QStringLiteral("user"), QStringLiteral("Sign in as this user."),
                                  QStringLiteral("name"));
    const QCommandLineOption password(QStringLiteral("password-stdin"),
                                      QStringLiteral("Read the password from standard input."));
    // Not "session": Qt keeps that one for session managers, and it would never arrive here.
    const QCommandLineOption session(QStringLiteral("session-file"),
                                     QStringLiteral("Go on with the session token in a file."), QStringLiteral("file"));
    const QCommandLineOption gallery(QStringLiteral("gallery"), QStringLiteral("Show every part of the interface."));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Walk through the main work on a demo company and write pictures."),
                                  QStringLiteral("folder"));
    const QCommandLineOption bench(QStringLiteral("bench"),
                                   QStringLiteral("Measure how quick the client is with this server, as JSON; needs "
                                                  "--connection, --user and --password-stdin."));
    const QCommandLineOption useFor(QStringLiteral("use-for"),
                                    QStringLiteral("With --bench: at the end work for so many seconds, and tell the "
                                                   "memory."),
                                    QStringLiteral("seconds"), QStringLiteral("0"));
    parser.addOptions({connection, user, password, session, gallery, tour, bench, useFor});
    parser.process(app);
    return {parser.value(connection), parser.value(user),    parser.value(session), parser.value(tour),
            parser.isSet(password),   parser.isSet(gallery), parser.isSet(bench),   parser.value(useFor).toInt()};
}

QString firstLine(QIODevice& device)
{
    return QString::fromUtf8(device.readLine()).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
}

QString passwordOf(const Options& options)
{
    QFile input;
    return options.readsPassword && input.open(stdin, QIODevice::ReadOnly) ? firstLine(input) : QString();
}

/// The office of the command line for this time, else the remembered one. Throws: banhang::ConnectionFileError.
std::unique_ptr<Client> openOffice(const Options& options)
{
    if (!options.connection.isEmpty())
        return makeClient(officeOf(banhang::readConnectionFile(options.connection.toStdString())));
    const auto remembered = rememberedOffice();
    return remembered ? makeClient(*remembered) : nullptr;
}

void signInAsAsked(const Options& options, MainWindow& window)
{
    if (!window.client())
        return;
    if (!options.sessionFile.isEmpty()) {
        QFile file(options.sessionFile);
        if (file.open(QIODevice::ReadOnly))
            window.client()->resume(firstLine(file).toLatin1());
        return;
    }
    if (!options.user.isEmpty())
        window.signInPage()->setUserName(options.user);
    if (options.readsPassword && !options.user.isEmpty())
        window.signIn(options.user, passwordOf(options));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("banhang"));
    QApplication::setApplicationName(QStringLiteral("banhang"));
    QApplication::setApplicationVersion(QStringLiteral(BANHANG_VERSION));
    const auto options = readOptions(app);
    setLanguage(settings::language());
    Look::instance().install(app);
    settings::applyLook();

    if (options.showsGallery) {
        const std::unique_ptr<QWidget> gallery(makeGallery());
        gallery->show();
        gallery->activateWindow();
        openGallerySearch(gallery.get());
        return QApplication::exec();
    }
    try {
        if (!options.tourFolder.isEmpty())
            return takeTour(banhang::readConnectionFile(options.connection.toStdString()), options.tourFolder);
        if (options.isBench)
            return runBench(banhang::readConnectionFile(options.connection.toStdString()),
                            {options.user, passwordOf(options), options.benchSeconds});
        MainWindow window;
        window.setClient(openOffice(options));
        signInAsAsked(options, window);
        window.show();
        const int code = QApplication::exec();
        if (window.client())
            window.client()->leave();
        return code;
    } catch (const banhang::ConnectionFileError& error) {
        QTextStream(stderr) << "banhang: " << error.what() << Qt::endl;
        return 2;
    }
}
