// What an exported customer looks like in cells; looks nothing up and knows no language but the request's words.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/exports.pb.h"
#include "common/sheets/sheet_writer.h"

namespace banhang::server {

/// Errors: no columns or too many, a column that is no field, a format that is none, too many ids.
std::vector<v1::FieldIssue> exportIssues(const v1::ExportCustomersRequest& request);

std::vector<std::string> exportTitles(const v1::ExportCustomersRequest& request);

/// One cell for each column. Days of the solar calendar are days, all else is text. Moments are days in Viet Nam.
std::vector<sheets::SheetValue> exportRow(const v1::ExportCustomersRequest& request, const v1::Customer& customer);

} // namespace banhang::server
