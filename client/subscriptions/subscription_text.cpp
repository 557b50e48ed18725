#include "client/subscriptions/subscription_text.h"

#include <QCoreApplication>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/customers/filter/filter_conditions.h"
#include "client/notifications/notifiable_fields.h"

namespace banhang::client {

namespace {

constexpr int kNamedFields = 3;

QString say(const char* text)
{
    return QCoreApplication::translate("SubscriptionText", text);
}

QString fieldsText(const v1::Subscription& subscription)
{
    QStringList fields;
    for (const auto& field : subscription.fields())
        fields.append(notifiableFieldLabel(subscription.entity(), QString::fromStdString(field)));
    if (fields.isEmpty())
        return say(QT_TRANSLATE_NOOP("SubscriptionText", "all changes"));
    if (fields.size() <= kNamedFields)
        return fields.join(QStringLiteral(", "));
    return say(QT_TRANSLATE_NOOP("SubscriptionText", "%1 and %2 more"))
        .arg(fields.mid(0, kNamedFields).join(QStringLiteral(", ")))
        .arg(fields.size() - kNamedFields);
}

} // namespace

QString entityWord(v1::SubscribedEntity entity)
{
    switch (entity) {
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        return say(QT_TRANSLATE_NOOP("SubscriptionText", "Care requests"));
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        return say(QT_TRANSLATE_NOOP("SubscriptionText", "Talks, appointments, tasks"));
    default:
        return say(QT_TRANSLATE_NOOP("SubscriptionText", "Customers"));
    }
}

QString entityIcon(v1::SubscribedEntity entity)
{
    switch (entity) {
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        return QStringLiteral("message-circle");
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        return QStringLiteral("calendar");
    default:
        return QStringLiteral("users");
    }
}

QString wishText(const v1::Subscription& subscription, const Workplace& workplace)
{
    QStringList wishes;
    if (subscription.on_create())
        wishes.append(say(QT_TRANSLATE_NOOP("SubscriptionText", "new ones")));
    if (subscription.on_change())
        wishes.append(fieldsText(subscription));
    QString text = QStringLiteral("%1: %2").arg(entityWord(subscription.entity()), wishes.join(QStringLiteral(", ")));
    for (const auto kind : subscription.activity_kinds())
        text += QStringLiteral(" · ") + kindWord(static_cast<v1::ActivityKind>(kind));
    for (const auto& condition : conditionsOf(subscription.filter()))
        text += QStringLiteral(" · %1 %2").arg(conditionLabel(condition.field), conditionText(condition, workplace));
    return text;
}

QString reachText(const v1::Subscription& subscription, const Workplace& workplace)
{
    QStringList parts;
    if (const auto* unit = workplace.directory.unit(subscription.unit_id()))
        parts.append(QString::fromStdString(unit->name()));
    else
        parts.append(say(QT_TRANSLATE_NOOP("SubscriptionText", "Only you")));
    if (!subscription.is_muted())
        return parts.first();
    const QDateTime until = officeTime(subscription.mute_until_time());
    parts.append(subscription.has_mute_until_time()
                     ? say(QT_TRANSLATE_NOOP("SubscriptionText", "muted until %1")).arg(shortMoment(until, officeNow()))
                     : say(QT_TRANSLATE_NOOP("SubscriptionText", "off")));
    return parts.join(QStringLiteral(" · "));
}

QList<const v1::Unit*> keptUnits(const Workplace& workplace)
{
    const auto scope = workplace.session.scopeOf(v1::RESOURCE_SUBSCRIPTION, v1::ACTION_EDIT);
    const auto& directory = workplace.directory;
    QList<const v1::Unit*> units;
    if (scope == v1::SCOPE_ALL) {
        for (const auto* unit : directory.units()) {
            // The company stands above the branches and in no list of its own.
            const auto* above = directory.unit(unit->parent_id());
            if (above && above->kind() == v1::UNIT_KIND_COMPANY && !units.contains(above))
                units.prepend(above);
            units.append(unit);
        }
        return units;
    }
    for (const auto* place = directory.placeOf(workplace.session.me().unit_id());
         place && place->kind() != v1::UNIT_KIND_COMPANY; place = directory.unit(place->parent_id()))
        if (scope == v1::SCOPE_BRANCH || (scope == v1::SCOPE_TEAM && place->kind() == v1::UNIT_KIND_TEAM))
            units.prepend(place);
    return units;
}

} // namespace banhang::client
