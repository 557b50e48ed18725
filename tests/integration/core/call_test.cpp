// The life of one call: admission, envelope, repeats, cancellation, masks and errors, through a real client.
#include <atomic>
#include <thread>

#include <fmt/format.h>

#include "banhang/v1/customers.grpc.pb.h"
#include "banhang/v1/ops.grpc.pb.h"
#include "banhang/v1/picklists.grpc.pb.h"
#include "server/core/change_log/change_recorder.h"
#include "tests/support/server_fixture.h"
#include "tests/support/wait_until.h"

#include <nlohmann/json.hpp>

namespace banhang::test {
namespace {

using namespace banhang::server;

constexpr Statement kInsertItem{"INSERT INTO banhang.pick_item (list_key, key, label_vi, position)"
                                " VALUES ('t', $1, 'x', 1) RETURNING id"};
constexpr Statement kSleep{"SELECT pg_sleep($1::float8)"};
constexpr const char* kSleepers =
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
constexpr Statement kDivide{"SELECT 1 / $1::int"};
constexpr Statement kRewritePast{"DELETE FROM banhang.change_log"};

/// What the bodies of this test's services do.
struct Behaviour
{
    std::atomic<int> runs = 0;
    std::function<void(Call&)> onRead = [](Call&) {};
    std::function<void(Call&)> beforeInsert = [](Call&) {};
};

class Picklists final : public v1::PicklistsService::CallbackService
{
public:
    Picklists(CallRunner& calls, Behaviour& behaviour) : m_calls(calls), m_behaviour(behaviour) {}

    grpc::ServerUnaryReactor* ListPickItems(grpc::CallbackServerContext* context,
                                            const v1::ListPickItemsRequest* request,
                                            v1::ListPickItemsResponse* response) override
    {
        return m_calls.read<v1::ListPickItemsRequest, v1::ListPickItemsResponse>(
            context, "PicklistsService.ListPickItems", request, response,
            [this](Call& call, const v1::ListPickItemsRequest&, v1::ListPickItemsResponse& reply) {
                ++m_behaviour.runs;
                m_behaviour.onRead(call);
                reply.set_next_page_token(std::to_string(call.caller.userId));
            });
    }
    grpc::ServerUnaryReactor* CreatePickItem(grpc::CallbackServerContext* context,
                                             const v1::CreatePickItemRequest* request, v1::PickItem* response) override
    {
        return m_calls.write<v1::CreatePickItemRequest, v1::PickItem>(
            context, "PicklistsService.CreatePickItem", request, response,
            [this](Call& call, const v1::CreatePickItemRequest& wanted, v1::PickItem& reply) {
                ++m_behaviour.runs;
                m_behaviour.beforeInsert(call);
                reply.set_id(call.tx.query(kInsertItem, wanted.item().key()).front().int64(0));
                recordChange(call,
                             {.entity = "pick_item",
                              .entityId = reply.id(),
                              .version = 1,
                              .operation = "create",
                              .unitBefore = {},
                              .unitAfter = 0,
                              .granteeId = {}},
                             nlohmann::json::object());
            });
    }
    /// Without a transaction of its own.
    grpc::ServerUnaryReactor* UpdatePickItem(grpc::CallbackServerContext* context,
                                             const v1::UpdatePickItemRequest* request, v1::PickItem* response) override
    {
        return m_calls.multiTransaction<v1::UpdatePickItemRequest, v1::PickItem>(
            context, "PicklistsService.UpdatePickItem", request, response,
            [this](MultiTransactionCall& outer, const v1::UpdatePickItemRequest& wanted, v1::PickItem& reply) {
                ++m_behaviour.runs;
                outer.finish([&](Call& call) {
                    reply.set_id(call.tx.query(kInsertItem, wanted.item().key()).front().int64(0));
                });
            });
    }

private:
    CallRunner& m_calls;
    Behaviour& m_behaviour;
};

class Customers final : public v1::CustomersService::CallbackService
{
public:
    explicit Customers(CallRunner& calls) : m_calls(calls) {}

    grpc::ServerUnaryReactor* GetCustomer(grpc::CallbackServerContext* context, const v1::GetCustomerRequest* request,
                                          v1::Customer* response) override
    {
        return m_calls.read<v1::GetCustomerRequest, v1::Customer>(
            context, "CustomersService.GetCustomer", request, response,
            [](Call&, const v1::GetCustomerRequest&, v1::Customer& reply) {
                reply.set_name("Lan");
                reply.add_phones()->set_number("0912345678");
                reply.mutable_phones(0)->set_zalo(true);
                auto& contact = *reply.add_contacts();
                contact.set_name("Minh");
                contact.add_phones()->set_number("0912345679");
                reply.add_emails()->set_address("lan@example.vn");
            });
    }

private:
    CallRunner& m_calls;
};

class Ops final : public v1::OpsService::CallbackService
{
public:
    explicit Ops(CallRunner& calls) : m_calls(calls) {}

    grpc::ServerUnaryReactor* GetServerInfo(grpc::CallbackServerContext* context,
                                            const v1::GetServerInfoRequest* request, v1::ServerInfo* response) override
    {
        return m_calls.read<v1::GetServerInfoRequest, v1::ServerInfo>(
            context, "OpsService.GetServerInfo", request, response,
            [](Call& call, const v1::GetServerInfoRequest&, v1::ServerInfo& reply) {
                reply.set_version(call.address + "/" + std::to_string(call.caller.userId));
            });
    }

private:
    CallRunner& m_calls;
};

class CallTest : public ServerFixture
{
protected:
    using Stub = v1::PicklistsService::Stub;

    ~CallTest() override { stopServer(); }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<Picklists>(parts.calls, m_behaviour));
        services.push_back(std::make_unique<Customers>(parts.calls));
        services.push_back(std::make_unique<Ops>(parts.calls));
        return services;
    }
    void addConstraints(ConstraintErrors& errors) override
    {
        errors.add("pick_item_key_unique", ErrorCode::AlreadyExists, "pick_item.key_taken");
    }
    TestUser clerk()
    {
        return world().addUserWith("clerk", world().company(),
                                   {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_OWN}},
                                   {v1::SENSITIVE_FIELD_PHONE});
    }
    TestUser editor()
    {
        return world().addUserWith("editor", world().company(),
                                   {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL}});
    }
    static v1::CreatePickItemRequest creation(const std::string& key)
    {
        v1::CreatePickItemRequest request;
        request.mutable_item()->set_key(key);
        request.set_request_id(newRequestId());
        return request;
    }
    std::int64_t items() { return sql().number("SELECT count(*) FROM banhang.pick_item WHERE list_key = 't'"); }

    Behaviour m_behaviour;
};

TEST_F(CallTest, openMethodsNeedNoSession)
{
    auto ops = stub<v1::OpsService>();
    EXPECT_EQ(call(*ops, &v1::OpsService::Stub::GetServerInfo, {}).version(), "127.0.0.1/0");
}

TEST_F(CallTest, othersRefuseStrangersAndEndedSessions)
{
    auto lists = stub<v1::PicklistsService>();
    EXPECT_EQ(refusal(*lists, &Stub::ListPickItems, {}).key(), "session.missing");
    EXPECT_EQ(refusal(*lists, &Stub::ListPickItems, {}, "made-up").code(), ErrorCode::SignedOut);
    const TestUser user = clerk();
    const std::string token = world().signIn(user);
    EXPECT_EQ(call(*lists, &Stub::ListPickItems, {}, token).next_page_token(), std::to_string(user.id));
    world().endSession(token);
    EXPECT_EQ(refusal(*lists, &Stub::ListPickItems, {}, token).code(), ErrorCode::SignedOut);
    EXPECT_EQ(items(), 0);
}

TEST_F(CallTest, aRightIsAskedBeforeTheRequestIsLookedAt)
{
    auto lists = stub<v1::PicklistsService>();
    const TestUser user = clerk();
    const std::string token = world().signIn(user);
    const AppError error = refusal(*lists, &Stub::CreatePickItem, creation("a"), token);
    EXPECT_EQ(error.code(), ErrorCode::Denied);
    EXPECT_EQ(error.detail().args().at("right"), "picklist.edit");
    EXPECT_EQ(m_behaviour.runs, 0);
    EXPECT_EQ(items(), 0);
}

TEST_F(CallTest, grantedAndWithdrawnRightsHoldForTheVeryNextCall)
{
    auto lists = stub<v1::PicklistsService>();
    const TestUser user = clerk();
    const std::int64_t editors = world().addGroup("editors", {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL}});
    const std::string token = world().signIn(user);
    refusal(*lists, &Stub::CreatePickItem, creation("a"), token);
    world().join(user, editors);
    EXPECT_GT(call(*lists, &Stub::CreatePickItem, creation("a"), token).id(), 0);
    world().leave(user, editors);
    EXPECT_EQ(refusal(*lists, &Stub::CreatePickItem, creation("b"), token).code(), ErrorCode::Denied);
    EXPECT_EQ(items(), 1);
}

TEST_F(CallTest, aFirstPasswordMustBeChangedFirst)
{
    auto lists = stub<v1::PicklistsService>();
    const TestUser user = clerk();
    sql().run("UPDATE banhang.app_user SET must_change_password = true, rights_version = rights_version + 1");
    EXPECT_EQ(refusal(*lists, &Stub::ListPickItems, {}, world().signIn(user)).key(),
              "identity.password_change_required");
}

TEST_F(CallTest, aCallWithoutDeadlineIsRefused)
{
    auto ops = stub<v1::OpsService>();
    grpc::ClientContext endless;
    v1::ServerInfo reply;
    const grpc::Status status = ops->GetServerInfo(&endless, {}, &reply);
    EXPECT_EQ(fromStatus(status).key(), "call.deadline_missing");
}

TEST_F(CallTest, aRepeatReturnsTheFirstAnswer)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    const auto request = creation("a");
    const std::int64_t id = call(*lists, &Stub::CreatePickItem, request, token).id();
    EXPECT_EQ(call(*lists, &Stub::CreatePickItem, request, token).id(), id);
    EXPECT_EQ(items(), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log"), 1);
}

TEST_F(CallTest, anIdUsedForSomethingElseIsRefused)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    auto request = creation("a");
    call(*lists, &Stub::CreatePickItem, request, token);
    request.mutable_item()->set_key("b");
    EXPECT_EQ(refusal(*lists, &Stub::CreatePickItem, request, token).key(), "call.request_id_reused");
    request.set_request_id("not-a-uuid");
    EXPECT_EQ(refusal(*lists, &Stub::CreatePickItem, request, token).key(), "call.request_id_invalid");
    EXPECT_EQ(items(), 1);
}

TEST_F(CallTest, repeatsAtTheSameTimeAreStoredOnce)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    for (int round = 0; round < 10; ++round) {
        const auto request = creation("k" + std::to_string(round));
        std::vector<std::thread> clients;
        std::vector<std::int64_t> ids(6);
        clients.reserve(ids.size());
        for (std::int64_t& id : ids)
            clients.emplace_back([&] { id = call(*lists, &Stub::CreatePickItem, request, token).id(); });
        for (std::thread& client : clients)
            client.join();
        for (const std::int64_t id : ids)
            EXPECT_EQ(id, ids.front());
        EXPECT_EQ(items(), round + 1);
    }
}

TEST_F(CallTest, aCallOfSeveralTransactionsIsRepeatableToo)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    v1::UpdatePickItemRequest request;
    request.mutable_item()->set_key("staged");
    request.set_request_id(newRequestId());
    const std::int64_t id = call(*lists, &Stub::UpdatePickItem, request, token).id();
    EXPECT_EQ(call(*lists, &Stub::UpdatePickItem, request, token).id(), id);
    EXPECT_EQ(m_behaviour.runs, 1);
    EXPECT_EQ(items(), 1);
}

TEST_F(CallTest, aRegisteredConstraintIsARefusalAndAnyOtherFailureAFault)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    call(*lists, &Stub::CreatePickItem, creation("a"), token);
    const AppError taken = refusal(*lists, &Stub::CreatePickItem, creation("a"), token);
    EXPECT_EQ(taken.code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(taken.key(), "pick_item.key_taken");
    m_behaviour.onRead = [](Call& reading) { reading.tx.query(kDivide, 0); };
    const AppError fault = refusal(*lists, &Stub::ListPickItems, {}, token);
    EXPECT_EQ(fault.code(), ErrorCode::Internal);
    EXPECT_EQ(fault.detail().incident_id().size(), 16U);
}

TEST_F(CallTest, whatTheSecondWallForbidsIsDenied)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    m_behaviour.beforeInsert = [](Call& writing) { writing.tx.query(kRewritePast); };
    const AppError error = refusal(*lists, &Stub::CreatePickItem, creation("a"), token);
    EXPECT_EQ(error.code(), ErrorCode::Denied);
    EXPECT_EQ(error.detail().args().at("right"), "picklist.edit");
}

TEST_F(CallTest, aBodyThatRefusesHearsNothingMore)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(clerk());
    std::atomic<int> heard = 0;
    m_behaviour.onRead = [&heard](Call& reading) {
        reading.tx.expect(
            kDivide, [&heard](const Rows&) { ++heard; }, 1);
        throw AppError(ErrorCode::NotFound, "customer.not_found");
    };
    EXPECT_EQ(refusal(*lists, &Stub::ListPickItems, {}, token).code(), ErrorCode::NotFound);
    EXPECT_EQ(heard, 0);
}

TEST_F(CallTest, deadlinesReachTheDatabase)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    m_behaviour.onRead = [](Call& reading) { reading.tx.query(kSleep, 60.0); };
    const auto hurried = context(token, std::chrono::milliseconds(300));
    v1::ListPickItemsResponse reply;
    EXPECT_EQ(lists->ListPickItems(hurried.get(), {}, &reply).error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
    EXPECT_TRUE(waitUntil([this] { return sql().number(kSleepers) == 0; }));
}

TEST_F(CallTest, aCancelledCallCancelsItsQuery)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    m_behaviour.onRead = [](Call& reading) { reading.tx.query(kSleep, 60.0); };
    const auto impatient = context(token, std::chrono::seconds(50));
    std::thread client([&] {
        v1::ListPickItemsResponse reply;
        EXPECT_EQ(lists->ListPickItems(impatient.get(), {}, &reply).error_code(), grpc::StatusCode::CANCELLED);
    });
    EXPECT_TRUE(waitUntil([this] { return sql().number(kSleepers) > 0; }));
    impatient->TryCancel();
    client.join();
    EXPECT_TRUE(waitUntil([this] { return sql().number(kSleepers) == 0; }));
    m_behaviour.onRead = [](Call&) {};
    for (int i = 0; i < 10; ++i)
        call(*lists, &Stub::ListPickItems, {}, token);
}

TEST_F(CallTest, masksClearWhatMayNotBeSeenAndNameIt)
{
    auto customers = stub<v1::CustomersService>();
    const v1::Customer seen = call(*customers, &v1::CustomersService::Stub::GetCustomer, {}, world().signIn(clerk()));
    EXPECT_EQ(seen.name(), "Lan");
    EXPECT_EQ(seen.phones(0).number(), "");
    EXPECT_TRUE(seen.phones(0).zalo());
    EXPECT_EQ(seen.contacts(0).name(), "Minh");
    EXPECT_EQ(seen.contacts(0).phones(0).number(), "");
    EXPECT_EQ(seen.emails(0).address(), "lan@example.vn");
    EXPECT_EQ(std::vector<std::string>(seen.masked_fields().begin(), seen.masked_fields().end()),
              (std::vector<std::string>{"phones", "contacts"}));
}

TEST_F(CallTest, callsAreCountedByMethodAndCode)
{
    auto ops = stub<v1::OpsService>();
    call(*ops, &v1::OpsService::Stub::GetServerInfo, {});
    const std::string text = parts().metrics.text();
    EXPECT_NE(text.find("banhang_calls_total{code=\"OK\",method=\"OpsService.GetServerInfo\"} 1"), std::string::npos)
        << text.substr(0, 2000);
}

TEST_F(CallTest, whatACallAsksOfTheDatabaseIsCounted)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    const auto counted = [this](const std::string& what) {
        const std::string name = "\nbanhang_call_" + what + "_total{method=\"PicklistsService.CreatePickItem\"} ";
        const std::string text = parts().metrics.text();
        return std::stoi(text.substr(text.find(name) + name.size()));
    };
    const auto costOf = [&](const std::string& key) {
        std::vector<int> cost{-counted("statements"), -counted("round_trips"), -counted("rows")};
        call(*lists, &Stub::CreatePickItem, creation(key), token);
        cost[0] += counted("statements");
        cost[1] += counted("round_trips");
        cost[2] += counted("rows");
        return cost;
    };
    costOf("first");
    const std::vector<int> usual = costOf("usual");
    EXPECT_EQ(costOf("same"), usual);
    m_behaviour.beforeInsert = [](Call& call) { call.tx.query(kDivide, 1); };
    EXPECT_EQ(costOf("dearer"), (std::vector<int>{usual[0] + 1, usual[1] + 1, usual[2] + 1}));
}

TEST_F(CallTest, nothingAcknowledgedIsLostWhenPostgresDiesUnderLoad)
{
    auto lists = stub<v1::PicklistsService>();
    const std::string token = world().signIn(editor());
    std::atomic<bool> done = false;
    std::atomic<int> acknowledged = 0;
    std::vector<std::vector<std::string>> stored(4);
    std::atomic<int> unclean = 0;
    std::vector<std::thread> clients;
    clients.reserve(stored.size());
    for (std::size_t client = 0; client < stored.size(); ++client)
        clients.emplace_back([&, client] {
            for (int i = 0; !done; ++i) {
                const std::string key = fmt::format("c{}_{}", client, i);
                try {
                    call(*lists, &Stub::CreatePickItem, creation(key), token);
                    stored[client].push_back(key);
                    ++acknowledged;
                } catch (const AppError& error) {
                    unclean += error.code() != ErrorCode::Unavailable && error.code() != ErrorCode::Timeout;
                }
            }
        });
    const auto waitForMore = [&] {
        const int before = acknowledged;
        EXPECT_TRUE(waitUntil([&] { return acknowledged >= before + 50; }));
    };
    waitForMore();
    PgCluster::shared().stop();
    PgCluster::shared().start();
    waitForMore();
    PgCluster::shared().crash();
    PgCluster::shared().start();
    waitForMore();
    done = true;
    for (std::thread& client : clients)
        client.join();
    EXPECT_EQ(unclean, 0);
    SqlSession fresh(access("postgres"));
    for (const auto& keys : stored)
        for (const std::string& key : keys)
            EXPECT_EQ(fresh.number("SELECT count(*) FROM banhang.pick_item WHERE list_key = 't' AND key = $1", {key}),
                      1)
                << key;
}

} // namespace
} // namespace banhang::test
