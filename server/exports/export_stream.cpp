#include "server/exports/export_stream.h"

#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/platform/random.h"
#include "common/status_codec.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/export_recorder.h"
#include "server/customers/customer_access.h"
#include "server/exports/export_rules.h"
#include "server/fields/message_json.h"
#include "server/fields/text_rules.h"

namespace banhang::server {

namespace {

constexpr std::size_t kPieceBytes = 256UL * 1024;
constexpr const char* kFileName = "list";

} // namespace

ScratchFolder::ScratchFolder()
{
    namespace fs = std::filesystem;
    try {
        m_path = fs::temp_directory_path() / ("banhang-export-" + platform::randomHex(16));
        if (!fs::create_directory(m_path))
            throw std::runtime_error("a scratch folder of that name exists");
        fs::permissions(m_path, fs::perms::owner_all);
    } catch (const std::exception& error) {
        spdlog::error("event=export.failed reason=\"{}\"", error.what());
        throw AppError(ErrorCode::Unavailable, "export.no_room");
    }
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

ExportStream::ExportStream(grpc::CallbackServerContext& context, const v1::ExportCustomersRequest& request,
                           ExportParts parts)
    : m_request(request), m_parts(parts), m_caller(context, parts.callers), m_reading(m_request, parts.signer)
{
}

void ExportStream::start() noexcept
{
    try {
        m_caller.demandDeadline();
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
    m_caller.transact(slot, m_noted ? Tx::Mode::ReadOnly : Tx::Mode::ReadWrite, [&](Call& call) {
        admit(call.caller);
        if (!m_noted)
            note(call);
        m_page = m_reading.next(call);
    });
    m_noted = true;
    m_allRead = !m_reading.accept(m_page);
    m_parts.masking.apply(m_caller.caller(), m_page);
    askForFile(&ExportStream::writePage);
}

void ExportStream::admit(const Caller& caller) const
{
    if (!caller.may(kExportCustomer))
        throwDenied(kExportCustomer);
    refuseIssues(exportIssues(m_request));
}

void ExportStream::note(Call& call) const
{
    v1::ExportCustomersRequest told = m_request;
    told.clear_words();
    tidyTexts(told); // PostgreSQL's JSON takes no NUL
    recordExport(call, "list", toJson(told));
}

void ExportStream::askForFile(void (ExportStream::*step)())
{
    const auto work = [this, step] {
        try {
            (this->*step)();
        } catch (...) {
            fail(m_caller.errorOf(std::current_exception()));
        }
    };
    if (!m_parts.files.post(work))
        fail(AppError(ErrorCode::Unavailable, "export.no_room"));
}

void ExportStream::writePage()
{
    writeRows();
    m_piece.Clear();
    m_piece.set_row_count(writer().rowCount());
    if (m_allRead) {
        finishFile();
        sendPiece();
    } else {
        StartWrite(&m_piece);
    }
}

void ExportStream::writeRows()
{
    sheets::SheetWriter& sheet = writer();
    if (m_request.format() == v1::EXPORT_FORMAT_XLSX &&
        sheet.rowCount() + m_page.customers_size() >= sheets::kMaxSheetRows)
        throw AppError(ErrorCode::Invalid, "export.too_many_rows", {{"max", std::to_string(sheets::kMaxSheetRows)}});
    for (const v1::Customer& customer : m_page.customers())
        sheet.add(exportRow(m_request, customer));
    m_page.Clear();
}

sheets::SheetWriter& ExportStream::writer()
{
    if (m_writer)
        return *m_writer;
    m_folder.emplace();
    return m_writer.emplace(m_folder->file(kFileName),
                            m_request.format() == v1::EXPORT_FORMAT_XLSX ? sheets::SheetFormat::Xlsx
                                                                         : sheets::SheetFormat::Csv,
                            exportTitles(m_request));
}

void ExportStream::finishFile()
{
    writer().close();
    if (m_folder)
        m_in.open(m_folder->file(kFileName), std::ios::binary);
    if (!m_in.is_open())
        throw std::runtime_error("the file of an export cannot be read");
    spdlog::info("event=export call={} user={} rows={}", m_caller.id(), m_caller.caller().userId, writer().rowCount());
}

void ExportStream::sendPiece()
{
    std::string& data = *m_piece.mutable_data();
    data.resize(kPieceBytes);
    m_in.read(data.data(), static_cast<std::streamsize>(data.size()));
    if (m_in.bad())
        throw std::runtime_error("the file of an export is unreadable");
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
        askForFile(&ExportStream::sendPiece);
    else
        askForPage();
}

void ExportStream::OnDone()
{
    // With it goes its file.
    if (!m_parts.files.post([this] { delete this; }))
        delete this;
}

void ExportStream::fail(const AppError& error)
{
    Finish(toStatus(error));
}

} // namespace banhang::server
