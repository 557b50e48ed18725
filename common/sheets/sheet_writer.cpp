#include "common/sheets/sheet_writer.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <xlsxwriter.h>

#include "common/vn/utf8.h"

namespace banhang::sheets {

namespace {

constexpr std::string_view kFormulaLetters = "=+-@";
/// At the start of a cell also what spreadsheets pass over.
constexpr std::string_view kDangerousAtStart = "=+-@\t\r\n";
/// Behind these a spreadsheet sees the next cell begin where it does not separate cells by commas: the quotes around
/// ours mean nothing then, since they do not stand at the start of a cell.
constexpr std::string_view kOtherSeparators = ";\t\r\n";
/// Characters of a cell, by the limits of Excel.
constexpr std::size_t kMaxCellLength = 32'767;
/// Excel counts a 29 February 1900 that never was; before it, others are a day away from Excel.
constexpr vn::Date kFirstSheetDay{1900, 3, 1};
constexpr double kNarrow = 9;
constexpr double kWide = 40;

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw std::runtime_error(file.string() + ": cannot be written");
}

/// A day that sheets do not count alike is a text.
std::string textOf(const SheetValue& value)
{
    return value.day == vn::Date{} ? value.text : vn::formatDate(value.day);
}

/// What a cell holds at most, cut between characters.
std::string cut(const std::string& text)
{
    if (vn::characterCount(text) <= kMaxCellLength)
        return text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < kMaxCellLength; ++i)
        vn::nextCodePoint(text, at);
    return text.substr(0, at);
}

/// Where a formula may begin, or the apostrophes before it, which are counted in so that fused() undoes defused().
std::vector<std::size_t> formulaPlaces(std::string_view text)
{
    std::vector<std::size_t> places;
    std::string_view dangerous = kDangerousAtStart;
    for (std::size_t place = 0; place != std::string_view::npos;) {
        const std::size_t letter = text.find_first_not_of('\'', place);
        if (letter == std::string_view::npos)
            break;
        if (dangerous.find(text[letter]) != std::string_view::npos)
            places.push_back(place);
        const std::size_t separator = text.find_first_of(kOtherSeparators, letter);
        if (separator == std::string_view::npos)
            break;
        place = text.find_first_not_of('"', separator + 1); // doubled in the file: an empty quoted text
        dangerous = kFormulaLetters;
    }
    return places;
}

} // namespace

/// A workbook of one sheet. The library writes rows to a scratch file as they come and packs them when it closes.
class SheetWriter::Book
{
public:
    Book(const std::filesystem::path& file, const std::vector<std::string>& titles) : m_file(file)
    {
        std::string folder = file.parent_path().string();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.empty() ? nullptr : folder.data();
        m_book = workbook_new_opt(file.string().c_str(), &options);
        if (m_book == nullptr)
            fail(file);
        m_sheet = workbook_add_worksheet(m_book, nullptr);
        m_text = workbook_add_format(m_book);
        format_set_num_format(m_text, "@");
        m_day = workbook_add_format(m_book);
        format_set_num_format(m_day, "dd/mm/yyyy");
        m_title = workbook_add_format(m_book);
        format_set_bold(m_title);
        format_set_num_format(m_title, "@");
        m_lastColumn = static_cast<lxw_col_t>(titles.size() - 1);
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const double width = std::clamp(static_cast<double>(vn::characterCount(titles[i])) + 6, kNarrow, kWide);
            worksheet_set_column(m_sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), width, m_text);
            worksheet_write_string(m_sheet, 0, static_cast<lxw_col_t>(i), cut(titles[i]).c_str(), m_title);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }
    ~Book()
    {
        if (m_book != nullptr)
            workbook_close(m_book);
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    void add(const std::vector<SheetValue>& row)
    {
        ++m_row;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            lxw_error error = LXW_NO_ERROR;
            if (row[i].day >= kFirstSheetDay) {
                lxw_datetime day{row[i].day.year, row[i].day.month, row[i].day.day, 0, 0, 0};
                error = worksheet_write_datetime(m_sheet, m_row, column, &day, m_day);
            } else if (const std::string text = textOf(row[i]); !text.empty()) {
                error = worksheet_write_string(m_sheet, m_row, column, cut(text).c_str(), m_text);
            }
            if (error != LXW_NO_ERROR)
                fail(m_file);
        }
    }

    void close()
    {
        worksheet_autofilter(m_sheet, 0, 0, m_row, m_lastColumn);
        if (workbook_close(std::exchange(m_book, nullptr)) != LXW_NO_ERROR)
            fail(m_file);
    }

private:
    std::filesystem::path m_file;
    lxw_workbook* m_book = nullptr; ///< frees everything below
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_text = nullptr;
    lxw_format* m_day = nullptr;
    lxw_format* m_title = nullptr;
    lxw_row_t m_row = 0;
    lxw_col_t m_lastColumn = 0;
};

class SheetWriter::Text
{
public:
    Text(const std::filesystem::path& file, const std::vector<std::string>& titles)
        : m_file(file), m_out(file, std::ios::binary | std::ios::trunc)
    {
        m_out << "\xEF\xBB\xBF";
        std::vector<std::string> safe;
        safe.reserve(titles.size());
        for (const std::string& title : titles)
            safe.push_back(defused(title));
        m_out << csvLine(safe) << "\r\n";
    }

    void add(const std::vector<SheetValue>& row)
    {
        std::vector<std::string> cells;
        cells.reserve(row.size());
        for (const SheetValue& value : row)
            cells.push_back(defused(textOf(value)));
        m_out << csvLine(cells) << "\r\n";
    }

    void close()
    {
        m_out.close();
        if (!m_out)
            fail(m_file);
    }

private:
    std::filesystem::path m_file;
    std::ofstream m_out;
};

SheetWriter::SheetWriter(const std::filesystem::path& file, SheetFormat format, const std::vector<std::string>& titles)
{
    if (format == SheetFormat::Xlsx)
        m_book = std::make_unique<Book>(file, titles);
    else
        m_text = std::make_unique<Text>(file, titles);
}

SheetWriter::~SheetWriter() = default;
SheetWriter::SheetWriter(SheetWriter&& other) noexcept = default;

void SheetWriter::add(const std::vector<SheetValue>& row)
{
    ++m_rows;
    if (m_book)
        m_book->add(row);
    else
        m_text->add(row);
}

void SheetWriter::close()
{
    if (m_book)
        m_book->close();
    else
        m_text->close();
}

int SheetWriter::rowCount() const
{
    return m_rows;
}

std::string defused(const std::string& text)
{
    std::string safe;
    std::size_t done = 0;
    for (const std::size_t place : formulaPlaces(text)) {
        safe.append(text, done, place - done) += '\'';
        done = place;
    }
    return safe.append(text, done);
}

std::string fused(const std::string& text)
{
    std::string plain;
    std::size_t done = 0;
    for (const std::size_t place : formulaPlaces(text)) {
        plain.append(text, done, place - done);
        done = text[place] == '\'' ? place + 1 : place;
    }
    return plain.append(text, done);
}

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        const std::string& cell = cells[i];
        if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell)
            line.append(c == '"' ? 2 : 1, c);
        line += '"';
    }
    return line;
}

} // namespace banhang::sheets
