#include "client/core/rpc_client.h"

#include <QThread>

#include <gtest/gtest.h>

#include "client/customers/customers_api.h"
#include "client/identity/identity_api.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::FakeServer;
using test::waitUntil;

struct RpcClientTest : testing::Test
{
    FakeServer server;
    RpcClient rpc{server.channel(), QStringLiteral("máy thử"), nullptr, test::kPatient};
    CustomersApi customers{rpc};
    IdentityApi identity{rpc};
    QObject receiver;
};

TEST_F(RpcClientTest, answersInTheThreadOfTheInterface)
{
    QThread* thread = nullptr;
    const auto call = identity.serverInfo(&receiver, [&](const Outcome<v1::ServerInfo>& outcome) {
        EXPECT_TRUE(outcome.isOk());
        thread = QThread::currentThread();
    });
    EXPECT_TRUE(waitUntil([&] { return thread != nullptr; }));
    EXPECT_EQ(thread, QThread::currentThread());
    EXPECT_FALSE(call.isActive());
}

TEST_F(RpcClientTest, neverBlocksTheInterface)
{
    server.hold("GetServerInfo");
    bool isAnswered = false;
    const auto call = identity.serverInfo(&receiver, [&](const Outcome<v1::ServerInfo>&) { isAnswered = true; });
    // The call has come back although the server has not answered.
    EXPECT_TRUE(waitUntil([&] { return server.calls("GetServerInfo") == 1; }));
    EXPECT_FALSE(isAnswered);
    EXPECT_TRUE(call.isActive());
    server.release("GetServerInfo");
    EXPECT_TRUE(waitUntil([&] { return isAnswered; }));
}

TEST_F(RpcClientTest, aDroppedCallNeverAnswers)
{
    server.hold("GetServerInfo");
    bool isAnswered = false;
    {
        const auto call = identity.serverInfo(&receiver, [&](const Outcome<v1::ServerInfo>&) { isAnswered = true; });
        EXPECT_TRUE(waitUntil([&] { return server.calls("GetServerInfo") == 1; }));
    }
    server.release("GetServerInfo");
    bool isLaterAnswered = false;
    const auto later = identity.getMe(&receiver, [&](const Outcome<v1::Me>&) { isLaterAnswered = true; });
    EXPECT_TRUE(waitUntil([&] { return isLaterAnswered; }));
    EXPECT_FALSE(isAnswered);
}

TEST_F(RpcClientTest, aReceiverThatIsGoneGetsNothing)
{
    server.hold("GetServerInfo");
    bool isAnswered = false;
    auto gone = std::make_unique<QObject>();
    const auto call = identity.serverInfo(gone.get(), [&](const Outcome<v1::ServerInfo>&) { isAnswered = true; });
    gone.reset();
    server.release("GetServerInfo");
    EXPECT_TRUE(waitUntil([&] { return !call.isActive(); }));
    EXPECT_FALSE(isAnswered);
}

TEST_F(RpcClientTest, endsWithCallsUnderWay)
{
    server.hold("GetMe");
    auto other = std::make_unique<RpcClient>(server.channel(), QString(), nullptr, test::kPatient);
    IdentityApi otherApi(*other);
    auto call = otherApi.getMe(&receiver, [](const Outcome<v1::Me>&) { FAIL(); });
    EXPECT_TRUE(waitUntil([&] { return server.calls("GetMe") == 1; }));
    other.reset();
    EXPECT_FALSE(call.isActive());
}

TEST_F(RpcClientTest, noCallOfATestEndsBecauseTheMachineStoodStill)
{
    const Method<v1::GetMeRequest, v1::Me> method("banhang.v1.IdentityService.GetMe");
    bool isAnswered = false;
    const auto call = rpc.call<v1::GetMeRequest, v1::Me>(
        method, {}, &receiver, [&](const Outcome<v1::Me>& outcome) { isAnswered = outcome.isOk(); }, {.timeoutMs = 0});
    EXPECT_TRUE(waitUntil([&] { return !call.isActive(); }));
    EXPECT_TRUE(isAnswered);
}

TEST_F(RpcClientTest, repeatsAWriteWithTheSameRequestId)
{
    server.failNext("CreateCustomer", AppError(ErrorCode::Unavailable, "database.unavailable"));
    bool isDone = false;
    const auto call = customers.create({}, &receiver, [&](const Outcome<v1::CustomerChangeResponse>& outcome) {
        EXPECT_TRUE(outcome.isOk());
        isDone = true;
    });
    EXPECT_TRUE(waitUntil([&] { return isDone; }));
    const auto ids = server.requestIds();
    ASSERT_EQ(ids.size(), 2U);
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_EQ(ids[0].size(), 36U);
}

TEST_F(RpcClientTest, repeatsReadsButGivesUpInTheEnd)
{
    server.failNext("GetCustomer", AppError(ErrorCode::Unavailable, "database.unavailable"), 3);
    std::string key;
    const auto call =
        customers.get(1, &receiver, [&](const Outcome<v1::Customer>& outcome) { key = outcome.error().key(); });
    EXPECT_TRUE(waitUntil([&] { return !key.empty(); }));
    EXPECT_EQ(key, "database.unavailable");
    EXPECT_EQ(server.calls("GetCustomer"), 3);
}

TEST_F(RpcClientTest, neverRepeatsASignIn)
{
    server.failNext("SignIn", AppError(ErrorCode::Unavailable, "database.unavailable"));
    bool isDone = false;
    const auto call = identity.signIn(QStringLiteral("minh"), QStringLiteral("right"), &receiver,
                                      [&](const Outcome<v1::SignInResponse>& outcome) {
                                          EXPECT_FALSE(outcome.isOk());
                                          isDone = true;
                                      });
    EXPECT_TRUE(waitUntil([&] { return isDone; }));
    EXPECT_EQ(server.calls("SignIn"), 1);
}

TEST_F(RpcClientTest, comesBackWhenAskedToEvenWithASignIn)
{
    server.failNext("SignIn", AppError(ErrorCode::Throttled, "server.busy", {{"retry_ms", "250"}}));
    bool isSignedIn = false;
    const auto call = identity.signIn(QStringLiteral("minh"), QStringLiteral("right"), &receiver,
                                      [&](const Outcome<v1::SignInResponse>& outcome) { isSignedIn = outcome.isOk(); });
    EXPECT_TRUE(waitUntil([&] { return isSignedIn; }));
    EXPECT_EQ(server.calls("SignIn"), 2);
}

TEST_F(RpcClientTest, aDelayAfterWrongPasswordsIsNoInvitation)
{
    server.failNext("SignIn", AppError(ErrorCode::Throttled, "identity.sign_in_delayed", {{"seconds", "1"}}));
    std::string key;
    const auto call = identity.signIn(QStringLiteral("minh"), QStringLiteral("right"), &receiver,
                                      [&](const Outcome<v1::SignInResponse>& outcome) { key = outcome.error().key(); });
    EXPECT_TRUE(waitUntil([&] { return !key.empty(); }));
    EXPECT_EQ(key, "identity.sign_in_delayed");
    EXPECT_EQ(server.calls("SignIn"), 1);
}

TEST_F(RpcClientTest, carriesFieldIssuesOfARefusal)
{
    v1::ErrorDetail detail;
    detail.set_key("call.invalid");
    *detail.add_issues() = fieldIssue(v1::SEVERITY_ERROR, "name", "customer.name.missing");
    server.failNext("CreateCustomer", AppError(ErrorCode::Invalid, detail));
    std::string path;
    const auto call = customers.create({}, &receiver, [&](const Outcome<v1::CustomerChangeResponse>& outcome) {
        ASSERT_FALSE(outcome.isOk());
        path = outcome.error().detail().issues(0).path();
    });
    EXPECT_TRUE(waitUntil([&] { return !path.empty(); }));
    EXPECT_EQ(path, "name");
}

TEST_F(RpcClientTest, tellsThatTheSessionEndedOnlyWhileThereIsOne)
{
    int told = 0;
    QObject::connect(&rpc, &RpcClient::signedOut, &receiver, [&] { ++told; });
    for (const bool hasToken : {false, true}) {
        rpc.setToken(hasToken ? QByteArray("token") : QByteArray());
        server.failNext("GetMe", AppError(ErrorCode::SignedOut, "session.ended"));
        bool isDone = false;
        const auto call = identity.getMe(&receiver, [&](const Outcome<v1::Me>&) { isDone = true; });
        EXPECT_TRUE(waitUntil([&] { return isDone; }));
    }
    EXPECT_EQ(told, 1);
}

TEST_F(RpcClientTest, whatWasLetGoIsHeardOnlyInItsSession)
{
    for (const bool isSame : {true, false}) {
        rpc.setToken("hers");
        server.hold("GetMe");
        const int before = server.calls("GetMe");
        bool isHeard = false;
        identity.getMe(&receiver, [&](const Outcome<v1::Me>&) { isHeard = true; }).release();
        EXPECT_TRUE(waitUntil([&] { return server.calls("GetMe") == before + 1; }));
        rpc.setToken(isSame ? "hers" : "his");
        server.release("GetMe");
        EXPECT_TRUE(waitUntil([&] { return rpc.openCalls() == 0; }));
        EXPECT_EQ(isHeard, isSame);
    }
}

TEST_F(RpcClientTest, aFurtherTryGoesInTheNameOfWhoBeganIt)
{
    rpc.setToken("hers");
    server.failNext("GetMe", AppError(ErrorCode::Throttled, "server.busy", {{"retry_ms", "250"}}));
    bool isDone = false;
    const auto call = identity.getMe(&receiver, [&](const Outcome<v1::Me>&) { isDone = true; });
    EXPECT_TRUE(waitUntil([&] { return server.calls("GetMe") == 1; }));
    rpc.setToken("his");
    EXPECT_TRUE(waitUntil([&] { return isDone; }));
    EXPECT_EQ(server.tokens("GetMe"), (std::vector<std::string>{"hers", "hers"}));
}

TEST_F(RpcClientTest, theEndOfAnEarlierSessionIsNotTheEndOfThisOne)
{
    int told = 0;
    QObject::connect(&rpc, &RpcClient::signedOut, &receiver, [&] { ++told; });
    rpc.setToken("hers");
    server.failNext("GetMe", AppError(ErrorCode::SignedOut, "session.ended"));
    server.hold("GetMe");
    bool isDone = false;
    const auto call = identity.getMe(&receiver, [&](const Outcome<v1::Me>&) { isDone = true; });
    EXPECT_TRUE(waitUntil([&] { return server.calls("GetMe") == 1; }));
    rpc.setToken("his");
    server.release("GetMe");
    EXPECT_TRUE(waitUntil([&] { return isDone; }));
    EXPECT_EQ(told, 0);
}

TEST(RpcMethod, refusesNamesAndTypesThatTheContractDoesNotHave)
{
    using Wrong = Method<v1::GetMeRequest, v1::Customer>;
    EXPECT_THROW(Wrong("banhang.v1.IdentityService.GetMe"), std::logic_error);
    EXPECT_THROW(Wrong("banhang.v1.IdentityService.GetMine"), std::logic_error);
}

} // namespace
} // namespace banhang::client
