#include "client/activities/activity_text.h"

#include <QCoreApplication>

#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "common/vn/company_name.h"

namespace banhang::client {

namespace {

constexpr int kGraceMinutes = 15; // as the server counts what is overdue
constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;
constexpr int kSecondsPerMinute = 60;

QString say(const char* text)
{
    return QCoreApplication::translate("ActivityText", text);
}

} // namespace

QString activityTitle(const v1::Activity& activity, const PicklistCache& picklists)
{
    if (!activity.title().empty())
        return QString::fromStdString(activity.title());
    const bool isCall = activity.channel_key() == "call";
    if (activity.is_callback() && (isCall || activity.channel_key().empty()))
        return say(QT_TRANSLATE_NOOP("ActivityText", "Call back"));
    if (isCall && isPlanned(activity))
        return say(QT_TRANSLATE_NOOP("ActivityText", "Call"));
    if (!activity.channel_key().empty())
        return picklists.label(QStringLiteral("channel"), activity.channel_key());
    return kindWord(activity.kind());
}

QString activityWhom(const v1::Activity& activity)
{
    if (activity.customer_name().empty())
        return QString::fromStdString(activity.place());
    const auto name = vn::parseCompanyName(activity.customer_name());
    QString customer = QString::fromStdString(name.distinctive);
    if (activity.contact_name().empty())
        return customer;
    return say(QT_TRANSLATE_NOOP("ActivityText", "%1, %2"))
        .arg(QString::fromStdString(activity.contact_name()), customer);
}

QString channelIcon(const std::string& channelKey)
{
    if (channelKey == "call")
        return QStringLiteral("phone");
    if (channelKey == "email")
        return QStringLiteral("mail");
    if (channelKey == "meeting")
        return QStringLiteral("users");
    if (channelKey == "zalo")
        return QStringLiteral("message-circle");
    return QStringLiteral("message-square");
}

QString activityIcon(const v1::Activity& activity)
{
    switch (activity.kind()) {
    case v1::ACTIVITY_KIND_TALK:
        return channelIcon(activity.channel_key());
    case v1::ACTIVITY_KIND_TASK:
        return QStringLiteral("file-text");
    default:
        break;
    }
    if (!activity.place().empty())
        return QStringLiteral("map-pin");
    return activity.channel_key().empty() ? QStringLiteral("users") : channelIcon(activity.channel_key());
}

QString kindWord(v1::ActivityKind kind)
{
    switch (kind) {
    case v1::ACTIVITY_KIND_TALK:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Talk"));
    case v1::ACTIVITY_KIND_APPOINTMENT:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Appointment"));
    default:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Task"));
    }
}

QString stateWord(v1::ActivityState state)
{
    switch (state) {
    case v1::ACTIVITY_STATE_DONE:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Done"));
    case v1::ACTIVITY_STATE_MISSED:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Not reached"));
    case v1::ACTIVITY_STATE_CANCELLED:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Cancelled"));
    default:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Planned"));
    }
}

QString potentialWord(v1::Potential potential)
{
    switch (potential) {
    case v1::POTENTIAL_PROMISING:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Promising"));
    case v1::POTENTIAL_NONE:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Not promising"));
    case v1::POTENTIAL_UNCLEAR:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Not clear yet"));
    default:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Not judged"));
    }
}

QString pursuitWord(v1::Pursuit pursuit)
{
    switch (pursuit) {
    case v1::PURSUIT_GO_ON:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Go on"));
    case v1::PURSUIT_STOP:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Stop"));
    default:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Not judged"));
    }
}

QString priorityWord(v1::Priority priority)
{
    switch (priority) {
    case v1::PRIORITY_HIGH:
        return say(QT_TRANSLATE_NOOP("ActivityText", "High"));
    case v1::PRIORITY_LOW:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Low"));
    default:
        return say(QT_TRANSLATE_NOOP("ActivityText", "Normal"));
    }
}

QString durationText(qint64 seconds)
{
    if (seconds <= 0)
        return {};
    const qint64 minutes = (seconds + kSecondsPerMinute - 1) / kSecondsPerMinute;
    if (minutes < kMinutesPerHour)
        return say(QT_TRANSLATE_NOOP("ActivityText", "%1 min")).arg(minutes);
    if (minutes % kMinutesPerHour == 0)
        return say(QT_TRANSLATE_NOOP("ActivityText", "%1 h")).arg(minutes / kMinutesPerHour);
    return say(QT_TRANSLATE_NOOP("ActivityText", "%1 h %2 min"))
        .arg(minutes / kMinutesPerHour)
        .arg(minutes % kMinutesPerHour, 2, 10, QLatin1Char('0'));
}

QString leadText(int minutes)
{
    if (minutes == 0)
        return say(QT_TRANSLATE_NOOP("ActivityText", "at the beginning"));
    if (minutes % kMinutesPerDay == 0)
        return say(QT_TRANSLATE_NOOP("ActivityText", "%1 before")).arg(dayCount(minutes / kMinutesPerDay));
    if (minutes % kMinutesPerHour == 0)
        return say(QT_TRANSLATE_NOOP("ActivityText", "%1 h before")).arg(minutes / kMinutesPerHour);
    return say(QT_TRANSLATE_NOOP("ActivityText", "%1 min before")).arg(minutes);
}

QDateTime activityStart(const v1::Activity& activity)
{
    return officeTime(activity.start_time());
}

QDateTime activityEnd(const v1::Activity& activity)
{
    return activity.has_end_time() ? officeTime(activity.end_time()) : activityStart(activity);
}

QDate activityDay(const v1::Activity& activity)
{
    const auto start = activityStart(activity);
    return start.isValid() ? start.date() : toDay(activity.day());
}

QDate activityLastDay(const v1::Activity& activity)
{
    if (activity.has_end_time())
        return activityEnd(activity).date();
    return activity.has_last_day() ? toDay(activity.last_day()) : activityDay(activity);
}

bool isPlanned(const v1::Activity& activity)
{
    return activity.state() == v1::ACTIVITY_STATE_PLANNED || activity.state() == v1::ACTIVITY_STATE_UNSPECIFIED;
}

bool isClosed(const v1::Activity& activity)
{
    return !isPlanned(activity);
}

bool isOverdue(const v1::Activity& activity, const QDateTime& now)
{
    if (!isPlanned(activity))
        return false;
    const auto end = activityEnd(activity);
    if (end.isValid())
        return end.secsTo(now) > qint64{kGraceMinutes} * kSecondsPerMinute;
    const auto day = activityLastDay(activity);
    return day.isValid() && day < now.toTimeZone(officeZone()).date();
}

QString lateText(const v1::Activity& activity, const QDateTime& now)
{
    if (!isOverdue(activity, now))
        return {};
    const qint64 days = activityDay(activity).daysTo(now.toTimeZone(officeZone()).date());
    if (days > 0)
        return say(QT_TRANSLATE_NOOP("ActivityText", "%1 late")).arg(dayCount(days));
    const qint64 minutes = activityEnd(activity).secsTo(now) / kSecondsPerMinute;
    if (minutes < kMinutesPerHour)
        return say(QT_TRANSLATE_NOOP("ActivityText", "%1 min late")).arg(minutes);
    return say(QT_TRANSLATE_NOOP("ActivityText", "%1 h late")).arg(minutes / kMinutesPerHour);
}

QString whenText(const v1::Activity& activity, const QDateTime& now)
{
    const QDate today = now.toTimeZone(officeZone()).date();
    const QDate day = activityDay(activity);
    if (!day.isValid())
        return say(QT_TRANSLATE_NOOP("ActivityText", "no deadline"));
    const QDate last = activityLastDay(activity);
    const auto start = activityStart(activity);
    if (!start.isValid()) {
        const QString first = nearDay(day, today);
        return last == day ? first : QStringLiteral("%1 – %2").arg(first, nearDay(last, today));
    }
    const QString clock = start.toString(QStringLiteral("HH:mm"));
    QString begins = day == today ? clock : nearDay(day, today) + QLatin1Char(' ') + clock;
    const auto end = activityEnd(activity);
    if (end == start)
        return begins;
    const QString ends = end.toString(QStringLiteral("HH:mm"));
    return QStringLiteral("%1 – %2").arg(begins, last == day ? ends : nearDay(last, today) + QLatin1Char(' ') + ends);
}

} // namespace banhang::client
