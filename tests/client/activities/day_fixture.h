// The window of an office with a working day: customers, activities and news from memory.
#pragma once

#include <QApplication>

#include "client/activities/activity_editor.h"
#include "client/app/parts/workday_part.h"
#include "client/core/office_time.h"
#include "client/workday/day_rows.h"
#include "client/workday/day_view.h"
#include "client/workday/workday_page.h"
#include "tests/client/activities/fake_activities.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/support/office_clock_at.h"

namespace banhang::client {

/// Made before the server that answers from it.
struct DayMemory
{
    /// What was planned a minute ago, or for in an hour, is of today whatever the hour outside is.
    test::OfficeClockAt morning{officeTime(officeNow().date(), QTime(10, 0))};
    test::FakeDay day;
};

struct DayFixture : DayMemory, WindowFixture
{
    /// `more`: the services of further features.
    explicit DayFixture(const std::vector<test::FakeServiceMaker>& more = {}) : WindowFixture(joined(day, more))
    {
        for (const auto& [key, label] :
             {std::pair{"call", "Gọi điện"}, {"email", "Email"}, {"meeting", "Gặp trực tiếp"}, {"zalo", "Zalo"}})
            server.addPick("channel", key, label);
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_ACTIVITY}) {
            for (const auto action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE}) {
                auto* right = me.add_rights();
                right->set_resource(resource);
                right->set_action(action);
                right->set_scope(v1::SCOPE_ALL);
            }
        }
        server.setMe(me);
    }

    void signInToDay()
    {
        QApplication::setActiveWindow(window.get()); // keys reach an active window alone
        window->signIn(QStringLiteral("minh"), QStringLiteral("right"));
        ASSERT_TRUE(test::waitUntil([this] { return window->client()->feed().isOnline(); }));
        ASSERT_TRUE(test::waitUntil([this] { return page().isVisible() && server.calls("GetWorkday") > 0; }));
        const auto count = day.all().size();
        ASSERT_TRUE(test::waitUntil([this, count] { return count == 0 || page().model()->rowCount() > 0; }));
    }

    /// A call with customer `customerId`, planned at so many seconds from now.
    static v1::Activity call(qint64 id, qint64 customerId, int seconds)
    {
        v1::Activity activity;
        activity.set_id(id);
        activity.set_kind(v1::ACTIVITY_KIND_TALK);
        activity.set_state(v1::ACTIVITY_STATE_PLANNED);
        activity.set_channel_key("call");
        activity.set_customer_id(customerId);
        activity.set_customer_name("Công ty TNHH Số " + std::to_string(customerId));
        activity.set_owner_user_id(1);
        activity.set_creator_user_id(1);
        *activity.mutable_start_time() = toTimestamp(officeNow().addSecs(seconds));
        return activity;
    }

    static v1::Activity task(qint64 id, const std::string& title, const QDate& due)
    {
        v1::Activity activity;
        activity.set_id(id);
        activity.set_kind(v1::ACTIVITY_KIND_TASK);
        activity.set_state(v1::ACTIVITY_STATE_PLANNED);
        activity.set_title(title);
        activity.set_owner_user_id(1);
        activity.set_creator_user_id(1);
        *activity.mutable_day() = toDate(due);
        return activity;
    }

    static std::vector<test::FakeServiceMaker> joined(test::FakeDay& day,
                                                      const std::vector<test::FakeServiceMaker>& more)
    {
        auto all = day.makers();
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    /// The row with the keyboard.
    void choose(qint64 activityId)
    {
        ASSERT_TRUE(test::waitUntil([&] { return page().model()->rowOf(activityId) >= 0; }));
        view().setCurrentIndex(page().model()->index(page().model()->rowOf(activityId)));
        view().setFocus();
    }

    /// The one that is on the screen; null for none.
    ActivityEditor* openEditor()
    {
        for (auto* editor : window->findChildren<ActivityEditor*>()) {
            if (editor->isOpen() && editor->isVisible())
                return editor;
        }
        return nullptr;
    }

    WorkdayPage& page() { return *window->findChild<WorkdayPage*>(); }
    DayView& view() { return *page().view(); }
};

} // namespace banhang::client
