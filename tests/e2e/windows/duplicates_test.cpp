// From the search through the stock to a merge and back, in real windows on a real server.
#include <algorithm>
#include <array>
#include <fstream>
#include <memory>

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "client/customers/customers_page.h"
#include "client/customers/list/customer_list.h"
#include "client/imports/import_page.h"
#include "client/merging/finding_list.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_page.h"
#include "client/merging/scan_bar.h"
#include "client/ui/parts/rail.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/windows/client_window.h"
#include "tests/e2e/windows/office_suite.h"

namespace banhang::test {
namespace {

using nlohmann::json;

/// Of the company: quantri runs the server and may do everything; minh and diep sell in the team of ha.
class Duplicates : public OfficeSuite
{
protected:
    static void create(const char* user, const json& customer)
    {
        Ctl(office(), user)
            .json({"customer", "create", customer.dump(), "--duplicate-reason", "hai người nhập hai lần"});
    }
    static json organisation(const char* name, const char* phone, const char* taxCode = "")
    {
        json customer{{"kind", 2}, {"name", name}, {"phones", {{{"number", phone}}}}};
        if (*taxCode != '\0')
            customer["tax_code"] = taxCode;
        return customer;
    }
    /// Rows of a table with titles, each as a customer of its own whoever it looks like.
    static void bringIn(const char* user, const std::string& rows)
    {
        const auto file = office().directory() / "khach-hang.csv";
        std::ofstream(file, std::ios::binary) << rows;
        const json result = Ctl(office(), user).json({"customer", "import", file.string(), "--on-duplicate", "create"});
        ASSERT_EQ(result.at("saved").get<std::ptrdiff_t>(), std::ranges::count(rows, '\n') - 1) << result;
    }
    static std::string stored(const std::string& query) { return office().sql(query); }

    static client::MergingPage& reviewIn(ClientWindow& window)
    {
        window.window().resize(1366, 738);
        for (auto* entry : window.window().findChildren<client::RailButton*>())
            if (entry->accessibleName().startsWith(q("Trùng")))
                entry->click();
        auto* page = window.window().findChild<client::MergingPage*>();
        waitUntil("the page of duplicates", [page] { return page->isVisible(); });
        return *page;
    }
    static void press(QWidget& page, int key, Qt::KeyboardModifiers modifiers = {})
    {
        QApplication::setActiveWindow(page.window()); // keys of a window work in the one that is in front
        auto* focus = page.window()->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &page, static_cast<Qt::Key>(key), modifiers);
    }
    /// Searches the whole stock by the button of the page, and waits for the groups.
    static void search(ClientWindow& window, client::MergingPage& page)
    {
        waitUntil("the state of the search", [&] { return visibleTexts(page.scan()).contains(q("&Rà soát toàn bộ")); });
        const auto before = page.scan()->scan().id();
        window.press(page.scan(), q("&Rà soát toàn bộ"));
        waitUntil("the end of the search", [&] {
            return page.scan()->scan().id() != before && page.scan()->scan().state() == v1::SCAN_STATE_DONE;
        });
    }
};

TEST_F(Duplicates, areFoundComparedMergedAndTakenApartAgain)
{
    create("minh", organisation("Công ty TNHH Thương mại Thiên Bình", "024 3555 0126", "0100109106"));
    create("diep", organisation("CTY TNHH TM THIEN BINH", "0243 555 0126", "100109106"));
    create("minh", organisation("Cơ khí Đại Thịnh Phát", "0912 555 331"));
    create("diep", organisation("Co khi Dai Thinh Phat", "0912555331"));

    ClientWindow admin(office(), "quantri");
    ClientWindow minh(office(), "minh");
    ClientWindow diep(office(), "diep");
    client::MergingPage& page = reviewIn(admin);
    search(admin, page);
    waitUntil("two groups", [&] { return page.list()->count() == 2; });

    // Not the same, though they look it: never asked again. Then the other one is merged.
    page.list()->setFocus();
    const bool isThienBinhFirst = page.list()->item(0)->text().contains(q("Thiên Bình"));
    page.list()->setCurrentRow(isThienBinhFirst ? 1 : 0);
    press(page, Qt::Key_Delete, Qt::ControlModifier);
    waitUntil("the answer in the book",
              [] { return stored("SELECT count(*) FROM banhang.duplicate_decision WHERE answer = 1") == "1"; });
    waitUntil("one group less", [&] { return page.list()->count() == 1; });
    press(page, Qt::Key_Return);
    waitUntil("the comparison", [&] { return page.view()->isVisible() && page.view()->isReady(); });
    waitUntil("the reason", [&] { return visibleTexts(page.view()).join(u'|').contains(q("mã số thuế")); });
    press(page, Qt::Key_Return, Qt::ControlModifier);
    waitUntil("the merge", [] { return stored("SELECT count(*) FROM banhang.customer_merge") == "1"; });

    // The colleague whose customer went sees it go at once, and both numbers are with the one that stayed.
    waitUntil("the row to leave", [&] { return !diep.shows(q("CTY TNHH TM THIEN BINH")); });
    EXPECT_TRUE(minh.shows(q("Công ty TNHH Thương mại Thiên Bình")));
    const json survivor = Ctl(office(), "minh").json({"customer", "search", "thien binh"}).at("customers").at(0);
    EXPECT_EQ(survivor.at("tax_code"), "0100109106");

    // What was edited since stays when the merge is taken back from the list of merges.
    Ctl(office(), "minh").json({"customer", "update", survivor.at("id"), R"({"website":"thienbinh.example"})"});
    waitUntil("no group left", [&] { return page.list()->count() == 0 && visibleTexts(&page).contains(q("Đã gộ&p")); });
    admin.press(&page, q("Đã gộ&p"));
    waitUntil("the merges", [&] { return page.list()->isVisible() && page.list()->count() == 1; });
    page.list()->setFocus();
    press(page, Qt::Key_Return);
    waitUntil("what the undo does", [&] { return visibleTexts(&page).join(u'|').contains(q("thienbinh.example")); });
    press(page, Qt::Key_Return, Qt::ControlModifier);
    waitUntil("the undo",
              [] { return stored("SELECT count(*) FROM banhang.customer_merge WHERE undone_at IS NOT NULL") == "1"; });
    diep.list().refresh();
    waitUntil("the customer that came back", [&] { return diep.shows(q("CTY TNHH TM THIEN BINH")); });
    EXPECT_EQ(Ctl(office(), "minh").customer(survivor.at("id")).at("website"), "thienbinh.example");

    // The search finds them again, and does not ask about those that are different.
    admin.press(&page, q("Cầ&n xem"));
    search(admin, page);
    waitUntil("the pair again", [&] { return page.list()->count() == 1; });
    EXPECT_TRUE(page.list()->item(0)->text().contains(q("Thiên Bình")));
}

/// Of a hundred companies that have nothing to do with each other.
std::string companyNumber(int i)
{
    static constexpr std::array kFirst{"Kỷ Nguyên",   "Hồng Hà",    "Phương Đông", "Gỗ Việt",    "Biển Xanh",
                                       "Trường Xuân", "Tiền Phong", "Đất Vàng",    "Trường Lộc", "Sông Công"};
    static constexpr std::array kSecond{"Bao bì", "Dược phẩm", "May mặc",   "Nội thất", "Thủy sản",
                                        "Giấy",   "Nhựa",      "Điện lạnh", "Vận tải",  "In ấn"};
    return std::string(kSecond[static_cast<std::size_t>(i % 10)]) + " " + kFirst[static_cast<std::size_t>(i / 10)];
}

TEST_F(Duplicates, goByTheKeyboardThroughAHundredGroups)
{
    constexpr int kGroups = 100;
    std::string rows = "Tên khách hàng;Điện thoại\n";
    for (int i = 0; i < kGroups; ++i) {
        const std::string phone = fmt::format("09{}", 10'112'358 + i * 765'437);
        rows += fmt::format("Công ty TNHH {0};{1}\nCTY TNHH {0};{1}\n", companyNumber(i), phone);
    }
    bringIn("nam", rows);
    ClientWindow admin(office(), "quantri");
    client::MergingPage& page = reviewIn(admin);
    int waiting = 0;
    QObject::connect(&page, &client::MergingPage::countChanged, &page, [&waiting](int count) { waiting = count; });
    search(admin, page);
    waitUntil("the groups", [&] { return waiting >= kGroups; });
    const int before = waiting;
    page.list()->setFocus();
    press(page, Qt::Key_Return);
    for (int i = 0; i < kGroups; ++i) {
        waitUntil("group " + std::to_string(i), [&] { return page.view()->isVisible() && page.view()->isReady(); });
        const auto ids = page.view()->customerIds();
        if (i % 3 == 0)
            press(page, Qt::Key_Return, Qt::ControlModifier);
        else
            press(page, i % 3 == 1 ? Qt::Key_Delete : Qt::Key_PageDown, Qt::ControlModifier);
        waitUntil("the next group", [&] { return page.view()->customerIds() != ids || page.list()->count() == 0; });
    }
    waitUntil("all answers", [&] { return waiting == before - kGroups; });
}

TEST_F(Duplicates, ofOneCompanyTenTimesOverBecomeOne)
{
    std::string rows = "Tên khách hàng;Điện thoại;Ghi chú\n";
    for (int i = 0; i < 10; ++i)
        rows += fmt::format("{} Mười Lần Một;0977 310 246;lần {}\n", i % 2 == 0 ? "Công ty TNHH" : "CTY TNHH", i);
    bringIn("nam", rows);
    ClientWindow admin(office(), "quantri");
    client::MergingPage& page = reviewIn(admin);
    search(admin, page);
    const auto rowOfTen = [&] {
        for (int row = 0; row < page.list()->count(); ++row)
            if (page.list()->customersAt(row).size() == 10)
                return row;
        return -1;
    };
    waitUntil("the group of ten", [&] { return rowOfTen() >= 0; });
    page.list()->setFocus();
    page.list()->setCurrentRow(rowOfTen());
    press(page, Qt::Key_Return);
    waitUntil("the comparison", [&] { return page.view()->isVisible() && page.view()->isReady(); });
    ASSERT_EQ(page.view()->customerIds().size(), 10);
    const auto merges = [] { return std::stoi(stored("SELECT count(*) FROM banhang.customer_merge")); };
    const int before = merges();
    press(page, Qt::Key_Return, Qt::ControlModifier);
    waitUntil("the merge", [&] { return merges() == before + 1; });
    const Ctl nam(office(), "nam");
    const json found = nam.json({"customer", "search", "muoi lan mot"}).at("customers");
    ASSERT_EQ(found.size(), 1u);
    const json left = nam.customer(found.at(0).at("id"));
    EXPECT_EQ(left.at("phones").size(), 1u) << "ten times one number";
    const std::string note = left.at("note");
    for (int i = 0; i < 10; ++i)
        EXPECT_NE(note.find("lần " + std::to_string(i)), std::string::npos) << note;
}

} // namespace
} // namespace banhang::test
