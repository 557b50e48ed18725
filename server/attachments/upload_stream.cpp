#include "server/attachments/upload_stream.h"

#include <algorithm>

#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/file_name.h"
#include "common/status_codec.h"
#include "server/attachments/attachment_handling.h"
#include "server/attachments/attachment_rules.h"
#include "server/attachments/content_store.h"
#include "server/attachments/file_kind_rules.h"
#include "server/core/call_context.h"

namespace banhang::server {

namespace {

constexpr auto kPiece = static_cast<std::size_t>(kPieceBytes);

} // namespace

UploadStream::UploadStream(grpc::CallbackServerContext& context, v1::Attachment& answer, const AttachmentParts& parts)
    : m_parts(parts), m_caller(context, m_parts), m_answer(answer)
{
}

void UploadStream::start() noexcept
{
    try {
        m_caller.begin();
        StartRead(&m_request);
    } catch (const AppError& error) {
        fail(error);
    }
}

void UploadStream::OnReadDone(bool ok)
{
    try {
        readOn(ok);
    } catch (...) {
        fail(m_caller.errorOf(std::current_exception()));
    }
}

void UploadStream::readOn(bool ok)
{
    if (m_requestId.empty()) {
        if (!ok || !isRequestId(m_request.request_id()))
            throw AppError(ErrorCode::Invalid, "call.request_id_invalid");
        m_announced = m_request.attachment();
        m_requestId = m_request.request_id();
        prepareAttachment(m_announced);
        ask(Step::Begin);
    } else if (!ok) {
        ask(Step::Complete);
    } else {
        take(m_request.data());
        if (m_waiting.size() >= kPiece)
            ask(Step::Store);
        else
            StartRead(&m_request);
    }
}

void UploadStream::take(std::string_view bytes)
{
    m_received += static_cast<std::int64_t>(bytes.size());
    if (bytes.size() > kPiece || m_received > m_announced.size_bytes())
        throw AppError(ErrorCode::Invalid, "attachment.damaged");
    m_waiting += bytes;
    m_digest.add(bytes);
    m_macros.see(bytes);
    m_head += bytes.substr(0, kHeadBytes - std::min(kHeadBytes, m_head.size()));
}

void UploadStream::ask(Step step)
{
    m_step = step;
    m_caller.renewPatience();
    m_parts.app.post(this);
}

void UploadStream::run(ConnectionSlot& slot) noexcept
{
    try {
        switch (m_step) {
        case Step::Begin:
            begin(slot);
            break;
        case Step::Store:
            store(slot, false);
            StartRead(&m_request);
            break;
        case Step::Complete:
            complete(slot);
            break;
        }
    } catch (...) {
        fail(m_caller.errorOf(std::current_exception()));
    }
}

void UploadStream::begin(ConnectionSlot& slot)
{
    std::optional<v1::Attachment> known;
    m_caller.transact(slot, Tx::Mode::ReadWrite, [&](Call& call) {
        known = findUpload(call, m_requestId);
        if (known) {
            if (known->sha256() != m_announced.sha256())
                throw AppError(ErrorCode::Invalid, "call.request_id_reused");
            visibleAttachment(call, known->id());
            return;
        }
        admitUpload(call, m_parts.mostBytes, m_announced);
        m_contentId = beginContent(call, m_announced.size_bytes());
    });
    if (!known) {
        StartRead(&m_request);
        return;
    }
    m_answer = std::move(*known);
    Finish(grpc::Status::OK);
}

void UploadStream::store(ConnectionSlot& slot, bool isLast)
{
    checkContent();
    const std::size_t whole = isLast ? m_waiting.size() : m_waiting.size() / kPiece * kPiece;
    int stored = 0;
    m_caller.transact(slot, Tx::Mode::ReadWrite, [&](Call& call) {
        stored = 0;
        for (std::size_t at = 0; at < whole; at += kPiece)
            addPiece(call, m_contentId, m_pieces + stored++,
                     std::string_view(m_waiting).substr(at, std::min(kPiece, whole - at)));
        call.tx.settle();
    });
    m_pieces += stored;
    m_waiting.erase(0, whole);
}

void UploadStream::checkContent() const
{
    if (const auto refusal = refusalOfContent(m_announced.name(), contentKind(m_head)); !refusal.empty())
        throwInvalidField("name", refusal, {{"extension", fileExtension(m_announced.name())}});
}

void UploadStream::complete(ConnectionSlot& slot)
{
    checkContent();
    if (m_received != m_announced.size_bytes() || m_digest.finish() != m_announced.sha256())
        throw AppError(ErrorCode::Invalid, "attachment.damaged");
    store(slot, true);
    m_caller.transact(slot, Tx::Mode::ReadWrite, [&](Call& call) {
        m_answer = finishUpload(call, m_parts.mostBytes, m_announced, {m_contentId, m_macros.hasMacros()}, m_requestId);
    });
    m_parts.committed();
    spdlog::info("event=file.received call={} user={} attachment={} bytes={}", m_caller.id(), m_caller.userId(),
                 m_answer.id(), m_received);
    Finish(grpc::Status::OK);
}

void UploadStream::fail(const AppError& error)
{
    Finish(toStatus(error));
}

} // namespace banhang::server
