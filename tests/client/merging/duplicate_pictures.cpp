// Pictures of the pages about duplicates and of the import over made-up answers: --page review|pair|ten|import
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "client/imports/import_page.h"
#include "client/merging/finding_list.h"
#include "client/merging/merge_view.h"
#include "client/merging/merging_page.h"
#include "tests/client/imports/fake_imports.h"
#include "tests/client/merging/fake_merges.h"
#include "tests/client/support/picture_program.h"
#include "tests/client/support/workplace_at.h"

namespace {

using namespace banhang;
using namespace banhang::client;
using banhang::test::PictureProgram;
using banhang::test::settle;
using banhang::test::waitUntil;

constexpr QSize kSize(1290, 668);

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

int drawMerging(const PictureProgram& program, const QString& what)
{
    Desk<FakeMerges> desk(14);
    MergingPage page(desk.workplace);
    page.resize(program.size(kSize));
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
    settle(desk.rpc);
    return program.save(page);
}

int drawImport(const PictureProgram& program)
{
    QTemporaryDir folder;
    QFile list(folder.filePath(QStringLiteral("hoi-cho-vietbuild.csv")));
    if (!list.open(QIODevice::WriteOnly))
        return 1;
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
    page.resize(program.size(kSize));
    page.show();
    page.openFile(list.fileName());
    waitUntil([&] { return page.plan() != nullptr && page.plan()->isChecked(); });
    settle(desk.rpc);
    return program.save(page);
}

} // namespace

int main(int argc, char** argv)
{
    const PictureProgram program(argc, argv);
    const QString page = program.page("review");
    return page == QLatin1String("import") ? drawImport(program) : drawMerging(program, page);
}
