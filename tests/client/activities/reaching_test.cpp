#include <QDesktopServices>
#include <QTest>
#include <QTextBrowser>

#include <gtest/gtest.h>

#include "client/activities/timeline_model.h"
#include "client/activities/when_edit.h"
#include "client/ui/look/field_state.h"
#include "tests/client/activities/day_fixture.h"
#include "tests/client/support/typing.h"

namespace banhang::client {
namespace {

using test::typeInto;
using test::waitUntil;

/// In the place of the programs of the machine: a browser that notes what it is given.
class Outside final : public QTextBrowser
{
public:
    Outside()
    {
        for (const char* scheme : kSchemes)
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "setSource");
    }
    ~Outside() override
    {
        for (const char* scheme : kSchemes)
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

    QStringList reached;

protected:
    void doSetSource(const QUrl& url, QTextDocument::ResourceType) override { reached.append(url.toString()); }

private:
    static constexpr const char* kSchemes[] = {"tel", "mailto", "https"};
};

struct ReachingTest : DayFixture
{
    ReachingTest()
    {
        v1::Customer customer;
        customer.set_id(7);
        customer.set_version(2);
        customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
        customer.set_name("Công ty TNHH Số 7");
        customer.add_phones()->set_number("0912 345 678");
        server.put(customer);
    }

    void press(QWidget* at, int key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(at, static_cast<Qt::Key>(key), modifiers);
    }

    CustomerDetail& work() { return *page().findChild<CustomerDetail*>(); }

    Outside outside;
};

TEST_F(ReachingTest, aKeyDialsFromTheDayAndAsksForTheOutcomeOfThatCall)
{
    day.put(call(1, 7, -86'400));
    day.put(call(2, 7, -60));
    signInToDay();
    choose(1);
    const auto before = officeNow();
    press(&view(), Qt::Key_G);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    EXPECT_EQ(outside.reached, QStringList{QStringLiteral("tel:+84912345678")});
    EXPECT_EQ(openEditor()->activityId(), 1) << "of the row, though another one is nearer";
    EXPECT_EQ(openEditor()->fields()->writing(), Writing::Outcome);
    typeInto(window->focusWidget(), QStringLiteral("đồng ý giá"));
    press(window->focusWidget(), Qt::Key_S);
    ASSERT_TRUE(waitUntil([&] { return day.stored(1).state() == v1::ACTIVITY_STATE_DONE; }));
    EXPECT_GT(officeTime(day.stored(1).start_time()).addSecs(60), before) << "it was held when it was dialled";
    EXPECT_GT(day.stored(1).duration_seconds(), 0) << "the clock ran";
}

TEST_F(ReachingTest, aPlanThatIsOpenBecomesItsOutcome)
{
    day.put(call(1, 7, -60));
    signInToDay();
    choose(1);
    press(&view(), Qt::Key_Return, Qt::NoModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    ASSERT_EQ(openEditor()->fields()->writing(), Writing::Plan);
    press(window->focusWidget(), Qt::Key_G);
    ASSERT_TRUE(waitUntil([&] { return outside.reached.size() == 1; }));
    EXPECT_EQ(openEditor()->activityId(), 1);
    EXPECT_EQ(openEditor()->fields()->writing(), Writing::Outcome);
}

TEST_F(ReachingTest, withoutAPlanANewTalkIsWritten)
{
    day.put(task(1, "Gửi hồ sơ", officeNow().date()));
    auto later = call(2, 7, 3 * 86'400);
    day.put(later);
    auto visit = task(3, "Mang mẫu tới", officeNow().date());
    visit.set_customer_id(7);
    visit.set_customer_name("Công ty TNHH Số 7");
    day.put(visit);
    signInToDay();
    choose(3);
    press(&view(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    EXPECT_EQ(outside.reached, QStringList{QStringLiteral("https://zalo.me/84912345678")});
    EXPECT_EQ(openEditor()->activityId(), 0) << "what is planned for another day stays";
    EXPECT_EQ(openEditor()->fields()->read().channel_key(), "zalo");
}

TEST_F(ReachingTest, whoHasNoAddressIsNotReached)
{
    day.put(call(1, 7, -60));
    signInToDay();
    choose(1);
    press(&view(), Qt::Key_E);
    ASSERT_TRUE(waitUntil([&] { return page().findChild<CustomerDetail*>() && work().customer().id() == 7; }));
    EXPECT_TRUE(outside.reached.isEmpty());
    EXPECT_EQ(openEditor(), nullptr);
}

TEST_F(ReachingTest, keysMeanTheRowOrTheCustomerBesideIt)
{
    day.put(call(1, 7, -120));
    day.put(call(2, 8, -60));
    signInToDay();
    choose(1);
    press(&view(), Qt::Key_Return, Qt::NoModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; }));
    choose(2);
    press(&view(), Qt::Key_T);
    ASSERT_TRUE(waitUntil([&] {
        return work().customer().id() == 8 && openEditor() && openEditor()->activityId() == 2;
    })) << "the list has the keyboard";
    press(window->focusWidget(), Qt::Key_Escape, Qt::NoModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() == nullptr; }));
    press(window->focusWidget(), Qt::Key_L);
    ASSERT_TRUE(waitUntil([&] { return openEditor() != nullptr; })) << "the customer has it";
    EXPECT_EQ(openEditor()->fields()->read().kind(), v1::ACTIVITY_KIND_APPOINTMENT);
    EXPECT_EQ(openEditor()->fields()->read().customer_id(), 8);
}

TEST_F(ReachingTest, aMarkGoesWithWhatItWasAbout)
{
    v1::CheckActivityResponse check;
    auto* issue = check.add_issues();
    issue->set_path("start_time");
    issue->set_key("activity.planned_in_past");
    issue->set_severity(v1::SEVERITY_WARNING);
    day.setCheck(check);
    day.put(call(1, 7, -86'400));
    signInToDay();
    choose(1);
    press(&view(), Qt::Key_Return, Qt::NoModifier);
    ASSERT_TRUE(waitUntil([&] { return openEditor() && server.calls("CheckActivity") > 0; }));
    auto* editor = openEditor();
    auto* when = editor->findChild<WhenEdit*>()->focusProxy();
    ASSERT_TRUE(waitUntil([&] { return fieldState(when) == FieldState::Warn; }));
    EXPECT_FALSE(when->toolTip().isEmpty());
    editor->writeUp(day.stored(1));
    EXPECT_EQ(fieldState(when), FieldState::Normal);
    EXPECT_TRUE(when->toolTip().isEmpty());
}

} // namespace
} // namespace banhang::client
