// Files on their way while lists, windows and sessions are left.
#include <QImage>
#include <QMimeData>

#include <algorithm>

#include <gtest/gtest.h>

#include "client/app/window/unsent_files.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/parts/question_box.h"
#include "tests/client/attachments/files_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct LeavingTest : FilesTest
{
    UploadQueue& uploads() { return window->client()->uploads(); }
    /// One for customer 7 that the server does not answer before it is released.
    void beginOne()
    {
        server.hold("UploadAttachment");
        pane()->add({write("a.txt", "một")});
        ASSERT_TRUE(waitUntil([this] { return server.calls("UploadAttachment") == 1; }));
    }
    void signInAs(qint64 userId)
    {
        v1::Me me = m_minh;
        me.set_user_id(userId);
        server.setMe(me);
        window->signIn(QStringLiteral("ai"), QStringLiteral("right"));
        ASSERT_TRUE(waitUntil([this] { return window->client()->feed().isOnline(); }));
    }
    void signOut()
    {
        m_minh = window->client()->session().me();
        window->client()->signOut();
    }
    QuestionBox* question() { return window->findChild<QuestionBox*>(); }
    QString nowhere() const { return folder.filePath(QStringLiteral("nowhere.banhang")); }
    bool isSignInTelling() const
    {
        const auto bars = window->signInPage()->findChildren<NoticeBar*>();
        return std::ranges::any_of(bars, [](const NoticeBar* bar) { return !bar->isHidden(); });
    }

private:
    v1::Me m_minh;
};

TEST_F(LeavingTest, aPastedPictureIsSentThoughItsPaneHasBeenClosed)
{
    openCustomer(7);
    AttachmentsApi api(window->client()->workplace().rpc);
    auto other = std::make_unique<FilesPane>(window->client()->workplace(), api, uploads());
    other->showCustomer(server.stored(7));
    QMimeData data;
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    data.setImageData(image);
    server.hold("UploadAttachment");
    ASSERT_TRUE(other->take(&data));
    other.reset();
    EXPECT_EQ(uploads().onTheirWay(), 1);
    server.release("UploadAttachment");
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1; }));
    EXPECT_TRUE(files.content(1).starts_with("\x89PNG"));
}

TEST_F(LeavingTest, whatGoesToOneCustomerIsNotListedWithAnother)
{
    openCustomer(7);
    beginOne();
    EXPECT_EQ(pane()->model()->rowCount(), 1);
    const auto show = [this](qint64 id) {
        window->customers()->openCustomer(id);
        ASSERT_TRUE(waitUntil([&] { return pane()->model()->shownParent().customerId == id; }));
        ASSERT_TRUE(waitUntil([&] { return pane()->model()->isLoaded(); }));
    };
    show(8);
    EXPECT_EQ(pane()->model()->rowCount(), 0);
    show(7);
    EXPECT_EQ(pane()->model()->rowCount(), 1) << "it is there as long as it goes on";
    server.release("UploadAttachment");
    EXPECT_TRUE(waitUntil([&] { return pane()->model()->storedCount() == 1; }));
}

TEST_F(LeavingTest, whatIsRefusedWhileNobodyLooksIsToldInTheWindow)
{
    openCustomer(7);
    ASSERT_FALSE(pane()->isVisible());
    server.failNext("UploadAttachment", AppError(ErrorCode::Invalid, "attachment.kind_refused"));
    pane()->add({write("a.exe", "MZ")});
    auto* bar = window->findChild<NoticeBar*>(QStringLiteral("failure"));
    ASSERT_TRUE(waitUntil([&] { return bar->isVisible(); }));
    pane()->add({write("b.txt", "b")});
    ASSERT_TRUE(waitUntil([&] { return files.all().size() == 1 && uploads().onTheirWay() == 0; }));
    EXPECT_TRUE(bar->findChildren<Label*>().first()->text().contains(QStringLiteral("a.exe")));
}

TEST_F(LeavingTest, whoSignsOutLeavesItToTheirNextSession)
{
    openCustomer(7);
    server.failNext("UploadAttachment", AppError(ErrorCode::Unavailable, "connection.lost")); // given up, it ends so
    beginOne();
    signOut();
    EXPECT_EQ(uploads().onTheirWay(), 1);
    signInAs(2);
    EXPECT_EQ(uploads().at(0).state, Upload::State::CutOff) << "nobody else sends it";
    EXPECT_TRUE(uploads().idsIn({7, 0}).empty()) << "or sees it";
    signOut();
    server.release("UploadAttachment");
    signInAs(1);
    EXPECT_TRUE(waitUntil([&] { return files.all().size() == 1; }));
}

TEST_F(LeavingTest, aWindowThatIsClosedMeanwhileAsksAndCanWait)
{
    openCustomer(7);
    beginOne();
    EXPECT_FALSE(window->close());
    ASSERT_NE(question(), nullptr);
    EXPECT_TRUE(question()->windowTitle().contains(QLatin1Char('1'))) << question()->windowTitle().toStdString();
    button(question(), UnsentFiles::tr("Wait"))->click();
    ASSERT_TRUE(waitUntil([this] { return question() == nullptr; }));
    EXPECT_TRUE(window->isVisible());
    EXPECT_FALSE(window->close());
    button(question(), UnsentFiles::tr("Close anyway"))->click();
    EXPECT_FALSE(window->isVisible());
}

TEST_F(LeavingTest, aWindowThatIsClosedTwiceAsksOnce)
{
    openCustomer(7);
    beginOne();
    EXPECT_FALSE(window->close());
    const QPointer<QuestionBox> first = question();
    EXPECT_FALSE(window->close());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ASSERT_FALSE(first.isNull());
    EXPECT_TRUE(first->isVisible());
    EXPECT_EQ(window->findChildren<QuestionBox*>().size(), 1);
    button(question(), UnsentFiles::tr("Wait"))->click();
    EXPECT_TRUE(waitUntil([this] { return question() == nullptr; }));
}

TEST_F(LeavingTest, anotherOfficeIsChosenOnlyWhenTheFilesMayBeGivenUp)
{
    openCustomer(7);
    beginOne();
    emit window->signInPage()->connectionFileChosen(nowhere());
    ASSERT_NE(question(), nullptr);
    button(question(), UnsentFiles::tr("Wait"))->click();
    ASSERT_TRUE(waitUntil([this] { return question() == nullptr; }));
    EXPECT_EQ(uploads().onTheirWay(), 1);
    EXPECT_FALSE(isSignInTelling()) << "the file of the office was not even looked at";
    emit window->signInPage()->connectionFileChosen(nowhere());
    button(question(), UnsentFiles::tr("Change anyway"))->click();
    EXPECT_TRUE(waitUntil([this] { return isSignInTelling(); })) << "there is no such file";
}

TEST_F(LeavingTest, anotherOfficeChosenWhileItAsksAboutClosingIsWhatItAsksAboutThen)
{
    openCustomer(7);
    beginOne();
    EXPECT_FALSE(window->close());
    emit window->signInPage()->connectionFileChosen(nowhere());
    ASSERT_TRUE(waitUntil([this] { return window->findChildren<QuestionBox*>().size() == 1; }));
    auto* change = button(question(), UnsentFiles::tr("Change anyway"));
    ASSERT_NE(change, nullptr);
    change->click();
    EXPECT_TRUE(waitUntil([this] { return isSignInTelling(); })) << "there is no such file";
    EXPECT_TRUE(window->isVisible());
}

TEST_F(LeavingTest, theQuestionGoesWithItsReasonAndTheWindowWithIt)
{
    openCustomer(7);
    beginOne();
    EXPECT_FALSE(window->close());
    server.release("UploadAttachment");
    EXPECT_TRUE(waitUntil([this] { return !window->isVisible(); }));
    EXPECT_EQ(files.all().size(), 1U);
}

TEST_F(LeavingTest, theWindowStaysToTellWhatWasRefusedWhileItAsked)
{
    openCustomer(7);
    server.failNext("UploadAttachment", AppError(ErrorCode::Invalid, "attachment.kind_refused"));
    beginOne();
    EXPECT_FALSE(window->close());
    server.release("UploadAttachment");
    ASSERT_TRUE(waitUntil([this] { return question() == nullptr; }));
    EXPECT_TRUE(window->isVisible());
}

} // namespace
} // namespace banhang::client
