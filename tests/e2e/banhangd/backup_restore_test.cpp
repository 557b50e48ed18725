// Backups, proven by restoring them.
#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "banhang/v1/customers.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/demo/office.h"
#include "common/platform/private_file.h"
#include "common/status_codec.h"
#include "tests/e2e/support/banhangd.h"

namespace banhang::test {
namespace {

/// Everything that must come back as it was: not what a restore changes on purpose, nor the tables whose content stays
/// out of copies (answers to repeats, sessions, delays), nor how far a server has come in the feed, which begins anew.
constexpr const char* kCompared = R"(
    SELECT string_agg(format('SELECT %L AS name, count(*) AS count, md5(coalesce(string_agg(row_text, E''\n'' ORDER BY row_text), ''''))'
                             ' AS sum FROM (SELECT (to_jsonb(t) - ARRAY[''feed_epoch'', ''xid'', ''ended_at''])::text AS row_text FROM banhang.%I t) rows',
                             relname, relname), ' UNION ALL ')
    FROM pg_class WHERE relnamespace = 'banhang'::regnamespace AND relkind = 'r'
      AND relname NOT IN ('request_seen', 'session', 'sign_in_delay', 'subscription_progress'))";

/// "table|rows|checksum", one a line.
std::string contentOf(const Banhangd& office)
{
    return office.sql("SELECT * FROM (" + office.sql(kCompared) + ") all_tables ORDER BY name");
}

std::int64_t numberFrom(const Banhangd& office, const std::string& query)
{
    return std::stoll(office.sql(query));
}

void flipOneByte(const std::filesystem::path& file)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(std::filesystem::file_size(file) / 2));
    const char byte = static_cast<char>(stream.peek() ^ 0x20);
    stream.put(byte);
}

/// Saves a customer through the API, as clerks do.
void createCustomer(const Banhangd& office, const std::string& token, const std::string& name, const std::string& phone)
{
    const auto stub = v1::CustomersService::NewStub(office.channel());
    grpc::ClientContext context;
    client::prepareCall(context, {token, "e2e", "test 1"}, std::chrono::seconds(20));
    v1::CreateCustomerRequest request;
    request.mutable_customer()->set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    request.mutable_customer()->set_name(name);
    request.mutable_customer()->add_phones()->set_number(phone);
    request.set_request_id("00000000-0000-4000-8000-00" + phone);
    v1::CustomerChangeResponse response;
    const grpc::Status status = stub->CreateCustomer(&context, request, &response);
    if (!status.ok())
        throw fromStatus(status);
}

class BackupRestore : public ::testing::Test
{
protected:
    /// The demo company, one person signed in, and some rows of customers' tables.
    void SetUp() override
    {
        m_office.output({"demo"});
        m_office.serve();
        m_token = m_office.signIn("minh", std::string(demo::kPassword));
        createCustomer(m_office, m_token, "Công ty TNHH Thiên Ân", "0912345678");
        createCustomer(m_office, m_token, "Nhà sách Phương Nam \\ \"A'B\"", "0287654321");
        addFile();
        m_file = (m_office.directory() / "office.dump").string();
        m_office.output({"backup", m_file});
        m_content = contentOf(m_office);
    }

    /// Of the first customer, with bytes that no text would survive.
    void addFile()
    {
        m_office.sql("WITH content AS (INSERT INTO banhang.attachment_content (uploader_id, request_id, size_bytes,"
                     " received_bytes, sha256, is_whole) SELECT owner_id, gen_random_uuid(), 4, 4,"
                     " sha256('\\x00ff0d0a'::bytea), true FROM banhang.customer ORDER BY id LIMIT 1"
                     " RETURNING id, uploader_id),"
                     " chunk AS (INSERT INTO banhang.attachment_chunk (content_id, ordinal, data)"
                     " SELECT id, 0, '\\x00ff0d0a'::bytea FROM content)"
                     " INSERT INTO banhang.attachment (customer_id, content_id, name, size_bytes, sha256, content_type,"
                     " uploader_id, request_id) SELECT (SELECT min(id) FROM banhang.customer), id, 'tệp.bin', 4,"
                     " sha256('\\x00ff0d0a'::bytea), 'application/octet-stream', uploader_id, gen_random_uuid()"
                     " FROM content");
    }

    Banhangd m_office;
    std::string m_file;
    std::string m_token;
    std::string m_content;
};

TEST_F(BackupRestore, bringsEveryTableBackIntoAnotherCluster)
{
    ASSERT_EQ(numberFrom(m_office, "SELECT count(*) FROM banhang.customer"), 2);
    Banhangd other;
    other.output({"restore", m_file});
    other.serve();

    EXPECT_EQ(contentOf(other), m_content);
    EXPECT_EQ(other.sql("SELECT concat(a.name, ' ', encode(c.data, 'hex')) FROM banhang.attachment a"
                        " JOIN banhang.attachment_chunk c ON c.content_id = a.content_id"
                        " WHERE sha256(c.data) = a.sha256"),
              "tệp.bin 00ff0d0a");
    EXPECT_NE(other.sql("SELECT feed_epoch FROM banhang.company"),
              m_office.sql("SELECT feed_epoch FROM banhang.company"));
    for (const char* table : {"session", "request_seen", "sign_in_delay"})
        EXPECT_EQ(numberFrom(other, "SELECT count(*) FROM banhang." + std::string(table)), 0) << table;
    EXPECT_GT(numberFrom(m_office, "SELECT count(*) FROM banhang.request_seen"), 0);
    EXPECT_EQ(
        numberFrom(other,
                   "SELECT count(*) FROM banhang.change_log WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())"),
        0)
        << "the feed would wait for transactions of another cluster";
    EXPECT_FALSE(other.signIn("minh", std::string(demo::kPassword)).empty());
}

TEST_F(BackupRestore, keepsBothWallsInTheRestoredDatabase)
{
    Banhangd other;
    other.output({"restore", m_file});
    other.serve();
    constexpr const char* kWalls =
        "SELECT string_agg(c.relname || ' ' || c.relowner::regrole || ' ' || c.relrowsecurity || ' ' || "
        "coalesce(c.relacl::text, ''), E'\\n' ORDER BY c.relname) FROM pg_class c "
        "WHERE c.relnamespace = 'banhang'::regnamespace AND c.relkind IN ('r', 'S')";
    constexpr const char* kPolicies =
        "SELECT string_agg(p::text, E'\\n' ORDER BY p.tablename, p.policyname) FROM pg_policies p";

    EXPECT_EQ(other.sql(kWalls), m_office.sql(kWalls));
    EXPECT_EQ(other.sql(kPolicies), m_office.sql(kPolicies));
}

TEST_F(BackupRestore, refusesAServerThatRuns)
{
    const auto finished = m_office.run({"restore", m_file, "--into-non-empty"});

    EXPECT_EQ(finished.exitCode, 4);
    EXPECT_NE(finished.errors.find("stop it first"), std::string::npos) << finished.errors;
}

TEST_F(BackupRestore, replacesPeopleAndCustomersOnlyWhenTold)
{
    m_office.output({"user", "disable", "minh"});
    const std::string changed = contentOf(m_office);
    m_office.stop();
    EXPECT_EQ(m_office.run({"restore", m_file}).exitCode, 4);
    m_office.serve();
    EXPECT_EQ(contentOf(m_office), changed);
    m_office.stop();

    m_office.output({"restore", m_file, "--into-non-empty"});
    m_office.serve();
    EXPECT_EQ(contentOf(m_office), m_content);
}

TEST_F(BackupRestore, refusesADamagedFileAndLeavesAllAsItWas)
{
    flipOneByte(m_file);
    m_office.stop();
    const auto finished = m_office.run({"restore", m_file, "--into-non-empty"});
    m_office.serve();

    EXPECT_EQ(finished.exitCode, 1);
    EXPECT_NE(finished.errors.find("damaged"), std::string::npos) << finished.errors;
    EXPECT_EQ(contentOf(m_office), m_content);
}

TEST_F(BackupRestore, writesNothingBesideTheBackupWhichMayBeReadOnly)
{
    const TempDirectory stick;
    const auto file = stick / "office.dump";
    std::filesystem::copy_file(m_file, file);
    std::filesystem::copy_file(m_file + ".sha256", file.string() + ".sha256");
    for (const auto& path : {file, std::filesystem::path(file.string() + ".sha256"), stick.path()})
        std::filesystem::permissions(path, std::filesystem::perms(0555));
    Banhangd other;
    other.belongTo("postgres");
    const auto finished = other.run({"restore", file.string()});
    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    other.serve();

    EXPECT_EQ(contentOf(other), m_content);
    EXPECT_FALSE(std::filesystem::exists(other.directory() / "restore.sql"));
}

TEST_F(BackupRestore, whatAKilledOneLeftIsGoneAfterTheNextStart)
{
    m_office.stop();
    const auto left = m_office.directory() / "restore.sql";
    platform::writePrivateFile(left, "COPY banhang.customer FROM stdin;\n");
    m_office.serve();

    EXPECT_FALSE(std::filesystem::exists(left));
}

TEST_F(BackupRestore, refusesAFileWithoutItsChecksum)
{
    std::filesystem::remove(m_file + ".sha256");
    m_office.stop();

    EXPECT_EQ(m_office.run({"restore", m_file, "--into-non-empty"}).exitCode, 1);
}

TEST_F(BackupRestore, namesADirectoryThatIsGivenAsTheFile)
{
    const std::string directory = m_office.directory().string();
    const auto written = m_office.run({"backup", directory});
    EXPECT_EQ(written.exitCode, 4);
    EXPECT_EQ(written.errors, "banhangd: " + directory + " is a directory: name the file to write, for instance " +
                                  directory + "/banhang.dump\n");

    const auto restored = m_office.run({"restore", directory});
    EXPECT_EQ(restored.exitCode, 4);
    EXPECT_NE(restored.errors.find(directory + " is a directory: name a backup in it"), std::string::npos)
        << restored.errors;
}

TEST(NightlyBackup, makesUpForAMissedNightAndDropsTheOldest)
{
    Banhangd office;
    const auto backups = office.directory() / "backups";
    std::filesystem::create_directory(backups);
    const auto missed = backups / "banhang-20200101-013000.dump";
    platform::writePrivateFile(missed, "old");
    std::filesystem::last_write_time(missed, std::filesystem::file_time_type::clock::now() - std::chrono::hours(48));
    office.set("backup.keep=1");
    office.serve();

    ASSERT_TRUE(office.awaitLog("event=backup.written")) << office.log(); // and the old one is gone by then
    EXPECT_FALSE(std::filesystem::exists(missed)) << office.log();
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(backups), {}), 2) << "a backup and its checksum";
}

TEST_F(BackupRestore, leavesPrivateFilesThatAnybodyCanCheck)
{
    EXPECT_FALSE(platform::isReadableByOthers(m_file));
    EXPECT_FALSE(std::filesystem::exists(m_file + ".part"));
    platform::Command command;
    command.arguments = {"/bin/sh", "-c",
                         "cd " + m_office.directory().string() + " && sha256sum -c office.dump.sha256"};
    EXPECT_EQ(platform::run(command).exitCode, 0);
}

} // namespace
} // namespace banhang::test
