// Fields that people can be told of, in words: of customers, of care requests, of talks and appointments.
#pragma once

#include <QString>
#include <QStringList>

#include "banhang/v1/subscriptions.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// As the log names it: "care_request". Unspecified for anything else.
v1::SubscribedEntity entityNamed(const std::string& name);

/// In the order in which they are offered.
QStringList notifiableFields(v1::SubscribedEntity entity);
QString notifiableFieldLabel(v1::SubscribedEntity entity, const QString& field);
/// "Status: New → Trading"; of values that were not sent the field alone.
QString fieldChangeText(v1::SubscribedEntity entity, const v1::FieldChange& change, const Workplace& workplace);

} // namespace banhang::client
