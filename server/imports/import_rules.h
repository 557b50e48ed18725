// What an import decides without looking anything up: which empty fields a row fills, which failures are the row's own.
#pragma once

#include <cstdint>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/imports.pb.h"
#include "common/error.h"

namespace banhang::server {

/// A failure that says something about one row; all others would come back for every row and end the call.
bool concernsOneRow(ErrorCode code);

/// Errors "import.too_many_rows", "import.row_number" (numbers below 1 or twice), with the path of the row.
std::vector<v1::FieldIssue> rowIssues(const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows, int most);

/// Errors of a new import's own fields.
std::vector<v1::FieldIssue> importIssues(const v1::Import& import);

/// Errors of a template: a name, columns, both of reasonable size, each field once.
std::vector<v1::FieldIssue> templateIssues(const v1::ImportTemplate& wanted);

} // namespace banhang::server
