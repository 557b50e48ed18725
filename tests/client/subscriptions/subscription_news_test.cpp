// What the news of what people follow say, and where they lead.
#include <gtest/gtest.h>

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include "client/notifications/notice_text.h"
#include "client/subscriptions/notification_changes_page.h"
#include "client/ui/table/two_line_delegate.h"
#include "tests/client/subscriptions/subscriptions_fixture.h"
#include "tests/client/support/office_clock_at.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::SubscriptionsOffice;
using test::waitUntil;

class SubscriptionNewsTest : public ::testing::Test
{
protected:
    void open()
    {
        office = std::make_unique<SubscriptionsOffice>(true);
        ASSERT_TRUE(waitUntil([this] { return office->directory.isLoaded(); }));
    }

    std::unique_ptr<SubscriptionsOffice> office;
};

TEST_F(SubscriptionNewsTest, newsSayWhatWasAndWhatIs)
{
    open();
    v1::Notification news;
    news.set_key("notification.subscribed_change");
    news.set_entity("customer");
    news.set_entity_id(7);
    news.set_title("Thiên Ân");
    news.set_customer_code("KH000007");
    news.set_actor_user_id(2);
    news.set_subscription_id(1);
    ASSERT_TRUE(waitUntil([this] { return !office->picklists.choices(QStringLiteral("status")).isEmpty(); }));
    *news.add_changes() = SubscriptionsOffice::change("status_key", "\"new\"", "\"trading\"");
    EXPECT_EQ(noticeSentence(news, office->workplace, officeNow()),
              QStringLiteral("Diệp thay đổi KH000007 · Thiên Ân; Trạng thái: Mới → Đang giao dịch"));
    news.clear_changes();
    *news.add_changes() = SubscriptionsOffice::change("note", "", "");
    EXPECT_TRUE(noticeSentence(news, office->workplace, officeNow()).endsWith(QStringLiteral("; Ghi chú")))
        << "a long text is not sent";
    news.set_key("notification.subscribed_many");
    (*news.mutable_args())["count"] = "250";
    (*news.mutable_args())["entity"] = "customer";
    EXPECT_EQ(noticeSentence(news, office->workplace, officeNow()), QStringLiteral("Diệp: 250 thay đổi ở khách hàng"));
    news.set_actor_user_id(0);
    EXPECT_EQ(noticeSentence(news, office->workplace, officeNow()), QStringLiteral("250 thay đổi ở khách hàng"));
}

TEST_F(SubscriptionNewsTest, manyChangesLeadToTheirRecords)
{
    open();
    auto& change = *office->news->changes.add_changes();
    change.set_entity("care_request");
    change.set_entity_id(12);
    change.set_title("Máy giao bị xước");
    change.set_customer_name("Thiên Ân");
    change.set_operation("move");
    change.set_actor_user_id(2);
    *change.add_changes() = SubscriptionsOffice::change("state", "\"CARE_STATE_NEW\"", "\"CARE_STATE_RESOLVED\"");
    NotificationChangesPage many(office->workplace);
    many.resize(800, 500);
    many.show();
    many.load(3);
    auto* rows = many.findChild<QListWidget*>(QStringLiteral("toldChanges"));
    ASSERT_TRUE(waitUntil([&] { return rows->count() == 1; }));
    EXPECT_EQ(rows->item(0)->data(SecondLineRole).toString(), QStringLiteral("Trạng thái: Mới → Đã giải quyết"));
    QSignalSpy opened(&many, &NotificationChangesPage::openRequested);
    QTest::keyClick(rows, Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toString(), QStringLiteral("care_request"));
    EXPECT_EQ(opened[0][1].toLongLong(), 12);
}

TEST_F(SubscriptionNewsTest, whatChangedTodayWasYesterdayOnceItIsMidnight)
{
    const QDate day(2026, 11, 18);
    test::OfficeClockAt clock(officeTime(day, QTime(23, 58)));
    open();
    auto& change = *office->news->changes.add_changes();
    change.set_entity("customer");
    change.set_title("Thiên Ân");
    *change.mutable_time() = toTimestamp(officeTime(day, QTime(15, 0)));
    NotificationChangesPage many(office->workplace);
    many.show();
    many.load(3);
    const auto* rows = many.findChild<QListWidget*>(QStringLiteral("toldChanges"));
    ASSERT_TRUE(waitUntil([&] { return rows->count() == 1; }));
    EXPECT_EQ(rows->item(0)->data(AsideSecondRole).toString(), QStringLiteral("hôm nay 15:00"));
    clock.to(officeTime(day.addDays(1), QTime(0, 1)));
    EXPECT_EQ(rows->item(0)->data(AsideSecondRole).toString(), QStringLiteral("hôm qua 15:00"));
    EXPECT_TRUE(rows->item(0)->data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("hôm qua 15:00")));
}

} // namespace
} // namespace banhang::client
