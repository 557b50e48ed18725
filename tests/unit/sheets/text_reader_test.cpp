#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "client/sheets/text_reader.h"
#include "common/error.h"
#include "common/sheets/sheet_writer.h"

namespace banhang::client {
namespace {

using Cells = std::vector<std::string>;

Cells rowOf(const SheetTable& table, int row)
{
    Cells cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells.emplace_back(table.cell(row, column).text);
    return cells;
}

TEST(TextReader, findsTheSeparatorThatTheLinesHaveAlike)
{
    EXPECT_EQ(rowOf(readTextSheet("a,b\n1,2\n").table, 1), (Cells{"1", "2"}));
    EXPECT_EQ(rowOf(readTextSheet("a;b\n1,5;2\n").table, 1), (Cells{"1,5", "2"}));
    EXPECT_EQ(rowOf(readTextSheet("a\tb\n1\t2\n").table, 1), (Cells{"1", "2"}));
    EXPECT_EQ(rowOf(readTextSheet("tên, địa chỉ|sđt\nLan, 5 Lê Lợi, Huế|0912\nBa|0913\n").table, 1),
              (Cells{"Lan, 5 Lê Lợi, Huế", "0912"}));
    EXPECT_EQ(rowOf(readTextSheet("sep=;\na,x;b\n").table, 0), (Cells{"a,x", "b"}));
}

TEST(TextReader, dropsTheByteOrderMarkAndCarriageReturns)
{
    const SheetTable table = readTextSheet("\xEF\xBB\xBFTên,ĐT\r\nLan,0912\r\n").table;
    EXPECT_EQ(rowOf(table, 0), (Cells{"Tên", "ĐT"}));
    EXPECT_EQ(rowOf(table, 1), (Cells{"Lan", "0912"}));
    EXPECT_EQ(table.rowCount(), 2);
}

TEST(TextReader, keepsQuotedSeparatorsQuotesAndLineBreaks)
{
    EXPECT_EQ(rowOf(readTextSheet("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n").table, 1), (Cells{"x, \"y\"", "1\n2"}));
    EXPECT_EQ(rowOf(readTextSheet("\"a\",\"b\"\r\n1,\"2\r\n3\"\r\n").table, 1), (Cells{"1", "2\n3"}));
}

TEST(TextReader, refusesAQuotationMarkThatIsNeverClosed)
{
    SheetReading reading;
    const auto lineOf = [&](std::string_view text) {
        try {
            readTextSheet(text, reading);
        } catch (const AppError& error) {
            return error.detail().args().at("line");
        }
        return std::string();
    };
    EXPECT_EQ(lineOf("Tên,SĐT\n\"Lan,0912\nHoa,0913\n"), "2") << "all the rest would be one cell";
    EXPECT_EQ(lineOf("Tên,SĐT\n\"Lan \"\"Út\"\"\",0912\n"), "");
    EXPECT_EQ(lineOf("Tên,SĐT\nỐng 21\",0912\n"), "") << "inside a cell it is a letter";
}

TEST(TextReader, readsUtf16WithAndWithoutItsMark)
{
    const auto wide = [](std::u16string_view text, bool big) {
        std::string bytes;
        for (const char16_t unit : text) {
            bytes += static_cast<char>(big ? unit >> 8 : unit & 0xFF);
            bytes += static_cast<char>(big ? unit & 0xFF : unit >> 8);
        }
        return bytes;
    };
    for (const bool big : {false, true}) {
        const std::string body = wide(u"Tên,ĐT\nNguyễn Thị Lệ,0912\n", big);
        const TextSheet marked = readTextSheet((big ? "\xFE\xFF" : "\xFF\xFE") + body);
        EXPECT_EQ(rowOf(marked.table, 1), (Cells{"Nguyễn Thị Lệ", "0912"}));
        EXPECT_EQ(marked.encoding, TextEncoding::Utf16);
        EXPECT_EQ(rowOf(readTextSheet(body).table, 1), (Cells{"Nguyễn Thị Lệ", "0912"}));
    }
}

TEST(TextReader, recognisesTheCodePagesOfOldPrograms)
{
    // "Họ tên,Địa chỉ / Nguyễn Văn Đức,Hà Nội / Trần Thị Hương,Đà Nẵng" in each.
    const TextSheet read = readTextSheet("H\xE4 t\xAAn,\xA7\xDE"
                                         "a ch\xD8\nNguy\xD4n V\xA8n \xA7\xF8"
                                         "c,H\xB5 N\xE9i\nTr\xC7n Th\xDE H\xAD\xACng,\xA7\xB5 N\xBDng\n");
    EXPECT_EQ(read.encoding, TextEncoding::Tcvn3);
    EXPECT_EQ(rowOf(read.table, 0), (Cells{"Họ tên", "Địa chỉ"}));
    EXPECT_EQ(rowOf(read.table, 1), (Cells{"Nguyễn Văn Đức", "Hà Nội"}));
    EXPECT_EQ(rowOf(read.table, 2), (Cells{"Trần Thị Hương", "Đà Nẵng"}));

    const TextSheet vni = readTextSheet("Ho\xEF te\xE2n,\xD1\xF2"
                                        "a ch\xE6\nNguye\xE3n Va\xEAn \xD1\xF6\xF9"
                                        "c,Ha\xF8 No\xE4i\n");
    EXPECT_EQ(vni.encoding, TextEncoding::Vni);
    EXPECT_EQ(rowOf(vni.table, 1), (Cells{"Nguyễn Văn Đức", "Hà Nội"}));

    const TextSheet windows = readTextSheet("Ho\xF2 t\xEAn,\xD0i\xF2"
                                            "a chi\xD2\nNguy\xEA\xDEn V\xE3n \xD0\xFD\xEC"
                                            "c,Ha\xCC N\xF4\xF2i\n");
    EXPECT_EQ(windows.encoding, TextEncoding::Windows1258);
    EXPECT_EQ(rowOf(windows.table, 1), (Cells{"Nguyễn Văn Đức", "Hà Nội"}));
}

TEST(TextReader, readsCopiedCells)
{
    const SheetTable table = readPastedCells("Tên\tGhi chú\nLan\t\"hai\ndòng\"\n");
    EXPECT_EQ(rowOf(table, 1), (Cells{"Lan", "hai\ndòng"}));
}

TEST(TextReader, takesTheApostropheOffWhatWasDefused)
{
    const SheetTable table = readTextSheet("a,b\n'=1+1,'thường\n").table;
    EXPECT_EQ(rowOf(table, 1), (Cells{"=1+1", "'thường"}));
}

RC_GTEST_PROP(TextReader, readsBackWhatTheWriterWrites, ())
{
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', ',', '"', ';', '\n', ' ', '=', 'Z'));
    const auto width = *rc::gen::inRange<std::size_t>(1, 5);
    Cells header;
    for (std::size_t i = 0; i < width; ++i)
        header.push_back("c" + std::to_string(i));
    auto row = *rc::gen::container<Cells>(width, cell);
    for (auto& text : row)
        text = "x" + text + "x";
    const TextSheet sheet =
        readTextSheet("\xEF\xBB\xBF" + sheets::csvLine(header) + "\r\n" + sheets::csvLine(row) + "\r\n");
    RC_ASSERT(sheet.table.rowCount() == 2);
    if (sheet.separator == ',')
        RC_ASSERT(rowOf(sheet.table, 1) == row);
}

TEST(SheetWriter, defusesAlsoWhatOthersTakeForTheNextCell)
{
    EXPECT_EQ(sheets::defused("x;=cmd|'/c calc'!A1;y"), "x;'=cmd|'/c calc'!A1;y");
    EXPECT_EQ(sheets::defused("a\r\n-1\t\"@b\""), "a\r\n'-1\t\"'@b\"");
    EXPECT_EQ(sheets::defused("a; b - c, =d"), "a; b - c, =d");
}

RC_GTEST_PROP(SheetWriter, defusesWhatASpreadsheetWouldRunAndGivesItBack, ())
{
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('=', '+', '-', '@', '\t', '\r', '\n', ';', '"', '\'', ',', 'a'));
    const std::string safe = sheets::defused(text);
    if (!safe.empty())
        RC_ASSERT(std::string("=+-@\t\r\n").find(safe.front()) == std::string::npos);
    for (std::size_t at = safe.find_first_of(";\t\r\n"); at != std::string::npos;
         at = safe.find_first_of(";\t\r\n", at + 1)) {
        const std::size_t next = safe.find_first_not_of('"', at + 1);
        if (next != std::string::npos)
            RC_ASSERT(std::string("=+-@").find(safe[next]) == std::string::npos);
    }
    RC_ASSERT(sheets::fused(safe) == text);
}

} // namespace
} // namespace banhang::client
