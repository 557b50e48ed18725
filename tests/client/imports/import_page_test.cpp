#include "client/imports/import_page.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include "client/imports/columns_panel.h"
#include "client/imports/result_panel.h"
#include "client/imports/rows_file.h"
#include "client/imports/sheet_loader.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/data_table.h"
#include "tests/client/imports/fake_imports.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::client {
namespace {

using test::FakeImports;
using test::waitUntil;

class ImportPageTest : public testing::Test, protected test::WorkplaceAt<FakeImports>
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

TEST_F(ImportPageTest, showsOneOfBothPanesWhereBothHaveNoRoom)
{
    const auto* columns = page.findChild<ColumnsPanel*>();
    const auto* result = page.findChild<ResultPanel*>();
    page.resize(1290, 700);
    page.show();
    openAndTry();
    auto* turn = button(ImportPage::tr("Columns and rules"));
    ASSERT_NE(turn, nullptr);
    EXPECT_TRUE(columns->isVisible() && result->isVisible());
    EXPECT_FALSE(turn->isVisible());
    page.resize(900, 700);
    EXPECT_TRUE(!columns->isVisible() && result->isVisible()) << "after the dry run it is the rows that matter";
    ASSERT_TRUE(turn->isVisible());
    turn->click();
    EXPECT_TRUE(columns->isVisible() && !result->isVisible());
    turn->click();
    EXPECT_TRUE(!columns->isVisible() && result->isVisible());
}

TEST_F(ImportPageTest, takesTheRowOfTitlesForACustomerAndBackWhenTold)
{
    page.show();
    openAndTry();
    auto* other = page.findChild<Button*>(QStringLiteral("otherTitles"));
    ASSERT_NE(other, nullptr);
    EXPECT_TRUE(other->isVisible());
    other->click();
    EXPECT_EQ(page.plan()->map().headerRow(), -1);
    EXPECT_EQ(page.plan()->rowCount(), 101);
    other->click();
    ASSERT_TRUE(waitUntil([&] { return page.plan()->isChecked() && page.run()->work() == ImportRun::Work::None; }));
    EXPECT_EQ(page.plan()->map().headerRow(), 0);
    EXPECT_EQ(page.plan()->rowCount(), 100);
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

TEST_F(ImportPageTest, forgetsTemplatesOfItsOwnUserAndBringsThemBack)
{
    v1::Me me;
    me.set_user_id(1);
    session.begin(me);
    for (const int owner : {1, 2}) {
        v1::ImportTemplate one;
        one.set_id(10 + owner);
        one.set_name(owner == 1 ? "của mình" : "của đồng nghiệp");
        one.set_owner_user_id(owner);
        server.putTemplate(one);
    }
    page.resize(1280, 700);
    page.show();
    openAndTry();
    auto* box = page.findChild<QComboBox*>(QStringLiteral("templates"));
    auto* forget = page.findChild<QAbstractButton*>(QStringLiteral("forgetTemplate"));
    ASSERT_TRUE(waitUntil([&] { return box->count() == 3; }));
    const auto choose = [&](int index) {
        box->setCurrentIndex(index);
        emit box->activated(index);
    };
    EXPECT_FALSE(forget->isVisible()) << "nothing is chosen";
    choose(2);
    EXPECT_FALSE(forget->isVisible()) << "that one is a colleague's";
    choose(1);
    EXPECT_TRUE(forget->isVisible());

    std::function<void()> undo;
    QObject::connect(&page, &ImportPage::undoOffered, &page,
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    forget->click();
    ASSERT_TRUE(waitUntil([&] { return undo && box->count() == 2; }));
    EXPECT_FALSE(server.templates().contains(11));
    EXPECT_FALSE(forget->isVisible());
    undo();
    ASSERT_TRUE(waitUntil([&] { return box->count() == 3; }));
    EXPECT_EQ(server.templates().begin()->second.name(), "của mình");
}

TEST_F(ImportPageTest, keepsTemplatesOnlyOfListsWithTitles)
{
    auto* keep = button(QStringLiteral("Lưu mẫu ghép"));
    ASSERT_NE(keep, nullptr);
    QFile file(folder.filePath(QStringLiteral("khong-tieu-de.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Nguyễn Văn An,0912555204\nTrần Thị Bé,0913555205\n");
    file.close();
    page.openFile(file.fileName());
    ASSERT_TRUE(waitUntil([&] { return page.plan() != nullptr && page.plan()->isChecked(); }));
    EXPECT_FALSE(keep->isEnabled());
    EXPECT_FALSE(keep->toolTip().isEmpty());
    openAndTry();
    ASSERT_TRUE(waitUntil([&] { return page.plan()->rowCount() == 100; }));
    EXPECT_TRUE(keep->isEnabled());
    EXPECT_TRUE(keep->toolTip().isEmpty());
}

TEST_F(ImportPageTest, countsRowsInTheFiltersThatShowThem)
{
    page.resize(1280, 700);
    page.show();
    openAndTry();
    QStringList said;
    for (auto* chip : page.findChildren<Chip*>())
        said.append(chip->accessibleName());
    EXPECT_EQ(said, (QStringList{QStringLiteral("Tất cả: 100"), QStringLiteral("Cần xem: 11"),
                                 QStringLiteral("Nghi trùng: 10"), QStringLiteral("Lỗi: 1")}));
    auto* table = page.findChild<DataTable*>();
    EXPECT_EQ(table->model()->rowCount(), 11);
    page.findChildren<Chip*>()[3]->click();
    EXPECT_EQ(table->model()->rowCount(), 1);
}

TEST_F(ImportPageTest, decidesForAWholeClassOfRows)
{
    openAndTry();
    for (auto* box : page.findChildren<QComboBox*>()) {
        const int skip = box->findText(QStringLiteral("Bỏ qua"));
        if (skip >= 0 && box->accessibleName() == QStringLiteral("Đã có trong sổ")) {
            box->setCurrentIndex(skip);
            emit box->activated(skip);
        }
    }
    EXPECT_EQ(page.plan()->countOf(RowAction::Skip), 11);
    EXPECT_NE(button(QStringLiteral("Nhập 89 dòng")), nullptr);
}

TEST_F(ImportPageTest, escapeStopsTheWorkAndClosesNothing)
{
    page.show();
    page.activateWindow();
    QSignalSpy closing(&page, &ImportPage::closeRequested);
    openAndTry();
    server.setHeld(true);
    button(QStringLiteral("Nhập 99 dòng"))->click();
    ASSERT_TRUE(waitUntil([&] { return page.run()->work() == ImportRun::Work::Saving; }));
    QTest::keyClick(&page, Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return page.run()->work() == ImportRun::Work::None; }));
    server.setHeld(false);
    EXPECT_EQ(closing.count(), 0);
    QTest::keyClick(&page, Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return closing.count() == 1; }));
}

TEST_F(ImportPageTest, keepsTheFocusWhileItWorksAndAfterwards)
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* search = new QLineEdit;
    column->addWidget(search);
    column->addWidget(&page);
    window.resize(1366, 738);
    window.show();
    window.activateWindow();
    openAndTry();
    auto* begin = button(QStringLiteral("Nhập 99 dòng"));
    begin->setFocus();
    server.setHeld(true);
    begin->click();
    ASSERT_TRUE(waitUntil([&] { return page.run()->work() == ImportRun::Work::Saving; }));
    EXPECT_TRUE(page.isAncestorOf(QApplication::focusWidget()));
    server.setHeld(false);
    ASSERT_TRUE(waitUntil([&] { return page.run()->work() == ImportRun::Work::None; }));
    EXPECT_TRUE(page.isAncestorOf(QApplication::focusWidget()));
    page.setParent(nullptr); // the fixture's own
}

TEST_F(ImportPageTest, isReadyForAnotherFileWhenEveryRowIsIn)
{
    openAndTry();
    QSignalSpy done(&page, &ImportPage::imported);
    button(QStringLiteral("Nhập 99 dòng"))->click();
    ASSERT_TRUE(waitUntil([&] { return done.count() == 1; }));
    const int calls = server.saveCalls();
    ASSERT_NE(button(QStringLiteral("Tệp khác")), nullptr);
    button(QStringLiteral("Tệp khác"))->click();
    EXPECT_EQ(server.saveCalls(), calls) << "nothing is sent twice";
}

TEST_F(ImportPageTest, writesTheRowsToMendWithTheirReasons)
{
    openAndTry();
    RowsFile rows(workplace.directory);
    QSignalSpy written(&rows, &RowsFile::written);
    const QString path = folder.filePath(QStringLiteral("can-xem.xlsx"));
    rows.write(std::make_shared<ImportPlan>(*page.plan()), path);
    ASSERT_TRUE(waitUntil([&] { return written.count() == 1; }));
    const SheetTable table = readSheetFile(path.toStdString()).table;
    EXPECT_EQ(table.rowCount(), 12);
    EXPECT_EQ(table.cell(0, 1).text, "Điện thoại");
    EXPECT_EQ(table.cell(1, 1).text, "0912555007");
    EXPECT_FALSE(table.cell(1, 2).text.empty()) << "why it is here";
}

TEST_F(ImportPageTest, stopsReadingAndKeepsWhatWasThere)
{
    QFile file(folder.filePath(QStringLiteral("lon.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Tên khách hàng,Điện thoại\n");
    for (int i = 0; i < 150'000; ++i)
        file.write("Nguyễn Thị Hồng Nhung,0912555001\n");
    file.close();
    SheetLoader loader;
    QSignalSpy stopped(&loader, &SheetLoader::stopped);
    QSignalSpy loaded(&loader, &SheetLoader::loaded);
    loader.read(file.fileName(), {});
    EXPECT_TRUE(loader.isReading());
    loader.stop();
    EXPECT_FALSE(loader.isReading());
    EXPECT_EQ(stopped.count(), 1);
    loader.read(writeList(), {});
    ASSERT_TRUE(waitUntil([&] { return loaded.count() == 1; }));
    EXPECT_EQ(loaded[0][0].value<std::shared_ptr<SheetFile>>()->name, "danh-sach.csv");
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
