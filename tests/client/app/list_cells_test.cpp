// Cells of the list: filled from above, edited one after the other, pasted into.
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>

#include <algorithm>

#include "client/app/window/window_head.h"
#include "client/customers/batch/paste_page.h"
#include "tests/client/app/list_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct ListCellsTest : ListTest
{
    ListCellsTest()
    {
        auto first = server.stored(1);
        first.add_phones()->set_number("0389 333 999");
        server.put(first);
    }

    void enterCell(int row, int column)
    {
        table().setFocus();
        goTo(row, column);
        table().setCellCursor(true);
    }
    /// From the hundredth of the two hundred rows that are there.
    void pasteMoreThanIsLoaded()
    {
        QStringList lines;
        for (int i = 0; i < 250; ++i)
            lines.append(QStringLiteral("09125550%1").arg(i, 2, 10, QLatin1Char('0')));
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        enterCell(100, CustomerModel::Phone);
        QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
    }
    PastePage* pastePage() { return window->customers()->findChild<PastePage*>(); }
    void fillFromAbove() { QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier); }
};

TEST_F(ListCellsTest, ctrlDTakesTheCellAboveAndIsTakenBack)
{
    signIn();
    enterCell(1, CustomerModel::Phone);
    fillFromAbove();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    ASSERT_EQ(server.stored(2).phones_size(), 1);
    EXPECT_EQ(server.stored(2).phones(0).number(), "0389 333 999");
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(2).phones_size() == 0; }));
}

TEST_F(ListCellsTest, ctrlDOverSeveralRowsTakesTheUppermostAndShowsItFirst)
{
    signIn();
    select(0, 3);
    table().selectionModel()->setCurrentIndex(model().index(0, CustomerModel::Phone), QItemSelectionModel::NoUpdate);
    table().setCellCursor(true);
    fillFromAbove();
    auto* page = window->customers()->findChild<PastePage*>();
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
    emit page->confirmed();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    for (const int id : {2, 3, 4})
        EXPECT_EQ(server.stored(id).phones(0).number(), "0389 333 999") << id;
    EXPECT_EQ(server.stored(5).phones_size(), 0);
}

TEST_F(ListCellsTest, ctrlDChangesNothingBesideACellInTheFirstRowOrWhereNothingIsTyped)
{
    signIn();
    table().setFocus();
    goTo(1, CustomerModel::Phone);
    table().setCellCursor(false);
    fillFromAbove(); // among rows nobody has said which cell
    enterCell(0, CustomerModel::Phone);
    fillFromAbove();
    enterCell(1, CustomerModel::Owner);
    fillFromAbove();
    EXPECT_FALSE(list().cells()->isOpen());
    EXPECT_EQ(window->customers()->findChild<PastePage*>(), nullptr);
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
}

TEST_F(ListCellsTest, aNameIsEditedWholeInItsCell)
{
    signIn();
    enterCell(1, CustomerModel::Name);
    QTest::keyClick(&table(), Qt::Key_F2);
    auto* field = qobject_cast<QLineEdit*>(list().cells()->editor());
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->text(), QStringLiteral("Công ty TNHH Số 2")) << "with the legal form that the row shows apart";
    field->selectAll();
    test::typeInto(field, QStringLiteral("Công ty Cổ phần Số Hai"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_EQ(server.stored(2).name(), "Công ty Cổ phần Số Hai");
    EXPECT_EQ(model().index(1, CustomerModel::Name).data().toString(), QStringLiteral("Số Hai"));
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(2).name() == "Công ty TNHH Số 2"; }));
}

TEST_F(ListCellsTest, pastedNamesReplaceWholeNames)
{
    signIn();
    QApplication::clipboard()->setText(QStringLiteral("Hộ kinh doanh Gốm Đất Vàng\nCông ty TNHH Vải Hoa Cúc\n"));
    enterCell(2, CustomerModel::Name);
    QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
    auto* page = window->customers()->findChild<PastePage*>();
    ASSERT_NE(page, nullptr);
    emit page->confirmed();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_EQ(server.stored(3).name(), "Hộ kinh doanh Gốm Đất Vàng");
    EXPECT_EQ(server.stored(4).name(), "Công ty TNHH Vải Hoa Cúc");
    EXPECT_EQ(server.stored(5).name(), "Công ty TNHH Số 5");
}

TEST_F(ListCellsTest, aCellWhoseRecordDidNotComeIsSavedAtTheNextTry)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    server.failNext("GetCustomer", AppError(ErrorCode::Refused, "call.denied"));
    auto* field = editCell(1, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    ASSERT_TRUE(waitUntil([this] { return !list().cells()->message().isEmpty(); }));
    test::typeInto(field, QStringLiteral("0912555204"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return server.stored(2).phones_size() == 1; }));
    EXPECT_TRUE(waitUntil([this] { return !list().cells()->isOpen(); }));
}

TEST_F(ListCellsTest, whatWasTypedBeforeItsRecordCameIsSavedBehindTheNextCell)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    server.hold("GetCustomer");
    auto* first = editCell(1, CustomerModel::Phone);
    ASSERT_NE(first, nullptr);
    test::typeInto(first, QStringLiteral("0912555204"));
    QTest::keyClick(first, Qt::Key_Return);
    auto* second = editCell(2, CustomerModel::Phone);
    ASSERT_NE(second, nullptr);
    test::typeInto(second, QStringLiteral("0389"));
    server.release("GetCustomer");
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    ASSERT_EQ(server.stored(2).phones_size(), 1);
    EXPECT_EQ(server.stored(2).phones(0).number(), "0912555204");
    EXPECT_EQ(server.stored(2).name(), "Công ty TNHH Số 2");
    EXPECT_EQ(list().cells()->editor(), second);
    EXPECT_EQ(second->text(), QStringLiteral("0389"));
    EXPECT_EQ(server.stored(3).phones_size(), 0);
}

TEST_F(ListCellsTest, aColleaguesValueIsNotWrittenOverFromBehind)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    QString told;
    QObject::connect(list().cells(), &CellEditing::failed, [&](const QString& strong) { told = strong; });
    auto changed = server.stored(2);
    changed.set_version(2);
    changed.add_phones()->set_number("02435550126");
    server.put(changed);
    server.hold("GetCustomer");
    auto* first = editCell(1, CustomerModel::Phone);
    ASSERT_NE(first, nullptr);
    test::typeInto(first, QStringLiteral("0912555204"));
    QTest::keyClick(first, Qt::Key_Return);
    ASSERT_NE(editCell(2, CustomerModel::Phone), nullptr);
    server.release("GetCustomer");
    ASSERT_TRUE(waitUntil([&] { return !told.isEmpty(); }));
    EXPECT_TRUE(told.contains(QStringLiteral("Số 2"))) << told.toStdString();
    EXPECT_EQ(server.stored(2).phones(0).number(), "02435550126");
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
}

TEST_F(ListCellsTest, theNextPersonFindsNoFieldOfTheOneBefore)
{
    signIn();
    auto* field = editCell(1, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("0912"));
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_FALSE(list().cells()->isOpen());
    EXPECT_TRUE(list().cells()->message().isEmpty());
}

TEST_F(ListCellsTest, whatTheSessionLeftUnsavedIsToldToTheSamePersonAlone)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    QString told;
    QObject::connect(list().cells(), &CellEditing::failed, [&](const QString& strong) { told = strong; });
    server.hold("GetCustomer");
    auto* field = editCell(1, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("0912555204"));
    QTest::keyClick(field, Qt::Key_Return);
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_TRUE(told.isEmpty()) << "whoever sits down here next could read it: " << told.toStdString();
    server.release("GetCustomer");
    signIn();
    EXPECT_TRUE(told.contains(QStringLiteral("Số 2"))) << told.toStdString();
    EXPECT_TRUE(told.contains(QStringLiteral("0912555204"))) << told.toStdString();
    EXPECT_TRUE(window->findChild<QWidget*>(QStringLiteral("failure"))->isVisible());
    EXPECT_TRUE(window->client()->workplace().drafts.all().isEmpty()) << "told once";
}

TEST_F(ListCellsTest, whatWasTypedWithoutEnterIsToldAtTheNextSignInToo)
{
    signIn();
    QString told;
    QObject::connect(list().cells(), &CellEditing::failed, [&](const QString& strong) { told = strong; });
    auto* field = editCell(1, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("0912555204"));
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_TRUE(told.isEmpty()) << told.toStdString();
    signIn();
    for (const char* lost : {"Số 2", "0912555204"})
        EXPECT_TRUE(told.contains(QString::fromUtf8(lost))) << told.toStdString();
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
}

TEST_F(ListCellsTest, aCellThatIsOnlyOpenIsNotToldOf)
{
    signIn();
    ASSERT_NE(editCell(1, CustomerModel::Phone), nullptr);
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_TRUE(window->client()->workplace().drafts.all().isEmpty());
    signIn();
    EXPECT_TRUE(window->client()->workplace().drafts.all().isEmpty());
}

TEST_F(ListCellsTest, whatWaitedBehindTheNextCellIsToldAtTheNextSignInToo)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    QString told;
    QObject::connect(list().cells(), &CellEditing::failed, [&](const QString& strong) { told = strong; });
    server.hold("GetCustomer");
    for (const int row : {1, 2}) {
        auto* field = editCell(row, CustomerModel::Phone);
        ASSERT_NE(field, nullptr);
        test::typeInto(field, QStringLiteral("091255520%1").arg(row));
        QTest::keyClick(field, Qt::Key_Return);
    }
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_TRUE(told.isEmpty()) << told.toStdString();
    server.release("GetCustomer");
    signIn();
    for (const char* lost : {"Số 2", "0912555201", "Số 3", "0912555202"})
        EXPECT_TRUE(told.contains(QString::fromUtf8(lost))) << told.toStdString();
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
}

TEST_F(ListCellsTest, choicesAreShownByTheirNamesBeforeTheyAreFilledIn)
{
    auto first = server.stored(1);
    first.set_status_key("new");
    server.put(first);
    signIn();
    select(0, 1);
    table().selectionModel()->setCurrentIndex(model().index(0, CustomerModel::Status), QItemSelectionModel::NoUpdate);
    table().setCellCursor(true);
    fillFromAbove();
    auto* page = window->customers()->findChild<PastePage*>();
    ASSERT_NE(page, nullptr);
    const auto* planned = page->findChild<DataTable*>()->model();
    ASSERT_EQ(planned->rowCount(), 1);
    EXPECT_EQ(planned->index(0, 3).data().toString(), QStringLiteral("Mới"));
}

TEST_F(ListCellsTest, rowsThatAreNotLoadedYetArePastedIntoAsWell)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    pasteMoreThanIsLoaded();
    ASSERT_TRUE(waitUntil([this] { return pastePage() != nullptr; }));
    EXPECT_EQ(pastePage()->findChild<DataTable*>()->model()->rowCount(), 250);
}

TEST_F(ListCellsTest, aPasteThatWaitsForRowsComesOverNoForm)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    server.hold("ListCustomers");
    pasteMoreThanIsLoaded();
    window->customers()->addCustomer();
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() > 200 && isAnswered(); }));
    EXPECT_EQ(pastePage(), nullptr);
    EXPECT_FALSE(window->customers()->isListShown());
    EXPECT_NE(window->customers()->form(), nullptr);
}

TEST_F(ListCellsTest, aPasteThatWaitsForRowsIsGivenUpForAnotherRow)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    server.hold("ListCustomers");
    pasteMoreThanIsLoaded();
    select(3, 6);
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() > 200 && isAnswered(); }));
    EXPECT_EQ(pastePage(), nullptr);
}

TEST_F(ListCellsTest, aPasteThatWaitsForRowsGoesOnAfterAReload)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    server.hold("ListCustomers");
    pasteMoreThanIsLoaded();
    list().refresh();
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([this] { return pastePage() != nullptr; }));
    EXPECT_EQ(pastePage()->findChild<DataTable*>()->model()->rowCount(), 250);
}

TEST_F(ListCellsTest, linesWithoutARowAreTold)
{
    signIn();
    QApplication::clipboard()->setText(QStringLiteral("0912555201\n0912555202\n0912555203\n0912555204\n"));
    enterCell(28, CustomerModel::Phone);
    QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
    auto* page = window->customers()->findChild<PastePage*>();
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->findChild<DataTable*>()->model()->rowCount(), 2);
    const auto labels = page->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().startsWith(QStringLiteral("2 dòng không có hàng")); }));
}

} // namespace
} // namespace banhang::client
