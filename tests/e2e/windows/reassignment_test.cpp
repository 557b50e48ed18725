// A leader hands the customers and the work of one seller on to another: both have their lists open and see it at once.
#include <chrono>
#include <fstream>
#include <memory>

#include <QComboBox>

#include <gtest/gtest.h>

#include "client/customers/batch/batch_bar.h"
#include "client/customers/list/customer_list.h"
#include "client/ui/table/data_table.h"
#include "client/workday/colleague_day.h"
#include "client/workday/customer_reassignment.h"
#include "client/workday/team_page.h"
#include "client/workday/team_rows.h"
#include "client/workday/work_reassignment.h"
#include "common/vn/date.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/windows/leader_suite.h"

namespace banhang::test {
namespace {

using nlohmann::json;

/// ha leads minh and diep, who see their own customers; khoa sells in another branch.
class Reassignment : public LeaderSuite
{
protected:
    static std::string ownersOf(const std::string& like)
    {
        return office().sql("SELECT string_agg(DISTINCT u.user_name, ',' ORDER BY u.user_name) FROM banhang.customer c"
                            " JOIN banhang.app_user u ON u.id = c.owner_id WHERE c.name LIKE '" +
                            like + "%'");
    }
    static vn::Date today()
    {
        using namespace std::chrono;
        return vn::fromDays(floor<days>(system_clock::now()).time_since_epoch().count());
    }
};

TEST_F(Reassignment, theTakerSeesTheCustomersAtOnceAndWhoLostThemSeesThemGo)
{
    const Ctl minhAtTheShell(office(), "minh");
    for (const char* name : {"Sang Tay Một", "Sang Tay Hai", "Sang Tay Ba"})
        minhAtTheShell.create({{"kind", 2}, {"name", name}});
    Ctl(office(), "diep").create({{"kind", 2}, {"name", "Khách của Diệp"}});
    ClientWindow ha(office(), "ha");
    ClientWindow minh(office(), "minh");
    ClientWindow diep(office(), "diep");
    ASSERT_TRUE(minh.shows(q("Sang Tay Một")));
    ASSERT_FALSE(diep.shows(q("Sang Tay Một")));
    diep.choose(q("Khách của Diệp"));

    auto& day = openDayOf(ha, minhAtTheShell.userId());
    choose(day, q("Tất cả khách hàng"), q("Phạm Ngọc Diệp"));
    EXPECT_EQ(ownersOf("Sang Tay"), "minh") << "asked first";
    confirmIn(*day.customers()->bar());

    waitUntil("the news in diep's list", [&] { return diep.list().model()->newRowCount() >= 3; });
    EXPECT_EQ(diep.chosen(), q("Khách của Diệp")) << "nothing moves under her hands";
    diep.press(&diep.list(), q("Hiện"));
    for (const char* name : {"Sang Tay Một", "Sang Tay Hai", "Sang Tay Ba"}) {
        waitUntil("the customer in diep's list", [&] { return diep.shows(q(name)); });
        waitUntil("the row struck through in minh's list", [&] { return !minh.shows(q(name)); });
    }
    EXPECT_EQ(ownersOf("Sang Tay"), "diep");
    EXPECT_TRUE(minhAtTheShell.visibleNames().empty()) << "all of them were handed on";
}

TEST_F(Reassignment, whoMayNotAssignIsNeitherOfferedItNorLet)
{
    const Ctl minhAtTheShell(office(), "minh");
    const json made = minhAtTheShell.create({{"kind", 2}, {"name", "Giữ Lại"}});
    const Ctl diep(office(), "diep");
    ClientWindow minh(office(), "minh");
    EXPECT_EQ(placeOf(minh), nullptr) << "no page of a team for who leads none";

    const std::string id = made.at("id").get<std::string>();
    const auto asked = [&id](const Ctl& person, std::int64_t to) {
        return person.exitCode({"customer", "assign", id, "--to", std::to_string(to)});
    };
    EXPECT_NE(asked(diep, diep.userId()), 0) << "what one does not see one cannot take";
    EXPECT_EQ(asked(minhAtTheShell, diep.userId()), 4) << "and one's own is not one's to give away";
    EXPECT_EQ(ownersOf("Giữ Lại"), "minh");
    EXPECT_TRUE(minh.shows(q("Giữ Lại")));
}

TEST_F(Reassignment, aLeaderHandsOnOnlyWithinTheTeam)
{
    const Ctl khoa(office(), "khoa");
    const json made = khoa.create({{"kind", 2}, {"name", "Ở Đà Nẵng"}});
    const Ctl ha(office(), "ha");
    EXPECT_NE(
        ha.exitCode({"customer", "assign", made.at("id").get<std::string>(), "--to", std::to_string(ha.userId())}), 0);
    ClientWindow window(office(), "ha");
    const auto& team = *window.window().findChild<client::TeamPage*>();
    placeOf(window)->click();
    waitUntil("the team", [&] { return team.isVisible() && team.model()->rowCount() > 0; });
    EXPECT_EQ(team.model()->rowOf(khoa.userId()), -1) << "who is of another branch is not on the page";
    EXPECT_EQ(ownersOf("Ở Đà Nẵng"), "khoa");
}

TEST_F(Reassignment, whatIsLeftOfWhoLeftIsHandedOver)
{
    const Ctl huy(office(), "huy");
    const qint64 huyId = huy.userId();
    for (const char* name : {"Của Huy Một", "Của Huy Hai"})
        huy.create({{"kind", 2}, {"name", name}});
    const auto file = office().directory() / "huy.ics";
    std::string soon = vn::formatIsoDate(vn::addDays(today(), 40));
    std::erase(soon, '-');
    std::ofstream(file, std::ios::binary) << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                             "BEGIN:VEVENT\r\nUID:far@x\r\nSUMMARY:Hẹn xa\r\n"
                                             "DTSTART:20400105T020000Z\r\nEND:VEVENT\r\n"
                                             "BEGIN:VEVENT\r\nUID:weekly@x\r\nSUMMARY:Họp tuần\r\n"
                                             "RRULE:FREQ=WEEKLY\r\nDTSTART:" +
                                                 soon +
                                                 "T020000Z\r\nEND:VEVENT\r\n"
                                                 "END:VCALENDAR\r\n";
    huy.json({"calendar", "import", file.string()});
    const auto openWorkOf = [](const char* userName) {
        return std::stoi(office().sql("SELECT count(*) FROM banhang.activity a JOIN banhang.app_user u"
                                      " ON u.id = a.owner_id WHERE a.state = 1 AND a.deleted_at IS NULL"
                                      " AND a.starts_at > now() + interval '30 days' AND u.user_name = '" +
                                      std::string(userName) + "'"));
    };
    const int open = openWorkOf("huy");
    ASSERT_GT(open, 1);
    office().json({"user", "disable", "huy"});

    ClientWindow ha(office(), "ha");
    auto& team = *ha.window().findChild<client::TeamPage*>();
    placeOf(ha)->click();
    waitUntil("the team", [&] { return team.isVisible() && team.model()->rowCount() > 0; });
    EXPECT_EQ(team.model()->rowOf(huyId), -1) << "who left is not of the team";
    auto* units = team.findChild<QComboBox*>();
    const int left = units->findText(q("Đã nghỉ"));
    ASSERT_GE(left, 0);
    units->setCurrentIndex(left);
    emit units->activated(left);
    auto& day = openDayOf(ha, huyId);
    choose(day, q("Mọi việc chưa xong"), q("Phạm Ngọc Diệp"));
    confirmIn(*day.work()->bar());
    waitUntil("the work", [&] { return openWorkOf("diep") >= open; });
    EXPECT_EQ(openWorkOf("huy"), 0);
    choose(day, q("Tất cả khách hàng"), q("Phạm Ngọc Diệp"));
    confirmIn(*day.customers()->bar());
    waitUntil("the customers", [&] { return ownersOf("Của Huy") == "diep"; });
}

} // namespace
} // namespace banhang::test
