#include "client/core/moment_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "banhang/v1/common.pb.h"
#include "common/vn/lunar.h"

namespace banhang::client {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("MomentText", text);
}

QString dayAndMonth(const QDateTime& moment, const QDateTime& now)
{
    const bool isThisYear = moment.date().year() == now.date().year();
    return moment.toString(isThisYear ? QStringLiteral("dd/MM") : QStringLiteral("dd/MM/yyyy"));
}

} // namespace

QString shortMoment(const QDateTime& moment, const QDateTime& now)
{
    if (!moment.isValid())
        return QStringLiteral("–");
    if (moment.date() == now.date())
        return moment.toString(QStringLiteral("HH:mm"));
    if (moment.date() == now.date().addDays(-1))
        return say(QT_TRANSLATE_NOOP("MomentText", "yesterday"));
    return dayAndMonth(moment, now);
}

QString longMoment(const QDateTime& moment, const QDateTime& now)
{
    if (!moment.isValid())
        return QStringLiteral("–");
    const QString time = moment.toString(QStringLiteral("HH:mm"));
    if (moment.date() == now.date())
        return say(QT_TRANSLATE_NOOP("MomentText", "today %1")).arg(time);
    if (moment.date() == now.date().addDays(-1))
        return say(QT_TRANSLATE_NOOP("MomentText", "yesterday %1")).arg(time);
    return dayAndMonth(moment, now) + QLatin1Char(' ') + time;
}

QString exactMoment(const QDateTime& moment)
{
    return moment.isValid() ? moment.toString(QStringLiteral("dd/MM/yyyy HH:mm:ss")) : QString();
}

QString dayText(const v1::Date& date)
{
    QString text = date.year() ? QString::number(date.year()) : QString();
    for (const int part : {date.month(), date.day()}) {
        if (part)
            text = QStringLiteral("%1").arg(part, 2, 10, QLatin1Char('0')) +
                   (text.isEmpty() ? QString() : QLatin1Char('/') + text);
    }
    return text;
}

QString todayText(const QDate& today)
{
    const auto lunar = vn::toLunar({today.year(), today.month(), today.day()});
    const QString date = QLocale().toString(today, QStringLiteral("dddd d/M/yyyy"));
    return say(QT_TRANSLATE_NOOP("MomentText", "%1 · %2 lunar"))
        .arg(date, QString::fromStdString(vn::formatLunarShort(lunar)));
}

} // namespace banhang::client
