// Files through banhangctl, and what becomes of one whose server is killed in the middle of it.
#include <fstream>
#include <iterator>
#include <thread>

#include <gtest/gtest.h>

#include "banhang/v1/attachments.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/demo/office.h"
#include "common/platform/private_file.h"
#include "common/running_digest.h"
#include "common/status_codec.h"
#include "tests/e2e/ctl/demo_office_fixture.h"
#include "tests/e2e/support/proxy.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

class CtlAttachments : public DemoOfficeFixture<CtlAttachments>
{
protected:
    static std::string write(const std::string& name, const std::string& content)
    {
        const auto file = office().directory() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file.string();
    }
    static std::string read(const std::string& name)
    {
        std::ifstream in(name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static std::string textOf(std::size_t bytes)
    {
        std::string text;
        for (int i = 0; text.size() < bytes; ++i)
            text += "dòng " + std::to_string(i) + "\n";
        text.resize(bytes);
        return text;
    }
    static std::int64_t count(const std::string& table)
    {
        return std::stoll(office().sql("SELECT count(*) FROM banhang." + table));
    }
    static std::string newCustomer(const Ctl& person, const std::string& name)
    {
        const auto stored = person.create({{"kind", "CUSTOMER_KIND_ORGANISATION"}, {"name", name}});
        return std::to_string(std::stoll(stored.at("id").get<std::string>()));
    }
};

TEST_F(CtlAttachments, areAddedListedAndFetched)
{
    const Ctl minh(office(), "minh");
    const std::string customer = newCustomer(minh, "Công ty TNHH Tệp Một");
    const std::string content = textOf(700'000);
    const auto added = minh.json({"attachment", "add", "--customer", customer, write("báo giá.txt", content)});
    EXPECT_EQ(added.at("name"), "báo giá.txt");
    const auto listed = minh.json({"attachment", "list", "--customer", customer});
    ASSERT_EQ(listed.at("attachments").size(), 1U);
    EXPECT_EQ(listed.at("attachments")[0].at("id"), added.at("id"));
    const std::string fetched = (office().directory() / "fetched.txt").string();
    minh.json({"attachment", "get", added.at("id").get<std::string>(), fetched});
    EXPECT_EQ(read(fetched), content);
    EXPECT_NE(minh.exitCode({"attachment", "add", "--customer", customer, write("a.exe", "MZ")}), 0);
    EXPECT_NE(minh.exitCode({"attachment", "add", "--customer", customer, write("lại.txt", content)}), 0);
    EXPECT_EQ(count("attachment"), 1);
}

TEST_F(CtlAttachments, areFetchedPrivatelyAndReplaceOnlyWhatIsNamed)
{
    const Ctl minh(office(), "minh");
    const std::string customer = newCustomer(minh, "Công ty TNHH Tệp Ba");
    const std::string own = write("hoá đơn.txt", textOf(1'000));
    const auto added = minh.json({"attachment", "add", "--customer", customer, own});
    const std::string id = added.at("id");
    const auto getIn = [&](const std::filesystem::path& directory, const std::vector<std::string>& further) {
        platform::Command command;
        command.arguments = {"/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory.string()};
        std::vector<std::string> arguments = {"attachment", "get", id};
        arguments.insert(arguments.end(), further.begin(), further.end());
        const auto line = minh.commandLine(arguments);
        command.arguments.insert(command.arguments.end(), line.begin(), line.end());
        return platform::run(command);
    };
    const TempDirectory here;
    EXPECT_EQ(getIn(here.path(), {}).exitCode, 0);
    EXPECT_EQ(read((here / "hoá đơn.txt").string()), textOf(1'000));
    EXPECT_FALSE(platform::isReadableByOthers(here / "hoá đơn.txt"));

    std::ofstream(here / "hoá đơn.txt") << "of my own";
    const auto refused = getIn(here.path(), {});
    EXPECT_EQ(refused.exitCode, 2) << refused.output;
    EXPECT_NE(refused.errors.find("is here already"), std::string::npos) << refused.errors;
    EXPECT_EQ(read((here / "hoá đơn.txt").string()), "of my own");
    EXPECT_EQ(getIn(here.path(), {"hoá đơn.txt"}).exitCode, 0);
    EXPECT_EQ(read((here / "hoá đơn.txt").string()), textOf(1'000));
    EXPECT_EQ(getIn(here.path(), {"-"}).output, textOf(1'000));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(here.path()), {}), 1);
}

TEST_F(CtlAttachments, thatAreCutOffLeaveWhatWasThere)
{
    const Ctl near(office(), "minh");
    const std::string customer = newCustomer(near, "Công ty TNHH Tệp Bốn");
    const auto added =
        near.json({"attachment", "add", "--customer", customer, write("bản vẽ.txt", textOf(20'000'000))});
    Proxy cable(office().port());
    const auto connection = (office().directory() / "by-cable.banhang").string();
    office().output({"connection-file", "--address", cable.address(), "--out", connection});
    const Ctl far = Ctl::withSessionFile(office(), office().directory() / "session-by-cable");
    ASSERT_EQ(far.exitCode({"sign-in", "--connection", connection, "--user", "minh", "--password-stdin"},
                           std::string(demo::kPassword) + "\n"),
              0);
    const TempDirectory here;
    std::ofstream(here / "fetched.txt") << "yesterday's";

    // So slow that whoever watches comes to the middle of it.
    cable.setDelay(200ms);
    auto fetching = far.start({"attachment", "get", added.at("id"), (here / "fetched.txt").string()},
                              office().directory() / "cut-off.log");
    const auto bytesThere = [&] {
        std::uintmax_t bytes = 0;
        for (const auto& entry : std::filesystem::directory_iterator(here.path()))
            bytes += entry.file_size();
        return bytes;
    };
    while (bytesThere() < 1'000)
        ASSERT_FALSE(fetching.waitFor(1ms).has_value()) << "over before its middle";
    cable.cut();
    EXPECT_EQ(fetching.waitFor(60s), 8);
    EXPECT_EQ(read((here / "fetched.txt").string()), "yesterday's");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(here.path()), {}), 1);
}

TEST_F(CtlAttachments, ofAServerThatIsKilledAreThereOnceAfterTheRepeat)
{
    const Ctl minh(office(), "minh");
    const std::string customer = newCustomer(minh, "Công ty TNHH Tệp Hai");
    const std::int64_t before = count("attachment");
    const std::string content = textOf(2'000'000);
    const std::string requestId = "00000000-0000-4000-8000-000000000077";
    {
        grpc::ClientContext context;
        client::prepareCall(context, {office().signIn("minh", std::string(demo::kPassword)), "e2e", "test 1"}, 60s);
        const auto stub = v1::AttachmentsService::NewStub(office().channel());
        v1::Attachment answer;
        const auto writer = stub->UploadAttachment(&context, &answer);
        v1::UploadAttachmentRequest message;
        message.mutable_attachment()->set_customer_id(std::stoll(customer));
        message.mutable_attachment()->set_name("hợp đồng.txt");
        message.mutable_attachment()->set_size_bytes(static_cast<std::int64_t>(content.size()));
        RunningDigest digest;
        digest.add(content);
        message.mutable_attachment()->set_sha256(digest.finish());
        message.set_request_id(requestId);
        ASSERT_TRUE(writer->Write(message));
        message.Clear();
        message.set_data(content.substr(0, 256UL * 1024));
        ASSERT_TRUE(writer->Write(message));
        const std::string pieces = "SELECT count(*) FROM banhang.attachment_chunk k JOIN banhang.attachment_content c"
                                   " ON c.id = k.content_id WHERE NOT c.is_whole";
        EXPECT_TRUE(waitUntil([&] { return office().sql(pieces) != "0"; }));
        office().kill();
        EXPECT_FALSE(writer->Finish().ok());
    }
    office().serve();
    EXPECT_EQ(count("attachment"), before) << "nobody sees half a file";
    const std::string ofContent = " FROM banhang.attachment_content WHERE request_id = '" + requestId + "'";
    EXPECT_EQ(office().sql("SELECT received_bytes, turn" + ofContent), "262144|1");
    const std::string file = write("hợp đồng.txt", content);
    const auto repeated = minh.json({"attachment", "add", "--customer", customer, "--request-id", requestId, file});
    EXPECT_EQ(minh.json({"attachment", "add", "--customer", customer, "--request-id", requestId, file}).at("id"),
              repeated.at("id"));
    EXPECT_EQ(count("attachment"), before + 1);
    EXPECT_EQ(office().sql("SELECT received_bytes, turn, is_whole" + ofContent), "2000000|2|t")
        << "it went on with what the killed server had";
    const std::string fetched = (office().directory() / "fetched2.txt").string();
    minh.json({"attachment", "get", repeated.at("id").get<std::string>(), fetched});
    EXPECT_EQ(read(fetched), content);
}

} // namespace
} // namespace banhang::test
