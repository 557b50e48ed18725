// The lists behind choice boxes: who may keep them, and what comes of it.
#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "client/app/window/window_head.h"
#include "client/picklists/pick_item_form.h"
#include "client/picklists/picklists_page.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/two_line_delegate.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/support/typing.h"

#include <algorithm>

namespace banhang::client {
namespace {

using test::waitUntil;

constexpr qint64 kSeminar = 3; // the ids of the tags
constexpr qint64 kGuest = 4;
constexpr qint64 kPress = 5;

struct PicklistsPageTest : WindowFixture
{
    PicklistsPageTest()
    {
        server.addPick("status", "new", "Mới");
        server.addPick("status", "trading", "Đang giao dịch");
        server.addPick("tag", "seminar", "Dự hội thảo");
        server.addPick("tag", "guest", "Khách mời");
        server.addPick("tag", "press", "Báo chí");
        QApplication::setActiveWindow(window.get());
    }

    void grant()
    {
        v1::Me me;
        me.set_user_id(1);
        for (const auto& [resource, action] :
             {std::pair{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT}, {v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW}}) {
            auto* right = me.add_rights();
            right->set_resource(resource);
            right->set_action(action);
            right->set_scope(v1::SCOPE_ALL);
        }
        server.setMe(me);
    }

    QAction* entry()
    {
        for (auto* action : window->findChild<WindowHead*>()->toolsMenu()->actions())
            if (action->text().startsWith(QStringLiteral("Danh mục lựa chọn")))
                return action;
        return nullptr;
    }

    /// With the tags.
    void open()
    {
        grant();
        signIn();
        ASSERT_TRUE(waitUntil([this] { return entry() && entry()->isVisible(); }));
        entry()->trigger();
        ASSERT_TRUE(page().isVisible());
        lists().setCurrentItem(lists().findItems(QStringLiteral("Nhãn"), Qt::MatchExactly).constFirst());
        ASSERT_TRUE(waitUntil([this] { return items().count() == 3; }));
    }

    PicklistsPage& page() { return *window->findChild<PicklistsPage*>(); }
    QListWidget& lists() { return *page().findChild<QListWidget*>(QStringLiteral("lists")); }
    QListWidget& items() { return *page().findChild<QListWidget*>(QStringLiteral("entries")); }
    QLineEdit& vietnamese() { return *page().findChildren<QLineEdit*>().at(0); }
    QLineEdit& key() { return *page().findChildren<QLineEdit*>().at(2); }
    Button* button(const QString& text)
    {
        for (auto* one : page().findChildren<Button*>())
            if (one->isVisible() && one->text() == text)
                return one;
        return nullptr;
    }
    QStringList shown()
    {
        QStringList names;
        for (int row = 0; row < items().count(); ++row)
            names.append(items().item(row)->text());
        return names;
    }
    void rename(const QString& name)
    {
        vietnamese().setFocus();
        vietnamese().selectAll();
        test::typeInto(&vietnamese(), name);
    }
};

TEST_F(PicklistsPageTest, whatIsTypedAfterCtrlNIsTheNameOfTheNewEntry)
{
    open();
    lists().setFocus();
    QTest::keyClick(&lists(), Qt::Key_N, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([this] { return vietnamese().hasFocus(); }));
    EXPECT_TRUE(vietnamese().text().isEmpty());
}

TEST_F(PicklistsPageTest, isThereOnlyForWhoMayKeepThem)
{
    signIn();
    EXPECT_FALSE(entry()->isVisible());
}

TEST_F(PicklistsPageTest, showsHowManyAreOfferedAndWhatTheyAreCalled)
{
    open();
    EXPECT_EQ(lists().currentItem()->data(AsideRole).toString(), QStringLiteral("3"));
    EXPECT_EQ(shown().join(u'|'), QStringLiteral("Dự hội thảo|Khách mời|Báo chí"));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Dự hội thảo"));
    EXPECT_TRUE(key().isReadOnly());
}

TEST_F(PicklistsPageTest, theFormIsWholeOnTheSmallestScreen)
{
    open();
    const auto* scroll = page().findChild<FieldScroll*>();
    EXPECT_TRUE(waitUntil([&] { return scroll->viewport()->height() >= scroll->widget()->height(); }))
        << scroll->viewport()->height() << " of " << scroll->widget()->height();
    EXPECT_FALSE(scroll->verticalScrollBar()->isVisible());
}

TEST_F(PicklistsPageTest, addsOneUnderAKeyMadeOfItsWords)
{
    open();
    button(QStringLiteral("Thêm mục"))->click();
    rename(QStringLiteral("Hội chợ Đà Nẵng"));
    EXPECT_EQ(key().text(), QStringLiteral("hoi_cho_da_nang"));
    QTest::keyClick(&vietnamese(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return items().count() == 4; }));
    EXPECT_EQ(items().currentItem()->text(), QStringLiteral("Hội chợ Đà Nẵng"));
    const auto stored = server.storedPick(6);
    EXPECT_EQ(stored.list_key(), "tag");
    EXPECT_EQ(stored.key(), "hoi_cho_da_nang");
    EXPECT_TRUE(stored.active());
}

TEST_F(PicklistsPageTest, aKeyThatIsTakenIsToldAtItsField)
{
    open();
    button(QStringLiteral("Thêm mục"))->click();
    rename(QStringLiteral("Press"));
    button(QStringLiteral("Thêm"))->click();
    const auto* field = page().findChild<FormGrid*>()->fields().at(2);
    EXPECT_TRUE(waitUntil([&] { return field->state() == FieldState::Error; }));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Press"));
}

TEST_F(PicklistsPageTest, aColleaguesNameIsNotOverwrittenUnseen)
{
    open();
    rename(QStringLiteral("Hội thảo"));
    server.renamePick(kSeminar, "Hội thảo 2026");
    button(QStringLiteral("Lưu"))->click();
    const auto* notice = page().findChild<NoticeBar*>();
    ASSERT_TRUE(waitUntil([&] { return shown().constFirst() == QStringLiteral("Hội thảo 2026"); }));
    EXPECT_TRUE(notice->isVisible());
    EXPECT_TRUE(notice->accessibleName().contains(QStringLiteral("Hội thảo 2026")));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo"));
    button(QStringLiteral("Lưu"))->click();
    EXPECT_TRUE(waitUntil([this] { return server.storedPick(kSeminar).label_vi() == "Hội thảo"; }));
}

TEST_F(PicklistsPageTest, keepsWhatIsTypedWhileAnotherIsLookedAt)
{
    open();
    rename(QStringLiteral("Hội thảo"));
    items().setCurrentRow(1);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Khách mời"));
    lists().setCurrentRow(0);
    lists().setCurrentItem(lists().findItems(QStringLiteral("Nhãn"), Qt::MatchExactly).constFirst());
    items().setCurrentRow(0);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo"));
    EXPECT_EQ(server.calls("UpdatePickItem"), 0);
}

TEST_F(PicklistsPageTest, keepsWhatIsTypedForTheNextSessionOfWhoTypedIt)
{
    open();
    rename(QStringLiteral("Hội thảo"));
    const QString key = QStringLiteral("picklist-tag-%1").arg(kSeminar);
    const auto signOut = [this] { emit window->findChild<WindowHead*>()->signOutRequested(); };
    signOut();
    EXPECT_NE(vietnamese().text(), QStringLiteral("Hội thảo"));
    signIn();
    ASSERT_TRUE(waitUntil([&] { return window->client()->workplace().drafts.find(key).has_value(); }));
    ASSERT_TRUE(waitUntil([this] { return !window->client()->workplace().picklists.isEmpty(); }));
    EXPECT_TRUE(page().openDraft(key));
    EXPECT_EQ(lists().currentItem()->text(), QStringLiteral("Nhãn"));
    EXPECT_EQ(items().currentRow(), 0);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo"));
    window->client()->workplace().drafts.discard(key);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Dự hội thảo"));
}

TEST_F(PicklistsPageTest, aDraftOpensItsEntryOnceTheEntriesHaveCome)
{
    open();
    items().setCurrentRow(1);
    rename(QStringLiteral("Khách quý"));
    emit window->findChild<WindowHead*>()->signOutRequested();
    const QString key = QStringLiteral("picklist-tag-%1").arg(kGuest);
    auto& cache = window->client()->workplace().picklists;
    server.hold("ListPickItems");
    window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
    ASSERT_TRUE(waitUntil([&] { return window->client()->workplace().drafts.find(key).has_value(); }));
    ASSERT_TRUE(cache.isEmpty());
    EXPECT_TRUE(page().openDraft(key));
    server.release("ListPickItems");
    ASSERT_TRUE(waitUntil([this] { return items().count() == 3; }));
    EXPECT_EQ(items().currentRow(), 1);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Khách quý"));
}

TEST_F(PicklistsPageTest, keepsWhatIsTypedUntilTheAnswerComes)
{
    open();
    rename(QStringLiteral("Hội thảo"));
    button(QStringLiteral("Lưu"))->click();
    vietnamese().setText(QStringLiteral("Hội thảo 2027"));
    ASSERT_TRUE(waitUntil([this] { return shown().constFirst() == QStringLiteral("Hội thảo"); }));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo 2027"));

    button(QStringLiteral("Lưu"))->click();
    items().setCurrentRow(1);
    rename(QStringLiteral("Khách quý"));
    ASSERT_TRUE(waitUntil([this] { return shown().constFirst() == QStringLiteral("Hội thảo 2027"); }));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Khách quý"));
    EXPECT_EQ(server.storedPick(kGuest).label_vi(), "Khách mời") << "nobody saved it";
}

TEST_F(PicklistsPageTest, whatIsTypedAfterItWasSentIsThereWhenOneComesBack)
{
    open();
    rename(QStringLiteral("Hội thảo"));
    server.hold("UpdatePickItem");
    button(QStringLiteral("Lưu"))->click();
    rename(QStringLiteral("Hội thảo 2027"));
    items().setCurrentRow(1);
    server.release("UpdatePickItem");
    ASSERT_TRUE(waitUntil([this] { return shown().constFirst() == QStringLiteral("Hội thảo"); }));
    items().setCurrentRow(0);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo 2027"));
    EXPECT_FALSE(page().findChild<NoticeBar*>()->isVisible()) << "no colleague has changed it";
}

TEST_F(PicklistsPageTest, whatIsTypedAfterANewOneWasSentIsNoSecondNewOne)
{
    open();
    const auto& drafts = window->client()->workplace().drafts;
    for (const bool isLeft : {false, true}) {
        const int count = items().count();
        button(QStringLiteral("Thêm mục"))->click();
        rename(QStringLiteral("Hội chợ %1").arg(count));
        server.hold("CreatePickItem");
        button(QStringLiteral("Thêm"))->click();
        rename(QStringLiteral("Hội chợ lớn %1").arg(count));
        if (isLeft)
            items().setCurrentRow(1);
        server.release("CreatePickItem");
        ASSERT_TRUE(waitUntil([&] { return items().count() == count + 1; }));
        EXPECT_FALSE(drafts.find(QStringLiteral("picklist-tag-new")));
        items().setCurrentRow(count);
        EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội chợ lớn %1").arg(count));
        EXPECT_EQ(key().text(), QStringLiteral("hoi_cho_%1").arg(count)) << "records hold it";
    }
}

TEST_F(PicklistsPageTest, changesPlacesByKeys)
{
    open();
    items().setFocus();
    QTest::keyClick(&items(), Qt::Key_Down, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return shown().join(u'|') == QStringLiteral("Khách mời|Dự hội thảo|Báo chí"); }));
    EXPECT_EQ(items().currentRow(), 1);
    QTest::keyClick(&items(), Qt::Key_Down, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return shown().join(u'|') == QStringLiteral("Khách mời|Báo chí|Dự hội thảo"); }));
    EXPECT_EQ(items().currentRow(), 2);
    QTest::keyClick(&items(), Qt::Key_Up, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return shown().join(u'|') == QStringLiteral("Khách mời|Dự hội thảo|Báo chí"); }));
    QTest::keyClick(&items(), Qt::Key_Up, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return shown().join(u'|') == QStringLiteral("Dự hội thảo|Khách mời|Báo chí"); }));
    EXPECT_EQ(server.calls("MovePickItem"), 4) << "each is one write";
    EXPECT_EQ(server.calls("UpdatePickItem"), 0);
}

TEST_F(PicklistsPageTest, theButtonThatMovesKeepsTheFocusUntilTheAnswerComes)
{
    open();
    Button* down = button(QStringLiteral("Xuống"));
    down->setFocus();
    QTest::keyClick(down, Qt::Key_Space);
    EXPECT_TRUE(down->hasFocus());
    ASSERT_TRUE(waitUntil([this] { return shown().join(u'|') == QStringLiteral("Khách mời|Dự hội thảo|Báo chí"); }));
    EXPECT_TRUE(down->hasFocus());
}

TEST_F(PicklistsPageTest, aRefusedMoveIsToldBesideItsEntryAndLeavesAllInPlace)
{
    open();
    server.failNext("MovePickItem", AppError(ErrorCode::Conflict, "pick_item.edit_conflict"));
    button(QStringLiteral("Xuống"))->click();
    const auto* notice = page().findChild<NoticeBar*>();
    ASSERT_TRUE(waitUntil([&] { return notice->isVisible(); }));
    EXPECT_TRUE(notice->accessibleName().startsWith(QStringLiteral("Chưa chuyển được.")))
        << notice->accessibleName().toStdString();
    server.renamePick(kPress, "Nhà báo");
    page().reload();
    ASSERT_TRUE(waitUntil([this] { return shown().join(u'|') == QStringLiteral("Dự hội thảo|Khách mời|Nhà báo"); }));
    EXPECT_TRUE(notice->isVisible()) << "what came in anew says nothing about it";
    items().setCurrentRow(1);
    EXPECT_FALSE(notice->isVisible()) << "it is not about this one";
}

TEST_F(PicklistsPageTest, aRefusalThatComesBesideAnotherEntryNamesItsOwn)
{
    open();
    const auto* notice = page().findChild<NoticeBar*>();
    const auto comesLate = [&](const std::string& method, auto act) {
        items().setCurrentRow(0);
        server.hold(method);
        server.failNext(method, AppError(ErrorCode::Timeout, "call.timeout"));
        act();
        items().setCurrentRow(1);
        server.release(method);
        ASSERT_TRUE(waitUntil([&] { return notice->isVisible(); })) << method;
    };
    comesLate("MovePickItem", [this] { button(QStringLiteral("Xuống"))->click(); });
    EXPECT_TRUE(notice->accessibleName().startsWith(QStringLiteral("“Dự hội thảo” chưa chuyển được.")))
        << notice->accessibleName().toStdString();
    comesLate("UpdatePickItem", [this] { button(QStringLiteral("Ngừng dùng"))->click(); });
    EXPECT_TRUE(notice->accessibleName().startsWith(QStringLiteral("“Dự hội thảo” chưa đổi được.")));
    comesLate("UpdatePickItem", [this] {
        rename(QStringLiteral("Hội thảo"));
        button(QStringLiteral("Lưu"))->click();
    });
    EXPECT_TRUE(notice->accessibleName().startsWith(QStringLiteral("“Dự hội thảo” chưa lưu được.")));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Khách mời"));
    items().setCurrentRow(0);
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo")) << "what was typed stays";
}

TEST_F(PicklistsPageTest, movingAnEntryIsNoColleaguesChangeOfWhatIsTypedInto)
{
    open();
    rename(QStringLiteral("Hội thảo"));
    button(QStringLiteral("Xuống"))->click();
    ASSERT_TRUE(waitUntil([this] { return items().currentRow() == 1; }));
    EXPECT_EQ(vietnamese().text(), QStringLiteral("Hội thảo"));
    EXPECT_FALSE(page().findChild<NoticeBar*>()->isVisible());
    button(QStringLiteral("Lưu"))->click();
    EXPECT_TRUE(waitUntil([this] { return server.storedPick(kSeminar).label_vi() == "Hội thảo"; }));
}

TEST_F(PicklistsPageTest, noLongerOffersOneAndTakesThatBack)
{
    open();
    std::function<void()> undo;
    QObject::connect(&page(), &PicklistsPage::undoOffered, &page(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    items().setCurrentRow(2);
    button(QStringLiteral("Ngừng dùng"))->click();
    ASSERT_TRUE(waitUntil([&] { return undo && !server.storedPick(kPress).active(); }));
    ASSERT_TRUE(waitUntil([this] { return !items().item(2)->data(AsideRole).toString().isEmpty(); }));
    EXPECT_EQ(lists().currentItem()->data(AsideRole).toString(), QStringLiteral("2"));
    undo();
    EXPECT_TRUE(waitUntil([this] { return server.storedPick(kPress).active(); }));
}

TEST_F(PicklistsPageTest, takingOneBackDoesNotStopTheSavingOfAnother)
{
    open();
    std::function<void()> undo;
    QObject::connect(&page(), &PicklistsPage::undoOffered, &page(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    items().setCurrentRow(2);
    button(QStringLiteral("Ngừng dùng"))->click();
    ASSERT_TRUE(waitUntil([&] { return undo && !items().item(2)->data(AsideRole).toString().isEmpty(); }));
    items().setCurrentRow(0);
    rename(QStringLiteral("Hội thảo"));
    QSignalSpy news(&page(), &PicklistsPage::newsHappened);
    server.hold("UpdatePickItem");
    button(QStringLiteral("Lưu"))->click();
    undo();
    server.release("UpdatePickItem");
    ASSERT_TRUE(waitUntil([this] { return server.storedPick(kPress).active(); }));
    EXPECT_TRUE(waitUntil([this] { return server.storedPick(kSeminar).label_vi() == "Hội thảo"; }));
    EXPECT_TRUE(waitUntil([&] { return news.size() == 2; })) << "both are told";
}

TEST_F(PicklistsPageTest, showsWhatAColleagueChanges)
{
    open();
    server.renamePick(kGuest, "Khách mời VIP");
    v1::WatchEvent event;
    auto* change = event.mutable_batch()->add_changes();
    change->set_entity("pick_item");
    change->set_id(kGuest);
    change->set_version(2);
    change->set_kind(v1::CHANGE_KIND_CHANGED);
    change->set_actor_user_id(2);
    server.sendEvent(event);
    EXPECT_TRUE(waitUntil([this] { return shown().contains(QStringLiteral("Khách mời VIP")); }));
}

} // namespace
} // namespace banhang::client
