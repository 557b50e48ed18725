// The ready-made lists: their conditions, their numbers in the menu, the days of the office.
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "client/customers/filter/filter_conditions.h"
#include "client/customers/views/list_views.h"
#include "client/customers/views/work_lists.h"
#include "client/ui/parts/button.h"
#include "client/workday/team_period.h"
#include "client/workday/team_rows.h"
#include "client/worklists/work_list_settings.h"
#include "tests/client/app/window_fixture.h"
#include "tests/client/worklists/fake_work_lists.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// Made before the server that answers from it.
struct ListMemory
{
    test::FakeWorkLists lists;
};

struct WorkListsTest : ListMemory, WindowFixture
{
    WorkListsTest() : WindowFixture({lists.maker()}) {}

    ListViews& views() { return *list().views(); }
};

TEST_F(WorkListsTest, askWithTheDaysOfTheOffice)
{
    signIn();
    ASSERT_TRUE(waitUntil([this] { return server.calls("GetWorkListSettings") > 0; }));
    const int before = server.calls("ListCustomers");
    views().choose(ListViews::Builtin::Silent);
    ASSERT_TRUE(waitUntil([&] { return server.calls("ListCustomers") > before; }));
    ASSERT_TRUE(waitUntil([this] { return server.lastList().filter().silent_days() == 120; }));
    EXPECT_EQ(server.lastList().filter().status_keys(0), "trading");
    views().choose(ListViews::Builtin::CallBack);
    ASSERT_TRUE(waitUntil([this] { return server.lastList().sort() == v1::CUSTOMER_SORT_CALLBACK; }));
    EXPECT_TRUE(server.lastList().filter().callback().has_last_day());
    views().choose(ListViews::Builtin::Overlooked);
    ASSERT_TRUE(waitUntil([this] { return server.lastList().filter().last_contact().days() == 45; }));
}

TEST_F(WorkListsTest, haveTheirNumbersInTheMenu)
{
    v1::BatchGetCustomerCountsResponse counts;
    for (const int number : {7, 501, 0, 3, 12})
        counts.add_capped_counts(number);
    server.setCounts(counts);
    signIn();
    QMenu menu;
    views().count(views().fillMenu(&menu));
    const auto numberOf = [&menu](WorkList list) {
        for (const auto* action : menu.actions())
            if (action->text().startsWith(workListTitle(list)))
                return action->text().section(QLatin1Char('\t'), 1);
        return QString();
    };
    ASSERT_TRUE(waitUntil([&] { return numberOf(WorkList::CallBack) == QStringLiteral("7"); }));
    EXPECT_EQ(numberOf(WorkList::Untouched), QStringLiteral("500+"));
    EXPECT_EQ(numberOf(WorkList::Silent), QStringLiteral("12"));
}

struct WorkListDaysTest : WorkListsTest
{
    void open()
    {
        v1::Me me;
        me.set_user_id(1);
        auto* right = me.add_rights();
        right->set_resource(v1::RESOURCE_PICKLIST);
        right->set_action(v1::ACTION_EDIT);
        right->set_scope(v1::SCOPE_ALL);
        server.setMe(me);
        signIn();
        edit = std::make_unique<WorkListSettingsEdit>(window->client()->workplace());
        edit->setVisible(true);
        days = edit->findChild<QSpinBox*>();
        ASSERT_TRUE(waitUntil([this] { return days->value() == lists.settings().untouched_days(); }));
    }
    /// Until all that was asked at coming back is answered, but for the calls that are held.
    void leaveAndComeBack(int heldCalls = 0)
    {
        edit->setVisible(false);
        edit->setVisible(true);
        ASSERT_TRUE(waitUntil([=, this] { return window->client()->workplace().rpc.openCalls() == heldCalls; }));
    }
    std::unique_ptr<WorkListSettingsEdit> edit;
    QSpinBox* days = nullptr;
};

TEST_F(WorkListDaysTest, whatIsTypedIsStillThereAfterALookElsewhere)
{
    ASSERT_NO_FATAL_FAILURE(open());
    const int typed = days->value() + 3;
    days->setValue(typed);
    ASSERT_NO_FATAL_FAILURE(leaveAndComeBack());
    EXPECT_EQ(days->value(), typed);
}

TEST_F(WorkListDaysTest, leavingDoesNotTakeBackWhatIsBeingSaved)
{
    ASSERT_NO_FATAL_FAILURE(open());
    const int typed = days->value() + 3;
    days->setValue(typed);
    QSignalSpy saved(edit.get(), &WorkListSettingsEdit::saved);
    server.hold("UpdateWorkListSettings");
    for (auto* button : edit->findChildren<Button*>())
        if (button->text() == WorkListSettingsEdit::tr("Save for the office"))
            button->click();
    ASSERT_TRUE(waitUntil([this] { return server.calls("UpdateWorkListSettings") == 1; }));
    ASSERT_NO_FATAL_FAILURE(leaveAndComeBack(1));
    server.release("UpdateWorkListSettings");
    EXPECT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(lists.settings().untouched_days(), typed);
}

TEST(WorkListSetup, conditionsAreTheSameWrittenAndRead)
{
    v1::WorkListSettings days;
    days.set_overlooked_days(30);
    days.set_silent_days(90);
    days.add_client_status_keys("trading");
    for (const auto list : kWorkLists) {
        const auto setup = workListSetup(list, days);
        v1::CustomerFilter again;
        writeConditions(conditionsOf(setup.filter), again);
        EXPECT_EQ(again.SerializeAsString(), setup.filter.SerializeAsString())
            << workListTitle(list).toStdString() << " is not what its chips say";
        EXPECT_EQ(setup.columns.value(0).column, CustomerModel::Name);
    }
}

TEST(TeamPeriod, weeksBeginOnMondayAndMonthsAreWhole)
{
    const QDate wednesday(2026, 11, 18);
    EXPECT_EQ(TeamPeriod::stretchOf(wednesday, TeamPeriod::Week).first, QDate(2026, 11, 16));
    EXPECT_EQ(TeamPeriod::stretchOf(wednesday, TeamPeriod::Week).last, QDate(2026, 11, 22));
    EXPECT_EQ(TeamPeriod::stretchOf(wednesday, TeamPeriod::Month).last, QDate(2026, 11, 30));
    EXPECT_EQ(TeamPeriod::stretchOf(wednesday, TeamPeriod::Day).last, wednesday);
}

TEST(TeamRows, sumUpEachPersonAndKeepThoseWithoutWork)
{
    v1::ActivityReport report;
    const auto add = [&report](qint64 userId, int done, int forgotten, int seconds) {
        auto* summary = report.add_summaries();
        summary->set_user_id(userId);
        summary->set_done(done);
        summary->set_forgotten(forgotten);
        summary->set_duration_seconds(seconds);
    };
    add(2, 3, 1, 600);
    add(2, 2, 0, 60);
    add(9, 5, 5, 0);
    const auto rows = teamRows(report, {1, 2});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].total(), 0);
    EXPECT_EQ(rows[1].done, 5);
    EXPECT_EQ(rows[1].forgotten, 1);
    EXPECT_EQ(rows[1].talkSeconds, 660);
}

} // namespace
} // namespace banhang::client
