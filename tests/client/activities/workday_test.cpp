#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTest>

#include <gtest/gtest.h>

#include "client/activities/activity_editor.h"
#include "client/activities/quick_call.h"
#include "client/activities/timeline_model.h"
#include "client/activities/timeline_pane.h"
#include "client/activities/timeline_view.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/workday/brief_list.h"
#include "client/workday/greeting.h"
#include "client/workday/quick_add.h"
#include "client/workday/side_lists.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/support/office_clock_at.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::typeInto;
using test::waitUntil;

struct WorkdayPageTest : DayFixture
{
    QuickAdd& quick() { return *page().findChild<QuickAdd*>(); }
};

TEST_F(WorkdayPageTest, headsOfTheListsBesideTheDayAreOfOneHeightWithAndWithoutALink)
{
    signInToDay();
    QSet<int> heights;
    int links = 0;
    for (const auto* list : page().findChildren<BriefList*>()) {
        const auto* head = list->findChild<Pane*>();
        links += list->findChildren<Button*>().isEmpty() ? 0 : 1;
        heights.insert(head->sizeHint().expandedTo(head->minimumSize()).height());
    }
    EXPECT_GT(links, 0);
    EXPECT_EQ(heights.size(), 1);
}

TEST_F(WorkdayPageTest, isWhereTheDayBegins)
{
    const QDate today = officeNow().date();
    day.put(task(1, "Gửi hồ sơ bảo hành", today.addDays(-1)));
    day.put(task(2, "Sửa báo giá", today));
    day.put(task(3, "Khảo sát chỗ đặt máy", today.addDays(1)));
    signInToDay();
    const auto& model = *page().model();
    EXPECT_EQ(model.overdueCount(), 1);
    EXPECT_EQ(model.totalCount(), 2) << "tomorrow's work is no part of today's sum";
    EXPECT_LT(model.rowOf(1), model.rowOf(2));
    EXPECT_LT(model.rowOf(2), model.rowOf(3));
    EXPECT_EQ(view().currentId(), 1) << "the keyboard begins at the first thing to do";
}

TEST_F(WorkdayPageTest, becomesTheNextDayAtMidnight)
{
    const QDate newYear(2027, 1, 1);
    test::OfficeClockAt clock(officeTime(newYear.addDays(-1), QTime(23, 54)));
    day.put(task(1, "Gửi hồ sơ bảo hành", newYear.addDays(-1)));
    day.put(call(2, 7, 600));
    signInToDay();
    const auto& shown = page().model()->day();
    ASSERT_EQ(shown.untimed_size(), 1);
    ASSERT_EQ(shown.coming_size(), 1) << "in ten minutes is tomorrow";
    clock.to(officeTime(newYear, QTime(0, 0, 1)));
    ASSERT_TRUE(waitUntil([&] { return toDay(shown.today()) == newYear; }));
    ASSERT_EQ(shown.overdue_size(), 1);
    EXPECT_EQ(shown.overdue(0).id(), 1);
    ASSERT_EQ(shown.timed_size(), 1);
    EXPECT_EQ(shown.timed(0).id(), 2);
}

TEST_F(WorkdayPageTest, asksAgainWhenTheNewDayDidNotCome)
{
    const QDate monday(2026, 11, 23);
    test::OfficeClockAt clock(officeTime(monday.addDays(-1), QTime(23, 50)));
    day.put(task(1, "Gửi hồ sơ bảo hành", monday));
    signInToDay();
    server.failNext("GetWorkday", AppError(ErrorCode::Unavailable, "call.unavailable"));
    const int before = server.calls("GetWorkday");
    clock.to(officeTime(monday, QTime(0, 0, 1)));
    ASSERT_TRUE(waitUntil([&] { return server.calls("GetWorkday") > before; }));
    ASSERT_TRUE(waitUntil([&] {
        clock.to(officeTime(monday, QTime(0, 0, 21)));
        return page().model()->day().untimed_size() == 1;
    }));
}

TEST_F(WorkdayPageTest, ticksBySpaceAndTakesItBack)
{
    day.put(task(1, "Sửa báo giá", officeNow().date()));
    signInToDay();
    choose(1);
    QTest::keyClick(&view(), Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&] { return day.stored(1).state() == v1::ACTIVITY_STATE_DONE; }));
    ASSERT_TRUE(waitUntil([&] { return page().model()->doneCount() == 1; }));
    QTest::keyClick(&view(), Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&] { return day.stored(1).state() == v1::ACTIVITY_STATE_PLANNED; }));
}

TEST_F(WorkdayPageTest, addsWhatIsTypedInOneLine)
{
    signInToDay();
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&] { return quick().hasFocus(); }));
    typeInto(&quick(), QStringLiteral("gọi Số 7 14h30 mai"));
    QTest::keyClick(&quick(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    const auto created = day.lastCreate().activity();
    EXPECT_EQ(created.kind(), v1::ACTIVITY_KIND_TALK);
    EXPECT_EQ(created.channel_key(), "call");
    EXPECT_EQ(created.customer_id(), 7);
    const auto start = officeTime(created.start_time());
    EXPECT_EQ(start.time(), QTime(14, 30));
    EXPECT_EQ(start.date(), officeNow().date().addDays(1));
    EXPECT_TRUE(quick().text().isEmpty());
}

TEST_F(WorkdayPageTest, makesATaskOfACallToNobodyKnown)
{
    signInToDay();
    page().focusQuickAdd();
    typeInto(&quick(), QStringLiteral("gọi thợ điện mai"));
    QTest::keyClick(&quick(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    EXPECT_EQ(day.lastCreate().activity().kind(), v1::ACTIVITY_KIND_TASK);
    EXPECT_EQ(day.lastCreate().activity().title(), "Gọi thợ điện");
}

TEST_F(WorkdayPageTest, writesUpACallAndPlansTheCallbackByKeyboard)
{
    day.put(call(1, 7, -7200));
    signInToDay();
    choose(1);
    QTest::keyClick(&view(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    auto* editor = openEditor();
    EXPECT_EQ(editor->fields()->writing(), Writing::Outcome);
    typeInto(window->focusWidget(), QStringLiteral("khen bản in nét"));
    ASSERT_TRUE(waitUntil([&] { return editor->fields()->read().course() == "khen bản in nét"; }));
    QTest::keyClick(window->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return day.stored(1).state() == v1::ACTIVITY_STATE_DONE; }));
    EXPECT_EQ(day.stored(1).course(), "khen bản in nét");
    ASSERT_TRUE(waitUntil([&] { return openEditor() == nullptr; }));
}

TEST_F(WorkdayPageTest, comesAnewWhenAColleagueGivesWork)
{
    day.put(task(1, "Sửa báo giá", officeNow().date()));
    signInToDay();
    choose(1);
    day.put(task(2, "Soạn phụ lục", officeNow().date()));
    v1::WatchEvent event;
    auto* change = event.mutable_batch()->add_changes();
    change->set_entity("activity");
    change->set_id(2);
    change->set_version(1);
    change->set_actor_user_id(2);
    change->set_kind(v1::CHANGE_KIND_CHANGED);
    server.sendEvent(event);
    ASSERT_TRUE(waitUntil([&] { return page().model()->rowOf(2) >= 0; }));
    EXPECT_EQ(view().currentId(), 1) << "the chosen row stays chosen";
}

TEST_F(WorkdayPageTest, leavesWhatIsTypedWhenTheServerRefuses)
{
    day.put(call(1, 7, -7200));
    signInToDay();
    choose(1);
    QTest::keyClick(&view(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    auto* editor = openEditor();
    typeInto(window->focusWidget(), QStringLiteral("bận họp"));
    server.failNext("CloseActivity", AppError(ErrorCode::Refused, "activity.closed"));
    editor->save();
    ASSERT_TRUE(waitUntil([&] { return server.calls("CloseActivity") == 1; }));
    ASSERT_TRUE(waitUntil([&] { return editor->findChild<QPushButton*>() && !editor->isHidden(); }));
    EXPECT_EQ(editor->fields()->read().course(), "bận họp");
    EXPECT_TRUE(window->client()->workplace().drafts.find(ActivityEditor::draftKey(call(1, 7, 0))));
}

TEST_F(WorkdayPageTest, asksForTheOutcomeOfADraftToo)
{
    day.put(call(1, 7, -7200));
    signInToDay();
    choose(1);
    QTest::keyClick(&view(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    auto* editor = openEditor();
    typeInto(window->focusWidget(), QStringLiteral("bận họp"));
    editor->cancel();
    editor->writeUp(day.stored(1));
    EXPECT_EQ(editor->fields()->read().course(), "bận họp");
    editor->save();
    ASSERT_TRUE(waitUntil([&] { return day.stored(1).state() == v1::ACTIVITY_STATE_DONE; }));
    EXPECT_EQ(server.calls("CloseActivity"), 1);
}

struct TimelineTest : WorkdayPageTest
{
    TimelinePane& pane() { return *detail().findChild<TimelinePane*>(); }
    TimelineView& timeline() { return *pane().view(); }

    void openCustomer(qint64 customerId)
    {
        signInToDay();
        ASSERT_TRUE(waitUntil([this] { return list().model()->loadedCount() == 30; }));
        QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([this] { return list().isVisible(); })); // keys of buttons come a moment later
        window->customers()->openCustomer(customerId);
        ASSERT_TRUE(waitUntil([&] { return list().currentId() == customerId; }));
        ASSERT_TRUE(waitUntil([&] { return detail().customer().id() == customerId; }));
    }
};

TEST_F(TimelineTest, showsPlannedWorkFirstAndWhatWasAgreedLast)
{
    auto done = call(1, 7, -86'400);
    done.set_state(v1::ACTIVITY_STATE_DONE);
    done.set_result("Gửi lại giá kèm gói mực");
    day.put(done);
    day.put(call(2, 7, 86'400));
    openCustomer(7);
    auto* model = detail().findChild<TimelineModel*>();
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == 2; }));
    EXPECT_EQ(model->activity(0).id(), 2);
    const auto agreed = model->lastAgreed();
    EXPECT_EQ(agreed ? agreed->id() : 0, 1);
}

TEST_F(TimelineTest, opensTheEditorOnTopByCtrlT)
{
    openCustomer(7);
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() == pane().editor(); }));
    const auto draft = pane().editor()->fields()->read();
    EXPECT_EQ(draft.kind(), v1::ACTIVITY_KIND_TALK);
    EXPECT_EQ(draft.customer_id(), 7);
    EXPECT_EQ(draft.state(), v1::ACTIVITY_STATE_DONE);
    QTest::keyClick(window->focusWidget(), Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return !pane().editor()->isOpen(); }));
    EXPECT_TRUE(timeline().hasFocus() || !timeline().isVisible());
}

TEST_F(TimelineTest, keepsAnUnsentTalkAndBringsItBack)
{
    openCustomer(7);
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return pane().editor()->isVisible(); }));
    typeInto(window->focusWidget(), QStringLiteral("hỏi giá mực"));
    QTest::keyClick(window->focusWidget(), Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return !pane().editor()->isOpen(); }));
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return pane().editor()->isOpen(); }));
    EXPECT_EQ(pane().editor()->fields()->read().course(), "hỏi giá mực");
}

TEST_F(TimelineTest, asksTheServerForKindsAndWords)
{
    openCustomer(7);
    auto* model = detail().findChild<TimelineModel*>();
    ASSERT_TRUE(waitUntil([&] { return model->isLoaded(); }));
    model->setFilter({{v1::ACTIVITY_KIND_TALK}, 2, QStringLiteral("mực")});
    ASSERT_TRUE(waitUntil([&] { return day.lastTimeline().query() == "mực"; }));
    EXPECT_EQ(day.lastTimeline().kinds_size(), 1);
    EXPECT_EQ(day.lastTimeline().user_id(), 2);
}

TEST_F(TimelineTest, warnsOfAClashAndMovesToAFreeHour)
{
    v1::CheckActivityResponse check;
    auto* clash = check.add_clashes();
    clash->set_user_id(1);
    clash->set_title("Họp nhóm tuần");
    *clash->mutable_start_time() = toTimestamp(officeNow());
    *clash->mutable_end_time() = toTimestamp(officeNow().addSecs(3600));
    const auto free = officeTime(officeNow().date(), QTime(13, 0));
    *check.mutable_free_start_time() = toTimestamp(free);
    day.setCheck(check);
    openCustomer(7);
    QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return pane().editor()->isOpen() && server.calls("CheckActivity") > 0; }));
    QPushButton* move = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        for (auto* button : pane().editor()->findChildren<QPushButton*>()) {
            if (button->text().contains(QStringLiteral("13:00")))
                move = button;
        }
        return move != nullptr;
    }));
    move->click();
    EXPECT_EQ(officeTime(pane().editor()->fields()->read().start_time()), free);
}

TEST_F(WorkdayPageTest, writesACallDownFromAnywhere)
{
    signInToDay();
    QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return list().isVisible(); }));
    QTest::keyClick(window.get(), Qt::Key_F9);
    auto* call = window->findChild<QuickCall*>();
    ASSERT_NE(call, nullptr);
    ASSERT_TRUE(waitUntil([&] { return call->isVisible(); }));
    typeInto(window->focusWidget(), QStringLiteral("Số 7"));
    auto* found = call->findChild<SuggestList*>();
    ASSERT_TRUE(waitUntil([&] { return found->isOpen(); }));
    QTest::keyClick(window->focusWidget(), Qt::Key_Return);
    ASSERT_EQ(call->editor()->fields()->read().customer_id(), 7);
    call->editor()->save();
    ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
    EXPECT_EQ(day.lastCreate().activity().state(), v1::ACTIVITY_STATE_DONE);
    EXPECT_GT(day.lastCreate().activity().duration_seconds(), 0) << "the clock ran";
    ASSERT_TRUE(waitUntil([&] { return !call->isVisible(); }));
}

struct LeftWhileSavedTest : WorkdayPageTest
{
    /// A call that was written down, saved, and left before the server has answered.
    void saveAndLeave()
    {
        signInToDay();
        server.hold("CreateActivity");
        QTest::keyClick(window.get(), Qt::Key_F9);
        editor = window->findChild<QuickCall*>()->editor();
        ASSERT_TRUE(waitUntil([&] { return editor->isVisible(); }));
        QObject::connect(editor, &ActivityEditor::failed, [this](const QString& strong) { told = strong; });
        typeInto(window->focusWidget(), QStringLiteral("Số 7"));
        auto* found = window->findChild<QuickCall*>()->findChild<SuggestList*>();
        ASSERT_TRUE(waitUntil([&] { return found->isOpen(); }));
        QTest::keyClick(window->focusWidget(), Qt::Key_Return);
        editor->save();
        ASSERT_TRUE(waitUntil([&] { return server.calls("CreateActivity") == 1; }));
        editor->cancel();
        ASSERT_FALSE(editor->isOpen());
        ASSERT_EQ(drafts().all().size(), 1) << "until it is known to be stored";
    }
    DraftStore& drafts() { return window->client()->workplace().drafts; }

    ActivityEditor* editor = nullptr;
    QString told;
};

TEST_F(LeftWhileSavedTest, isStoredOnceAndNoDraftStays)
{
    ASSERT_NO_FATAL_FAILURE(saveAndLeave());
    server.release("CreateActivity");
    EXPECT_TRUE(waitUntil([&] { return drafts().all().isEmpty(); }));
    EXPECT_EQ(server.calls("CreateActivity"), 1);
    EXPECT_TRUE(told.isEmpty()) << told.toStdString();
}

TEST_F(LeftWhileSavedTest, whatIsWrittenNextStaysInSight)
{
    ASSERT_NO_FATAL_FAILURE(saveAndLeave());
    v1::Activity other;
    other.set_kind(v1::ACTIVITY_KIND_TASK);
    editor->begin(other);
    server.release("CreateActivity");
    EXPECT_TRUE(waitUntil([&] { return drafts().all().isEmpty(); }));
    EXPECT_TRUE(editor->isOpen());
    EXPECT_EQ(editor->fields()->read().kind(), v1::ACTIVITY_KIND_TASK);
}

TEST_F(LeftWhileSavedTest, whatIsRefusedIsToldOfAndStaysADraft)
{
    server.failNext("CreateActivity", AppError(ErrorCode::Refused, "call.denied"));
    ASSERT_NO_FATAL_FAILURE(saveAndLeave());
    server.release("CreateActivity");
    EXPECT_TRUE(waitUntil([&] { return !told.isEmpty(); }));
    EXPECT_EQ(drafts().all().size(), 1);
}

TEST_F(WorkdayPageTest, aCallBeginsNowUnlessSomethingWasWrittenOfTheOneBefore)
{
    signInToDay();
    QTest::keyClick(window.get(), Qt::Key_F9);
    auto* editor = window->findChild<QuickCall*>()->editor();
    ASSERT_TRUE(waitUntil([&] { return editor->isVisible(); }));
    const auto leave = [&] {
        editor->fields()->moveTo(officeNow().addSecs(-7200));
        editor->cancel();
        QTest::keyClick(window.get(), Qt::Key_F9);
        return waitUntil([&] { return editor->isVisible(); });
    };
    ASSERT_TRUE(leave());
    EXPECT_GT(officeTime(editor->fields()->read().start_time()), officeNow().addSecs(-3600));
    typeInto(window->focusWidget(), QStringLiteral("Số 7"));
    auto* found = window->findChild<QuickCall*>()->findChild<SuggestList*>();
    ASSERT_TRUE(waitUntil([&] { return found->isOpen(); }));
    QTest::keyClick(window->focusWidget(), Qt::Key_Return);
    typeInto(window->focusWidget(), QStringLiteral("hỏi giá")); // the keyboard has gone on to what was said
    ASSERT_TRUE(leave());
    EXPECT_EQ(editor->fields()->read().course(), "hỏi giá");
    EXPECT_LT(officeTime(editor->fields()->read().start_time()), officeNow().addSecs(-3600)) << "it is still that call";
}

struct OccasionTest : WorkdayPageTest
{
    OccasionTest()
    {
        v1::Customer customer;
        customer.set_id(7);
        customer.set_version(1);
        customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
        customer.set_honorific(v1::HONORIFIC_CHI);
        customer.set_name("Nguyễn Thị Mai");
        customer.add_phones()->set_number("0912345678");
        customer.add_emails()->set_address("mai@khach.vn");
        server.put(customer);
        v1::Workday beside;
        *beside.mutable_today() = toDate(officeNow().date());
        auto& occasion = *beside.add_occasions();
        *occasion.mutable_day() = beside.today();
        occasion.set_customer_id(7);
        occasion.set_customer_name("Nguyễn Thị Mai");
        occasion.set_key("occasion.birthday");
        day.setDay(beside);
    }
    QMenu* greet()
    {
        signInToDay();
        BriefRows* rows = nullptr;
        for (auto* each : page().findChildren<BriefRows*>())
            if (each->accessibleName() == SideLists::tr("Birthdays and anniversaries"))
                rows = each;
        EXPECT_TRUE(waitUntil([rows] { return rows->count() == 1; }));
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_Space);
        QMenu* menu = nullptr;
        EXPECT_TRUE(waitUntil([&] {
            menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            return menu != nullptr;
        }));
        return menu;
    }
};

TEST_F(OccasionTest, oneKeyOffersTheWaysToCongratulate)
{
    QMenu* menu = greet();
    ASSERT_NE(menu, nullptr);
    QStringList texts;
    for (const auto* action : menu->actions())
        texts.append(action->text());
    EXPECT_EQ(texts, (QStringList{Greeting::tr("&Call %1").arg(QStringLiteral("0912345678")),
                                  Greeting::tr("&Zalo %1").arg(QStringLiteral("0912345678")),
                                  Greeting::tr("&Write to %1").arg(QStringLiteral("mai@khach.vn")),
                                  Greeting::tr("Only write it &down")}));
}

TEST_F(OccasionTest, whatWasWishedIsWrittenDownAsATalk)
{
    QMenu* menu = greet();
    ASSERT_NE(menu, nullptr);
    menu->actions().constLast()->trigger();
    menu->close();
    ActivityEditor* editor = nullptr;
    ASSERT_TRUE(waitUntil([&] { return (editor = openEditor()) != nullptr; }));
    editor->save();
    ASSERT_TRUE(waitUntil([this] { return server.calls("CreateActivity") == 1; }));
    const v1::Activity talk = day.lastCreate().activity();
    EXPECT_EQ(talk.state(), v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(talk.customer_id(), 7);
    EXPECT_EQ(talk.direction(), v1::TALK_DIRECTION_OUT);
    EXPECT_NE(talk.course().find("Nguyễn Thị Mai"), std::string::npos);
}

} // namespace
} // namespace banhang::client
