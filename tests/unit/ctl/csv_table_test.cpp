#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "client/ctl/csv_table.h"
#include "client/ctl/exit_code.h"

namespace banhang::client {
namespace {

TEST(CsvTable, findsTheSeparatorThatTheHeaderUses)
{
    EXPECT_EQ(parseCsv("a,b\n1,2\n", "t").rows.at(0), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(parseCsv("a;b\n1,5;2\n", "t").rows.at(0), (std::vector<std::string>{"1,5", "2"}));
    EXPECT_EQ(parseCsv("a\tb\n1\t2\n", "t").rows.at(0), (std::vector<std::string>{"1", "2"}));
}

TEST(CsvTable, dropsTheByteOrderMarkAndCarriageReturns)
{
    const CsvTable table = parseCsv("\xEF\xBB\xBFTên,ĐT\r\nLan,0912\r\n", "t");
    EXPECT_EQ(table.header, (std::vector<std::string>{"Tên", "ĐT"}));
    EXPECT_EQ(table.rows.at(0), (std::vector<std::string>{"Lan", "0912"}));
}

TEST(CsvTable, keepsQuotedSeparatorsQuotesAndLineBreaks)
{
    const CsvTable table = parseCsv("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n", "t");
    EXPECT_EQ(table.rows.at(0), (std::vector<std::string>{"x, \"y\"", "1\n2"}));
}

TEST(CsvTable, endsALineOfAWindowsFileBehindAQuote)
{
    const CsvTable table = parseCsv("\"a\",\"b\"\r\n1,\"2\r\n3\"\r\n", "t");
    EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table.rows.at(0), (std::vector<std::string>{"1", "2\n3"}));
}

TEST(CsvTable, fillsShortRowsAndSkipsBlankOnes)
{
    const CsvTable table = parseCsv("a,b,c\n1\n\n,,\n2,3,4\n", "t");
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0], (std::vector<std::string>{"1", "", ""}));
}

TEST(CsvTable, namesTheRowThatHasTooManyCells)
{
    try {
        parseCsv("a,b\n1,2\n1,2,3\n", "danh-sach.csv");
        FAIL() << "the row was taken";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("danh-sach.csv: row 3"), std::string::npos) << error.what();
    }
}

TEST(CsvTable, refusesWhatIsNotUtf8)
{
    // "Nguyễn" in TCVN3 bytes.
    EXPECT_THROW(parseCsv("T\xAAn\nNguy\xD4n\n", "t"), UsageError);
    EXPECT_THROW(parseCsv("", "t"), UsageError);
}

TEST(CsvTable, digestFollowsTheContent)
{
    EXPECT_EQ(parseCsv("a\n1\n", "x").digest, parseCsv("a\n1\n", "y").digest);
    EXPECT_NE(parseCsv("a\n1\n", "x").digest, parseCsv("a\n2\n", "x").digest);
}

RC_GTEST_PROP(CsvTable, readsBackWhatItWrites, ())
{
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', ',', '"', ';', '\n', ' ', 'Z'));
    const auto width = *rc::gen::inRange<std::size_t>(1, 5);
    std::vector<std::string> header;
    for (std::size_t i = 0; i < width; ++i)
        header.push_back("c" + std::to_string(i));
    auto row = *rc::gen::container<std::vector<std::string>>(width, cell);
    // A row without any content is no row, and blanks around cells are not content.
    row[0] = "k" + row[0] + "k";
    for (auto& text : row)
        text = text.empty() ? text : "x" + text + "x";
    const CsvTable table = parseCsv(csvLine(header) + "\n" + csvLine(row) + "\n", "t");
    RC_ASSERT(table.rows.size() == 1U);
    RC_ASSERT(table.rows[0] == row);
}

} // namespace
} // namespace banhang::client
