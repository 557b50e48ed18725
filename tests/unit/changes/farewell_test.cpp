// What streams hear of a server that stops while its database is away.
#include <gtest/gtest.h>

#include <future>

#include "server/changes/change_hub.h"
#include "server/core/telemetry/metrics.h"

namespace banhang::server {
namespace {

/// Nobody is asked for: without a database no stream gets that far.
class NoCallers final : public CallerSource
{
public:
    Signed remembered(std::string_view, CalledBy) override { return {}; }
    Signed verify(Tx&, std::string_view, const Signed&) override { return {}; }
    void forget(std::string_view) override {}
    std::shared_ptr<const Caller> load(Tx&, std::int64_t) override { return nullptr; }
};

class RecordingStream final : public ChangeStream
{
public:
    void send(const v1::WatchEvent& event) override { m_events.push_back(event); }
    bool canSend() const override { return true; }
    bool isGone() const override { return false; }
    void finish(const grpc::Status& status, bool) override { m_end.set_value(status); }

    /// Waits for the end.
    grpc::Status end() { return m_end.get_future().get(); }
    /// After the end.
    const std::vector<v1::WatchEvent>& events() const { return m_events; }

private:
    std::vector<v1::WatchEvent> m_events;
    std::promise<grpc::Status> m_end;
};

class Farewell : public ::testing::Test
{
protected:
    static ChangeHubOptions options()
    {
        ChangeHubOptions options;
        options.connect.conninfo = "host=/nowhere/at/all";
        return options;
    }
    static CallerSource::Signed signedIn() { return {std::make_shared<const Caller>(), {}}; }

    NoCallers m_callers;
    TokenSigner m_signer{"a key of the company"};
    Metrics m_metrics;
    ChangeHub m_hub{options(), m_callers, m_signer, m_metrics};
};

TEST_F(Farewell, leavesTheTokenOfAClientWhoseGapWasNotRead)
{
    RecordingStream stream;
    m_hub.add(&stream, signedIn(), "where the client stood");
    m_hub.goAway(std::chrono::milliseconds(500));
    EXPECT_EQ(stream.end().error_code(), grpc::StatusCode::UNAVAILABLE);
    ASSERT_EQ(stream.events().size(), 1U);
    EXPECT_EQ(stream.events().front().going_away().delay_ms(), 500);
    EXPECT_EQ(stream.events().front().resume_token(), "");
}

TEST_F(Farewell, isSaidToThoseWhoComeLaterToo)
{
    m_hub.goAway(std::chrono::milliseconds(500));
    RecordingStream late;
    m_hub.add(&late, signedIn(), {});
    EXPECT_EQ(late.end().error_code(), grpc::StatusCode::UNAVAILABLE);
    ASSERT_EQ(late.events().size(), 1U);
    EXPECT_TRUE(late.events().front().has_going_away());
}

} // namespace
} // namespace banhang::server
