// The leader's page: who did what, live, and handing work on.
#include <QTest>

#include "client/app/parts/team_part.h"
#include "client/core/office_time.h"
#include "client/customers/batch/batch_bar.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/rail.h"
#include "client/ui/table/data_table.h"
#include "client/workday/colleague_day.h"
#include "client/workday/customer_reassignment.h"
#include "client/workday/day_rows.h"
#include "client/workday/day_view.h"
#include "client/workday/team_page.h"
#include "client/workday/team_period.h"
#include "client/workday/team_rows.h"
#include "client/workday/work_reassignment.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/support/office_clock_at.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct TeamPageTest : DayFixture
{
    /// In the rail; null where it is not offered.
    RailButton* entry()
    {
        for (auto* button : window->findChildren<RailButton*>())
            if (button->isVisible() && button->accessibleName().startsWith(team().windowTitle()))
                return button;
        return nullptr;
    }
    TeamPage& team() { return *window->findChild<TeamPage*>(); }

    void report(int done, int forgotten)
    {
        v1::ActivityReport report;
        auto* summary = report.add_summaries();
        summary->set_user_id(2);
        summary->set_done(done);
        summary->set_forgotten(forgotten);
        day.setReport(report);
    }
    void signInWith(v1::Scope scope)
    {
        v1::Me me;
        me.set_user_id(1);
        me.set_full_name("Lê Quang Minh");
        for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_ACTIVITY})
            for (const auto action : {v1::ACTION_VIEW, v1::ACTION_EDIT, v1::ACTION_ASSIGN}) {
                auto* right = me.add_rights();
                right->set_resource(resource);
                right->set_action(action);
                right->set_scope(scope);
            }
        server.setMe(me);
        signInToDay();
    }
    void open()
    {
        signInWith(v1::SCOPE_ALL);
        ASSERT_NE(entry(), nullptr);
        entry()->click();
        ASSERT_TRUE(waitUntil([this] { return team().isVisible() && team().model()->rowCount() == 2; }));
    }
};

TEST_F(TeamPageTest, isForLeadersAlone)
{
    signInWith(v1::SCOPE_OWN);
    EXPECT_EQ(entry(), nullptr);
    EXPECT_FALSE(team().isVisible());
}

TEST_F(TeamPageTest, followsWhatThePeopleDo)
{
    report(3, 1);
    open();
    const int row = team().model()->rowOf(2);
    ASSERT_TRUE(waitUntil([&] { return team().model()->row(row).done == 3; }));
    report(4, 0);
    v1::WatchEvent event;
    auto* change = event.mutable_batch()->add_changes();
    change->set_entity("activity");
    change->set_id(70);
    change->set_version(1);
    change->set_actor_user_id(2);
    change->set_kind(v1::CHANGE_KIND_CHANGED);
    server.sendEvent(event);
    EXPECT_TRUE(waitUntil([&] { return team().model()->row(row).done == 4; }));
}

TEST(DayOfAColleague, saysWhoGaveAnEntryOnlyOfWhatSomebodyElseGave)
{
    v1::Activity activity;
    activity.set_owner_user_id(2);
    activity.set_creator_user_id(2);
    EXPECT_EQ(DayDelegate::assignerOf(activity, 1), 0);
    activity.set_creator_user_id(1);
    EXPECT_EQ(DayDelegate::assignerOf(activity, 1), 0);
    activity.set_creator_user_id(3);
    EXPECT_EQ(DayDelegate::assignerOf(activity, 1), 3);
}

TEST(DayWords, aLongTitleLeavesRoomForWhomItIsWith)
{
    EXPECT_EQ(DayDelegate::titleWidth(200, 90, 100), 90) << "both have room";
    EXPECT_EQ(DayDelegate::titleWidth(200, 190, 100), 120);
    EXPECT_EQ(DayDelegate::titleWidth(200, 190, 30), 170) << "a short name takes no more than it needs";
    EXPECT_EQ(DayDelegate::titleWidth(200, 300, 0), 200) << "with nobody";
}

TEST_F(TeamPageTest, saysThatItShowsTheFirstOfMany)
{
    for (int person = 3; person <= 230; ++person)
        server.addPerson(person, "Lê Thị " + std::to_string(person));
    report(3, 1);
    signInWith(v1::SCOPE_ALL);
    entry()->click();
    ASSERT_TRUE(waitUntil([this] { return team().model()->rowCount() == 200; }));
    QStringList words;
    for (const auto* label : team().findChildren<Label*>())
        words.append(label->text());
    EXPECT_TRUE(words.join('\n').contains(QStringLiteral("đang hiện 200 trong 230 người")))
        << words.join('\n').toStdString();
}

TEST_F(TeamPageTest, goesAlongWithTheDayUnlessItLooksAtAnother)
{
    const QDate monday(2026, 11, 30);
    test::OfficeClockAt clock(officeTime(monday.addDays(-1), QTime(23, 50)));
    open();
    auto& period = *team().findChild<TeamPeriod*>();
    EXPECT_EQ(period.stretch().first, monday.addDays(-1));
    const int before = server.calls("GetActivityReport");
    clock.to(officeTime(monday, QTime(0, 0, 1)));
    EXPECT_EQ(period.stretch().first, monday);
    ASSERT_TRUE(waitUntil([&] { return server.calls("GetActivityReport") > before; }));
    const auto words = [&] { return period.findChild<Label*>()->text(); };
    QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return words() == QStringLiteral("hôm qua"); }))
        << "keys of buttons come a moment later";
    clock.to(officeTime(monday.addDays(1), QTime(7, 0)));
    EXPECT_EQ(period.stretch().first, monday.addDays(-1));
    EXPECT_EQ(words(), QStringLiteral("CN 29/11"));
}

TEST_F(TeamPageTest, theDayOfAColleagueIsLookedAt)
{
    auto first = call(11, 7, 600);
    first.set_owner_user_id(2);
    day.put(first);
    v1::Workday more;
    more.set_more_timed(true);
    day.setDay(more);
    open();
    team().table()->setCurrentIndex(team().model()->index(team().model()->rowOf(2), 0));
    auto& rows = *team().day()->findChild<DayRows*>();
    ASSERT_TRUE(waitUntil([&] { return rows.rowOf(11) >= 0; }));
    EXPECT_FALSE(rows.isTickable());
    const auto line = rows.index(rows.rowOf(11) + 1);
    ASSERT_EQ(rows.row(line.row()).kind, DayRows::RowKind::More);
    EXPECT_EQ(line.data().toString(), DayRows::tr("There are more than are shown here"));
    EXPECT_FALSE(line.flags().testFlag(Qt::ItemIsSelectable)) << "it would lead to the leader's own calendar";
}

TEST_F(TeamPageTest, handsOnWhatWaitsAndTakesItBack)
{
    auto first = call(11, 7, 3600);
    first.set_owner_user_id(2);
    day.put(first);
    open();
    team().table()->setCurrentIndex(team().model()->index(team().model()->rowOf(2), 0));
    ASSERT_TRUE(waitUntil([this] { return team().day()->userId() == 2 && team().day()->model()->rowOf(11) >= 0; }));
    std::function<void()> undo;
    QObject::connect(&team(), &TeamPage::undoOffered, &team(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    team().day()->work()->offer(2, {11}, 1);
    EXPECT_EQ(server.calls("AssignActivities"), 0) << "asked first";
    team().day()->work()->confirm();
    ASSERT_TRUE(waitUntil([this] { return day.stored(11).owner_user_id() == 1; }));
    ASSERT_TRUE(waitUntil([&] { return bool(undo); }));
    QString news;
    QObject::connect(&team(), &TeamPage::newsHappened, &team(), [&](const QString& text) { news = text; });
    team().day()->work()->offer(1, {12}, 2); // of somebody else, and not confirmed
    undo();
    EXPECT_TRUE(waitUntil([this] { return day.stored(11).owner_user_id() == 2; }));
    EXPECT_TRUE(waitUntil([&] { return news.endsWith(QStringLiteral("cho Diệp")); })) << news.toStdString();
}

TEST_F(TeamPageTest, handsOnAllThatIsStillToDoHoweverFarAhead)
{
    constexpr int kFirst = 100;
    constexpr int kCount = 230; // more than one call takes
    for (int i = 0; i < kCount; ++i) {
        auto planned = call(kFirst + i, 7, 3600 + i * 86400);
        planned.set_owner_user_id(2);
        if (i == 5)
            planned.set_state(v1::ACTIVITY_STATE_DONE);
        if (i == 6)
            planned.set_owner_user_id(1);
        day.put(planned);
    }
    open();
    QString news;
    QObject::connect(&team(), &TeamPage::undoOffered, &team(),
                     [&](const QString& text, const std::function<void()>&) { news = text; });
    auto* work = team().day()->work();
    const auto asks = [&]() -> Button* {
        for (auto* button : work->bar()->findChildren<Button*>())
            if (button->isVisible() && button->text() == QStringLiteral("Giao 228"))
                return button;
        return nullptr;
    };
    work->offerAll(2, 1);
    ASSERT_TRUE(waitUntil([&] { return asks() != nullptr; }));
    EXPECT_EQ(server.calls("AssignActivities"), 0) << "asked first";
    asks()->click();
    ASSERT_TRUE(waitUntil([&] { return !news.isEmpty(); }));
    EXPECT_TRUE(news.contains(QStringLiteral("228"))) << news.toStdString();
    EXPECT_EQ(server.calls("AssignActivities"), 3);
    EXPECT_EQ(day.stored(kFirst + kCount - 1).owner_user_id(), 1);
    EXPECT_EQ(day.stored(kFirst + 5).owner_user_id(), 2) << "what is done stays whose it was";

    work->offerAll(2, 1);
    EXPECT_TRUE(waitUntil([&] { return server.calls("ListActivities") == 2; }));
    EXPECT_EQ(asks(), nullptr) << "nothing is left";
}

TEST_F(TeamPageTest, aQuestionGoesWithThePersonItIsAbout)
{
    auto first = call(11, 7, 3600);
    first.set_owner_user_id(2);
    day.put(first);
    open();
    team().table()->setCurrentIndex(team().model()->index(team().model()->rowOf(2), 0));
    ASSERT_TRUE(waitUntil([this] { return team().day()->userId() == 2; }));
    auto* work = team().day()->work();
    work->offer(2, {11}, 1);
    const auto asks = [&] {
        const auto buttons = work->bar()->findChildren<Button*>();
        return std::any_of(buttons.begin(), buttons.end(), [](const Button* button) { return button->isVisible(); });
    };
    ASSERT_TRUE(asks());
    team().table()->setCurrentIndex(team().model()->index(team().model()->rowOf(1), 0));
    EXPECT_TRUE(waitUntil([&] { return team().day()->userId() == 1; }));
    EXPECT_FALSE(asks());
}

TEST_F(TeamPageTest, handsCustomersOnAndTakesThemBack)
{
    for (const std::int64_t id : {21, 22, 23}) {
        v1::Customer customer;
        customer.set_id(id);
        customer.set_version(1);
        customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
        customer.set_name("Khách " + std::to_string(id));
        customer.set_owner_user_id(id == 23 ? 1 : 2);
        server.put(customer);
    }
    server.denyBatch({22});
    open();
    ASSERT_TRUE(waitUntil([this] { return isAnswered(); })) << "the page of customers has its list";
    std::function<void()> undo;
    QObject::connect(&team(), &TeamPage::undoOffered, &team(),
                     [&](const QString&, const std::function<void()>& offered) { undo = offered; });
    auto* reassignment = team().day()->customers();
    reassignment->offer({}, 2, 1);
    const auto confirm = [&]() -> Button* {
        for (auto* button : reassignment->bar()->findChildren<Button*>())
            if (button->isVisible() && button->text().startsWith(QStringLiteral("Giao ")))
                return button;
        return nullptr;
    };
    ASSERT_TRUE(waitUntil([&] { return confirm() != nullptr; }));
    const v1::CustomerFilter asked = server.lastList().filter();
    ASSERT_EQ(asked.owner_user_ids_size(), 1);
    EXPECT_EQ(asked.owner_user_ids(0), 2) << "the colleague's alone";
    EXPECT_EQ(server.calls("AssignCustomers"), 0) << "asked first";
    confirm()->click();
    ASSERT_TRUE(waitUntil([&] { return bool(undo); }));
    EXPECT_EQ(server.stored(21).owner_user_id(), 1);
    EXPECT_EQ(server.stored(22).owner_user_id(), 2) << "not the leader's to give";
    undo();
    EXPECT_TRUE(waitUntil([&] { return server.stored(21).owner_user_id() == 2; }));
}

} // namespace
} // namespace banhang::client
