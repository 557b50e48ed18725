// The queue of groups by keyboard: answer, and the next one is there.
#include "client/merging/merging_page.h"

#include <QTest>

#include <gtest/gtest.h>

#include "client/core/change_feed.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/picklist_cache.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/merging/finding_list.h"
#include "client/merging/merge_view.h"
#include "tests/client/merging/fake_merges.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using tests::waitUntil;

class MergingPageTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        v1::Me me;
        me.set_user_id(7);
        auto& right = *me.add_rights();
        right.set_resource(v1::RESOURCE_CUSTOMER);
        right.set_action(v1::ACTION_DELETE);
        right.set_scope(v1::SCOPE_ALL);
        session.begin(me);
        page = std::make_unique<MergingPage>(workplace);
        QObject::connect(page.get(), &MergingPage::countChanged, [this](int count) { waiting = count; });
        QObject::connect(page.get(), &MergingPage::undoOffered,
                         [this](const QString&, const std::function<void()>& undo) { offered = undo; });
        page->resize(1290, 668);
        page->show();
        page->activateWindow();
        page->reload();
        ASSERT_TRUE(waitUntil([this] { return page->list()->count() == kGroups; }));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto* target = QApplication::focusWidget() ? QApplication::focusWidget() : page.get();
        QTest::keyClick(target, key, modifiers);
    }
    bool pairIsThere()
    {
        return waitUntil([this] { return page->view()->isVisible() && page->view()->isReady(); });
    }

    static constexpr int kGroups = 3;

    FakeMerges server{kGroups};
    RpcClient rpc{server.channel(), QString()};
    Session session;
    DirectoryCache directory{rpc};
    PicklistCache picklists{rpc};
    ChangeFeed feed{rpc};
    DraftStore drafts;
    Presence presence{rpc, feed};
    Workplace workplace{rpc, session, directory, picklists, feed, drafts, presence};
    std::unique_ptr<MergingPage> page;
    int waiting = -1;
    std::function<void()> offered;
};

TEST_F(MergingPageTest, goesThroughTheGroupsByKeyboard)
{
    EXPECT_EQ(waiting, kGroups);
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_Delete, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.decisions().size() == 1; }));
    EXPECT_EQ(server.decisions()[0].answer(), v1::FINDING_ANSWER_DIFFERENT);
    EXPECT_EQ(waiting, kGroups - 1);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_PageDown, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.decisions().size() == 2; }));
    EXPECT_EQ(server.decisions()[1].answer(), v1::FINDING_ANSWER_LATER);
    ASSERT_TRUE(pairIsThere());
    offered = nullptr; // those of the answers
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return server.merges().size() == 1; }));
    EXPECT_EQ(server.merges()[0].survivor_id(), 2412);
    ASSERT_TRUE(waitUntil([this] { return offered != nullptr; }));
    offered();
    EXPECT_TRUE(waitUntil([this] { return server.undone().size() == 1; }));
}

TEST_F(MergingPageTest, escapeLeadsBackToTheList)
{
    press(Qt::Key_Return);
    ASSERT_TRUE(pairIsThere());
    press(Qt::Key_Escape);
    EXPECT_TRUE(page->list()->isVisible());
    EXPECT_EQ(page->list()->count(), kGroups);
}

TEST_F(MergingPageTest, comparesWhatIsAskedFor)
{
    page->openMerge({412, 436});
    ASSERT_TRUE(pairIsThere());
    bool isClosed = false;
    QObject::connect(page.get(), &MergingPage::closeRequested, [&] { isClosed = true; });
    page->view()->merge();
    EXPECT_TRUE(waitUntil([&] { return isClosed; })) << "there is no next one";
}

} // namespace
} // namespace banhang::client
