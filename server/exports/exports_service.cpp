#include "server/exports/exports_service.h"

#include "banhang/v1/customers.pb.h"
#include "server/exports/export_stream.h"

namespace banhang::server {

ExportsService::ExportsService(DatabasePool& app, CallerSource& callers, const TokenSigner& signer)
    : m_app(app), m_callers(callers), m_signer(signer), m_masking(*v1::ListCustomersResponse::descriptor())
{
}

ExportsService::~ExportsService() = default;

grpc::ServerWriteReactor<v1::ExportCustomersResponse>*
ExportsService::ExportCustomers(grpc::CallbackServerContext* context, const v1::ExportCustomersRequest* request)
{
    auto* stream = new ExportStream(*context, *request, {m_app, m_callers, m_signer, m_masking, m_files});
    stream->start();
    return stream;
}

} // namespace banhang::server
