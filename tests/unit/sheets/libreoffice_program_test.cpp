// The LibreOffice of this machine opens what we export, and what it writes we read cell by cell.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "client/sheets/sheet_file.h"
#include "common/platform/process.h"
#include "tests/support/temp_directory.h"
#include "tests/unit/sheets/office_export.h"
#include "tests/unit/vn/text_gen.h"

namespace banhang::client {
namespace {

using test::cellsOf;

/// Converts in a profile of its own: two of them may run at a time, and nobody's settings change.
void convert(const std::filesystem::path& folder, const std::string& file, const std::string& format)
{
    platform::Command command;
    command.arguments = {BANHANG_SOFFICE,
                         "-env:UserInstallation=file://" + (folder / "profile").string(),
                         "--headless",
                         "--convert-to",
                         format,
                         "--outdir",
                         (folder / "out").string(),
                         (folder / file).string()};
    command.environment = {{"HOME", folder.string()}};
    const platform::Finished done = platform::run(command);
    if (done.exitCode != 0)
        throw std::runtime_error("soffice: " + done.errors);
}

constexpr const char* kXlsx = "xlsx:Calc MS Excel 2007 XML";

TEST(LibreOfficeProgram, givesBackAnExportCellByCell)
{
    const test::TempDirectory folder;
    test::writeExport(folder.path() / "export.xlsx");
    convert(folder.path(), "export.xlsx", "ods");
    EXPECT_EQ(cellsOf(readSheetFile(folder.path() / "out" / "export.ods").table), test::exportCells());
    convert(folder.path(), "export.xlsx", kXlsx);
    EXPECT_EQ(cellsOf(readSheetFile(folder.path() / "out" / "export.xlsx").table), test::exportCells());
}

/// A cell with what XML and spreadsheets have their own ideas about: marks, blanks, what looks like a number.
std::string anyCell()
{
    const std::string word = *rc::gen::resize(12, vn::test::textGen());
    const std::string digits = std::to_string(*rc::gen::inRange<long long>(0, 99'999'999'999));
    return *rc::gen::elementOf(
        std::vector<std::string>{word, "0" + digits, digits + "E3", "=" + word, " " + word, word + "\n" + digits, ""});
}

TEST(LibreOfficeProgram, writesWhatTheImportReads)
{
    const test::TempDirectory folder;
    std::vector<std::vector<std::string>> wanted;
    rc::check("rows of any cells", [&] {
        auto& row = wanted.emplace_back();
        for (int column = 0; column < 6; ++column)
            row.push_back(anyCell());
        row.emplace_back("kết");
    });
    {
        sheets::SheetWriter writer(folder.path() / "any.xlsx", sheets::SheetFormat::Xlsx,
                                   {"a", "b", "c", "d", "e", "f", "g"});
        for (const auto& row : wanted)
            writer.add({row.begin(), row.end()});
        writer.close();
    }
    const auto sent = cellsOf(readSheetFile(folder.path() / "any.xlsx").table);
    ASSERT_EQ(sent.size(), wanted.size() + 1);
    convert(folder.path(), "any.xlsx", "ods");
    EXPECT_EQ(cellsOf(readSheetFile(folder.path() / "out" / "any.ods").table), sent);
    convert(folder.path(), "any.xlsx", kXlsx);
    EXPECT_EQ(cellsOf(readSheetFile(folder.path() / "out" / "any.xlsx").table), sent);
}

} // namespace
} // namespace banhang::client
