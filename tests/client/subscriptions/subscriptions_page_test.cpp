// What people follow: setting it up and turning it off.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include "client/notifications/notice_model.h"
#include "client/notifications/notice_settings.h"
#include "client/subscriptions/field_list.h"
#include "client/subscriptions/subscription_editor.h"
#include "client/subscriptions/subscriptions_page.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/two_line_delegate.h"
#include "tests/client/subscriptions/subscriptions_fixture.h"
#include "tests/client/support/held_saves.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::HeldSaves;
using test::SubscriptionMemory;
using test::SubscriptionsOffice;
using test::waitUntil;

class SubscriptionsPageTest : public ::testing::Test
{
protected:
    void open(bool isFilled = true)
    {
        office = std::make_unique<SubscriptionsOffice>(isFilled);
        page = std::make_unique<SubscriptionsPage>(office->workplace);
        page->resize(1200, 700);
        page->show();
        ASSERT_TRUE(waitUntil([this] { return office->directory.isLoaded(); }));
        page->reload();
        ASSERT_TRUE(waitUntil([this] { return office->server.calls("ListSubscriptions") > 0; }));
        ASSERT_TRUE(waitUntil([this, isFilled] { return isFilled ? list().count() == 2 : empty().isVisible(); }));
    }
    QListWidget& list() { return *page->findChild<QListWidget*>(QStringLiteral("subscriptions")); }
    StateView& empty() { return *page->findChild<StateView*>(QStringLiteral("empty")); }
    SubscriptionEditor& editor() { return *page->findChild<SubscriptionEditor*>(); }
    FieldList& fields() { return *page->findChild<FieldList*>(); }
    QLineEdit& name() { return *editor().findChild<QLineEdit*>(); }
    Button* button(const QString& text)
    {
        for (auto* one : page->findChildren<Button*>())
            if (one->isVisibleTo(page.get()) && one->text().contains(text))
                return one;
        return nullptr;
    }
    void tick(const QString& label) { fields().findItems(label, Qt::MatchExactly).at(0)->setCheckState(Qt::Checked); }

    /// News of a record of this kind, as the feed brings them.
    void hear(const char* entity)
    {
        RecordChange change;
        change.entity = QLatin1String(entity);
        emit office->feed.changesArrived({change});
    }
    /// The first one, by the same person at another machine.
    void muteElsewhere()
    {
        {
            const std::scoped_lock lock(office->memory.mutex);
            office->memory.subscriptions.front().set_is_muted(true);
        }
        hear("subscription_mute");
    }
    void beginNew() { button(QStringLiteral("Theo dõi mục mới"))->click(); }
    HeldSaves saves()
    {
        return {*office, {"Subscription", list(), name(), [this] { beginNew(); }, [this] { editor().save(); }}};
    }
    bool isShownMuted(int row) { return list().item(row)->data(RowIconRole).toString() == QLatin1String("eye-off"); }

    std::unique_ptr<SubscriptionsOffice> office;
    std::unique_ptr<SubscriptionsPage> page;
};

TEST_F(SubscriptionsPageTest, saysWhatOneCouldFollowWhereThereIsNothing)
{
    open(false);
    ASSERT_NE(button(QStringLiteral("Theo dõi một mục")), nullptr);
    button(QStringLiteral("Theo dõi một mục"))->click();
    EXPECT_TRUE(editor().isVisible());
    EXPECT_FALSE(empty().isVisible());
}

TEST_F(SubscriptionsPageTest, tellsInWordsWhatIsFollowed)
{
    open();
    const QString second = list().item(0)->data(SecondLineRole).toString();
    EXPECT_TRUE(second.contains(QStringLiteral("Phụ trách, Trạng thái"))) << second.toStdString();
    EXPECT_TRUE(second.contains(QStringLiteral("Thân thiết"))) << second.toStdString();
    EXPECT_TRUE(list().item(1)->data(SecondLineRole).toString().contains(QStringLiteral("mới thêm")));
}

TEST_F(SubscriptionsPageTest, showsWhatDepartmentsFollow)
{
    open();
    page->findChild<Segmented*>()->setCurrent(1);
    emit page->findChild<Segmented*>()->chosen(1);
    ASSERT_EQ(list().count(), 1);
    EXPECT_EQ(list().item(0)->text(), QStringLiteral("Kế toán: mã số thuế"));
}

TEST_F(SubscriptionsPageTest, saysBeforehandHowMuchItWouldTell)
{
    open();
    auto* preview = editor().findChild<Label*>(QStringLiteral("preview"));
    EXPECT_TRUE(waitUntil([&] { return preview->text().contains(QStringLiteral("12")); }));
}

TEST_F(SubscriptionsPageTest, savesWhatWasTickedByKey)
{
    open();
    page->findChild<QListWidget*>(QStringLiteral("subscriptions"))->setFocus();
    beginNew();
    QTest::keyClicks(&name(), QStringLiteral("Ghi chu"));
    tick(QStringLiteral("Ghi chú"));
    QTest::keyClick(&name(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return list().count() == 3; }));
    const auto made = office->memory.read([](const SubscriptionMemory& memory) { return memory.subscriptions.back(); });
    EXPECT_EQ(made.name(), "Ghi chu");
    ASSERT_EQ(made.fields_size(), 1);
    EXPECT_EQ(made.fields(0), "note");
    EXPECT_EQ(made.unit_id(), 0);
}

TEST_F(SubscriptionsPageTest, keepsWhatIsTypedWhileAnotherIsLookedAt)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral("X"));
    const QString typed = name().text();
    list().setCurrentRow(1);
    EXPECT_NE(name().text(), typed);
    list().setCurrentRow(0);
    EXPECT_EQ(name().text(), typed);
    EXPECT_TRUE(editor().isChanged());
}

TEST_F(SubscriptionsPageTest, whatWasTypedOutlivesThePage)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral(" VIP"));
    page->clear();
    EXPECT_FALSE(editor().isOpen());
    const auto reopened = [this](const QString& key) {
        page = std::make_unique<SubscriptionsPage>(office->workplace);
        page->resize(1200, 700);
        page->show();
        EXPECT_TRUE(page->openDraft(key));
        return waitUntil([this] { return editor().isOpen() && list().count() == 2; });
    };
    ASSERT_TRUE(reopened(QStringLiteral("subscription-1")));
    EXPECT_TRUE(name().text().endsWith(QStringLiteral(" VIP")));
    EXPECT_TRUE(editor().isChanged());
    beginNew();
    QTest::keyClicks(&name(), QStringLiteral("Ghi chu"));
    page->clear();
    ASSERT_TRUE(reopened(QStringLiteral("subscription-new")));
    EXPECT_EQ(editor().subscriptionId(), 0);
    EXPECT_EQ(name().text(), QStringLiteral("Ghi chu"));
    office->drafts.discard(QStringLiteral("subscription-new"));
    EXPECT_TRUE(waitUntil([this] { return name().text() != QStringLiteral("Ghi chu"); }));
    EXPECT_FALSE(page->openDraft(QStringLiteral("sequence-1")));
}

TEST_F(SubscriptionsPageTest, savesOneWhileAnotherIsTypedInto)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral(" A"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    list().setCurrentRow(1);
    QTest::keyClicks(&name(), QStringLiteral(" B"));
    ASSERT_NO_FATAL_FAILURE(saves().awaitSaved());
    EXPECT_EQ(editor().subscriptionId(), 2);
    EXPECT_EQ(list().currentRow(), 1);
    EXPECT_EQ(name().text(), QStringLiteral("Khiếu nại mới B"));
    list().setCurrentRow(0);
    EXPECT_TRUE(name().text().endsWith(QStringLiteral(" A")));
    EXPECT_FALSE(editor().isChanged());
    list().setCurrentRow(1);
    EXPECT_EQ(name().text(), QStringLiteral("Khiếu nại mới B"));
}

TEST_F(SubscriptionsPageTest, whatIsTypedAfterItWasSentIsThereWhenOneComesBack)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral(" A"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    QTest::keyClicks(&name(), QStringLiteral(" VIP"));
    const QString typed = name().text();
    list().setCurrentRow(1);
    ASSERT_NO_FATAL_FAILURE(saves().awaitSaved());
    list().setCurrentRow(0);
    EXPECT_EQ(name().text(), typed);
    EXPECT_TRUE(editor().isChanged());
    EXPECT_TRUE(QString::fromStdString(editor().stored().name()).endsWith(QStringLiteral(" A")));
    EXPECT_FALSE(editor().findChild<NoticeBar*>()->isVisible()) << "no colleague has changed it";
}

TEST_F(SubscriptionsPageTest, whatIsTypedAfterANewOneWasSentIsNoSecondNewOne)
{
    open();
    ASSERT_NO_FATAL_FAILURE(saves().beginToCreate(QStringLiteral("Ghi chu")));
    QTest::keyClicks(&name(), QStringLiteral(" B"));
    list().setCurrentRow(1);
    ASSERT_NO_FATAL_FAILURE(saves().awaitCreated());
    ASSERT_EQ(list().count(), 3);
    EXPECT_FALSE(saves().isNewOneKept());
    list().setCurrentRow(2);
    EXPECT_EQ(name().text(), QStringLiteral("Ghi chu B"));
    EXPECT_NE(editor().subscriptionId(), 0);
    EXPECT_TRUE(editor().isChanged());
}

TEST_F(SubscriptionsPageTest, savesANewOneOnceWhateverIsPressedMeanwhile)
{
    open();
    saves().expectNewOneIsSavedOnce();
}

TEST_F(SubscriptionsPageTest, savesWhatWasTypedWhileTheNewOneWasOnItsWay)
{
    open();
    ASSERT_NO_FATAL_FAILURE(saves().expectTypedMeanwhileIsSaved());
    EXPECT_FALSE(editor().isChanged());
    EXPECT_EQ(name().text(), QStringLiteral("VIP 2"));
}

TEST_F(SubscriptionsPageTest, putsWhatWasTypedOverWhatAColleagueChanged)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral(" A"));
    const QString typed = name().text();
    list().setCurrentRow(1);
    {
        const std::scoped_lock lock(office->memory.mutex);
        auto& stored = office->memory.subscriptions.front();
        stored.set_version(4);
        stored.set_on_create(true);
    }
    const int lists = office->server.calls("ListSubscriptions");
    page->reload();
    ASSERT_TRUE(waitUntil([&] { return office->server.calls("ListSubscriptions") > lists; }));
    ASSERT_TRUE(waitUntil([this] { return office->rpc.openCalls() == 0; }));
    list().setCurrentRow(0);
    EXPECT_EQ(name().text(), typed);
    EXPECT_TRUE(editor().typed().on_create());
    EXPECT_EQ(editor().typed().version(), 4);
    EXPECT_TRUE(editor().findChild<NoticeBar*>()->isVisible());
}

TEST_F(SubscriptionsPageTest, theListFollowsADraftDiscardedElsewhere)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral("X"));
    list().setCurrentRow(1);
    const auto second = [this] { return list().item(0)->data(SecondLineRole).toString(); };
    ASSERT_TRUE(second().startsWith(QStringLiteral("chưa lưu"))) << second().toStdString();
    office->drafts.discard(QStringLiteral("subscription-1"));
    EXPECT_FALSE(second().startsWith(QStringLiteral("chưa lưu")));
}

TEST_F(SubscriptionsPageTest, saysWhichOneIsNotSavedWhenAnotherIsOpenByThen)
{
    open();
    QSignalSpy failed(page.get(), &SubscriptionsPage::failed);
    QTest::keyClicks(&name(), QStringLiteral(" A"));
    const QString typed = name().text();
    office->server.failNext("UpdateSubscription", AppError(ErrorCode::Conflict, "subscription.edit_conflict"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    list().setCurrentRow(1);
    office->server.release("UpdateSubscription");
    ASSERT_TRUE(waitUntil([&] { return failed.size() == 1; }));
    EXPECT_TRUE(failed[0][0].toString().contains(typed));
    list().setCurrentRow(0);
    EXPECT_EQ(name().text(), typed);
}

TEST_F(SubscriptionsPageTest, keepsWhatIsTypedUntilItIsSaved)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral(" A"));
    ASSERT_NO_FATAL_FAILURE(saves().beginToSave());
    name().setCursorPosition(0);
    QTest::keyClicks(&name(), QStringLiteral("X "));
    const QString typed = name().text();
    ASSERT_NO_FATAL_FAILURE(saves().awaitSaved());
    EXPECT_EQ(name().text(), typed);
    EXPECT_EQ(name().cursorPosition(), 2);
    EXPECT_TRUE(editor().isChanged());
    EXPECT_EQ(editor().typed().version(), 4) << "is saved over what it was typed after";
}

TEST_F(SubscriptionsPageTest, discardingOneKeepsWhatIsTypedIntoTheNewOne)
{
    open();
    beginNew();
    QTest::keyClicks(&name(), QStringLiteral("Ghi chu"));
    list().setCurrentRow(0);
    QTest::keyClicks(&name(), QStringLiteral("X"));
    const int lists = office->server.calls("ListSubscriptions");
    button(QStringLiteral("Bỏ thay đổi"))->click();
    ASSERT_TRUE(waitUntil([&] { return office->server.calls("ListSubscriptions") > lists && editor().isOpen(); }));
    beginNew();
    EXPECT_EQ(name().text(), QStringLiteral("Ghi chu"));
}

TEST_F(SubscriptionsPageTest, oneActDoesNotStopTheOneBefore)
{
    open();
    QSignalSpy undo(page.get(), &SubscriptionsPage::undoOffered);
    office->server.hold("MuteSubscription");
    page->mute(1, {});
    page->mute(2, {});
    office->server.release("MuteSubscription");
    ASSERT_TRUE(waitUntil([this] {
        return office->memory.read([](const SubscriptionMemory& memory) { return memory.mutes.size() == 2; });
    }));
    EXPECT_TRUE(waitUntil([&] { return undo.size() == 2; }));
}

TEST_F(SubscriptionsPageTest, saysThatSomebodyElseWasFaster)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral("X"));
    office->server.failNext("UpdateSubscription", AppError(ErrorCode::Conflict, "subscription.edit_conflict"));
    editor().save();
    auto* notice = editor().findChild<NoticeBar*>();
    ASSERT_TRUE(waitUntil([&] { return notice->isVisible(); }));
    EXPECT_TRUE(editor().isChanged()) << "what was typed stays";
}

TEST_F(SubscriptionsPageTest, deletesAndTakesItBack)
{
    open();
    std::function<void()> undo;
    QObject::connect(page.get(), &SubscriptionsPage::undoOffered, page.get(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    button(QStringLiteral("Xóa"))->click();
    ASSERT_TRUE(waitUntil([this] { return list().count() == 1; }));
    ASSERT_TRUE(undo);
    undo();
    EXPECT_TRUE(waitUntil([this] { return list().count() == 2; }));
}

TEST_F(SubscriptionsPageTest, isTurnedOffFromANotification)
{
    open();
    std::function<void()> undo;
    QObject::connect(page.get(), &SubscriptionsPage::undoOffered, page.get(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    page->mute(1, officeNow().addSecs(3600));
    ASSERT_TRUE(waitUntil([&] { return bool(undo); }));
    const auto asked = office->memory.read([](const SubscriptionMemory& memory) { return memory.mutes.back(); });
    EXPECT_TRUE(asked.muted());
    EXPECT_TRUE(asked.has_until_time());
    undo();
    EXPECT_TRUE(waitUntil([this] {
        return !office->memory.read([](const SubscriptionMemory& memory) { return memory.mutes.back(); }).muted();
    }));
}

TEST_F(SubscriptionsPageTest, followsWhatWasTurnedOffInAnotherWindow)
{
    open();
    muteElsewhere();
    EXPECT_TRUE(waitUntil([this] { return isShownMuted(0); }));
    EXPECT_FALSE(editor().isChanged());
}

TEST_F(SubscriptionsPageTest, keepsWhatIsTypedWhileAnotherWindowTurnsItOff)
{
    open();
    QTest::keyClicks(&name(), QStringLiteral("X"));
    const QString typed = name().text();
    muteElsewhere();
    EXPECT_TRUE(waitUntil([this] { return isShownMuted(0); }));
    EXPECT_EQ(name().text(), typed);
    EXPECT_NE(button(QStringLiteral("Báo trở lại")), nullptr);
}

TEST_F(SubscriptionsPageTest, noticesAreSetAsOnAnotherMachine)
{
    open();
    NoticeSettings settings(office->workplace);
    settings.load();
    auto* mail = settings.findChild<QLineEdit*>(QStringLiteral("email"));
    ASSERT_TRUE(waitUntil([this] { return office->server.calls("GetNotificationSettings") == 1; }));
    office->news->settings.set_email("minh@abc.vn");
    hear("notification_setting");
    EXPECT_TRUE(waitUntil([&] { return mail->text() == QLatin1String("minh@abc.vn"); }));

    mail->setText(QStringLiteral("dở dang"));
    office->news->settings.set_email("khac@abc.vn");
    const int asked = office->server.calls("GetNotificationSettings");
    hear("notification_setting");
    EXPECT_EQ(office->server.calls("GetNotificationSettings"), asked);
    EXPECT_EQ(mail->text(), QStringLiteral("dở dang")) << "what is typed is not taken away";
}

TEST_F(SubscriptionsPageTest, saysWhenTheServerIsAway)
{
    office = std::make_unique<SubscriptionsOffice>();
    page = std::make_unique<SubscriptionsPage>(office->workplace);
    page->show();
    office->server.failNext("ListSubscriptions", AppError(ErrorCode::Unavailable, "database.unavailable"), 10);
    page->reload();
    auto* failure = page->findChild<StateView*>(QStringLiteral("failure"));
    EXPECT_TRUE(waitUntil([&] { return failure->isVisible(); }));
}

} // namespace
} // namespace banhang::client
