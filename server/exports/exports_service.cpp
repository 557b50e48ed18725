#include "server/exports/exports_service.h"

#include <spdlog/spdlog.h>

#include "banhang/v1/customers.pb.h"
#include "common/status_codec.h"
#include "server/exports/export_stream.h"

namespace banhang::server {

namespace {

/// An export that cannot even begin: no place for its file.
class RefusedExport final : public grpc::ServerWriteReactor<v1::ExportCustomersResponse>
{
public:
    explicit RefusedExport(const AppError& error) { Finish(toStatus(error)); }

private:
    void OnDone() override { delete this; }
};

} // namespace

ExportsService::ExportsService(DatabasePool& app, CallerSource& callers, const TokenSigner& signer)
    : m_app(app), m_callers(callers), m_signer(signer), m_masking(*v1::ListCustomersResponse::descriptor())
{
}

grpc::ServerWriteReactor<v1::ExportCustomersResponse>*
ExportsService::ExportCustomers(grpc::CallbackServerContext* context, const v1::ExportCustomersRequest* request)
{
    try {
        auto* stream = new ExportStream(*context, *request, {m_app, m_callers, m_signer, m_masking});
        stream->start();
        return stream;
    } catch (const std::exception& error) {
        spdlog::error("event=export.failed reason=\"{}\"", error.what());
        return new RefusedExport(AppError(ErrorCode::Unavailable, "export.no_room"));
    }
}

} // namespace banhang::server
