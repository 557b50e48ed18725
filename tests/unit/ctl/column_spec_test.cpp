#include "client/ctl/column_spec.h"

#include <gtest/gtest.h>

#include "client/ctl/exit_code.h"
#include "client/sheets/text_reader.h"

namespace banhang::client {
namespace {

ColumnMap mapOf(const std::string& csv)
{
    const SheetTable table = readTextSheet(csv).table;
    return {table, guessHeaderRow(table)};
}

std::string refusalOf(const std::string& spec, ColumnMap map)
{
    try {
        applyColumnSpec(spec, map);
    } catch (const UsageError& error) {
        return error.what();
    }
    return {};
}

TEST(ColumnSpec, namesColumnsByTitle)
{
    ColumnMap map = mapOf("Tên,Số máy,2\nLan,0912555204,x\n");
    applyColumnSpec("name=ten, phones=Số máy,note=2", map);
    EXPECT_EQ(map.describe(), "name=Tên, phones=Số máy, note=2");
    EXPECT_EQ(refusalOf("name=1", map), "--map: no column \"1\"; there are Tên, Số máy, 2");
}

TEST(ColumnSpec, namesColumnsWithoutTitlesByNumber)
{
    ColumnMap map = mapOf("Nguyễn Văn An,0912555204\nTrần Thị Bé,0913555205\n");
    applyColumnSpec("name=1,phones=2", map);
    EXPECT_EQ(map.field(0), "name");
    EXPECT_EQ(map.field(1), "phones");
    for (const char* spec : {"name=Tên", "name=0", "name=3", "name=1x", "name="})
        EXPECT_NE(refusalOf(spec, map).find("the file has no line of titles: name columns by number, 1 to 2"),
                  std::string::npos)
            << spec;
}

} // namespace
} // namespace banhang::client
