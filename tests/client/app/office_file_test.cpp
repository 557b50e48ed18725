// The first start: the connection file is found where people put it.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "client/app/office/office_file_finder.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/parts/button.h"
#include "common/connection_file.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct OfficeFileTest : testing::Test
{
    QString write(const QString& name, const QByteArray& text)
    {
        const QString path = stick.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path;
    }
    static QByteArray office()
    {
        const ConnectionFile file{{"192.168.1.10:7443"},
                                  "banhang.server",
                                  "-----BEGIN CERTIFICATE-----\nAAA+/=\n-----END CERTIFICATE-----\n",
                                  "-----BEGIN CERTIFICATE-----\nBBB\n-----END CERTIFICATE-----\n",
                                  "-----BEGIN PRIVATE KEY-----\nCCC\n-----END PRIVATE KEY-----\n"};
        return QByteArray::fromStdString(formatConnectionFile(file));
    }

    QTemporaryDir stick;
};

TEST_F(OfficeFileTest, liesOnTheStickOrInAFolderOfIt)
{
    const QString above = write(QStringLiteral("van-phong.banhang"), office());
    const QString below = write(QStringLiteral("IT/cong-ty.banhang"), office());
    write(QStringLiteral("IT/xa/qua.banhang"), office());
    EXPECT_EQ(officeFilesIn({stick.path()}), (QStringList{above, below})) << "nobody waits until a whole stick is read";
}

TEST_F(OfficeFileTest, isNoneThatCannotBeRead)
{
    write(QStringLiteral("hong.banhang"), "nothing of ours");
    write(QStringLiteral("to.banhang"), QByteArray(1 << 20, 'x'));
    write(QStringLiteral("ghi-chu.txt"), office());
    EXPECT_TRUE(officeFilesIn({stick.path(), QStringLiteral("/no/such/place"), QString()}).isEmpty());
}

TEST_F(OfficeFileTest, isOfferedOnceTheStickIsPluggedIn)
{
    SignInPage page;
    page.show();
    page.focusFirst();
    OfficeFileFinder finder([path = stick.path()] { return QStringList(path); });
    QObject::connect(&finder, &OfficeFileFinder::found, &page, &SignInPage::offerFiles);
    QString chosen;
    QObject::connect(&page, &SignInPage::connectionFileChosen, [&chosen](const QString& path) { chosen = path; });
    const auto offer = [&page]() -> Button* {
        for (auto* button : page.findChildren<Button*>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("van-phong.banhang")))
                return button;
        }
        return nullptr;
    };
    EXPECT_EQ(offer(), nullptr);
    const QString path = write(QStringLiteral("van-phong.banhang"), office());
    ASSERT_TRUE(waitUntil([&] { return offer() != nullptr; }));
    EXPECT_EQ(page.focusWidget(), offer()) << "Enter is all that is left to do";
    EXPECT_EQ(offer()->kind(), ButtonKind::Primary);
    offer()->click();
    EXPECT_EQ(chosen, path);
    page.setServer(QStringLiteral("Bạn Hàng"), QStringLiteral("192.168.1.10:7443"));
    EXPECT_EQ(offer(), nullptr) << "there is an office now";
}

} // namespace
} // namespace banhang::client
