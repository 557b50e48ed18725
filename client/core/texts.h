// The words for everything that the server says in keys; the only place where such keys become sentences.
#pragma once

#include <QString>
#include <QStringList>

#include "banhang/v1/common.pb.h"
#include "banhang/v1/duplicates.pb.h"
#include "common/error.h"

namespace banhang::client {

/// Why something failed and what to do, in whole sentences: "The server cannot be reached. Try again in a moment."
/// A key without a text (a newer server) is told by the kind of failure.
QString errorText(const AppError& error);
/// What is wrong with a field.
QString issueText(const v1::FieldIssue& issue);
/// "Same phone: 0168 9333 999 = 0389 333 999".
QString duplicateReasonText(const v1::DuplicateReason& reason);
/// For tool tips and for IT: key, arguments and the incident id, in English.
QString technicalText(const AppError& error);

/// Every key that has a text, for the test that compares them with what the server can say.
QStringList knownTextKeys();

} // namespace banhang::client
