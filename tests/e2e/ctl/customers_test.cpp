// What people do with single customers from a shell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class CtlCustomers : public DemoOfficeFixture<CtlCustomers>
{
protected:
    static std::string idOf(const json& customer) { return customer.at("id"); }

    static std::vector<std::string> found(const Ctl& person, const std::string& words)
    {
        std::vector<std::string> names;
        for (const auto& customer : person.json({"customer", "search", words}).value("customers", json::array()))
            names.push_back(customer.at("name"));
        return names;
    }
};

TEST_F(CtlCustomers, areCreatedFoundReadAndChanged)
{
    const Ctl minh(office(), "minh");
    const json made = minh.create({{"kind", 2},
                                   {"name", "Công ty TNHH Gốm Đất Vàng"},
                                   {"phones", {{{"number", "0168 9333 999"}}}},
                                   {"note", "thích màu lam"}});
    const std::string id = idOf(made);
    EXPECT_THAT(made.at("code").get<std::string>(), HasSubstr("KH"));
    EXPECT_EQ(made.at("phones").at(0).at("key"), "84389333999");

    EXPECT_THAT(found(minh, "gom dat vang"), ElementsAre("Công ty TNHH Gốm Đất Vàng"));
    EXPECT_THAT(found(minh, "vàng đất"), ElementsAre("Công ty TNHH Gốm Đất Vàng"));
    EXPECT_THAT(found(minh, "389333"), ElementsAre("Công ty TNHH Gốm Đất Vàng"));
    EXPECT_THAT(found(minh, made.at("code")), ElementsAre("Công ty TNHH Gốm Đất Vàng"));

    const json changed = minh.json({"customer", "update", id, R"({"website":"gomdatvang.example"})"}).at("customer");
    EXPECT_EQ(changed.at("version"), "2");
    EXPECT_EQ(minh.customer(id).at("website"), "gomdatvang.example");
    EXPECT_EQ(minh.customer(id).at("note"), "thích màu lam") << "what is not named must stay";
}

TEST_F(CtlCustomers, areNamedToEverybodyOnlyWhereTheCompanyTellsIt)
{
    const Ctl minh(office(), "minh");
    const Ctl diep(office(), "diep");
    diep.create({{"kind", 2}, {"name", "Công ty TNHH Vải Phương Xa"}});
    EXPECT_THAT(minh.run({"customer", "cards", "phuong xa"}).errors, HasSubstr("customer.public_card_disabled"));

    EXPECT_THAT(office().output({"company", "--public-cards", "on"}), HasSubstr("public cards: on"));
    const json cards = minh.json({"customer", "cards", "phuong xa"}).at("cards");
    ASSERT_EQ(cards.size(), 1u);
    EXPECT_EQ(cards.at(0).at("name"), "Công ty TNHH Vải Phương Xa");
    EXPECT_EQ(cards.at(0).at("owner_user_id"), std::to_string(diep.userId()));
    EXPECT_THAT(office().output({"company", "--public-cards", "off"}), HasSubstr("public cards: off"));
}

TEST_F(CtlCustomers, tellWhoChangedThemBeforeWhenTheVersionIsOld)
{
    const Ctl minh(office(), "minh");
    const std::string id = idOf(minh.create({{"kind", 1}, {"name", "Trần Văn Bền"}}));
    minh.json({"customer", "update", id, R"({"note":"một"})"});

    const auto refused = minh.run({"customer", "update", id, R"({"note":"hai"})", "--version", "1"});
    EXPECT_EQ(refused.exitCode, 7);
    EXPECT_THAT(refused.errors, HasSubstr("theirs \"một\", mine \"hai\""));
    EXPECT_EQ(minh.exitCode({"customer", "update", id, R"({"website":"ben.example"})", "--version", "1"}), 0)
        << "another field than the one changed meanwhile";
}

TEST_F(CtlCustomers, areRefusedWithAllThatIsWrongAtOnce)
{
    const Ctl minh(office(), "minh");
    const auto refused = minh.run({"customer", "create",
                                   R"({"kind":2,"name":"Công ty Sai","gender":1,)"
                                   R"("founded_date":{"year":2019,"month":2,"day":31}})"});

    EXPECT_EQ(refused.exitCode, 6);
    EXPECT_THAT(refused.errors, HasSubstr("gender: customer.only_individuals"));
    EXPECT_THAT(refused.errors, HasSubstr("founded_date: date.impossible"));
    EXPECT_THAT(minh.visibleNames(), Not(Contains("Công ty Sai")));
}

TEST_F(CtlCustomers, areStoredWithDoubtfulValuesAndAWarning)
{
    const Ctl minh(office(), "minh");
    const json answer = minh.json({"customer", "create", R"({"kind":2,"name":"Công ty Lạ","tax_code":"0100109107"})"});

    EXPECT_EQ(answer.at("warnings").at(0).at("key"), "customer.tax_code.checksum");
}

TEST_F(CtlCustomers, goToTheBinAndBackByWhoMay)
{
    const Ctl minh(office(), "minh");
    const Ctl leader(office(), "ha");
    const std::string id = idOf(minh.create({{"kind", 1}, {"name", "Phạm Thị Tạm"}}));
    EXPECT_EQ(minh.exitCode({"customer", "delete", id}), 4);

    leader.json({"customer", "delete", id});
    EXPECT_THAT(minh.visibleNames(), Not(Contains("Phạm Thị Tạm")));
    const json bin = leader.json({"customer", "list", "--bin"}).at("customers");
    EXPECT_THAT(bin.at(0).at("name"), "Phạm Thị Tạm");

    leader.json({"customer", "undelete", id});
    EXPECT_THAT(minh.visibleNames(), Contains("Phạm Thị Tạm"));
}

TEST_F(CtlCustomers, areAbsentForWhoMayNotSeeThem)
{
    const Ctl minh(office(), "minh");
    const Ctl elsewhere(office(), "khoa");
    const std::string id = idOf(minh.create({{"kind", 1}, {"name", "Lý Kín Đáo"}}));

    const auto hidden = elsewhere.run({"customer", "get", id});
    const auto absent = elsewhere.run({"customer", "get", "987654321"});
    EXPECT_EQ(hidden.exitCode, 5);
    EXPECT_EQ(hidden.errors, absent.errors) << "an answer that differs tells that there is somebody";
    EXPECT_EQ(elsewhere.exitCode({"customer", "history", id}), 5);
    EXPECT_EQ(elsewhere.exitCode({"customer", "update", id, R"({"note":"x"})"}), 5);
    EXPECT_THAT(found(elsewhere, "ly kin dao"), ElementsAre());
    EXPECT_THAT(elsewhere.visibleNames(), Not(Contains("Lý Kín Đáo")));
}

TEST_F(CtlCustomers, changeHandsAndLeaveTheFormerOwnersList)
{
    const Ctl leader(office(), "ha");
    const Ctl minh(office(), "minh");
    const Ctl diep(office(), "diep");
    const std::string id = idOf(minh.create({{"kind", 1}, {"name", "Ngô Chuyển Giao"}}));
    leader.json({"customer", "assign", "--to", std::to_string(diep.userId()), id});

    EXPECT_EQ(minh.exitCode({"customer", "get", id}), 5);
    EXPECT_EQ(diep.customer(id).at("owner_user_id"), std::to_string(diep.userId()));
    const Ctl elsewhere(office(), "khoa");
    EXPECT_NE(leader.exitCode({"customer", "assign", "--to", std::to_string(elsewhere.userId()), id}), 0)
        << "a leader gives nothing away beyond the team";
}

TEST_F(CtlCustomers, keepEveryChangeInTheirHistory)
{
    const Ctl minh(office(), "minh");
    const std::string id = idOf(minh.create({{"kind", 1}, {"name", "Đinh Thị Sử"}}));
    minh.json({"customer", "update", id, R"({"note":"gọi buổi sáng"})"});

    const json entries = minh.json({"customer", "history", id}).at("entries");
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries.at(0).at("operation"), "update");
    EXPECT_EQ(entries.at(0).at("changes").at(0).at("field"), "note");
    EXPECT_EQ(entries.at(0).at("changes").at(0).at("new_json"), "\"gọi buổi sáng\"");
    EXPECT_EQ(entries.at(0).at("actor_user_id"), std::to_string(minh.userId()));
    EXPECT_EQ(entries.at(1).at("operation"), "create");
}

TEST_F(CtlCustomers, areListedPageByPageWithoutGapOrRepeat)
{
    const Ctl linh(office(), "linh");
    std::vector<std::string> expected;
    for (const char* name :
         {"Lò Thị An", "Bàn Văn Ánh", "Hà Ngọc Ân", "Nông Thế Bình", "Quàng Hữu Đào", "Tẩn Mẩy Dung", "Ksor H'Êm"}) {
        expected.emplace_back(name);
        linh.create({{"kind", 1}, {"name", name}});
    }
    std::vector<std::string> read;
    std::vector<std::string> arguments = {"customer", "list", "--sort", "created", "--limit", "3"};
    for (std::string page = "first"; !page.empty();) {
        const json answer = linh.json(arguments);
        for (const auto& customer : answer.at("customers"))
            read.push_back(customer.at("name"));
        page = answer.value("next_page_token", "");
        arguments = {"customer", "list", "--sort", "created", "--limit", "3", "--page", page};
    }
    EXPECT_EQ(read, expected);
}

TEST_F(CtlCustomers, areRecognisedInAnotherSpellingAndPhoneFormat)
{
    const Ctl minh(office(), "minh");
    minh.create({{"kind", 2},
                 {"name", "Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Thiên Ân"},
                 {"phones", {{{"number", "0168 9555 321"}}}}});
    const std::vector<std::string> check = {"duplicate", "check",          "--name", "cty tnhh tmdv thien an",
                                            "--phone",   "+84 389.555.321"};

    const json hits = minh.json(check, 10).at("duplicates");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits.at(0).at("visible").at("rank"), "DUPLICATE_RANK_CERTAIN");
    EXPECT_EQ(minh.exitCode({"duplicate", "check", "--name", "Nhà máy Bia Sao Mai"}), 0);
    EXPECT_EQ(minh.exitCode({"duplicate", "check", "--name", ""}), 2) << "an empty variable of a script is no question";

    const Ctl elsewhere(office(), "khoa");
    const json hidden = elsewhere.json(check, 10).at("duplicates").at(0);
    EXPECT_EQ(hidden.at("hidden").at("owner_user_id"), std::to_string(minh.userId()));
    EXPECT_FALSE(hidden.contains("visible"));
}

TEST_F(CtlCustomers, areSavedAsDuplicatesOnlyForAReason)
{
    const Ctl minh(office(), "minh");
    const std::string twin = R"({"kind":2,"name":"Công ty Cổ phần Song Sinh","phones":[{"number":"0912 555 777"}]})";
    ASSERT_EQ(minh.exitCode({"customer", "create", twin}), 0);

    const auto refused = minh.run({"customer", "create", twin});
    EXPECT_EQ(refused.exitCode, 6);
    EXPECT_THAT(refused.errors, HasSubstr("customer.duplicate_unconfirmed"));
    const json saved = minh.json({"customer", "create", twin, "--duplicate-reason", "hai pháp nhân"}).at("customer");
    EXPECT_EQ(minh.json({"customer", "history", idOf(saved)}).at("entries").at(0).at("reason"), "hai pháp nhân");
}

} // namespace
} // namespace banhang::test
