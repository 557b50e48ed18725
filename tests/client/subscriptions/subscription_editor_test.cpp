// The editor of what is followed, by itself.
#include <gtest/gtest.h>

#include <QSignalSpy>

#include "client/subscriptions/subscription_editor.h"
#include "client/ui/parts/notice_bar.h"
#include "tests/client/subscriptions/subscriptions_fixture.h"

namespace banhang::client {
namespace {

using test::SubscriptionsOffice;

TEST(SubscriptionEditorTest, keepsNothingThatNobodyTyped)
{
    const SubscriptionsOffice office;
    v1::Subscription watched = SubscriptionsOffice::subscription(4, "Theo dõi", {"watch_points"});
    watched.set_watch_unit_id(77); // of which the directory knows nothing yet
    SubscriptionEditor opened(office.workplace);
    QSignalSpy edited(&opened, &SubscriptionEditor::edited);
    opened.open(watched);
    EXPECT_EQ(opened.typed().watch_unit_id(), 77);
    EXPECT_FALSE(opened.isChanged());
    EXPECT_TRUE(edited.isEmpty());
}

TEST(SubscriptionEditorTest, tellsWhatSavingReplacesWhereADraftDoesNotKnowWhatWasStoredThen)
{
    const SubscriptionsOffice office;
    SubscriptionEditor opened(office.workplace);
    const auto& notice = *opened.findChild<NoticeBar*>();
    const v1::Subscription stored = SubscriptionsOffice::subscription(4, "Theo dõi", {"watch_points"});
    v1::Subscription typed = stored;
    typed.set_name("Theo dõi của tôi");
    for (const int sinceThen : {0, 1}) {
        typed.set_version(stored.version() - sinceThen);
        opened.open(stored);
        opened.resume(typed, std::nullopt);
        EXPECT_EQ(opened.typed().name(), typed.name());
        EXPECT_EQ(opened.typed().version(), stored.version());
        EXPECT_EQ(!notice.isHidden(), sinceThen > 0);
    }
    opened.open(stored);
    v1::Subscription untouched = stored;
    untouched.set_version(stored.version() - 1);
    opened.resume(untouched, std::nullopt);
    EXPECT_TRUE(notice.isHidden()) << "nothing to replace";
}

} // namespace
} // namespace banhang::client
