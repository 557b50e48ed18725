// Names that every system stores, and what becomes of the others.
#include "common/file_name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang {
namespace {

TEST(FileName, keepsWhatPeopleWrite)
{
    for (const char* name : {"Báo giá 2026 (lần 2).pdf", "hợp-đồng.tar.gz", "khong_duoi", "a.b", ".gitignore.txt"})
        EXPECT_EQ(isSafeFileName(name), std::string_view(name).front() != '.') << name;
}

TEST(FileName, takesFoldersAndSignsOfWindowsOut)
{
    EXPECT_EQ(safeFileName("..\\..\\Windows\\x.pdf"), "_.._Windows_x.pdf");
    EXPECT_EQ(safeFileName("/etc/passwd"), "_etc_passwd");
    EXPECT_EQ(safeFileName("a<b>:c?.pdf"), "a_b__c_.pdf");
    EXPECT_EQ(safeFileName(std::string("a\0b.pdf", 7)), "a_b.pdf");
}

TEST(FileName, showsAnExtensionThatHidesBehindTheDirectionOfWriting)
{
    const std::string turned = "bao-gia\xE2\x80\xAE"
                               "fdp.exe";
    EXPECT_FALSE(isSafeFileName(turned));
    EXPECT_EQ(safeFileName(turned), "bao-gia_fdp.exe");
}

TEST(FileName, namesNoDevice)
{
    EXPECT_EQ(safeFileName("CON.pdf"), "_CON.pdf");
    EXPECT_EQ(safeFileName("lpt1"), "_lpt1");
    EXPECT_TRUE(isSafeFileName("context.pdf"));
}

TEST(FileName, shortensBeforeTheExtension)
{
    std::string longName;
    for (int i = 0; i < 300; ++i)
        longName += "ệ";
    const std::string safe = safeFileName(longName + ".pdf");
    EXPECT_TRUE(safe.ends_with("ệ.pdf"));
    EXPECT_LE(safe.size(), 240U);
}

TEST(FileName, dotsAndSpacesAtTheEndsGo)
{
    EXPECT_EQ(safeFileName("a.exe."), "a.exe");
    EXPECT_EQ(safeFileName("  a.pdf "), "a.pdf");
    EXPECT_EQ(safeFileName("..."), "_");
    EXPECT_EQ(safeFileName(""), "_");
}

RC_GTEST_PROP(FileName, isSafeOnceItWasMadeSafe, (const std::string& name))
{
    const std::string safe = safeFileName(name);
    RC_ASSERT(isSafeFileName(safe));
    RC_ASSERT(safeFileName(safe) == safe);
}

TEST(FileName, extensionIsSmallAndBehindTheLastDot)
{
    EXPECT_EQ(fileExtension("Bao.Gia.PDF"), "pdf");
    EXPECT_EQ(fileExtension("khong"), "");
}

} // namespace
} // namespace banhang
