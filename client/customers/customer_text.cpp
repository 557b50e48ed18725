#include "client/customers/customer_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_fields.h"
#include "common/vn/company_name.h"
#include "common/vn/person_name.h"
#include "common/vn/phone.h"
#include "common/vn/tax_code.h"
#include "common/vn/units.h"

namespace banhang::client {

namespace {

const vn::Unit* provinceOf(const v1::Address& address)
{
    const auto& units = vn::Units::builtin();
    if (const auto* unit = units.findCurrent(vn::UnitLevel::Province, address.province_code()))
        return unit;
    return units.findOld(vn::UnitLevel::Province, address.old_province_code());
}

QString join(const QStringList& parts, const QString& separator)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(separator);
}

} // namespace

NameParts nameParts(const v1::Customer& customer)
{
    if (customer.kind() != v1::CUSTOMER_KIND_ORGANISATION)
        return {QString::fromStdString(customer.name()), {}};
    const auto name = vn::parseCompanyName(customer.name());
    return {QString::fromStdString(name.distinctive), QString::fromStdString(name.legalShort)};
}

QString kindIcon(v1::CustomerKind kind)
{
    return kind == v1::CUSTOMER_KIND_INDIVIDUAL ? QStringLiteral("user") : QStringLiteral("building-2");
}

TypedName typedName(const QString& text)
{
    const auto parsed = vn::parsePersonName(text.toStdString());
    if (parsed.honorific == vn::Honorific::None)
        return {v1::HONORIFIC_UNSPECIFIED, text.trimmed().toStdString()};
    // The same order, from None = UNSPECIFIED on.
    return {static_cast<v1::Honorific>(static_cast<int>(parsed.honorific)), parsed.full()};
}

QString addressedName(v1::Honorific honorific, const std::string& name)
{
    const QString word = honorificWord(honorific);
    const QString bare = QString::fromStdString(name);
    return word.isEmpty() ? bare : QStringLiteral("%1 %2").arg(word, bare);
}

QString phoneText(const v1::Phone& phone)
{
    const auto parsed = vn::parsePhone(phone.number());
    return QString::fromStdString(parsed.isValid() ? parsed.display : phone.number());
}

QString oldPhoneText(const v1::Phone& phone)
{
    return QString::fromStdString(vn::parsePhone(phone.number()).before);
}

QString provinceText(const v1::Address& address)
{
    const auto* unit = provinceOf(address);
    return QString::fromStdString(unit ? unit->shortName() : address.province());
}

QString addressText(const v1::Address& address)
{
    const auto& units = vn::Units::builtin();
    const auto* ward = units.findCurrent(vn::UnitLevel::Ward, address.ward_code());
    const QString street = QString::fromStdString(address.street());
    if (ward)
        return join({street, QString::fromStdString(ward->shortName()), provinceText(address)}, QStringLiteral(", "));
    return join({street, QString::fromStdString(address.ward()), QString::fromStdString(address.district()),
                 provinceText(address)},
                QStringLiteral(", "));
}

QString birthdayText(const v1::Birthday& birthday)
{
    QString day = dayText(birthday.date());
    if (!birthday.lunar() || day.isEmpty())
        return day;
    return birthday.leap_month() ? QCoreApplication::translate("CustomerText", "%1 lunar, leap month").arg(day)
                                 : QCoreApplication::translate("CustomerText", "%1 lunar").arg(day);
}

QString taxCodeText(const std::string& taxCode)
{
    const auto parsed = vn::parseTaxCode(taxCode);
    return QString::fromStdString(parsed.display.empty() ? taxCode : parsed.display);
}

QString fieldText(const v1::Customer& customer, const QString& field, const DirectoryCache& directory,
                  const PicklistCache& picklists)
{
    return join(fieldLines(customer, field, directory, picklists), QStringLiteral("; "));
}

QString jsonFieldText(const std::string& json, const QString& field, const DirectoryCache& directory,
                      const PicklistCache& picklists)
{
    // No field of the customer itself: what was done beside it, in words.
    if (!v1::Customer::descriptor()->FindFieldByName(field.toStdString()))
        return QJsonDocument::fromJson('[' + QByteArray::fromStdString(json) + ']')[0].toString();
    v1::Customer customer;
    if (!putField(json, field, customer))
        return QString::fromStdString(json);
    return fieldText(customer, field, directory, picklists);
}

bool putField(const std::string& json, const QString& field, v1::Customer& into)
{
    v1::Customer read;
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const std::string whole = "{\"" + field.toStdString() + "\":" + (json.empty() ? "null" : json) + "}";
    if (!google::protobuf::util::JsonStringToMessage(whole, &read, options).ok())
        return false;
    copyField(field, read, into);
    return true;
}

QStringList changedFields(const v1::Customer& before, const v1::Customer& after)
{
    QStringList changed;
    for (const auto& field : editableFields()) {
        v1::Customer left;
        v1::Customer right;
        copyField(field, before, left);
        copyField(field, after, right);
        if (!google::protobuf::util::MessageDifferencer::Equals(left, right))
            changed.append(field);
    }
    return changed;
}

void copyField(const QString& field, const v1::Customer& from, v1::Customer& to)
{
    v1::Customer source(from);
    const auto* descriptor = v1::Customer::descriptor()->FindFieldByName(field.toStdString());
    if (!descriptor)
        return;
    to.GetReflection()->ClearField(&to, descriptor);
    to.GetReflection()->SwapFields(&source, &to, {descriptor});
}

} // namespace banhang::client
