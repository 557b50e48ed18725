// What was typed a moment before the window is closed.
#include <QLineEdit>

#include "client/picklists/pick_item_form.h"
#include "client/picklists/picklists_page.h"
#include "client/sequences/sequence_editor.h"
#include "client/sequences/sequences_page.h"
#include "client/subscriptions/subscription_editor.h"
#include "client/subscriptions/subscriptions_page.h"
#include "client/ui/parts/button.h"
#include "tests/client/app/whole_office.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

struct ClosingTest : WholeOffice
{
    /// Begins a new one on the page and types its name, which is the first field of the editor.
    template <typename Page, typename Editor>
    void beginNew(const QString& buttonText)
    {
        auto* page = window->findChild<Page*>();
        for (auto* button : page->template findChildren<Button*>())
            if (button->text() == buttonText)
                button->click();
        test::typeInto(page->template findChild<Editor*>()->template findChild<QLineEdit*>(), kTyped);
    }
    /// Before any timer has fired.
    QString keptAfterClosing(const QString& key)
    {
        EXPECT_TRUE(window->close());
        const auto draft = window->client()->workplace().drafts.find(key);
        return draft ? draft->title : QString();
    }

    const QString kTyped = QStringLiteral("Vừa mới gõ");
};

TEST_F(ClosingTest, needsNobodyToBeSignedIn)
{
    EXPECT_TRUE(window->close());
}

TEST_F(ClosingTest, endsTheSessionThatWasOpenedInTheWindow)
{
    signIn();
    EXPECT_TRUE(window->close());
    window->client()->leave();
    ASSERT_EQ(server.calls("SignOut"), 1);
    EXPECT_EQ(server.tokens("SignOut").back(), server.tokens("ListCustomers").back()) << "in its own name";
}

TEST_F(ClosingTest, leavesASessionThatOthersGoOnWith)
{
    signIn();
    const QByteArray token = window->client()->token();
    window->client()->resume(token);
    EXPECT_TRUE(test::waitUntil([this] { return isAnswered(); }));
    EXPECT_TRUE(window->close());
    window->client()->leave();
    EXPECT_EQ(server.calls("SignOut"), 0);
}

TEST_F(ClosingTest, waitsNotLongForAServerThatIsAway)
{
    signIn();
    server.stop();
    EXPECT_TRUE(window->close());
    window->client()->leave();
    EXPECT_EQ(server.calls("SignOut"), 0);
}

TEST_F(ClosingTest, keepsTheSequence)
{
    signIn();
    beginNew<SequencesPage, SequenceEditor>(SequencesPage::tr("New sequence"));
    EXPECT_TRUE(keptAfterClosing(QStringLiteral("sequence-new")).contains(kTyped));
}

TEST_F(ClosingTest, keepsTheSubscription)
{
    signIn();
    beginNew<SubscriptionsPage, SubscriptionEditor>(SubscriptionsPage::tr("Follow something new"));
    EXPECT_TRUE(keptAfterClosing(QStringLiteral("subscription-new")).contains(kTyped));
}

TEST_F(ClosingTest, keepsTheEntryOfAChoiceList)
{
    signIn();
    beginNew<PicklistsPage, PickItemForm>(PicklistsPage::tr("New entry"));
    EXPECT_TRUE(keptAfterClosing(QStringLiteral("picklist-status-new")).contains(kTyped));
}

} // namespace
} // namespace banhang::client
