// The editor of what is followed, by itself.
#include <gtest/gtest.h>

#include <QSignalSpy>

#include "client/subscriptions/subscription_editor.h"
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

} // namespace
} // namespace banhang::client
