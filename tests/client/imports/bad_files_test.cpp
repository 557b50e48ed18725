// Files that cannot or should not be imported, opened on the page: what people read of them in either language.
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "client/core/language.h"
#include "client/core/texts.h"
#include "client/imports/import_page.h"
#include "client/imports/import_texts.h"
#include "client/ui/parts/notice_bar.h"
#include "tests/client/imports/fake_imports.h"
#include "tests/client/support/workplace_at.h"
#include "tests/unit/sheets/zip_file.h"

namespace banhang::client {
namespace {

using test::waitUntil;
using test::ZipEntry;
using test::zipFile;

/// A workbook with one list of two rows, its second cell calculated; `more` lies in the archive beside it.
std::string workbook(const std::vector<ZipEntry>& more = {})
{
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    std::vector<ZipEntry> entries{
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" + relation +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relation +
                                "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" +
                                           relation +
                                           "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet xmlns=\"" + main +
             "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Tên khách hàng</t></is></c></row>"
             "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x\",\"Lan\")</f><v>Lan</v></c></row>"
             "</sheetData></worksheet>"}};
    entries.insert(entries.end(), more.begin(), more.end());
    return zipFile(entries);
}

struct BadFile
{
    const char* what;
    std::string content;
    const char* key; ///< of the refusal
};

std::vector<BadFile> badFiles()
{
    const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    const std::string locked("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    std::string bomb(1000, 'x');
    return {{"cut off", workbook().substr(0, 700), "sheet.damaged"},
            {"broken inside", zipFile({{"[Content_Types].xml", "<a"}}), "sheet.damaged"},
            {"bomb", zipFile({{"[Content_Types].xml", bomb, 0xFFFFFFF0U}}), "sheet.too_large"},
            {"password", compound + locked, "sheet.encrypted"},
            {"old Excel", compound + "Workbook", "sheet.old_xls"},
            {"document of Word", zipFile({{"word/document.xml", "<a/>"}}), "sheet.unknown_format"},
            {"picture", "\x89PNG\r\n\x1a\n....", "sheet.unknown_format"},
            {"nothing", "", "sheet.empty"},
            {"open quotation", "Tên\n\"Lan\nHoa\n", "sheet.not_csv"}};
}

class SpokenFiles : public ::testing::Test
{
protected:
    void TearDown() override { setLanguage(Language::Vietnamese); }

    struct Desk : test::WorkplaceAt<test::FakeImports>
    {
        ImportPage page{workplace};
    };

    QString write(const std::string& content)
    {
        QFile file(folder.filePath(QStringLiteral("danh-sach.xlsm")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content.data(), static_cast<qint64>(content.size()));
        return file.fileName();
    }
    static bool says(const ImportPage& page, const QString& sentence)
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisibleTo(&page) && label->text().contains(sentence); });
    }

    QTemporaryDir folder;
};

TEST_F(SpokenFiles, endInASentenceWhenTheyCannotBeRead)
{
    for (const BadFile& bad : badFiles()) {
        SCOPED_TRACE(bad.what);
        QStringList sentences;
        for (const Language language : {Language::Vietnamese, Language::English}) {
            setLanguage(language);
            Desk desk;
            desk.page.openFile(write(bad.content));
            const auto* notice = desk.page.findChild<NoticeBar*>();
            ASSERT_TRUE(waitUntil([&] { return notice->isVisibleTo(&desk.page); }));
            EXPECT_EQ(desk.page.plan(), nullptr);
            const QString sentence =
                errorText(AppError(ErrorCode::Invalid, bad.key)).section(QLatin1Char('{'), 0, 0).trimmed();
            EXPECT_TRUE(says(desk.page, sentence)) << sentence.toStdString();
            sentences.append(sentence);
        }
        EXPECT_NE(sentences.first(), sentences.last());
    }
}

TEST_F(SpokenFiles, areTooLargeBeforeAnyOfThemIsRead)
{
    const QString path = write("Tên\n");
    ASSERT_TRUE(QFile::resize(path, 65LL * 1024 * 1024)) << "without taking that much of the disk";
    Desk desk;
    desk.page.openFile(path);
    const auto* notice = desk.page.findChild<NoticeBar*>();
    ASSERT_TRUE(waitUntil([&] { return notice->isVisibleTo(&desk.page); }));
    EXPECT_TRUE(says(desk.page, errorText(AppError(ErrorCode::Invalid, "sheet.too_large"))));
}

TEST_F(SpokenFiles, areReadWithoutTheirMacrosAndFormulas)
{
    QStringList notices;
    for (const Language language : {Language::Vietnamese, Language::English}) {
        setLanguage(language);
        Desk desk;
        desk.page.openFile(write(workbook({{"xl/vbaProject.bin", "Sub AutoOpen()"}})));
        ASSERT_TRUE(waitUntil([&] { return desk.page.plan() != nullptr; }));
        EXPECT_EQ(desk.page.plan()->file().table.cell(1, 0).text, "Lan") << "what Excel had calculated";
        const QString macros = sheetNoticeText({"sheet.macros_ignored"});
        const QString formulas = sheetNoticeText({"sheet.formulas", {{"count", "1"}}});
        EXPECT_TRUE(says(desk.page, macros)) << macros.toStdString();
        EXPECT_TRUE(says(desk.page, formulas)) << formulas.toStdString();
        notices.append(macros + formulas);
    }
    EXPECT_NE(notices.first(), notices.last());
}

} // namespace
} // namespace banhang::client
