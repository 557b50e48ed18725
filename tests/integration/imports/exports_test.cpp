// Lists as files: what is in them, and for whom.
#include <atomic>
#include <future>

#include <dlfcn.h>
#include <xlsxwriter.h>

#include "client/sheets/sheet_file.h"
#include "tests/integration/imports/imports_fixture.h"

namespace {

std::atomic<bool> isPackingHeld = false;
std::atomic<bool> isPacking = false;

} // namespace

/// Stands in front of the library's: packing a workbook of many rows takes long, and here as long as a test wants.
extern "C" lxw_error workbook_close(lxw_workbook* book)
{
    isPacking = true;
    isPacking.notify_all();
    isPackingHeld.wait(true);
    isPacking = false;
    const auto packed = reinterpret_cast<decltype(&workbook_close)>(dlsym(RTLD_NEXT, "workbook_close"));
    return packed(book);
}

namespace banhang::test {
namespace {

using client::readSheetBytes;
using client::SheetCellKind;

class ExportsTest : public ImportsFixture
{
protected:
    static v1::ExportCustomersRequest wanted(v1::ExportFormat format, const std::vector<std::string>& fields)
    {
        v1::ExportCustomersRequest request;
        request.set_format(format);
        request.set_sort(v1::CUSTOMER_SORT_CODE);
        for (const std::string& field : fields) {
            v1::ExportColumn& column = *request.add_columns();
            column.set_field(field);
            column.set_title("Cột " + field);
        }
        return request;
    }

    grpc::Status ask(const std::string& token, const v1::ExportCustomersRequest& request, std::string& file)
    {
        const auto clientContext = context(token);
        const auto stub = ImportsFixture::stub<v1::ExportsService>();
        const auto reader = stub->ExportCustomers(clientContext.get(), request);
        v1::ExportCustomersResponse piece;
        while (reader->Read(&piece))
            file += piece.data();
        return reader->Finish();
    }
    std::string exported(const std::string& token, const v1::ExportCustomersRequest& request)
    {
        std::string file;
        const grpc::Status status = ask(token, request, file);
        if (!status.ok())
            throw fromStatus(status);
        return file;
    }
    std::string refusalOf(const std::string& token, const v1::ExportCustomersRequest& request)
    {
        std::string file;
        const grpc::Status status = ask(token, request, file);
        EXPECT_TRUE(file.empty()) << "bytes before the refusal";
        return status.ok() ? "OK" : fromStatus(status).key();
    }
};

TEST_F(ExportsTest, keepsTextsAsTextsAndDaysAsDays)
{
    v1::Customer customer = person("=cmd|' /C calc'!A0", "0912 555 101");
    customer.mutable_birthday()->mutable_date()->set_year(1990);
    customer.mutable_birthday()->mutable_date()->set_month(3);
    customer.mutable_birthday()->mutable_date()->set_day(5);
    customer.set_tax_code("001090012345");
    create(lanToken, customer);
    v1::Customer younger = person("Zung", "0912 555 102");
    younger.mutable_birthday()->mutable_date()->set_year(1991);
    create(lanToken, younger);
    auto request = wanted(v1::EXPORT_FORMAT_XLSX, {"kind", "name", "phones", "birthday", "tax_code"});
    request.set_sort(v1::CUSTOMER_SORT_CODE);
    (*request.mutable_words())["CUSTOMER_KIND_INDIVIDUAL"] = "Cá nhân";

    const auto book = readSheetBytes(exported(lanToken, request), "x");
    EXPECT_EQ(book.table.cell(0, 1).text, "Cột name");
    EXPECT_EQ(book.table.cell(1, 0).text, "Cá nhân");
    EXPECT_EQ(book.table.cell(1, 1).text, "=cmd|' /C calc'!A0");
    EXPECT_EQ(book.table.cell(1, 2).text, "0912 555 101");
    EXPECT_EQ(book.table.cell(1, 3).kind, SheetCellKind::Date);
    EXPECT_EQ(book.table.cell(1, 3).text, "05/03/1990");
    EXPECT_EQ(book.table.cell(1, 4).kind, SheetCellKind::Text);
    EXPECT_EQ(book.table.cell(2, 3).text, "1991") << "all that is known of it";
    EXPECT_TRUE(book.notices.empty()) << "no formulas";

    request.set_format(v1::EXPORT_FORMAT_CSV);
    const std::string csv = exported(lanToken, request);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    EXPECT_NE(csv.find("'=cmd"), std::string::npos) << "defused";
    EXPECT_EQ(readSheetBytes(csv, "x").table.cell(1, 1).text, "=cmd|' /C calc'!A0");
}

TEST_F(ExportsTest, goesOnPageByPageInTheListsOrder)
{
    for (int i = 0; i < 7; ++i)
        sql().run(
            "INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
            " SELECT 'X' || n, 'X' || lpad(n::text, 12, '0'), 1, 'Khách ' || n, lpad(n::text, 6, '0'), $1::bigint,"
            " $2::bigint FROM generate_series($3::bigint * 200 + 1, $3::bigint * 200 + 200) AS n",
            {std::to_string(lan.id), std::to_string(lan.unitId), std::to_string(i)});
    auto request = wanted(v1::EXPORT_FORMAT_CSV, {"name"});
    request.set_sort(v1::CUSTOMER_SORT_NAME);
    request.set_descending(true);
    const auto sheet = readSheetBytes(exported(lanToken, request), "x");
    ASSERT_EQ(sheet.table.rowCount(), 1401);
    EXPECT_EQ(sheet.table.cell(1, 0).text, "Khách 1400");
    EXPECT_EQ(sheet.table.cell(1400, 0).text, "Khách 1");
}

TEST_F(ExportsTest, givesOnlyWhatTheExportRightReaches)
{
    const v1::Customer mine = create(lanToken, person("Lan Của Lan"));
    const v1::Customer foreign = create(tuanToken, person("Tuấn Của Tuấn"));
    auto request = wanted(v1::EXPORT_FORMAT_CSV, {"name"});
    EXPECT_EQ(exported(lanToken, request).find("Tuấn"), std::string::npos);
    EXPECT_NE(exported(anToken, request).find("Tuấn"), std::string::npos);
    request.add_customer_ids(foreign.id());
    request.add_customer_ids(mine.id());
    const auto chosen = readSheetBytes(exported(lanToken, request), "x");
    EXPECT_EQ(chosen.table.rowCount(), 2);
    EXPECT_EQ(chosen.table.cell(1, 0).text, "Lan Của Lan");

    const TestUser looker =
        world().addUserWith("chi-xem", world().company(), {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL}});
    EXPECT_EQ(refusalOf(world().signIn(looker), request), "call.denied");
    EXPECT_EQ(refusalOf("", request), "session.missing");
    const TestUser half = world().addUserWith("nua", teamOne,
                                              {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                               {v1::RESOURCE_CUSTOMER, v1::ACTION_EXPORT, v1::SCOPE_TEAM}});
    request.clear_customer_ids();
    const std::string file = exported(world().signIn(half), request);
    EXPECT_NE(file.find("Lan Của Lan"), std::string::npos);
    EXPECT_EQ(file.find("Tuấn"), std::string::npos) << "seen, but not to be taken out";
}

TEST_F(ExportsTest, leavesHiddenFieldsEmpty)
{
    create(lanToken, person("Lan Giấu Số", "0912 555 131"));
    sql().run("UPDATE banhang.user_group SET masked_fields = '{1}'");
    world().refreshRights({lan.id});
    const auto sheet = readSheetBytes(exported(lanToken, wanted(v1::EXPORT_FORMAT_CSV, {"name", "phones"})), "x");
    EXPECT_EQ(sheet.table.cell(1, 0).text, "Lan Giấu Số");
    EXPECT_EQ(sheet.table.cell(1, 1).text, "");
}

TEST_F(ExportsTest, exportsWhatASearchFinds)
{
    create(lanToken, person("Phạm Thị Sương", "0912 555 141"));
    create(lanToken, person("Hồ Văn Khói", "0912 555 142"));
    auto request = wanted(v1::EXPORT_FORMAT_CSV, {"name"});
    request.set_query("suong");
    const auto sheet = readSheetBytes(exported(lanToken, request), "x");
    ASSERT_EQ(sheet.table.rowCount(), 2);
    EXPECT_EQ(sheet.table.cell(1, 0).text, "Phạm Thị Sương");
}

class ExportsBesideCalls : public ExportsTest
{
protected:
    ExportsBesideCalls() { m_appThreads = 1; }
};

TEST_F(ExportsBesideCalls, leaveTheDatabaseToThemWhileTheyPack)
{
    const v1::Customer customer = create(lanToken, person("Lý Chờ Gói"));
    isPackingHeld = true;
    auto file =
        std::async(std::launch::async, [&] { return exported(lanToken, wanted(v1::EXPORT_FORMAT_XLSX, {"name"})); });
    isPacking.wait(false);
    EXPECT_NO_THROW(get(lanToken, customer.id()));
    isPackingHeld = false;
    isPackingHeld.notify_all();
    EXPECT_EQ(readSheetBytes(file.get(), "x").table.cell(1, 0).text, "Lý Chờ Gói");
}

TEST_F(ExportsTest, standsInTheAuditBeforeItsFirstByte)
{
    exported(lanToken, wanted(v1::EXPORT_FORMAT_CSV, {"name", "phones"}));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'export_run' AND actor_id = " +
                           std::to_string(lan.id)),
              1);
    EXPECT_NE(sql().text("SELECT fields::text FROM banhang.change_log WHERE entity = 'export_run'").find("phones"),
              std::string::npos);
}

TEST_F(ExportsTest, waitsForNobodyForGood)
{
    grpc::ClientContext endless;
    endless.AddMetadata("authorization", "Bearer " + lanToken);
    const auto stub = ImportsFixture::stub<v1::ExportsService>();
    const auto reader = stub->ExportCustomers(&endless, wanted(v1::EXPORT_FORMAT_CSV, {"name"}));
    v1::ExportCustomersResponse piece;
    while (reader->Read(&piece))
        EXPECT_TRUE(piece.data().empty());
    const grpc::Status status = reader->Finish();
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(fromStatus(status).key(), "call.deadline_missing");
}

TEST_F(ExportsTest, refusesWhatIsNoExport)
{
    EXPECT_EQ(refusalOf(lanToken, wanted(v1::EXPORT_FORMAT_CSV, {})), "call.invalid");
    EXPECT_EQ(refusalOf(lanToken, wanted(v1::EXPORT_FORMAT_CSV, {"password"})), "call.invalid");
    EXPECT_EQ(refusalOf(lanToken, wanted(v1::EXPORT_FORMAT_UNSPECIFIED, {"name"})), "call.invalid");
    const std::vector<std::string> unknown(10'000, "password");
    std::string file;
    const grpc::Status tooMany = ask(lanToken, wanted(v1::EXPORT_FORMAT_CSV, unknown), file);
    EXPECT_EQ(fromStatus(tooMany).detail().issues(0).key(), "export.columns");
    EXPECT_FALSE(fromStatus(tooMany).detail().args().contains("dropped")) << "told of columns beyond the most";
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'export_run'"), 0);
}

} // namespace
} // namespace banhang::test
