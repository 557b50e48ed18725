#include <sys/resource.h>

#include <QImage>
#include <QMimeData>
#include <QTest>

#include <csignal>

#include <gtest/gtest.h>

#include "client/attachments/files_part.h"
#include "tests/client/attachments/files_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// As the server turns away what it has no room for.
AppError busy()
{
    return AppError(ErrorCode::Throttled, "server.busy", {{"retry_ms", "500"}});
}

/// No file of this process grows beyond so many bytes, as on a disk that is full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes) : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    void (*m_signal)(int);
    rlimit m_before{};
};

TEST_F(FilesTest, severalAreAddedAtOnceAndListed)
{
    openCustomer(7);
    const QByteArray large(700'000, 'x');
    pane()->add({write("a.txt", "một"), write("b.txt", large), write("c.txt", "")});
    ASSERT_TRUE(waitUntil([&] {
        return files.all().size() == 3 && pane()->model()->storedCount() == 3 &&
               pane()->model()->uploads().count() == 0;
    }));
    for (const auto& attachment : files.all()) {
        EXPECT_EQ(attachment.customer_id(), 7);
        if (attachment.name() == "b.txt") {
            EXPECT_EQ(files.content(attachment.id()), large.toStdString());
        }
    }
}

TEST_F(FilesTest, oneThatTheCableCutOffGoesOnWhereItWasCut)
{
    openCustomer(7);
    QByteArray content;
    for (int i = 0; content.size() < 900'000; ++i)
        content += QByteArray::number(i);
    beginAndCutOff(write("a.txt", content));
    pane()->model()->uploads().resume();
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1; }));
    EXPECT_EQ(files.content(1), content.toStdString());
    const auto ids = files.requestIds();
    ASSERT_EQ(ids.size(), 2U);
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_EQ(files.uploadOffsets(), (std::vector<std::int64_t>{0, 256L * 1024}));
}

TEST_F(FilesTest, oneThatABusyServerTurnsAwayIsSentAgainByItself)
{
    openCustomer(7);
    server.failNext("UploadAttachment", busy());
    pane()->add({write("a.txt", "một")});
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1 && pane()->model()->uploads().count() == 0; }));
    EXPECT_EQ(pane()->findChild<NoticeBar*>(), nullptr) << "nothing of it is told";
}

TEST_F(FilesTest, oneThatIsGivenUpLeavesNothingBehind)
{
    openCustomer(7);
    beginAndCutOff(write("a.txt", QByteArray(900'000, 'x')));
    EXPECT_FALSE(files.unfinished(files.requestIds().front()).empty());
    pane()->model()->uploads().cancel(pane()->model()->uploads().at(0).id);
    EXPECT_TRUE(waitUntil([&] { return files.unfinished(files.requestIds().front()).empty(); }));
    EXPECT_EQ(pane()->model()->rowCount(), 0);
}

TEST_F(FilesTest, aFileThatChangedSinceItWasCutOffIsSentAnew)
{
    openCustomer(7);
    const QString path = write("a.txt", QByteArray(900'000, 'x'));
    beginAndCutOff(path);
    write("a.txt", "khác");
    server.failNext("UploadAttachment", AppError(ErrorCode::Invalid, "call.request_id_reused"));
    pane()->model()->uploads().resume();
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1; }));
    EXPECT_EQ(files.content(1), "khác");
    const auto ids = files.requestIds();
    ASSERT_EQ(ids.size(), 2U);
    EXPECT_NE(ids[0], ids[1]);
    EXPECT_EQ(files.uploadOffsets().back(), 0);
    EXPECT_TRUE(waitUntil([&] { return files.unfinished(ids[0]).empty(); }));
}

TEST_F(FilesTest, whatTheServerRefusesIsToldAndCanBeTakenAway)
{
    openCustomer(7);
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    *detail.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "name", "attachment.kind_refused", {{"extension", "exe"}});
    server.failNext("UploadAttachment", AppError(ErrorCode::Invalid, detail));
    pane()->add({write("a.exe", "MZ")});
    ASSERT_TRUE(waitUntil([&] {
        return pane()->model()->uploads().count() == 1 &&
               pane()->model()->uploads().at(0).state == Upload::State::Refused;
    }));
    EXPECT_TRUE(noticed().contains(QStringLiteral(".exe"))) << noticed().toStdString();
    pane()->model()->uploads().cancel(pane()->model()->uploads().at(0).id);
    EXPECT_EQ(pane()->model()->rowCount(), 0);
}

TEST_F(FilesTest, aFileThatIsTooLargeIsNotEvenSent)
{
    files.setMostBytes(10);
    openCustomer(7);
    pane()->add({write("a.txt", QByteArray(11, 'x'))});
    EXPECT_EQ(pane()->model()->uploads().count(), 0);
    EXPECT_TRUE(noticed().contains(QStringLiteral("a.txt"))) << noticed().toStdString();
}

TEST_F(FilesTest, aPictureOfTheScreenIsPasted)
{
    openCustomer(7);
    QMimeData data;
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    data.setImageData(image);
    EXPECT_TRUE(pane()->take(&data));
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1; }));
    EXPECT_TRUE(QString::fromStdString(files.all().front().name()).endsWith(QStringLiteral(".png")));
    EXPECT_TRUE(files.content(1).starts_with("\x89PNG"));
}

TEST_F(FilesTest, isOpenedAsACopyAndAnsweredFromItTheSecondTime)
{
    const std::string content(300'000, 'y');
    files.put(ofCustomer("báo giá.txt", content), content);
    openCustomer(7);
    files.cutNextDownload(100'000);
    auto* table = pane()->findChild<DataTable*>();
    table->setCurrentIndex(pane()->model()->index(0, 0));
    emit table->rowActivated(pane()->model()->index(0, 0));
    ASSERT_TRUE(waitUntil([&] { return paths.size() == 1; }));
    EXPECT_TRUE(paths.front().endsWith(QStringLiteral("báo giá.txt")));
    QFile file(paths.front());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().toStdString(), content);
    EXPECT_EQ(files.offsets(), (std::vector<std::int64_t>{0, 100'000})) << "it goes on where it was cut off";
    emit table->rowActivated(pane()->model()->index(0, 0));
    EXPECT_EQ(paths.size(), 2);
    EXPECT_EQ(files.offsets().size(), 2U);
}

TEST_F(FilesTest, aDocumentWithProgramsIsOpenedOnlyWhenAskedTwice)
{
    auto document = ofCustomer("tính.xlsm", "PK");
    document.set_has_macros(true);
    files.put(document, "PK");
    openCustomer(7);
    emit pane()->findChild<DataTable*>()->rowActivated(pane()->model()->index(0, 0));
    EXPECT_TRUE(noticed().contains(QStringLiteral("tính.xlsm"))) << noticed().toStdString();
    EXPECT_TRUE(files.offsets().empty());
}

TEST_F(FilesTest, isOpenedAlsoWhenTheServerWasBusyAtFirst)
{
    files.put(ofCustomer("a.txt", "a"), "a");
    openCustomer(7);
    server.failNext("DownloadAttachment", busy());
    emit pane()->findChild<DataTable*>()->rowActivated(pane()->model()->index(0, 0));
    ASSERT_TRUE(waitUntil([&] { return paths.size() == 1; }));
}

TEST_F(FilesTest, theWarningOpensTheDocumentThatItNames)
{
    auto document = ofCustomer("tính.xlsm", "PK");
    document.set_has_macros(true);
    files.put(document, "PK");
    openCustomer(7);
    emit pane()->findChild<DataTable*>()->rowActivated(pane()->model()->index(0, 0));
    files.put(ofCustomer("mới.txt", "m"), "m");
    pane()->model()->reload();
    ASSERT_TRUE(waitUntil([&] { return nameAt(0) == QStringLiteral("mới.txt"); }));
    button(pane(), FilesPane::tr("Open anyway"))->click();
    ASSERT_TRUE(waitUntil([&] { return paths.size() == 1; }));
    EXPECT_TRUE(paths.front().endsWith(QStringLiteral("tính.xlsm"))) << paths.front().toStdString();
}

TEST_F(FilesTest, theWarningOpensNothingWhenItsDocumentHasGone)
{
    files.put(ofCustomer("a.txt", "a"), "a");
    auto document = ofCustomer("tính.xlsm", "PK");
    document.set_has_macros(true);
    const auto id = files.put(document, "PK");
    openCustomer(7);
    emit pane()->findChild<DataTable*>()->rowActivated(pane()->model()->index(0, 0));
    files.bin(id);
    pane()->model()->reload();
    ASSERT_TRUE(waitUntil([&] { return nameAt(0) == QStringLiteral("a.txt"); }));
    button(pane(), FilesPane::tr("Open anyway"))->click();
    EXPECT_EQ(pane()->findChild<FileDownload*>(), nullptr);
    EXPECT_FALSE(pane()->findChild<NoticeBar*>()->isVisible());
}

TEST_F(FilesTest, theMenuMeansTheFileThatItWasOpenedOn)
{
    const auto chosen = files.put(ofCustomer("a.txt", "a"), "a");
    openCustomer(7);
    const auto* menu = menuAt(pane(), 0);
    ASSERT_NE(menu, nullptr);
    files.put(ofCustomer("mới.txt", "m"), "m");
    pane()->model()->reload();
    ASSERT_TRUE(waitUntil([&] { return nameAt(0) == QStringLiteral("mới.txt"); }));
    choose(menu, FilesPane::tr("Move to bin"));
    ASSERT_TRUE(waitUntil([&] { return pane()->model()->storedCount() == 1; }));
    EXPECT_EQ(nameAt(0), QStringLiteral("mới.txt"));
    EXPECT_TRUE(files.all().front().has_delete_time());
    EXPECT_EQ(files.all().front().id(), chosen);
}

TEST_F(FilesTest, oneInTheBinComesBackByUndo)
{
    files.put(ofCustomer("a.txt", "a"), "a");
    openCustomer(7);
    std::function<void()> undo;
    QObject::connect(pane(), &FilesPane::undoOffered, pane(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    emit window->findChild<FilesPart*>()->tabRequested();
    auto* table = pane()->findChild<DataTable*>();
    table->setCurrentIndex(pane()->model()->index(0, 0));
    table->setFocus();
    ASSERT_TRUE(waitUntil([&] { return table->hasFocus(); }));
    QTest::keyClick(table, Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return pane()->model()->storedCount() == 0 && undo; }));
    undo();
    ASSERT_TRUE(waitUntil([&] { return pane()->model()->storedCount() == 1; }));
}

TEST_F(FilesTest, oneInTheBinComesBackThoughItsPaneHasBeenClosed)
{
    const auto id = files.put(ofCustomer("a.txt", "a"), "a");
    openCustomer(7);
    auto api = std::make_unique<AttachmentsApi>(window->client()->workplace().rpc);
    auto other = std::make_unique<FilesPane>(window->client()->workplace(), *api, window->client()->uploads());
    std::function<void()> undo;
    QObject::connect(other.get(), &FilesPane::undoOffered, other.get(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    other->showCustomer(server.stored(7));
    ASSERT_TRUE(waitUntil([&] { return other->model()->storedCount() == 1; }));
    choose(menuAt(other.get(), 0), FilesPane::tr("Move to bin"));
    ASSERT_TRUE(waitUntil([&] { return undo != nullptr; }));
    EXPECT_TRUE(files.all().front().has_delete_time());
    other.reset();
    api.reset();
    undo();
    EXPECT_TRUE(waitUntil([&] { return !files.all().front().has_delete_time(); })) << id;
}

TEST_F(FilesTest, theWindowTellsThatOneDidNotComeBackAfterItsPaneHasBeenClosed)
{
    files.put(ofCustomer("a.txt", "a"), "a");
    openCustomer(7);
    AttachmentsApi api(window->client()->workplace().rpc);
    auto other = std::make_unique<FilesPane>(window->client()->workplace(), api, window->client()->uploads());
    std::function<void()> undo;
    QObject::connect(other.get(), &FilesPane::undoOffered, other.get(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    other->showCustomer(server.stored(7));
    ASSERT_TRUE(waitUntil([&] { return other->model()->storedCount() == 1; }));
    choose(menuAt(other.get(), 0), FilesPane::tr("Move to bin"));
    ASSERT_TRUE(waitUntil([&] { return undo != nullptr; }));
    other.reset();
    server.failNext("UndeleteAttachment", AppError(ErrorCode::Denied, "call.denied"));
    undo();
    const auto* bar = window->findChild<NoticeBar*>(QStringLiteral("failure"));
    ASSERT_TRUE(waitUntil([&] { return bar->isVisible(); }));
    EXPECT_TRUE(bar->findChildren<Label*>().first()->text().contains(FilesPane::tr("The file was not restored.")));
}

TEST_F(FilesTest, aMailBecomesATalkWithTheMailAsItsFile)
{
    openCustomer(7);
    const QByteArray mail = "From: mai@khach.vn\r\nTo: lan@congty.vn\r\nSubject: =?UTF-8?B?QsOhbyBnacOh?=\r\n"
                            "Date: Mon, 16 Nov 2026 09:30:00 +0700\r\nMessage-ID: <abc@khach.vn>\r\n"
                            "Content-Type: text/plain; charset=utf-8\r\n\r\nChào Lan,\r\n";
    pane()->add({write("thu.eml", mail)});
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1; }));
    const v1::Activity talk = day.lastCreate().activity();
    EXPECT_EQ(talk.kind(), v1::ACTIVITY_KIND_TALK);
    EXPECT_EQ(talk.state(), v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(talk.channel_key(), "email");
    EXPECT_EQ(talk.customer_id(), 7);
    EXPECT_EQ(talk.title(), "Báo giá");
    EXPECT_EQ(talk.course(), "Chào Lan,");
    EXPECT_EQ(talk.message_id(), "abc@khach.vn");
    EXPECT_EQ(talk.start_time().seconds(), 1'794'796'200);
    EXPECT_EQ(files.all().front().name(), "thu.eml");
    EXPECT_NE(files.all().front().activity_id(), 0);
    EXPECT_EQ(files.content(1), mail.toStdString());
}

/// A mail with one file of this content.
QByteArray mailWith(const QByteArray& content, const QByteArray& id = "abc")
{
    return "From: mai@khach.vn\r\nSubject: thu " + id + "\r\nMessage-ID: <" + id +
           "@khach.vn>\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nxin gui\r\n--b\r\n"
           "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"gia.txt\"\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n" +
           content.toBase64() + "\r\n--b--\r\n";
}

TEST_F(FilesTest, mailsThatAreDroppedTogetherAreATalkEachAndKeepTheirFiles)
{
    openCustomer(7);
    pane()->add({write("mot.eml", mailWith("1", "mot")), write("hai.eml", mailWith("2", "hai"))});
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 2; }));
    ASSERT_TRUE(waitUntil([&] { return keepThem() && noticed().contains(QStringLiteral("gia.txt, gia.txt")); }))
        << "the files of both are offered";
    keepThem()->click();
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 4; }));
    std::map<std::string, std::string> contents; // by the title of the talk
    for (const auto& file : files.all()) {
        const std::string title = day.stored(file.activity_id()).title();
        if (file.name() == "gia.txt")
            contents[title] = files.content(file.id());
        else
            EXPECT_EQ("thu " + file.name(), title + ".eml");
    }
    EXPECT_EQ(contents, (std::map<std::string, std::string>{{"thu mot", "1"}, {"thu hai", "2"}}));
}

TEST_F(FilesTest, whatCameWithAMailIsKeptWhenAsked)
{
    openCustomer(7);
    pane()->add({write("thu.eml", mailWith("1.234.567"))});
    ASSERT_TRUE(waitUntil([&] { return keepThem() != nullptr && files.all().size() == 1; }));
    keepThem()->click();
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 2; }));
    EXPECT_EQ(files.all().back().name(), "gia.txt");
    EXPECT_EQ(files.all().back().activity_id(), files.all().front().activity_id());
    EXPECT_EQ(files.content(2), "1.234.567");
}

TEST_F(FilesTest, aFileThatTheDiskTakesOnlyInPartIsToldAndNotKept)
{
    openCustomer(7);
    pane()->add({write("thu.eml", mailWith(QByteArray(200'000, 'x')))});
    ASSERT_TRUE(waitUntil([&] { return keepThem() != nullptr && files.all().size() == 1; }));
    const SmallDisk disk(100'000);
    keepThem()->click();
    ASSERT_TRUE(waitUntil([&] { return noticed().contains(QStringLiteral("gia.txt")); }));
    EXPECT_EQ(files.all().size(), 1U);
}

TEST_F(FilesTest, aMailThatIsKnownIsTold)
{
    openCustomer(7);
    server.failNext("CreateActivity",
                    AppError(ErrorCode::AlreadyExists, "activity.known_message", {{"activity_id", "5"}}));
    pane()->add({write("thu.eml", "From: a@b.vn\r\nSubject: x\r\nMessage-ID: <abc@khach.vn>\r\n\r\nchữ\r\n")});
    ASSERT_TRUE(waitUntil([&] { return pane()->findChild<NoticeBar*>() != nullptr; }));
    EXPECT_TRUE(files.all().empty());
}

} // namespace
} // namespace banhang::client
