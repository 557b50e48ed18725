// Writes pictures of the care sequences, to be looked at:
//   sequence_pictures FILE.png [--dark] [--english] [--view page|pane|start] [--width N] [--height N]
#include <QApplication>

#include "client/core/language.h"
#include "client/sequences/sequence_pane.h"
#include "client/sequences/sequences_page.h"
#include "client/ui/look/look.h"
#include "tests/client/sequences/sequences_fixture.h"
#include "tests/client/support/wait.h"

int main(int argc, char** argv)
{
    using namespace banhang;
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
    test::SequencesOffice office;
    if (!test::waitUntil([&office] {
            return office.directory.isLoaded() && !office.picklists.choices(QStringLiteral("channel")).isEmpty();
        }))
        return 1;
    const QString view = valueOf(QStringLiteral("--view"), QStringLiteral("page"));
    client::SequencesPage page(office.workplace);
    client::SequencePane pane(office.workplace);
    QWidget& shown = view == QLatin1String("page") ? static_cast<QWidget&>(page) : pane;
    shown.resize(valueOf(QStringLiteral("--width"), QStringLiteral("1290")).toInt(),
                 valueOf(QStringLiteral("--height"), QStringLiteral("674")).toInt());
    shown.show();
    if (&shown == &page) {
        page.reload();
    } else {
        pane.load(7);
        test::waitUntil([&office] { return office.server.calls("GetCustomerEnrolments") > 0; });
        if (view == QLatin1String("start"))
            pane.beginStart();
    }
    if (view != QLatin1String("pane"))
        test::waitUntil([&office] { return office.server.calls("CheckSequence") > 0; });
    for (int i = 0; i < 20; ++i)
        test::waitUntil([&app] {
            app.processEvents();
            return true;
        });
    return shown.grab().save(arguments.value(1)) ? 0 : 1;
}
