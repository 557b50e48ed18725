// A window whose way to the server is cut, slow, held still or torn, and a session that ends: nothing typed is lost,
// and work goes on in the same window.
#include <memory>

#include <QCoreApplication>
#include <QFile>
#include <QLineEdit>
#include <QUdpSocket>

#include <gtest/gtest.h>

#include "banhang/v1/identity.grpc.pb.h"
#include "client/app/office/office.h"
#include "client/attachments/files_pane.h"
#include "client/core/draft_store.h"
#include "client/customers/customers_page.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/detail/presence_view.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/list/customer_list.h"
#include "client/identity/sign_in_page.h"
#include "common/demo/office.h"
#include "common/platform/process.h"
#include "common/status_codec.h"
#include "tests/e2e/support/ctl.h"
#include "tests/e2e/support/proxy.h"
#include "tests/e2e/windows/client_window.h"
#include "tests/e2e/windows/office_suite.h"

namespace banhang::test {
namespace {

using nlohmann::json;

const std::string kPassword(demo::kPassword);

class BadConnection : public OfficeSuite
{
protected:
    static void SetUpTestSuite() { begin("discovery.listen=127.0.0.1:" + std::to_string(discoveryPort())); }

    /// One that was free a moment ago.
    static int discoveryPort()
    {
        static const int port = [] {
            QUdpSocket socket;
            socket.bind(QHostAddress::LocalHost, 0);
            return static_cast<int>(socket.localPort());
        }();
        return port;
    }

    /// As IT hands it out, but by way of these cables alone: who looks around finds no way past them.
    static ConnectionFile fileBy(std::initializer_list<const Proxy*> cables)
    {
        auto file = office().connectionFile();
        file.discoveryPort = 0;
        file.addresses.clear();
        for (const auto* cable : cables)
            file.addresses.push_back(cable->address());
        return file;
    }

    static int storedCount(const char* name)
    {
        return std::stoi(
            office().sql("SELECT count(*) FROM banhang.customer WHERE name = '" + std::string(name) + "'"));
    }

    /// This process stands still, as on a laptop that was shut, for longer than the server keeps a silent client's
    /// place; meanwhile somebody else runs `command`.
    static void sleepWhile(const std::vector<std::string>& command)
    {
        platform::Command nap;
        nap.arguments = {"/bin/sh", "-c", R"(kill -STOP "$0"; "$@"; sleep 20; kill -CONT "$0")",
                         std::to_string(QCoreApplication::applicationPid())};
        nap.arguments.insert(nap.arguments.end(), command.begin(), command.end());
        auto sleeper = platform::ChildProcess::start(nap);
        waitUntil("the end of the nap", [&] { return sleeper.waitFor(std::chrono::milliseconds(0)).has_value(); });
    }

    static bool saysNotSaved(ClientWindow& window)
    {
        return visibleTexts(&window.form()).join(QLatin1Char(' ')).contains(q("Chưa lưu"));
    }

    static bool asksWho(ClientWindow& window) { return window.window().signInPage()->isVisible(); }
};

TEST_F(BadConnection, aSlowLineOnlyTakesLonger)
{
    Proxy cable(office().port());
    cable.setDelay(std::chrono::milliseconds(300));
    ClientWindow minh(fileBy({&cable}), "minh");
    minh.beginCustomer(q("Đường Dài Chậm"), q("0912 556 001"));
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Đường Dài Chậm"), 1);
    EXPECT_FALSE(minh.saysOffline());
}

TEST_F(BadConnection, whatIsSavedWhileTheLineHangsArrivesOnceItIsOver)
{
    Proxy cable(office().port());
    ClientWindow minh(fileBy({&cable}), "minh");
    minh.beginCustomer(q("Dây Bị Treo"), q("0912 556 002"));
    cable.stall();
    minh.save();
    waitUntil("the form to say that it is not saved", [&] { return saysNotSaved(minh); });
    waitUntil("the bar", [&] { return minh.saysOffline(); });
    EXPECT_EQ(minh.field("name")->text(), q("Dây Bị Treo"));

    cable.resume();
    waitUntil("what was typed to be saved by itself", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Dây Bị Treo"), 1);
    EXPECT_FALSE(minh.saysOffline());
}

TEST_F(BadConnection, aFileGoesOnWhereTheCableWasCut)
{
    const Ctl shell(office(), "minh");
    shell.create({{"kind", 2}, {"name", "Tệp Dở Dang"}});
    Proxy cable(office().port());
    ClientWindow minh(fileBy({&cable}), "minh");
    minh.page().openCustomer(minh.idOf(q("Tệp Dở Dang")));
    client::FilesPane* pane = nullptr;
    waitUntil("the files of the customer", [&] {
        pane = minh.window().findChild<client::FilesPane*>();
        return pane != nullptr && pane->model()->shownParent().customerId != 0 && pane->model()->isLoaded();
    });
    const TempDirectory folder;
    QFile file(QString::fromStdString((folder.path() / "bản vẽ.txt").string()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    for (int line = 0; file.size() < 20'000'000; ++line)
        file.write(QByteArray::number(line) + " ngang dọc\n");
    file.close();

    const auto ofContent = [&](const char* column) {
        return office().sql(std::string("SELECT coalesce((SELECT ") + column +
                            " FROM banhang.attachment_content ORDER BY id DESC LIMIT 1)::text, '')");
    };
    cable.setDelay(std::chrono::milliseconds(200));
    pane->add({file.fileName()});
    waitUntil("some of it to be stored", [&] { return ofContent("received_bytes > 524288") == "true"; });
    cable.cut();
    waitUntil("the cut to be told", [&] {
        return pane->model()->uploads().count() == 1 &&
               pane->model()->uploads().at(0).state == client::Upload::State::CutOff;
    });
    EXPECT_EQ(office().sql("SELECT count(*) FROM banhang.attachment"), "0");
    const std::int64_t kept = std::stoll(ofContent("received_bytes"));
    EXPECT_GT(kept, 524'288);
    EXPECT_LT(kept, file.size());

    cable.setDelay(std::chrono::milliseconds(0));
    cable.mend();
    waitUntil("the whole file", [&] { return pane->model()->storedCount() == 1; });
    EXPECT_EQ(office().sql("SELECT count(*) FROM banhang.attachment_content"), "1") << "the one that was begun";
    EXPECT_EQ(ofContent("received_bytes"), std::to_string(file.size()));
    EXPECT_EQ(ofContent("is_whole AND turn > 1"), "true");
}

TEST_F(BadConnection, aTornConnectionIsTakenUpAgain)
{
    const Ctl shell(office(), "minh");
    const json made = shell.create({{"kind", 2}, {"name", "Giật Đứt"}});
    Proxy cable(office().port());
    ClientWindow minh(fileBy({&cable}), "minh");
    const qint64 id = minh.idOf(q("Giật Đứt"));
    minh.beginCustomer(q("Đang Gõ Thì Đứt"), q("0912 556 003"));
    for (int i = 1; i <= 3; ++i) {
        cable.reset();
        shell.json({"customer", "update", made.at("id"), R"({"website":"dut)" + std::to_string(i) + R"(.example"})"});
        waitUntil("the change", [&] {
            const auto* row = minh.list().model()->rowAt(minh.list().model()->rowOf(id));
            return row != nullptr && row->version == 1 + i;
        });
    }
    EXPECT_EQ(minh.field("name")->text(), q("Đang Gõ Thì Đứt"));
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Đang Gõ Thì Đứt"), 1);
}

TEST_F(BadConnection, aCutCableKeepsWhatIsTypedAndSendsItLater)
{
    Proxy cable(office().port());
    ClientWindow minh(fileBy({&cable}), "minh");
    minh.beginCustomer(q("Rút Dây Mạng"), q("0912 556"));
    cable.cut();
    waitUntil("the bar", [&] { return minh.saysOffline(); });
    type(minh.field("phones[0]"), q("0912 556 004"));
    minh.save();
    waitUntil("the form to say that it is not saved", [&] { return saysNotSaved(minh); });
    EXPECT_EQ(minh.window().client()->workplace().drafts.all().size(), 1);

    cable.mend();
    waitUntil("what was typed to be saved by itself", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Rút Dây Mạng"), 1);
    EXPECT_TRUE(minh.window().client()->workplace().drafts.all().isEmpty());
}

TEST_F(BadConnection, anotherAddressOfTheConnectionFileTakesOver)
{
    Proxy first(office().port());
    Proxy second(office().port());
    ClientWindow minh(fileBy({&first, &second}), "minh");
    minh.beginCustomer(q("Máy Chủ Thứ Hai"), q("0912 556 005"));
    Proxy& used = first.connectionCount() > 0 ? first : second;
    Proxy& spare = first.connectionCount() > 0 ? second : first;
    used.cut();
    waitUntil("the other way to be taken", [&] { return spare.connectionCount() > 0 && minh.isOnline(); });
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Máy Chủ Thứ Hai"), 1);
}

TEST_F(BadConnection, aServerThatMovedIsFoundOnTheLocalNetwork)
{
    Proxy nowhere(office().port());
    nowhere.cut();
    auto file = fileBy({&nowhere});
    file.discoveryPort = discoveryPort();
    client::MainWindow window;
    window.setClient(client::makeClient(client::officeOf(file)));
    window.show();
    waitUntil("the greeting of the server", [&] { return !window.client()->companyName().isEmpty(); });
    EXPECT_EQ(window.client()->address(), QStringLiteral("127.0.0.1:%1").arg(office().port()));
    window.signIn(q("ha"), QString::fromStdString(kPassword));
    waitUntil("the feed", [&] { return window.client()->feed().isOnline(); });
}

TEST_F(BadConnection, whoseSessionEndsGoesOnInTheSameForm)
{
    ClientWindow minh(office().connectionFile(), "minh");
    minh.beginCustomer(q("Phiên Đã Hết"), q("0912 556 006"));
    office().sql("UPDATE banhang.session s SET ended_at = now() FROM banhang.app_user u"
                 " WHERE u.id = s.user_id AND u.user_name = 'minh' RETURNING 1");
    waitUntil("the question who it is", [&] { return asksWho(minh); });
    EXPECT_TRUE(visibleTexts(minh.window().signInPage()).join(QLatin1Char(' ')).contains(q("Phiên")));
    EXPECT_TRUE(minh.window().client()->workplace().drafts.all().isEmpty()) << "they are nobody's now";

    minh.window().signIn(q("minh"), QString::fromStdString(kPassword));
    waitUntil("the form", [&] { return minh.page().form() != nullptr; });
    EXPECT_EQ(minh.field("name")->text(), q("Phiên Đã Hết"));
    EXPECT_EQ(minh.field("phones[0]")->text(), q("0912 556 006"));
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Phiên Đã Hết"), 1);
}

TEST_F(BadConnection, aPasswordChangedElsewhereAsksForTheNewOne)
{
    ClientWindow diep(office().connectionFile(), "diep");
    diep.beginCustomer(q("Đổi Mật Khẩu"), q("0912 556 007"));
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    context.AddMetadata("authorization", "Bearer " + office().signIn("diep", kPassword));
    v1::ChangePasswordRequest change;
    change.set_old_password(kPassword);
    change.set_new_password("mot-cau-khac-hoan-toan");
    change.set_request_id("5b0e0a0e-6f0b-4f0e-9a57-3a1c36d1b5a1");
    v1::ChangePasswordResponse changed;
    const auto status = v1::IdentityService::NewStub(office().channel())->ChangePassword(&context, change, &changed);
    ASSERT_TRUE(status.ok()) << fromStatus(status).key();
    waitUntil("the question who it is", [&] { return asksWho(diep); });

    diep.window().signIn(q("diep"), QString::fromStdString(kPassword));
    waitUntil("the refusal of the old one",
              [&] { return visibleTexts(diep.window().signInPage()).join(QLatin1Char(' ')).contains(q("chưa đúng")); });
    diep.window().signIn(q("diep"), q("mot-cau-khac-hoan-toan"));
    waitUntil("the form", [&] { return diep.page().form() != nullptr; });
    EXPECT_EQ(diep.field("name")->text(), q("Đổi Mật Khẩu"));
}

TEST_F(BadConnection, aLaptopThatSleptGoesOnWhereItWas)
{
    const Ctl shell(office(), "minh");
    const json made = shell.create({{"kind", 2}, {"name", "Trong Lúc Ngủ"}});
    ClientWindow minh(office().connectionFile(), "minh");
    const qint64 id = minh.idOf(q("Trong Lúc Ngủ"));
    minh.beginCustomer(q("Gấp Máy Giữa Chừng"), q("0912 556 008"));
    // For the server it was an hour.
    office().sql("UPDATE banhang.session SET last_seen_at = last_seen_at - interval '1 hour' RETURNING 1");
    sleepWhile(shell.commandLine({"customer", "update", made.at("id"), R"({"website":"ngu.example"})"}));

    waitUntil("to be connected", [&] { return minh.isOnline() && !minh.saysOffline(); });
    waitUntil("what a colleague did meanwhile", [&] {
        const auto* row = minh.list().model()->rowAt(minh.list().model()->rowOf(id));
        return row != nullptr && row->version == 2;
    });
    EXPECT_EQ(minh.field("name")->text(), q("Gấp Máy Giữa Chừng"));
    EXPECT_EQ(minh.field("phones[0]")->text(), q("0912 556 008"));
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Gấp Máy Giữa Chừng"), 1);
}

TEST_F(BadConnection, aServerOfAnotherVersionIsToldAndWorkGoesOn)
{
    ClientWindow minh(office().connectionFile(), "minh");
    minh.beginCustomer(q("Khác Phiên Bản"), q("0912 556 009"));
    const auto says = [&](const char* version) {
        return visibleTexts(&minh.window()).join(QLatin1Char(' ')).contains(q(version));
    };
    office().useProgram(BANHANGD_OF_VERSION_PROGRAM);
    for (const char* version : {"9.9.0", "0.0.7"}) { // newer, older
        qputenv("BANHANG_SAYS_VERSION", version);
        office().stop();
        office().serve();
        waitUntil("to be connected", [&] { return minh.isOnline(); });
        waitUntil("the bar", [&] { return says(version); });
        EXPECT_EQ(minh.field("name")->text(), q("Khác Phiên Bản"));
    }
    minh.save();
    waitUntil("the form to close", [&] { return minh.page().form() == nullptr; });
    EXPECT_EQ(storedCount("Khác Phiên Bản"), 1);
    office().useProgram({});
    office().stop();
    office().serve();
    waitUntil("the bar to go", [&] { return minh.isOnline() && !says("0.0.7"); });
}

TEST_F(BadConnection, colleaguesSeeEachOtherUntilOneIsCutOff)
{
    Ctl(office(), "minh").create({{"kind", 2}, {"name", "Hai Người Cùng Xem"}});
    Proxy cable(office().port());
    ClientWindow minh(fileBy({&cable}), "minh");
    ClientWindow ha(office().connectionFile(), "ha");
    const auto seenBy = [](ClientWindow& window) {
        return window.page().findChild<client::CustomerDetail*>()->findChild<client::PresenceView*>()->sentence();
    };
    ha.choose(q("Hai Người Cùng Xem"));
    minh.choose(q("Hai Người Cùng Xem"));
    waitUntil("ha to see minh", [&] { return seenBy(ha).contains(q("Minh")); });
    waitUntil("minh to see ha", [&] { return seenBy(minh).contains(q("Hà")); });

    minh.page().editCustomer(minh.list().currentId());
    waitUntil("the form", [&] { return minh.page().form() != nullptr; });
    waitUntil("ha to see that minh is editing", [&] { return seenBy(ha).contains(q("sửa")); });
    cable.cut();
    waitUntil("minh to know nothing", [&] { return minh.saysOffline() && seenBy(minh).isEmpty(); });
    waitUntil("ha to see nobody", [&] { return seenBy(ha).isEmpty(); });
}

} // namespace
} // namespace banhang::test
