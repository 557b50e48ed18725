// An export on this machine: whole in the place of the file before, or not there at all.
#include "client/exports/export_command.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

#include "banhang/v1/exports.grpc.pb.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/workplace_at.h"

namespace banhang::client {
namespace {

using test::waitUntil;

/// Sends three pieces, or breaks off after two.
class FakeExports final : public v1::ExportsService::Service
{
public:
    FakeExports(test::FakeCalls& calls, bool isCutOff) : m_calls(calls), m_isCutOff(isCutOff) {}

    grpc::Status ExportCustomers(grpc::ServerContext* context, const v1::ExportCustomersRequest*,
                                 grpc::ServerWriter<v1::ExportCustomersResponse>* writer) override
    {
        if (auto status = m_calls.enter("ExportCustomers", context); !status.ok())
            return status;
        for (int row = 1; row <= 3; ++row) {
            if (m_isCutOff && row == 3)
                return {grpc::StatusCode::UNAVAILABLE, "cut off"};
            v1::ExportCustomersResponse piece;
            piece.set_data("row " + std::to_string(row) + "\n");
            piece.set_row_count(row);
            piece.set_complete(row == 3);
            writer->Write(piece);
        }
        return grpc::Status::OK;
    }

private:
    test::FakeCalls& m_calls;
    bool m_isCutOff;
};

struct ExportCommandTest : testing::Test, test::WorkplaceAt<test::FakeServer>
{
    explicit ExportCommandTest(bool isCutOff = false)
        : WorkplaceAt(std::vector<test::FakeServiceMaker>{
              [isCutOff](test::FakeCalls& calls) { return std::make_unique<FakeExports>(calls, isCutOff); }})
    {
        QObject::connect(&command, &ExportCommand::finished, [this](int count) { rows = count; });
        QObject::connect(&command, &ExportCommand::failed,
                         [this](const QString&, const AppError& error) { refusal = error.key(); });
        QFile before(path());
        before.open(QIODevice::WriteOnly);
        before.write("of last month");
    }
    QString path() const { return folder.filePath(QStringLiteral("list.csv")); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    ExportsApi api{rpc};
    ExportCommand command{workplace, api};
    int rows = 0;
    std::string refusal;
};

TEST_F(ExportCommandTest, takesThePlaceOfTheFileBefore)
{
    command.runInto({}, path());
    EXPECT_TRUE(command.isRunning());
    ASSERT_TRUE(waitUntil([this] { return rows == 3; }));
    EXPECT_EQ(content(), "row 1\nrow 2\nrow 3\n");
    EXPECT_EQ(files().size(), 1);
    EXPECT_FALSE(command.isRunning());
}

TEST_F(ExportCommandTest, saysThatTheFileCannotBeWritten)
{
    command.runInto({}, folder.filePath(QStringLiteral("no such folder/list.csv")));
    EXPECT_TRUE(waitUntil([this] { return refusal == "file.not_writable"; }));
    EXPECT_FALSE(command.isRunning());
}

TEST_F(ExportCommandTest, leavesNothingBehindWhenItIsStopped)
{
    server.hold("ExportCustomers");
    command.runInto({}, path());
    ASSERT_TRUE(waitUntil([this] { return server.calls("ExportCustomers") == 1; }));
    command.stop();
    server.release("ExportCustomers");
    EXPECT_TRUE(waitUntil([this] { return files().size() == 1; }));
    EXPECT_EQ(content(), "of last month");
    EXPECT_EQ(rows, 0);
    EXPECT_TRUE(refusal.empty());
}

struct CutOffExportTest : ExportCommandTest
{
    CutOffExportTest() : ExportCommandTest(true) {}
};

TEST_F(CutOffExportTest, theFileBeforeStays)
{
    command.runInto({}, path());
    ASSERT_TRUE(waitUntil([this] { return !refusal.empty(); }));
    EXPECT_TRUE(waitUntil([this] { return files().size() == 1; }));
    EXPECT_EQ(content(), "of last month");
    EXPECT_EQ(rows, 0);
}

} // namespace
} // namespace banhang::client
