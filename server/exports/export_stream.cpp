#include "server/exports/export_stream.h"

#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/platform/random.h"
#include "common/status_codec.h"
#include "server/core/call.h"
#include "server/core/call_context.h"
#include "server/customers/customer_access.h"
#include "server/exports/export_rules.h"
#include "server/exports/export_store.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

/// For one page, from its turn in the queue on.
constexpr auto kPatience = 30s;
constexpr std::size_t kPieceBytes = 256UL * 1024;

std::int64_t millisecondsUntil(std::chrono::steady_clock::time_point moment)
{
    return std::max<std::int64_t>(1, (moment - std::chrono::steady_clock::now()) / 1ms);
}

} // namespace

ScratchFolder::ScratchFolder()
{
    namespace fs = std::filesystem;
    m_path = fs::temp_directory_path() / ("banhang-export-" + platform::randomHex(16));
    if (!fs::create_directory(m_path))
        throw std::runtime_error("a scratch folder of that name exists");
    fs::permissions(m_path, fs::perms::owner_all);
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

ExportStream::ExportStream(grpc::CallbackServerContext& context, const v1::ExportCustomersRequest& request,
                           ExportParts parts)
    : m_context(context),
      m_request(request),
      m_parts(parts),
      m_id(newCallId()),
      m_deadline(std::chrono::steady_clock::now() + kPatience),
      m_reading(m_request, parts.signer),
      m_file(m_folder.file(request.format() == v1::EXPORT_FORMAT_XLSX ? "list.xlsx" : "list.csv"))
{
}

void ExportStream::start() noexcept
{
    try {
        m_token = bearerToken(m_context);
        askForPage();
    } catch (const AppError& error) {
        fail(error);
    }
}

void ExportStream::askForPage()
{
    m_deadline = std::chrono::steady_clock::now() + kPatience;
    m_parts.app.post(this);
}

void ExportStream::run(ConnectionSlot& slot) noexcept
{
    try {
        readPage(slot);
    } catch (const AppError& error) {
        fail(error);
    } catch (const DatabaseError& error) {
        spdlog::warn("event=export.failed call={} sqlstate={}", m_id, error.sqlState());
        fail(AppError(ErrorCode::Unavailable, "database.unavailable"));
    } catch (const std::exception& error) {
        spdlog::error("event=export.failed call={} reason=\"{}\"", m_id, error.what());
        fail(AppError(ErrorCode::Internal, "call.failed"));
    }
}

void ExportStream::readPage(ConnectionSlot& slot)
{
    const std::string address = addressOfPeer(m_context.peer());
    v1::ListCustomersResponse page;
    const auto mode = m_noted ? Tx::Mode::ReadOnly : Tx::Mode::ReadWrite;
    runTransaction(slot, mode, {0, millisecondsUntil(m_deadline)}, nullptr, [&](Tx& tx) {
        // Rights are read anew for every page: what was taken away meanwhile ends the export.
        m_signed = m_parts.callers.verify(tx, m_token, {});
        tx.become(m_signed.caller->userId);
        admit(*m_signed.caller);
        Call call{*m_signed.caller, m_signed.session, m_id, address, tx};
        if (!m_noted)
            recordExport(call, m_request);
        page = m_reading.next(call);
    });
    m_noted = true;
    m_allRead = !m_reading.accept(page);
    m_parts.masking.apply(*m_signed.caller, page);
    writeRows(page);
    m_piece.Clear();
    m_piece.set_row_count(m_writer->rowCount());
    if (m_allRead) {
        m_writer->close();
        m_in.open(m_file, std::ios::binary);
        spdlog::info("event=export call={} user={} rows={}", m_id, m_signed.caller->userId, m_writer->rowCount());
        sendPiece();
        return;
    }
    StartWrite(&m_piece);
}

void ExportStream::admit(const Caller& caller) const
{
    if (caller.mustChangePassword)
        throw AppError(ErrorCode::Refused, "identity.password_change_required");
    if (!caller.may(kExportCustomer))
        throw AppError(ErrorCode::Denied, "call.denied", {{"right", rightName(kExportCustomer)}});
    if (const auto issues = exportIssues(m_request); !issues.empty()) {
        v1::ErrorDetail detail;
        detail.set_key("call.invalid");
        detail.mutable_issues()->Add(issues.begin(), issues.end());
        throw AppError(ErrorCode::Invalid, detail);
    }
}

void ExportStream::writeRows(v1::ListCustomersResponse& page)
{
    if (!m_writer)
        m_writer.emplace(
            m_file, m_request.format() == v1::EXPORT_FORMAT_XLSX ? sheets::SheetFormat::Xlsx : sheets::SheetFormat::Csv,
            exportTitles(m_request));
    if (m_request.format() == v1::EXPORT_FORMAT_XLSX &&
        m_writer->rowCount() + page.customers_size() >= sheets::kMostSheetRows)
        throw AppError(ErrorCode::Invalid, "export.too_many_rows", {{"max", std::to_string(sheets::kMostSheetRows)}});
    for (const v1::Customer& customer : page.customers())
        m_writer->add(exportRow(m_request, customer));
}

void ExportStream::sendPiece()
{
    std::string& data = *m_piece.mutable_data();
    data.resize(kPieceBytes);
    m_in.read(data.data(), static_cast<std::streamsize>(data.size()));
    data.resize(static_cast<std::size_t>(m_in.gcount()));
    m_piece.set_complete(data.empty());
    StartWrite(&m_piece);
}

void ExportStream::OnWriteDone(bool ok)
{
    if (!ok) {
        Finish(grpc::Status::CANCELLED);
        return;
    }
    if (m_piece.complete())
        Finish(grpc::Status::OK);
    else if (m_allRead)
        sendPiece();
    else
        askForPage();
}

void ExportStream::refuse(const AppError& error) noexcept
{
    fail(error);
}

void ExportStream::fail(const AppError& error)
{
    Finish(toStatus(error));
}

} // namespace banhang::server
