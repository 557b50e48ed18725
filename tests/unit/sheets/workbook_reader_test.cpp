#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "client/sheets/number_format.h"
#include "client/sheets/workbook_reader.h"
#include "common/error.h"
#include "common/sheets/sheet_writer.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/sheets/zip_file.h"

namespace banhang::client {
namespace {

using test::TempDirectory;
using test::zipFile;

Workbook xlsx(std::string_view bytes, const std::optional<std::string>& name = {})
{
    SheetReading unwatched;
    return readXlsx(bytes, name, unwatched);
}

Workbook ods(std::string_view bytes)
{
    SheetReading unwatched;
    return readOds(bytes, {}, unwatched);
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
}

/// A workbook as offices write them: several sheets, days as numbers, formulas, fonts from before Unicode.
class WorkbookReader : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_file = (m_folder.path() / "book.xlsx").string();
        m_book = workbook_new(m_file.c_str());
    }

    lxw_worksheet* sheet(const char* name) { return workbook_add_worksheet(m_book, name); }
    lxw_format* format(const char* code, const char* font = nullptr)
    {
        lxw_format* made = workbook_add_format(m_book);
        if (code != nullptr)
            format_set_num_format(made, code);
        if (font != nullptr)
            format_set_font_name(made, font);
        return made;
    }
    Workbook read(const std::optional<std::string>& name = {})
    {
        workbook_close(m_book);
        return xlsx(bytesOf(m_file), name);
    }

    TempDirectory m_folder;
    std::string m_file;
    lxw_workbook* m_book = nullptr;
};

TEST_F(WorkbookReader, readsTextsNumbersAndDays)
{
    lxw_worksheet* list = sheet("Danh sách");
    lxw_datetime day{2026, 11, 18, 0, 0, 0};
    worksheet_write_string(list, 0, 0, "Tên", nullptr);
    worksheet_write_string(list, 1, 0, "Nguyễn Thị Lệ", nullptr);
    worksheet_write_number(list, 1, 1, 912345678, nullptr);
    worksheet_write_datetime(list, 1, 2, &day, format("dd/mm/yyyy"));
    worksheet_write_number(list, 1, 3, 45971, format("d-mmm-yy"));
    worksheet_write_number(list, 1, 4, 45971, nullptr);
    worksheet_write_boolean(list, 1, 5, 1, nullptr);
    worksheet_write_number(list, 1, 6, 1.5, format("0.00"));
    const Workbook book = read();

    EXPECT_EQ(book.sheetNames, (std::vector<std::string>{"Danh sách"}));
    EXPECT_EQ(book.table.cell(1, 0).text, "Nguyễn Thị Lệ");
    EXPECT_EQ(book.table.cell(1, 1).text, "912345678");
    EXPECT_EQ(book.table.cell(1, 2).kind, SheetCellKind::Date);
    EXPECT_EQ(book.table.cell(1, 2).text, "18/11/2026");
    EXPECT_EQ(book.table.cell(1, 3).text, "10/11/2025");
    EXPECT_EQ(book.table.cell(1, 4).kind, SheetCellKind::Number);
    EXPECT_EQ(book.table.cell(1, 4).text, "45971");
    EXPECT_EQ(book.table.cell(1, 5).kind, SheetCellKind::Bool);
    EXPECT_EQ(book.table.cell(1, 6).text, "1.5");
}

TEST_F(WorkbookReader, takesTheFirstSheetThatHoldsAListOrTheNamedOne)
{
    worksheet_write_string(sheet("Bìa"), 0, 0, "Công ty", nullptr);
    lxw_worksheet* list = sheet("KH mới");
    worksheet_write_string(list, 0, 0, "Tên", nullptr);
    worksheet_write_string(list, 1, 0, "Lan", nullptr);
    lxw_worksheet* other = sheet("KH cũ");
    worksheet_write_string(other, 0, 0, "Tên", nullptr);
    worksheet_write_string(other, 1, 0, "Hoa", nullptr);
    const Workbook book = read();
    EXPECT_EQ(book.sheetNames.size(), 3U);
    EXPECT_EQ(book.sheet, 1);
    EXPECT_EQ(book.table.cell(1, 0).text, "Lan");

    const std::string bytes = bytesOf(m_file);
    EXPECT_EQ(xlsx(bytes, "KH cũ").table.cell(1, 0).text, "Hoa");
    EXPECT_THROW(xlsx(bytes, "không có"), AppError);
}

TEST_F(WorkbookReader, givesTheValuesThatFormulasHadAndRunsNone)
{
    lxw_worksheet* list = sheet("S");
    worksheet_write_string(list, 0, 0, "a", nullptr);
    worksheet_write_formula_num(list, 1, 0, "=1+1", nullptr, 2);
    worksheet_write_formula_str(list, 1, 1, "=UPPER(\"lan\")", nullptr, "LAN");
    worksheet_write_string(list, 1, 2, "=HYPERLINK(\"http://x\")", nullptr);
    const Workbook book = read();
    EXPECT_EQ(book.table.cell(1, 0).text, "2");
    EXPECT_EQ(book.table.cell(1, 1).text, "LAN");
    EXPECT_EQ(book.table.cell(1, 2).text, "=HYPERLINK(\"http://x\")");
    EXPECT_EQ(book.formulaCount, 2);
}

TEST_F(WorkbookReader, convertsTextsOfFontsFromBeforeUnicode)
{
    lxw_worksheet* list = sheet("S");
    worksheet_write_string(list, 0, 0, "H\u00e4 t\u00aan", format(nullptr, ".VnTime"));
    worksheet_write_string(list, 1, 0, "C\u00abng ty ph\u00ef sa", format(nullptr, ".VnTimeH"));
    worksheet_write_string(list, 1, 1, "Haø Noäi", format(nullptr, "VNI-Times"));
    worksheet_write_string(list, 1, 2, "Công", format(nullptr, "Arial"));
    const Workbook book = read();
    EXPECT_EQ(book.table.cell(0, 0).text, "Họ tên");
    EXPECT_EQ(book.table.cell(1, 0).text, "CÔNG TY PHÙ SA");
    EXPECT_EQ(book.table.cell(1, 1).text, "Hà Nội");
    EXPECT_EQ(book.table.cell(1, 2).text, "Công");
    EXPECT_EQ(book.fontColumns, (std::vector<int>{0, 1}));
}

TEST_F(WorkbookReader, readsWhatOurOwnWriterWrites)
{
    workbook_close(m_book);
    const auto file = m_folder.path() / "export.xlsx";
    {
        sheets::SheetWriter writer(file, sheets::SheetFormat::Xlsx, {"Tên", "Ngày", "Mã"});
        writer.add({"=1+1", vn::Date{2026, 11, 18}, "0106697817"});
        writer.add({"hai\ndòng & <thẻ>", vn::Date{1890, 1, 2}, ""});
        writer.close();
    }
    const Workbook book = xlsx(bytesOf(file));
    EXPECT_EQ(book.table.cell(0, 1).text, "Ngày");
    EXPECT_EQ(book.table.cell(1, 0).text, "=1+1");
    EXPECT_EQ(book.table.cell(1, 0).kind, SheetCellKind::Text);
    EXPECT_EQ(book.table.cell(1, 1).kind, SheetCellKind::Date);
    EXPECT_EQ(book.table.cell(1, 1).text, "18/11/2026");
    EXPECT_EQ(book.table.cell(1, 2).text, "0106697817");
    EXPECT_EQ(book.table.cell(1, 2).kind, SheetCellKind::Text);
    EXPECT_EQ(book.table.cell(2, 0).text, "hai\ndòng & <thẻ>");
    EXPECT_EQ(book.table.cell(2, 1).text, "02/01/1890") << "a day that sheets cannot count is a text";
    EXPECT_EQ(book.formulaCount, 0);
}

/// An .ods whose one sheet has these rows.
std::string odsOf(const std::string& rows)
{
    const std::string content =
        R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content)"
        R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>)"
        R"(<office:spreadsheet><table:table table:name="KH">)" +
        rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
    return zipFile({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

TEST(OdsReader, readsTextsNumbersDaysAndRepeatedCells)
{
    const Workbook book = ods(odsOf(
        R"(<table:table-row>)"
        R"(<table:table-cell office:value-type="string"><text:p>Tên</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string"><text:p>Số</text:p></table:table-cell></table:table-row>)"
        R"(<table:table-row><table:table-cell office:value-type="string"><text:p>Lệ &amp; Hoa</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="float" office:value="912345678"><text:p>912345678</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2026-11-18"><text:p>18/11/26</text:p></table:table-cell>)"
        R"(</table:table-row>)"));
    EXPECT_EQ(book.sheetNames, (std::vector<std::string>{"KH"}));
    EXPECT_EQ(book.table.cell(1, 0).text, "Lệ & Hoa");
    EXPECT_EQ(book.table.cell(1, 1).text, "912345678");
    EXPECT_EQ(book.table.cell(1, 2).text, "18/11/2026");
}

TEST(OdsReader, refusesARepeatedRowThatWouldFillTheMemory)
{
    const std::string bytes = odsOf(
        R"(<table:table-row table:number-rows-repeated="1048576">)"
        R"(<table:table-cell table:number-columns-repeated="511"/>)"
        R"(<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>)");
    try {
        ods(bytes);
        FAIL() << "half a thousand million places were taken";
    } catch (const AppError& error) {
        EXPECT_EQ(error.key(), "sheet.too_many_cells");
    }
}

TEST(SheetTable, countsThePlacesOfItsRowsAsWideAsTheyAre)
{
    SheetTable table;
    constexpr int kFar = 511;
    const auto fill = [&table](int rows) {
        for (int row = 0; row < rows; ++row)
            table.put(row, kFar, SheetCellKind::Text, "x");
    };
    fill(31'000);
    fill(31'000); // nothing new
    table.clearRows();
    fill(31'000);
    EXPECT_THROW(fill(32'000), AppError);
}

TEST(NumberFormat, tellsDaysFromTimesAndAmounts)
{
    EXPECT_TRUE(isDayFormat("dd/mm/yyyy"));
    EXPECT_TRUE(isDayFormat("[$-42A]d mmmm yyyy;@"));
    EXPECT_TRUE(isDayFormat("yyyy-mm"));
    EXPECT_FALSE(isDayFormat("hh:mm"));
    EXPECT_FALSE(isDayFormat("#,##0 \"đồng\""));
    EXPECT_FALSE(isDayFormat("0.00\\d"));
    EXPECT_TRUE(isBuiltInDayFormat(14));
    EXPECT_FALSE(isBuiltInDayFormat(1));
}

TEST(NumberFormat, countsDaysAsExcelDoes)
{
    EXPECT_EQ(dayOfSerial(1), (vn::Date{1900, 1, 1}));
    EXPECT_EQ(dayOfSerial(61), (vn::Date{1900, 3, 1}));
    EXPECT_EQ(dayOfSerial(45971.75), (vn::Date{2025, 11, 10}));
    EXPECT_EQ(dayOfSerial(0, {1904, 1, 1}), vn::Date{});
    EXPECT_EQ(dayOfSerial(1, {1904, 1, 1}), (vn::Date{1904, 1, 2}));
    EXPECT_EQ(dayOfSerial(-5), vn::Date{});
    EXPECT_EQ(dayOfSerial(1e300), vn::Date{});
}

TEST(NumberFormat, writesWholeNumbersInFull)
{
    EXPECT_EQ(numberText(106697817), "106697817");
    EXPECT_EQ(numberText(84912345678.0), "84912345678");
    EXPECT_EQ(numberText(0.1), "0.1");
    EXPECT_EQ(numberText(-3), "-3");
}

} // namespace
} // namespace banhang::client
