// Writes pictures of the calendar over the sample week, to be looked at:
//   calendar_pictures FILE.png [--dark] [--english] [--view day|workweek|week|month|list] [--width N] [--height N]
//                              [--percent 150] [--import FILE.ics] [--files stored|new]
#include <QApplication>
#include <QLocale>
#include <QTest>

#include "client/activities/activity_editor.h"
#include "client/calendar/files/calendar_import_page.h"
#include "client/calendar/time_grid.h"
#include "client/core/language.h"
#include "client/ui/look/look.h"
#include "server/series/recurrence_rules.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/drop.h"
#include "tests/client/support/wait.h"

namespace {

/// As the server means the rule.
std::vector<banhang::v1::Date> daysOf(const banhang::v1::CheckSeriesRequest& request)
{
    using namespace banhang;
    const vn::Date first{request.first_day().year(), request.first_day().month(), request.first_day().day()};
    const v1::Recurrence rule = server::completedRecurrence(request.recurrence(), first);
    std::vector<v1::Date> days;
    for (const vn::Date& day : server::recurrenceDays({rule, first, first}, first, vn::addDays(first, 20'000),
                                                      static_cast<std::size_t>(request.day_count())))
        days.push_back(client::toDate(QDate(day.year, day.month, day.day)));
    return days;
}

/// The page over a file that was compared with what is here.
int savePictureOfImport(banhang::test::CalendarOffice& office, const QSize& size, const QString& file,
                        const QString& picture)
{
    using namespace banhang;
    v1::Me me = office.session.me();
    auto& right = *me.add_rights();
    right.set_resource(v1::RESOURCE_ACTIVITY);
    right.set_action(v1::ACTION_CREATE);
    right.set_scope(v1::SCOPE_OWN);
    office.session.begin(me);
    office.series.days = daysOf;
    client::CalendarImportPage page(office.workplace);
    page.resize(size);
    page.show();
    page.openFile(file);
    const auto isDone = [&] {
        return office.server.calls("FindCalendarEntries") > 0 &&
               page.work().work() == client::CalendarImport::Work::None;
    };
    if (!test::waitUntil(isDone))
        return 1;
    return page.grab().save(picture) ? 0 : 1;
}

/// The editor with files below it: those of an appointment, or those that wait for a new one to be saved.
void openFiles(banhang::test::CalendarOffice& office, bool isNew)
{
    using namespace banhang;
    v1::Me me = office.session.me();
    for (const v1::Action action : {v1::ACTION_CREATE, v1::ACTION_EDIT}) {
        auto& right = *me.add_rights();
        right.set_resource(v1::RESOURCE_ACTIVITY);
        right.set_action(action);
        right.set_scope(v1::SCOPE_TEAM);
    }
    office.session.begin(me);
    if (isNew) {
        QTest::keyClick(office.page.timeGrid(), Qt::Key_N, Qt::ControlModifier);
        test::dropFiles(office.page.findChild<client::ActivityEditor*>(),
                        {QStringLiteral("/etc/hostname"), QStringLiteral("/etc/services")});
        return;
    }
    for (const char* name : {"Báo giá mực in quý 1.pdf", "Bản vẽ chỗ đặt máy.png"}) {
        v1::Attachment attachment;
        attachment.set_activity_id(test::kFirstMeeting);
        attachment.set_name(name);
        attachment.set_uploader_user_id(test::kMinh);
        attachment.set_size_bytes(184'000);
        *attachment.mutable_create_time() = client::toTimestamp(test::sampleNow());
        office.files.put(attachment, "%PDF");
    }
    emit office.page.timeGrid()->opened(test::kFirstMeeting);
    emit office.page.findChild<client::ActivityEditor*>()->filesRequested();
    test::waitUntil([&office] { return office.server.calls("ListAttachments") > 0; });
}

} // namespace

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
    client::Look::instance().setTextPercent(valueOf(QStringLiteral("--percent"), QStringLiteral("100")).toInt());
    test::CalendarOffice office;
    const QSize size(valueOf(QStringLiteral("--width"), QStringLiteral("1290")).toInt(),
                     valueOf(QStringLiteral("--height"), QStringLiteral("674")).toInt());
    if (arguments.contains(QStringLiteral("--import")))
        return savePictureOfImport(office, size, valueOf(QStringLiteral("--import"), {}), arguments.value(1));
    office.page.resize(size);
    office.page.show();
    const QStringList views{QStringLiteral("day"), QStringLiteral("workweek"), QStringLiteral("week"),
                            QStringLiteral("month"), QStringLiteral("list")};
    const qsizetype view = views.indexOf(valueOf(QStringLiteral("--view"), QStringLiteral("week")));
    office.page.showView(static_cast<CalendarPage::View>(std::max<qsizetype>(0, view)));
    const auto isThere = [&office] {
        return office.directory.isLoaded() && office.page.model().find(test::kFirstMeeting) &&
               !office.page.model().isLoading();
    };
    if (!test::waitUntil(isThere))
        return 1;
    office.page.choose(test::kFirstMeeting);
    if (const QString files = valueOf(QStringLiteral("--files"), {}); !files.isEmpty())
        openFiles(office, files == QLatin1String("new"));
    test::waitUntil([&office] { return office.server.calls("CheckActivity") > 0; });
    for (int i = 0; i < 20; ++i)
        test::waitUntil([&app] {
            app.processEvents();
            return true;
        });
    return office.page.grab().save(arguments.value(1)) ? 0 : 1;
}
