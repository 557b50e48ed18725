#include <gtest/gtest.h>

#include "client/sheets/archive_check.h"
#include "common/error.h"
#include "tests/unit/sheets/zip_file.h"

namespace banhang::client {
namespace {

using test::ZipEntry;
using test::zipFile;

std::string refusal(std::string_view bytes, const ArchiveLimits& limits = {})
{
    try {
        checkedArchive(bytes, limits);
    } catch (const AppError& error) {
        return error.key();
    }
    return "";
}

TEST(ArchiveCheck, namesTheEntriesOfAGoodArchive)
{
    EXPECT_EQ(checkedArchive(zipFile({{"a.xml", "<a/>"}, {"b/c.xml", "<c/>"}})),
              (std::vector<std::string>{"a.xml", "b/c.xml"}));
}

TEST(ArchiveCheck, refusesABombByWhatItsDirectorySays)
{
    EXPECT_EQ(refusal(zipFile({{"a.xml", "x", 600U * 1024 * 1024}})), "sheet.too_large");
    EXPECT_EQ(refusal(zipFile({{"a.xml", std::string(1000, 'x'), 200U * 1024 * 1024}})), "sheet.too_large")
        << "two hundred thousand times is no sheet";
    EXPECT_EQ(refusal(zipFile({{"a.xml", "x", 0xFFFFFFFFU}})), "sheet.too_large");
    ArchiveLimits limits;
    limits.total = 100;
    EXPECT_EQ(refusal(zipFile({{"a", std::string(60, 'x')}, {"b", std::string(60, 'x')}}), limits), "sheet.too_large");
    limits.entries = 1;
    EXPECT_EQ(refusal(zipFile({{"a", "x"}, {"b", "x"}}), limits), "sheet.too_large");
}

TEST(ArchiveCheck, tellsEncryptedEntries)
{
    EXPECT_EQ(refusal(zipFile({{"content.xml", "x", 0, true}})), "sheet.encrypted");
}

TEST(ArchiveCheck, refusesWhatIsCutOffAnywhere)
{
    const std::string whole = zipFile({{"a.xml", "<a/>"}, {"b.xml", "<b/>"}});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_EQ(refusal(std::string_view(whole).substr(0, size)), "sheet.damaged") << size;
}

TEST(ArchiveCheck, refusesADirectoryThatPointsNowhere)
{
    std::string bytes = zipFile({{"a.xml", "<a/>"}});
    bytes[bytes.size() - 6] = '\x7F';
    EXPECT_EQ(refusal(bytes), "sheet.damaged");
}

} // namespace
} // namespace banhang::client
