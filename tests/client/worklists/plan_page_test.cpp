// Calls planned for many customers, from the list to the server and back.
#include <QApplication>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "client/app/window/work_page.h"
#include "client/customers/batch/batch_bar.h"
#include "client/ui/table/data_table.h"
#include "client/worklists/plan_form.h"
#include "client/worklists/plan_page.h"
#include "client/worklists/plan_rows_model.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/worklists/fake_work_lists.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct PlanMemory
{
    test::FakeWorkLists lists;
};

struct PlanPageTest : PlanMemory, WindowFixture
{
    PlanPageTest() : WindowFixture({lists.maker()})
    {
        server.addPick("channel", "call", "Gọi điện");
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_ACTIVITY})
            for (const auto action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_ASSIGN}) {
                auto* right = me.add_rights();
                right->set_resource(resource);
                right->set_action(action);
                right->set_scope(v1::SCOPE_ALL);
            }
        server.setMe(me);
    }

    PlanPage& page() { return *window->findChild<PlanPage*>(); }
    void open(const QList<qint64>& ids)
    {
        signIn();
        QApplication::setActiveWindow(window.get());
        emit window->customers()->planRequested(ids);
        ASSERT_TRUE(waitUntil([&] { return page().isVisible() && page().rows()->rowCount() > 0; }));
    }
    /// Null while nothing can be planned.
    QPushButton* confirmation()
    {
        for (auto* button : page().findChildren<QPushButton*>())
            if (button->isEnabled() && button->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Return))
                return button;
        return nullptr;
    }
};

TEST_F(PlanPageTest, isOfferedForTheChosenCustomers)
{
    signIn();
    QList<qint64> asked;
    QObject::connect(window->customers(), &CustomersPage::planRequested, window.get(),
                     [&asked](const QList<qint64>& ids) { asked = ids; });
    auto* bar = window->customers()->findChild<BatchBar*>();
    bar->setSelection({3, 4}, {});
    for (auto* button : bar->findChildren<QPushButton*>())
        if (button->text().contains(BatchBar::tr("Plan calls…")))
            button->click();
    EXPECT_EQ(asked, (QList<qint64>{3, 4}));
}

TEST_F(PlanPageTest, previewsPlansAndTakesBack)
{
    open({3, 4, 5});
    EXPECT_EQ(lists.lastCheck().customer_ids_size(), 3);
    EXPECT_EQ(lists.lastCheck().from_minute(), 9 * 60);
    EXPECT_EQ(page().rows()->slotsOf().size(), 3U);
    ASSERT_TRUE(waitUntil([this] {
        return page().rows()->index(0, PlanRowsModel::Customer).data().toString() ==
               QStringLiteral("Công ty TNHH Số 3");
    }));
    ASSERT_TRUE(waitUntil([this] { return confirmation() != nullptr; }));
    confirmation()->click();
    ASSERT_TRUE(waitUntil([this] { return server.calls("PlanTalks") == 1; }));
    ASSERT_TRUE(waitUntil([this] { return !page().isVisible(); })) << "back to the customers";
    EXPECT_EQ(lists.lastPlan().channel_key(), "call");
    EXPECT_EQ(lists.lastPlan().talk_slots_size(), 3);
    EXPECT_FALSE(lists.lastPlan().request_id().empty());
    ASSERT_TRUE(waitUntil([this] {
        for (auto* button : window->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains(WorkPage::tr("Undo"))) {
                button->click();
                return true;
            }
        return false;
    }));
    ASSERT_TRUE(waitUntil([this] { return server.calls("UndoPlannedTalks") == 1; }));
    EXPECT_EQ(lists.lastUndo().talks_size(), 3);
}

TEST_F(PlanPageTest, tellsWhoIsLeftOutAndWhy)
{
    v1::CheckTalkPlanResponse check;
    auto* slot = check.add_talk_slots();
    slot->set_customer_id(3);
    slot->set_owner_user_id(2);
    auto* skipped = check.add_skipped();
    skipped->set_customer_id(4);
    skipped->set_key("talk_plan.planned_already");
    lists.setCheck(check);
    open({3, 4});
    const auto& rows = *page().rows();
    EXPECT_EQ(rows.skippedCount(), 1);
    EXPECT_NE(rows.index(0, PlanRowsModel::When).data().toString(), QStringLiteral("talk_plan.planned_already"));
    EXPECT_EQ(rows.index(1, PlanRowsModel::Caller).data().toString(), QStringLiteral("Diệp"));
}

TEST_F(PlanPageTest, asksAgainWhenTheTimesChange)
{
    open({3});
    const int before = server.calls("CheckTalkPlan");
    page().findChildren<QSpinBox*>().constFirst()->setValue(3);
    ASSERT_TRUE(waitUntil([&] { return server.calls("CheckTalkPlan") > before; }));
    EXPECT_EQ(lists.lastCheck().day_count(), 3);
}

TEST_F(PlanPageTest, whatIsWrongStandsBesideItsField)
{
    open({3});
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    *detail.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "to_minute", "talk_plan.window");
    server.failNext("CheckTalkPlan", AppError(ErrorCode::Invalid, detail));
    page().findChildren<QSpinBox*>().constFirst()->setValue(2);
    ASSERT_TRUE(waitUntil([this] { return page().rows()->rowCount() == 0; }));
    EXPECT_EQ(confirmation(), nullptr);
}

} // namespace
} // namespace banhang::client
