#include "client/notifications/notice_text.h"

#include <QCoreApplication>

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("NoticeText", text);
}

/// %1 who, %2 what it is about, %3 when.
QString pattern(const std::string& key)
{
    if (key == "notification.reminder")
        return say(QT_TRANSLATE_NOOP("NoticeText", "Reminder: %2, %3"));
    if (key == "notification.assigned")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 gives you %2, %3"));
    if (key == "notification.invited")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 invites you to %2, %3"));
    if (key == "notification.moved")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 moved %2 to %3"));
    if (key == "notification.cancelled")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 called off %2, %3"));
    return say(QT_TRANSLATE_NOOP("NoticeText", "News about %2"));
}

/// A day without a time is sent as the moment at which it begins.
QString eventText(const v1::Notification& notification, const QDateTime& now)
{
    const auto event = officeTime(notification.event_time());
    if (!event.isValid())
        return {};
    const QDate today = now.toTimeZone(officeZone()).date();
    const QString day = namedDay(event.date(), today);
    if (event.time() == QTime(0, 0))
        return day;
    const QString clock = event.toString(QStringLiteral("HH:mm"));
    return event.date() == today ? clock : QStringLiteral("%1 %2").arg(clock, day);
}

QString subject(const v1::Notification& notification)
{
    const QString title = QString::fromStdString(notification.title());
    const QString customer = QString::fromStdString(notification.customer_name());
    if (title.isEmpty() && customer.isEmpty())
        return say(QT_TRANSLATE_NOOP("NoticeText", "an entry that you no longer see"));
    if (title.isEmpty() || customer.isEmpty() || title == customer)
        return title + (title == customer ? QString() : customer);
    return say(QT_TRANSLATE_NOOP("NoticeText", "%1 (%2)")).arg(title, customer);
}

} // namespace

QList<NoticePiece> noticePieces(const v1::Notification& notification, const DirectoryCache& directory,
                                const QDateTime& now)
{
    if (notification.key() == "notification.overdue_summary") {
        const auto count = notification.args().find("count");
        const QString number =
            count == notification.args().end() ? QStringLiteral("?") : QString::fromStdString(count->second);
        return {
            {say(QT_TRANSLATE_NOOP("NoticeText",
                                   "Reminders that fell due while the server was away: %1. Look at what is overdue."))
                 .arg(number)}};
    }
    const QString actor = directory.givenName(notification.actor_user_id());
    const QString who = actor.isEmpty() ? say(QT_TRANSLATE_NOOP("NoticeText", "Somebody")) : actor;
    const QString when = eventText(notification, now);
    QString text = pattern(notification.key());
    if (when.isEmpty()) // ", %3" has nothing to say then
        text = text.left(text.indexOf(QLatin1String("%2")) + 2);
    QList<NoticePiece> pieces;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1Char('%')); at >= 0; at = text.indexOf(QLatin1Char('%'), from)) {
        if (at > from)
            pieces.append({text.mid(from, at - from)});
        switch (text.mid(at + 1, 1).toInt()) {
        case 1:
            pieces.append({who, Tone::Normal, TextWeight::Strong});
            break;
        case 2:
            pieces.append({subject(notification), Tone::Accent});
            break;
        default:
            pieces.append({when, Tone::Normal, TextWeight::Medium});
        }
        from = at + 2;
    }
    if (from < text.size())
        pieces.append({text.mid(from)});
    return pieces;
}

QString noticeSentence(const v1::Notification& notification, const DirectoryCache& directory, const QDateTime& now)
{
    QString sentence;
    for (const auto& piece : noticePieces(notification, directory, now))
        sentence += piece.text;
    return sentence;
}

QString reminderSentence(const v1::Notification& notification, const QDateTime& now)
{
    QStringList parts{QString::fromStdString(notification.title()),
                      QString::fromStdString(notification.customer_name()), eventText(notification, now)};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" · "));
}

QString noticeIcon(const v1::Notification& notification)
{
    return notification.key() == "notification.overdue_summary" ? QStringLiteral("hourglass") : QStringLiteral("bell");
}

} // namespace banhang::client
