#include "client/imports/import_page.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "client/core/change_feed.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/picklist_cache.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "tests/client/imports/fake_imports.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using tests::FakeImports;
using tests::waitUntil;

class ImportPageTest : public testing::Test
{
protected:
    /// A list of 100 people, the seventh without a name.
    QString writeList()
    {
        QFile file(folder.filePath(QStringLiteral("danh-sach.csv")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("Tên khách hàng,Điện thoại\n");
        for (int i = 1; i <= 100; ++i)
            file.write(QStringLiteral("%1,09125550%2\n")
                           .arg(i == 7 ? QString() : QStringLiteral("Khách %1").arg(i))
                           .arg(i, 2, 10, QLatin1Char('0'))
                           .toUtf8());
        return file.fileName();
    }
    void openAndTry()
    {
        page.openFile(writeList());
        ASSERT_TRUE(waitUntil([&] { return page.plan() != nullptr && page.plan()->isChecked(); }));
        ASSERT_TRUE(waitUntil([&] { return page.run()->work() == ImportRun::Work::None; }));
    }
    Button* button(const QString& text)
    {
        for (auto* found : page.findChildren<Button*>())
            if (found->text().contains(text))
                return found;
        return nullptr;
    }

    QTemporaryDir folder;
    FakeImports server;
    RpcClient rpc{server.channel(), QString()};
    Session session;
    DirectoryCache directory{rpc};
    PicklistCache picklists{rpc};
    ChangeFeed feed{rpc};
    DraftStore drafts;
    Presence presence{rpc, feed};
    Workplace workplace{rpc, session, directory, picklists, feed, drafts, presence};
    ImportPage page{workplace};
};

TEST_F(ImportPageTest, triesAListOutAndSaysHowManyRowsAreReady)
{
    page.resize(1280, 700);
    page.show();
    openAndTry();
    EXPECT_EQ(page.plan()->rowCount(), 100);
    EXPECT_EQ(page.plan()->readyCount(), 99);
    EXPECT_EQ(page.plan()->countOf(RowAction::Fill), 10);
    EXPECT_EQ(server.saveCalls(), 0);
    ASSERT_NE(button(QStringLiteral("Nhập 99 dòng")), nullptr);
}

TEST_F(ImportPageTest, importsEachRowOnceWhenAnswersGetLost)
{
    openAndTry();
    QSignalSpy done(&page, &ImportPage::imported);
    server.loseAnswers(1);
    button(QStringLiteral("Nhập 99 dòng"))->click();
    ASSERT_TRUE(waitUntil([&] { return done.count() == 1; }));
    EXPECT_EQ(server.savedRows(), 99);
    EXPECT_EQ(page.plan()->tally().created, 89);
    EXPECT_EQ(page.plan()->tally().filled, 10);
    EXPECT_EQ(page.plan()->tally().skipped, 1);
}

TEST_F(ImportPageTest, takesAnImportBack)
{
    openAndTry();
    QSignalSpy done(&page, &ImportPage::imported);
    button(QStringLiteral("Nhập 99 dòng"))->click();
    ASSERT_TRUE(waitUntil([&] { return done.count() == 1; }));
    button(QStringLiteral("Hoàn tác lần nhập"))->click();
    ASSERT_TRUE(waitUntil([&] { return done.count() == 2; }));
    EXPECT_EQ(server.undoneRows(), 99);
    EXPECT_EQ(page.plan(), nullptr) << "ready for another file";
}

TEST_F(ImportPageTest, saysWhyAFileCannotBeRead)
{
    page.openFile(folder.filePath(QStringLiteral("khong-co.xlsx")));
    const auto* notice = page.findChild<NoticeBar*>();
    ASSERT_NE(notice, nullptr);
    EXPECT_TRUE(waitUntil([&] { return notice->isVisibleTo(&page); }));
    EXPECT_EQ(page.plan(), nullptr);
}

} // namespace
} // namespace banhang::client
