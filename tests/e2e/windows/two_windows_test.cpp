// Colleagues at work at the same time, each in a window of their own.
#include <memory>

#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/form/duplicate_panel.h"
#include "client/customers/list/customer_list.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/data_table.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/windows/client_window.h"
#include "tests/e2e/windows/office_suite.h"

namespace banhang::test {
namespace {

using nlohmann::json;

/// Of the company: minh and diep sell in the team of ha; khoa sells in another branch; thuy leads quynh and nam.
class TwoWindows : public OfficeSuite
{
protected:
    static json organisation(const char* name, const char* phone)
    {
        return {{"kind", 2}, {"name", name}, {"phones", {{{"number", phone}}}}};
    }

    static int storedCount(const char* name)
    {
        return std::stoi(
            office().sql("SELECT count(*) FROM banhang.customer WHERE name = '" + std::string(name) + "'"));
    }

    /// What the pane beside the form says about who is in the books already.
    static QString duplicatesOf(ClientWindow& window)
    {
        return visibleTexts(window.form().duplicates()).join(QLatin1Char('\n'));
    }
};

TEST_F(TwoWindows, whoTypesAKnownCustomerInAnotherSpellingIsWarned)
{
    Ctl(office(), "minh").create(organisation("Công ty TNHH Thương mại Dịch vụ Thiên Ân", "0168 9555 001"));
    ClientWindow minh(office(), "minh");
    minh.beginCustomer(q("cty tnhh tmdv thien an"), q("+84 389.555.001"));
    waitUntil("the duplicate",
              [&] { return duplicatesOf(minh).contains(q("Công ty TNHH Thương mại Dịch vụ Thiên Ân")); });
    EXPECT_EQ(minh.form().duplicates()->hitCount(), 1);

    minh.save();
    waitUntil("the question why", [&] {
        const auto fields = minh.form().duplicates()->findChildren<QLineEdit*>();
        return !fields.isEmpty() && fields.first()->isVisible();
    });
    EXPECT_EQ(storedCount("cty tnhh tmdv thien an"), 0);
    type(minh.form().duplicates()->findChildren<QLineEdit*>().first(), q("chi nhánh khác"));
    minh.press(minh.form().duplicates(), q("Vẫn lưu"));
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("cty tnhh tmdv thien an"), 1);
}

TEST_F(TwoWindows, whoMayNotSeeItIsToldOnlyWhoServesIt)
{
    const json made = Ctl(office(), "minh").create(organisation("Công ty Cổ phần Kín Tiếng", "0168 9555 002"));
    ClientWindow khoa(office(), "khoa");
    khoa.beginCustomer(q("cong ty cp kin tieng"), q("0389555002"));
    waitUntil("who serves it", [&] { return duplicatesOf(khoa).contains(q("Lê Quang Minh")); });

    const QString said = duplicatesOf(khoa);
    EXPECT_FALSE(said.contains(q("Kín Tiếng"))) << said.toStdString();
    EXPECT_FALSE(said.contains(QString::fromStdString(made.at("code")))) << said.toStdString();
}

TEST_F(TwoWindows, aNewCustomerComesToTheColleaguesListWithoutDisturbingIt)
{
    const Ctl minhAtTheShell(office(), "minh");
    for (const char* name : {"Bến Bàng", "Bến Cam", "Bến Dừa"})
        minhAtTheShell.create({{"kind", 2}, {"name", name}});
    ClientWindow ha(office(), "ha");
    ClientWindow minh(office(), "minh");
    ha.choose(q("Bến Cam"));

    minh.beginCustomer(q("Bến Chanh Mới"), q("0912 555 003"));
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    waitUntil("minh's own row", [&] { return minh.chosen() == q("Bến Chanh Mới"); });
    waitUntil("the news in ha's list", [&] { return ha.list().model()->newRowCount() == 1; });
    EXPECT_EQ(ha.chosen(), q("Bến Cam"));

    ha.press(&ha.list(), q("Hiện"));
    waitUntil("the new row", [&] { return ha.shows(q("Bến Chanh Mới")); });
    EXPECT_EQ(ha.chosen(), q("Bến Cam"));
    EXPECT_EQ(ha.list().model()->newRowCount(), 0);
}

TEST_F(TwoWindows, aColleaguesChangeLightsUpWhereItIsShown)
{
    const Ctl minh(office(), "minh");
    const json made = minh.create(organisation("Gạch Ngói Bình Minh", "0912 555 004"));
    minh.create(organisation("Gạch Ngói Hoàng Hôn", "0938 444 117"));
    ClientWindow ha(office(), "ha");
    ha.choose(q("Gạch Ngói Hoàng Hôn"));
    const qint64 id = ha.idOf(q("Gạch Ngói Bình Minh"));
    const auto shown = [&] { return ha.list().model()->rowAt(ha.list().model()->rowOf(id)); };
    ASSERT_EQ(shown()->changedAtMs, 0);
    minh.json({"customer", "update", made.at("id"), R"({"phones":[{"number":"0977 222 633"}]})"});

    waitUntil("the change in ha's list", [&] { return shown()->changedAtMs != 0; });
    EXPECT_EQ(ha.list().model()->index(ha.list().model()->rowOf(id), client::CustomerModel::Phone).data().toString(),
              q("0977 222 633"));
    EXPECT_TRUE(shown()->changedFields.contains(q("phones")));
    EXPECT_EQ(ha.chosen(), q("Gạch Ngói Hoàng Hôn"));
}

TEST_F(TwoWindows, whoHasNoRightNeverLearnsOfIt)
{
    ClientWindow khoa(office(), "khoa");
    ClientWindow minh(office(), "minh");
    minh.beginCustomer(q("Riêng Của Minh"), q("0912 555 007"));
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    const qint64 hidden = minh.list().currentId();
    // The feed keeps the order of commits: had there been news of the first, they would be here with the second.
    const json own = Ctl(office(), "khoa").create({{"kind", 2}, {"name", "Của Khoa"}});
    const qint64 visible = std::stoll(own.at("id").get<std::string>());
    waitUntil("khoa's own news", [&] { return khoa.news().contains(visible); });

    EXPECT_FALSE(khoa.news().contains(hidden));
    khoa.list().refresh();
    waitUntil("khoa's own row", [&] { return khoa.shows(q("Của Khoa")); });
    EXPECT_FALSE(khoa.shows(q("Riêng Của Minh")));
}

TEST_F(TwoWindows, rowsGoWithTheRights)
{
    const Ctl quynhAtTheShell(office(), "quynh");
    quynhAtTheShell.create({{"kind", 2}, {"name", "Của Quỳnh"}});
    Ctl(office(), "thuy").create({{"kind", 2}, {"name", "Của Thủy"}});
    ClientWindow thuy(office(), "thuy");
    thuy.choose(q("Của Quỳnh"));
    office().json({"user", "group-add", "thuy", "Nhân viên kinh doanh"});
    office().json({"user", "group-remove", "thuy", "Trưởng phòng"});

    waitUntil("the row of another to go", [&] { return !thuy.shows(q("Của Quỳnh")); });
    EXPECT_TRUE(thuy.shows(q("Của Thủy")));
    auto* detail = thuy.page().findChild<client::CustomerDetail*>();
    waitUntil("the detail to go", [&] { return !visibleTexts(detail).contains(q("Của Quỳnh")); });

    office().json({"user", "group-remove", "thuy", "Nhân viên kinh doanh"});
    waitUntil("all rows to go", [&] { return thuy.names().isEmpty(); });
}

TEST_F(TwoWindows, aCustomerGivenAwayLeavesTheFormerOwnersList)
{
    const json made = Ctl(office(), "diep").create({{"kind", 2}, {"name", "Sang Tay"}});
    ClientWindow diep(office(), "diep");
    ASSERT_TRUE(diep.shows(q("Sang Tay")));
    const Ctl leader(office(), "ha");
    leader.json({"customer", "assign", "--to", std::to_string(leader.userId()), made.at("id")});

    waitUntil("the row to be struck through", [&] { return !diep.shows(q("Sang Tay")); });
    diep.list().refresh();
    waitUntil("the row to go", [&] { return diep.idOf(q("Sang Tay")) == -1; });
}

TEST_F(TwoWindows, nothingTypedIsLostWhenTheServerIsKilledAndComesBack)
{
    ClientWindow ha(office(), "ha");
    ClientWindow minh(office(), "minh");
    minh.beginCustomer(q("Qua Cơn Bão"), q("0912 555"));
    office().kill();
    waitUntil("both to say that the server is away", [&] { return minh.saysOffline() && ha.saysOffline(); });
    type(minh.field("phones[0]"), q("0912 555 008"));
    minh.save();
    waitUntil("the draft to be kept", [&] {
        return !minh.window().client()->workplace().drafts.all().isEmpty() &&
               visibleTexts(&minh.form()).join(QLatin1Char(' ')).contains(q("Chưa lưu"));
    });
    EXPECT_EQ(minh.field("name")->text(), q("Qua Cơn Bão"));

    office().serve();
    waitUntil("both to be connected again", [&] { return minh.isOnline() && ha.isOnline(); });
    EXPECT_FALSE(minh.saysOffline());
    waitUntil("what was typed to be saved by itself", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Qua Cơn Bão"), 1);
    EXPECT_TRUE(minh.window().client()->workplace().drafts.all().isEmpty());
    waitUntil("the news in ha's list", [&] { return ha.list().model()->newRowCount() == 1; });
}

TEST_F(TwoWindows, changesMadeWhileAWindowWasCutOffReachItAfterwards)
{
    const Ctl minh(office(), "minh");
    const json made = minh.create({{"kind", 2}, {"name", "Trong Lúc Vắng"}});
    ClientWindow ha(office(), "ha");
    const qint64 id = ha.idOf(q("Trong Lúc Vắng"));
    ASSERT_NE(id, -1);
    office().stop();
    waitUntil("ha to say that the server is away", [&] { return ha.saysOffline(); });
    // Served again, yet the window waits before it tries: the change comes before it is back.
    office().serve();
    minh.json({"customer", "update", made.at("id"), R"({"website":"vang.example"})"});

    waitUntil("ha to be connected again", [&] { return ha.isOnline(); });
    waitUntil("the change", [&] {
        const auto* row = ha.list().model()->rowAt(ha.list().model()->rowOf(id));
        return row != nullptr && row->version == 2;
    });
}

} // namespace
} // namespace banhang::test
