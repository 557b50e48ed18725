// More calls than the database threads can serve: who is turned away, and that nothing acknowledged is lost.
#include <future>
#include <thread>

#include "banhang/v1/picklists.grpc.pb.h"
#include "tests/support/server_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace banhang::server;

constexpr Statement kInsertItem{"INSERT INTO banhang.pick_item (list_key, key, label_vi, position)"
                                " VALUES ('t', $1, 'x', 1) RETURNING id"};
constexpr Statement kOne{"SELECT 1"};

class Picklists final : public v1::PicklistsService::CallbackService
{
public:
    explicit Picklists(CallRunner& calls) : m_calls(calls) {}

    grpc::ServerUnaryReactor* CreatePickItem(grpc::CallbackServerContext* context,
                                             const v1::CreatePickItemRequest* request, v1::PickItem* response) override
    {
        return m_calls.write<v1::CreatePickItemRequest, v1::PickItem>(
            context, "PicklistsService.CreatePickItem", request, response,
            [](Call& call, const v1::CreatePickItemRequest& wanted, v1::PickItem& reply) {
                reply.set_id(call.tx.query(kInsertItem, wanted.item().key()).front().int64(0));
            });
    }

private:
    CallRunner& m_calls;
};

constexpr std::chrono::milliseconds kPatience{20};

/// A single thread; a line that is late stands.
class OverloadTest : public ServerFixture
{
protected:
    OverloadTest()
    {
        m_appThreads = 1;
        m_appQueue = {.most = 2, .patience = kPatience, .watched = 0};
    }
    ~OverloadTest() override { stopServer(); }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<Picklists>(parts.calls));
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
    /// Until `goOn`; returns once it has begun.
    std::future<void> occupyTheThread(std::future<void> goOn)
    {
        const auto begun = std::make_shared<std::promise<void>>();
        auto busy = std::async(std::launch::async, [this, begun, goOn = std::move(goOn)] {
            app().inTransaction({}, Tx::Mode::ReadOnly, [&](Tx&) {
                begun->set_value();
                goOn.wait();
            });
        });
        begun->get_future().wait();
        return busy;
    }
    void waitForQueued(std::size_t queued)
    {
        ASSERT_TRUE(waitUntil([this, queued] { return app().stats().queued == queued; }));
    }

    std::unique_ptr<v1::PicklistsService::Stub> m_lists;
    std::string m_token;
};

TEST_F(OverloadTest, whoWaitsTooLongOrFindsNoRoomIsAskedToComeBack)
{
    std::promise<void> goOn;
    auto busy = occupyTheThread(goOn.get_future());
    auto late = create("late");
    waitForQueued(1);
    auto later = create("later");
    waitForQueued(2);
    EXPECT_EQ(create("no_room").get(), "server.busy");
    std::this_thread::sleep_for(2 * kPatience); // they are to be late, however quick the machine
    goOn.set_value();
    EXPECT_EQ(late.get(), "server.busy");
    EXPECT_EQ(later.get(), "server.busy");
    busy.get();
    // A thread that wakes up slowly makes even a single call late: whoever is asked to come back does so.
    while (create("afterwards").get() != "stored")
        std::this_thread::yield();
    EXPECT_GE(app().stats().rejected, 3);
    EXPECT_EQ(sql().text("SELECT string_agg(key, ' ') FROM banhang.pick_item WHERE list_key = 't'"), "afterwards")
        << "what was said to be stored, and nothing else";
}

TEST_F(OverloadTest, workForWhichAThreadWaitsIsNeverTurnedAway)
{
    std::promise<void> goOn;
    auto busy = occupyTheThread(goOn.get_future());
    constexpr std::size_t kWaiting = 5;
    std::vector<std::future<int>> waiting;
    waiting.reserve(kWaiting);
    for (std::size_t i = 0; i < kWaiting; ++i)
        waiting.push_back(std::async(std::launch::async, [&] {
            return app().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) { return tx.query(kOne).size(); });
        }));
    waitForQueued(waiting.size());
    std::this_thread::sleep_for(2 * kPatience);
    goOn.set_value();
    for (auto& one : waiting)
        EXPECT_EQ(one.get(), 1);
    busy.get();
    EXPECT_EQ(app().stats().rejected, 0);
}

} // namespace
} // namespace banhang::test
