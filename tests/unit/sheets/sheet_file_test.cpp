#include <fstream>
#include <functional>

#include <gtest/gtest.h>

#include "client/sheets/sheet_file.h"
#include "common/error.h"
#include "common/sheets/sheet_writer.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/sheets/zip_file.h"

namespace banhang::client {
namespace {

using test::TempDirectory;
using test::zipFile;

std::string refusal(std::string_view bytes, const SheetLimits& limits = {})
{
    try {
        readSheetBytes(bytes, "tệp", {}, limits);
    } catch (const AppError& error) {
        return error.key();
    }
    return "";
}

bool has(const SheetFile& file, std::string_view key)
{
    for (const SheetNotice& notice : file.notices)
        if (notice.key == key)
            return true;
    return false;
}

TEST(SheetFile, saysWhyAFileCannotBeTaken)
{
    EXPECT_EQ(refusal(""), "sheet.empty");
    EXPECT_EQ(refusal(",,\n\n"), "sheet.empty");
    EXPECT_EQ(refusal("\x89PNG\r\n\x1a\n...."), "sheet.unknown_format");
    EXPECT_EQ(refusal("PK\x03\x04rest"), "sheet.damaged");
    EXPECT_EQ(refusal(zipFile({{"word/document.xml", "<a/>"}})), "sheet.unknown_format");
    EXPECT_EQ(refusal(zipFile({{"[Content_Types].xml", "<a"}})), "sheet.damaged");
    const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    EXPECT_EQ(refusal(compound + "Workbook"), "sheet.old_xls");
    EXPECT_EQ(refusal(compound + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)),
              "sheet.encrypted");
    EXPECT_THROW(readSheetFile("/nirgends/danh-sach.csv"), AppError);
}

TEST(SheetFile, keepsToItsLimits)
{
    SheetLimits limits;
    limits.rows = 2;
    EXPECT_EQ(refusal("a\n1\n2\n", limits), "sheet.too_many_rows");
    EXPECT_EQ(refusal("a\n1\n", limits), "");
    limits.fileBytes = 3;
    EXPECT_EQ(refusal("a\n1\n", limits), "sheet.too_large");
}

TEST(SheetFile, endsWhenItIsStopped)
{
    std::string rows = "Tên,Số\n";
    for (int i = 0; i < 5'000; ++i)
        rows += "Lan,1\n";
    const TempDirectory folder;
    sheets::SheetWriter writer(folder / "a.xlsx", sheets::SheetFormat::Xlsx, {"Tên", "Số"});
    writer.add({"Lan", "1"});
    writer.close();
    SheetReading stopped;
    stopped.stop();
    for (const auto& read : {std::function([&] { readSheetBytes(rows, "a.csv", {}, {}, &stopped); }),
                             std::function([&] { readSheetFile(folder / "a.xlsx", {}, {}, &stopped); })}) {
        try {
            read();
            FAIL() << "read to the end";
        } catch (const AppError& error) {
            EXPECT_EQ(error.key(), "sheet.stopped");
        }
    }
    SheetReading watched;
    readSheetBytes(rows, "a.csv", {}, {}, &watched);
    EXPECT_GT(watched.rows(), 4'000);
    EXPECT_GT(watched.share(), 0.5);
}

TEST(SheetFile, takesNoMemoryForMillionsOfBlankLines)
{
    EXPECT_EQ(refusal("a\n" + std::string(2'000'000, '\n') + "b\n"), "sheet.too_many_cells");
}

TEST(SheetFile, digestFollowsTheContent)
{
    EXPECT_EQ(readSheetBytes("a\n1\n", "x").digest, readSheetBytes("a\n1\n", "y").digest);
    EXPECT_NE(readSheetBytes("a\n1\n", "x").digest, readSheetBytes("a\n2\n", "x").digest);
}

TEST(SheetFile, convertsOldFontsThatLostTheirNames)
{
    // As Excel gives them to CSV UTF-8: TCVN3 characters as the Latin letters that share their codes.
    const SheetFile file =
        readSheetBytes("T\u00aan,N\u00a8m\nC\u00abng ty Thi\u00aan \u00a2n,2020\n"
                       "Nguy\u00d4n V\u00a8n \u00a7\u00f8c,2021\nTr\u00c7n Th\u00de H\u00ad\u00acng,2022\n",
                       "cu.csv");
    EXPECT_EQ(file.table.cell(1, 0).text, "Công ty Thiên Ân");
    EXPECT_EQ(file.table.cell(2, 0).text, "Nguyễn Văn Đức");
    EXPECT_EQ(file.table.cell(0, 1).text, "Năm");
    ASSERT_TRUE(has(file, "sheet.font_converted"));
    EXPECT_EQ(file.notices.front().args.at("encoding"), "tcvn3");
}

TEST(SheetFile, leavesUnicodeAlone)
{
    const SheetFile file =
        readSheetBytes("Tên,Ghi chú\nCông ty Thiên Ân,thân thiết\nLa Rochelle,café, crème\n", "moi.csv");
    EXPECT_EQ(file.table.cell(1, 0).text, "Công ty Thiên Ân");
    EXPECT_FALSE(has(file, "sheet.font_converted"));
}

TEST(SheetFile, readsAWorkbookAndSaysThatMacrosAreIgnored)
{
    const TempDirectory folder;
    const auto path = folder.path() / "danh sach.xlsm";
    sheets::SheetWriter writer(path, sheets::SheetFormat::Xlsx, {"Tên"});
    writer.add({"Lan"});
    writer.close();
    const SheetFile file = readSheetFile(path);
    EXPECT_EQ(file.name, "danh sach.xlsm");
    EXPECT_EQ(file.table.cell(1, 0).text, "Lan");
    EXPECT_FALSE(has(file, "sheet.macros_ignored"));
}

} // namespace
} // namespace banhang::client
