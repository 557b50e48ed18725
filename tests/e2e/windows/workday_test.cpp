// A day at work with a real server: what is planned reminds, is done by keyboard, and what it asks for appears.
#include <memory>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "client/activities/activities_api.h"
#include "client/activities/activity_editor.h"
#include "client/activities/activity_text.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/reminder_toast.h"
#include "client/ui/parts/rail.h"
#include "client/ui/parts/toast.h"
#include "client/workday/day_rows.h"
#include "client/workday/day_view.h"
#include "client/workday/quick_add.h"
#include "client/workday/team_page.h"
#include "client/workday/team_period.h"
#include "client/workday/team_rows.h"
#include "client/workday/workday_page.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/windows/client_window.h"
#include "tests/e2e/windows/office_suite.h"

namespace banhang::test {
namespace {

using nlohmann::json;

class Workday : public OfficeSuite
{
protected:
    static client::WorkdayPage& pageOf(ClientWindow& window)
    {
        return *window.window().findChild<client::WorkdayPage*>();
    }

    /// As from the rail: the window of the tests begins with the customers.
    static void goToTheDay(ClientWindow& window)
    {
        QApplication::setActiveWindow(&window.window());
        QTest::keyClick(&window.window(), Qt::Key_1, Qt::ControlModifier);
        waitUntil("the page of the day", [&] { return pageOf(window).isVisible(); });
    }

    static qint64 customer(const char* name, const char* phone)
    {
        Ctl(office(), "minh").create({{"kind", 2}, {"name", name}, {"phones", {{{"number", phone}}}}});
        return std::stoll(office().sql("SELECT id FROM banhang.customer WHERE name = '" + std::string(name) + "'"));
    }

    /// A call that begins so many seconds from now and reminds at once. Shortly before midnight it is tomorrow's.
    static qint64 plan(ClientWindow& window, qint64 customerId, int seconds)
    {
        client::ActivitiesApi api(window.window().client()->workplace().rpc);
        v1::CreateActivityRequest request;
        auto& call = *request.mutable_activity();
        call.set_kind(v1::ACTIVITY_KIND_TALK);
        call.set_channel_key("call");
        call.set_title("Gọi chốt giá");
        call.set_customer_id(customerId);
        *call.mutable_start_time() = client::toTimestamp(client::officeNow().addSecs(seconds));
        call.add_reminder_lead_minutes(15);
        qint64 id = 0;
        const auto handle =
            api.create(request, &window.window(), [&](const client::Outcome<v1::ActivityChangeResponse>& outcome) {
                ASSERT_TRUE(outcome) << outcome.error().key();
                id = outcome->activity().id();
            });
        waitUntil("the planned call", [&] { return id != 0; });
        return id;
    }

    static bool isDone(qint64 activityId)
    {
        return office().sql("SELECT state = " + std::to_string(v1::ACTIVITY_STATE_DONE) +
                            " FROM banhang.activity WHERE id = " + std::to_string(activityId)) == "t";
    }

    /// The page of a leader, on the screen and with the row of this person, at the day before this one: a day that does
    /// not turn while the test looks at it.
    static client::TeamPage& teamPage(ClientWindow& window, qint64 userId)
    {
        auto& team = *window.window().findChild<client::TeamPage*>();
        QApplication::setActiveWindow(&window.window());
        for (auto* button : window.window().findChildren<client::RailButton*>())
            if (button->isVisible() && button->accessibleName().startsWith(team.windowTitle()))
                button->click();
        waitUntil("the leader's page", [&] { return team.isVisible() && team.model()->rowOf(userId) >= 0; });
        const QSignalSpy figures(team.model(), &QAbstractItemModel::dataChanged); // of the same people
        QTest::keyClick(&window.window(), Qt::Key_Left, Qt::AltModifier);
        waitUntil("the figures of that day", [&] { return !figures.isEmpty(); });
        return team;
    }

    /// To so many seconds from now, reminding at its beginning.
    static void hasten(ClientWindow& window, v1::Activity promise, int seconds)
    {
        client::ActivitiesApi api(window.window().client()->workplace().rpc);
        *promise.mutable_start_time() = client::toTimestamp(client::officeNow().addSecs(seconds));
        promise.clear_reminder_lead_minutes();
        promise.add_reminder_lead_minutes(0);
        v1::UpdateActivityRequest request;
        *request.mutable_activity() = promise;
        request.mutable_update_mask()->add_paths("start_time");
        request.mutable_update_mask()->add_paths("reminder_lead_minutes");
        bool isStored = false;
        const auto handle =
            api.update(request, &window.window(), [&](const client::Outcome<v1::ActivityChangeResponse>& outcome) {
                ASSERT_TRUE(outcome) << outcome.error().key();
                isStored = true;
            });
        waitUntil("the moved promise", [&] { return isStored; });
    }

    static client::ActivityEditor* openEditor(ClientWindow& window)
    {
        for (auto* editor : window.window().findChildren<client::ActivityEditor*>()) {
            if (editor->isOpen() && editor->isVisible())
                return editor;
        }
        return nullptr;
    }
};

TEST_F(Workday, aPlannedCallRemindsIsDoneByKeyboardAndItsCallbackAppears)
{
    const qint64 id = customer("Công ty TNHH Gốm Bến Xanh", "0912 555 071");
    ClientWindow minh(office(), "minh");
    goToTheDay(minh);
    const qint64 call = plan(minh, id, 600);
    auto& page = pageOf(minh);
    waitUntil("the call among the work", [&] { return page.model()->rowOf(call) >= 0; });
    const auto& toast = *minh.window().findChild<client::ReminderToast*>()->toast();
    waitUntil("the reminder in the corner", [&] { return toast.isVisible(); });

    // Written up without the mouse: Ctrl+T, what was said, the next step, Ctrl+S.
    page.view()->setCurrentIndex(page.model()->index(page.model()->rowOf(call)));
    page.view()->setFocus();
    QTest::keyClick(page.view(), Qt::Key_T, Qt::ControlModifier);
    waitUntil("the editor", [&] { return openEditor(minh) != nullptr; });
    auto* editor = openEditor(minh);
    v1::Activity next;
    next.set_kind(v1::ACTIVITY_KIND_TALK);
    next.set_channel_key("call");
    next.set_is_callback(true);
    next.set_callback_reason("Bận kiểm kê");
    *next.mutable_start_time() =
        client::toTimestamp(client::officeTime(client::officeNow().date().addDays(2), QTime(9, 0)));
    auto done = editor->fields()->read();
    done.set_state(v1::ACTIVITY_STATE_PLANNED); // until it is saved
    done.set_result("Gửi lại giá");
    editor->fields()->showActivity(done, client::Writing::Outcome, next);
    QTest::keyClick(minh.window().focusWidget(), Qt::Key_S, Qt::ControlModifier);
    waitUntil("the end of writing", [&] { return openEditor(minh) == nullptr; });

    waitUntil("the callback beside the day", [&] { return page.model()->day().capped_callback_count() == 1; });
    const auto& callback = page.model()->day().callbacks(0);
    EXPECT_EQ(callback.callback_reason(), "Bận kiểm kê");
    EXPECT_EQ(callback.customer_id(), id);
    EXPECT_TRUE(isDone(call));
    waitUntil("the reminder to go with what it was about", [&] { return !toast.isVisible(); });
}

TEST_F(Workday, theLeaderFollowsItLiveAndAPromiseFiresAfterTheServerWasAway)
{
    const qint64 id = customer("Công ty TNHH Mộc Lâm Viên", "0912 555 073");
    const qint64 minhId = std::stoll(office().sql("SELECT id FROM banhang.app_user WHERE user_name = 'minh'"));
    ClientWindow ha(office(), "ha");
    ClientWindow minh(office(), "minh");
    auto& team = teamPage(ha, minhId);
    const auto rowOfMinh = [&]() -> const client::TeamRow& { return team.model()->row(team.model()->rowOf(minhId)); };
    const auto yesterday = team.findChild<client::TeamPeriod*>()->stretch().first;
    const int before = rowOfMinh().total();

    goToTheDay(minh);
    auto& page = pageOf(minh);
    const int promises = page.model()->day().capped_callback_count();
    client::ActivitiesApi api(minh.window().client()->workplace().rpc);
    v1::CreateActivityRequest request;
    auto& talk = *request.mutable_activity();
    talk.set_kind(v1::ACTIVITY_KIND_TALK);
    talk.set_state(v1::ACTIVITY_STATE_DONE);
    talk.set_channel_key("call");
    talk.set_customer_id(id);
    *talk.mutable_start_time() = client::toTimestamp(client::officeTime(yesterday, QTime(12, 0)));
    auto& promise = *request.mutable_next_step();
    promise.set_kind(v1::ACTIVITY_KIND_TALK);
    promise.set_channel_key("call");
    promise.set_is_callback(true);
    promise.set_callback_reason("Đang họp");
    *promise.mutable_start_time() = client::toTimestamp(client::officeNow().addDays(3));
    v1::Activity stored;
    const auto handle =
        api.create(request, &minh.window(), [&](const client::Outcome<v1::ActivityChangeResponse>& outcome) {
            ASSERT_TRUE(outcome) << outcome.error().key();
            stored = outcome->next_step();
        });
    waitUntil("the talk and its promise", [&] { return stored.id() != 0; });
    waitUntil("the leader's page to follow", [&] { return rowOfMinh().total() > before; });
    waitUntil("the promise beside the day", [&] { return page.model()->day().capped_callback_count() > promises; });

    // Due while nobody can fire it.
    hasten(minh, stored, 8);
    const auto due = client::officeNow().addSecs(9);
    office().stop();
    waitUntil("the promise to fall due", [&] { return client::officeNow() > due; });
    office().serve();
    const auto& toast = *minh.window().findChild<client::ReminderToast*>()->toast();
    waitUntil("the reminder after the server was away", [&] { return toast.isVisible(); });
    EXPECT_EQ(
        office().sql("SELECT count(*) FROM banhang.notification WHERE key = 'notification.reminder' AND entity_id = " +
                     std::to_string(stored.id())),
        "1")
        << "once";
}

TEST_F(Workday, whatIsTypedInOneLineIsStoredAsItWasMeant)
{
    customer("Công ty TNHH Bao bì Phù Sa", "0912 555 072");
    ClientWindow minh(office(), "minh");
    goToTheDay(minh);
    auto& page = pageOf(minh);
    page.focusQuickAdd();
    auto* line = page.findChild<client::QuickAdd*>();
    type(line, QString::fromUtf8("gặp Bao bì Phù Sa 23h mai"));
    QTest::keyClick(line, Qt::Key_Return);
    waitUntil("the appointment tomorrow", [&] {
        return office().sql("SELECT count(*) FROM banhang.activity WHERE kind = 2 AND title LIKE 'Gặp%'") == "1";
    });
}

} // namespace
} // namespace banhang::test
