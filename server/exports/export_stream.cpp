#include "server/exports/export_stream.h"

#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/platform/random.h"
#include "common/status_codec.h"
#include "server/customers/customer_access.h"
#include "server/exports/export_rules.h"
#include "server/exports/export_store.h"

namespace banhang::server {

namespace {

constexpr std::size_t kPieceBytes = 256UL * 1024;

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
    : m_request(request),
      m_parts(parts),
      m_caller(context, parts.callers),
      m_reading(m_request, parts.signer),
      m_file(m_folder.file(request.format() == v1::EXPORT_FORMAT_XLSX ? "list.xlsx" : "list.csv"))
{
}

void ExportStream::start() noexcept
{
    try {
        m_caller.begin();
        askForPage();
    } catch (const AppError& error) {
        fail(error);
    }
}

void ExportStream::askForPage()
{
    m_caller.renewPatience();
    m_parts.app.post(this);
}

void ExportStream::run(ConnectionSlot& slot) noexcept
{
    try {
        readPage(slot);
    } catch (...) {
        fail(m_caller.errorOf(std::current_exception()));
    }
}

void ExportStream::readPage(ConnectionSlot& slot)
{
    v1::ListCustomersResponse page;
    m_caller.transact(slot, m_noted ? Tx::Mode::ReadOnly : Tx::Mode::ReadWrite, [&](Call& call) {
        admit(call.caller);
        if (!m_noted)
            recordExport(call, m_request);
        page = m_reading.next(call);
    });
    m_noted = true;
    m_allRead = !m_reading.accept(page);
    m_parts.masking.apply(m_caller.caller(), page);
    sheets::SheetWriter& writer = writeRows(page);
    m_piece.Clear();
    m_piece.set_row_count(writer.rowCount());
    if (m_allRead) {
        writer.close();
        m_in.open(m_file, std::ios::binary);
        spdlog::info("event=export call={} user={} rows={}", m_caller.id(), m_caller.caller().userId,
                     writer.rowCount());
        sendPiece();
        return;
    }
    StartWrite(&m_piece);
}

void ExportStream::admit(const Caller& caller) const
{
    if (!caller.may(kExportCustomer))
        throw AppError(ErrorCode::Denied, "call.denied", {{"right", rightName(kExportCustomer)}});
    refuseIssues(exportIssues(m_request));
}

sheets::SheetWriter& ExportStream::writeRows(const v1::ListCustomersResponse& page)
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
    return *m_writer;
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

void ExportStream::fail(const AppError& error)
{
    Finish(toStatus(error));
}

} // namespace banhang::server
