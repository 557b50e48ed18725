// Workbooks as LibreOffice writes them; see files/README.md.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "client/sheets/column_map.h"
#include "client/sheets/sheet_file.h"
#include "common/error.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/sheets/office_export.h"

namespace banhang::client {
namespace {

using test::cellsOf;
using test::exportCells;

std::filesystem::path fileNamed(const char* name)
{
    return std::filesystem::path(BANHANG_SHEET_FILES) / name;
}

TEST(LibreOfficeFiles, giveBackTheExportCellByCell)
{
    const test::TempDirectory folder;
    test::writeExport(folder.path() / "export.xlsx");
    EXPECT_EQ(cellsOf(readSheetFile(folder.path() / "export.xlsx").table), exportCells()) << "as we wrote it";
    EXPECT_EQ(cellsOf(readSheetFile(fileNamed("export.xlsx")).table), exportCells());
    EXPECT_EQ(cellsOf(readSheetFile(fileNamed("export.ods")).table), exportCells());
}

/// Texts in quotes, all else bare: so LibreOffice says what it takes a cell for.
TEST(LibreOfficeFiles, tellThatTheProgramSeesTextsAsTextsAndDaysAsDays)
{
    std::ostringstream content;
    content << std::ifstream(fileNamed("export.csv"), std::ios::binary).rdbuf();
    const std::string csv = content.str();
    for (const char* text : {"\"0106697817\"", "\"0106697817-001\"", "\"0912345678\"", "\"84912555001\"",
                             "\"012345678901\"", "\"1234567890123456789\"", "\"3-4\"", "\"007; 1/2; +84; -5\"", "\"0\"",
                             "\"00\"", "\"1E5\"", "\"TRUE\"", "\"#N/A\"", "\"=HYPERLINK(", "\"'nháy đơn\""})
        EXPECT_NE(csv.find(text), std::string::npos) << text;
    for (const char* day : {",02/28/2019,", ",02/29/1984,", ",01/31/2000,", ",03/01/1900,"})
        EXPECT_NE(csv.find(day), std::string::npos) << day;
    for (const char* early : {"\"02/01/1890\"", "\"01/01/1900\""})
        EXPECT_NE(csv.find(early), std::string::npos) << early << " is a text: sheets do not agree on such days";
}

TEST(LibreOfficeFiles, oneThatBreaksOffInTheMiddleOfAMarkIsRefused)
{
    try {
        readSheetFile(fileNamed("cut-short.xlsx"));
        FAIL() << "was read";
    } catch (const AppError& error) {
        EXPECT_EQ(error.key(), "sheet.damaged");
    }
}

class LibreOfficeList : public ::testing::TestWithParam<const char*>
{
};

TEST_P(LibreOfficeList, isReadAsItIsShown)
{
    const SheetFile file = readSheetFile(fileNamed(GetParam()));
    EXPECT_EQ(file.sheetNames, (std::vector<std::string>{"Bìa", "KH mới"}));
    EXPECT_EQ(file.sheetName, "KH mới") << "the first sheet that holds a list";
    const auto rows = cellsOf(file.table);
    ASSERT_EQ(rows.size(), 9U);
    EXPECT_EQ(rows[0][0], "text Danh sách hội chợ 2026");
    EXPECT_EQ(rows[1], std::vector<std::string>(8, "-"));
    EXPECT_EQ(rows[4], (std::vector<std::string>{"text Công ty TNHH Thiên Ân", "number 106697817", "number 912555001",
                                                 "day 28/02/2019", "number 1234567.5", "number 1",
                                                 "text lan@thienan.example", "text dòng một\ndòng hai"}))
        << "the comment beside the last cell is no part of it";
    EXPECT_EQ(rows[5], (std::vector<std::string>{"text Nguyễn Thị  Lệ & con", "-", "text 0168 9333 999", "-",
                                                 "number 2469135", "-", "text le@nha.example", "text =1+1"}));
    EXPECT_EQ(rows[6], rows[7]);
    EXPECT_EQ(rows[7][1], "text 0912555002");
    EXPECT_EQ(rows[8][0], "text Công ty Việt Nam") << "written in an old font";
}

TEST_P(LibreOfficeList, becomesCustomersWithTheirZeros)
{
    const SheetFile file = readSheetFile(fileNamed(GetParam()));
    const ColumnMap map(file.table, guessHeaderRow(file.table));
    EXPECT_EQ(map.headerRow(), 3);
    ImportVocabulary words;
    words.today = {2026, 11, 22};
    std::vector<ColumnCheck> checks(static_cast<std::size_t>(map.columnCount()));
    const v1::Customer customer = map.build(file.table, 4, words, checks).customer;
    EXPECT_EQ(customer.name(), "Công ty TNHH Thiên Ân");
    EXPECT_EQ(customer.tax_code(), "0106697817");
    ASSERT_EQ(customer.phones_size(), 1);
    EXPECT_EQ(customer.phones(0).number(), "0912 555 001");
    EXPECT_EQ(customer.founded_date().year(), 2019);
    EXPECT_EQ(customer.founded_date().month(), 2);
    EXPECT_EQ(customer.founded_date().day(), 28);
    EXPECT_TRUE(customer.do_not_call());
}

INSTANTIATE_TEST_SUITE_P(OfEachFormat, LibreOfficeList, ::testing::Values("list.ods", "list.xlsx"),
                         [](const auto& format) { return std::string(format.param).substr(5); });

} // namespace
} // namespace banhang::client
