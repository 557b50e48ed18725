// A large workbook through the page: a hundred thousand rows in the long run (BANHANG_LONG), fewer otherwise.
#include <chrono>
#include <cstdlib>
#include <fstream>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "client/imports/import_page.h"
#include "client/ui/parts/button.h"
#include "common/sheets/sheet_writer.h"
#include "tests/client/imports/fake_imports.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::client {
namespace {

/// The server that answers lives in this process too, and is counted with it.
struct Size
{
    int rows;
    QString written;
    int mostMegabytes;
};

Size sizeOfRun()
{
    if (std::getenv("BANHANG_LONG") != nullptr)
        return {100'000, QStringLiteral("100.000"), 400};
    return {5'000, QStringLiteral("5.000"), 160};
}

int peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (int kilobytes = 0; word == "VmHWM:" && status >> kilobytes)
            return kilobytes / 1024;
    return 0;
}

void waitFor(const std::function<bool()>& isThere)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(30);
    while (!isThere() && std::chrono::steady_clock::now() < end)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
    ASSERT_TRUE(isThere());
}

std::string listOf(const std::string& file, int rows)
{
    sheets::SheetWriter writer(file, sheets::SheetFormat::Xlsx,
                               {"Tên khách hàng", "Mã số thuế", "Điện thoại", "Email", "Địa chỉ", "Ghi chú"});
    for (int i = 1; i <= rows; ++i) {
        const std::string number = std::to_string(1'000'000 + i);
        writer.add({"Công ty TNHH Thương mại Dịch vụ " + number, "", "0912" + number.substr(1),
                    "lien.he" + number + "@thu.example", number + " Lê Lợi, Phường Bến Thành, Quận 1, TP.HCM",
                    "Gặp ở hội chợ, quan tâm đến bảo trì, gọi lại sau tết"});
    }
    writer.close();
    return file;
}

TEST(LargeImport, staysSmall)
{
    const Size size = sizeOfRun();
    const QTemporaryDir folder;
    const QString file =
        QString::fromStdString(listOf(folder.filePath(QStringLiteral("danh-sach.xlsx")).toStdString(), size.rows));
    test::WorkplaceAt<test::FakeImports> desk;
    ImportPage page(desk.workplace);
    page.resize(1280, 700);
    page.show();
    page.openFile(file);
    waitFor([&] {
        return page.plan() != nullptr && page.plan()->isChecked() && page.run()->work() == ImportRun::Work::None;
    });
    EXPECT_EQ(page.plan()->readyCount(), size.rows);
    std::cout << "after the dry run: " << peakMegabytes() << " MB\n";
    for (auto* button : page.findChildren<Button*>())
        if (button->text().contains(size.written))
            button->click();
    waitFor([&] { return desk.server.savedRows() == size.rows && page.run()->work() == ImportRun::Work::None; });
    std::cout << "after the import: " << peakMegabytes() << " MB\n";
// Under a sanitizer most of it is the sanitizer's.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_LT(peakMegabytes(), size.mostMegabytes);
#endif
}

} // namespace
} // namespace banhang::client
