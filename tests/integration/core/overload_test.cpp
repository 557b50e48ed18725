// More calls than the database threads can serve: who is turned away, and that nothing acknowledged is lost.
#include <future>
#include <thread>
#include <utility>

#include "banhang/v1/picklists.grpc.pb.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {
namespace {

using namespace banhang::server;

constexpr Statement kInsertItem{"INSERT INTO banhang.pick_item (list_key, key, label_vi, position)"
                                " VALUES ('t', $1, 'x', 1) RETURNING id"};
constexpr Statement kOne{"SELECT 1"};

class Picklists final : public v1::PicklistsService::CallbackService
{
public:
    Picklists(CallRunner& calls, const std::function<void()>& beforeInsert)
        : m_calls(calls), m_beforeInsert(beforeInsert)
    {
    }

    grpc::ServerUnaryReactor* CreatePickItem(grpc::CallbackServerContext* context,
                                             const v1::CreatePickItemRequest* request, v1::PickItem* response) override
    {
        return m_calls.write<v1::CreatePickItemRequest, v1::PickItem>(
            context, "PicklistsService.CreatePickItem", request, response,
            [this](Call& call, const v1::CreatePickItemRequest& wanted, v1::PickItem& reply) {
                m_beforeInsert();
                reply.set_id(call.tx.query(kInsertItem, wanted.item().key()).front().int64(0));
            });
    }

private:
    CallRunner& m_calls;
    const std::function<void()>& m_beforeInsert;
};

/// A single thread; a line that has not run empty stands, and whoever is late in it is late at once.
class OverloadTest : public ServerFixture
{
protected:
    OverloadTest()
    {
        m_appThreads = 1;
        m_appQueue = {.most = 2, .burst = std::chrono::milliseconds(0), .standing = std::chrono::milliseconds(0)};
    }
    ~OverloadTest() override { stopServer(); }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<Picklists>(parts.calls, m_beforeInsert));
        return services;
    }

    void SetUp() override
    {
        m_lists = stub<v1::PicklistsService>();
        m_token = world().signIn(world().addUserWith("editor", world().company(),
                                                     {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL}}));
    }

    /// "stored", or why it was turned away.
    std::future<std::string> create(const std::string& key)
    {
        return std::async(std::launch::async, [this, key]() -> std::string {
            v1::CreatePickItemRequest request;
            request.mutable_item()->set_key(key);
            request.set_request_id(newRequestId());
            try {
                call(*m_lists, &v1::PicklistsService::Stub::CreatePickItem, request, m_token);
                return "stored";
            } catch (const AppError& error) {
                const bool comesBack =
                    error.code() == ErrorCode::Throttled && error.detail().args().contains("retry_ms");
                return comesBack ? error.key() : "no invitation: " + error.key();
            }
        });
    }
    void waitForQueued(std::size_t queued)
    {
        while (app().stats().queued != queued)
            std::this_thread::yield();
    }

    std::function<void()> m_beforeInsert = [] {};
    std::unique_ptr<v1::PicklistsService::Stub> m_lists;
    std::string m_token;
};

TEST_F(OverloadTest, whoWaitsTooLongOrFindsNoRoomIsAskedToComeBack)
{
    std::promise<void> begun;
    std::promise<void> goOn;
    m_beforeInsert = [&, isFirst = true]() mutable {
        if (!std::exchange(isFirst, false))
            return;
        begun.set_value();
        goOn.get_future().wait();
    };
    auto running = create("running");
    begun.get_future().wait();
    auto late = create("late");
    waitForQueued(1);
    auto later = create("later");
    waitForQueued(2);
    EXPECT_EQ(create("no_room").get(), "server.busy");
    goOn.set_value();
    EXPECT_EQ(running.get(), "stored");
    EXPECT_EQ(late.get(), "server.busy");
    EXPECT_EQ(later.get(), "server.busy");
    EXPECT_EQ(app().stats().turnedAway, 3);
    EXPECT_EQ(create("afterwards").get(), "stored");
    EXPECT_EQ(sql().text("SELECT string_agg(key, ' ' ORDER BY id) FROM banhang.pick_item WHERE list_key = 't'"),
              "running afterwards");
}

TEST_F(OverloadTest, workForWhichAThreadWaitsIsNeverTurnedAway)
{
    std::promise<void> begun;
    std::promise<void> goOn;
    auto running = std::async(std::launch::async, [&] {
        app().inTransaction({}, Tx::Mode::ReadOnly, [&](Tx&) {
            begun.set_value();
            goOn.get_future().wait();
        });
    });
    begun.get_future().wait();
    std::vector<std::future<int>> waiting;
    for (int i = 0; i < 5; ++i)
        waiting.push_back(std::async(std::launch::async, [&] {
            return app().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) { return tx.query(kOne).size(); });
        }));
    waitForQueued(waiting.size());
    goOn.set_value();
    for (auto& one : waiting)
        EXPECT_EQ(one.get(), 1);
    running.get();
    EXPECT_EQ(app().stats().turnedAway, 0);
}

} // namespace
} // namespace banhang::test
