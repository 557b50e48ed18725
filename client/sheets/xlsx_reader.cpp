// .xlsx by its parts: liborcus unpacks and parses the XML; what the cells mean is read here, because its own filter
// passes over texts that stand in the cells themselves (inlineStr), as reports of many programs write them, and hands
// out formats before it has read the styles.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "client/sheets/number_format.h"
#include "client/sheets/workbook_parts.h"
#include "client/sheets/workbook_reader.h"
#include "client/sheets/workbook_styles.h"
#include "client/sheets/xml_reader.h"
#include "common/error.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr int kMaxRows = 1'048'576;
/// Of the work, what reading the shared texts is.
constexpr double kStringsShare = 0.2;

[[noreturn]] void refuse(const char* key)
{
    throw AppError(ErrorCode::Invalid, key);
}

template <typename Number>
Number numberOf(std::string_view text, Number otherwise = {})
{
    Number number{};
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc() ? number : otherwise;
}

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true";
}

/// "_x000D_" is how a workbook writes characters that XML cannot: those that matter are line ends, and others drop.
std::string unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool isEscape = text.substr(at, 2) == "_x" && at + 7 <= text.size() && text[at + 6] == '_';
        unsigned code = 0;
        if (isEscape && std::from_chars(&text[at + 2], &text[at + 6], code, 16).ptr == &text[at + 6]) {
            if (code == '\n' || code == '\t' || code >= ' ')
                vn::appendUtf8(result, code);
            at += 7;
        } else {
            result += text[at++];
        }
    }
    const bool isAscii = std::ranges::all_of(result, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return isAscii ? result : vn::toNfc(result);
}

/// What the parts of a folder point at: by id, and by the end of their type.
class Relations final : public XmlListener
{
public:
    /// `folder` is that of the part whose relations these are: "xl/".
    explicit Relations(std::string folder) : m_folder(std::move(folder)) {}

    std::string byId(const std::string& id) const { return found(m_byId, id); }
    std::string byType(const std::string& type) const { return found(m_byType, type); }

private:
    void onOpen(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship")
            return;
        const std::string target(attributes["Target"]);
        const std::string path = target.starts_with('/') ? target.substr(1) : m_folder + target;
        m_byId[std::string(attributes["Id"])] = path;
        const std::string_view type = attributes["Type"];
        m_byType[std::string(type.substr(type.rfind('/') + 1))] = path;
    }
    void onClose(std::string_view /*name*/) override {}
    void onText(std::string_view /*text*/) override {}
    static std::string found(const std::map<std::string, std::string>& map, const std::string& key)
    {
        const auto entry = map.find(key);
        return entry == map.end() ? std::string() : entry->second;
    }

    std::string m_folder;
    std::map<std::string, std::string> m_byId;
    std::map<std::string, std::string> m_byType;
};

struct SheetPart
{
    std::string name;
    std::string relation;
};

class BookPart final : public XmlListener
{
public:
    std::vector<SheetPart> sheets;
    vn::Date origin{1899, 12, 30};

private:
    void onOpen(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "sheet")
            sheets.push_back({vn::toNfc(attributes["name"]), std::string(attributes["id"])});
        else if (name == "workbookPr" && isTrue(attributes["date1904"]))
            origin = {1904, 1, 1};
    }
    void onClose(std::string_view /*name*/) override {}
    void onText(std::string_view /*text*/) override {}
};

class StylesPart final : public XmlListener
{
public:
    WorkbookStyles styles;

private:
    void onOpen(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "fonts" || name == "cellXfs" || name == "dxfs" || name == "cellStyleXfs")
            m_list = name;
        else if (name == "numFmt" && m_list != "dxfs")
            styles.addNumberFormat(numberOf<std::size_t>(attributes["numFmtId"]), attributes["formatCode"]);
        else if (name == "name" && m_list == "fonts")
            m_font = attributes["val"];
        else if (name == "xf" && m_list == "cellXfs")
            styles.addCellFormat(numberOf<std::size_t>(attributes["fontId"]),
                                 numberOf<std::size_t>(attributes["numFmtId"]));
    }
    void onClose(std::string_view name) override
    {
        if (name == "font" && m_list == "fonts") {
            styles.addFont(m_font);
            m_font.clear();
        } else if (name == m_list) {
            m_list.clear();
        }
    }
    void onText(std::string_view /*text*/) override {}

    std::string m_list;
    std::string m_font;
};

/// Texts that cells share; pronunciations beside them are no text.
class StringsPart final : public XmlListener
{
public:
    explicit StringsPart(SheetTable& table) : m_table(table) {}
    std::vector<SheetTable::Kept> strings;

private:
    void onOpen(std::string_view name, const XmlAttributes& /*attributes*/) override
    {
        if (name == "si")
            m_text.clear();
        m_inText = name == "t" && !m_inPronunciation;
        m_inPronunciation = m_inPronunciation || name == "rPh";
    }
    void onClose(std::string_view name) override
    {
        m_inText = false;
        if (name == "rPh")
            m_inPronunciation = false;
        else if (name == "si")
            strings.push_back(m_table.keep(unescaped(m_text)));
    }
    void onText(std::string_view text) override
    {
        if (m_inText)
            m_text += text;
    }

    SheetTable& m_table;
    std::string m_text;
    bool m_inText = false;
    bool m_inPronunciation = false;
};

/// The cells of one sheet.
class CellsPart final : public XmlListener
{
public:
    CellsPart(Workbook& book, const WorkbookStyles& styles, const std::vector<SheetTable::Kept>& strings,
              const vn::Date& origin, SheetReading& reading)
        : m_book(book), m_styles(styles), m_strings(strings), m_origin(origin), m_reading(reading)
    {
    }

    std::set<int> fontColumns;

private:
    void onOpen(std::string_view name, const XmlAttributes& attributes) override
    {
        m_collects = name == "v" || (name == "t" && !m_inPronunciation);
        if (name == "row")
            openRow(attributes);
        else if (name == "c")
            openCell(attributes);
        else if (name == "f")
            m_isFormula = true;
        else if (name == "rPh")
            m_inPronunciation = true;
    }
    void onClose(std::string_view name) override
    {
        m_collects = false;
        if (name == "c")
            closeCell();
        else if (name == "rPh")
            m_inPronunciation = false;
    }
    void onText(std::string_view text) override
    {
        if (m_collects)
            m_text += text;
    }

    void openRow(const XmlAttributes& attributes)
    {
        // Rows and cells without an address follow the one before.
        m_row = numberOf<int>(attributes["r"], m_row + 2) - 1;
        m_column = -1;
        m_reading.tellRows(m_row);
    }

    void openCell(const XmlAttributes& attributes)
    {
        ++m_column;
        if (const std::string_view address = attributes["r"]; !address.empty())
            place(address);
        m_type = attributes["t"];
        m_format = numberOf<std::size_t>(attributes["s"]);
        m_text.clear();
        m_isFormula = false;
    }

    /// "AB12"
    void place(std::string_view address)
    {
        int column = 0;
        std::size_t at = 0;
        for (; at < address.size() && address[at] >= 'A' && address[at] <= 'Z' && column < kMaxRows; ++at)
            column = column * 26 + (address[at] - 'A') + 1;
        const int row = numberOf<int>(address.substr(at), -1);
        if (column == 0 || row < 1)
            refuse("sheet.damaged");
        m_column = column - 1;
        m_row = row - 1;
    }

    void closeCell()
    {
        m_book.formulaCount += m_isFormula ? 1 : 0;
        if (m_text.empty() || m_row < 0 || m_row >= kMaxRows || m_column < 0 || m_column >= kMaxSheetColumns)
            return;
        if (++m_cells > kMaxSheetCells)
            refuse("sheet.too_many_cells");
        SheetTable& table = m_book.table;
        if (m_type == "s") {
            const auto index = numberOf<std::size_t>(m_text, m_strings.size());
            if (index < m_strings.size())
                putText(m_strings[index]);
        } else if (m_type == "inlineStr" || m_type == "str") {
            putText(table.keep(unescaped(m_text)));
        } else if (m_type == "b") {
            table.put(m_row, m_column, SheetCellKind::Bool, isTrue(m_text) ? "1" : "0");
        } else if (m_type == "d") {
            putIsoDay();
        } else if (m_type != "e") {
            putNumber();
        }
    }

    void putText(SheetTable::Kept kept)
    {
        if (kept.length == 0)
            return;
        m_book.table.put(m_row, m_column, SheetCellKind::Text, kept);
        const FontReading font = m_styles.fontOf(m_format);
        if (font.encoding == vn::LegacyEncoding::None)
            return;
        const std::string text = vn::fromLegacyFont(font.encoding, std::string(m_book.table.text(kept)));
        m_book.table.replace(m_row, m_column, font.capitals ? vn::toUpper(text) : text);
        m_book.fontEncoding = font.encoding;
        fontColumns.insert(m_column);
    }

    void putIsoDay()
    {
        const std::string_view text = m_text;
        const vn::Date day{numberOf<int>(text.substr(0, 4)),
                           numberOf<int>(text.substr(std::min<std::size_t>(5, text.size()), 2)),
                           numberOf<int>(text.substr(std::min<std::size_t>(8, text.size()), 2))};
        if (vn::isValid(day))
            m_book.table.put(m_row, m_column, SheetCellKind::Date, vn::formatDate(day));
    }

    void putNumber()
    {
        double number = 0;
        const auto end = std::from_chars(m_text.data(), m_text.data() + m_text.size(), number);
        if (end.ec != std::errc())
            return;
        const vn::Date day = m_styles.isDay(m_format) ? dayOfSerial(number, m_origin) : vn::Date{};
        if (day != vn::Date{})
            m_book.table.put(m_row, m_column, SheetCellKind::Date, vn::formatDate(day));
        else
            m_book.table.put(m_row, m_column, SheetCellKind::Number, numberText(number));
    }

    Workbook& m_book;
    const WorkbookStyles& m_styles;
    const std::vector<SheetTable::Kept>& m_strings;
    vn::Date m_origin;
    SheetReading& m_reading;
    int m_row = -1;
    int m_column = -1;
    std::string m_type;
    std::size_t m_format = 0;
    std::string m_text;
    bool m_collects = false;
    bool m_isFormula = false;
    bool m_inPronunciation = false;
    std::size_t m_cells = 0;
};

std::string folderOf(const std::string& path)
{
    return path.substr(0, path.rfind('/') + 1);
}

std::string relationsOf(const std::string& path)
{
    return folderOf(path) + "_rels/" + path.substr(path.rfind('/') + 1) + ".rels";
}

Workbook read(const WorkbookParts& parts, const std::optional<std::string>& sheetName, SheetReading& reading)
{
    const ReadingPart small{reading, 0, 0};
    Relations top("");
    parts.read("_rels/.rels", top, small);
    std::string bookPath = top.byType("officeDocument");
    if (bookPath.empty())
        bookPath = "xl/workbook.xml";
    BookPart bookPart;
    Relations relations(folderOf(bookPath));
    if (!parts.read(bookPath, bookPart, small) || !parts.read(relationsOf(bookPath), relations, small) ||
        bookPart.sheets.empty())
        refuse("sheet.damaged");
    StylesPart styles;
    parts.read(relations.byType("styles"), styles, small);
    Workbook book;
    StringsPart strings(book.table);
    parts.read(relations.byType("sharedStrings"), strings, {reading, 0, kStringsShare});
    for (const SheetPart& sheet : bookPart.sheets)
        book.sheetNames.push_back(sheet.name);
    for (std::size_t i = 0; i < bookPart.sheets.size() && (sheetName || book.table.rowCount() < 2); ++i) {
        if (sheetName && bookPart.sheets[i].name != *sheetName)
            continue;
        book.table.clearRows();
        book.formulaCount = 0;
        CellsPart cells(book, styles.styles, strings.strings, bookPart.origin, reading);
        if (!parts.read(relations.byId(bookPart.sheets[i].relation), cells, {reading, kStringsShare, 1}))
            refuse("sheet.damaged");
        book.sheet = static_cast<int>(i);
        book.fontColumns.assign(cells.fontColumns.begin(), cells.fontColumns.end());
    }
    if (book.sheet < 0)
        throw AppError(ErrorCode::Invalid, "sheet.no_such_sheet", {{"name", sheetName.value_or("")}});
    book.table.trim();
    return book;
}

} // namespace

Workbook readXlsx(std::string_view bytes, const std::optional<std::string>& sheetName, SheetReading& reading)
{
    return read(WorkbookParts(bytes), sheetName, reading);
}

} // namespace banhang::client
