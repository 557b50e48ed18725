// Calls as bytes: one way for all methods.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>

#include "tests/bench/load/open_loop.h"

namespace banhang::bench {

/// A few connections with a generic stub each. Thread: any.
class Wire
{
public:
    explicit Wire(const std::vector<std::shared_ptr<grpc::Channel>>& channels);

    /// Sends `request`, a serialised message, to `method` ("/banhang.v1.CustomersService/GetCustomer") with the
    /// deadline that the client itself sets. `token` may be empty.
    void begin(const std::string& method, const std::string& token, const std::string& request, EndCall end);

private:
    std::vector<std::unique_ptr<grpc::GenericStub>> m_stubs;
    std::atomic<std::size_t> m_next = 0;
};

} // namespace banhang::bench
