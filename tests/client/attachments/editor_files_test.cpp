// Files dropped on the editors of *Hôm nay*: of a task without a customer, and of a talk with one.
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "client/activities/activity_editor.h"
#include "client/activities/timeline_part.h"
#include "client/attachments/editor_files.h"
#include "client/attachments/files_pane.h"
#include "client/attachments/files_part.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/attachments/fake_attachments.h"
#include "tests/client/support/drop.h"

namespace banhang::client {
namespace {

using test::dropFiles;
using test::waitUntil;

struct FilesMemory
{
    test::FakeFiles files;
};

struct WorkdayFilesTest : FilesMemory, DayFixture
{
    WorkdayFilesTest() : DayFixture({files.maker()}) {}

    void open(qint64 activityId)
    {
        ASSERT_TRUE(waitUntil([&] { return page().model()->rowOf(activityId) >= 0; }));
        emit view().openRequested(activityId);
        ASSERT_TRUE(waitUntil([this] { return editor() != nullptr; }));
    }
    /// The one that is open.
    ActivityEditor* editor()
    {
        for (auto* one : page().findChildren<ActivityEditor*>())
            if (one->isOpen() && one->isVisible())
                return one;
        return nullptr;
    }
    QWidget* notes() { return editor()->findChild<QPlainTextEdit*>()->viewport(); }
    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }

    QTemporaryDir folder;
};

TEST_F(WorkdayFilesTest, aTaskTakesWhatIsDroppedOnItsEditor)
{
    day.put(task(2, "Sửa báo giá", officeNow().date()));
    signInToDay();
    open(2);
    ASSERT_TRUE(dropFiles(notes(), {write("a.txt", "một")}));
    ASSERT_TRUE(waitUntil([this] { return files.all().size() == 1; }));
    EXPECT_EQ(files.all().front().activity_id(), 2);
    auto* pane = editor()->findChild<EditorFiles*>()->pane();
    ASSERT_TRUE(waitUntil([&] { return pane->isVisible() && pane->model()->storedCount() == 1; }))
        << "and it is seen there";
}

TEST_F(WorkdayFilesTest, theTalkWithACustomerTakesThemTooAndTheCustomerShowsThem)
{
    day.put(call(5, 7, 600));
    signInToDay();
    open(5);
    const QByteArray mail = "From: mai@khach.vn\r\nSubject: x\r\n\r\nxin chao\r\n";
    ASSERT_TRUE(dropFiles(notes(), {write("thu.eml", mail)}));
    ASSERT_TRUE(waitUntil([this] { return files.all().size() == 1; }));
    EXPECT_EQ(files.all().front().activity_id(), 5);
    // The tab of files stands in the detail of this page as well.
    auto* tab = page().findChild<CustomerDetail*>()->findChild<FilesPart*>();
    ASSERT_NE(tab, nullptr);
    EXPECT_EQ(day.lastCreate().activity().customer_id(), 0) << "the mail is no talk of its own here";
}

TEST_F(WorkdayFilesTest, whatWaitedForANewTaskIsThereAgainWithItsDraft)
{
    signInToDay();
    const auto begin = [this] {
        for (auto* button : page().findChildren<QAbstractButton*>())
            if (button->accessibleName() == WorkdayPage::tr("New task"))
                button->click();
        ASSERT_TRUE(waitUntil([this] { return editor() != nullptr; }));
    };
    begin();
    ASSERT_TRUE(dropFiles(notes(), {write("a.txt", "một")}));
    auto* held = editor()->findChild<EditorFiles*>();
    EXPECT_EQ(held->waiting().size(), 1);
    editor()->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Anh Hải hỏi giá"));
    editor()->cancel();
    begin();
    EXPECT_EQ(held->waiting().size(), 1);
    for (auto* button : held->findChildren<QAbstractButton*>())
        button->click();
    EXPECT_TRUE(held->waiting().isEmpty()) << "and can be left out again";
}

} // namespace
} // namespace banhang::client
