// The wire side of exports: files written to a scratch folder and sent in pieces.
#pragma once

#include "banhang/v1/exports.grpc.pb.h"
#include "server/core/call/caller_source.h"
#include "server/core/call/masking.h"
#include "server/core/call/slow_executor.h"
#include "server/core/crypto/token_signer.h"
#include "server/core/database/database_pool.h"

namespace banhang::server {

/// Thread: any. Owner: the parts must outlive it and its streams.
class ExportsService final : public v1::ExportsService::CallbackService
{
public:
    ExportsService(DatabasePool& app, CallerSource& callers, const TokenSigner& signer);
    ~ExportsService() override;

    grpc::ServerWriteReactor<v1::ExportCustomersResponse>*
    ExportCustomers(grpc::CallbackServerContext* context, const v1::ExportCustomersRequest* request) override;

private:
    static constexpr int kFileThreads = 2;

    DatabasePool& m_app;
    CallerSource& m_callers;
    const TokenSigner& m_signer;
    Masking m_masking;
    SlowExecutor m_files{kFileThreads};
};

} // namespace banhang::server
