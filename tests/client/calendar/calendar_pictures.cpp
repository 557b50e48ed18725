// Writes pictures of the calendar over the sample week, to be looked at:
//   calendar_pictures FILE.png [--dark] [--english] [--view day|workweek|week|month|list] [--width N] [--height N]
#include <QApplication>
#include <QLocale>

#include "client/core/language.h"
#include "client/ui/look/look.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/wait.h"

int main(int argc, char** argv)
{
    using namespace banhang;
    using client::CalendarPage;
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const auto valueOf = [&arguments](const QString& name, const QString& otherwise) {
        const qsizetype at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.value(at + 1);
    };
    client::Look::instance().install(app);
    client::Look::instance().setAppearance(arguments.contains(QLatin1String("--dark")) ? client::Appearance::Dark
                                                                                       : client::Appearance::Light);
    client::setLanguage(arguments.contains(QLatin1String("--english")) ? client::Language::English
                                                                       : client::Language::Vietnamese);
    tests::CalendarOffice office;
    office.page.resize(valueOf(QStringLiteral("--width"), QStringLiteral("1290")).toInt(),
                       valueOf(QStringLiteral("--height"), QStringLiteral("674")).toInt());
    office.page.show();
    const QStringList views{QStringLiteral("day"), QStringLiteral("workweek"), QStringLiteral("week"),
                            QStringLiteral("month"), QStringLiteral("list")};
    const qsizetype view = views.indexOf(valueOf(QStringLiteral("--view"), QStringLiteral("week")));
    office.page.showView(static_cast<CalendarPage::View>(std::max<qsizetype>(0, view)));
    const auto isThere = [&office] {
        return office.directory.isLoaded() && office.page.model().find(tests::kFirstMeeting) &&
               !office.page.model().isLoading();
    };
    if (!tests::waitUntil(isThere))
        return 1;
    office.page.choose(tests::kFirstMeeting);
    tests::waitUntil([&office] { return office.server.calls("CheckActivity") > 0; });
    for (int i = 0; i < 20; ++i)
        tests::waitUntil([&app] {
            app.processEvents();
            return true;
        });
    return office.page.grab().save(arguments.value(1)) ? 0 : 1;
}
