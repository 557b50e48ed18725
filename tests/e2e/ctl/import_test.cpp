// Tables brought in and taken out, through the same checks as all that people type.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "tests/e2e/ctl/demo_office_fixture.h"
#include "tests/support/temp_directory.h"

namespace banhang::test {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class CtlImport : public DemoOfficeFixture<CtlImport>
{
protected:
    static std::string fileOf(const std::string& name, const std::string& content)
    {
        const auto file = office().directory() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file.string();
    }

    static std::vector<std::string> linesOf(const std::string& file)
    {
        std::istringstream content(platform::readFile(file));
        std::vector<std::string> lines;
        for (std::string line; std::getline(content, line);)
            lines.push_back(line);
        return lines;
    }

    /// Without the first column (the code, which every office gives for itself), in one order.
    static std::vector<std::string> withoutCodes(const std::string& file)
    {
        std::vector<std::string> lines = linesOf(file);
        for (std::string& line : lines)
            line.erase(0, line.find(','));
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

TEST_F(CtlImport, readsTheUsualTitlesAndSaysWhatItMadeOfThem)
{
    const Ctl minh(office(), "minh");
    const std::string file = fileOf("usual.csv", "\xEF\xBB\xBFTên khách hàng;MST;Điện thoại;Email;Tỉnh/Thành phố\r\n"
                                                 "Công ty TNHH Đá Trắng;0100109106;024 3555 0101 / 0912 555 301;"
                                                 "lienhe@datrang.example;Hà Nội\r\n"
                                                 "Lê Thị Cúc;;0168 9555 302;;Tỉnh Hà Tây\r\n");
    const json result = minh.json({"customer", "import", file});

    EXPECT_EQ(result.at("saved"), 2) << result;
    const json company = minh.json({"customer", "search", "da trang"}).at("customers").at(0);
    EXPECT_EQ(company.at("kind"), "CUSTOMER_KIND_ORGANISATION");
    EXPECT_EQ(minh.customer(company.at("id")).at("phones").size(), 2u);
    const json person = minh.json({"customer", "search", "le thi cuc"}).at("customers").at(0);
    EXPECT_EQ(person.at("kind"), "CUSTOMER_KIND_INDIVIDUAL");
    EXPECT_EQ(person.at("phones").at(0).at("key"), "84389555302");
}

TEST_F(CtlImport, onlyChecksWhenRunDry)
{
    const Ctl minh(office(), "minh");
    const std::string file = fileOf("dry.csv", "name,phones,gender\n"
                                               "Tô Khô Ráo,0912 555 311,nam\n"
                                               "Công ty TNHH Có Giới,,nữ\n");
    const json result = minh.json({"customer", "import", file, "--dry-run"}, 9);

    EXPECT_EQ(result.at("dry_run"), true);
    EXPECT_EQ(result.at("saved"), 1);
    EXPECT_EQ(result.at("rejected").at(0).at("row"), 3) << "as a spreadsheet counts";
    EXPECT_THAT(minh.visibleNames(), Not(Contains("Tô Khô Ráo")));
}

TEST_F(CtlImport, writesRejectedRowsThatCanBeMendedAndImported)
{
    const Ctl minh(office(), "minh");
    const std::string file = fileOf("mixed.csv", "name,phones,gender,note\n"
                                                 "Vũ Hợp Lệ,0912 555 321,nam,\n"
                                                 "Công ty TNHH Có Giới,,nữ,\"hai dòng,\ncó phẩy\"\n"
                                                 ",0912 555 322,,\n");
    const std::string rejected = (office().directory() / "rejected.csv").string();
    const json result = minh.json({"customer", "import", file, "--rejected", rejected}, 9);
    EXPECT_EQ(result.at("saved"), 1);
    EXPECT_EQ(result.at("rejected").size(), 2u);

    EXPECT_FALSE(platform::isReadableByOthers(rejected));
    std::string content = platform::readFile(rejected);
    EXPECT_THAT(content, StartsWith("\xEF\xBB\xBF"
                                    "name,phones,gender,note,reason\r\n"));
    EXPECT_THAT(content, HasSubstr("customer.only_individuals"));
    EXPECT_THAT(content, HasSubstr("customer.name.missing"));
    content.replace(content.find("nữ"), std::string("nữ").size(), "");
    const json mended = minh.json({"customer", "import", fileOf("mended.csv", content)}, 9);
    EXPECT_EQ(mended.at("saved"), 1);
    const json stored = minh.json({"customer", "search", "co gioi"}).at("customers").at(0);
    EXPECT_EQ(minh.customer(stored.at("id")).at("note"), "hai dòng,\ncó phẩy");
}

TEST_F(CtlImport, tellsLaterWhatBecameOfEachRow)
{
    const Ctl minh(office(), "minh");
    const std::string file = fileOf("later.csv", "name,phones,gender\n"
                                                 "Phan Để Nhớ,0912 555 391,nam\n"
                                                 "Công ty TNHH Có Giới Khác,,nữ\n");
    minh.json({"customer", "import", file}, 9);
    const json listed = minh.json({"customer", "import-list"}).at("imports").at(0);
    EXPECT_EQ(listed.at("file_name"), "later.csv");

    const json shown = minh.json({"customer", "import-show", listed.at("id")});
    EXPECT_EQ(shown.at("import").at("row_count"), 2);
    EXPECT_EQ(shown.at("rows").at(0).at("outcome"), "ROW_OUTCOME_CREATED");
    EXPECT_EQ(minh.customer(shown.at("rows").at(0).at("customer_id")).at("name"), "Phan Để Nhớ");
    const json rejected = minh.json({"customer", "import-show", listed.at("id"), "--outcome", "rejected"});
    EXPECT_EQ(rejected.at("rows").size(), 1u);

    const auto refused = Ctl(office(), "diep").run({"customer", "import-show", listed.at("id")});
    EXPECT_THAT(refused.errors, HasSubstr("import.not_found")) << "imports are their maker's";
}

TEST_F(CtlImport, makesNothingTwiceWhenItIsRepeated)
{
    const Ctl diep(office(), "diep");
    const std::string file = fileOf("again.csv", "name,phones\nBùi Lần Một,0912 555 331\nĐinh Thị Hồng,0987 100 212\n");
    EXPECT_EQ(diep.json({"customer", "import", file}).at("saved"), 2);
    EXPECT_EQ(diep.json({"customer", "import", file}).at("saved"), 2);

    EXPECT_EQ(diep.visibleNames().size(), 2u);
}

TEST_F(CtlImport, leavesOutWhoIsInTheBooksAlready)
{
    const Ctl minh(office(), "minh");
    const Ctl other(office(), "khoa");
    other.create({{"kind", 1}, {"name", "Cao Văn Quen"}, {"phones", {{{"number", "0912 555 341"}}}}});
    const std::string file = fileOf("known.csv", "name,phones\nCao Van Quen,+84912555341\n");

    const json result = minh.json({"customer", "import", file}, 9);
    EXPECT_THAT(result.at("rejected").at(0).at("reason").get<std::string>(), HasSubstr("duplicate_unconfirmed"));
    EXPECT_EQ(minh.json({"customer", "import", file, "--on-duplicate", "create"}).at("saved"), 1);
}

TEST_F(CtlImport, stopsAtOnceWithoutTheRight)
{
    const Ctl care(office(), "yen");
    const std::string file = fileOf("denied.csv", "name\nAi Đó\nAi Khác\n");

    EXPECT_EQ(care.exitCode({"customer", "import", file}), 4);
    EXPECT_EQ(care.exitCode({"customer", "export", "--out", (office().directory() / "denied-out.csv").string()}), 4);
    EXPECT_EQ(care.exitCode({"customer", "import", fileOf("empty.csv", "")}), 2);
    EXPECT_EQ(care.exitCode({"customer", "import", fileOf("titles.csv", "màu,mùi\nđỏ,thơm\n")}), 2);
}

TEST_F(CtlImport, bringsAnExportBackInAnotherOffice)
{
    const Ctl director(office(), "phuc");
    const std::string source = fileOf(
        "source.csv",
        "kind,name,tax_code,phones,emails,gender,birthday,founded_date,street,ward,district,province,website,"
        "source_key,trade_key,business_text,note\n"
        "organisation,\"Công ty TNHH \"\"Biển, Trời\"\"\",0301442379,024 3555 0201 / 0912 555 401,a@bien.example; "
        "b@bien.example,,,12/03/2019,18 Bạch Đằng,Phường Hải Châu,,Đà Nẵng,bien.example,referral,trading,Hải "
        "sản,ghi chú\n"
        "individual,Hồ Thị Sương,,0905 555 402,suong@nha.example,female,09/01/1988,,5 Lê Lợi,,,Đà "
        "Nẵng,,,,,\"hai\ndòng\"\n"
        "individual,Hồ Văn Khói,,0905 555 403,,male,15/07 âm lịch,,,,,,,,,,\n");
    ASSERT_EQ(director.json({"customer", "import", source}).at("saved"), 3);
    const std::string first = (office().directory() / "first.csv").string();
    ASSERT_EQ(director.exitCode({"customer", "export", "--out", first}), 0);
    EXPECT_FALSE(platform::isReadableByOthers(first));

    Banhangd otherOffice;
    makeDemoOffice(otherOffice);
    const Ctl there(otherOffice, "phuc");
    const json result = there.json({"customer", "import", first});
    EXPECT_EQ(result.at("rejected"), json::array());
    const std::string second = (office().directory() / "second.csv").string();
    ASSERT_EQ(there.exitCode({"customer", "export", "--out", second}), 0);
    EXPECT_EQ(withoutCodes(second), withoutCodes(first));
}

TEST_F(CtlImport, leavesNothingOfAnExportThatIsBrokenOff)
{
    using namespace std::chrono_literals;
    constexpr int kBrokenOff = 128 + SIGTERM;
    const Ctl director(office(), "phuc");
    const TempDirectory place;
    int exitCode = 0;
    // It may be over before the signal comes.
    for (int tries = 0; tries < 20 && exitCode != kBrokenOff; ++tries) {
        std::filesystem::remove(place / "all.xlsx");
        auto exporting = director.start({"customer", "export", "--out", (place / "all.xlsx").string()}, "/dev/null");
        while (std::filesystem::is_empty(place.path()) && !exporting.waitFor(0ms)) {
        }
        exitCode = exporting.stop(platform::ChildProcess::Manner::Gentle, 30s);
    }
    EXPECT_EQ(exitCode, kBrokenOff);
    for (const auto& left : std::filesystem::directory_iterator(place.path()))
        ADD_FAILURE() << left.path() << " is left, of " << left.file_size() << " bytes";
}

TEST_F(CtlImport, exportsWholeRecordsAsJsonOnlyWithoutChoosing)
{
    const Ctl director(office(), "phuc");
    director.create({{"kind", 1}, {"name", "Hồ Xuất Nguyên"}, {"note", "cả ghi chú"}});
    const auto all = director.jsonLines({"customer", "export"});
    EXPECT_TRUE(std::ranges::any_of(all, [](const json& one) { return one.value("note", "") == "cả ghi chú"; }));

    const auto chosen = director.run({"--json", "customer", "export", "--query", "xuat nguyen"});
    EXPECT_EQ(chosen.exitCode, 2);
    EXPECT_EQ(chosen.output, "");
    EXPECT_THAT(chosen.errors, HasSubstr("--query"));
    const auto file = office().directory() / "ignored.csv";
    EXPECT_EQ(director.exitCode({"--json", "customer", "export", "--out", file.string()}), 2);
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_EQ(Ctl(office(), "yen").exitCode({"--json", "customer", "export"}), 4);
}

} // namespace
} // namespace banhang::test
