// Calendar files through banhangctl, against a real server: taken in once, updated when asked, written out again.
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "common/vn/date.h"
#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

/// So many days after one that lies a month ahead: the office makes days of series a year ahead.
std::string isoDay(int after)
{
    using namespace std::chrono;
    // Once, lest midnight come in between.
    static const std::int64_t first = floor<days>(system_clock::now()).time_since_epoch().count() + 30;
    return vn::formatIsoDate(vn::fromDays(first + after));
}

/// As files write it.
std::string day(int after)
{
    std::string text = isoDay(after);
    std::erase(text, '-');
    return text;
}

/// Nine o'clock in Viet Nam, for an hour.
std::string hour(int after, const std::string& from = "02", const std::string& to = "03")
{
    return "DTSTART:" + day(after) + "T" + from + "0000Z\r\nDTEND:" + day(after) + "T" + to + "0000Z\r\n";
}

std::string slot()
{
    return "RECURRENCE-ID:" + day(8);
}

std::string sample()
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
           "BEGIN:VEVENT\r\nUID:one@x\r\nSUMMARY:Gặp khách\r\nLOCATION:Quận 1\r\n" +
           hour(0) +
           "END:VEVENT\r\n"
           "BEGIN:VEVENT\r\nUID:weekly@x\r\nSUMMARY:Họp tuần\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n" +
           hour(1) + "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:weekly@x\r\n" + slot() + "T020000Z\r\nSUMMARY:Họp tuần\r\n" +
           hour(9) +
           "END:VEVENT\r\n"
           "BEGIN:VEVENT\r\nUID:old@x\r\nSUMMARY:Đã qua\r\nDTSTART:20200105T020000Z\r\nEND:VEVENT\r\n"
           "END:VCALENDAR\r\n";
}

class CtlCalendar : public DemoOfficeFixture<CtlCalendar>
{
protected:
    static std::string write(const std::string& content, const std::string& name = "lich.ics")
    {
        const auto file = office().directory() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file.string();
    }
    static std::string replaced(std::string text, const std::string& what, const std::string& with)
    {
        const auto at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return text.replace(at, what.size(), with);
    }
    /// "created created past", in the order of the file.
    static std::string outcomes(const nlohmann::json& answer)
    {
        std::string text;
        for (const auto& entry : answer.at("entries"))
            text += (text.empty() ? "" : " ") + entry.at("outcome").get<std::string>();
        return text;
    }
    /// Days after the first one of the file, and the hour in Viet Nam.
    static std::string days(const std::string& uid)
    {
        return office().sql("SELECT string_agg((starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - to_date('" + day(0) +
                            "', 'YYYYMMDD') || to_char(starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', ' HH24:MI'), ', '"
                            " ORDER BY starts_at) FROM banhang.activity WHERE deleted_at IS NULL AND series_id ="
                            " (SELECT id FROM banhang.series WHERE ics_uid = '" +
                            uid + "')");
    }
    static std::int64_t count(const std::string& condition)
    {
        return std::stoll(office().sql("SELECT count(*) FROM banhang.activity WHERE " + condition));
    }
};

TEST_F(CtlCalendar, isTakenInOnceHoweverOftenAndUpdatedWhenAsked)
{
    const Ctl minh(office(), "minh");
    const std::string file = write(sample());
    const auto preview = minh.json({"calendar", "import", "--dry-run", file});
    EXPECT_EQ(outcomes(preview), "created created past");
    EXPECT_EQ(preview.at("entries")[1].at("line"), 10);
    EXPECT_EQ(count("ics_uid = 'one@x'"), 0) << "a dry run stores nothing";

    EXPECT_EQ(outcomes(minh.json({"calendar", "import", file})), "created created past");
    EXPECT_EQ(outcomes(minh.json({"calendar", "import", file})), "same same past");
    EXPECT_EQ(count("ics_uid = 'one@x'"), 1);
    EXPECT_EQ(days("weekly@x"), "1 09:00, 9 09:00, 15 09:00, 22 09:00, 29 09:00");

    std::string other = replaced(sample(), "Quận 1", "Quận 3");
    other = replaced(other, hour(1), hour(1, "03", "04"));
    other = replaced(other, slot() + "T02", slot() + "T03");
    const std::string changed = write(other, "khac.ics");
    const auto told = minh.json({"calendar", "import", changed});
    EXPECT_EQ(outcomes(told), "differs differs past");
    EXPECT_EQ(told.at("entries")[0].at("note"), "other in the file: place");
    EXPECT_EQ(count("place = 'Quận 3'"), 0) << "nothing is overwritten unasked";
    EXPECT_EQ(outcomes(minh.json({"calendar", "import", "--update", "older", changed})), "updated updated past");
    EXPECT_EQ(count("place = 'Quận 3'"), 1);
    EXPECT_EQ(days("weekly@x"), "1 10:00, 9 09:00, 15 10:00, 22 10:00, 29 10:00") << "the single day keeps its own";
    EXPECT_EQ(outcomes(minh.json({"calendar", "import", changed})), "same same past");
}

TEST_F(CtlCalendar, whatWasChangedHereLaterIsUpdatedOnlyByAll)
{
    const Ctl minh(office(), "minh");
    const std::string dated = replaced(replaced(sample(), "UID:one@x", "UID:dated@x\r\nLAST-MODIFIED:20200101T000000Z"),
                                       "UID:weekly@x", "UID:unused@x");
    minh.json({"calendar", "import", write(dated)});
    const std::string other = write(replaced(dated, "Quận 1", "Quận 7"), "cu.ics");
    EXPECT_EQ(outcomes(minh.json({"calendar", "import", "--update", "older", other})).substr(0, 7), "differs");
    EXPECT_EQ(outcomes(minh.json({"calendar", "import", "--update", "all", other})).substr(0, 7), "updated");
}

TEST_F(CtlCalendar, whatIsWrittenOutIsReadAgainAsTheSame)
{
    const Ctl diep(office(), "diep");
    std::string mine = replaced(sample(), "UID:one@x", "UID:two@x");
    for (int i = 0; i < 2; ++i)
        mine = replaced(mine, "UID:weekly@x", "UID:mine@x");
    diep.json({"calendar", "import", write(mine)});
    const std::string out = (office().directory() / "ra.ics").string();
    EXPECT_EQ(diep.exitCode({"calendar", "export", "--from", isoDay(-5), "--to", isoDay(90), "--out", out}), 0);
    EXPECT_FALSE(platform::isReadableByOthers(out));
    std::ifstream in(out, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(text.find("UID:two@x"), std::string::npos);
    EXPECT_NE(text.find("RRULE:FREQ=WEEKLY"), std::string::npos);
    EXPECT_EQ(outcomes(diep.json({"calendar", "import", out})), "same same");
    EXPECT_EQ(diep.exitCode({"calendar", "export", "--from", isoDay(1), "--to", isoDay(0), "--out", out}), 2);
}

TEST_F(CtlCalendar, saysWhatIsWrongAndWhere)
{
    const Ctl minh(office(), "minh");
    EXPECT_EQ(minh.exitCode({"calendar", "import", "/nowhere.ics"}), 2);
    const auto refused = minh.run({"calendar", "import", write("name;phone\n", "danh-sach.ics")});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_NE(refused.errors.find("line 1 is \"name;phone\""), std::string::npos) << refused.errors;
    // Cut within its second entry: what is whole is taken, and the exit code says that something is missing.
    const std::string cut = sample().substr(0, sample().find("SUMMARY:Họp tuần"));
    const auto answer = minh.json({"calendar", "import", "--dry-run", write(cut, "cut.ics")}, 9);
    EXPECT_NE(answer.at("notes").dump().find("line 10"), std::string::npos) << answer.dump();
}

} // namespace
} // namespace banhang::test
