// Watch: verifies who asks, then hands the stream to the hub. ReportPresence: writes down who is where.
#pragma once

#include "banhang/v1/changes.grpc.pb.h"
#include "server/changes/change_hub.h"
#include "server/core/call/call.h"
#include "server/core/database/database_pool.h"

namespace banhang::server {

class ChangesService final : public v1::ChangesService::CallbackService
{
public:
    /// All must outlive the service.
    ChangesService(CallRunner& calls, DatabasePool& app, CallerSource& callers, ChangeHub& hub);
    ~ChangesService() override;

    grpc::ServerWriteReactor<v1::WatchEvent>* Watch(grpc::CallbackServerContext* context,
                                                    const v1::WatchRequest* request) override;
    grpc::ServerUnaryReactor* ReportPresence(grpc::CallbackServerContext* context,
                                             const v1::ReportPresenceRequest* request,
                                             v1::ReportPresenceResponse* response) override;

private:
    CallRunner& m_calls;
    DatabasePool& m_app;
    CallerSource& m_callers;
    ChangeHub& m_hub;
};

} // namespace banhang::server
