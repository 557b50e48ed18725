// What the server tells about itself.
#pragma once

#include "banhang/v1/ops.grpc.pb.h"

namespace banhang::server {

class CallRunner;

class OpsService final : public v1::OpsService::CallbackService
{
public:
    explicit OpsService(CallRunner& calls);
    ~OpsService() override;

    grpc::ServerUnaryReactor* GetServerInfo(grpc::CallbackServerContext* context,
                                            const v1::GetServerInfoRequest* request, v1::ServerInfo* response) override;

private:
    CallRunner& m_calls;
};

} // namespace banhang::server
