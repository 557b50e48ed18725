// The words of the import: fields, what was found, what will be done.
#pragma once

#include <QString>

#include "client/core/directory_cache.h"
#include "client/imports/import_plan.h"

namespace banhang::client {

/// "Phone", as the box beside a column says it.
QString importFieldText(std::string_view field);
QString rowActionText(RowAction action, RowFinding finding);
/// What became of a row; empty where nothing did.
QString rowOutcomeText(v1::RowOutcome outcome);
QString nothingNewText();
/// Name of the box that decides for all rows of a finding, with a mnemonic.
QString findingText(RowFinding finding);
/// What there is to say about a row: errors first, then who it looks like, then warnings.
QString rowProblemText(const ImportPlan& plan, int row, const DirectoryCache& directory);
/// "Written in TCVN3 (ABC): turned into Unicode".
QString sheetNoticeText(const SheetNotice& notice);
/// What was done to a column, or stands in its way; empty when there is nothing to say. `isDoubt` for what a person
/// should look at.
QString columnCheckText(const ColumnCheck& check, const std::string& field, bool isMonthFirst, bool& isDoubt);

} // namespace banhang::client
