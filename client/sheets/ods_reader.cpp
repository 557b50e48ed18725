// .ods through the filter of liborcus, which calls a factory for each cell.
#include <algorithm>
#include <charconv>
#include <deque>

#include <orcus/orcus_ods.hpp>
#include <orcus/spreadsheet/import_interface.hpp>

#include "client/sheets/number_format.h"
#include "client/sheets/workbook_reader.h"
#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

namespace ss = orcus::spreadsheet;

constexpr int kMostRows = 1'048'576;
constexpr int kMostSheetsColumn = 16'384;

std::string composed(std::string_view text)
{
    const bool isAscii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return isAscii ? std::string(text) : vn::toNfc(text);
}

/// All that the parts of the factory share.
struct Book
{
    Workbook result;
    std::optional<std::string> wanted;
    std::vector<SheetTable::Kept> strings;
    std::size_t cells = 0;
};

class Strings final : public ss::iface::import_shared_strings
{
public:
    explicit Strings(Book& book) : m_book(book) {}

    size_t append(std::string_view text) override
    {
        m_book.strings.push_back(m_book.result.table.keep(composed(text)));
        return m_book.strings.size() - 1;
    }
    size_t add(std::string_view text) override { return append(text); }
    void append_segment(std::string_view text) override { m_segments += text; }
    size_t commit_segments() override
    {
        const size_t index = append(m_segments);
        m_segments.clear();
        return index;
    }
    // NOLINTBEGIN(readability-named-parameter)
    void set_segment_font(size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t, ss::color_elem_t) override {}
    // NOLINTEND(readability-named-parameter)

private:
    Book& m_book;
    std::string m_segments;
};

class Settings final : public ss::iface::import_global_settings
{
public:
    void set_origin_date(int /*year*/, int /*month*/, int /*day*/) override {}
    void set_default_formula_grammar(ss::formula_grammar_t grammar) override { m_grammar = grammar; }
    ss::formula_grammar_t get_default_formula_grammar() const override { return m_grammar; }
    void set_character_set(orcus::character_set_t /*charset*/) override {}

private:
    ss::formula_grammar_t m_grammar = ss::formula_grammar_t::unknown;
};

/// "A1", "$B$12"
class Addresses final : public ss::iface::import_reference_resolver
{
public:
    ss::src_address_t resolve_address(std::string_view text) override
    {
        ss::src_address_t address{0, 0, 0};
        std::size_t at = 0;
        const auto skipDollar = [&] { at += at < text.size() && text[at] == '$' ? 1 : 0; };
        skipDollar();
        int column = 0;
        for (; at < text.size() && isLetter(text[at]) && column <= kMostSheetsColumn; ++at)
            column = column * 26 + (text[at] | 0x20) - 'a' + 1;
        skipDollar();
        int row = 0;
        const auto end = std::from_chars(text.data() + at, text.data() + text.size(), row);
        if (column == 0 || end.ec != std::errc() || row < 1)
            throw AppError(ErrorCode::Invalid, "sheet.damaged");
        address.column = column - 1;
        address.row = row - 1;
        return address;
    }
    ss::src_range_t resolve_range(std::string_view text) override
    {
        const std::size_t colon = text.find(':');
        const auto first = resolve_address(text.substr(0, colon));
        return {first, colon == std::string_view::npos ? first : resolve_address(text.substr(colon + 1))};
    }

private:
    static bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
};

class Sheet;

/// The value that a formula had when the file was written.
class Formula final : public ss::iface::import_formula
{
public:
    explicit Formula(Sheet& sheet) : m_sheet(sheet) {}

    void set_position(ss::row_t row, ss::col_t column) override
    {
        m_row = row;
        m_column = column;
        m_kind = SheetCellKind::Empty;
    }
    void set_result_string(std::string_view value) override { take(SheetCellKind::Text, composed(value)); }
    void set_result_value(double value) override
    {
        m_number = value;
        take(SheetCellKind::Number, {});
    }
    void set_result_bool(bool value) override { take(SheetCellKind::Bool, value ? "1" : "0"); }
    void set_result_empty() override { m_kind = SheetCellKind::Empty; }
    void commit() override;
    void set_formula(ss::formula_grammar_t /*grammar*/, std::string_view /*formula*/) override {}
    void set_shared_formula_index(size_t /*index*/) override {}

private:
    void take(SheetCellKind kind, std::string text)
    {
        m_kind = kind;
        m_text = std::move(text);
    }

    Sheet& m_sheet;
    ss::row_t m_row = 0;
    ss::col_t m_column = 0;
    SheetCellKind m_kind = SheetCellKind::Empty;
    std::string m_text;
    double m_number = 0;
};

class Sheet final : public ss::iface::import_sheet
{
public:
    Sheet(Book& book, int index) : m_book(book), m_index(index), m_formula(*this) {}

    ss::iface::import_formula* get_formula() override { return &m_formula; }
    void set_auto(ss::row_t row, ss::col_t column, std::string_view text) override
    {
        putText(row, column, composed(text));
    }
    void set_string(ss::row_t row, ss::col_t column, ss::string_id_t index) override
    {
        if (index < m_book.strings.size() && admits(row, column))
            table().put(row, column, SheetCellKind::Text, m_book.strings[index]);
    }
    void set_value(ss::row_t row, ss::col_t column, double value) override
    {
        if (admits(row, column))
            table().put(row, column, SheetCellKind::Number, numberText(value));
    }
    void set_bool(ss::row_t row, ss::col_t column, bool value) override
    {
        if (admits(row, column))
            table().put(row, column, SheetCellKind::Bool, value ? "1" : "0");
    }
    void set_date_time(ss::row_t row, ss::col_t column, int year, int month, int day, int /*hour*/, int /*minute*/,
                       double /*second*/) override
    {
        if (admits(row, column))
            table().put(row, column, SheetCellKind::Date, vn::formatDate({year, month, day}));
    }
    // NOLINTBEGIN(readability-named-parameter)
    void set_format(ss::row_t, ss::col_t, size_t) override {}
    void set_format(ss::row_t, ss::col_t, ss::row_t, ss::col_t, size_t) override {}
    // NOLINTEND(readability-named-parameter)
    void fill_down_cells(ss::row_t row, ss::col_t column, ss::row_t count) override
    {
        const SheetCell source = table().cell(row, column);
        if (!isKept() || source.kind == SheetCellKind::Empty)
            return;
        const auto text = table().keep(std::string(source.text));
        for (ss::row_t i = 1; i <= count && admits(row + i, column); ++i)
            table().put(row + i, column, source.kind, text);
    }
    ss::range_size_t get_sheet_size() const override { return {kMostRows, kMostSheetsColumn}; }

    void putText(ss::row_t row, ss::col_t column, const std::string& text)
    {
        if (!text.empty() && admits(row, column))
            table().put(row, column, SheetCellKind::Text, text);
    }
    void putBool(ss::row_t row, ss::col_t column, const std::string& text)
    {
        if (admits(row, column))
            table().put(row, column, SheetCellKind::Bool, text);
    }
    void countFormula()
    {
        if (isKept())
            ++m_book.result.formulaCount;
    }

private:
    SheetTable& table() { return m_book.result.table; }
    bool isKept() const { return m_book.result.sheet == m_index; }

    /// Whether a cell is to be put: of the sheet that is read, within the limits.
    bool admits(ss::row_t row, ss::col_t column)
    {
        if (!isKept() && !takesOver())
            return false;
        if (row < 0 || column < 0 || row >= kMostRows || column >= kMostSheetColumns)
            return false;
        if (++m_book.cells > kMostSheetCells)
            throw AppError(ErrorCode::Invalid, "sheet.too_many_cells");
        return true;
    }

    /// The first sheet that holds a list: what came before it had no two rows.
    bool takesOver()
    {
        Workbook& book = m_book.result;
        const bool isWanted = m_book.wanted ? book.sheetNames[static_cast<std::size_t>(m_index)] == *m_book.wanted
                                            : book.sheet < 0 || (m_index > book.sheet && book.table.rowCount() < 2);
        if (!isWanted)
            return false;
        book.sheet = m_index;
        book.table.clearRows();
        book.formulaCount = 0;
        return true;
    }

    Book& m_book;
    int m_index;
    Formula m_formula;
};

void Formula::commit()
{
    if (m_kind == SheetCellKind::Text)
        m_sheet.putText(m_row, m_column, m_text);
    else if (m_kind == SheetCellKind::Number)
        m_sheet.set_value(m_row, m_column, m_number);
    else if (m_kind == SheetCellKind::Bool)
        m_sheet.putBool(m_row, m_column, m_text);
    m_sheet.countFormula();
}

class Factory final : public ss::iface::import_factory
{
public:
    explicit Factory(Book& book) : m_book(book), m_strings(book) {}

    ss::iface::import_global_settings* get_global_settings() override { return &m_settings; }
    ss::iface::import_shared_strings* get_shared_strings() override { return &m_strings; }
    ss::iface::import_reference_resolver* get_reference_resolver(ss::formula_ref_context_t /*context*/) override
    {
        return &m_addresses;
    }
    ss::iface::import_sheet* append_sheet(ss::sheet_t /*index*/, std::string_view name) override
    {
        m_book.result.sheetNames.emplace_back(composed(name));
        return &m_sheets.emplace_back(m_book, static_cast<int>(m_sheets.size()));
    }
    ss::iface::import_sheet* get_sheet(std::string_view name) override
    {
        const auto& names = m_book.result.sheetNames;
        const auto found = std::ranges::find(names, composed(name));
        return found == names.end() ? nullptr : &m_sheets[static_cast<std::size_t>(found - names.begin())];
    }
    ss::iface::import_sheet* get_sheet(ss::sheet_t index) override
    {
        return index < 0 || static_cast<std::size_t>(index) >= m_sheets.size()
                   ? nullptr
                   : &m_sheets[static_cast<std::size_t>(index)];
    }
    void finalize() override {}

private:
    Book& m_book;
    Strings m_strings;
    Settings m_settings;
    Addresses m_addresses;
    std::deque<Sheet> m_sheets; ///< handed out by address
};

} // namespace

Workbook readOds(std::string_view bytes, const std::optional<std::string>& sheetName)
{
    Book book;
    book.wanted = sheetName;
    Factory factory(book);
    try {
        orcus::orcus_ods(&factory).read_stream(bytes);
    } catch (const AppError&) {
        throw;
    } catch (const std::exception&) {
        // The library's reasons speak of XML and of addresses inside the archive; nobody can mend those.
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    }
    const auto& names = book.result.sheetNames;
    if (names.empty())
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    if (sheetName && std::ranges::find(names, *sheetName) == names.end())
        throw AppError(ErrorCode::Invalid, "sheet.no_such_sheet", {{"name", *sheetName}});
    book.result.table.trim();
    return std::move(book.result);
}

} // namespace banhang::client
