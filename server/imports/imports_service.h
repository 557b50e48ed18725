// The wire side of imports.
#pragma once

#include "banhang/v1/imports.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: both parts must outlive it.
class ImportsService final : public v1::ImportsService::CallbackService
{
public:
    ImportsService(CallRunner& calls, const TokenSigner& signer);
    ~ImportsService() override;

    grpc::ServerUnaryReactor* CreateImport(grpc::CallbackServerContext* context, const v1::CreateImportRequest* request,
                                           v1::Import* response) override;
    grpc::ServerUnaryReactor* GetImport(grpc::CallbackServerContext* context, const v1::GetImportRequest* request,
                                        v1::Import* response) override;
    grpc::ServerUnaryReactor* ListImports(grpc::CallbackServerContext* context, const v1::ListImportsRequest* request,
                                          v1::ListImportsResponse* response) override;
    grpc::ServerUnaryReactor* ListImportRows(grpc::CallbackServerContext* context,
                                             const v1::ListImportRowsRequest* request,
                                             v1::ListImportRowsResponse* response) override;
    grpc::ServerUnaryReactor* CheckImportRows(grpc::CallbackServerContext* context,
                                              const v1::CheckImportRowsRequest* request,
                                              v1::CheckImportRowsResponse* response) override;
    grpc::ServerUnaryReactor* FindDuplicateRows(grpc::CallbackServerContext* context,
                                                const v1::FindDuplicateRowsRequest* request,
                                                v1::FindDuplicateRowsResponse* response) override;
    grpc::ServerUnaryReactor* SaveImportRows(grpc::CallbackServerContext* context,
                                             const v1::SaveImportRowsRequest* request,
                                             v1::SaveImportRowsResponse* response) override;
    grpc::ServerUnaryReactor* UndoImport(grpc::CallbackServerContext* context, const v1::UndoImportRequest* request,
                                         v1::UndoImportResponse* response) override;
    grpc::ServerUnaryReactor* ListImportTemplates(grpc::CallbackServerContext* context,
                                                  const v1::ListImportTemplatesRequest* request,
                                                  v1::ListImportTemplatesResponse* response) override;
    grpc::ServerUnaryReactor* CreateImportTemplate(grpc::CallbackServerContext* context,
                                                   const v1::CreateImportTemplateRequest* request,
                                                   v1::ImportTemplate* response) override;
    grpc::ServerUnaryReactor* DeleteImportTemplate(grpc::CallbackServerContext* context,
                                                   const v1::DeleteImportTemplateRequest* request,
                                                   v1::ImportTemplate* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
