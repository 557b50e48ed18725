// From the search through the stock to a merge and back, in real windows on a real server.
#include <memory>

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

#include "client/customers/customer_list.h"
#include "client/customers/customers_page.h"
#include "client/imports/import_page.h"
#include "client/merging/finding_list.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_page.h"
#include "client/merging/scan_bar.h"
#include "client/ui/parts/rail.h"
#include "tests/e2e/support/banhangd.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/windows/client_window.h"

namespace banhang::test {
namespace {

using nlohmann::json;

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// Of the company: quantri runs the server and may do everything; minh and diep sell in the team of ha.
class Duplicates : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        suiteOffice = std::make_unique<Banhangd>();
        suiteOffice->output({"demo"});
        suiteOffice->serve();
    }
    static void TearDownTestSuite() { suiteOffice.reset(); }

    static Banhangd& office() { return *suiteOffice; }

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

private:
    static inline std::unique_ptr<Banhangd> suiteOffice;
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
    waitUntil("no group left", [&] { return page.list()->count() == 0 && visibleTexts(&page).contains(q("Đã &gộp")); });
    admin.press(&page, q("Đã &gộp"));
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
    admin.press(&page, q("&Cần xem"));
    search(admin, page);
    waitUntil("the pair again", [&] { return page.list()->count() == 1; });
    EXPECT_TRUE(page.list()->item(0)->text().contains(q("Thiên Bình")));
}

TEST_F(Duplicates, goByTheKeyboardThroughManyGroups)
{
    const std::vector<std::pair<const char*, const char*>> companies{
        {"Bao bì Tân Kỷ Nguyên", "0903 112 358"}, {"Dược phẩm Hồng Hà", "0936 741 205"},
        {"May mặc Phương Đông", "0988 560 413"},  {"Nội thất Gỗ Việt", "0917 239 866"},
        {"Thủy sản Biển Xanh", "0905 847 120"},   {"Giấy Trường Xuân", "0961 302 597"},
        {"Nhựa Tiền Phong", "0974 615 038"},      {"Gốm Đất Vàng", "0942 986 371"},
        {"Điện lạnh Hòa Bình", "0919 074 642"},   {"Cầu đường Trường Lộc", "0966 458 209"},
        {"In ấn Minh Nguyệt", "0908 523 714"},    {"Vận tải Sông Công", "0982 190 455"}};
    const int kGroups = static_cast<int>(companies.size());
    for (const auto& [name, phone] : companies) {
        create("nam", organisation(("Công ty TNHH " + std::string(name)).c_str(), phone));
        create("nam", organisation(("CTY TNHH " + std::string(name)).c_str(), phone));
    }
    ClientWindow admin(office(), "quantri");
    client::MergingPage& page = reviewIn(admin);
    search(admin, page);
    waitUntil("the groups", [&] { return page.list()->count() >= kGroups; });
    const int before = page.list()->count();
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
    waitUntil("all answers", [&] { return page.list()->count() == before - kGroups; });
}

} // namespace
} // namespace banhang::test
