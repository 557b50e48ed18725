#include "client/core/moment_text.h"

#include <gtest/gtest.h>

#include "client/core/office_time.h"
#include "tests/client/support/office_clock_at.h"
#include <google/protobuf/timestamp.pb.h>

namespace banhang::client {
namespace {

google::protobuf::Timestamp utc(const QDate& day, const QTime& time)
{
    google::protobuf::Timestamp timestamp;
    timestamp.set_seconds(QDateTime(day, time, Qt::UTC).toSecsSinceEpoch());
    return timestamp;
}

TEST(MomentText, isByTheClockOfTheOfficeWhereverTheMachineStands)
{
    const auto night = officeTime(utc({2026, 11, 22}, QTime(18, 30)));
    const auto morning = officeTime(QDate(2026, 11, 23), QTime(9, 0));
    EXPECT_EQ(shortMoment(night, morning), QStringLiteral("01:30"));
    EXPECT_EQ(shortMoment(officeTime(utc({2026, 10, 31}, QTime(17, 0))), morning), QStringLiteral("01/11"));
    EXPECT_EQ(exactMoment(night), QStringLiteral("23/11/2026 01:30:00"));
    EXPECT_FALSE(officeTime(google::protobuf::Timestamp()).isValid());
}

TEST(MomentText, ofADayThatIsNotThereThereAreNoWords)
{
    const QDate today(2026, 11, 23);
    EXPECT_EQ(nearDay({}, today), QString());
    EXPECT_EQ(namedDay({}, today), QString());
    EXPECT_EQ(namedDay(today.addDays(1), today), QStringLiteral("ngày mai"));
}

TEST(OfficeClock, fitsWordsToEachDayAsLongAsTheyAreThere)
{
    const QDate day(2026, 11, 18);
    test::OfficeClockAt clock(officeTime(day, QTime(23, 58)));
    int fits = 0;
    {
        QObject words;
        updateWithDate(&words, [&fits] { ++fits; });
        EXPECT_EQ(fits, 1);
        clock.to(officeTime(day, QTime(23, 59)));
        EXPECT_EQ(fits, 1) << "the same day";
        clock.to(officeTime(day.addDays(1), QTime(0, 1)));
        EXPECT_EQ(fits, 2);
    }
    clock.to(officeTime(day.addDays(2), QTime(0, 1)));
    EXPECT_EQ(fits, 2);
}

} // namespace
} // namespace banhang::client
