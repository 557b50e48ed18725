// What is being written stays with who writes it, and what is done goes through although more follows at once.
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>

#include "client/activities/timeline_model.h"
#include "client/activities/timeline_pane.h"
#include "client/activities/timeline_view.h"
#include "client/app/window/window_head.h"
#include "client/ui/form/search_box.h"
#include "client/ui/form/suggest_list.h"
#include "client/workday/quick_add.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::typeInto;
using test::waitUntil;

struct WritingTest : DayFixture
{
    QuickAdd& quick() { return *page().findChild<QuickAdd*>(); }
    DraftStore& drafts() { return window->client()->workplace().drafts; }
    TimelinePane& pane() { return *detail().findChild<TimelinePane*>(); }

    /// Beside the day, with the keyboard in its title.
    ActivityEditor* newTask()
    {
        v1::Activity seed;
        seed.set_kind(v1::ACTIVITY_KIND_TASK);
        emit quick().detailsWanted(seed);
        EXPECT_TRUE(waitUntil([this] { return openEditor() != nullptr; }));
        auto* editor = openEditor();
        if (editor) {
            for (auto* edit : editor->findChildren<QLineEdit*>())
                if (edit->accessibleName() == ActivityFields::tr("What"))
                    edit->setFocus();
        }
        return editor;
    }

    void typeHere(const QString& text) { typeInto(window->focusWidget(), text); }

    void signInAs(qint64 userId)
    {
        v1::Me me = mine;
        me.set_user_id(userId);
        server.setMe(me);
        const int before = server.calls("GetWorkday");
        window->signIn(QStringLiteral("somebody"), QStringLiteral("right"));
        ASSERT_TRUE(waitUntil([&] { return window->client()->session().userId() == userId; }));
        ASSERT_TRUE(waitUntil([&] { return page().isVisible() && server.calls("GetWorkday") > before; }));
    }

    void begin()
    {
        signInToDay();
        mine = window->client()->session().me();
    }

    void theNextOneFindsNothing()
    {
        ASSERT_NO_FATAL_FAILURE(signInAs(2));
        auto* editor = newTask();
        ASSERT_NE(editor, nullptr);
        EXPECT_EQ(editor->fields()->read().title(), "");
        EXPECT_TRUE(drafts().all().isEmpty());
        editor->cancel();
        EXPECT_TRUE(drafts().all().isEmpty());
    }

    void theFirstOneGoesOn()
    {
        emit window->findChild<WindowHead*>()->signOutRequested();
        ASSERT_NO_FATAL_FAILURE(signInAs(1));
        auto* editor = newTask();
        ASSERT_NE(editor, nullptr);
        EXPECT_EQ(editor->fields()->read().title(), "đòi nợ anh Ba");
    }

    void openCustomer(qint64 customerId)
    {
        signInToDay();
        ASSERT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 30; }));
        QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([this] { return list().isVisible(); }));
        window->customers()->openCustomer(customerId);
        ASSERT_TRUE(waitUntil([&] { return detail().customer().id() == customerId; }));
    }

    bool isListOpen()
    {
        return std::ranges::any_of(page().findChildren<SuggestList*>(),
                                   [](const SuggestList* suggestions) { return suggestions->isOpen(); });
    }

    void typeUntilListed(const QString& text)
    {
        signInToDay();
        page().focusQuickAdd();
        typeInto(&quick(), text);
        ASSERT_TRUE(waitUntil([this] { return isListOpen(); }));
    }

    /// A line whose customer the server is asked about, which answers when SearchCustomers is released.
    void typeUntilAskedAbout()
    {
        ASSERT_NO_FATAL_FAILURE(typeUntilListed(QStringLiteral("gọi Số 7")));
        const int before = server.calls("SearchCustomers");
        server.hold("SearchCustomers");
        typeInto(&quick(), QStringLiteral(" 14h30 mai"));
        ASSERT_TRUE(waitUntil([&] { return server.calls("SearchCustomers") > before; }));
    }

    int openCalls() { return window->client()->workplace().rpc.openCalls(); }

    v1::Me mine;
};

TEST_F(WritingTest, nobodySeesWhatWasTypedBeforeTheOtherSignedOut)
{
    begin();
    ASSERT_NE(newTask(), nullptr);
    typeHere(QStringLiteral("đòi nợ anh Ba"));
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_EQ(openEditor(), nullptr);
    ASSERT_NO_FATAL_FAILURE(theNextOneFindsNothing());
    theFirstOneGoesOn();
}

TEST_F(WritingTest, nobodySeesWhatWasTypedWhenTheSessionEnded)
{
    begin();
    ASSERT_NE(newTask(), nullptr);
    typeHere(QStringLiteral("đòi nợ anh Ba"));
    server.failNext("GetWorkday", AppError(ErrorCode::SignedOut, "session.ended"));
    page().reload();
    ASSERT_TRUE(waitUntil([this] { return !window->client()->session().isSignedIn(); }));
    ASSERT_NO_FATAL_FAILURE(theNextOneFindsNothing());
    theFirstOneGoesOn();
}

TEST_F(WritingTest, aSaveThatIsAnsweredAfterSigningOutLeavesTheDraftsOfTheNextOne)
{
    begin();
    auto* editor = newTask();
    ASSERT_NE(editor, nullptr);
    typeHere(QStringLiteral("đòi nợ anh Ba"));
    server.hold("CreateActivity");
    editor->save();
    ASSERT_TRUE(waitUntil([this] { return server.calls("CreateActivity") == 1; }));
    emit window->findChild<WindowHead*>()->signOutRequested();
    ASSERT_NO_FATAL_FAILURE(signInAs(2));
    ASSERT_NE(newTask(), nullptr);
    typeHere(QStringLiteral("việc của Diệp"));
    openEditor()->cancel();
    ASSERT_EQ(drafts().all().size(), 1);
    QSignalSpy saved(editor, &ActivityEditor::saved);
    server.release("CreateActivity");
    ASSERT_TRUE(waitUntil([this] { return !day.all().empty() && window->client()->workplace().rpc.openCalls() == 0; }));
    EXPECT_EQ(drafts().all().size(), 1);
    EXPECT_EQ(saved.count(), 0);
}

TEST_F(WritingTest, nothingCanBeTypedThatTheSaveOnItsWayDoesNotHold)
{
    day.put(task(1, "Soạn phụ lục", officeNow().date()));
    begin();
    auto* editor = newTask();
    ASSERT_NE(editor, nullptr);
    typeHere(QStringLiteral("Sửa báo giá"));
    auto* field = window->focusWidget();
    server.failNext("CreateActivity", AppError(ErrorCode::Refused, "call.denied"));
    server.hold("CreateActivity");
    QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.calls("CreateActivity") == 1; }));
    EXPECT_FALSE(field->isEnabled());
    EXPECT_EQ(window->focusWidget(), editor) << "and not what stands after it";
    typeHere(QStringLiteral(" gấp"));
    EXPECT_EQ(editor->fields()->read().title(), "Sửa báo giá");
    server.release("CreateActivity");
    ASSERT_TRUE(waitUntil([&] { return field->isEnabled(); }));
    EXPECT_EQ(window->focusWidget(), field);
    typeHere(QStringLiteral(" gấp"));
    QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return !editor->isOpen(); }));
    EXPECT_EQ(day.lastCreate().activity().title(), "Sửa báo giá gấp");
    EXPECT_TRUE(view().hasFocus());
}

TEST_F(WritingTest, aTimeTypedWhileTheListIsOpenCounts)
{
    ASSERT_NO_FATAL_FAILURE(typeUntilListed(QStringLiteral("gọi Số 7")));
    typeInto(&quick(), QStringLiteral(" 14h30 mai"));
    QTest::keyClick(&quick(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    const auto created = day.lastCreate().activity();
    EXPECT_EQ(created.customer_id(), 7);
    EXPECT_EQ(officeTime(created.start_time()).time(), QTime(14, 30));
}

TEST_F(WritingTest, whoIsMeantAtTheCustomersIsNotLost)
{
    ASSERT_NO_FATAL_FAILURE(typeUntilListed(QStringLiteral("gọi chị Lan Số 7 14h30 mai")));
    QTest::keyClick(&quick(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    EXPECT_EQ(day.lastCreate().activity().customer_id(), 7);
    EXPECT_EQ(day.lastCreate().activity().title(), "chị Lan");
}

TEST_F(WritingTest, enterWaitsForTheCustomerOfWhatStandsThere)
{
    ASSERT_NO_FATAL_FAILURE(typeUntilAskedAbout());
    ASSERT_TRUE(waitUntil([this] { return openCalls() == 1; }));
    QTest::keyClick(&quick(), Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_EQ(openCalls(), 1) << "the search alone";
    EXPECT_EQ(server.calls("CreateActivity"), 0);
    server.release("SearchCustomers");
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    EXPECT_EQ(day.lastCreate().activity().kind(), v1::ACTIVITY_KIND_TALK);
    EXPECT_EQ(day.lastCreate().activity().customer_id(), 7);
}

TEST_F(WritingTest, theFormWaitsForTheCustomerToo)
{
    ASSERT_NO_FATAL_FAILURE(typeUntilAskedAbout());
    quick()
        .findChild<QTimer*>(QStringLiteral("patience"))
        ->setInterval(std::chrono::minutes(1)); // the machine may stall
    QTest::keyClick(&quick(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(openEditor(), nullptr);
    server.release("SearchCustomers");
    ASSERT_TRUE(waitUntil([this] { return openEditor() != nullptr; }));
    EXPECT_EQ(openEditor()->fields()->read().customer_id(), 7);
    EXPECT_TRUE(quick().text().isEmpty());
}

TEST_F(WritingTest, theFormOpensWithoutTheCustomerWhenTheServerIsSlow)
{
    ASSERT_NO_FATAL_FAILURE(typeUntilAskedAbout());
    QTest::keyClick(&quick(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyPress(&quick(), Qt::Key_Shift, Qt::ShiftModifier);
    QTest::keyRelease(&quick(), Qt::Key_Shift);
    ASSERT_TRUE(waitUntil([this] { return openEditor() != nullptr; }));
    EXPECT_EQ(openEditor()->fields()->read().customer_id(), 0);
    server.release("SearchCustomers");
}

TEST_F(WritingTest, theLineStaysWhenTheCustomerCannotBeLookedUp)
{
    signInToDay();
    page().focusQuickAdd();
    QString told;
    QObject::connect(&page(), &WorkdayPage::failed, &page(), [&told](const QString& strong) { told = strong; });
    server.failNext("SearchCustomers", AppError(ErrorCode::Internal, "call.failed"), 9);
    typeInto(&quick(), QStringLiteral("gọi Số 7 mai"));
    QTest::keyClick(&quick(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return !told.isEmpty(); }));
    EXPECT_EQ(quick().text(), QStringLiteral("gọi Số 7 mai"));
    EXPECT_FALSE(isListOpen());
    EXPECT_EQ(server.calls("CreateActivity"), 0);
    server.stopFailing("SearchCustomers");
    QTest::keyClick(&quick(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    EXPECT_EQ(day.lastCreate().activity().customer_id(), 7);
}

TEST_F(WritingTest, bothAreDoneThatAreTickedAtOnce)
{
    day.put(task(1, "Sửa báo giá", officeNow().date()));
    day.put(task(2, "Soạn phụ lục", officeNow().date()));
    signInToDay();
    server.hold("GetActivity");
    page().finish(1);
    page().finish(2);
    ASSERT_TRUE(waitUntil([this] { return server.calls("GetActivity") == 2; }));
    server.release("GetActivity");
    EXPECT_TRUE(waitUntil([this] {
        return day.stored(1).state() == v1::ACTIVITY_STATE_DONE && day.stored(2).state() == v1::ACTIVITY_STATE_DONE;
    }));
}

TEST_F(WritingTest, bothAreDeletedThatAreDeletedAtOnce)
{
    day.put(call(1, 7, -86'400));
    day.put(call(2, 7, -7200));
    ASSERT_NO_FATAL_FAILURE(openCustomer(7));
    server.hold("GetActivity");
    pane().moveToBin(1);
    pane().moveToBin(2);
    ASSERT_TRUE(waitUntil([this] { return server.calls("GetActivity") == 2; }));
    server.release("GetActivity");
    EXPECT_TRUE(waitUntil([this] { return day.stored(1).has_delete_time() && day.stored(2).has_delete_time(); }));
}

TEST_F(WritingTest, whatWasToBeOpenedDoesNotComeAtTheNextCustomer)
{
    day.put(call(1, 7, -7200));
    ASSERT_NO_FATAL_FAILURE(openCustomer(7));
    server.hold("GetActivity");
    pane().open(1);
    ASSERT_TRUE(waitUntil([this] { return server.calls("GetActivity") == 1; }));
    window->customers()->openCustomer(8);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 8; }));
    server.release("GetActivity");
    ASSERT_TRUE(waitUntil([this] { return isAnswered(); }));
    EXPECT_FALSE(pane().editor()->isOpen());
}

TEST_F(WritingTest, theKeyboardStaysWithWhoTypesElsewhere)
{
    ASSERT_NO_FATAL_FAILURE(openCustomer(7));
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return pane().editor()->isVisible(); }));
    typeHere(QStringLiteral("hỏi giá mực"));
    auto* search = list().findChild<SearchBox*>();
    ASSERT_NE(search, nullptr);
    search->show();
    search->begin();
    auto* focus = window->focusWidget();
    ASSERT_FALSE(pane().editor()->isAncestorOf(focus));
    detail().showCustomer(8);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 8 && !pane().editor()->isOpen(); }));
    EXPECT_EQ(window->focusWidget(), focus);
}

} // namespace
} // namespace banhang::client
