// The fields of a customer as the screens name and write them.
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

#include "banhang/v1/customer.pb.h"

namespace banhang::client {

class DirectoryCache;
class PicklistCache;

/// Those that UpdateCustomer takes, in the order of the form.
const QStringList& editableFields();

/// One line for each value of the field; empty when there is none.
QStringList fieldLines(const v1::Customer& customer, const QString& field, const DirectoryCache& directory,
                       const PicklistCache& picklists);

/// The field holds something that the caller may not see.
bool isMasked(const v1::Customer& customer, std::string_view field);

QString genderWord(v1::Gender gender);
QString useWord(v1::ContactUse use);
QString relationWord(v1::ParentRelation relation);
/// Of what was judged after a talk; empty when it was not.
QString potentialText(v1::Potential potential);
QString pursuitText(v1::Pursuit pursuit);

} // namespace banhang::client
