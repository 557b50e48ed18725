#include "client/app/window/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "client/app/connection/drafts_page.h"
#include "client/app/window/window_head.h"
#include "client/calendar/calendar_page.h"
#include "client/core/language.h"
#include "client/core/office_time.h"
#include "client/customers/colleague_page.h"
#include "client/customers/customers_api.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/detail/detail_head.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/sign_in_page.h"
#include "client/ui/form/search_box.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/toast.h"
#include "client/ui/table/data_table.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/office_clock_at.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/typing.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

const QString kNewCustomer = QStringLiteral("customer-new");

using test::FakeServer;
using test::waitUntil;

/// Tells whether what it watches was painted.
struct PaintWatch : QObject
{
    bool eventFilter(QObject*, QEvent* event) override
    {
        isPainted = isPainted || event->type() == QEvent::Paint;
        return false;
    }

    bool isPainted = false;
};

struct MainWindowTest : testing::Test
{
    MainWindowTest()
    {
        server.addPerson(1, "Lê Quang Minh");
        server.addPerson(2, "Phạm Ngọc Diệp");
        for (int i = 1; i <= 30; ++i) {
            v1::Customer customer;
            customer.set_id(i);
            customer.set_version(1);
            customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
            customer.set_name("Công ty TNHH Số " + std::to_string(i));
            server.put(customer);
        }
        window = std::make_unique<MainWindow>();
        window->setClient(std::make_unique<Client>(server.channel(), QStringLiteral("127.0.0.1:1"), folder.path(),
                                                   QByteArray(), nullptr, test::kPatient));
        window->resize(1366, 738);
        window->show();
    }

    void signIn()
    {
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        if (!waitUntil([this] { return list().model()->loadedCount() == 30; }))
            throw std::runtime_error(
                "the list has not come; calls of SignIn: " + std::to_string(server.calls("SignIn")) +
                ", of ListCustomers: " + std::to_string(server.calls("ListCustomers")));
        if (!waitUntil([this] { return window->client()->feed().isOnline(); }))
            throw std::runtime_error("the feed has not come");
    }

    CustomerList& list() { return *window->customers()->list(); }
    CustomerDetail& detail() { return *window->customers()->findChild<CustomerDetail*>(); }

    QTemporaryDir folder;
    FakeServer server;
    std::unique_ptr<MainWindow> window;
};

TEST_F(MainWindowTest, aWrongPasswordIsToldOnThePage)
{
    window->signIn(QStringLiteral("minh"), QStringLiteral("wrong"));
    auto* notice = window->signInPage()->findChild<NoticeBar*>();
    EXPECT_TRUE(waitUntil([&] { return notice->isVisible(); }));
    EXPECT_FALSE(window->client()->session().isSignedIn());
}

TEST_F(MainWindowTest, thePasswordIsGoneFromThePageOnceItHasDoneItsWork)
{
    auto* page = window->signInPage();
    const auto fields = page->findChildren<QLineEdit*>();
    const auto field = std::ranges::find(fields, QLineEdit::Password, &QLineEdit::echoMode);
    ASSERT_NE(field, fields.end());
    page->setUserName(QStringLiteral("minh"));
    (*field)->setFocus();
    test::typeInto(*field, QStringLiteral("right"));
    QTest::keyClick(*field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 30; }));
    EXPECT_TRUE((*field)->text().isEmpty());
    emit window->findChild<WindowHead*>()->signOutRequested();
    ASSERT_TRUE(page->isVisible());
    const int before = server.calls("SignIn");
    QTest::keyClick(*field, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE((*field)->text().isEmpty()) << "nor does it come back by undoing";
    QTest::keyClick(*field, Qt::Key_Return);
    EXPECT_EQ(server.calls("SignIn"), before);
}

TEST_F(MainWindowTest, thePasswordIsGoneFromThePageWhileItIsChanged)
{
    v1::Me me;
    me.set_user_id(1);
    me.set_must_change_password(true);
    server.setMe(me);
    const auto fields = window->signInPage()->findChildren<QLineEdit*>();
    const auto field = std::ranges::find(fields, QLineEdit::Password, &QLineEdit::echoMode);
    ASSERT_NE(field, fields.end());
    (*field)->setText(QStringLiteral("right"));
    window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
    ASSERT_TRUE(waitUntil([this] { return !window->signInPage()->isVisible(); }));
    EXPECT_TRUE((*field)->text().isEmpty());
}

TEST_F(MainWindowTest, showsListAndDetailAfterSigningIn)
{
    signIn();
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    EXPECT_EQ(window->windowTitle(), QStringLiteral("Khách hàng – banhang"));
}

TEST_F(MainWindowTest, theFirstPasswordMustBeChangedBeforeAnythingElse)
{
    v1::Me me;
    me.set_user_id(1);
    me.set_must_change_password(true);
    server.setMe(me);
    window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
    EXPECT_TRUE(waitUntil([this] { return window->client()->session().isSignedIn(); }));
    EXPECT_EQ(server.calls("ListCustomers"), 0);
    EXPECT_EQ(server.calls("Watch"), 0);
}

TEST_F(MainWindowTest, aListThatDidNotComeIsAskedForAgainByItself)
{
    server.failNext("ListCustomers", AppError(ErrorCode::Timeout, "call.timeout"));
    signIn();
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
}

TEST_F(MainWindowTest, aColleaguesChangeKeepsSelectionAndScroll)
{
    signIn();
    auto* table = list().table();
    table->setCurrentIndex(list().model()->index(20, 0));
    const auto position = table->rowViewportPosition(20);
    auto changed = server.stored(21);
    changed.set_version(2);
    changed.add_phones()->set_number("0352555817");
    server.put(changed);
    server.sendChange(21, 2, 2, {"phones"});
    ASSERT_TRUE(waitUntil([this] { return list().model()->rowAt(20)->version == 2; }));
    EXPECT_EQ(list().currentId(), 21);
    EXPECT_EQ(table->rowViewportPosition(20), position);
    EXPECT_TRUE(waitUntil([this] { return detail().customer().version() == 2; }));
}

TEST_F(MainWindowTest, theNextPersonSeesNoDraftAndNoNewsOfTheOneBefore)
{
    signIn();
    DraftStore& drafts = window->client()->workplace().drafts;
    drafts.keep({kNewCustomer, QStringLiteral("Khách hàng mới"), QDateTime::currentDateTime(), {{"typed", "x"}}});
    auto changed = server.stored(1);
    changed.set_version(2);
    server.put(changed);
    server.sendChange(1, 2, 2, {"phones"});
    const auto isTold = [this] {
        for (const auto* label : window->findChild<StatusLine*>()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("Số 1")))
                return true;
        }
        return false;
    };
    ASSERT_TRUE(waitUntil(isTold));
    emit window->findChild<WindowHead*>()->signOutRequested();
    v1::Me me;
    me.set_user_id(2);
    server.setMe(me);
    window->signIn(QStringLiteral("diep"), QStringLiteral("right"));
    ASSERT_TRUE(waitUntil([this] { return window->client()->session().userId() == 2; }));
    EXPECT_TRUE(drafts.all().isEmpty());
    EXPECT_FALSE(isTold());
}

TEST_F(MainWindowTest, aDiscardedDraftCanBeBroughtBack)
{
    signIn();
    DraftStore& drafts = window->client()->workplace().drafts;
    drafts.keep({kNewCustomer, QStringLiteral("Khách hàng mới"), QDateTime::currentDateTime(), {{"typed", "x"}}});
    emit window->findChild<WindowHead*>()->draftsRequested();
    auto* page = window->findChild<DraftsPage*>();
    ASSERT_TRUE(page->isVisible());
    const auto* menu = page->findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 1);
    menu->actions().constFirst()->trigger();
    EXPECT_TRUE(drafts.all().isEmpty());
    for (auto* toast : window->findChildren<Toast*>()) // one for news, one for reminders
        toast->runAction();
    EXPECT_EQ(drafts.all().size(), 1);
}

TEST_F(MainWindowTest, rowsAreWrittenAnewWhenTheDayTurns)
{
    const QDate day = officeNow().date().addDays(1);
    test::OfficeClockAt clock(officeTime(day, QTime(23, 58)));
    QListView rows; // in a window of its own, where nothing else happens
    rows.show();
    PaintWatch watch;
    rows.viewport()->installEventFilter(&watch);
    ASSERT_TRUE(waitUntil([&watch] { return watch.isPainted; }));
    QApplication::processEvents();
    watch.isPainted = false;
    clock.to(officeTime(day, QTime(23, 59)));
    QApplication::processEvents();
    EXPECT_FALSE(watch.isPainted);
    clock.to(officeTime(day.addDays(1), QTime(0, 0, 1)));
    EXPECT_TRUE(waitUntil([&watch] { return watch.isPainted; }));
}

TEST_F(MainWindowTest, rowsTakenAwayAreStruckThrough)
{
    signIn();
    server.sendChange(2, 0, 0, {}, true);
    EXPECT_TRUE(waitUntil([this] { return !list().model()->rowAt(1)->goneReason.isEmpty(); }));
}

TEST_F(MainWindowTest, aServerThatIsGoneLeavesEverythingInPlaceAndComesBackByItself)
{
    signIn();
    server.stop();
    ASSERT_TRUE(waitUntil([this] { return window->client()->feed().state() == ChangeFeed::State::Reconnecting; }));
    EXPECT_EQ(window->windowTitle(), QStringLiteral("Khách hàng (mất kết nối) – banhang"));
    EXPECT_EQ(list().model()->loadedCount(), 30);
    EXPECT_TRUE(list().table()->isOffline());
    server.start();
    ASSERT_TRUE(waitUntil([this] { return window->client()->feed().isOnline(); }));
    EXPECT_FALSE(list().table()->isOffline());
}

TEST_F(MainWindowTest, anEndedSessionAsksToSignInAgain)
{
    signIn();
    server.failNext("GetCustomer", AppError(ErrorCode::SignedOut, "session.ended"));
    detail().showCustomer(3);
    EXPECT_TRUE(waitUntil([this] { return window->signInPage()->isVisible(); }));
    EXPECT_FALSE(window->client()->session().isSignedIn());
    signIn();
}

TEST_F(MainWindowTest, theAccountIsNotLitForWhoSignsInNext)
{
    signIn();
    QToolButton* account = nullptr;
    for (auto* button : window->findChild<WindowHead*>()->findChildren<QToolButton*>())
        if (button->accessibleName() == WindowHead::tr("Your account"))
            account = button;
    ASSERT_NE(account, nullptr);
    QCursor::setPos(window->mapToGlobal(window->rect().center()));
    account->setAttribute(Qt::WA_UnderMouse); // as after the click that opens the menu
    account->menu()->popup(account->mapToGlobal(QPoint(0, account->height())));
    account->menu()->close();
    EXPECT_FALSE(account->underMouse());
}

TEST_F(MainWindowTest, deletingIsUndoneFromTheToast)
{
    signIn();
    std::function<void()> undo;
    QObject::connect(window->customers(), &CustomersPage::undoOffered, window.get(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    emit list().binRequested({2});
    ASSERT_TRUE(waitUntil([&] { return undo != nullptr; }));
    EXPECT_TRUE(server.stored(2).has_delete_time());
    EXPECT_FALSE(list().model()->rowAt(1)->goneReason.isEmpty());
    undo();
    ASSERT_TRUE(waitUntil([this] { return !server.stored(2).has_delete_time(); }));
    EXPECT_TRUE(waitUntil([this] { return list().model()->rowAt(1)->goneReason.isEmpty(); }));
}

TEST_F(MainWindowTest, pagesWithoutAnEntryStandInThePlaceOfTheirPart)
{
    signIn();
    const auto marked = [this] {
        for (const auto* entry : window->findChildren<RailButton*>()) {
            if (entry->isChecked())
                return entry->text();
        }
        return QString();
    };
    emit window->findChild<CalendarPage*>()->importRequested(folder.filePath(QStringLiteral("none.ics")));
    EXPECT_EQ(marked(), QStringLiteral("Lịch"));
    emit window->findChild<WindowHead*>()->binRequested();
    EXPECT_EQ(marked(), QStringLiteral("Khách hàng"));
}

TEST_F(MainWindowTest, whatLiesInTheBinIsRestoredBeforeAnythingElse)
{
    signIn();
    window->showCustomers();
    const auto shownActions = [this] {
        QStringList texts;
        for (const auto* action : detail().findChild<DetailHead*>()->findChildren<Button*>()) {
            if (action->isVisible() && action->kind() == ButtonKind::Primary)
                texts.append(action->text());
        }
        return texts;
    };
    detail().showCustomer(2);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 2; }));
    ASSERT_EQ(shownActions().size(), 1);
    EXPECT_FALSE(shownActions().front().contains(DetailHead::tr("Restore")));
    auto binned = server.stored(3);
    binned.mutable_delete_time()->set_seconds(1'700'000'000);
    server.put(binned);
    detail().showCustomer(3);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 3; }));
    EXPECT_EQ(shownActions(), QStringList{DetailHead::tr("Restore")});
    detail().focusContent();
    EXPECT_EQ(qobject_cast<Button*>(window->focusWidget())->text(), DetailHead::tr("Restore"));
}

TEST_F(MainWindowTest, givingAwayShowsTheNewOwnerAndCanBeUndone)
{
    signIn();
    std::function<void()> undo;
    QObject::connect(window->customers(), &CustomersPage::undoOffered, window.get(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    emit list().assignRequested({3});
    auto* page = window->customers()->findChild<AssignPage*>();
    ASSERT_NE(page, nullptr);
    emit page->assignRequested(2);
    ASSERT_TRUE(waitUntil([&] { return undo != nullptr; }));
    EXPECT_EQ(list().model()->index(2, CustomerModel::Owner).data().toString(), QStringLiteral("Diệp"));
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.stored(3).owner_user_id() == 0; }));
}

TEST_F(MainWindowTest, whatFailedIsToldUntilItIsDone)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    const auto* failure = window->findChild<NoticeBar*>(QStringLiteral("failure"));
    server.failNext("GetCustomer", AppError(ErrorCode::Internal, "call.internal"));
    window->customers()->editCustomer(1);
    ASSERT_TRUE(waitUntil([&] { return failure->isVisible(); }));
    CustomersApi api(window->client()->workplace().rpc);
    bool isFound = false;
    const auto handle =
        api.search({}, window.get(), [&](const Outcome<v1::SearchCustomersResponse>&) { isFound = true; });
    ASSERT_TRUE(waitUntil([&] { return isFound; }));
    EXPECT_TRUE(failure->isVisible()) << "something else was done";
    window->customers()->editCustomer(1);
    EXPECT_TRUE(waitUntil([&] { return !failure->isVisible(); }));
}

TEST_F(MainWindowTest, filtersAsTyped)
{
    signIn();
    list().openFilter();
    auto* box = list().findChild<SearchBox*>();
    test::typeInto(box, QStringLiteral("Số 7"));
    EXPECT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 1; }));
    EXPECT_EQ(list().model()->rowAt(0)->id, 7);
}

TEST_F(MainWindowTest, changesItsLanguageWhileSignedIn)
{
    signIn();
    setLanguage(Language::English);
    window->rebuild();
    EXPECT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 30; }));
    EXPECT_EQ(window->windowTitle(), QStringLiteral("Customers – banhang"));
    setLanguage(Language::Vietnamese);
}

} // namespace
} // namespace banhang::client
