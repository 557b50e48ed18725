// Calendar files in and out: what a file holds beside what is here, each entry made once, and what a saved file says.
#include "client/calendar/files/calendar_import_page.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "client/calendar/files/calendar_export.h"
#include "client/ics/file_reading.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/data_table.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// Times far ahead of the office's clock, and one that is over.
constexpr const char* kFile =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Lịch riêng\r\n"
    "BEGIN:VEVENT\r\nUID:new@x\r\nSUMMARY:Gặp khách\r\nLOCATION:Quận 1\r\n"
    "DTSTART:20990105T020000Z\r\nDTEND:20990105T030000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:old@x\r\nSUMMARY:Đã qua\r\nDTSTART:20200105T020000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:off@x\r\nSUMMARY:Thôi\r\nSTATUS:CANCELLED\r\n"
    "DTSTART:20990105T020000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:odd@x\r\nSUMMARY:Họp\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"
    "DTSTART:20990105T020000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:series@x\r\nSUMMARY:Một lần\r\nRRULE:FREQ=WEEKLY;COUNT=1\r\n"
    "DTSTART:20990105T020000Z\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

class CalendarFilesTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        v1::Me me = office.session.me();
        for (const v1::Action action : {v1::ACTION_CREATE, v1::ACTION_EXPORT}) {
            auto& right = *me.add_rights();
            right.set_resource(v1::RESOURCE_ACTIVITY);
            right.set_action(action);
            right.set_scope(v1::SCOPE_OWN);
        }
        office.session.begin(me);
        page.resize(1100, 600);
        page.show();
    }
    QString write(const QByteArray& text, const QString& name = QStringLiteral("lich.ics"))
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    void open(const QByteArray& text)
    {
        const int before = office.server.calls("FindCalendarEntries");
        page.openFile(write(text));
        ASSERT_TRUE(waitUntil([&] {
            return office.server.calls("FindCalendarEntries") > before &&
                   page.work().work() == CalendarImport::Work::None;
        }));
    }
    void take()
    {
        page.work().take();
        ASSERT_TRUE(waitUntil([this] { return page.work().work() == CalendarImport::Work::None; }));
    }
    FileEntry& entry(const std::string& uid)
    {
        static FileEntry none;
        for (FileEntry& each : page.model().entries())
            if (each.entry.uid == uid)
                return each;
        ADD_FAILURE() << "no entry " << uid;
        return none;
    }
    std::size_t created()
    {
        const std::scoped_lock lock(office.memory.mutex);
        return office.memory.creations.size();
    }

    QTemporaryDir folder;
    test::CalendarOffice office;
    CalendarImportPage page{office.workplace};
};

TEST_F(CalendarFilesTest, eachEntryIsToldForWhatItIs)
{
    open(kFile);
    EXPECT_EQ(entry("new@x").standing, Standing::New);
    EXPECT_TRUE(entry("new@x").isChosen);
    EXPECT_EQ(entry("old@x").standing, Standing::New);
    EXPECT_FALSE(entry("old@x").isChosen) << "what is over is not taken unless one wants it";
    EXPECT_EQ(entry("off@x").standing, Standing::Impossible);
    EXPECT_FALSE(entry("off@x").note.isEmpty());
    // The server means one day by this rule, the file five.
    EXPECT_EQ(entry("odd@x").standing, Standing::Impossible);
    EXPECT_EQ(entry("series@x").standing, Standing::New);
}

TEST_F(CalendarFilesTest, whatIsChosenIsMadeOnceHoweverOftenTheFileIsRead)
{
    open(kFile);
    take();
    ASSERT_EQ(created(), 1);
    {
        const std::scoped_lock lock(office.memory.mutex);
        EXPECT_EQ(office.memory.creations[0].activity().ics_uid(), "new@x");
        EXPECT_EQ(office.memory.creations[0].activity().place(), "Quận 1");
        EXPECT_FALSE(office.memory.creations[0].request_id().empty());
    }
    EXPECT_EQ(office.series.read([](const auto& memory) { return memory.creations.size(); }), 1);
    EXPECT_EQ(entry("new@x").standing, Standing::Taken);
    open(kFile);
    EXPECT_EQ(entry("new@x").standing, Standing::Here);
    EXPECT_FALSE(entry("new@x").canBeChosen());
}

TEST_F(CalendarFilesTest, whatComesAgainByNowBeginsWithWhatIsHere)
{
    open(kFile);
    take();
    QByteArray weekly(kFile);
    weekly.replace("LOCATION:Quận 1", "RRULE:FREQ=WEEKLY;COUNT=1\r\nLOCATION:Quận 1");
    open(weekly);
    ASSERT_EQ(entry("new@x").standing, Standing::Changed);
    ASSERT_TRUE(entry("new@x").canBeChosen());
    page.model().toggle({0});
    take();
    EXPECT_EQ(entry("new@x").standing, Standing::Taken);
    EXPECT_EQ(entry("new@x").takenSeries, 0) << "taking back would take away what was here before";
    EXPECT_NE(office.series.read([](const auto& memory) { return memory.creations.back().activity_id(); }), 0);
}

TEST_F(CalendarFilesTest, whatDiffersIsChangedInItsFieldsAlone)
{
    open(kFile);
    take();
    QByteArray other(kFile);
    other.replace("Quận 1", "Quận 3");
    open(other);
    ASSERT_EQ(entry("new@x").standing, Standing::Changed);
    EXPECT_FALSE(entry("new@x").isChosen);
    page.model().toggle({0});
    take();
    ASSERT_EQ(office.memory.updateCount(), 1);
    EXPECT_EQ(office.memory.updates[0].update_mask().paths_size(), 1);
    EXPECT_EQ(office.memory.updates[0].update_mask().paths(0), "place");
    EXPECT_EQ(created(), 1);
}

TEST_F(CalendarFilesTest, aSeriesThatDiffersIsReplacedWhenItIsChosen)
{
    open(kFile);
    take();
    EXPECT_EQ(entry("series@x").standing, Standing::Taken);
    open(kFile);
    EXPECT_EQ(entry("series@x").standing, Standing::Here) << entry("series@x").note.toStdString();
    QByteArray other(kFile);
    other.replace("UID:series@x\r\nSUMMARY:Một lần", "UID:series@x\r\nLOCATION:Huế\r\nSUMMARY:Một lần");
    open(other);
    ASSERT_EQ(entry("series@x").standing, Standing::Changed);
    EXPECT_FALSE(entry("series@x").isChosen) << "what is here is not overwritten unasked";
    EXPECT_TRUE(entry("series@x").note.contains(QCoreApplication::translate("CalendarFile", "place")));
    page.model().toggle({4});
    take();
    ASSERT_EQ(office.series.read([](const auto& memory) { return memory.replacements.size(); }), 1);
    EXPECT_EQ(office.series.replacements[0].series().pattern().place(), "Huế");
    EXPECT_EQ(office.series.replacements[0].series().version(), 1);
    EXPECT_EQ(entry("series@x").standing, Standing::Taken);
    EXPECT_FALSE(entry("series@x").note.isEmpty()) << "what became of its days";
    open(other);
    EXPECT_EQ(entry("series@x").standing, Standing::Here);
}

TEST_F(CalendarFilesTest, whatIsSomebodyElsesToChangeStopsNothing)
{
    open(kFile);
    take();
    QByteArray other(kFile);
    other.replace("Quận 1", "Quận 3");
    other.replace("UID:series@x\r\nSUMMARY:Một lần", "UID:series@x\r\nSUMMARY:Hai lần");
    open(other);
    page.model().toggle({0, 4});
    office.server.failNext("UpdateActivity", AppError(ErrorCode::Denied, "call.denied"));
    take();
    EXPECT_EQ(entry("new@x").standing, Standing::Failed);
    EXPECT_EQ(entry("series@x").standing, Standing::Taken);
}

TEST_F(CalendarFilesTest, clashesAreToldAfterwards)
{
    {
        const std::scoped_lock lock(office.memory.mutex);
        office.memory.check.clear_clashes();
        v1::Clash& clash = *office.memory.check.add_clashes();
        clash.set_title("Họp giao ban");
        clash.mutable_start_time()->set_seconds(4'070'000'000);
    }
    open(kFile);
    take();
    EXPECT_TRUE(entry("new@x").note.contains(QStringLiteral("Họp giao ban")));
}

TEST_F(CalendarFilesTest, aCutConnectionStopsItAndGoingOnMakesNothingTwice)
{
    open(kFile);
    office.server.failNext("CreateActivity", AppError(ErrorCode::Timeout, "call.timeout"));
    QSignalSpy failed(&page.work(), &CalendarImport::failed);
    const std::string requestId = entry("new@x").requestId;
    take();
    EXPECT_EQ(failed.size(), 1);
    EXPECT_TRUE(entry("new@x").isChosen);
    take();
    ASSERT_EQ(created(), 1);
    EXPECT_EQ(entry("new@x").standing, Standing::Taken);
    EXPECT_EQ(office.memory.creations[0].request_id(), requestId);
}

TEST_F(CalendarFilesTest, takingInCanBeTakenBack)
{
    QSignalSpy offered(&page, &CalendarImportPage::undoOffered);
    open(kFile);
    take();
    ASSERT_EQ(offered.size(), 1);
    offered[0][1].value<std::function<void()>>()();
    ASSERT_TRUE(waitUntil([this] { return page.work().work() == CalendarImport::Work::None; }));
    EXPECT_EQ(office.server.calls("DeleteActivity"), 1);
    EXPECT_EQ(office.series.read([](const auto& memory) { return memory.removals.size(); }), 1);
    EXPECT_EQ(entry("new@x").standing, Standing::New);
}

TEST_F(CalendarFilesTest, whatIsNoCalendarIsRefusedInWords)
{
    page.openFile(write("PK\x03\x04", QStringLiteral("bang.ics")));
    ASSERT_TRUE(waitUntil([this] { return page.findChild<NoticeBar*>()->isVisible(); }));
    EXPECT_EQ(office.server.calls("FindCalendarEntries"), 0);
    EXPECT_TRUE(page.model().entries().empty());
}

TEST_F(CalendarFilesTest, enterTakesARowInOrLeavesItOut)
{
    open(kFile);
    QApplication::setActiveWindow(&page); // keys reach an active window alone
    page.table()->selectRow(0);
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Return);
    EXPECT_FALSE(entry("new@x").isChosen);
    QTest::keyClick(page.table(), Qt::Key_Return);
    EXPECT_TRUE(entry("new@x").isChosen);
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return created() == 1; }));
}

TEST_F(CalendarFilesTest, aSavedFileHoldsEveryPageAndEachSeriesOnce)
{
    {
        const std::scoped_lock lock(office.series.mutex);
        v1::Series& series = office.series.series;
        series.set_ics_uid("series-5@x.banhang");
        series.mutable_recurrence()->set_frequency(v1::FREQUENCY_WEEKLY);
        series.mutable_pattern()->set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
        series.mutable_pattern()->set_title("Giao ban");
        series.mutable_pattern()->mutable_start_time()->set_seconds(4'070'000'000);
    }
    CalendarExport saving(office.workplace);
    QSignalSpy finished(&saving, &CalendarExport::finished);
    const QString path = folder.filePath(QStringLiteral("ra.ics"));
    saving.runInto({}, path);
    ASSERT_TRUE(waitUntil([&finished] { return finished.size() == 1; }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const std::atomic_bool stop = false;
    const auto read = ics::readCalendar(text.toStdString(), {2026, 11, 16}, stop);
    EXPECT_EQ(static_cast<int>(read.entries.size()), finished[0][0].toInt());
    EXPECT_EQ(read.name, "Lê Quang Minh");
    EXPECT_EQ(text.count("UID:series-5@x.banhang"), 1);
}

} // namespace
} // namespace banhang::client
