// Moments and days as the office counts them: by the clock of Viet Nam, wherever this machine stands.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace google::protobuf {
class Timestamp;
}

namespace banhang::v1 {
class Date;
}

namespace banhang::vn {
struct Date;
}

namespace banhang::client {

/// UTC+7; the country has had no summer time since 1975, so no table of zones is needed.
QTimeZone officeZone();
/// Thread: any.
QDateTime officeNow();
/// As days are calculated with. Thread: any.
vn::Date officeToday();
/// From now on officeNow() is so much later than the machine's time. See OfficeClock::setTo. Thread: any.
void shiftOfficeTime(qint64 ms);
/// Invalid for an unset one.
QDateTime officeTime(const google::protobuf::Timestamp& timestamp);
QDateTime officeTime(const QDate& day, const QTime& time);
google::protobuf::Timestamp toTimestamp(const QDateTime& moment);

/// Invalid unless all three parts are known.
QDate toDay(const v1::Date& date);
v1::Date toDate(const QDate& day);

/// "T4 18/11" ("Wed 18/11"); with the year when it is not that of `today`.
QString nearDay(const QDate& day, const QDate& today);
/// "1 day", "5 days".
QString dayCount(qint64 days);
/// "today", "tomorrow", "yesterday", else as nearDay.
QString namedDay(const QDate& day, const QDate& today);

} // namespace banhang::client
