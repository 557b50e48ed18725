// A page or list that could not be loaded says so in words, and offers to try again.
#include <QLabel>
#include <QTest>

#include <algorithm>

#include "client/app/settings/settings_page.h"
#include "client/app/window/places.h"
#include "client/app/window/window_head.h"
#include "client/calendar/calendar_page.h"
#include "client/care/care_page.h"
#include "client/care/care_pane.h"
#include "client/care/care_promise_page.h"
#include "client/sequences/sequences_page.h"
#include "client/ui/parts/button.h"
#include "client/workday/team_page.h"
#include "client/workday/workday_page.h"
#include "tests/client/app/whole_office.h"

namespace banhang::client {
namespace {

using test::waitUntil;

constexpr int kLookMs = 300;
constexpr int kOften = 100;
constexpr int kMaxTabs = 60; ///< many times round, on a machine that takes longer than a look

struct FailingPages : WholeOffice
{
    void fail(const char* method) { server.failNext(method, AppError(ErrorCode::Internal, "call.fault"), kOften); }

    template <typename Page>
    void show()
    {
        window->findChild<Places*>()->showPlace(window->findChild<Page*>());
    }

    QLabel* saying(const QString& words) const
    {
        for (auto* label : window->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words))
                return label;
        }
        return nullptr;
    }

    /// In the bar or the pane that says so.
    static Button* tryAgainBeside(const QLabel& label)
    {
        for (auto* button : label.parentWidget()->findChildren<Button*>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("Thử lại")))
                return button;
        }
        return nullptr;
    }

    /// Until it is tried again, which succeeds.
    void expectToldAndMended(const char* method, const QString& words)
    {
        SCOPED_TRACE(method);
        ASSERT_TRUE(waitUntil([&] { return saying(words) != nullptr; }));
        Button* again = tryAgainBeside(*saying(words));
        ASSERT_NE(again, nullptr);
        const int before = server.calls(method);
        if (const QString into = qEnvironmentVariable("BANHANG_PAGES"); !into.isEmpty())
            window->grab().save(QStringLiteral("%1/failing-%2.png").arg(into, QLatin1String(method)));
        server.stopFailing(method);
        again->click();
        EXPECT_TRUE(waitUntil([&] { return server.calls(method) > before && saying(words) == nullptr; }));
    }
};

TEST_F(FailingPages, theDay)
{
    fail("GetWorkday");
    signIn();
    show<WorkdayPage>();
    expectToldAndMended("GetWorkday", QStringLiteral("Chưa tải được việc hôm nay"));
}

TEST_F(FailingPages, theNotificationsBesideTheDay)
{
    fail("ListNotifications");
    signIn();
    show<WorkdayPage>();
    expectToldAndMended("ListNotifications", QStringLiteral("Chưa tải được thông báo"));
}

TEST_F(FailingPages, theCalendar)
{
    signIn();
    fail("ListActivities");
    show<CalendarPage>();
    expectToldAndMended("ListActivities", QStringLiteral("Chưa xem được lịch"));
}

TEST_F(FailingPages, theCareRequestsAndTheirPromises)
{
    fail("ListCareRequests");
    signIn();
    auto* pane = window->findChild<CarePage*>()->findChild<CarePane*>();
    show<CarePage>();
    pane->load();
    expectToldAndMended("ListCareRequests", QStringLiteral("Chưa tải được yêu cầu chăm sóc"));
    EXPECT_TRUE(waitUntil([pane] { return pane->model()->loadedCount() > 0; }));
    fail("GetCareSettings");
    window->findChild<CarePromisePage*>()->load();
    show<CarePromisePage>();
    expectToldAndMended("GetCareSettings", QStringLiteral("Chưa xem được thời hạn"));
}

TEST_F(FailingPages, theTeam)
{
    signIn();
    fail("GetActivityReport");
    show<TeamPage>();
    expectToldAndMended("GetActivityReport", QStringLiteral("Chưa tải được việc của nhóm"));
}

TEST_F(FailingPages, theBin)
{
    signIn();
    fail("ListCustomers");
    emit window->findChild<WindowHead*>()->binRequested();
    expectToldAndMended("ListCustomers", QStringLiteral("Chưa đọc được thùng rác"));
}

TEST_F(FailingPages, theDaysOfWorkLists)
{
    signIn();
    fail("GetWorkListSettings");
    show<SettingsPage>();
    expectToldAndMended("GetWorkListSettings", QStringLiteral("Chưa xem được các hạn này"));
}

TEST_F(FailingPages, theTabsOfACustomer)
{
    signIn();
    const auto methods = {"ListTimeline", "ListCareRequests", "ListAttachments", "GetCustomerEnrolments",
                          "ListCustomerHistory"};
    const auto isAsked = [this](const char* method) { return server.calls(method) > 0; };
    window->showCustomers();
    ASSERT_TRUE(waitUntil([&] { return std::ranges::all_of(methods, isAsked); })) << "of the first customer";
    ASSERT_TRUE(waitUntil([this] { return isAnswered(); }));
    for (const char* method : methods)
        fail(method);
    window->customers()->openCustomer(7);
    ASSERT_TRUE(waitUntil([this] { return detail().customer().id() == 7; }));
    const QString words = QStringLiteral("Chưa tải được quá trình làm việc");
    ASSERT_TRUE(waitUntil([&] { return saying(words) != nullptr; }));
    EXPECT_EQ(saying(QStringLiteral("Chưa có trao đổi nào")), nullptr) << "that was the customer before";
    expectToldAndMended("ListTimeline", words);
    const std::pair<const char*, QString> tabs[] = {
        {"ListCareRequests", QStringLiteral("Chưa tải được yêu cầu chăm sóc")},
        {"ListAttachments", QStringLiteral("Chưa tải được danh sách tệp")},
        {"GetCustomerEnrolments", QStringLiteral("Hiện chưa xem được các quy trình")},
        {"ListCustomerHistory", QStringLiteral("Chưa tải được các thay đổi")}};
    for (const auto& [method, failure] : tabs) {
        const auto isShown = [this, &text = failure] { return saying(text) != nullptr; };
        for (int i = 0; i < kMaxTabs && !QTest::qWaitFor(isShown, kLookMs); ++i)
            detail().nextTab(1);
        expectToldAndMended(method, failure);
    }
}

} // namespace
} // namespace banhang::client
