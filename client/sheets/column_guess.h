// Guesses what a column holds, from its title and from its cells.
#pragma once

#include <string_view>
#include <vector>

#include "client/sheets/sheet_table.h"

namespace banhang::client {

/// A field that a title may mean; the higher the score, the surer. 0: none.
struct TitleMatch
{
    std::string_view field;
    int score = 0;
};
/// All that a title may mean: a title that is known as it stands, else known titles inside it, the longer the surer.
std::vector<TitleMatch> titleMatches(std::string_view title);
TitleMatch bestTitle(std::string_view title);

/// "STT", "No.": a column that only counts.
bool isCounterTitle(std::string_view title);

/// A title as it stands, counters too; "12 Đường Lê Lợi" only has one inside.
bool isKnownTitle(std::string_view title);

/// The name has a legal form: "Công ty TNHH …".
bool isCompany(std::string_view cell);

/// Two words and more, the first a family name, and no digits: "Nguyễn Văn An", but also "Lý do mua".
bool isPersonsName(std::string_view cell);

/// Most cells below it are names; also where there are none.
bool isAboveNames(const SheetTable& table, int row, int column);

/// The field that most cells of a column look like; empty when they do not tell.
std::string_view fieldByContents(const SheetTable& table, int headerRow, int column);

/// What stands in the column can hardly be read as this field, whatever its title says: VIP and Thường under "Loại" are
/// no kinds of customers. Single cells prove nothing, and faulty ones are usual in lists kept by hand.
bool isContradicted(const SheetTable& table, int headerRow, int column, std::string_view field);

/// Days like 11/18/2026 stand in the column, and none like 18/11/2026.
bool isWrittenMonthFirst(const SheetTable& table, int headerRow, int column);

} // namespace banhang::client
