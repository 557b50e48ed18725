// How customers are written on the screen: names, places, phones, every field in words.
#pragma once

#include <QString>
#include <QStringList>

#include "banhang/v1/customer.pb.h"

namespace banhang::client {

class DirectoryCache;
class PicklistCache;

/// The part of a name that tells customers apart, and the legal form that goes small after it.
struct NameParts
{
    QString distinctive;
    QString legalForm;
};

NameParts nameParts(const v1::Customer& customer);
/// "building-2" or "user".
QString kindIcon(v1::CustomerKind kind);
QString honorificWord(v1::Honorific honorific);
/// "Chị Phan Thị Lan"; capitalised.
QString addressedName(v1::Honorific honorific, const std::string& name);

/// A name with the form of address that was typed before it, if any.
struct TypedName
{
    v1::Honorific honorific = v1::HONORIFIC_UNSPECIFIED;
    std::string name;
};
TypedName typedName(const QString& text);

/// "0389 333 999"; what was typed when it is no number of the plan.
QString phoneText(const v1::Phone& phone);
/// "0168 9333 999" when the number was typed in a form that is no longer dialled, else empty.
QString oldPhoneText(const v1::Phone& phone);
/// One line: "18 Duy Tân, P. Cầu Giấy, Hà Nội".
QString addressText(const v1::Address& address);
/// Province of the present list, short; as typed when it has no code.
QString provinceText(const v1::Address& address);
QString birthdayText(const v1::Birthday& birthday);
/// "0106697817-001".
QString taxCodeText(const std::string& taxCode);

/// Label of a top-level field of v1::Customer for facts, history and conflicts: "Phone". The name itself when it is
/// none that is shown.
QString fieldLabel(const QString& field);
/// Value of a top-level field in words, lines joined by "; ". Empty when it holds nothing.
QString fieldText(const v1::Customer& customer, const QString& field, const DirectoryCache& directory,
                  const PicklistCache& picklists);
/// The same for the JSON of one field, as history and conflicts carry it; the JSON itself if it cannot be read.
QString jsonFieldText(const std::string& json, const QString& field, const DirectoryCache& directory,
                      const PicklistCache& picklists);

/// Puts the JSON of one field into a customer; nothing or null clears it. False if it cannot be read.
bool putField(const std::string& json, const QString& field, v1::Customer& into);

/// Names of the top-level fields that differ between the two and that an update may name.
QStringList changedFields(const v1::Customer& before, const v1::Customer& after);
/// Copies one top-level field.
void copyField(const QString& field, const v1::Customer& from, v1::Customer& to);

} // namespace banhang::client
