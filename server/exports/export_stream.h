// One export on its way: signed in and noted, read page by page into a scratch file, then sent.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <grpcpp/support/server_callback.h>

#include "banhang/v1/exports.pb.h"
#include "common/sheets/sheet_writer.h"
#include "server/core/call/masking.h"
#include "server/core/call/slow_executor.h"
#include "server/core/call/stream_caller.h"
#include "server/core/crypto/token_signer.h"
#include "server/exports/export_reading.h"

namespace banhang::server {

/// What all exports share.
struct ExportParts
{
    DatabasePool& app;
    CallerSource& callers;
    const TokenSigner& signer;
    const Masking& masking;
    SlowExecutor& files; ///< writes, reads and removes them: neither reactions nor database threads wait for a disk
};

/// A folder of its own below the system's scratch folder, for no other account to read; gone with this object.
/// Throws: AppError Unavailable "export.no_room".
class ScratchFolder
{
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    std::filesystem::path file(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// A database thread reads one page, another writes it into the file; only then the client is told, and when it has
/// taken the news the next page is asked for. So neither a slow client nor a large file holds a database thread.
/// Owner: itself; it ends in OnDone, which cannot come before Finish was called.
class ExportStream final : public grpc::ServerWriteReactor<v1::ExportCustomersResponse>, private DatabaseTask
{
public:
    ExportStream(grpc::CallbackServerContext& context, const v1::ExportCustomersRequest& request, ExportParts parts);

    void start() noexcept;

private:
    void run(ConnectionSlot& slot) noexcept override;
    void refuse(const AppError& error) noexcept override { fail(error); }
    std::chrono::steady_clock::time_point deadline() const override { return m_caller.deadline(); }
    void OnWriteDone(bool ok) override;
    void OnDone() override;

    void askForPage();
    void readPage(ConnectionSlot& slot);
    void admit(const Caller& caller) const;
    void note(Call& call) const;
    /// Lets a thread for files go on with `step`.
    void askForFile(void (ExportStream::*step)());
    void writePage();
    void writeRows();
    sheets::SheetWriter& writer();
    void finishFile();
    void sendPiece();
    void fail(const AppError& error);

    const v1::ExportCustomersRequest m_request;
    const ExportParts m_parts;
    StreamCaller m_caller;
    ExportReading m_reading;
    v1::ListCustomersResponse m_page; ///< the last one read
    std::optional<ScratchFolder> m_folder;
    std::optional<sheets::SheetWriter> m_writer;
    std::ifstream m_in;
    v1::ExportCustomersResponse m_piece;
    bool m_noted = false;
    bool m_allRead = false;
};

} // namespace banhang::server
