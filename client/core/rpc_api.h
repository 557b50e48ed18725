// What the calls of every feature (*_api) have in common: a request says by its type which method it is for.
#pragma once

#include <functional>

#include "client/core/outcome.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// Full name of the one method of the contract that takes this. Throws: std::logic_error when there is none.
std::string methodTaking(const google::protobuf::Descriptor* request);

/// All functions of an api: `handler` runs in the UI thread unless the handle is dropped or `receiver` is gone; errors
/// as the contract says. Writes without a `request_id` get one.
class RpcApi
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit RpcApi(RpcClient& rpc) : m_rpc(rpc) {}

protected:
    template <typename Request, typename Reply>
    static const Method<Request, Reply>& methodOf()
    {
        static const Method<Request, Reply> method(methodTaking(Request::descriptor()).c_str());
        return method;
    }

    template <typename Request, typename Reply>
    CallHandle ask(const Request& request, QObject* receiver, std::function<void(Outcome<Reply>)> handler,
                   CallOptions options = {}) const
    {
        return m_rpc.call(methodOf<Request, Reply>(), request, receiver, std::move(handler), options);
    }

    RpcClient& rpc() const { return m_rpc; }

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
