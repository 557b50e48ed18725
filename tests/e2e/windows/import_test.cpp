// A list from a file into a real server and back out of it, through the page of a real window.
#include <fstream>
#include <memory>

#include <QAction>
#include <QTest>

#include <gtest/gtest.h>

#include "client/imports/import_page.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/windows/client_window.h"
#include "tests/e2e/windows/office_suite.h"

namespace banhang::test {
namespace {

class ImportInWindow : public OfficeSuite
{
protected:
    static QString fileOf(const std::string& name, const std::string& content)
    {
        const auto file = office().directory() / name;
        std::ofstream(file, std::ios::binary) << content;
        return QString::fromStdString(file.string());
    }
    static client::ImportPage& pageIn(ClientWindow& window)
    {
        for (auto* action : window.window().findChildren<QAction*>())
            if (action->text() == q("Nhập khách hàng từ &Excel…"))
                action->trigger();
        auto* page = window.window().findChild<client::ImportPage*>();
        waitUntil("the import page", [page] { return page->isVisible(); });
        return *page;
    }
    static void tryOut(client::ImportPage& page, const QString& file)
    {
        page.openFile(file);
        waitUntil("the dry run", [&] {
            return page.plan() != nullptr && page.plan()->isChecked() &&
                   page.run()->work() == client::ImportRun::Work::None;
        });
    }
    static int storedLike(const std::string& name)
    {
        return std::stoi(office().sql("SELECT count(*) FROM banhang.customer WHERE deleted_at IS NULL AND name LIKE '" +
                                      name + "'"));
    }
};

TEST_F(ImportInWindow, triesOutImportsAndTakesBack)
{
    const Ctl mai(office(), "mai");
    mai.create({{"kind", 1}, {"name", "Lưu Bích Thủy"}, {"phones", {{{"number", "0903 555 601"}}}}});
    ClientWindow window(office(), "mai");
    client::ImportPage& page = pageIn(window);
    tryOut(page, fileOf("hoi-cho.csv", "Họ tên;Điện thoại;Email;Ghi chú\n"
                                       "Luu Bich Thuy;0903555601;thuy@hoicho.example;đã có trong sổ\n"
                                       "Hội Chợ Một;903555602;;mất số 0\n"
                                       "Hội Chợ Hai;0168 9333 603;;số cũ\n"
                                       "Hội Chợ Hai;+84389333603;hai@hoicho.example;\n"
                                       "Hội Chợ Ba;09035;;thiếu số\n"
                                       ";0903555605;;không tên\n"));
    const client::ImportPlan& plan = *page.plan();
    EXPECT_EQ(plan.rowCount(), 6);
    EXPECT_EQ(plan.finding(0), client::RowFinding::Known);
    EXPECT_EQ(plan.finding(3), client::RowFinding::Twin);
    EXPECT_EQ(plan.finding(5), client::RowFinding::Error);
    EXPECT_EQ(storedLike("Hội Chợ%"), 0) << "a dry run writes nothing";

    window.press(&page, q("Nhập 5 dòng"));
    waitUntil("the import", [&] { return page.run()->work() == client::ImportRun::Work::None; });
    EXPECT_EQ(storedLike("Hội Chợ%"), 3) << "two rows became one customer";
    EXPECT_EQ(plan.tally().created, 3);
    EXPECT_EQ(plan.tally().filled, 2);
    const auto known = mai.json({"customer", "search", "luu bich thuy"}).at("customers");
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(mai.customer(known.at(0).at("id")).at("emails").at(0).at("address"), "thuy@hoicho.example");

    // Only who may delete takes an import back; the leader gives that by the shell of IT.
    office().json({"user", "group-add", "mai", "Trưởng phòng"});
    waitUntil("the right",
              [&] { return window.window().client()->session().may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE); });
    window.press(&page, q("Hoàn tác lần nhập này"));
    waitUntil("the undo", [&] { return page.plan() == nullptr; });
    EXPECT_EQ(storedLike("Hội Chợ%"), 0);
    EXPECT_EQ(storedLike("Lưu Bích Thủy"), 1);
    EXPECT_FALSE(mai.customer(known.at(0).at("id")).contains("emails"));
}

TEST_F(ImportInWindow, goesOnByItselfWhenTheServerWasAway)
{
    // Nobody of them is like another: no two have a name or most of a number in common.
    const char* const families[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"};
    const char* const middles[] = {"Thị Hồng", "Văn", "Minh", "Ngọc", "Quốc", "Đức", "Thanh", "Hải", "Xuân"};
    const char* const givens[] = {"Nhung", "Khoa", "Hằng", "Linh", "Ánh", "Thảo", "Tuấn", "Yến", "Dũng", "Lộc"};
    std::string rows = "Họ tên,Điện thoại\n";
    unsigned number = 1;
    for (const char* family : families)
        for (const char* middle : middles)
            for (const char* given : givens) {
                number = number * 1103515245U + 12345U;
                rows += std::string(family) + " " + middle + " " + given + ",09" +
                        std::to_string(10'000'000 + number % 89'999'999) + "\n";
            }
    const int before = storedLike("%");
    ClientWindow window(office(), "tuan");
    client::ImportPage& page = pageIn(window);
    tryOut(page, fileOf("dut-cap.csv", rows));
    const int ready = page.plan()->readyCount();
    window.press(&page, q("Nhập %1 dòng").arg(ready));
    waitUntil("the first rows", [&] { return page.plan()->tally().created > 0; });
    office().kill();
    waitUntil("the page to say so", [&] {
        return visibleTexts(&page).join(u'|').contains(q("Mất kết nối")) ||
               page.run()->work() == client::ImportRun::Work::None;
    });
    ASSERT_EQ(page.run()->work(), client::ImportRun::Work::Saving) << "ended before the server was killed";
    office().serve();
    waitUntil("the rest", [&] { return page.run()->work() == client::ImportRun::Work::None; });
    EXPECT_EQ(page.plan()->tally().created + page.plan()->tally().filled, ready)
        << visibleTexts(&page).join(QStringLiteral(" | ")).toStdString();
    EXPECT_EQ(storedLike("%") - before, page.plan()->tally().created) << "each row once";
}

} // namespace
} // namespace banhang::test
