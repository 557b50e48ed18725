#include "client/notifications/notifiable_fields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <span>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"

namespace banhang::client {

namespace {

/// Stands for the bin.
constexpr const char* kBin = "delete_time";

enum class Kind { Text, Word, Pick, Person, Moment, Day, Reference };

/// A field, or a value of one.
struct Named
{
    const char* name;
    const char* text; ///< of context ToldFields
};

struct Field
{
    Named named;
    Kind kind = Kind::Text;
    const char* list = ""; ///< of Pick
};

constexpr std::array kCareFields{
    Field{{"state", QT_TRANSLATE_NOOP("ToldFields", "State")}, Kind::Word},
    Field{{"owner_user_id", QT_TRANSLATE_NOOP("ToldFields", "Owner")}, Kind::Person},
    Field{{"severity", QT_TRANSLATE_NOOP("ToldFields", "Severity")}, Kind::Word},
    Field{{"promised_time", QT_TRANSLATE_NOOP("ToldFields", "Promised time")}, Kind::Moment},
    Field{{"kind_key", QT_TRANSLATE_NOOP("ToldFields", "Kind")}, Kind::Pick, "care_kind"},
    Field{{"channel_key", QT_TRANSLATE_NOOP("ToldFields", "Came in by")}, Kind::Pick, "channel"},
    Field{{"subject", QT_TRANSLATE_NOOP("ToldFields", "Subject")}},
    Field{{"description", QT_TRANSLATE_NOOP("ToldFields", "What the customer said")}},
    Field{{"answer", QT_TRANSLATE_NOOP("ToldFields", "Answer")}},
    Field{{"satisfaction", QT_TRANSLATE_NOOP("ToldFields", "Satisfaction")}},
    Field{{"customer_id", QT_TRANSLATE_NOOP("ToldFields", "Customer")}, Kind::Reference},
    Field{{"contact_id", QT_TRANSLATE_NOOP("ToldFields", "Contact person")}, Kind::Reference},
};

constexpr std::array kActivityFields{
    Field{{"state", QT_TRANSLATE_NOOP("ToldFields", "State")}, Kind::Word},
    Field{{"owner_user_id", QT_TRANSLATE_NOOP("ToldFields", "Owner")}, Kind::Person},
    Field{{"start_time", QT_TRANSLATE_NOOP("ToldFields", "Begins")}, Kind::Moment},
    Field{{"end_time", QT_TRANSLATE_NOOP("ToldFields", "Ends")}, Kind::Moment},
    Field{{"day", QT_TRANSLATE_NOOP("ToldFields", "Day")}, Kind::Day},
    Field{{"title", QT_TRANSLATE_NOOP("ToldFields", "Title")}},
    Field{{"place", QT_TRANSLATE_NOOP("ToldFields", "Place")}},
    Field{{"participant_user_ids", QT_TRANSLATE_NOOP("ToldFields", "Participants")}, Kind::Person},
    Field{{"channel_key", QT_TRANSLATE_NOOP("ToldFields", "Channel")}, Kind::Pick, "channel"},
    Field{{"result", QT_TRANSLATE_NOOP("ToldFields", "Result")}},
    Field{{"potential", QT_TRANSLATE_NOOP("ToldFields", "Potential")}, Kind::Word},
    Field{{"pursuit", QT_TRANSLATE_NOOP("ToldFields", "Pursuit")}, Kind::Word},
    Field{{"callback_reason", QT_TRANSLATE_NOOP("ToldFields", "Callback reason")}},
    Field{{"customer_id", QT_TRANSLATE_NOOP("ToldFields", "Customer")}, Kind::Reference},
};

constexpr std::array kWords{
    Named{"CARE_STATE_NEW", QT_TRANSLATE_NOOP("ToldFields", "New")},
    Named{"CARE_STATE_WORKING", QT_TRANSLATE_NOOP("ToldFields", "In progress")},
    Named{"CARE_STATE_WAITING", QT_TRANSLATE_NOOP("ToldFields", "Waiting for the customer")},
    Named{"CARE_STATE_RESOLVED", QT_TRANSLATE_NOOP("ToldFields", "Answered")},
    Named{"CARE_STATE_CLOSED", QT_TRANSLATE_NOOP("ToldFields", "Closed")},
    Named{"CARE_STATE_CANCELLED", QT_TRANSLATE_NOOP("ToldFields", "Cancelled")},
    Named{"CARE_SEVERITY_LOW", QT_TRANSLATE_NOOP("ToldFields", "Low")},
    Named{"CARE_SEVERITY_NORMAL", QT_TRANSLATE_NOOP("ToldFields", "Normal")},
    Named{"CARE_SEVERITY_HIGH", QT_TRANSLATE_NOOP("ToldFields", "High")},
    Named{"CARE_SEVERITY_URGENT", QT_TRANSLATE_NOOP("ToldFields", "Urgent")},
    Named{"ACTIVITY_STATE_PLANNED", QT_TRANSLATE_NOOP("ToldFields", "Planned")},
    Named{"ACTIVITY_STATE_DONE", QT_TRANSLATE_NOOP("ToldFields", "Done")},
    Named{"ACTIVITY_STATE_MISSED", QT_TRANSLATE_NOOP("ToldFields", "Missed")},
    Named{"ACTIVITY_STATE_CANCELLED", QT_TRANSLATE_NOOP("ToldFields", "Cancelled")},
    Named{"POTENTIAL_UNCLEAR", QT_TRANSLATE_NOOP("ToldFields", "Unclear")},
    Named{"POTENTIAL_PROMISING", QT_TRANSLATE_NOOP("ToldFields", "Promising")},
    Named{"POTENTIAL_NONE", QT_TRANSLATE_NOOP("ToldFields", "Not promising")},
    Named{"PURSUIT_GO_ON", QT_TRANSLATE_NOOP("ToldFields", "Go on")},
    Named{"PURSUIT_STOP", QT_TRANSLATE_NOOP("ToldFields", "Stop")},
};

QString say(const char* text)
{
    return QCoreApplication::translate("ToldFields", text);
}

std::span<const Field> fieldsOf(v1::SubscribedEntity entity)
{
    if (entity == v1::SUBSCRIBED_ENTITY_CARE_REQUEST)
        return kCareFields;
    if (entity == v1::SUBSCRIBED_ENTITY_ACTIVITY)
        return kActivityFields;
    return {};
}

const Field* find(v1::SubscribedEntity entity, const QString& name)
{
    for (const Field& field : fieldsOf(entity))
        if (name == QLatin1String(field.named.name))
            return &field;
    return nullptr;
}

QString wordOf(const QString& name)
{
    for (const Named& word : kWords)
        if (name == QLatin1String(word.name))
            return say(word.text);
    return {};
}

QString dayOf(const QJsonObject& day)
{
    v1::Date date;
    date.set_year(day[QLatin1String("year")].toInt());
    date.set_month(day[QLatin1String("month")].toInt());
    date.set_day(day[QLatin1String("day")].toInt());
    return dayText(date);
}

QString valueOf(const Field& field, const QJsonValue& value, const Workplace& workplace)
{
    switch (field.kind) {
    case Kind::Word:
        return wordOf(value.toString());
    case Kind::Pick:
        return workplace.picklists.label(QLatin1String(field.list), value.toString().toStdString());
    case Kind::Person:
        return workplace.directory.givenName(value.toInteger());
    case Kind::Moment:
        return exactMoment(QDateTime::fromString(value.toString(), Qt::ISODate).toTimeZone(officeZone()));
    case Kind::Day:
        return dayOf(value.toObject());
    case Kind::Reference:
        return {};
    case Kind::Text:
        break;
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString valueText(const Field& field, const std::string& json, const Workplace& workplace)
{
    // Wrapped, since a document is an array or an object.
    const auto document = QJsonDocument::fromJson("[" + QByteArray::fromStdString(json) + "]");
    const QJsonValue value = document.array().at(0);
    if (value.isNull() || value.isUndefined())
        return {};
    QStringList texts;
    const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto& one : values)
        texts.append(valueOf(field, one, workplace));
    return texts.join(QStringLiteral(", "));
}

QString valueText(v1::SubscribedEntity entity, const QString& field, const std::string& json,
                  const Workplace& workplace)
{
    if (entity == v1::SUBSCRIBED_ENTITY_CUSTOMER)
        return jsonFieldText(json, field, workplace.directory, workplace.picklists);
    const Field* known = find(entity, field);
    return known ? valueText(*known, json, workplace) : QString();
}

} // namespace

v1::SubscribedEntity entityNamed(const std::string& name)
{
    if (name == "customer")
        return v1::SUBSCRIBED_ENTITY_CUSTOMER;
    if (name == "care_request")
        return v1::SUBSCRIBED_ENTITY_CARE_REQUEST;
    return name == "activity" ? v1::SUBSCRIBED_ENTITY_ACTIVITY : v1::SUBSCRIBED_ENTITY_UNSPECIFIED;
}

QStringList notifiableFields(v1::SubscribedEntity entity)
{
    if (entity == v1::SUBSCRIBED_ENTITY_CUSTOMER)
        return QStringList{QStringLiteral("owner_user_id"), QStringLiteral("potential"), QStringLiteral("pursuit"),
                           QLatin1String(kBin)} +
               editableFields();
    QStringList names;
    for (const Field& field : fieldsOf(entity))
        names.append(QLatin1String(field.named.name));
    if (!names.isEmpty())
        names.append(QLatin1String(kBin));
    return names;
}

QString notifiableFieldLabel(v1::SubscribedEntity entity, const QString& field)
{
    if (field == QLatin1String(kBin))
        return say(QT_TRANSLATE_NOOP("ToldFields", "Bin"));
    if (entity == v1::SUBSCRIBED_ENTITY_CUSTOMER)
        return fieldLabel(field);
    const Field* known = find(entity, field);
    return known ? say(known->named.text) : field;
}

QString fieldChangeText(v1::SubscribedEntity entity, const v1::FieldChange& change, const Workplace& workplace)
{
    const QString field = QString::fromStdString(change.field());
    QString label = notifiableFieldLabel(entity, field);
    const QString before = valueText(entity, field, change.old_json(), workplace);
    const QString after = valueText(entity, field, change.new_json(), workplace);
    if (before.isEmpty() && after.isEmpty())
        return label;
    const auto shown = [](const QString& text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    return QStringLiteral("%1: %2 → %3").arg(label, shown(before), shown(after));
}

} // namespace banhang::client
