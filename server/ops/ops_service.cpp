#include "server/ops/ops_service.h"

#include "server/core/call/call.h"
#include "server/ops/company_store.h"

namespace banhang::server {

namespace {

/// Raised when a client of before could no longer save without harm.
constexpr const char* kOldestClientVersion = "0.1.0";

} // namespace

OpsService::OpsService(CallRunner& calls) : m_calls(calls) {}

OpsService::~OpsService() = default;

grpc::ServerUnaryReactor* OpsService::GetServerInfo(grpc::CallbackServerContext* context,
                                                    const v1::GetServerInfoRequest* request, v1::ServerInfo* response)
{
    return m_calls.read(context, "OpsService.GetServerInfo", request, response,
                        [](Call& call, const v1::GetServerInfoRequest&, v1::ServerInfo& info) {
                            const CompanyFacts facts = CompanyStore::facts(call.tx);
                            info.set_version(BANHANG_VERSION);
                            info.set_oldest_client_version(kOldestClientVersion);
                            info.set_company_name(facts.name);
                            info.mutable_time()->set_seconds(facts.databaseTimeMicros / 1'000'000);
                            info.mutable_time()->set_nanos(
                                static_cast<std::int32_t>(facts.databaseTimeMicros % 1'000'000) * 1'000);
                        });
}

} // namespace banhang::server
