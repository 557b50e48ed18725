#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "banhang/v1/options.pb.h"
#include "server/core/call/call_context.h"
#include "server/core/rpc/method_table.h"

namespace banhang::server {
namespace {

/// A service with one method that has this option; empty = none.
const google::protobuf::ServiceDescriptor* serviceWith(google::protobuf::DescriptorPool& pool, const std::string& right)
{
    google::protobuf::FileDescriptorProto file;
    file.set_name("test.proto");
    file.add_message_type()->set_name("Nothing");
    auto& service = *file.add_service();
    service.set_name("TestService");
    auto& method = *service.add_method();
    method.set_name("Do");
    method.set_input_type(".Nothing");
    method.set_output_type(".Nothing");
    if (!right.empty())
        method.mutable_options()->SetExtension(v1::required_right, right);
    return pool.BuildFile(file)->service(0);
}

void expectRefused(const std::string& right)
{
    google::protobuf::DescriptorPool pool;
    try {
        MethodTable table({serviceWith(pool, right)});
        FAIL() << "the server would start with '" << right << "'";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("TestService.Do"), std::string::npos);
    }
}

TEST(MethodTable, everyMethodOfOursStatesItsRight)
{
    const MethodTable table(allServices());
    EXPECT_GT(table.size(), 20);
    EXPECT_EQ(table.find("OpsService.GetServerInfo").access.kind, MethodAccess::Kind::Open);
    EXPECT_EQ(rightName(table.find("CustomersService.CreateCustomer").access.right), "customer.create");
    EXPECT_NE(table.find("CustomersService.CreateCustomer").requestId, nullptr);
    EXPECT_EQ(table.find("CustomersService.GetCustomer").requestId, nullptr);
}

TEST(MethodTable, knowsWhatOpenWindowsRepeatByThemselves)
{
    const MethodTable table(allServices());
    EXPECT_TRUE(table.find("ChangesService.ReportPresence").isRepeatedByItself);
    EXPECT_EQ(std::ranges::count_if(table, &MethodInfo::isRepeatedByItself), 1);
}

TEST(MethodTable, aMethodWithoutAValidRightStopsTheStart)
{
    expectRefused("");
    expectRefused("everybody");
    expectRefused("customer.fly");
    expectRefused("unspecified.view");
}

TEST(AddressOfPeer, dropsSchemeAndPort)
{
    EXPECT_EQ(addressOfPeer("ipv4:192.168.1.7:51234"), "192.168.1.7");
    EXPECT_EQ(addressOfPeer("ipv6:%5Bfe80::1%5D:51234"), "fe80::1");
    EXPECT_EQ(addressOfPeer("ipv6:[::1]:51234"), "::1");
    EXPECT_EQ(addressOfPeer("unix:/tmp/socket"), "unix:/tmp/socket");
}

} // namespace
} // namespace banhang::server
