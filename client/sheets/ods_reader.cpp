// .ods by its content.xml. liborcus unpacks and parses the XML; its own filter for these files calls what a receiver of
// cells alone does not have, and dies of every workbook that LibreOffice itself wrote.
#include <algorithm>
#include <charconv>
#include <set>

#include "client/sheets/number_format.h"
#include "client/sheets/ods_fonts.h"
#include "client/sheets/workbook_parts.h"
#include "client/sheets/workbook_reader.h"
#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr int kMaxRows = 1'048'576;
constexpr int kMaxSpaces = 1'000;

int countOf(std::string_view text, int otherwise = 1)
{
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp(number, 0, kMaxRows);
}

/// Styles that the whole book shares.
class StylesPart final : public XmlListener
{
public:
    explicit StylesPart(OdsFonts& fonts) : m_fonts(fonts) {}

private:
    void onOpen(std::string_view name, const XmlAttributes& attributes) override { m_fonts.onOpen(name, attributes); }
    void onClose(std::string_view name) override { m_fonts.onClose(name); }
    void onText(std::string_view /*text*/) override {}

    OdsFonts& m_fonts;
};

/// A cell while it is read.
struct Cell
{
    std::string type;
    std::string value; ///< as the attributes say it
    bool hasValue = false;
    std::string text; ///< as it is shown
    int paragraphs = 0;
    std::string style;
    int columns = 1; ///< that it stands in, side by side
    bool isFormula = false;
};

/// All tables of a book; one of them is kept.
class ContentPart final : public XmlListener
{
public:
    ContentPart(Workbook& book, const std::optional<std::string>& wanted, OdsFonts& fonts, SheetReading& reading)
        : m_book(book), m_wanted(wanted), m_fonts(fonts), m_reading(reading)
    {
    }

    std::set<int> fontColumns;

private:
    void onOpen(std::string_view name, const XmlAttributes& attributes) override
    {
        if (m_depthOfNote > 0 || name == "annotation") {
            ++m_depthOfNote;
        } else if (name == "table") {
            openTable(attributes);
        } else if (!m_isKept) {
            m_fonts.onOpen(name, attributes);
        } else if (name == "table-column") {
            addColumns(attributes);
        } else if (name == "table-row") {
            m_column = 0;
            m_rowRepeats = countOf(attributes["number-rows-repeated"]);
            m_reading.tellRows(m_row);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            openCell(attributes);
        } else if (m_isInCell) {
            openText(name, attributes);
        }
    }

    void onClose(std::string_view name) override
    {
        if (m_depthOfNote > 0) {
            --m_depthOfNote;
        } else if (name == "table") {
            m_isKept = false;
        } else if (!m_isKept) {
            m_fonts.onClose(name);
        } else if (name == "table-row") {
            repeatRow();
        } else if (name == "table-cell" || name == "covered-table-cell") {
            closeCell();
        } else if (name == "p") {
            m_isInText = false;
        }
    }

    void onText(std::string_view text) override
    {
        if (m_isInText && m_depthOfNote == 0)
            m_cell.text += text;
    }

    void openTable(const XmlAttributes& attributes)
    {
        const std::string name = vn::toNfc(attributes["name"]);
        m_book.sheetNames.push_back(name);
        m_isKept = m_wanted ? name == *m_wanted : m_book.sheet < 0 || m_book.table.rowCount() < 2;
        if (!m_isKept)
            return;
        m_book.sheet = static_cast<int>(m_book.sheetNames.size()) - 1;
        m_book.table.clearRows();
        m_book.formulaCount = 0;
        fontColumns.clear();
        m_columnStyles.clear();
        m_row = 0;
        m_cells = 0;
    }

    void addColumns(const XmlAttributes& attributes)
    {
        const auto room =
            static_cast<std::size_t>(kMaxSheetColumns) - std::min<std::size_t>(m_columnStyles.size(), kMaxSheetColumns);
        const auto wanted = static_cast<std::size_t>(countOf(attributes["number-columns-repeated"]));
        m_columnStyles.insert(m_columnStyles.end(), std::min(room, wanted),
                              std::string(attributes["default-cell-style-name"]));
    }

    void openCell(const XmlAttributes& attributes)
    {
        m_cell = {};
        m_cell.type = attributes["value-type"];
        for (const char* name : {"string-value", "date-value", "boolean-value", "value"})
            if (!m_cell.hasValue && attributes.has(name)) {
                m_cell.value = attributes[name];
                m_cell.hasValue = true;
            }
        m_cell.style = attributes["style-name"];
        m_cell.columns = countOf(attributes["number-columns-repeated"]);
        m_cell.isFormula = attributes.has("formula");
        m_isInCell = true;
    }

    void openText(std::string_view name, const XmlAttributes& attributes)
    {
        if (name == "p") {
            if (m_cell.paragraphs++ > 0)
                m_cell.text += '\n';
            m_isInText = true;
        } else if (name == "s") {
            m_cell.text.append(static_cast<std::size_t>(std::min(countOf(attributes["c"]), kMaxSpaces)), ' ');
        } else if (name == "tab") {
            m_cell.text += '\t';
        } else if (name == "line-break") {
            m_cell.text += '\n';
        }
    }

    void closeCell()
    {
        m_isInCell = false;
        m_isInText = false;
        m_book.formulaCount += m_cell.isFormula ? 1 : 0;
        SheetCellKind kind = SheetCellKind::Empty;
        const std::string text = valueOf(kind);
        if (!text.empty()) {
            const SheetTable::Kept kept = m_book.table.keep(text);
            for (int i = 0; i < m_cell.columns && m_column + i < kMaxSheetColumns; ++i)
                put(m_row, m_column + i, kind, kind == SheetCellKind::Text ? readInFont(kept, m_column + i) : kept);
        }
        m_column = std::min(m_column + m_cell.columns, kMaxRows);
    }

    std::string valueOf(SheetCellKind& kind) const
    {
        if (m_cell.type == "float" || m_cell.type == "currency" || m_cell.type == "percentage") {
            double number = 0;
            const auto end = std::from_chars(m_cell.value.data(), m_cell.value.data() + m_cell.value.size(), number);
            kind = SheetCellKind::Number;
            return end.ec == std::errc() ? numberText(number) : std::string();
        }
        if (m_cell.type == "boolean") {
            kind = SheetCellKind::Bool;
            return m_cell.value == "true" ? "1" : "0";
        }
        if (m_cell.type == "date") {
            const vn::Date day = dayOf(m_cell.value);
            kind = SheetCellKind::Date;
            return vn::isValid(day) ? vn::formatDate(day) : std::string();
        }
        // A text that a formula could not find has an empty value, and an error as what is shown.
        kind = SheetCellKind::Text;
        return vn::toNfc(m_cell.hasValue && m_cell.type == "string" ? m_cell.value : m_cell.text);
    }

    /// "2026-11-18", perhaps with a time behind it
    static vn::Date dayOf(std::string_view text)
    {
        if (text.size() < 10 || text[4] != '-' || text[7] != '-')
            return {};
        return {countOf(text.substr(0, 4), 0), countOf(text.substr(5, 2), 0), countOf(text.substr(8, 2), 0)};
    }

    SheetTable::Kept readInFont(SheetTable::Kept kept, int column)
    {
        const auto at = static_cast<std::size_t>(column);
        const bool isOwn = !m_cell.style.empty() || at >= m_columnStyles.size();
        const FontReading font = m_fonts.ofStyle(isOwn ? m_cell.style : m_columnStyles[at]);
        if (font.encoding == vn::LegacyEncoding::None)
            return kept;
        m_book.fontEncoding = font.encoding;
        fontColumns.insert(column);
        const std::string text = vn::fromLegacyFont(font.encoding, std::string(m_book.table.text(kept)));
        return m_book.table.keep(font.capitals ? vn::toUpper(text) : text);
    }

    void put(int row, int column, SheetCellKind kind, SheetTable::Kept text)
    {
        if (row >= kMaxRows)
            return;
        if (++m_cells > kMaxSheetCells)
            throw AppError(ErrorCode::Invalid, "sheet.too_many_cells");
        m_book.table.put(row, column, kind, text);
    }

    /// Rows that are alike stand there once; blank ones to the end of the sheet, too.
    void repeatRow()
    {
        SheetTable& table = m_book.table;
        const bool isBlank = m_row >= table.rowCount();
        for (int i = 1; i < m_rowRepeats && !isBlank; ++i)
            for (int column = 0; column < table.columnCount(); ++column)
                if (const auto [kind, kept] = table.keptAt(m_row, column); kind != SheetCellKind::Empty)
                    put(m_row + i, column, kind, kept);
        m_row = std::min(m_row + m_rowRepeats, kMaxRows);
    }

    Workbook& m_book;
    const std::optional<std::string>& m_wanted;
    OdsFonts& m_fonts;
    SheetReading& m_reading;
    bool m_isKept = false;
    bool m_isInCell = false;
    bool m_isInText = false;
    int m_depthOfNote = 0; ///< what people wrote beside a cell is not in it
    std::vector<std::string> m_columnStyles;
    Cell m_cell;
    int m_row = 0;
    int m_rowRepeats = 1;
    int m_column = 0;
    std::size_t m_cells = 0;
};

} // namespace

Workbook readOds(std::string_view bytes, const std::optional<std::string>& sheetName, SheetReading& reading)
{
    const WorkbookParts parts(bytes);
    OdsFonts fonts;
    StylesPart styles(fonts);
    parts.read("styles.xml", styles, {reading, 0, 0});
    Workbook book;
    ContentPart content(book, sheetName, fonts, reading);
    if (!parts.read("content.xml", content, {reading, 0, 1}) || book.sheetNames.empty())
        throw AppError(ErrorCode::Invalid, "sheet.damaged");
    if (book.sheet < 0)
        throw AppError(ErrorCode::Invalid, "sheet.no_such_sheet", {{"name", sheetName.value_or("")}});
    book.fontColumns.assign(content.fontColumns.begin(), content.fontColumns.end());
    book.table.trim();
    return book;
}

} // namespace banhang::client
