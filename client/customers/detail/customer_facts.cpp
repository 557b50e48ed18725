#include "client/customers/detail/customer_facts.h"

#include <QCoreApplication>

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"

namespace banhang::client {

namespace {

const QStringList& orderFor(v1::CustomerKind kind)
{
    static const QStringList organisation = {
        QStringLiteral("contacts"),      QStringLiteral("phones"),        QStringLiteral("emails"),
        QStringLiteral("source_key"),    QStringLiteral("owner_user_id"), QStringLiteral("addresses"),
        QStringLiteral("status_key"),    QStringLiteral("trade_key"),     QStringLiteral("founded_date"),
        QStringLiteral("website"),       QStringLiteral("finances_key"),  QStringLiteral("need_keys"),
        QStringLiteral("habit_keys"),    QStringLiteral("trait_keys"),    QStringLiteral("needs_text"),
        QStringLiteral("business_text"), QStringLiteral("tag_keys"),      QStringLiteral("do_not_call"),
        QStringLiteral("note")};
    static const QStringList person = {
        QStringLiteral("phones"),          QStringLiteral("emails"),       QStringLiteral("birthday"),
        QStringLiteral("gender"),          QStringLiteral("source_key"),   QStringLiteral("owner_user_id"),
        QStringLiteral("addresses"),       QStringLiteral("status_key"),   QStringLiteral("occupation_key"),
        QStringLiteral("income_band_key"), QStringLiteral("finances_key"), QStringLiteral("need_keys"),
        QStringLiteral("habit_keys"),      QStringLiteral("trait_keys"),   QStringLiteral("needs_text"),
        QStringLiteral("business_text"),   QStringLiteral("website"),      QStringLiteral("tag_keys"),
        QStringLiteral("do_not_call"),     QStringLiteral("note")};
    return kind == v1::CUSTOMER_KIND_INDIVIDUAL ? person : organisation;
}

// Beside the ways to reach somebody, which take the wider column.
const QStringList kAside = {
    QStringLiteral("owner_user_id"), QStringLiteral("addresses"),       QStringLiteral("status_key"),
    QStringLiteral("trade_key"),     QStringLiteral("occupation_key"),  QStringLiteral("founded_date"),
    QStringLiteral("finances_key"),  QStringLiteral("income_band_key"), QStringLiteral("habit_keys"),
    QStringLiteral("trait_keys"),    QStringLiteral("tag_keys"),        QStringLiteral("do_not_call")};

// What an office wants to know of everybody; the rest may stay unknown without a word.
const QStringList kWanted = {QStringLiteral("phones"),    QStringLiteral("emails"),        QStringLiteral("addresses"),
                             QStringLiteral("birthday"),  QStringLiteral("contacts"),      QStringLiteral("source_key"),
                             QStringLiteral("trade_key"), QStringLiteral("occupation_key")};

QString secondLine(const v1::Customer& customer, const QString& field)
{
    if (field == QLatin1String("phones") && !customer.phones().empty()) {
        const QString old = oldPhoneText(customer.phones(0));
        return old.isEmpty() ? QString() : QCoreApplication::translate("CustomerText", "(was %1)").arg(old);
    }
    if (field == QLatin1String("contacts") && !customer.contacts().empty())
        return QString::fromStdString(customer.contacts(0).position());
    return {};
}

Fact factOf(const v1::Customer& customer, const QString& field, const Workplace& workplace)
{
    Fact fact{field, fieldLabel(field), {}};
    fact.isMasked = isMasked(customer, field.toStdString());
    fact.isAside = kAside.contains(field);
    fact.value = fieldLines(customer, field, workplace.directory, workplace.picklists).join(QLatin1Char('\n'));
    fact.second = secondLine(customer, field);
    if (field == QLatin1String("contacts") && customer.contacts_size() == 1)
        fact.value = addressedName(customer.contacts(0).honorific(), customer.contacts(0).name());
    if (field == QLatin1String("emails") && customer.emails_size() == 1)
        fact.link = QStringLiteral("mailto:") + fact.value;
    if (field == QLatin1String("owner_user_id")) {
        fact.personId = customer.owner_user_id();
        fact.initials = workplace.directory.initials(fact.personId);
    }
    return fact;
}

} // namespace

CustomerFacts factsOf(const v1::Customer& customer, const Workplace& workplace)
{
    CustomerFacts facts;
    for (const auto& field : orderFor(customer.kind())) {
        const auto fact = factOf(customer, field, workplace);
        if (!fact.value.isEmpty() || fact.isMasked)
            facts.known.append(fact);
        else if (kWanted.contains(field))
            facts.missing.append(fact.label.toLower());
    }
    return facts;
}

} // namespace banhang::client
