#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

#include <gtest/gtest.h>

#include "client/app/window/window_head.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_settings.h"
#include "client/notifications/notice_view.h"
#include "client/notifications/reminder_toast.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/workday/side_lists.h"
#include "tests/client/activities/day_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct NoticeTest : DayFixture
{
    v1::Notification reminder(qint64 id)
    {
        v1::Notification notice;
        notice.set_id(id);
        notice.set_version(1);
        notice.set_key("notification.reminder");
        notice.set_entity("activity");
        notice.set_entity_id(1);
        notice.set_title("Gọi chị Lan");
        notice.set_customer_name("Thiên Ân");
        notice.set_reminder_id(id + 100);
        notice.set_is_waiting(true);
        *notice.mutable_create_time() = toTimestamp(officeNow());
        *notice.mutable_event_time() = toTimestamp(officeNow().addSecs(900));
        return notice;
    }

    void send(qint64 id)
    {
        v1::WatchEvent event;
        auto* change = event.mutable_batch()->add_changes();
        change->set_entity("notification");
        change->set_id(id);
        change->set_version(1);
        change->set_kind(v1::CHANGE_KIND_CHANGED);
        server.sendEvent(event);
    }

    Toast& toast() { return *window->findChild<ReminderToast*>()->toast(); }

    QPushButton* button(const QString& text)
    {
        for (auto* one : toast().findChildren<QPushButton*>()) {
            if (one->text().contains(text))
                return one;
        }
        return nullptr;
    }
};

TEST_F(NoticeTest, staysInTheCornerUntilItIsAnswered)
{
    day.put(call(1, 7, 900));
    signInToDay();
    day.putNotice(reminder(5));
    send(5);
    ASSERT_TRUE(waitUntil([&] { return toast().isVisible(); }));
    auto* model = window->findChild<NoticeModel*>();
    EXPECT_EQ(model->unreadCount(), 1);
    auto* later = button(QStringLiteral("10"));
    ASSERT_NE(later, nullptr);
    later->click();
    ASSERT_TRUE(waitUntil([&] { return server.calls("SnoozeReminder") == 1; }));
    EXPECT_EQ(day.lastSnooze().reminder_id(), 105);
    ASSERT_TRUE(waitUntil([&] { return !toast().isVisible() && model->unreadCount() == 0; }));
}

TEST_F(NoticeTest, opensWhatTheReminderIsAbout)
{
    day.put(call(1, 7, 900));
    day.putNotice(reminder(5));
    signInToDay();
    ASSERT_TRUE(waitUntil([&] { return toast().isVisible(); }));
    toast().findChildren<QPushButton*>().constFirst()->click();
    ASSERT_TRUE(waitUntil([&] { return openEditor() && openEditor()->activityId() == 1; }));
}

TEST_F(NoticeTest, listsNewsBehindTheBellAndMarksThemAsRead)
{
    auto notice = reminder(5);
    notice.set_key("notification.assigned");
    notice.set_actor_user_id(2);
    notice.set_is_waiting(false);
    day.put(call(1, 7, 900));
    day.putNotice(notice);
    signInToDay();
    auto* model = window->findChild<NoticeModel*>();
    ASSERT_TRUE(waitUntil([&] { return model->unreadCount() == 1; }));
    EXPECT_TRUE(model->data(model->index(0), Qt::DisplayRole).toString().contains(QStringLiteral("Gọi chị Lan")));
    EXPECT_FALSE(toast().isVisible()) << "only reminders stay in the corner";
    model->markAllRead();
    ASSERT_TRUE(waitUntil([&] { return model->unreadCount() == 0; }));
}

TEST_F(NoticeTest, isAnsweredByKeysFromAnywhere)
{
    day.put(task(1, "Sửa báo giá", officeNow().date()));
    day.putNotice(reminder(5));
    signInToDay();
    ASSERT_TRUE(waitUntil([&] { return toast().isVisible(); }));
    choose(1);
    QTest::keyClick(&view(), Qt::Key_F4);
    ASSERT_TRUE(waitUntil([&] { return toast().isAncestorOf(window->focusWidget()); }));
    for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Space}) // Open, Again in 10 minutes, Done
        QTest::keyClick(window->focusWidget(), key);
    ASSERT_TRUE(waitUntil([&] { return day.stored(1).state() == v1::ACTIVITY_STATE_DONE; }));
    EXPECT_FALSE(toast().isVisible());
    EXPECT_TRUE(view().hasFocus()) << "the keyboard is where it was before";
}

TEST_F(NoticeTest, doneAsksForTheOutcomeOfATalk)
{
    day.put(call(1, 7, 900));
    day.putNotice(reminder(5));
    signInToDay();
    ASSERT_TRUE(waitUntil([&] { return toast().isVisible(); }));
    toast().findChildren<QPushButton*>()[2]->click();
    ASSERT_TRUE(waitUntil([&] { return openEditor() && openEditor()->activityId() == 1; }));
    EXPECT_EQ(openEditor()->fields()->writing(), Writing::Outcome);
    EXPECT_EQ(day.stored(1).state(), v1::ACTIVITY_STATE_PLANNED);
}

TEST_F(NoticeTest, isDismissedAndLeavesTheWorkAsItIs)
{
    day.put(task(1, "Sửa báo giá", officeNow().date()));
    day.putNotice(reminder(5));
    signInToDay();
    ASSERT_TRUE(waitUntil([&] { return toast().isVisible(); }));
    toast().findChildren<QPushButton*>()[3]->click();
    ASSERT_TRUE(waitUntil([&] { return server.calls("DismissReminders") == 1; }));
    EXPECT_EQ(day.stored(1).state(), v1::ACTIVITY_STATE_PLANNED);
}

TEST_F(NoticeTest, theNextPersonDoesNotFindTheSettingsOfTheOneBefore)
{
    signInToDay();
    auto* settings = window->findChild<NoticeSettings*>();
    ASSERT_NE(settings, nullptr);
    auto* email = settings->findChild<QLineEdit*>(QStringLiteral("email"));
    const auto buttons = settings->findChildren<Button*>();
    const auto* save = buttons.constLast();
    ASSERT_EQ(save->text(), NoticeSettings::tr("Save the notices"));
    ASSERT_TRUE(waitUntil([&] { return save->isEnabled(); }));
    email->setText(QStringLiteral("minh@banhang.vn"));
    emit window->findChild<WindowHead*>()->signOutRequested();
    EXPECT_TRUE(email->text().isEmpty());
    server.failNext("GetNotificationSettings", AppError(ErrorCode::Internal, "call.failed"), 9);
    const int before = server.calls("GetNotificationSettings");
    window->signIn(QStringLiteral("diep"), QStringLiteral("right"));
    ASSERT_TRUE(waitUntil([&] { return server.calls("GetNotificationSettings") > before; }));
    EXPECT_TRUE(email->text().isEmpty());
    EXPECT_FALSE(save->isEnabled());
}

TEST_F(NoticeTest, isPutOffInTheListToo)
{
    day.put(task(1, "Sửa báo giá", officeNow().date()));
    day.putNotice(reminder(5));
    signInToDay();
    auto* news = page().findChild<NoticeView*>();
    ASSERT_TRUE(waitUntil([&] { return news->model()->rowCount() == 1; }));
    news->setCurrentIndex(news->model()->index(0, 0));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(news, &byKey);
    auto* menu = news->findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    menu->actions()[1]->trigger();
    ASSERT_TRUE(waitUntil([&] { return server.calls("SnoozeReminder") == 1; }));
    EXPECT_EQ(day.lastSnooze().reminder_id(), 105);
}

TEST_F(NoticeTest, theListsBesideTheDayEndBeforeTheirScrollBar)
{
    v1::Workday beside;
    for (int id = 1; id <= 20; ++id) {
        auto* customer = beside.add_untouched();
        customer->set_customer_id(id);
        customer->set_name("Công ty TNHH Số " + std::to_string(id));
    }
    beside.set_capped_untouched_count(101);
    day.setDay(beside);
    window->resize(1366, 738);
    signInToDay();
    const auto areas = window->findChild<SideLists*>()->findChildren<QScrollArea*>();
    const auto scrolls = [](const QScrollArea* area) { return area->verticalScrollBar()->isVisible(); };
    ASSERT_TRUE(waitUntil([&] { return std::any_of(areas.begin(), areas.end(), scrolls); }));
    QString cut;
    const auto isWhole = [&cut](const QScrollArea* area) {
        cut = QStringLiteral("%1 of %2").arg(area->widget()->width()).arg(area->viewport()->width());
        if (area->widget()->width() > area->viewport()->width())
            return false;
        for (const auto* words : area->findChildren<Label*>()) {
            cut = words->text();
            if (words->isVisible() && !words->wordWrap() && words->width() < words->sizeHint().width())
                return false;
        }
        return true;
    };
    EXPECT_TRUE(waitUntil([&] { return std::all_of(areas.begin(), areas.end(), isWhole); })) << cut.toStdString();
}

} // namespace
} // namespace banhang::client
