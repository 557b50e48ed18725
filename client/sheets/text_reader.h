// CSV files and blocks from the clipboard into a table.
#pragma once

#include <string>
#include <string_view>

#include "client/sheets/sheet_reading.h"
#include "client/sheets/sheet_table.h"

namespace banhang::client {

/// How the bytes of a text file were read.
enum class TextEncoding { Utf8, Utf16, Windows1258, Tcvn3, Vni, Windows1252 };

struct TextSheet
{
    SheetTable table;
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = ',';
};

/// Finds the encoding (byte order mark, valid UTF-8, else the code page that makes it Vietnamese) and the separator
/// (comma, semicolon, tab or bar, whichever the first lines have alike). A line "sep=;" at the start says it itself.
/// Throws: AppError Invalid "sheet.not_csv" (arg "line"), "sheet.too_many_cells"; Cancelled "sheet.stopped".
TextSheet readTextSheet(std::string_view bytes, SheetReading& reading);
inline TextSheet readTextSheet(std::string_view bytes)
{
    SheetReading unwatched;
    return readTextSheet(bytes, unwatched);
}

/// Cells that were copied in a spreadsheet: lines and tabs, quoted where they hold either.
SheetTable readPastedCells(std::string_view utf8, SheetReading& reading);
inline SheetTable readPastedCells(std::string_view utf8)
{
    SheetReading unwatched;
    return readPastedCells(utf8, unwatched);
}

/// The key of an encoding for people: "tcvn3".
std::string_view encodingName(TextEncoding encoding);

} // namespace banhang::client
