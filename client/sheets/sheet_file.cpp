#include "client/sheets/sheet_file.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <openssl/sha.h>

#include "client/sheets/archive_check.h"
#include "client/sheets/text_reader.h"
#include "client/sheets/workbook_reader.h"
#include "common/error.h"
#include "common/vn/legacy_text.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr std::string_view kZipMark = "PK\x03\x04";
constexpr std::string_view kCompoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::uint64_t kMegabyte = 1024ULL * 1024;
/// Rows by which the encoding of a column is told.
constexpr int kSampleRows = 400;

[[noreturn]] void refuse(const char* key, ErrorArgs args = {})
{
    throw AppError(ErrorCode::Invalid, key, args);
}

std::string hexDigest(std::string_view bytes, const std::string& sheetName)
{
    const std::string digest = sheetDigest(bytes);
    return sheetName.empty() ? digest : sheetDigest(digest + sheetName);
}

bool has(const std::vector<std::string>& names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

bool endsWithAny(const std::vector<std::string>& names, std::string_view end)
{
    return std::ranges::any_of(names, [&](const std::string& name) { return name.ends_with(end); });
}

std::string_view nameOf(vn::LegacyEncoding encoding)
{
    return encoding == vn::LegacyEncoding::Tcvn3 ? "tcvn3" : "vni";
}

/// Compound files are workbooks of before 2007, and those of today behind a password.
[[noreturn]] void refuseCompound(std::string_view bytes)
{
    constexpr std::string_view kPackage("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
    refuse(bytes.find(kPackage) != std::string_view::npos ? "sheet.encrypted" : "sheet.old_xls");
}

/// What in a column an old font's encoding may hide.
std::vector<std::string_view> sampleOf(const SheetTable& table, int column)
{
    std::vector<std::string_view> sample;
    for (int row = 0; row < std::min(table.rowCount(), kSampleRows); ++row)
        if (const SheetCell cell = table.cell(row, column); cell.kind == SheetCellKind::Text)
            sample.push_back(cell.text);
    return sample;
}

/// Only characters that an old font has; what has others was typed in Unicode.
bool mayBeLegacy(std::string_view text)
{
    bool isMarked = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = vn::nextCodePoint(text, at);
        if (c >= 0x100)
            return false;
        isMarked = isMarked || c >= 0x80;
    }
    return isMarked;
}

void convertColumn(SheetTable& table, int column, vn::LegacyEncoding encoding, SheetReading& reading)
{
    reading.tellRows(table.rowCount());
    for (int row = 0; row < table.rowCount(); ++row) {
        const SheetCell cell = table.cell(row, column);
        if (cell.kind == SheetCellKind::Text && mayBeLegacy(cell.text))
            table.replace(row, column, vn::fromLegacyFont(encoding, cell.text));
    }
}

/// Fonts say it best; without them (CSV, copied cells, styles that were lost) the letters do: those of all columns
/// together first, since a column of a few names proves little by itself.
void convertLegacyFonts(SheetFile& file, const std::vector<int>& knownColumns, vn::LegacyEncoding known,
                        SheetReading& reading)
{
    std::vector<std::string_view> all;
    for (int column = 0; column < file.table.columnCount(); ++column) {
        const auto sample = sampleOf(file.table, column);
        if (std::ranges::find(knownColumns, column) == knownColumns.end())
            all.insert(all.end(), sample.begin(), sample.end());
    }
    const vn::LegacyEncoding common = vn::detectLegacyFont(all);
    vn::LegacyEncoding used = known;
    for (int column = 0; column < file.table.columnCount() && common != vn::LegacyEncoding::None; ++column) {
        if (std::ranges::find(knownColumns, column) != knownColumns.end())
            continue;
        convertColumn(file.table, column, common, reading);
        used = common;
    }
    if (used != vn::LegacyEncoding::None)
        file.notices.push_back({"sheet.font_converted", {{"encoding", std::string(nameOf(used))}}});
}

void readWorkbookInto(SheetFile& file, std::string_view bytes, const std::optional<std::string>& sheetName,
                      SheetReading& reading)
{
    const auto names = checkedArchive(bytes);
    const bool isXlsx = has(names, "[Content_Types].xml");
    if (!isXlsx && !has(names, "content.xml"))
        refuse("sheet.unknown_format");
    Workbook book = isXlsx ? readXlsx(bytes, sheetName, reading) : readOds(bytes, sheetName, reading);
    file.sheetNames = std::move(book.sheetNames);
    file.table = std::move(book.table);
    if (book.sheet >= 0)
        file.sheetName = file.sheetNames[static_cast<std::size_t>(book.sheet)];
    convertLegacyFonts(file, book.fontColumns, book.fontEncoding, reading);
    if (endsWithAny(names, "vbaProject.bin") || endsWithAny(names, "Basic/script-lc.xml"))
        file.notices.push_back({"sheet.macros_ignored"});
    if (book.formulaCount > 0)
        file.notices.push_back({"sheet.formulas", {{"count", std::to_string(book.formulaCount)}}});
}

void readTextInto(SheetFile& file, std::string_view bytes, SheetReading& reading)
{
    // No text has such characters; a picture or a program has.
    if (bytes.starts_with("\x89PNG") || bytes.starts_with("%PDF") ||
        bytes.starts_with("\x7F"
                          "ELF") ||
        bytes.starts_with("MZ\x90"))
        refuse("sheet.unknown_format");
    TextSheet sheet = readTextSheet(bytes, reading);
    file.table = std::move(sheet.table);
    if (sheet.encoding != TextEncoding::Utf8)
        file.notices.push_back({"sheet.encoding", {{"encoding", std::string(encodingName(sheet.encoding))}}});
    else
        convertLegacyFonts(file, {}, vn::LegacyEncoding::None, reading);
}

void checkRows(const SheetTable& table, int most)
{
    int filled = 0;
    for (int row = 0; row < table.rowCount(); ++row)
        filled += table.isBlank(row) ? 0 : 1;
    if (filled == 0)
        refuse("sheet.empty");
    if (filled > most)
        refuse("sheet.too_many_rows", {{"max", std::to_string(most)}});
}

} // namespace

std::string sheetDigest(std::string_view bytes)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    std::string text;
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

SheetFile readSheetFile(const std::filesystem::path& file, const std::optional<std::string>& sheetName,
                        const SheetLimits& limits, SheetReading* reading)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        refuse("sheet.unreadable", {{"path", file.string()}});
    if (size > limits.fileBytes)
        refuse("sheet.too_large", {{"max", std::to_string(limits.fileBytes / kMegabyte)}});
    std::string bytes(size, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in)
        refuse("sheet.unreadable", {{"path", file.string()}});
    return readSheetBytes(bytes, file.filename().string(), sheetName, limits, reading);
}

SheetFile readSheetBytes(std::string_view bytes, const std::string& name, const std::optional<std::string>& sheetName,
                         const SheetLimits& limits, SheetReading* reading)
{
    SheetReading unwatched;
    SheetReading& watched = reading != nullptr ? *reading : unwatched;
    SheetFile file;
    file.name = name;
    if (bytes.empty())
        refuse("sheet.empty");
    if (bytes.size() > limits.fileBytes)
        refuse("sheet.too_large", {{"max", std::to_string(limits.fileBytes / kMegabyte)}});
    if (bytes.starts_with(kCompoundMark))
        refuseCompound(bytes);
    if (bytes.starts_with(kZipMark))
        readWorkbookInto(file, bytes, sheetName, watched);
    else
        readTextInto(file, bytes, watched);
    checkRows(file.table, limits.rows);
    file.digest = hexDigest(bytes, file.sheetName);
    return file;
}

SheetFile readSheetPaste(std::string_view utf8, const std::string& name, const SheetLimits& limits,
                         SheetReading* reading)
{
    SheetReading unwatched;
    SheetReading& watched = reading != nullptr ? *reading : unwatched;
    SheetFile file;
    file.name = name;
    file.table = readPastedCells(utf8, watched);
    convertLegacyFonts(file, {}, vn::LegacyEncoding::None, watched);
    checkRows(file.table, limits.rows);
    file.digest = hexDigest(utf8, {});
    return file;
}

} // namespace banhang::client
