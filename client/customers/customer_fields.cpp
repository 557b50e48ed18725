#include "client/customers/customer_fields.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <functional>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_text.h"

namespace banhang::client {

namespace {

struct Context
{
    const v1::Customer& customer;
    const DirectoryCache& directory;
    const PicklistCache& picklists;
};

using Write = std::function<QStringList(const Context&)>;

struct FieldEntry
{
    const char* name;
    const char* label; ///< source text of context CustomerText
    bool isEditable;
    Write write;
};

QString say(const char* text)
{
    return QCoreApplication::translate("CustomerText", text);
}

Write plain(const std::string& (v1::Customer::*get)() const)
{
    return [get](const Context& c) { return QStringList(QString::fromStdString((c.customer.*get)())); };
}

Write choice(const char* list, const std::string& (v1::Customer::*get)() const)
{
    return [list, get](const Context& c) {
        return QStringList(c.picklists.label(QString::fromLatin1(list), (c.customer.*get)()));
    };
}

using Keys = google::protobuf::RepeatedPtrField<std::string>;

Write choices(const char* list, const Keys& (v1::Customer::*get)() const)
{
    return [list, get](const Context& c) {
        QStringList lines;
        for (const auto& key : (c.customer.*get)())
            lines.append(c.picklists.label(QString::fromLatin1(list), key));
        return lines;
    };
}

QStringList phones(const Context& c)
{
    QStringList lines;
    for (const auto& phone : c.customer.phones())
        lines.append(phoneText(phone));
    return lines;
}

QStringList emails(const Context& c)
{
    QStringList lines;
    for (const auto& email : c.customer.emails())
        lines.append(QString::fromStdString(email.address()));
    return lines;
}

QStringList addresses(const Context& c)
{
    QStringList lines;
    for (const auto& address : c.customer.addresses())
        lines.append(addressText(address));
    return lines;
}

QStringList contacts(const Context& c)
{
    QStringList lines;
    for (const auto& contact : c.customer.contacts()) {
        QStringList parts{addressedName(contact.honorific(), contact.name()),
                          QString::fromStdString(contact.position())};
        for (const auto& phone : contact.phones())
            parts.append(phoneText(phone));
        for (const auto& email : contact.emails())
            parts.append(QString::fromStdString(email.address()));
        parts.removeAll(QString());
        lines.append(parts.join(QStringLiteral(", ")));
    }
    return lines;
}

QStringList watchPoints(const Context& c)
{
    QStringList lines;
    for (const auto& point : c.customer.watch_points())
        lines.append(QString::fromStdString(point.text()));
    return lines;
}

QStringList parent(const Context& c)
{
    // The name of the parent is not part of the record; what is shown beside fetches it by its id.
    return c.customer.parent_id() ? QStringList(QStringLiteral("#%1").arg(c.customer.parent_id())) : QStringList();
}

QStringList doNotCall(const Context& c)
{
    return c.customer.do_not_call() ? QStringList(say(QT_TRANSLATE_NOOP("CustomerText", "Yes"))) : QStringList();
}

QStringList moment(const google::protobuf::Timestamp& time)
{
    const auto at = officeTime(time);
    return at.isValid() ? QStringList(longMoment(at, officeNow())) : QStringList();
}

QStringList owner(const Context& c)
{
    return QStringList(c.directory.fullName(c.customer.owner_user_id()));
}

const QList<FieldEntry>& entries()
{
    using C = v1::Customer;
    static const QList<FieldEntry> all = {
        {"name", QT_TRANSLATE_NOOP("CustomerText", "Name"), true, plain(&C::name)},
        {"honorific", QT_TRANSLATE_NOOP("CustomerText", "Form of address"), true,
         [](const Context& c) { return QStringList(honorificWord(c.customer.honorific())); }},
        {"gender", QT_TRANSLATE_NOOP("CustomerText", "Gender"), true,
         [](const Context& c) { return QStringList(genderWord(c.customer.gender())); }},
        {"birthday", QT_TRANSLATE_NOOP("CustomerText", "Birthday"), true,
         [](const Context& c) { return QStringList(birthdayText(c.customer.birthday())); }},
        {"founded_date", QT_TRANSLATE_NOOP("CustomerText", "Founded on"), true,
         [](const Context& c) { return QStringList(dayText(c.customer.founded_date())); }},
        {"tax_code", QT_TRANSLATE_NOOP("CustomerText", "Tax code"), true,
         [](const Context& c) { return QStringList(taxCodeText(c.customer.tax_code())); }},
        {"phones", QT_TRANSLATE_NOOP("CustomerText", "Phone"), true, phones},
        {"emails", QT_TRANSLATE_NOOP("CustomerText", "Email"), true, emails},
        {"addresses", QT_TRANSLATE_NOOP("CustomerText", "Address"), true, addresses},
        {"contacts", QT_TRANSLATE_NOOP("CustomerText", "Contact person"), true, contacts},
        {"website", QT_TRANSLATE_NOOP("CustomerText", "Website"), true, plain(&C::website)},
        {"source_key", QT_TRANSLATE_NOOP("CustomerText", "Source"), true, choice("source", &C::source_key)},
        {"trade_key", QT_TRANSLATE_NOOP("CustomerText", "Line of business"), true, choice("trade", &C::trade_key)},
        {"occupation_key", QT_TRANSLATE_NOOP("CustomerText", "Occupation"), true,
         choice("occupation", &C::occupation_key)},
        {"income_band_key", QT_TRANSLATE_NOOP("CustomerText", "Income"), true,
         choice("income_band", &C::income_band_key)},
        {"finances_key", QT_TRANSLATE_NOOP("CustomerText", "Finances"), true, choice("finances", &C::finances_key)},
        {"need_keys", QT_TRANSLATE_NOOP("CustomerText", "Needs"), true, choices("need", &C::need_keys)},
        {"habit_keys", QT_TRANSLATE_NOOP("CustomerText", "Habits"), true, choices("habit", &C::habit_keys)},
        {"trait_keys", QT_TRANSLATE_NOOP("CustomerText", "Traits"), true, choices("trait", &C::trait_keys)},
        {"needs_text", QT_TRANSLATE_NOOP("CustomerText", "Needs in detail"), true, plain(&C::needs_text)},
        {"business_text", QT_TRANSLATE_NOOP("CustomerText", "What they do"), true, plain(&C::business_text)},
        {"watch_points", QT_TRANSLATE_NOOP("CustomerText", "Points to watch"), true, watchPoints},
        {"parent_id", QT_TRANSLATE_NOOP("CustomerText", "Parent"), true, parent},
        {"parent_relation", QT_TRANSLATE_NOOP("CustomerText", "Relation to the parent"), true,
         [](const Context& c) { return QStringList(relationWord(c.customer.parent_relation())); }},
        {"status_key", QT_TRANSLATE_NOOP("CustomerText", "Status"), true, choice("status", &C::status_key)},
        {"tier_key", QT_TRANSLATE_NOOP("CustomerText", "Tier"), true, choice("tier", &C::tier_key)},
        {"group_key", QT_TRANSLATE_NOOP("CustomerText", "Group"), true, choice("group", &C::group_key)},
        {"tag_keys", QT_TRANSLATE_NOOP("CustomerText", "Tags"), true, choices("tag", &C::tag_keys)},
        {"do_not_call", QT_TRANSLATE_NOOP("CustomerText", "No advertising calls"), true, doNotCall},
        {"note", QT_TRANSLATE_NOOP("CustomerText", "Note"), true, plain(&C::note)},
        {"potential", QT_TRANSLATE_NOOP("CustomerText", "Potential"), false,
         [](const Context& c) { return QStringList(potentialText(c.customer.potential())); }},
        {"pursuit", QT_TRANSLATE_NOOP("CustomerText", "Pursuit"), false,
         [](const Context& c) { return QStringList(pursuitText(c.customer.pursuit())); }},
        {"last_contact_time", QT_TRANSLATE_NOOP("CustomerText", "Last contact"), false,
         [](const Context& c) { return moment(c.customer.last_contact_time()); }},
        {"next_contact_time", QT_TRANSLATE_NOOP("CustomerText", "Next contact"), false,
         [](const Context& c) { return moment(c.customer.next_contact_time()); }},
        {"callback_time", QT_TRANSLATE_NOOP("CustomerText", "Call back"), false,
         [](const Context& c) { return moment(c.customer.callback_time()); }},
        {"callback_reason", QT_TRANSLATE_NOOP("CustomerText", "Callback reason"), false, plain(&C::callback_reason)},
        {"owner_user_id", QT_TRANSLATE_NOOP("CustomerText", "Owner"), false, owner},
        {"code", QT_TRANSLATE_NOOP("CustomerText", "Code"), false, plain(&C::code)},
    };
    return all;
}

const FieldEntry* entryOf(const QString& field)
{
    for (const auto& entry : entries()) {
        if (field == QLatin1String(entry.name))
            return &entry;
    }
    return nullptr;
}

} // namespace

const QStringList& editableFields()
{
    static const QStringList names = [] {
        QStringList found;
        for (const auto& entry : entries()) {
            if (entry.isEditable)
                found.append(QString::fromLatin1(entry.name));
        }
        return found;
    }();
    return names;
}

bool isMasked(const v1::Customer& customer, std::string_view field)
{
    const auto& masked = customer.masked_fields();
    return std::find(masked.begin(), masked.end(), field) != masked.end();
}

QString fieldLabel(const QString& field)
{
    // No field of the form: what the history says of a merge.
    if (field == QLatin1String("merged") || field == QLatin1String("merged_into"))
        return say(QT_TRANSLATE_NOOP("CustomerText", "Merge"));
    // What the feed calls it when something was written about the customer.
    if (field == QLatin1String("activities"))
        return say(QT_TRANSLATE_NOOP("CustomerText", "Talks and appointments"));
    if (field == QLatin1String("attachments"))
        return say(QT_TRANSLATE_NOOP("CustomerText", "Files"));
    if (field == QLatin1String("care_sequences"))
        return say(QT_TRANSLATE_NOOP("CustomerText", "Care sequences"));
    const auto* entry = entryOf(field);
    return entry ? say(entry->label) : field;
}

QStringList fieldLines(const v1::Customer& customer, const QString& field, const DirectoryCache& directory,
                       const PicklistCache& picklists)
{
    const auto* entry = entryOf(field);
    auto lines = entry ? entry->write({customer, directory, picklists}) : QStringList();
    lines.removeAll(QString());
    return lines;
}

QString honorificWord(v1::Honorific honorific)
{
    switch (honorific) {
    case v1::HONORIFIC_ONG:
        return QStringLiteral("Ông");
    case v1::HONORIFIC_BA:
        return QStringLiteral("Bà");
    case v1::HONORIFIC_ANH:
        return QStringLiteral("Anh");
    case v1::HONORIFIC_CHI:
        return QStringLiteral("Chị");
    case v1::HONORIFIC_EM:
        return QStringLiteral("Em");
    case v1::HONORIFIC_CO:
        return QStringLiteral("Cô");
    case v1::HONORIFIC_CHU:
        return QStringLiteral("Chú");
    case v1::HONORIFIC_BAC:
        return QStringLiteral("Bác");
    default:
        return {};
    }
}

QString genderWord(v1::Gender gender)
{
    switch (gender) {
    case v1::GENDER_MALE:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Male"));
    case v1::GENDER_FEMALE:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Female"));
    case v1::GENDER_OTHER:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Other gender"));
    default:
        return {};
    }
}

QString useWord(v1::ContactUse use)
{
    switch (use) {
    case v1::CONTACT_USE_WORK:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Office"));
    case v1::CONTACT_USE_HOME:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Private"));
    case v1::CONTACT_USE_BILLING:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Invoices"));
    case v1::CONTACT_USE_SHIPPING:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Deliveries"));
    case v1::CONTACT_USE_OTHER:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Other use"));
    default:
        return {};
    }
}

QString potentialText(v1::Potential potential)
{
    switch (potential) {
    case v1::POTENTIAL_PROMISING:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Promising"));
    case v1::POTENTIAL_NONE:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Not promising"));
    case v1::POTENTIAL_UNCLEAR:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Not clear yet"));
    default:
        return {};
    }
}

QString pursuitText(v1::Pursuit pursuit)
{
    switch (pursuit) {
    case v1::PURSUIT_GO_ON:
        return say(QT_TRANSLATE_NOOP("CustomerText", "To be pursued"));
    case v1::PURSUIT_STOP:
        return say(QT_TRANSLATE_NOOP("CustomerText", "No longer pursued"));
    default:
        return {};
    }
}

QString relationWord(v1::ParentRelation relation)
{
    switch (relation) {
    case v1::PARENT_RELATION_BRANCH:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Branch"));
    case v1::PARENT_RELATION_DAUGHTER:
        return say(QT_TRANSLATE_NOOP("CustomerText", "Subsidiary"));
    default:
        return {};
    }
}

} // namespace banhang::client
