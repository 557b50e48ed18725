// Workbooks (.xlsx, .ods) into a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/sheets/sheet_reading.h"
#include "client/sheets/sheet_table.h"
#include "common/vn/legacy_text.h"

namespace banhang::client {

struct Workbook
{
    std::vector<std::string> sheetNames;
    int sheet = -1; ///< which of them `table` holds
    SheetTable table;
    int formulaCount = 0; ///< cells whose value is what the program that wrote the file last calculated
    /// Columns that a font from before Unicode was used in, and so converted.
    std::vector<int> fontColumns;
    vn::LegacyEncoding fontEncoding = vn::LegacyEncoding::None;
};

/// Both read one sheet: the named one, or the first with at least two rows. `bytes` must have passed checkedArchive.
/// Throw: AppError Invalid "sheet.damaged", "sheet.too_many_cells", "sheet.no_such_sheet"; Cancelled "sheet.stopped".
Workbook readXlsx(std::string_view bytes, const std::optional<std::string>& sheetName, SheetReading& reading);
Workbook readOds(std::string_view bytes, const std::optional<std::string>& sheetName, SheetReading& reading);

/// What a sheet may hold at most.
constexpr int kMaxSheetColumns = 512;
constexpr std::size_t kMaxSheetCells = 8'000'000;

} // namespace banhang::client
