// Customers are named at the command line by the codes that people read on the screen.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "banhang/v1/merges.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/demo/office.h"
#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class CtlCustomerCodes : public DemoOfficeFixture<CtlCustomerCodes>
{
protected:
    static json made(const Ctl& person, const std::string& name)
    {
        return person.create({{"kind", 1}, {"name", name}});
    }
    static std::string codeOf(const json& customer) { return customer.at("code"); }
    static std::string idOf(const json& customer) { return customer.at("id"); }

    /// By who leads the team of both.
    static void merge(const json& survivor, const json& other)
    {
        const auto stub = v1::MergesService::NewStub(office().channel());
        v1::MergeCustomersRequest request;
        request.set_survivor_id(std::stoll(idOf(survivor)));
        for (const json* customer : {&survivor, &other}) {
            auto* version = request.add_versions();
            version->set_customer_id(std::stoll(idOf(*customer)));
            version->set_version(std::stoll(customer->at("version").get<std::string>()));
        }
        request.set_request_id("5c3b7a1e-2f64-4a0b-9d1c-7e8f90a1b2c3");
        grpc::ClientContext context;
        client::prepareCall(context, {office().signIn("ha", std::string(demo::kPassword)), "e2e", "test 1"},
                            std::chrono::seconds(20));
        v1::MergeCustomersResponse answer;
        const grpc::Status status = stub->MergeCustomers(&context, request, &answer);
        ASSERT_TRUE(status.ok()) << status.error_message();
    }
};

TEST_F(CtlCustomerCodes, nameCustomersLikeIds)
{
    const Ctl minh(office(), "minh");
    const json customer = made(minh, "Trần Thị Mã");
    const std::string code = codeOf(customer);

    EXPECT_EQ(minh.customer(code), minh.customer(idOf(customer)));
    EXPECT_EQ(minh.customer("kh" + code.substr(2)).at("code"), code);
    EXPECT_EQ(minh.json({"customer", "update", code, R"({"note":"theo mã"})"}).at("customer").at("note"), "theo mã");
    EXPECT_EQ(minh.json({"customer", "history", code}).at("entries").size(), 2u);
    EXPECT_EQ(minh.exitCode({"activity", "list", "--customer", code}), 0);
    EXPECT_EQ(minh.exitCode({"care", "list", "--customer", code}), 0);
    EXPECT_EQ(minh.exitCode({"duplicate", "check", "--customer", code}),
              minh.exitCode({"duplicate", "check", "--id", idOf(customer)}));
    for (const char* act : {"start", "stop"}) {
        const auto byCode = minh.run({"sequence", act, "987654321", code});
        const auto byId = minh.run({"sequence", act, "987654321", idOf(customer)});
        EXPECT_EQ(byCode.errors, byId.errors) << "about the sequence that is not there";
        EXPECT_EQ(byCode.exitCode, byId.exitCode);
        EXPECT_NE(byCode.exitCode, 2) << byCode.errors;
    }
}

TEST_F(CtlCustomerCodes, nameSeveralCustomersAtOnce)
{
    const Ctl leader(office(), "ha");
    const Ctl minh(office(), "minh");
    const json first = made(minh, "Ngô Một");
    const json second = made(minh, "Ngô Hai");
    const std::string heir = std::to_string(Ctl(office(), "diep").userId());

    const json answer = leader.json({"customer", "assign", "--to", heir, codeOf(first), idOf(second)});
    ASSERT_EQ(answer.at("customers").size(), 2u);
    for (const json& customer : answer.at("customers"))
        EXPECT_EQ(customer.at("owner_user_id"), heir);
}

TEST_F(CtlCustomerCodes, nameTheCustomerOfAFile)
{
    const Ctl minh(office(), "minh");
    const json customer = made(minh, "Lâm Có Tệp");
    const auto file = office().directory() / "bao-gia.txt";
    std::ofstream(file) << "1.500.000 đ";

    minh.json({"attachment", "add", "--customer", codeOf(customer), file.string()});
    EXPECT_EQ(minh.json({"attachment", "list", "--customer", codeOf(customer)}).at("attachments").size(), 1u);
    EXPECT_EQ(minh.json({"attachment", "list", "--customer", idOf(customer)}).at("attachments").size(), 1u);
}

TEST_F(CtlCustomerCodes, reachTheBin)
{
    const Ctl leader(office(), "ha");
    const std::string code = codeOf(made(Ctl(office(), "minh"), "Phạm Thị Bỏ"));

    leader.json({"customer", "delete", code});
    EXPECT_EQ(leader.customer(code).at("code"), code);
    leader.json({"customer", "undelete", code});
    EXPECT_EQ(leader.json({"customer", "search", code}).at("customers").size(), 1u);
}

TEST_F(CtlCustomerCodes, ofBeforeAMergeNameTheSurvivor)
{
    const Ctl minh(office(), "minh");
    const json survivor = made(minh, "Vũ Ở Lại");
    const json other = made(minh, "Đặng Nhập Vào");
    merge(survivor, other);

    EXPECT_EQ(minh.customer(codeOf(other)).at("id"), idOf(survivor));
}

TEST_F(CtlCustomerCodes, areNamedWhereNobodyHasThemOrMaySeeIt)
{
    const Ctl elsewhere(office(), "khoa");
    const std::string code = codeOf(made(Ctl(office(), "minh"), "Lý Kín Đáo"));

    for (const std::string& asked : {code, std::string("KH999999")}) {
        const auto refused = elsewhere.run({"customer", "get", asked});
        EXPECT_EQ(refused.exitCode, 5);
        EXPECT_THAT(refused.errors, HasSubstr("customer.not_found [code=" + asked + "]"));
        EXPECT_THAT(refused.errors, HasSubstr("no customer that you may see has this code"));
    }
}

} // namespace
} // namespace banhang::test
