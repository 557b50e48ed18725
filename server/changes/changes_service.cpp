#include "server/changes/changes_service.h"

#include <spdlog/spdlog.h>

#include "common/status_codec.h"
#include "server/core/call_context.h"

namespace banhang::server {

namespace {

constexpr std::chrono::seconds kSignInPatience{10};

/// Owner: itself; it ends in OnDone, which cannot come before finish() was called.
class WatchStream final : public grpc::ServerWriteReactor<v1::WatchEvent>, public ChangeStream, private DatabaseTask
{
public:
    WatchStream(grpc::CallbackServerContext& context, const v1::WatchRequest& request, CallerSource& callers,
                ChangeHub& hub)
        : m_context(context),
          m_resumeToken(request.resume_token()),
          m_callers(callers),
          m_hub(hub),
          m_deadline(std::chrono::steady_clock::now() + kSignInPatience)
    {
    }

    void start(DatabasePool& app) noexcept
    {
        try {
            m_token = bearerToken(m_context);
        } catch (const AppError& error) {
            Finish(toStatus(error));
            return;
        }
        app.post(this);
    }

    void send(const v1::WatchEvent& event) override
    {
        m_event = event;
        m_writing = true;
        StartWrite(&m_event);
    }
    bool canSend() const override { return !m_writing; }
    bool isGone() const override { return m_gone; }
    void finish(const grpc::Status& status, bool atOnce) override
    {
        // A write that never completes would keep Finish waiting for ever.
        if (atOnce)
            m_context.TryCancel();
        Finish(status);
    }

private:
    void run(ConnectionSlot& slot) noexcept override
    {
        try {
            CallerSource::Signed signedIn;
            runTransaction(slot, Tx::Mode::ReadOnly, {0, kSignInPatience / std::chrono::milliseconds(1)}, nullptr,
                           [&](Tx& tx) { signedIn = m_callers.verify(tx, m_token, {}); });
            if (signedIn.caller->mustChangePassword)
                throw AppError(ErrorCode::Refused, "identity.password_change_required");
            spdlog::info("event=watch user={} resumed={}", signedIn.caller->userId, !m_resumeToken.empty());
            m_hub.add(this, signedIn, m_resumeToken);
        } catch (const AppError& error) {
            Finish(toStatus(error));
        } catch (const std::exception& error) {
            spdlog::warn("event=watch.failed reason=\"{}\"", error.what());
            Finish(toStatus(AppError(ErrorCode::Unavailable, "database.unavailable")));
        }
    }
    void refuse(const AppError& error) noexcept override { Finish(toStatus(error)); }
    std::chrono::steady_clock::time_point deadline() const override { return m_deadline; }

    void OnWriteDone(bool ok) override
    {
        if (!ok)
            m_gone = true;
        m_writing = false;
        m_hub.streamMoved();
    }
    void OnCancel() override
    {
        m_gone = true;
        m_hub.streamMoved();
    }
    void OnDone() override { delete this; }

    grpc::CallbackServerContext& m_context;
    const std::string m_resumeToken;
    CallerSource& m_callers;
    ChangeHub& m_hub;
    const std::chrono::steady_clock::time_point m_deadline;
    std::string m_token;
    v1::WatchEvent m_event;
    std::atomic<bool> m_writing = false;
    std::atomic<bool> m_gone = false;
};

} // namespace

grpc::ServerWriteReactor<v1::WatchEvent>* ChangesService::Watch(grpc::CallbackServerContext* context,
                                                                const v1::WatchRequest* request)
{
    auto* stream = new WatchStream(*context, *request, m_callers, m_hub);
    stream->start(m_app);
    return stream;
}

} // namespace banhang::server
