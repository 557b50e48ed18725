#include "client/core/draft_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using tests::waitUntil;

Draft draft(const QString& key, const QString& text)
{
    return {key, text, QDateTime::currentDateTime(), {{QStringLiteral("text"), text}}};
}

TEST(DraftStore, findsWhatWasKeptAfterARestart)
{
    const QTemporaryDir folder;
    {
        DraftStore store(folder.filePath(QStringLiteral("drafts")));
        EXPECT_TRUE(store.keep(draft(QStringLiteral("customer-new"), QStringLiteral("Đang gõ dở"))));
    }
    const DraftStore again(folder.filePath(QStringLiteral("drafts")));
    const auto found = again.find(QStringLiteral("customer-new"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->content.value(QStringLiteral("text")).toString(), QStringLiteral("Đang gõ dở"));
    EXPECT_EQ(again.all().size(), 1);
}

TEST(DraftStore, showsOnePersonNothingOfAnother)
{
    const QTemporaryDir folder;
    DraftStore store(folder.filePath(QStringLiteral("minh")));
    ASSERT_TRUE(store.keep(draft(QStringLiteral("customer-new"), QStringLiteral("của Minh"))));
    store.moveTo(folder.filePath(QStringLiteral("ha")));
    EXPECT_FALSE(store.find(QStringLiteral("customer-new")));
    EXPECT_TRUE(store.all().isEmpty());
    store.moveTo(folder.filePath(QStringLiteral("minh")));
    EXPECT_TRUE(store.find(QStringLiteral("customer-new")));
}

TEST(DraftStore, isReadableByItsOwnerAlone)
{
    const QTemporaryDir folder;
    DraftStore store(folder.filePath(QStringLiteral("drafts")));
    ASSERT_TRUE(store.keep(draft(QStringLiteral("a/b"), QStringLiteral("x"))));
    const QDir drafts(folder.filePath(QStringLiteral("drafts")));
    const auto files = drafts.entryInfoList(QDir::Files);
    ASSERT_EQ(files.size(), 1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(files[0].permissions() & others);
    EXPECT_FALSE(QFileInfo(drafts.path()).permissions() & (QFile::ExeGroup | QFile::ExeOther));
}

TEST(DraftStore, leavesOutWhatCannotBeRead)
{
    const QTemporaryDir folder;
    QFile broken(folder.filePath(QStringLiteral("x.draft.json")));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("{half");
    broken.close();
    EXPECT_TRUE(DraftStore(folder.path()).all().isEmpty());
}

TEST(DraftKeeper, keepsTheLatestTextAndRemovesItWhenNothingIsLeft)
{
    const QTemporaryDir folder;
    DraftStore store(folder.path());
    QString text = QStringLiteral("một");
    QObject owner;
    DraftKeeper keeper(
        store, QStringLiteral("form"),
        [&]() -> std::optional<Draft> {
            if (text.isEmpty())
                return std::nullopt;
            return draft({}, text);
        },
        &owner);
    keeper.touch();
    text = QStringLiteral("hai");
    EXPECT_TRUE(waitUntil([&] { return store.find(QStringLiteral("form")).has_value(); }));
    EXPECT_EQ(store.find(QStringLiteral("form"))->title, QStringLiteral("hai"));
    text.clear();
    keeper.flush();
    EXPECT_FALSE(store.find(QStringLiteral("form")));
}

} // namespace
} // namespace banhang::client
