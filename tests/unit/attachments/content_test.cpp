// What the first bytes say, and the programs in documents.
#include "server/attachments/content_rules.h"

#include <gtest/gtest.h>

#include "common/running_digest.h"
#include "server/attachments/file_kind_rules.h"

namespace banhang::server {
namespace {

using namespace std::string_literals;

std::string windowsProgram()
{
    return "MZ\x90\0\3\0\0\0"s + std::string(200, '\0');
}

TEST(Content, programsAreRefusedUnderAnyName)
{
    for (const std::string& content : {windowsProgram(),
                                       "\x7f"
                                       "ELF\2\1\1"s,
                                       "#!/bin/sh\nrm -rf ~\n"s, "\xef\xbb\xbf#!/usr/bin/python3\n"s})
        for (const char* name : {"bao-gia.pdf", "khong_duoi", "a.xyz", "a.txt"})
            EXPECT_EQ(refusalOfContent(name, contentKind(content)), "attachment.is_program") << name;
}

TEST(Content, aWordThatBeginsLikeAProgramIsNone)
{
    EXPECT_EQ(contentKind("MZ: mã zôn của khách hàng là 12, giao trước chín giờ sáng thứ hai tuần sau, gọi trước"),
              ContentKind::Other);
}

TEST(Content, mustBeThatOfTheExtension)
{
    EXPECT_EQ(refusalOfContent("a.pdf", contentKind("%PDF-1.7\n")), "");
    EXPECT_EQ(refusalOfContent("a.pdf", contentKind("PK\3\4...")), "attachment.kind_differs");
    EXPECT_EQ(refusalOfContent("a.docx", contentKind("PK\3\4...")), "");
    EXPECT_EQ(refusalOfContent("a.txt", contentKind("PK\3\4...")), "attachment.kind_differs");
    EXPECT_EQ(refusalOfContent("a.pdf", contentKind("")), "attachment.kind_differs");
}

TEST(Content, whatProgramsWriteUnderOldNamesIsTaken)
{
    EXPECT_EQ(refusalOfContent("cong-no.xls", contentKind("<html><table>")), "");
    EXPECT_EQ(refusalOfContent("anh.jpg", contentKind("\x89PNG\r\n\x1a\n")), "") << "a picture is a picture";
}

TEST(Content, unknownKindsAreTaken)
{
    EXPECT_EQ(refusalOfName("ban-ve.dwg"), "");
    EXPECT_EQ(refusalOfContent("ban-ve.dwg", contentKind("AC1032")), "");
    EXPECT_EQ(contentType("ban-ve.dwg"), "application/octet-stream");
    EXPECT_EQ(contentType("Báo giá.PDF"), "application/pdf");
}

TEST(Content, whatWindowsRunsIsRefusedByName)
{
    for (const char* name : {"a.exe", "a.BAT", "bao-gia.pdf.scr", "a.vbs", "a.js", "a.lnk", "a.ps1", "a.iso", "a.sh"})
        EXPECT_EQ(refusalOfName(name), "attachment.kind_refused") << name;
}

TEST(Content, macrosAreFoundAcrossPieces)
{
    const std::string document = std::string(1000, 'x') + "word/vbaProject.bin" + std::string(1000, 'y');
    for (std::size_t size = 1; size < 40; ++size) {
        MacroWatch watch;
        for (std::size_t at = 0; at < document.size(); at += size)
            watch.see(std::string_view(document).substr(at, size));
        EXPECT_TRUE(watch.hasMacros()) << size;
    }
    MacroWatch plain;
    plain.see(std::string(5000, 'x'));
    EXPECT_FALSE(plain.hasMacros());
}

TEST(Content, macrosOfOldDocumentsAreFound)
{
    MacroWatch watch;
    watch.see("...."s + "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"s);
    EXPECT_TRUE(watch.hasMacros());
    EXPECT_TRUE(isMacroName("a.xlsm"));
    EXPECT_FALSE(isMacroName("a.xlsx"));
}

TEST(RunningDigest, isThatOfTheWhole)
{
    RunningDigest digest;
    digest.add("a");
    digest.add("bc");
    EXPECT_EQ(digest.finish().substr(0, 4), "\xba\x78\x16\xbf");
}

} // namespace
} // namespace banhang::server
