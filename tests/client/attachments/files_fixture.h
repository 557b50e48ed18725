// The window of an office with files: customers, talks and files from memory.
#pragma once

#include <QAbstractButton>
#include <QDesktopServices>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QTextBrowser>

#include "client/attachments/files_pane.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/data_table.h"
#include "common/running_digest.h"
#include "tests/client/activities/fake_activities.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/attachments/fake_attachments.h"

namespace banhang::client {

struct FileServices
{
    test::FakeFiles files;
    test::FakeDay day;
    std::vector<test::FakeServiceMaker> makers()
    {
        auto all = day.makers();
        all.push_back(files.maker());
        return all;
    }
};

struct FilesTest : FileServices, WindowFixture
{
    FilesTest() : WindowFixture(makers())
    {
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &outside, "setSource");
    }
    ~FilesTest() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    void openCustomer(qint64 id)
    {
        signIn();
        window->customers()->openCustomer(id);
        ASSERT_TRUE(test::waitUntil([&] { return pane() && pane()->model()->shownParent().customerId == id; }));
        ASSERT_TRUE(test::waitUntil([&] { return pane()->model()->isLoaded(); }));
        QObject::connect(pane(), &FilesPane::opened, &outside, [this](const QString& path) { paths.append(path); });
    }
    FilesPane* pane() { return detail().findChild<FilesPane*>(); }
    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    /// With one piece of it at the server.
    void beginAndCutOff(const QString& path)
    {
        files.cutNextUpload(1);
        pane()->add({path});
        ASSERT_TRUE(test::waitUntil([&] {
            return pane()->model()->uploads().count() == 1 &&
                   pane()->model()->uploads().at(0).state == Upload::State::CutOff;
        }));
    }
    v1::Attachment ofCustomer(const std::string& name, const std::string& content) const
    {
        v1::Attachment attachment;
        attachment.set_customer_id(7);
        attachment.set_name(name);
        RunningDigest digest;
        digest.add(content);
        attachment.set_sha256(digest.finish());
        return attachment;
    }
    /// Null while there is none.
    static QPushButton* button(const QWidget* within, const QString& text)
    {
        for (auto* one : within->findChildren<QPushButton*>())
            if (one->text().contains(text))
                return one;
        return nullptr;
    }
    /// Null while no mail with files was written down.
    QPushButton* keepThem() { return button(pane(), FilesPane::tr("Keep these files")); }
    /// The menu of a row, which stands open until something of it is chosen.
    static QMenu* menuAt(const FilesPane* pane, int row)
    {
        auto* table = pane->findChild<DataTable*>();
        emit table->customContextMenuRequested(table->visualRect(pane->model()->index(row, FilesModel::Name)).center());
        return pane->findChild<QMenu*>();
    }
    static void choose(const QMenu* menu, const QString& text)
    {
        for (auto* action : menu->actions())
            if (action->text() == text)
                action->trigger();
    }
    QString nameAt(int row) { return pane()->model()->index(row, FilesModel::Name).data().toString(); }
    /// Strong words of the notice that is shown.
    QString noticed()
    {
        QStringList words;
        for (const auto* label : pane()->findChild<NoticeBar*>()->findChildren<Label*>())
            words.append(label->text());
        return words.join(QLatin1Char(' '));
    }

    QTextBrowser outside; ///< instead of the desktop's programs
    QStringList paths;    ///< of what was opened
};

} // namespace banhang::client
