#include <QBuffer>
#include <QPdfWriter>

#include <gtest/gtest.h>

#include "client/worklists/list_paper.h"

namespace banhang::client {
namespace {

PaperList rows(int count)
{
    PaperList list;
    list.title = QStringLiteral("Khách phải liên hệ lại");
    list.conditions = QStringLiteral("Người phụ trách: Minh");
    list.made = QStringLiteral("Lê Quang Minh, 22/11/2026 07:40");
    list.columns = {{QStringLiteral("Tên khách"), 220}, {QStringLiteral("Hẹn lại"), 96, true}};
    for (int i = 0; i < count; ++i)
        list.rows.append({QStringLiteral("Công ty TNHH Số %1").arg(i), QStringLiteral("18/11")});
    return list;
}

int pagesOf(int count)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    return paint(rows(count), writer);
}

TEST(ListPaper, anEmptyListIsAPageWithItsTitle)
{
    EXPECT_EQ(pagesOf(0), 1);
}

TEST(ListPaper, aLongListGoesOnAndEachPageHoldsAboutAsManyRows)
{
    const int one = pagesOf(20);
    const int many = pagesOf(1000);
    EXPECT_EQ(one, 1);
    EXPECT_GE(many, 12);
    EXPECT_LE(many, 40);
    EXPECT_NEAR(pagesOf(2000), 2 * many, 1);
}

} // namespace
} // namespace banhang::client
