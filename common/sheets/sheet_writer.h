// Tables as files: workbooks of Excel and CSV, written row by row so that their size costs no memory.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/vn/date.h"

namespace banhang::sheets {

enum class SheetFormat {
    Xlsx,
    Csv, ///< UTF-8 with byte order mark, commas, lines ending in CR LF: what Excel opens by a double click
};

/// A text, or a day. Texts stay texts: a workbook's cells are formatted so, which keeps leading zeros and lets no
/// formula in; in CSV, which has no types, a text that a spreadsheet would run as a formula gets an apostrophe before
/// it (see defused).
struct SheetValue
{
    SheetValue() = default;
    SheetValue(std::string value) : text(std::move(value)) {} // NOLINT(google-explicit-constructor)
    SheetValue(const char* value) : text(value) {}            // NOLINT(google-explicit-constructor)
    SheetValue(const vn::Date& value) : day(value) {}         // NOLINT(google-explicit-constructor)

    std::string text;
    vn::Date day; ///< all zero for a text
};

/// Rows that a sheet of Excel holds, the header among them.
constexpr int kMaxSheetRows = 1'048'576;

/// Writes one sheet into one file. Throws std::runtime_error when the file cannot be written. Thread: one at a time.
class SheetWriter
{
public:
    SheetWriter(const std::filesystem::path& file, SheetFormat format, const std::vector<std::string>& titles);
    ~SheetWriter();
    SheetWriter(SheetWriter&& other) noexcept;

    void add(const std::vector<SheetValue>& row);
    /// Must be called: without it the file is incomplete.
    void close();
    /// Without the header.
    int rowCount() const;

private:
    class Book;
    class Text;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Text> m_text;
    int m_rows = 0;
};

/// The text as it is safe in CSV, also for a spreadsheet that separates cells by semicolons or tabs: an apostrophe
/// before = + - @, tab and line break at its start, and before = + - @ behind a semicolon, a tab or a line break.
std::string defused(const std::string& text);
/// The text before defused().
std::string fused(const std::string& text);

/// One line of CSV, quoted where it must be, without line end.
std::string csvLine(const std::vector<std::string>& cells);

} // namespace banhang::sheets
