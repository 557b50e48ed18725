// Cells filled from above, and names edited and pasted in the list.
#include <QApplication>
#include <QClipboard>
#include <QTest>

#include "client/customers/batch/paste_page.h"
#include "tests/client/app/list_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using tests::waitUntil;

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
    tests::typeInto(field, QStringLiteral("Công ty Cổ phần Số Hai"));
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

} // namespace
} // namespace banhang::client
