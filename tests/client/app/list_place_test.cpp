// Which customer is chosen in the list when what was opened has no row in it.
#include <QSignalSpy>
#include <QTest>

#include "client/customers/colleague_page.h"
#include "client/ui/form/search_box.h"
#include "client/ui/parts/state_view.h"
#include "tests/client/app/list_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// In an office of thirty-one customers, of which one is in the bin and so in no list.
struct ListPlaceTest : ListTest
{
    static constexpr qint64 kAway = 12;

    ListPlaceTest()
    {
        v1::Customer last = server.stored(30);
        last.set_id(31);
        server.put(last);
        auto binned = server.stored(kAway);
        binned.mutable_delete_time()->set_seconds(1'700'000'000);
        server.put(binned);
    }

    void openTheOneWithoutARow()
    {
        QSignalSpy reloaded(&model(), &LiveListModel::reloaded);
        window->customers()->openCustomer(kAway);
        ASSERT_TRUE(waitUntil([&] { return !reloaded.isEmpty(); }));
        // As it does a moment after the last key, unless the first row had settled before.
        emit table().currentSettled(table().currentIndex());
        ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == kAway; }));
    }
    void expectNoneChosen()
    {
        EXPECT_EQ(list().currentId(), kAway);
        EXPECT_EQ(detail().customer().id(), kAway);
        EXPECT_FALSE(table().currentIndex().isValid()) << table().currentIndex().row();
        EXPECT_TRUE(table().selectionModel()->selectedRows().isEmpty());
    }
};

TEST_F(ListPlaceTest, whatIsOpenedWithoutARowIsNotReplacedByANeighbour)
{
    signIn();
    openTheOneWithoutARow();
    expectNoneChosen();
    EXPECT_EQ(list().selectedIds(), QList<qint64>{kAway}) << "keys mean what is shown";
    QSignalSpy reloaded(&model(), &LiveListModel::reloaded);
    list().refresh();
    ASSERT_TRUE(waitUntil([&] { return !reloaded.isEmpty(); }));
    expectNoneChosen();
}

TEST_F(ListPlaceTest, theFocusAloneChoosesNoRow)
{
    signIn();
    openTheOneWithoutARow();
    table().clearFocus();
    table().setFocus(Qt::ActiveWindowFocusReason);
    expectNoneChosen();
    QTest::keyClick(&table(), Qt::Key_Down);
    ASSERT_TRUE(table().currentIndex().isValid());
    const qint64 chosen = table().currentIndex().data(RowIdRole).toLongLong();
    EXPECT_TRUE(waitUntil([&] { return detail().customer().id() == chosen; }));
    EXPECT_EQ(list().currentId(), chosen);
}

TEST_F(ListPlaceTest, whatCannotBeLoadedAroundStaysOpenWithoutItsNeighbour)
{
    signIn();
    server.failNext("ListCustomers", AppError(ErrorCode::Refused, "call.denied"));
    QSignalSpy failed(&model(), &LiveListModel::loadFailed);
    window->customers()->openCustomer(kAway);
    ASSERT_TRUE(waitUntil([&] { return !failed.isEmpty() && detail().customer().id() == kAway; }));
    expectNoneChosen();
    EXPECT_EQ(model().loadedCount(), 30) << "the rows are as good as before";
}

TEST_F(ListPlaceTest, theRowsBeforeAreShownWhereNoneStandsBehind)
{
    auto binned = server.stored(kAway);
    binned.set_id(40);
    server.put(binned);
    signIn();
    window->customers()->openCustomer(40);
    ASSERT_TRUE(waitUntil([this] { return server.lastList().around_customer_id() == 0 && isAnswered(); }));
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() == 30; }));
    EXPECT_EQ(list().currentId(), 40);
    for (const auto* view : table().findChildren<StateView*>())
        EXPECT_FALSE(view->isVisible()) << "it says that there are no customers";
}

TEST_F(ListPlaceTest, aCustomerThatHasGoneTakesNoListAlong)
{
    signIn();
    list().openFilter();
    test::typeInto(list().findChild<SearchBox*>(), QStringLiteral("Số 2"));
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() < 30 && isAnswered(); }));
    window->customers()->openCustomer(999);
    EXPECT_TRUE(waitUntil([this] { return model().loadedCount() == 30; }));
    EXPECT_FALSE(table().currentIndex().isValid());
}

TEST_F(ListPlaceTest, rowsOnTheirWayDoNotReplaceWhatIsOpenedMeanwhile)
{
    signIn();
    auto binned = server.stored(20);
    binned.mutable_delete_time()->set_seconds(1'700'000'000);
    server.put(binned);
    server.hold("ListCustomers");
    list().refresh();
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCustomers") == 2; }));
    window->customers()->openCustomer(20);
    QSignalSpy reloaded(&model(), &LiveListModel::reloaded);
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([&] { return !reloaded.isEmpty(); }));
    EXPECT_EQ(model().rowOf(20), -1);
    EXPECT_EQ(list().currentId(), 20);
    EXPECT_FALSE(table().currentIndex().isValid());
}

TEST_F(ListPlaceTest, whoChoosesAnotherRowWhileRowsAreOnTheirWayMeansThatOne)
{
    signIn();
    server.hold("ListCustomers");
    list().refresh();
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCustomers") == 2; }));
    window->customers()->openCustomer(20);
    goTo(model().rowOf(5), CustomerModel::Name);
    EXPECT_EQ(list().currentId(), 5);
    EXPECT_EQ(list().selectedIds(), QList<qint64>{5});
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 5; }));
    select(2, 4);
    EXPECT_EQ(list().selectedIds().size(), 3);
    goTo(model().rowOf(7), CustomerModel::Name);
    QSignalSpy reloaded(&model(), &LiveListModel::reloaded);
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([&] { return !reloaded.isEmpty(); }));
    EXPECT_EQ(list().currentId(), 7) << "not the one that was opened before";
    EXPECT_EQ(table().currentIndex().data(RowIdRole).toLongLong(), 7);
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 7; }));
}

TEST_F(ListPlaceTest, aRowChosenWhileAnotherIsLoadedIsMeantAndStays)
{
    signIn();
    server.hold("ListCustomers");
    window->customers()->openCustomer(kAway);
    ASSERT_TRUE(waitUntil([this] { return server.calls("ListCustomers") == 2; }));
    EXPECT_EQ(list().currentId(), kAway);
    goTo(model().rowOf(5), CustomerModel::Name);
    EXPECT_EQ(list().currentId(), 5);
    EXPECT_EQ(list().selectedIds(), QList<qint64>{5});
    QSignalSpy reloaded(&model(), &LiveListModel::reloaded);
    server.release("ListCustomers");
    ASSERT_TRUE(waitUntil([&] { return !reloaded.isEmpty(); }));
    EXPECT_EQ(list().currentId(), 5);
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 5; }));
}

TEST_F(ListTest, openingEndsTheWordsThatFilterTheListAndLoadsAroundTheCustomer)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    list().openFilter();
    test::typeInto(list().findChild<SearchBox*>(), QStringLiteral("Số 39"));
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() == 11; }));
    QSignalSpy reloaded(&model(), &LiveListModel::reloaded);
    window->customers()->openCustomer(420);
    ASSERT_TRUE(waitUntil([&] { return !reloaded.isEmpty() && detail().customer().id() == 420; }));
    EXPECT_EQ(list().currentId(), 420);
    EXPECT_EQ(table().currentIndex().data(RowIdRole).toLongLong(), 420);
    EXPECT_TRUE(model().query().text.isEmpty());
}

TEST_F(ListTest, openingLeavesThePageThatStandsInThePlaceOfTheList)
{
    signIn();
    emit list().assignRequested({3});
    ASSERT_NE(window->customers()->findChild<AssignPage*>(), nullptr);
    window->customers()->openCustomer(7);
    EXPECT_TRUE(window->customers()->isListShown());
    EXPECT_TRUE(waitUntil([this] { return detail().isVisible() && detail().customer().id() == 7; }));
}

} // namespace
} // namespace banhang::client
