// What was promised to customers: the times that the office sets, and what of it is due to whom.
#include "client/care/care_promise_page.h"

#include <QComboBox>
#include <QSignalSpy>

#include "client/app/client.h"
#include "client/core/session.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/workday/care_due.h"
#include "tests/client/care/care_fixture.h"

namespace banhang::client {
namespace {

using test::waitUntil;

struct CarePromiseTest : CareFixture
{
    CarePromiseTest()
    {
        v1::CareSettings settings;
        settings.set_version(3);
        int minutes = 4 * 1440;
        for (const auto severity :
             {v1::CARE_SEVERITY_LOW, v1::CARE_SEVERITY_NORMAL, v1::CARE_SEVERITY_HIGH, v1::CARE_SEVERITY_URGENT}) {
            auto& promise = *settings.add_promises();
            promise.set_severity(severity);
            promise.set_promise_minutes(minutes /= 2);
            promise.set_remind_minutes(60);
        }
        care.setSettings(settings);
    }
    const Workplace& workplace() { return window->client()->workplace(); }
    void begin(bool mayEdit)
    {
        signIn();
        v1::Me me = workplace().session.me();
        if (mayEdit) {
            auto& right = *me.add_rights();
            right.set_resource(v1::RESOURCE_PICKLIST);
            right.set_action(v1::ACTION_EDIT);
            right.set_scope(v1::SCOPE_ALL);
        }
        window->client()->session().begin(me);
        page = std::make_unique<CarePromisePage>(workplace());
        page->show();
        page->load();
        ASSERT_TRUE(waitUntil([this] { return server.calls("GetCareSettings") == 1 && !boxes().isEmpty(); }));
        ASSERT_TRUE(waitUntil([this] { return boxes()[0]->currentData().toInt() == 2 * 1440; }));
    }
    QList<QComboBox*> boxes() { return page->findChildren<QComboBox*>(); }
    Button* save() { return page->findChild<Button*>(QStringLiteral("save")); }

    std::unique_ptr<CarePromisePage> page;
};

TEST_F(CarePromiseTest, theTimesAreShownAndSaved)
{
    begin(true);
    EXPECT_FALSE(save()->isEnabled()) << "nothing has changed";
    // Urgent is promised within six hours, which no entry of the list says.
    EXPECT_EQ(boxes()[6]->currentData().toInt(), 360);
    boxes()[6]->setCurrentIndex(boxes()[6]->findData(120));
    ASSERT_TRUE(save()->isEnabled());
    save()->click();
    ASSERT_TRUE(waitUntil([this] { return care.settings().version() == 4; }));
    EXPECT_EQ(care.settings().promises(3).promise_minutes(), 120);
    EXPECT_EQ(care.settings().promises(0).promise_minutes(), 2 * 1440);
    EXPECT_TRUE(waitUntil([this] { return !save()->isEnabled(); }));
}

TEST_F(CarePromiseTest, whoWasFasterIsNotOverwritten)
{
    begin(true);
    v1::CareSettings other = care.settings();
    other.set_version(9);
    care.setSettings(other);
    boxes()[6]->setCurrentIndex(boxes()[6]->findData(120));
    save()->click();
    ASSERT_TRUE(waitUntil([this] { return page->findChild<NoticeBar*>()->isVisible(); }));
    EXPECT_EQ(care.settings().version(), 9);
}

TEST_F(CarePromiseTest, whoMayNotSetThemSeesThem)
{
    begin(false);
    EXPECT_FALSE(boxes()[0]->isEnabled());
    EXPECT_FALSE(save()->isEnabled());
}

TEST_F(CarePromiseTest, whatIsDueIsThePersonsOwnSoonestFirst)
{
    care.put(complaint(1, "Máy ồn", 300));
    care.put(complaint(2, "Giao thiếu", -90));
    care.put(complaint(3, "Của Diệp", 60, 2));
    auto answered = complaint(4, "Đã xong", 10);
    answered.set_state(v1::CARE_STATE_RESOLVED);
    care.put(answered);
    signIn();
    CareDue due(workplace());
    due.reload();
    ASSERT_TRUE(waitUntil([&due] { return due.requests().size() == 2; }));
    EXPECT_EQ(due.requests()[0].subject(), "Giao thiếu");
    EXPECT_EQ(due.requests()[1].subject(), "Máy ồn");
    EXPECT_FALSE(due.hasMore());
    due.clear();
    EXPECT_TRUE(due.requests().isEmpty());
}

} // namespace
} // namespace banhang::client
