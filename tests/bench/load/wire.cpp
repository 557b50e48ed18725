#include "tests/bench/load/wire.h"

#include "client/connection/call_setup.h"

namespace banhang::bench {

namespace {

struct WireCall
{
    grpc::ClientContext context;
    grpc::ByteBuffer request;
    grpc::ByteBuffer response;
};

} // namespace

Wire::Wire(const std::vector<std::shared_ptr<grpc::Channel>>& channels)
{
    for (const auto& channel : channels)
        m_stubs.push_back(std::make_unique<grpc::GenericStub>(channel));
}

void Wire::begin(const std::string& method, const std::string& token, const std::string& request, EndCall end)
{
    const auto call = std::make_shared<WireCall>();
    client::prepareCall(call->context, {.token = token, .machineName = "bench", .clientVersion = "banhang-bench"});
    const grpc::Slice bytes(request);
    call->request = grpc::ByteBuffer(&bytes, 1);
    m_stubs[m_next++ % m_stubs.size()]->UnaryCall(
        &call->context, method, {}, &call->request, &call->response,
        [call, end = std::move(end)](const grpc::Status& status) {
            end({status.ok() ? std::string() : std::to_string(status.error_code()) + " " + status.error_message(),
                 call->response.Length()});
        });
}

} // namespace banhang::bench
