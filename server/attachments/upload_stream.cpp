#include "server/attachments/upload_stream.h"

#include <algorithm>
#include <array>

#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/file_name.h"
#include "common/status_codec.h"
#include "server/attachments/attachment_handling.h"
#include "server/attachments/attachment_rules.h"
#include "server/attachments/content_store.h"
#include "server/attachments/file_kind_rules.h"
#include "server/core/call/call_context.h"

namespace banhang::server {

namespace {

constexpr auto kPiece = static_cast<std::size_t>(kPieceBytes);

/// The same bytes will be refused again. (Signed out, overtaken or short of a server is of the moment.)
bool isForGood(ErrorCode code)
{
    constexpr std::array kFinal{ErrorCode::Invalid, ErrorCode::Refused, ErrorCode::AlreadyExists, ErrorCode::NotFound,
                                ErrorCode::Denied};
    return std::ranges::find(kFinal, code) != kFinal.end();
}

} // namespace

UploadStream::UploadStream(grpc::CallbackServerContext& context, v1::Attachment& answer, const AttachmentParts& parts)
    : m_parts(parts), m_caller(context, m_parts.callers), m_answer(answer)
{
}

void UploadStream::start() noexcept
{
    try {
        m_caller.demandDeadline();
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
        m_refusal = m_caller.errorOf(std::current_exception());
        if (m_hold.id == 0)
            fail(m_refusal);
        else
            ask(Step::GiveUp);
    }
}

void UploadStream::readOn(bool ok)
{
    if (m_requestId.empty()) {
        announce(ok);
    } else if (!ok) {
        ask(Step::Complete);
    } else {
        take(m_request.data());
        goOn();
    }
}

void UploadStream::announce(bool ok)
{
    if (!ok || !isRequestId(m_request.request_id()))
        throw AppError(ErrorCode::Invalid, "call.request_id_invalid");
    m_announced = m_request.attachment();
    m_requestId = m_request.request_id();
    prepareAttachment(m_announced);
    ask(Step::Begin);
}

void UploadStream::take(std::string_view bytes)
{
    if (bytes.size() > kPiece)
        throw AppError(ErrorCode::Invalid, "attachment.damaged");
    const auto known = std::min(static_cast<std::size_t>(m_known), bytes.size());
    m_known -= static_cast<std::int64_t>(known);
    bytes.remove_prefix(known);
    look(bytes);
    m_waiting += bytes;
}

void UploadStream::look(std::string_view bytes)
{
    m_received += static_cast<std::int64_t>(bytes.size());
    if (m_received > m_announced.size_bytes())
        throw AppError(ErrorCode::Invalid, "attachment.damaged");
    m_digest.add(bytes);
    m_macros.see(bytes);
    m_head += bytes.substr(0, kHeadBytes - std::min(kHeadBytes, m_head.size()));
}

void UploadStream::goOn()
{
    if (m_received < m_hold.receivedBytes)
        ask(Step::Recall);
    else if (m_waiting.size() >= kPiece)
        ask(Step::Store);
    else
        StartRead(&m_request);
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
        case Step::Recall:
            recall(slot);
            goOn();
            break;
        case Step::Store:
            store(slot, false);
            goOn();
            break;
        case Step::Complete:
            complete(slot);
            break;
        case Step::GiveUp:
            giveUp(slot);
            break;
        }
    } catch (...) {
        m_refusal = m_caller.errorOf(std::current_exception());
        giveUp(slot);
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
        try {
            admitUpload(call, m_parts.maxBytes, m_announced);
        } catch (const AppError& error) {
            // An earlier try may have made it this very moment.
            known = error.code() == ErrorCode::AlreadyExists ? findUpload(call, m_requestId) : std::nullopt;
            if (!known)
                throw;
            return;
        }
        m_hold = takeContent(call, m_requestId, m_announced);
    });
    if (known) {
        m_answer = std::move(*known);
        Finish(grpc::Status::OK);
        return;
    }
    if (m_request.offset_bytes() < 0)
        throwInvalidField("offset_bytes", "attachment.offset_outside");
    if (m_request.offset_bytes() > m_hold.receivedBytes)
        throw AppError(ErrorCode::Unavailable, "attachment.upload_lost");
    m_known = m_hold.receivedBytes - m_request.offset_bytes();
    goOn();
}

/// What an earlier try brought is looked at as if it came now: digest, kind and macros are those of the stored bytes.
void UploadStream::recall(ConnectionSlot& slot)
{
    std::string piece;
    m_caller.transact(slot, Tx::Mode::ReadOnly, [&](Call& call) { piece = readPiece(call, m_hold.id, m_pieces); });
    if (piece.empty())
        throw AppError(ErrorCode::Unavailable, "attachment.upload_lost");
    look(piece);
    ++m_pieces;
}

void UploadStream::store(ConnectionSlot& slot, bool isLast)
{
    checkContent();
    const std::size_t whole = isLast ? m_waiting.size() : m_waiting.size() / kPiece * kPiece;
    int stored = 0;
    m_caller.transact(slot, Tx::Mode::ReadWrite, [&](Call& call) {
        stored = 0;
        for (std::size_t at = 0; at < whole; at += kPiece)
            addPiece(call, m_hold, m_pieces + stored++,
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
    // A connection that was cut ends like this too: what came is kept for the next try.
    if (m_received < m_announced.size_bytes()) {
        fail(AppError(ErrorCode::Invalid, "attachment.damaged"));
        return;
    }
    checkContent();
    if (m_digest.finish() != m_announced.sha256())
        throw AppError(ErrorCode::Invalid, "attachment.damaged");
    store(slot, true);
    m_caller.transact(slot, Tx::Mode::ReadWrite, [&](Call& call) {
        m_answer = finishUpload(call, m_parts.maxBytes, m_announced, {m_hold, m_macros.hasMacros()}, m_requestId);
    });
    m_parts.committed();
    spdlog::info("event=file.received call={} user={} attachment={} bytes={}", m_caller.id(), m_caller.caller().userId,
                 m_answer.id(), m_received);
    Finish(grpc::Status::OK);
}

/// What is refused for good leaves nothing behind.
void UploadStream::giveUp(ConnectionSlot& slot) noexcept
{
    try {
        if (m_hold.id != 0 && isForGood(m_refusal.code()))
            m_caller.transact(slot, Tx::Mode::ReadWrite, [this](Call& call) { dropContent(call, m_hold); });
    } catch (const std::exception& error) {
        // The tidying of the server takes it away.
        spdlog::warn("event=file.left call={} content={} what=\"{}\"", m_caller.id(), m_hold.id, error.what());
    }
    fail(m_refusal);
}

void UploadStream::fail(const AppError& error)
{
    Finish(toStatus(error));
}

} // namespace banhang::server
