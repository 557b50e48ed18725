// A file of a list, whichever it is: recognised, held against the limits, read, its old letters turned into Unicode.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/sheets/sheet_reading.h"
#include "client/sheets/sheet_table.h"

namespace banhang::client {

/// Something about the file that its reader should know; `key` is a text key with `args`, as in AppError.
struct SheetNotice
{
    std::string key;
    std::map<std::string, std::string> args = {};
};

struct SheetFile
{
    std::string name;   ///< without folder
    std::string digest; ///< SHA-256 of the bytes and of the sheet's name, in hex
    std::vector<std::string> sheetNames;
    std::string sheetName; ///< of the sheet read; empty for texts
    SheetTable table;
    /// "sheet.font_converted" (args encoding), "sheet.encoding" (args encoding), "sheet.macros_ignored",
    /// "sheet.formulas" (arg count)
    std::vector<SheetNotice> notices;
};

struct SheetLimits
{
    std::uint64_t fileBytes = 64ULL * 1024 * 1024;
    int rows = 200'000; ///< with anything in them
};

/// SHA-256 in hex, as of SheetFile::digest.
std::string sheetDigest(std::string_view bytes);

/// Reads .xlsx, .xlsm (macros are not looked at), .ods, and text (.csv, .txt, .tsv). What the file is, its bytes say,
/// not its name. Nothing of it is run or calculated: formulas give the value that was stored with them, and a text that
/// begins like a formula is a text.
/// Throws: AppError Invalid "sheet.unreadable" (arg path), "sheet.empty", "sheet.too_large" (arg max, in MB),
/// "sheet.too_many_rows" (arg max), "sheet.old_xls", "sheet.encrypted", "sheet.unknown_format", and what the readers
/// throw; Cancelled "sheet.stopped" when `reading` (null for nobody who watches) is stopped.
SheetFile readSheetFile(const std::filesystem::path& file, const std::optional<std::string>& sheetName = {},
                        const SheetLimits& limits = {}, SheetReading* reading = nullptr);
/// The same from memory.
SheetFile readSheetBytes(std::string_view bytes, const std::string& name,
                         const std::optional<std::string>& sheetName = {}, const SheetLimits& limits = {},
                         SheetReading* reading = nullptr);
/// Cells from the clipboard.
SheetFile readSheetPaste(std::string_view utf8, const std::string& name, const SheetLimits& limits = {},
                         SheetReading* reading = nullptr);

} // namespace banhang::client
