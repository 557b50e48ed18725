// Moments and days in words, as near ones are said: "08:50", "yesterday", "16/11".
#pragma once

#include <QDateTime>
#include <QString>

namespace banhang::v1 {
class Date;
}

namespace banhang::client {

/// For narrow columns: today 08:50, yesterday in words, this year 16/11, else 16/11/2025. "–" when invalid.
QString shortMoment(const QDateTime& moment, const QDateTime& now);
/// With the time: "today 08:50", "yesterday 16:20", "16/11 16:20", "16/11/2025 16:20".
QString longMoment(const QDateTime& moment, const QDateTime& now);
/// "18/11/2026 09:41:07", for tool tips.
QString exactMoment(const QDateTime& moment);

/// "18/11/2026"; without what is unknown: "18/11", "11/2026", "2026".
QString dayText(const v1::Date& date);

/// "Wednesday 18/11/2026 · 10/10 lunar": weekday, date and lunar date for the status line.
QString todayText(const QDate& today);

} // namespace banhang::client
