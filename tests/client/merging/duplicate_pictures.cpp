// Writes pictures of the pages about duplicates and of the import over made-up answers, to be looked at:
//   duplicate_pictures FILE.png [--page review|pair|ten|import] [--dark] [--english] [--width N] [--text 150]
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "client/app/client.h"
#include "client/core/language.h"
#include "client/imports/import_page.h"
#include "client/merging/finding_list.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_page.h"
#include "client/ui/look/look.h"
#include "tests/client/imports/fake_imports.h"
#include "tests/client/merging/fake_merges.h"
#include "tests/client/support/workplace_at.h"

namespace {

using namespace banhang;
using namespace banhang::client;
using banhang::test::waitUntil;

/// Signed in as somebody who may do all that is shown.
template <typename Server>
struct Desk : banhang::test::WorkplaceAt<Server>
{
    template <typename... Args>
    explicit Desk(Args... args) : banhang::test::WorkplaceAt<Server>(args...)
    {
        v1::Me me;
        me.set_user_id(7);
        for (const auto action : {v1::ACTION_VIEW, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN})
            for (const auto resource : {v1::RESOURCE_CUSTOMER, v1::RESOURCE_SERVER}) {
                auto& right = *me.add_rights();
                right.set_resource(resource);
                right.set_action(action);
                right.set_scope(v1::SCOPE_ALL);
            }
        this->session.begin(me);
    }
};

void settle()
{
    for (int i = 0; i < 60; ++i)
        QTest::qWait(10);
}

void save(QWidget& page, const QString& file)
{
    settle();
    page.grab().save(file);
}

void drawMerging(const QString& what, const QSize& size, const QString& file)
{
    Desk<FakeMerges> desk(14);
    MergingPage page(desk.workplace);
    page.resize(size);
    page.show();
    page.activateWindow();
    if (what == QLatin1String("ten")) {
        page.openMerge({412, 436, 437, 438, 439, 440, 441, 442, 443, 444});
        waitUntil([&] { return page.view()->isReady(); });
    } else {
        page.reload();
        waitUntil([&] { return page.list()->count() > 0; });
        if (what == QLatin1String("pair")) {
            QTest::keyClick(page.list(), Qt::Key_Return);
            waitUntil([&] { return page.view()->isReady(); });
        }
    }
    save(page, file);
}

void drawImport(const QSize& size, const QString& file)
{
    QTemporaryDir folder;
    QFile list(folder.filePath(QStringLiteral("hoi-cho-vietbuild.csv")));
    if (!list.open(QIODevice::WriteOnly))
        return;
    list.write("Tên khách hàng,Điện thoại,Email,Mã số thuế,Địa chỉ\n");
    for (int i = 1; i <= 100; ++i)
        list.write(QStringLiteral("%1,91255%2,%3,,\"%4 Lê Lợi, P. Bến Thành, Q. 1, TP.HCM\"\n")
                       .arg(i == 7 ? QString() : QStringLiteral("Công ty TNHH Thiên Ân %1").arg(i))
                       .arg(i + 5200, 4, 10, QLatin1Char('0'))
                       .arg(i % 9 == 0 ? QStringLiteral("thien.an@") : QStringLiteral("lan%1@thu.example").arg(i))
                       .arg(i)
                       .toUtf8());
    list.close();
    Desk<banhang::test::FakeImports> desk;
    ImportPage page(desk.workplace);
    page.resize(size);
    page.show();
    page.openFile(list.fileName());
    waitUntil([&] { return page.plan() != nullptr && page.plan()->isChecked(); });
    save(page, file);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto valueOf = [&arguments](const QString& name, const QString& otherwise) {
        const qsizetype at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.value(at + 1);
    };
    Look::instance().install(app);
    Look::instance().setAppearance(arguments.contains(QLatin1String("--dark")) ? Appearance::Dark : Appearance::Light);
    const int percent = valueOf(QStringLiteral("--text"), QStringLiteral("100")).toInt();
    Look::instance().setTextPercent(percent);
    setLanguage(arguments.contains(QLatin1String("--english")) ? Language::English : Language::Vietnamese);
    const int width = valueOf(QStringLiteral("--width"), QStringLiteral("1290")).toInt();
    const QSize size(width, width * 668 / 1290);
    const QString what = valueOf(QStringLiteral("--page"), QStringLiteral("review"));
    if (what == QLatin1String("import"))
        drawImport(size, arguments.value(1));
    else
        drawMerging(what, size, arguments.value(1));
}
