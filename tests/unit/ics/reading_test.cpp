// Single entries of calendar files, as other programs write them, and files that are none.
#include "tests/unit/ics/ics_support.h"

#include <gtest/gtest.h>

namespace banhang::ics {
namespace {

std::vector<int> leadsOf(const Entry& entry)
{
    return {entry.activity.reminder_lead_minutes().begin(), entry.activity.reminder_lead_minutes().end()};
}

FileError::Reason reasonOf(const std::string& text)
{
    try {
        read(text);
    } catch (const FileError& error) {
        return error.reason();
    }
    ADD_FAILURE() << "the file was taken";
    return {};
}

TEST(CalendarFile, oneOfGoogleIsRead)
{
    const CalendarFile file = readSample("google.ics");
    EXPECT_EQ(file.name, "Lan Nguyễn");
    EXPECT_FALSE(file.isCut);
    EXPECT_EQ(file.damagedLines, 0);
    ASSERT_EQ(file.entries.size(), 4);
    const Entry meeting = entryOf(file, "4kq1single@google.com");
    EXPECT_EQ(meeting.obstacle, Obstacle::None);
    EXPECT_EQ(meeting.activity.kind(), v1::ACTIVITY_KIND_APPOINTMENT);
    EXPECT_EQ(meeting.activity.title(),
              "Gặp Công ty Hoàng Hà bàn hợp đồng dài hạn cho năm sau và lịch giao hàng quý một");
    EXPECT_EQ(meeting.activity.place(), "12 Nguyễn Huệ, Quận 1, TP.HCM");
    EXPECT_EQ(meeting.activity.preparation(), "Mang theo bản mẫu, xem giá mới.\nPhòng họp tầng 5");
    EXPECT_EQ(at(meeting.activity), "2026-11-20 09:00");
    EXPECT_EQ(minutesOf(meeting.activity), 90);
    EXPECT_EQ(leadsOf(meeting), (std::vector{30, 1440}));
    EXPECT_EQ(meeting.activity.ics_uid(), "4kq1single@google.com");
}

TEST(CalendarFile, wholeDaysEndTheDayBeforeTheirEnd)
{
    const Entry fair = entryOf(readSample("google.ics"), "holiday0001@google.com");
    EXPECT_EQ(at(fair.activity), "2026-12-24");
    EXPECT_EQ(vn::formatIsoDate(dateOf(fair.activity.last_day())), "2026-12-26");
    // At 09:00 the day before, 23 hours before the morning from which days are reminded of.
    EXPECT_EQ(leadsOf(fair), std::vector{23 * 60});
}

TEST(CalendarFile, summerTimeOfTheZoneIsCounted)
{
    const Entry paris = entryOf(readSample("outlook.ics"), "040000008200E00074C5B7101A82E00800000000A0");
    EXPECT_EQ(at(paris.activity), "2027-04-05 15:00"); // UTC+2 in April
    EXPECT_EQ(paris.activity.preparation(), "Agenda\n1. Doanh số\n2. Công nợ");
    EXPECT_EQ(at(readOne("SUMMARY:x\r\nDTSTART;TZID=Europe/Paris:20270105T100000\r\n").activity), "2027-01-05 16:00");
    EXPECT_EQ(at(readOne("SUMMARY:x\r\nDTSTART;TZID=America/New_York:20270705T100000\r\n").activity),
              "2027-07-05 21:00");
}

TEST(CalendarFile, namesOfZonesOnWindowsAreKnownWithoutTheirTable)
{
    const Entry entry = readOne("SUMMARY:x\r\nDTSTART;TZID=Tokyo Standard Time:20261201T100000\r\n");
    EXPECT_EQ(at(entry.activity), "2026-12-01 08:00");
    EXPECT_TRUE(entry.remarks.empty());
}

TEST(CalendarFile, timesThatFloatAndZonesThatNobodyKnowsAreThoseOfTheOffice)
{
    EXPECT_EQ(at(readOne("SUMMARY:x\r\nDTSTART:20261201T100000\r\n").activity), "2026-12-01 10:00");
    const Entry entry = readOne("SUMMARY:x\r\nDTSTART;TZID=Sao Hoa:20261201T100000\r\n");
    EXPECT_EQ(at(entry.activity), "2026-12-01 10:00");
    EXPECT_TRUE(entry.remarks.contains(Remark::ZoneUnknown));
}

TEST(CalendarFile, tasksAreReadWithTheirDayAndPriority)
{
    const CalendarFile file = readSample("tasks.ics");
    EXPECT_EQ(file.otherComponents, 1);
    const Entry task = entryOf(file, "task-1@thunderbird");
    EXPECT_EQ(task.activity.kind(), v1::ACTIVITY_KIND_TASK);
    EXPECT_EQ(task.activity.priority(), v1::PRIORITY_HIGH);
    EXPECT_EQ(at(task.activity), "2026-11-20");
    EXPECT_EQ(entryOf(file, "task-2@thunderbird").obstacle, Obstacle::Done);
    const Entry open = entryOf(file, "task-3@thunderbird");
    EXPECT_EQ(open.obstacle, Obstacle::None);
    EXPECT_FALSE(open.activity.has_day());
    EXPECT_FALSE(open.activity.has_start_time());
}

TEST(CalendarFile, whatCannotBeTakenSaysWhy)
{
    EXPECT_EQ(readOne("SUMMARY:x\r\n").obstacle, Obstacle::Damaged);
    EXPECT_EQ(readOne("SUMMARY:x\r\nDTSTART:hôm qua\r\n").obstacle, Obstacle::Damaged);
    EXPECT_EQ(readOne("SUMMARY:x\r\nDTSTART:20261201T100000\r\nSTATUS:CANCELLED\r\n").obstacle, Obstacle::Cancelled);
    EXPECT_EQ(readOne("SUMMARY:x\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270301\r\n").obstacle,
              Obstacle::TooLong);
}

TEST(CalendarFile, whatIsTakenOtherwiseSaysSo)
{
    EXPECT_TRUE(readOne("DTSTART:20261201T100000\r\n").remarks.contains(Remark::Untitled));
    EXPECT_TRUE(readOne("SUMMARY:x\r\nDTSTART:20261117T100000\r\n").remarks.contains(Remark::Past));
    EXPECT_FALSE(readOne("SUMMARY:x\r\nDTSTART:20261118T000000\r\n").remarks.contains(Remark::Past));
    const Entry lengthy = readOne("SUMMARY:" + std::string(300, 'a') + "\r\nDTSTART:20261201T100000\r\n");
    EXPECT_TRUE(lengthy.remarks.contains(Remark::Cut));
    EXPECT_EQ(lengthy.activity.title().size(), 200);
    const Entry late = readOne("SUMMARY:x\r\nDTSTART:20261201T100000\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                               "TRIGGER:PT5M\r\nEND:VALARM\r\n");
    EXPECT_TRUE(late.remarks.contains(Remark::AlarmsLeftOut));
}

TEST(CalendarFile, remindersMayBeToldByTheEndOrByTheClock)
{
    const std::string head = "SUMMARY:x\r\nDTSTART:20261201T030000Z\r\nDURATION:PT1H\r\nBEGIN:VALARM\r\n"
                             "ACTION:DISPLAY\r\nTRIGGER";
    EXPECT_EQ(leadsOf(readOne(head + ";RELATED=END:-PT90M\r\nEND:VALARM\r\n")), std::vector{30});
    EXPECT_EQ(leadsOf(readOne(head + ";VALUE=DATE-TIME:20261201T023000Z\r\nEND:VALARM\r\n")), std::vector{30});
}

TEST(CalendarFile, entriesWithoutUidKeepTheOneThatIsMadeOfThem)
{
    const auto file = [](const char* title) {
        return std::string("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:") + title +
               "\r\nDTSTART:20261201T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    };
    const std::string uid = read(file("một")).entries.at(0).uid;
    EXPECT_EQ(read(file("một")).entries.at(0).uid, uid);
    EXPECT_NE(read(file("hai")).entries.at(0).uid, uid);
}

TEST(CalendarFile, theNewestOfTwoWithOneUidCounts)
{
    const CalendarFile file =
        read("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
             "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:2\r\nSUMMARY:mới\r\nDTSTART:20261201T100000\r\nEND:VEVENT\r\n"
             "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:1\r\nSUMMARY:cũ\r\nDTSTART:20261201T100000\r\nEND:VEVENT\r\n"
             "END:VCALENDAR\r\n");
    ASSERT_EQ(file.entries.size(), 1);
    EXPECT_EQ(file.entries[0].activity.title(), "mới");
}

TEST(CalendarFile, whatIsNoneIsRefused)
{
    EXPECT_EQ(reasonOf(""), FileError::Reason::NoCalendar);
    EXPECT_EQ(reasonOf("PK\x03\x04 a workbook"), FileError::Reason::NoCalendar);
    EXPECT_EQ(reasonOf("From: a@b.vn\r\nSubject: BEGIN:VCALENDAR\r\n"), FileError::Reason::NoCalendar);
}

TEST(CalendarFile, oneWithTooMuchIsRefused)
{
    std::string many = "BEGIN:VCALENDAR\r\n";
    for (std::size_t i = 0; i <= kMaxEntries; ++i)
        many += "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
    EXPECT_EQ(reasonOf(many), FileError::Reason::TooLarge);
    EXPECT_EQ(reasonOf("BEGIN:VCALENDAR\r\n" + std::string(kMaxFileBytes, 'x')), FileError::Reason::TooLarge);
}

TEST(CalendarFile, aCutOneSaysSoAndGivesWhatIsWhole)
{
    std::string text = fileWith("SUMMARY:còn\r\nDTSTART:20261201T100000\r\n");
    text.resize(text.rfind("END:VCALENDAR"));
    text += "BEGIN:VEVENT\r\nUID:two\r\nSUMM";
    const CalendarFile file = read(text);
    EXPECT_TRUE(file.isCut);
    EXPECT_EQ(entryOf(file, "one").activity.title(), "còn");
    EXPECT_EQ(entryOf(file, "two").obstacle, Obstacle::Damaged);
}

TEST(CalendarFile, linesThatMeanNothingArePassedOver)
{
    const CalendarFile file = read(fileWith("SUMMARY:x\r\n<<<<\r\nDTSTART:20261201T100000\r\n"));
    EXPECT_GT(file.damagedLines, 0);
    EXPECT_EQ(file.entries.at(0).obstacle, Obstacle::None);
}

TEST(CalendarFile, readingEndsWhenItIsTold)
{
    const std::atomic_bool stop = true;
    EXPECT_THROW(readCalendar(fileWith("SUMMARY:x\r\nDTSTART:20261201T100000\r\n"), kToday, stop), FileError);
}

} // namespace
} // namespace banhang::ics
