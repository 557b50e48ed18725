// What is done in the list: many rows at once, cells, clipboard, Ctrl+K, a window of its own.
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

#include "client/app/window/find_everything.h"
#include "client/customers/batch/paste_page.h"
#include "client/customers/customer_window.h"
#include "client/customers/views/list_views.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/parts/progress_row.h"
#include "tests/client/app/list_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

TEST_F(ListTest, choosesAllRowsAlsoThoseNotLoadedYet)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([this] { return list().selectedIds().size() == 450; }));
}

TEST_F(ListTest, showsACustomerAtTheEndWithThoseBefore)
{
    ASSERT_NO_FATAL_FAILURE(signInToMore());
    list().select(450); // as after a save: the page that is asked for begins with it
    ASSERT_TRUE(waitUntil([this] { return model().rowOf(450) > 0; }));
    QApplication::processEvents();
    EXPECT_EQ(list().currentId(), 450);
    const QRect row = table().visualRect(table().currentIndex());
    EXPECT_TRUE(row.isValid() && table().viewport()->rect().contains(row.center())) << row.top();
    EXPECT_GT(row.top(), table().viewport()->height() / 2) << "the others stand above";
}

TEST_F(ListTest, theTableStaysWhereItIsWhenTheFilterFieldComes)
{
    signIn();
    const QPoint before = table().mapTo(window.get(), QPoint());
    QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
    auto* field = list().findChild<SearchBox*>();
    ASSERT_TRUE(waitUntil([&] { return field->isVisible() && field->hasFocus(); }));
    QApplication::processEvents();
    EXPECT_EQ(table().mapTo(window.get(), QPoint()), before);
}

TEST_F(ListTest, theNameTakesWhatTheOthersLeaveAlsoWhenTheListIsShownLater)
{
    signIn();
    const auto& head = *table().horizontalHeader();
    list().resize(400, list().height());
    ASSERT_GT(head.length(), table().viewport()->width()) << "scrolls sideways";
    window->hide();
    window->resize(1500, 738);
    window->show();
    EXPECT_TRUE(waitUntil([&] { return head.length() == table().viewport()->width(); }))
        << head.length() << " of " << table().viewport()->width();
}

TEST_F(ListTest, tagsManyAfterShowingWhoIsLeftOut)
{
    signIn();
    server.denyBatch({3});
    select(0, 3);
    batch().tag(list().selectedIds(), QStringLiteral("seminar"), true);
    Button* confirm = nullptr;
    ASSERT_TRUE(waitUntil([&] { return (confirm = buttonWith(batch(), QStringLiteral("3"))) != nullptr; }));
    EXPECT_EQ(server.calls("TagCustomers"), 0) << "nothing before it is confirmed";
    confirm->click();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_EQ(server.stored(1).tag_keys(0), "seminar");
    EXPECT_EQ(server.stored(3).tag_keys_size(), 0);
    EXPECT_EQ(model().index(0, CustomerModel::Tags).data().toString(), QStringLiteral("Dự hội thảo"));
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).tag_keys_size() == 0; }));
}

TEST_F(ListTest, longWorkShowsHowFarItIsAndCanBeStopped)
{
    for (int i = 31; i <= 250; ++i) {
        v1::Customer customer;
        customer.set_id(i);
        customer.set_version(1);
        customer.set_name("Số " + std::to_string(i));
        server.put(customer);
    }
    window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() == 200; }));
    table().setFocus();
    list().selectAll();
    ASSERT_TRUE(waitUntil([this] { return list().selectedIds().size() == 250; }));
    batch().tag(list().selectedIds(), QStringLiteral("seminar"), true);
    Button* confirm = nullptr;
    ASSERT_TRUE(waitUntil([&] { return (confirm = buttonWith(batch(), QStringLiteral("250"))) != nullptr; }));
    server.hold("TagCustomers");
    confirm->click();
    auto* progress = batch().findChild<ProgressRow*>();
    ASSERT_TRUE(waitUntil([&] { return progress->isVisible(); }));
    emit progress->stopRequested();
    server.release("TagCustomers");
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_EQ(server.calls("TagCustomers"), 1) << "what was sent is finished, the rest is left";
    EXPECT_EQ(server.stored(1).tag_keys_size(), 1);
    EXPECT_EQ(server.stored(250).tag_keys_size(), 0);
    EXPECT_TRUE(undoText.startsWith(QStringLiteral("Đã dừng")));
}

TEST_F(ListTest, binsManyAndBringsThemBack)
{
    signIn();
    select(4, 6);
    QTest::keyClick(&table(), Qt::Key_Delete);
    Button* confirm = nullptr;
    ASSERT_TRUE(waitUntil([&] { return (confirm = buttonWith(batch(), QStringLiteral("3"))) != nullptr; }));
    confirm->click();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_TRUE(server.stored(6).has_delete_time());
    EXPECT_FALSE(model().rowAt(5)->goneReason.isEmpty());
    undo();
    EXPECT_TRUE(waitUntil([this] { return !server.stored(6).has_delete_time(); }));
    EXPECT_TRUE(waitUntil([this] { return model().rowAt(5)->goneReason.isEmpty(); }));
}

TEST_F(ListTest, givesUpBeforeAnythingIsDone)
{
    signIn();
    select(0, 2);
    batch().moveToBin(list().selectedIds());
    ASSERT_TRUE(waitUntil([this] { return buttonWith(batch(), QStringLiteral("3")) != nullptr; }));
    QTest::keyClick(buttonWith(batch(), QStringLiteral("3")), Qt::Key_Escape);
    EXPECT_EQ(buttonWith(batch(), QStringLiteral("Hủy")), nullptr);
    EXPECT_EQ(server.calls("BatchDeleteCustomers"), 0);
}

TEST_F(ListTest, editsACellInItsPlace)
{
    signIn();
    auto* field = editCell(1, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("0389 333 999"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    EXPECT_EQ(server.lastUpdate().update_mask().paths(0), "phones");
    EXPECT_EQ(server.lastUpdate().customer().version(), 1);
    EXPECT_EQ(model().index(1, CustomerModel::Phone).data().toString(), QStringLiteral("0389 333 999"));
    EXPECT_FALSE(list().cells()->isOpen());
    EXPECT_TRUE(table().hasFocus());
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(2).phones_size() == 0; }));
}

TEST_F(ListTest, escapeLeavesTheCellAsItWas)
{
    signIn();
    auto* field = editCell(1, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("123"));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_FALSE(list().cells()->isOpen());
    EXPECT_TRUE(table().hasFocus());
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
}

TEST_F(ListTest, tabSavesAndGoesOnToTheNextCell)
{
    signIn();
    auto setup = list().views()->setup();
    setup.columns = {{CustomerModel::Name, 0},
                     {CustomerModel::Tier, 0},
                     {CustomerModel::Phone, 0},
                     {CustomerModel::Owner, 0},
                     {CustomerModel::Email, 0}};
    list().views()->setSetup(setup);
    list().views()->choose(ListViews::Builtin::Visible);
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() == 30 && !model().isLoading(); }));
    auto* field = editCell(0, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("0389333999"));
    QTest::keyClick(field, Qt::Key_Tab);
    EXPECT_TRUE(waitUntil([this] {
        return list().cells()->isOpen() && table().currentIndex().column() == CustomerModel::Email;
    })) << "past the owner, which is not edited here";
    EXPECT_EQ(server.stored(1).phones(0).number(), "0389333999");
    ASSERT_NE(undo, nullptr);
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).phones_size() == 0; })) << "not the field that is open now";
}

TEST_F(ListTest, whatIsTypedIntoTheNextCellStaysWhenTheOneBeforeIsSaved)
{
    signIn();
    auto* second = editAnotherWhileOneIsSaved();
    ASSERT_NE(second, nullptr);
    test::typeInto(second, QStringLiteral("0389333888"));
    server.release("UpdateCustomer");
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    ASSERT_EQ(list().cells()->editor(), second);
    EXPECT_EQ(second->text(), QStringLiteral("0389333888"));
    undo();
    ASSERT_TRUE(waitUntil([this] { return server.stored(1).phones_size() == 0; }));
    QTest::keyClick(second, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return server.stored(2).phones_size() == 1; }));
    EXPECT_EQ(server.stored(1).phones_size(), 0);
}

TEST_F(ListTest, aCellThatWasLeftAndRefusedIsToldOfByName)
{
    signIn();
    QString told;
    QObject::connect(list().cells(), &CellEditing::failed, [&](const QString& strong) { told = strong; });
    server.failNext("UpdateCustomer", AppError(ErrorCode::Refused, "call.denied"));
    auto* second = editAnotherWhileOneIsSaved();
    ASSERT_NE(second, nullptr);
    server.release("UpdateCustomer");
    ASSERT_TRUE(waitUntil([&] { return !told.isEmpty(); }));
    EXPECT_TRUE(told.contains(QString::fromStdString(server.stored(1).name()))) << told.toStdString();
    EXPECT_EQ(list().cells()->editor(), second);
    EXPECT_TRUE(second->isEnabled());
    EXPECT_TRUE(list().cells()->message().isEmpty());
}

TEST_F(ListTest, whatIsWrongStandsAtTheCellAndTheTextStays)
{
    signIn();
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    *detail.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "phones[0].number", "phone.not_a_number");
    server.failNext("UpdateCustomer", AppError(ErrorCode::Invalid, detail));
    auto* field = editCell(0, CustomerModel::Phone);
    ASSERT_NE(field, nullptr);
    test::typeInto(field, QStringLiteral("abc"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return !list().cells()->message().isEmpty(); }));
    EXPECT_TRUE(list().cells()->isOpen());
    EXPECT_EQ(field->text(), QStringLiteral("abc"));
}

TEST_F(ListTest, aColleaguesValueIsToldBeforeItIsWrittenOver)
{
    signIn();
    server.hold("GetCustomer");
    auto* field = editCell(0, CustomerModel::TaxCode);
    if (!field) { // not among the usual columns: the cell is there all the same
        goTo(0, CustomerModel::TaxCode);
        ASSERT_TRUE(list().cells()->start(table().currentIndex()));
        field = qobject_cast<QLineEdit*>(list().cells()->editor());
    }
    auto changed = server.stored(1);
    changed.set_version(2);
    changed.set_tax_code("0106697817");
    server.put(changed);
    server.release("GetCustomer");
    test::typeInto(field, QStringLiteral("0101243150"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return list().cells()->message().contains(QStringLiteral("0106697817")); }));
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).tax_code() == "0101243150"; }));
}

TEST_F(ListTest, hiddenValuesAreNotEdited)
{
    auto masked = server.stored(1);
    masked.add_masked_fields("phones");
    server.put(masked);
    signIn();
    EXPECT_EQ(model().index(0, CustomerModel::Phone).data().toString(), QStringLiteral("không được xem"));
    EXPECT_EQ(editCell(0, CustomerModel::Phone), nullptr);
    EXPECT_FALSE(list().cells()->isOpen());
}

TEST_F(ListTest, copiesRowsAsATableForSheetsAndLetters)
{
    signIn();
    select(0, 1);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const auto* data = QApplication::clipboard()->mimeData();
    EXPECT_EQ(data->text().count(QLatin1Char('\n')), 1);
    EXPECT_TRUE(data->text().startsWith(QStringLiteral("Công ty TNHH Số 1\t")));
    EXPECT_TRUE(data->html().contains(QStringLiteral("<td>Công ty TNHH Số 2</td>")));
}

TEST_F(ListTest, aPastedBlockIsShownBeforeItChangesAnythingAndTakenBack)
{
    signIn();
    QApplication::clipboard()->setText(QStringLiteral("0389333999\tDiệp\n0912555204\tHuy\n"));
    table().setFocus();
    goTo(2, CustomerModel::Phone);
    QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
    auto* page = window->customers()->findChild<PastePage*>();
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
    emit page->confirmed();
    ASSERT_TRUE(waitUntil([this] { return undo != nullptr; }));
    ASSERT_EQ(server.stored(3).phones_size(), 1) << undoText.toStdString();
    ASSERT_EQ(server.stored(4).phones_size(), 1) << undoText.toStdString();
    EXPECT_EQ(server.stored(3).phones(0).number(), "0389333999");
    EXPECT_EQ(server.stored(4).phones(0).number(), "0912555204");
    EXPECT_EQ(server.stored(3).owner_user_id(), 0) << "owners are given, not typed";
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(3).phones_size() + server.stored(4).phones_size() == 0; }));
}

TEST_F(ListTest, aTextShowsWhatMatchesItBest)
{
    signIn();
    list().select(29);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 29; }));
    list().openFilter();
    test::typeInto(list().findChild<SearchBox*>(), QStringLiteral("Số 2")); // of which 29 is the last one
    ASSERT_TRUE(waitUntil([this] { return model().loadedCount() == 11; }));
    EXPECT_EQ(table().currentIndex().row(), 0);
    EXPECT_EQ(table().rowAt(0), 0);
}

TEST_F(ListTest, enterNeverChoosesWhatAnEarlierTextFound)
{
    signIn();
    window->customers()->openCustomer(7);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 7; }));
    qint64 chosen = 0;
    QObject::connect(window->find(), &FindEverything::customerChosen, window.get(), [&](qint64 id) { chosen = id; });
    auto* box = window->find()->box();
    box->setFocus();
    ASSERT_TRUE(waitUntil([this] { return window->find()->list()->isOpen(); }));
    server.hold("SearchCustomers");
    test::typeInto(box, QStringLiteral("Số 9"));
    EXPECT_FALSE(window->find()->list()->isOpen());
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_EQ(chosen, 0);
    server.release("SearchCustomers");
}

TEST_F(ListTest, aRecordInAWindowOfItsOwnStaysLive)
{
    signIn();
    table().setFocus();
    goTo(4, CustomerModel::Name);
    QTest::keyClick(&table(), Qt::Key_Return, Qt::ControlModifier);
    auto* own = window->customers()->windowOf(5);
    ASSERT_NE(own, nullptr);
    ASSERT_TRUE(waitUntil([&] { return own->detail()->customer().id() == 5; }));
    EXPECT_TRUE(own->isWindow());
    auto changed = server.stored(5);
    changed.set_version(2);
    changed.set_note("đã gọi");
    server.put(changed);
    server.sendChange(5, 2, 2, {"note"});
    EXPECT_TRUE(waitUntil([&] { return own->detail()->customer().version() == 2; }));
    goTo(9, CustomerModel::Name);
    window->customers()->openWindow(5);
    EXPECT_EQ(window->customers()->windowOf(5), own) << "raised, not opened twice";
    own->close();
    EXPECT_TRUE(waitUntil([this] { return window->customers()->windowOf(5) == nullptr; }));
}

TEST_F(ListTest, whatWasDoneInAClosedWindowCanStillBeUndone)
{
    signIn();
    window->customers()->openWindow(5);
    const QPointer<CustomerWindow> own = window->customers()->windowOf(5);
    ASSERT_NE(own, nullptr);
    auto* note = own->detail(); // stands for what its parts do with themselves
    int undone = 0;
    emit note->undoOffered(QStringLiteral("x"), [&undone, note] { undone += note->isVisible() ? 0 : 1; });
    own->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ASSERT_FALSE(own.isNull());
    window->customers()->openWindow(5);
    EXPECT_NE(window->customers()->windowOf(5), own.data());
    window->customers()->windowOf(5)->close();
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(undone, 1);
    undo = {}; // what the fixture keeps of it
    EXPECT_TRUE(waitUntil([&] { return own.isNull(); })) << "nothing holds it any more";
}

} // namespace
} // namespace banhang::client
