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
    SlowExecutor& files; ///< reads and removes them: reactions never wait for a disk
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

/// Between two pages it holds no database thread: the next one is asked for when the client has taken the news of the
/// last, so a client that is gone or slow costs nothing.
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

    void readPage(ConnectionSlot& slot);
    void admit(const Caller& caller) const;
    /// Where they went to.
    sheets::SheetWriter& writeRows(const v1::ListCustomersResponse& page);
    sheets::SheetWriter& writer();
    void askForPage();
    void askForPiece();
    void sendPiece();
    void fail(const AppError& error);

    const v1::ExportCustomersRequest m_request;
    const ExportParts m_parts;
    StreamCaller m_caller;
    ExportReading m_reading;
    std::optional<ScratchFolder> m_folder;
    std::optional<sheets::SheetWriter> m_writer;
    std::ifstream m_in;
    v1::ExportCustomersResponse m_piece;
    bool m_noted = false;
    bool m_allRead = false;
};

} // namespace banhang::server
