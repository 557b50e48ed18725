// One file on its way in: announced, piece after piece into the database, compared, and only then seen. One that was
// cut off is gone on with.
#pragma once

#include <string>

#include <grpcpp/support/server_callback.h>

#include "banhang/v1/attachments.pb.h"
#include "common/running_digest.h"
#include "server/attachments/attachment_parts.h"
#include "server/attachments/content_rules.h"
#include "server/attachments/content_store.h"
#include "server/core/call/stream_caller.h"

namespace banhang::server {

/// Holds two pieces at most. The next bytes are asked for when the last ones are stored, so a fast client waits; and
/// between two steps it holds no database thread, so a slow one costs nothing.
/// Owner: itself; it ends in OnDone, which cannot come before Finish was called.
class UploadStream final : public grpc::ServerReadReactor<v1::UploadAttachmentRequest>, private DatabaseTask
{
public:
    UploadStream(grpc::CallbackServerContext& context, v1::Attachment& answer, const AttachmentParts& parts);

    void start() noexcept;

private:
    enum class Step { Begin, Recall, Store, Complete, GiveUp };

    void run(ConnectionSlot& slot) noexcept override;
    void refuse(const AppError& error) noexcept override { fail(m_step == Step::GiveUp ? m_refusal : error); }
    std::chrono::steady_clock::time_point deadline() const override { return m_caller.deadline(); }
    void OnReadDone(bool ok) override;
    void OnDone() override { delete this; }

    void readOn(bool ok);
    void announce(bool ok);
    void take(std::string_view bytes);
    void look(std::string_view bytes);
    void ask(Step step);
    void begin(ConnectionSlot& slot);
    void recall(ConnectionSlot& slot);
    void goOn();
    void store(ConnectionSlot& slot, bool isLast);
    void checkContent() const;
    void complete(ConnectionSlot& slot);
    void giveUp(ConnectionSlot& slot) noexcept;
    void fail(const AppError& error);

    const AttachmentParts m_parts;
    StreamCaller m_caller;
    v1::Attachment& m_answer;
    v1::UploadAttachmentRequest m_request;
    v1::Attachment m_announced;
    std::string m_requestId;
    Step m_step = Step::Begin;
    ContentHold m_hold;
    AppError m_refusal{ErrorCode::Internal, ""}; ///< why it is given up
    std::int64_t m_known = 0;                    ///< bytes to come that the database has already
    std::int64_t m_received = 0;                 ///< with what an earlier try brought
    int m_pieces = 0;
    std::string m_waiting; ///< bytes that are not stored yet
    std::string m_head;
    MacroWatch m_macros;
    RunningDigest m_digest;
};

} // namespace banhang::server
