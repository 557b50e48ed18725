#include "client/notifications/notice_text.h"

#include <QCoreApplication>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/workplace.h"
#include "client/notifications/notifiable_fields.h"

namespace banhang::client {

namespace {

QString say(const char* text, int count = -1)
{
    return QCoreApplication::translate("NoticeText", text, nullptr, count);
}

QString argument(const v1::Notification& notification, const char* name)
{
    const auto found = notification.args().find(name);
    return found == notification.args().end() ? QString() : QString::fromStdString(found->second);
}

/// %1 who, %2 what it is about, %3 when, %4 which customers ended.
QString pattern(const std::string& key)
{
    if (key == "notification.merged")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 merged %4 into %2"));
    if (key == "notification.unmerged")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 undid the merge of %4: see %2"));
    if (key == "notification.reminder")
        return say(QT_TRANSLATE_NOOP("NoticeText", "Reminder: %2, %3"));
    if (key == "notification.subscribed_new")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 added %2"));
    if (key == "notification.subscribed_change")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 changed %2"));
    if (key == "notification.subscribed_binned")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 put %2 into the bin"));
    if (key == "notification.subscribed_restored")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 took %2 out of the bin"));
    if (key == "notification.care_assigned")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 assigned you the care request %2, to be answered by %3"));
    if (key == "notification.care_overdue")
        return say(QT_TRANSLATE_NOOP("NoticeText", "Overdue care request in your team: %2, promised for %3"));
    if (key == "notification.assigned")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 assigned you %2, %3"));
    if (key == "notification.invited")
        return say(QT_TRANSLATE_NOOP("NoticeText", "%1 invited you to %2, %3"));
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
    QString day = namedDay(event.date(), today);
    if (event.time() == QTime(0, 0))
        return day;
    const QString clock = event.toString(QStringLiteral("HH:mm"));
    return event.date() == today ? clock : QStringLiteral("%1 %2").arg(clock, day);
}

/// "KH000012", or "KH000012 and others (3 altogether)".
QString endedCustomers(const v1::Notification& notification)
{
    QString code = argument(notification, "code");
    const int count = argument(notification, "count").toInt();
    if (count < 2)
        return code;
    return say(QT_TRANSLATE_NOOP("NoticeText", "%1 and others (%2 altogether)")).arg(code).arg(count);
}

bool isUntouchedSummary(const v1::Notification& notification)
{
    return notification.key() == "notification.untouched_summary" ||
           notification.key() == "notification.untouched_team_summary";
}

/// Of one's own, and of those whom one leads.
QString untouchedText(const v1::Notification& notification)
{
    QStringList sentences;
    if (const int own = argument(notification, "count").toInt(); own > 0)
        sentences.append(say(QT_TRANSLATE_NOOP("NoticeText", "Your customers without any business yet: %1.")).arg(own));
    if (const int team = argument(notification, "team").toInt(); team > 0)
        sentences.append(
            say(QT_TRANSLATE_NOOP("NoticeText", "Customers of your team without any business yet: %1.")).arg(team));
    return sentences.join(QLatin1Char(' '));
}

/// Of many records at once.
QList<NoticePiece> floodPieces(const v1::Notification& notification, const QString& who)
{
    const int count = argument(notification, "count").toInt();
    QString text;
    switch (entityNamed(argument(notification, "entity").toStdString())) {
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        text = say(QT_TRANSLATE_N_NOOP("NoticeText", "%Ln changes of care requests"), count);
        break;
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        text = say(QT_TRANSLATE_N_NOOP("NoticeText", "%Ln changes of talks, appointments and tasks"), count);
        break;
    default:
        text = say(QT_TRANSLATE_N_NOOP("NoticeText", "%Ln changes of customers"), count);
    }
    QList<NoticePiece> pieces;
    if (!who.isEmpty())
        pieces = {{who, Tone::Normal, TextWeight::Strong}, {QStringLiteral(": ")}};
    pieces.append({text, Tone::Accent});
    return pieces;
}

QString subject(const v1::Notification& notification)
{
    const QString title = QString::fromStdString(notification.title());
    const QString customer = QString::fromStdString(notification.customer_name());
    if (title.isEmpty() && customer.isEmpty())
        return say(QT_TRANSLATE_NOOP("NoticeText", "an entry that you no longer see"));
    if (notification.entity() == "customer")
        return QString::fromStdString(notification.customer_code()) + QStringLiteral(" · ") + title;
    if (title.isEmpty() || customer.isEmpty() || title == customer)
        return title + (title == customer ? QString() : customer);
    return say(QT_TRANSLATE_NOOP("NoticeText", "%1 (%2)")).arg(title, customer);
}

} // namespace

QList<NoticePiece> noticePieces(const v1::Notification& notification, const Workplace& workplace, const QDateTime& now)
{
    if (notification.key() == "notification.overdue_summary")
        return {{say(QT_TRANSLATE_NOOP("NoticeText",
                                       "Reminders that fell due while the server was down: %1. See what is overdue."))
                     .arg(argument(notification, "count"))}};
    if (isUntouchedSummary(notification))
        return {{untouchedText(notification)}};
    const QString actor = workplace.directory.givenName(notification.actor_user_id());
    if (notification.key() == "notification.subscribed_many")
        return floodPieces(notification, actor);
    const QString who = actor.isEmpty() ? say(QT_TRANSLATE_NOOP("NoticeText", "Somebody")) : actor;
    const QString when = eventText(notification, now);
    QString text = pattern(notification.key());
    if (when.isEmpty() && text.contains(QLatin1String("%3"))) // it has nothing to say then
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
        case 4:
            pieces.append({endedCustomers(notification), Tone::Normal, TextWeight::Medium});
            break;
        default:
            pieces.append({when, Tone::Normal, TextWeight::Medium});
        }
        from = at + 2;
    }
    if (from < text.size())
        pieces.append({text.mid(from)});
    const auto entity = entityNamed(notification.entity());
    for (const auto& change : notification.changes())
        pieces.append({QChar(QChar::LineSeparator) + fieldChangeText(entity, change, workplace)});
    return pieces;
}

QString noticeSentence(const v1::Notification& notification, const Workplace& workplace, const QDateTime& now)
{
    QString sentence;
    for (const auto& piece : noticePieces(notification, workplace, now))
        sentence += piece.text;
    return sentence.replace(QChar(QChar::LineSeparator), QStringLiteral("; "));
}

QString reminderSentence(const v1::Notification& notification, const QDateTime& now)
{
    QStringList parts{QString::fromStdString(notification.title()),
                      QString::fromStdString(notification.customer_name()), eventText(notification, now)};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" · "));
}

QString noticeAside(const v1::Notification& notification, const QDateTime& now)
{
    if (notification.subscription_id() == 0)
        return longMoment(officeTime(notification.create_time()), now);
    return QStringLiteral("%1  ·  %2")
        .arg(longMoment(officeTime(notification.event_time()), now),
             QString::fromStdString(notification.subscription_name()));
}

QString noticeIcon(const v1::Notification& notification)
{
    if (notification.subscription_id() != 0)
        return QStringLiteral("eye");
    const bool isSummary = notification.key() == "notification.overdue_summary" || isUntouchedSummary(notification);
    return isSummary ? QStringLiteral("hourglass") : QStringLiteral("bell");
}

} // namespace banhang::client
