// Pictures of the calendar over the sample week: --page day|workweek|week|month|list [--files stored|new], or of the
// page over a calendar file: --import FILE.ics
#include <QTest>

#include "client/activities/activity_editor.h"
#include "client/calendar/files/calendar_import_page.h"
#include "client/calendar/time_grid.h"
#include "server/series/recurrence_rules.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/drop.h"
#include "tests/client/support/picture_program.h"
#include "tests/client/support/wait.h"

namespace {

constexpr QSize kSize(1290, 674);

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
int drawImport(const banhang::test::PictureProgram& program, banhang::test::CalendarOffice& office, const QString& file)
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
    page.resize(program.size(kSize));
    page.show();
    page.openFile(file);
    const auto isDone = [&] {
        return office.server.calls("FindCalendarEntries") > 0 &&
               page.work().work() == client::CalendarImport::Work::None;
    };
    if (!test::waitUntil(isDone))
        return 1;
    return program.save(page);
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
}

} // namespace

int main(int argc, char** argv)
{
    using namespace banhang;
    using client::CalendarPage;
    const test::PictureProgram program(argc, argv);
    test::CalendarOffice office;
    if (const QString file = program.value("--import"); !file.isEmpty())
        return drawImport(program, office, file);
    office.page.resize(program.size(kSize));
    office.page.show();
    const QStringList views{QStringLiteral("day"), QStringLiteral("workweek"), QStringLiteral("week"),
                            QStringLiteral("month"), QStringLiteral("list")};
    const qsizetype view = views.indexOf(program.page("week"));
    office.page.showView(static_cast<CalendarPage::View>(std::max<qsizetype>(0, view)));
    test::settle(office.rpc);
    office.page.choose(test::kFirstMeeting);
    if (const QString files = program.value("--files"); !files.isEmpty())
        openFiles(office, files == QLatin1String("new"));
    test::settle(office.rpc);
    return program.save(office.page);
}
