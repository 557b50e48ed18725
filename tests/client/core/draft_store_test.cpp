#include "client/core/draft_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::waitUntil;

const DraftSeal kMinh(QByteArray(32, 'm'), "machine");
const DraftSeal kHa(QByteArray(32, 'h'), "machine");

Draft draft(const QString& key, const QString& text)
{
    return {key, text, QDateTime::currentDateTime(), {{QStringLiteral("text"), text}}};
}

/// A store as after a sign-in.
std::unique_ptr<DraftStore> openStore(const QString& folder, const DraftSeal& seal)
{
    auto store = std::make_unique<DraftStore>();
    QSignalSpy opened(store.get(), &DraftStore::opened);
    store->open(folder, seal);
    EXPECT_TRUE(waitUntil([&] { return opened.count() == 1; }));
    return store;
}

QByteArray contentOf(const QString& folder)
{
    QByteArray all;
    for (const auto& info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        all += info.fileName().toUtf8() + file.readAll();
    }
    return all;
}

TEST(DraftSeal, opensWhatItClosedAndNothingElse)
{
    const QByteArray text = QByteArrayLiteral("Ch\xe1\xbb\x8b Lan \xc4\x91\xe1\xbb\x93ng \xc3\xbd");
    const QByteArray sealed = kMinh.close(text, QStringLiteral("a"));
    EXPECT_EQ(kMinh.open(sealed, QStringLiteral("a")), text);
    EXPECT_EQ(DraftSeal(QByteArray(32, 'm'), "machine").open(sealed, QStringLiteral("a")), text);
    EXPECT_FALSE(kMinh.open(sealed, QStringLiteral("b"))) << "the name is bound to the text";
    EXPECT_FALSE(kHa.open(sealed, QStringLiteral("a"))) << "another person";
    EXPECT_FALSE(DraftSeal(QByteArray(32, 'm'), "other").open(sealed, QStringLiteral("a"))) << "another machine";
}

TEST(DraftSeal, refusesWhatWasAlteredOrCutShort)
{
    const QByteArray sealed = kMinh.close("text", QStringLiteral("a"));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray altered = sealed;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        EXPECT_FALSE(kMinh.open(altered, QStringLiteral("a"))) << i;
        EXPECT_FALSE(kMinh.open(sealed.left(i), QStringLiteral("a"))) << i;
    }
}

TEST(DraftSeal, neverClosesTwiceAlike)
{
    EXPECT_NE(kMinh.close("text", QStringLiteral("a")), kMinh.close("text", QStringLiteral("a")));
}

TEST(DraftStore, findsWhatWasKeptAfterARestart)
{
    const QTemporaryDir folder;
    const QString drafts = folder.filePath(QStringLiteral("drafts"));
    openStore(drafts, kMinh)->keep(draft(QStringLiteral("customer-new"), QStringLiteral("Đang gõ dở")));
    const auto again = openStore(drafts, kMinh);
    const Draft found = again->find(QStringLiteral("customer-new")).value_or(Draft());
    EXPECT_EQ(found.content.value(QStringLiteral("text")).toString(), QStringLiteral("Đang gõ dở"));
    EXPECT_EQ(again->all().size(), 1);
}

TEST(DraftStore, findsItAfterSigningOutAndInAgain)
{
    const QTemporaryDir folder;
    const auto store = openStore(folder.path(), kMinh);
    store->keep(draft(QStringLiteral("customer-new"), QStringLiteral("x")));
    store->close();
    EXPECT_TRUE(store->all().isEmpty());
    QSignalSpy opened(store.get(), &DraftStore::opened);
    store->open(folder.path(), kMinh);
    ASSERT_TRUE(waitUntil([&] { return opened.count() == 1; }));
    EXPECT_EQ(store->all().size(), 1);
}

TEST(DraftStore, tellsWhenItIsOnTheDisk)
{
    const QTemporaryDir folder;
    const auto store = openStore(folder.path(), kMinh);
    QSignalSpy kept(store.get(), &DraftStore::kept);
    store->keep(draft(QStringLiteral("a"), QStringLiteral("x")));
    EXPECT_TRUE(store->find(QStringLiteral("a"))) << "at once, in memory";
    ASSERT_TRUE(waitUntil([&] { return kept.count() == 1; }));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST(DraftStore, tellsWhenItCannotBeKept)
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(QStringLiteral("drafts")));
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    const auto store = openStore(inTheWay.fileName(), kMinh);
    QSignalSpy failed(store.get(), &DraftStore::failed);
    store->keep(draft(QStringLiteral("a"), QStringLiteral("x")));
    EXPECT_TRUE(waitUntil([&] { return failed.count() == 1; }));
    EXPECT_TRUE(store->find(QStringLiteral("a"))) << "as long as the program runs";
}

TEST(DraftStore, showsOnePersonNothingOfAnother)
{
    const QTemporaryDir folder;
    const auto store = openStore(folder.path(), kMinh);
    store->keep(draft(QStringLiteral("customer-new"), QStringLiteral("của Minh")));
    QSignalSpy opened(store.get(), &DraftStore::opened);
    store->open(folder.path(), kHa); // though it is the same folder
    EXPECT_FALSE(store->find(QStringLiteral("customer-new")));
    ASSERT_TRUE(waitUntil([&] { return opened.count() == 1; }));
    EXPECT_TRUE(store->all().isEmpty());
    store->open(folder.path(), kMinh);
    ASSERT_TRUE(waitUntil([&] { return opened.count() == 2; }));
    EXPECT_TRUE(store->find(QStringLiteral("customer-new")));
}

TEST(DraftStore, keepsNothingForNobody)
{
    DraftStore store;
    QSignalSpy failed(&store, &DraftStore::failed);
    store.keep(draft(QStringLiteral("a"), QStringLiteral("x")));
    EXPECT_EQ(failed.count(), 1);
    EXPECT_TRUE(store.all().isEmpty());
}

TEST(DraftStore, neitherNameNorTextCanBeReadOnTheDisk)
{
    const QTemporaryDir folder;
    openStore(folder.path(), kMinh)
        ->keep(draft(QStringLiteral("customer-4125478"), QStringLiteral("Thien An 0389333999")));
    const auto content = contentOf(folder.path());
    EXPECT_FALSE(content.isEmpty());
    // Long enough not to stand there by chance.
    for (const char* secret : {"4125478", "Thien", "0389333", "customer", "title"})
        EXPECT_FALSE(content.contains(secret)) << secret;
}

TEST(DraftStore, isReadableByItsOwnerAlone)
{
    const QTemporaryDir folder;
    const QDir drafts(folder.filePath(QStringLiteral("drafts")));
    openStore(drafts.path(), kMinh)->keep(draft(QStringLiteral("a/b"), QStringLiteral("x")));
    const auto files = drafts.entryInfoList(QDir::Files);
    ASSERT_EQ(files.size(), 1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(files[0].permissions() & others);
    EXPECT_FALSE(QFileInfo(drafts.path()).permissions() & (QFile::ExeGroup | QFile::ExeOther));
}

TEST(DraftStore, leavesAloneWhatItCannotOpen)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.draft"));
    QFile broken(path);
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("BHD1half");
    broken.close();
    EXPECT_TRUE(openStore(folder.path(), kMinh)->all().isEmpty());
    EXPECT_TRUE(QFile::exists(path));
}

TEST(DraftAutosaver, keepsTheLatestTextAndRemovesItWhenNothingIsLeft)
{
    const QTemporaryDir folder;
    const auto store = openStore(folder.path(), kMinh);
    QString text = QStringLiteral("một");
    QObject owner;
    DraftAutosaver keeper(
        *store, QStringLiteral("form"),
        [&]() -> std::optional<Draft> {
            if (text.isEmpty())
                return std::nullopt;
            return draft({}, text);
        },
        &owner);
    keeper.touch();
    text = QStringLiteral("hai");
    EXPECT_TRUE(waitUntil([&] { return store->find(QStringLiteral("form")).has_value(); }));
    EXPECT_EQ(store->find(QStringLiteral("form")).value_or(Draft()).title, QStringLiteral("hai"));
    text.clear();
    keeper.flush();
    EXPECT_FALSE(store->find(QStringLiteral("form")));
}

TEST(DraftAutosaver, letsGoOfWhatIsDiscardedElsewhere)
{
    const QTemporaryDir folder;
    const auto store = openStore(folder.path(), kMinh);
    QObject owner;
    DraftAutosaver keeper(
        *store, QStringLiteral("form"), [] { return std::optional(draft({}, QStringLiteral("x"))); }, &owner);
    QSignalSpy discarded(&keeper, &DraftAutosaver::discarded);
    keeper.flush();
    keeper.touch();
    store->discard(QStringLiteral("another"));
    EXPECT_EQ(discarded.count(), 0);
    store->discard(QStringLiteral("form"));
    EXPECT_EQ(discarded.count(), 1);
    EXPECT_TRUE(store->all().isEmpty());
}

} // namespace
} // namespace banhang::client
