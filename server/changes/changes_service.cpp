#include "server/changes/changes_service.h"

#include <spdlog/spdlog.h>

#include "banhang/v1/customer.pb.h"
#include "common/status_codec.h"
#include "server/changes/presence_store.h"
#include "server/core/call/call_context.h"

namespace banhang::server {

namespace {

constexpr std::chrono::seconds kSignInPatience{10};
constexpr int kMaxPlaces = 32;
/// Two of them may be lost before the place counts as left.
constexpr int kRepeatMs = 4000;

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

ChangesService::ChangesService(CallRunner& calls, DatabasePool& app, CallerSource& callers, ChangeHub& hub)
    : m_calls(calls), m_app(app), m_callers(callers), m_hub(hub)
{
}

ChangesService::~ChangesService() = default;

grpc::ServerWriteReactor<v1::WatchEvent>* ChangesService::Watch(grpc::CallbackServerContext* context,
                                                                const v1::WatchRequest* request)
{
    auto* stream = new WatchStream(*context, *request, m_callers, m_hub);
    stream->start(m_app);
    return stream;
}

grpc::ServerUnaryReactor* ChangesService::ReportPresence(grpc::CallbackServerContext* context,
                                                         const v1::ReportPresenceRequest* request,
                                                         v1::ReportPresenceResponse* response)
{
    return m_calls.write(context, "ChangesService.ReportPresence", request, response,
                         [](Call& call, const v1::ReportPresenceRequest& told, v1::ReportPresenceResponse& reply) {
                             const bool isField = told.field().empty() ||
                                                  v1::Customer::descriptor()->FindFieldByName(told.field()) != nullptr;
                             if (told.place() < 0 || told.place() >= kMaxPlaces || !isField)
                                 throw AppError(ErrorCode::Invalid, "call.invalid");
                             if (told.customer_id() == 0)
                                 PresenceStore::leave(call, told.place());
                             else if (!PresenceStore::report(call, told))
                                 throw AppError(ErrorCode::NotFound, "customer.not_found");
                             reply.set_repeat_ms(kRepeatMs);
                         });
}

} // namespace banhang::server
