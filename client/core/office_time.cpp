#include "client/core/office_time.h"

#include <QCoreApplication>
#include <QLocale>

#include <atomic>

#include "banhang/v1/common.pb.h"
#include "common/vn/date.h"
#include <google/protobuf/timestamp.pb.h>

namespace banhang::client {

namespace {

constexpr int kOffsetSeconds = 7 * 3600;
constexpr int kMsPerSecond = 1000;
constexpr int kNanosPerMs = 1'000'000;

std::atomic<qint64> officeShiftMs = 0;

QString say(const char* text, int count = -1)
{
    return QCoreApplication::translate("OfficeTime", text, nullptr, count);
}

QString weekday(const QDate& day)
{
    constexpr const char* kNames[] = {QT_TRANSLATE_NOOP("OfficeTime", "Mon"), QT_TRANSLATE_NOOP("OfficeTime", "Tue"),
                                      QT_TRANSLATE_NOOP("OfficeTime", "Wed"), QT_TRANSLATE_NOOP("OfficeTime", "Thu"),
                                      QT_TRANSLATE_NOOP("OfficeTime", "Fri"), QT_TRANSLATE_NOOP("OfficeTime", "Sat"),
                                      QT_TRANSLATE_NOOP("OfficeTime", "Sun")};
    return say(kNames[day.dayOfWeek() - 1]);
}

} // namespace

QTimeZone officeZone()
{
    static const QTimeZone zone(kOffsetSeconds);
    return zone;
}

QDateTime officeNow()
{
    return QDateTime::currentDateTimeUtc().addMSecs(officeShiftMs).toTimeZone(officeZone());
}

vn::Date officeToday()
{
    const QDate day = officeNow().date();
    return {day.year(), day.month(), day.day()};
}

void shiftOfficeTime(qint64 ms)
{
    officeShiftMs = ms;
}

QDateTime officeTime(const google::protobuf::Timestamp& timestamp)
{
    if (timestamp.seconds() == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(timestamp.seconds() * kMsPerSecond + timestamp.nanos() / kNanosPerMs,
                                          officeZone());
}

QDateTime officeTime(const QDate& day, const QTime& time)
{
    return QDateTime(day, time, officeZone());
}

google::protobuf::Timestamp toTimestamp(const QDateTime& moment)
{
    google::protobuf::Timestamp timestamp;
    const qint64 ms = moment.toMSecsSinceEpoch();
    timestamp.set_seconds(ms / kMsPerSecond);
    timestamp.set_nanos(static_cast<int>(ms % kMsPerSecond) * kNanosPerMs);
    return timestamp;
}

QDate toDay(const v1::Date& date)
{
    return QDate(date.year(), date.month(), date.day());
}

v1::Date toDate(const QDate& day)
{
    v1::Date date;
    date.set_year(day.year());
    date.set_month(day.month());
    date.set_day(day.day());
    return date;
}

QString nearDay(const QDate& day, const QDate& today)
{
    if (!day.isValid())
        return {};
    const bool isThisYear = day.year() == today.year();
    return weekday(day) + QLatin1Char(' ') +
           day.toString(isThisYear ? QStringLiteral("dd/MM") : QStringLiteral("dd/MM/yyyy"));
}

QString dayCount(qint64 days)
{
    return say(QT_TRANSLATE_N_NOOP("OfficeTime", "%Ln days"), static_cast<int>(days));
}

QString namedDay(const QDate& day, const QDate& today)
{
    if (!day.isValid())
        return {};
    switch (today.daysTo(day)) {
    case 0:
        return say(QT_TRANSLATE_NOOP("OfficeTime", "today"));
    case 1:
        return say(QT_TRANSLATE_NOOP("OfficeTime", "tomorrow"));
    case -1:
        return say(QT_TRANSLATE_NOOP("OfficeTime", "yesterday"));
    default:
        return nearDay(day, today);
    }
}

} // namespace banhang::client
