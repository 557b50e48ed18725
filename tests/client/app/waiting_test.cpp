// What was typed and could not be saved: it waits behind its page, stands beside its customer, and is told of.
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

#include "client/app/connection/connection_view.h"
#include "client/app/connection/draft_list.h"
#include "client/app/connection/drafts_page.h"
#include "client/app/parts/connection_part.h"
#include "client/customers/detail/detail_draft.h"
#include "client/customers/detail/detail_head.h"
#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/customer_form.h"
#include "client/ui/form/form_field.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/status_line.h"
#include "client/ui/parts/tab_bar.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::waitUntil;

const std::string kMine = "0913 555 204";
const std::string kTheirs = "024 3555 0126";

struct WaitingTest : WindowFixture
{
    WaitingTest()
    {
        server.put(withPhone("0389 333 999", 1));
        QApplication::setActiveWindow(window.get());
    }

    v1::Customer withPhone(const std::string& number, int version) const
    {
        auto customer = server.stored(1);
        customer.set_version(version);
        customer.clear_phones();
        customer.add_phones()->set_number(number);
        return customer;
    }
    CustomersPage& page() { return *window->customers(); }
    DraftStore& drafts() { return window->client()->workplace().drafts; }
    bool isOnline() { return window->client()->feed().isOnline(); }
    ConflictPanel& conflictOfDetail() { return *detail().findChild<DetailDraft*>()->findChild<ConflictPanel*>(); }

    void typePhone(const std::string& number)
    {
        ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
        page().editCustomer(1);
        ASSERT_TRUE(waitUntil([this] { return page().form() != nullptr; }));
        auto* edit = qobject_cast<QLineEdit*>(page().form()->editor()->fieldAt("phones[0]")->editor());
        edit->setFocus();
        edit->selectAll();
        test::typeInto(edit, QString::fromStdString(number));
    }
    /// Of the new customer.
    std::string requestIdOfDraft()
    {
        const auto kept = drafts().find(customerDraftKey(0));
        const auto draft = kept ? readDraft(*kept) : std::nullopt;
        return draft ? draft->requestId : std::string();
    }
    void leaveForm()
    {
        emit page().form()->closeRequested();
        ASSERT_EQ(page().form(), nullptr);
    }
    /// A colleague saves another phone while ours is being typed; the form is left without a choice.
    void collide()
    {
        typePhone(kMine);
        server.put(withPhone(kTheirs, 2));
        server.sendChange(1, 2, 2, {"phones"});
        auto* conflict = page().form()->findChild<ConflictPanel*>();
        ASSERT_TRUE(waitUntil([conflict] { return conflict->isVisible(); }));
        leaveForm();
        ASSERT_TRUE(waitUntil([this] { return detail().customer().version() == 2; }));
    }
    void loseServer()
    {
        server.stop();
        ASSERT_TRUE(waitUntil([this] { return window->client()->feed().state() == ChangeFeed::State::Reconnecting; }));
    }
    Button* saveOf(QWidget& root)
    {
        for (auto* button : root.findChildren<Button*>()) {
            if (button->isVisible() && button->text().startsWith(QStringLiteral("Lưu")))
                return button;
        }
        return nullptr;
    }
};

TEST_F(WaitingTest, aConflictThatWasLeftStandsInTheDetail)
{
    signIn();
    collide();
    EXPECT_TRUE(waitUntil([this] { return conflictOfDetail().isVisible(); }));
    EXPECT_TRUE(detail().findChild<TabBar*>()->isVisible()) << "the facts help to choose";
    auto* save = saveOf(conflictOfDetail());
    ASSERT_NE(save, nullptr);
    save->click();
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).phones(0).number() == kMine; }));
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty(); }));
    EXPECT_TRUE(waitUntil([this] { return !conflictOfDetail().isVisible(); }));
    EXPECT_EQ(page().form(), nullptr) << "nobody is led away from what they were looking at";
}

TEST_F(WaitingTest, takingTheColleaguesValuesLeavesNothingToSave)
{
    signIn();
    collide();
    ASSERT_TRUE(waitUntil([this] { return conflictOfDetail().isVisible(); }));
    conflictOfDetail().takeAll(true);
    saveOf(conflictOfDetail())->click();
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty() && !conflictOfDetail().isVisible(); }));
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
    EXPECT_EQ(server.stored(1).phones(0).number(), kTheirs);
}

TEST_F(WaitingTest, withoutAConnectionWhatElseWaitsStandsBelowTheConflict)
{
    signIn();
    collide();
    loseServer();
    auto* waiting = detail().findChild<ConnectionView*>();
    ASSERT_NE(waiting, nullptr);
    EXPECT_TRUE(waitUntil([waiting] { return waiting->isVisible(); }));
    EXPECT_FALSE(detail().findChild<TabBar*>()->isVisible());
    conflictOfDetail().takeAll(false);
    saveOf(conflictOfDetail())->click();
    EXPECT_TRUE(waitUntil([this] {
        const auto draft = drafts().find(customerDraftKey(1));
        return draft && readDraft(*draft)->isWaiting;
    }));
    EXPECT_FALSE(conflictOfDetail().isVisible()) << "it is chosen";
    EXPECT_FALSE(waiting->isVisible());
    server.start();
    window->client()->feed().reconnectNow();
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).phones(0).number() == kMine; }));
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty(); }));
}

TEST_F(WaitingTest, aFormThatWasLeftIsSentWhenTheServerIsBack)
{
    signIn();
    typePhone(kMine);
    loseServer();
    page().form()->save(false);
    ASSERT_TRUE(waitUntil([this] { return page().form()->waitsForServer(); }));
    leaveForm();
    auto* told = detail().findChild<DetailDraft*>()->findChild<NoticeBar*>();
    EXPECT_TRUE(waitUntil([told] { return told->isVisible(); }));
    server.start();
    window->client()->feed().reconnectNow();
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).phones(0).number() == kMine; }));
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty(); }));
    EXPECT_TRUE(waitUntil([told] { return !told->isVisible(); }));
}

TEST_F(WaitingTest, whatWaitsIsStillSentWhenSomebodyHasLookedAtIt)
{
    signIn();
    typePhone(kMine);
    loseServer();
    page().form()->save(false);
    ASSERT_TRUE(waitUntil([this] { return page().form()->waitsForServer(); }));
    leaveForm();
    page().editCustomer(1);
    ASSERT_TRUE(waitUntil([this] { return page().form() != nullptr; }));
    EXPECT_TRUE(page().form()->waitsForServer());
    leaveForm();
    server.start();
    window->client()->feed().reconnectNow();
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).phones(0).number() == kMine; }));
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty(); }));
}

TEST_F(WaitingTest, aNewCustomerThatWasBegunIsNotReplacedByAName)
{
    signIn();
    page().addCustomer(QStringLiteral("Gốm Đất Vàng"));
    leaveForm();
    QString told;
    QObject::connect(&page(), &CustomersPage::newsHappened, [&](const QString&, const QString& text) { told = text; });
    page().addCustomer(QStringLiteral("Hoà Phát"));
    EXPECT_EQ(page().form()->editor()->collect().name(), "Gốm Đất Vàng");
    EXPECT_TRUE(told.contains(QStringLiteral("Hoà Phát"))) << told.toStdString();
}

struct DiscardTest : WaitingTest
{
    /// Writes a new customer's name and discards it; what brings it back.
    std::function<void()> discardNew(const QString& name)
    {
        std::function<void()> undo;
        const auto offers =
            QObject::connect(&page(), &CustomersPage::undoOffered,
                             [&](const QString&, const std::function<void()>& offered) { undo = offered; });
        page().addCustomer(name);
        page().form()->keepDraft();
        const auto buttons = page().form()->findChildren<Button*>();
        const auto discard = std::ranges::find(buttons, CustomerForm::tr("Discard the draft"), &Button::text);
        if (discard == buttons.end() || !waitUntil([&] { return !(*discard)->isHidden(); }))
            return undo;
        (*discard)->click();
        EXPECT_EQ(page().form(), nullptr);
        EXPECT_TRUE(drafts().all().isEmpty());
        QObject::disconnect(offers);
        return undo;
    }
};

TEST_F(DiscardTest, whatWasDiscardedInTheFormComesBackWithItsText)
{
    signIn();
    const auto undo = discardNew(QStringLiteral("Gốm Đất Vàng"));
    ASSERT_TRUE(undo);
    undo();
    ASSERT_NE(page().form(), nullptr);
    EXPECT_EQ(page().form()->editor()->collect().name(), "Gốm Đất Vàng");
    EXPECT_EQ(drafts().all().size(), 1);
}

TEST_F(DiscardTest, doesNotComeBackOverTheNextOne)
{
    signIn();
    const auto undo = discardNew(QStringLiteral("Gốm Đất Vàng"));
    ASSERT_TRUE(undo);
    page().addCustomer(QStringLiteral("Hoà Phát"));
    undo();
    EXPECT_EQ(page().form()->editor()->collect().name(), "Hoà Phát");
}

TEST_F(WaitingTest, aLateAnswerDoesNotTakeTheFormThatIsTypedInto)
{
    signIn();
    server.hold("GetCustomer");
    const int before = server.calls("GetCustomer");
    page().editCustomer(1);
    ASSERT_TRUE(waitUntil([&] { return server.calls("GetCustomer") == before + 1; }));
    page().addCustomer(QStringLiteral("Hoà Phát"));
    auto* form = page().form();
    server.release("GetCustomer");
    ASSERT_TRUE(waitUntil([this] { return isAnswered(); }));
    EXPECT_EQ(page().form(), form);
}

TEST_F(WaitingTest, aFormThatWasLeftWhileItWasSavedIsSaved)
{
    signIn();
    typePhone(kMine);
    server.hold("UpdateCustomer");
    page().form()->save(false);
    ASSERT_TRUE(waitUntil([this] { return server.calls("UpdateCustomer") == 1; }));
    const QPointer<CustomerForm> left = page().form();
    leaveForm();
    EXPECT_EQ(drafts().all().size(), 1) << "until it is known to be stored";
    server.release("UpdateCustomer");
    EXPECT_TRUE(waitUntil([this] { return server.stored(1).phones(0).number() == kMine; }));
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty(); }));
    EXPECT_TRUE(waitUntil([&] { return left.isNull(); }));
}

TEST_F(WaitingTest, whatWasTypedSinceAFormWasSentIsToldOfWhenItWasLeft)
{
    signIn();
    QStringList news;
    QObject::connect(&page(), &CustomersPage::newsHappened, window.get(),
                     [&news](const QString&, const QString& text) { news.append(text); });
    typePhone(kMine);
    server.hold("UpdateCustomer");
    page().form()->save(false);
    ASSERT_TRUE(waitUntil([this] { return server.calls("UpdateCustomer") == 1; }));
    auto* edit = qobject_cast<QLineEdit*>(page().form()->editor()->fieldAt("phones[0]")->editor());
    edit->setFocus();
    edit->selectAll();
    test::typeInto(edit, QString::fromStdString(kTheirs));
    leaveForm();
    server.release("UpdateCustomer");
    ASSERT_TRUE(waitUntil([&] { return !news.isEmpty(); }));
    EXPECT_TRUE(news.last().contains(QStringLiteral("trừ phần nhập thêm"))) << news.last().toStdString();
    EXPECT_EQ(server.stored(1).phones(0).number(), kMine);
    EXPECT_TRUE(drafts().find(customerDraftKey(1)).has_value());
    EXPECT_TRUE(waitUntil([this] { return detail().customer().version() == 2; })) << "the detail shows what is stored";
}

TEST_F(WaitingTest, whatWasSentGoesOutOfItsDraftUnderTheSameNumber)
{
    signIn();
    page().addCustomer(QStringLiteral("Hoà Phát"));
    server.hold("CreateCustomer");
    page().form()->save(false);
    ASSERT_TRUE(waitUntil([this] { return server.calls("CreateCustomer") == 1; }));
    const std::string first = requestIdOfDraft();
    ASSERT_FALSE(first.empty());
    leaveForm();
    page().addCustomer();
    ASSERT_TRUE(page().form());
    EXPECT_EQ(page().form()->editor()->collect().name(), "Hoà Phát") << "it is not known to be stored";
    page().form()->save(false);
    ASSERT_TRUE(waitUntil([this] { return server.calls("CreateCustomer") == 2; }));
    EXPECT_EQ(requestIdOfDraft(), first);
    server.release("CreateCustomer");
    EXPECT_TRUE(waitUntil([this] { return drafts().all().isEmpty(); }));
    EXPECT_EQ(server.lastCreate().request_id(), first);
}

TEST_F(WaitingTest, aDraftStaysADraftUntilItsFormWasSent)
{
    signIn();
    typePhone(kMine);
    leaveForm();
    loseServer();
    server.start();
    window->client()->feed().reconnectNow();
    ASSERT_TRUE(waitUntil([this] { return isOnline(); }));
    EXPECT_EQ(server.calls("UpdateCustomer"), 0);
    EXPECT_EQ(drafts().all().size(), 1);
}

TEST_F(WaitingTest, aLoadedCustomerIsEditedWithoutAConnection)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    loseServer();
    page().editCustomer(1);
    EXPECT_TRUE(waitUntil([this] { return page().form() != nullptr; }));
}

TEST_F(WaitingTest, theConnectionLogTellsWhatHappened)
{
    signIn();
    typePhone(kMine);
    loseServer();
    page().form()->keepDraft();
    const auto& log = window->client()->connectionLog();
    ASSERT_TRUE(waitUntil([&log] { return log.events().size() == 2; }));
    EXPECT_EQ(log.events()[0].kind, ConnectionEvent::Kind::Kept);
    server.start();
    window->client()->feed().reconnectNow();
    ASSERT_TRUE(waitUntil([&log] { return log.events().size() == 3; }));
    EXPECT_EQ(log.events()[0].kind, ConnectionEvent::Kind::Back);
    EXPECT_EQ(log.events()[0].count, 1);
    emit window->findChild<StatusLine*>()->connectionClicked();
    auto* page = window->findChild<DraftsPage*>();
    EXPECT_TRUE(page->isVisible());
    EXPECT_TRUE(page->findChild<DraftList*>()->isVisible());
}

TEST_F(WaitingTest, whoWasMergedAwayIsToldOfWithTheOneThatLivesOn)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 1; }));
    auto survivor = server.stored(2);
    survivor.set_code("KH000002");
    server.put(survivor);
    server.merge(1, 2);
    server.sendChange(1, 2, 2, {}, true);
    auto* open = [this]() -> Button* {
        Button* found = nullptr;
        waitUntil([&] {
            for (auto* button : detail().findChildren<Button*>()) {
                if (button->isVisible() && button->text().contains(QStringLiteral("KH000002")))
                    found = button;
            }
            return found != nullptr;
        });
        return found;
    }();
    ASSERT_NE(open, nullptr);
    const auto* head = detail().findChild<DetailHead*>();
    EXPECT_TRUE(std::ranges::none_of(head->findChildren<Button*>(), &Button::isVisible))
        << "nothing is done with who is not there";
    open->click();
    EXPECT_TRUE(waitUntil([this] { return detail().customer().id() == 2; }));
}

} // namespace
} // namespace banhang::client
