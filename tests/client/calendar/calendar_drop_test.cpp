// Files dropped on the editor of the calendar.
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "client/activities/activity_editor.h"
#include "client/attachments/editor_files.h"
#include "client/calendar/time_grid.h"
#include "tests/client/calendar/calendar_fixture.h"
#include "tests/client/support/drop.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::dropFiles;
using test::kTeamMeeting;
using test::waitUntil;

class CalendarDropTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        allow({v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT});
        office.page.resize(1290, 674);
        office.page.show();
        ASSERT_TRUE(waitUntil([this] { return office.page.model().find(kTeamMeeting) != nullptr; }));
    }
    void allow(const std::vector<v1::Action>& actions)
    {
        v1::Me me = office.session.me();
        me.clear_rights();
        for (const v1::Action action : actions) {
            auto& right = *me.add_rights();
            right.set_resource(v1::RESOURCE_ACTIVITY);
            right.set_action(action);
            right.set_scope(v1::SCOPE_TEAM);
        }
        office.session.begin(me);
    }
    void open(qint64 id)
    {
        office.page.choose(id);
        emit office.page.timeGrid()->opened(id);
        ASSERT_TRUE(editor()->isOpen());
    }
    ActivityEditor* editor() { return office.page.findChild<ActivityEditor*>(); }
    void saveAs(const QString& title)
    {
        editor()->save(); // goes to the field that is missing
        qobject_cast<QLineEdit*>(office.page.focusWidget())->setText(title);
        editor()->save();
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
    test::CalendarOffice office;
};

TEST_F(CalendarDropTest, filesOnAnyFieldOfTheEditorGoToItsAppointment)
{
    open(kTeamMeeting);
    const QByteArray mail = "From: mai@khach.vn\r\nSubject: x\r\n\r\nxin chao\r\n";
    ASSERT_TRUE(dropFiles(notes(), {write("bao gia.txt", "1.234.567"), write("thu.eml", mail)}));
    ASSERT_TRUE(waitUntil([this] { return office.files.all().size() == 2; }));
    for (const v1::Attachment& file : office.files.all())
        EXPECT_EQ(file.activity_id(), kTeamMeeting);
    EXPECT_FALSE(editor()->findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("file:")))
        << "the field is not filled with the file's name";
    EXPECT_TRUE(editor()->isOpen()) << "what is typed stays open";
}

TEST_F(CalendarDropTest, filesOfANewAppointmentGoAlongWhenItIsSaved)
{
    QTest::keyClick(office.page.timeGrid(), Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return editor()->isOpen(); }));
    ASSERT_TRUE(dropFiles(notes(), {write("a.txt", "a"), write("b.txt", "b")}));
    auto* files = editor()->findChild<EditorFiles*>();
    EXPECT_EQ(files->waiting().size(), 2);
    EXPECT_TRUE(office.files.all().empty());
    saveAs(QStringLiteral("Họp dự án"));
    ASSERT_TRUE(waitUntil([this] { return office.files.all().size() == 2; }));
    for (const v1::Attachment& file : office.files.all())
        EXPECT_EQ(file.activity_id(), test::kFirstCreated);
    EXPECT_TRUE(files->waiting().isEmpty());
}

TEST_F(CalendarDropTest, aFileThatIsRefusedAfterSavingIsTold)
{
    QSignalSpy refused(&office.uploads, &UploadQueue::refused);
    QTest::keyClick(office.page.timeGrid(), Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return editor()->isOpen(); }));
    ASSERT_TRUE(dropFiles(notes(), {write("a.exe", "MZ")}));
    office.server.failNext("UploadAttachment", AppError(ErrorCode::Invalid, "attachment.kind_refused"));
    saveAs(QStringLiteral("Họp dự án"));
    ASSERT_TRUE(waitUntil([&] { return refused.size() == 1; }));
    EXPECT_EQ(refused.at(0).at(1).toString(), QStringLiteral("a.exe"));
}

TEST_F(CalendarDropTest, whoMayNotEditCannotDrop)
{
    allow({v1::ACTION_VIEW});
    open(kTeamMeeting);
    EXPECT_FALSE(dropFiles(editor(), {write("a.txt", "a")}));
}

} // namespace
} // namespace banhang::client
